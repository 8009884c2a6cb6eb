"""Trains the rows: in-batch translation ranking over sums of rows.

    python3 train.py --name long        (continues from its last checkpoint)

A batch is 16 blocks of 128 pairs, each block from one source of one language, so that a sentence must be told from
others of its own register. With unit vectors A, B of both sides and logits s A Bᵀ, the loss is the cross-entropy of
the diagonal along rows and along columns. Pairs that share a side are not each other's negatives.
The batch of a step depends on the seed and the step alone, so a run that was stopped goes on as if it had not been.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import pickle
import time

import numpy as np
import torch

import corpus
import evaluate
import kernels
import mine
import settings
from encode import Encoder, load_encoder


class Data:
    """Encoded corpora: lines as chunk ids, chunks as rows, files as ranges of pairs."""

    def __init__(self, encoder: Encoder, grams: bool = True):
        arrays = np.load(settings.WORK / "corpus.npz")
        stored = pickle.loads((settings.WORK / "corpus.pkl").read_bytes())
        self.files = stored["files"]
        self.replacements = stored["replacements"]
        self.sides = [(arrays[name], arrays[f"{name}_offsets"], arrays[f"{name}_keys"]) for name in ("foreign", "english")]
        self.chunk_rows, self.chunk_offsets = encoder(stored["chunks"], grams)
        self.slot_of = np.full(len(stored["chunks"]), -1, np.int32)
        self.order: np.ndarray | None = None  # of pairs, alike ones together; see mine.py

    def draw(self, probability: np.ndarray, schedule: settings.Schedule, step: int) -> np.ndarray:
        """Pair numbers of one batch."""
        random = np.random.default_rng([schedule.seed, step])
        blocks = []
        for number in random.choice(len(self.files), schedule.batch // schedule.block, p=probability):
            file = self.files[number]
            first, size = file["first"], file["end"] - file["first"]
            if self.order is not None and file["kind"] == "sentences" and random.random() < schedule.mined:
                start = first + random.integers(max(1, size - schedule.block))
                blocks.append(self.order[start : min(start + schedule.block, first + size)])
            else:
                blocks.append(first + random.choice(size, min(schedule.block, size), replace=False, shuffle=False))
        return np.unique(np.concatenate(blocks))

    def rows(self, side: int, pairs: np.ndarray, dropout: float, seed: int) -> tuple[np.ndarray, ...]:
        tokens, offsets, _ = self.sides[side]
        return kernels.gather_batch(pairs, tokens, offsets, self.chunk_rows, self.chunk_offsets, self.slot_of, dropout, seed)


def ranking_gradient(sums: list[torch.Tensor], same: torch.Tensor, scale: float) -> tuple[float, list[torch.Tensor]]:
    """Mean loss of both directions, and the gradient of the summed loss by each side's raw sums (n x D)."""
    norms = [side.norm(dim=1, keepdim=True).clamp_min(1e-6) for side in sums]
    a, b = (side / norm for side, norm in zip(sums, norms))
    powers = (a @ b.T).mul_(scale).masked_fill_(same, -1e4).exp_()  # at most e**scale, so nothing overflows
    by_row, by_column = 1 / powers.sum(1, keepdim=True), 1 / powers.sum(0, keepdim=True)
    diagonal = powers.diagonal()
    loss = -((diagonal * by_row[:, 0]).log() + (diagonal * by_column[0]).log()).mean().item() / 2
    by_logit = powers * by_row
    by_logit.add_(powers.mul_(by_column))
    by_logit.diagonal().sub_(2)
    gradients = []
    for unit, norm, other in ((a, norms[0], (by_logit @ b)), (b, norms[1], by_logit.T @ a)):
        other.mul_(scale)
        gradients.append((other - unit * (unit * other).sum(1, keepdim=True)) / norm)
    return loss, gradients


class Run:
    """Rows, their two moments, and the step, kept in one folder of work/."""

    def __init__(self, name: str, shape: tuple[int, int], schedule: settings.Schedule):
        self.folder = settings.WORK / name
        self.folder.mkdir(parents=True, exist_ok=True)
        if (self.folder / "step").exists():
            self.step = int((self.folder / "step").read_text())
            self.arrays = [np.load(self.folder / f"{part}.npy") for part in ("rows", "first", "second")]
            return
        self.step = 0
        random = np.random.default_rng(schedule.seed)
        rows = random.standard_normal(shape, np.float32) * np.float32(schedule.initial)
        rows[: len(settings.SPECIAL)] = 0
        self.arrays = [rows, np.zeros(shape, np.float32), np.zeros(shape, np.float32)]

    def save(self) -> None:
        for part, array in zip(("rows", "first", "second"), self.arrays):
            np.save(self.folder / f"{part}.new.npy", array)
        for part in ("rows", "first", "second"):
            (self.folder / f"{part}.new.npy").replace(self.folder / f"{part}.npy")
        (self.folder / "step").write_text(str(self.step))


def rate_at(step: int, schedule: settings.Schedule) -> float:
    """Up along a line, constant, and down along a line; until the cooldown it does not depend on the number of steps."""
    return schedule.rate * min((step + 1) / schedule.warmup, 1, (schedule.steps - step) / schedule.cooldown)


def train_step(data: Data, run: Run, probability: np.ndarray, schedule: settings.Schedule) -> float:
    pairs = data.draw(probability, schedule, run.step)
    bags, sums = [], []
    for side in (0, 1):
        slots, slot_offsets, rows, row_offsets = data.rows(side, pairs, schedule.dropout, 2 * run.step + side)
        chunks = kernels.sum_bags(run.arrays[0], rows, row_offsets)
        sums.append(torch.from_numpy(kernels.sum_bags(chunks, slots, slot_offsets)))
        bags.append((slots, slot_offsets, rows, row_offsets))
    keys = [torch.from_numpy(side[2][pairs]) for side in data.sides]
    same = (keys[0][:, None] == keys[0]) | (keys[1][:, None] == keys[1])
    same.fill_diagonal_(False)
    loss, gradients = ranking_gradient(sums, same, schedule.scale)

    by_chunk = []
    for (slots, slot_offsets, _, row_offsets), gradient in zip(bags, gradients):
        used, used_offsets, lines = kernels.invert(slots, slot_offsets, len(row_offsets) - 1)
        by_chunk.append(kernels.sum_bags(gradient.numpy(), lines, used_offsets))
    shift = len(bags[0][2])
    rows = np.concatenate([bags[0][2], bags[1][2]])
    row_offsets = np.concatenate([bags[0][3], bags[1][3][1:] + shift])
    used, used_offsets, chunks = kernels.invert(rows, row_offsets, len(run.arrays[0]))
    run.step += 1
    kernels.update_rows(
        *run.arrays, used, used_offsets, chunks, np.concatenate(by_chunk), rate_at(run.step - 1, schedule), run.step
    )
    return loss


def mine_when_due(run: Run, data: Data, schedule: settings.Schedule) -> None:
    """Orders the pairs anew at each of the schedule's steps; a run that goes on finds the order in its folder."""
    due = [step for step in schedule.mine_at if step <= run.step]
    if due and (data.order is None or due[-1] == run.step):
        path = run.folder / f"order-{due[-1]}.npy"
        if not path.exists():
            np.save(path, mine.mined_order(run.arrays[0], data, schedule.block, schedule.seed))
        data.order = np.load(path)


def train(name: str, schedule: settings.Schedule, encoder: Encoder, data: Data, save_every: int = 500) -> Run:
    """Runs to the end of the schedule and leaves rows and a log line for each 250 steps in work/<name>."""
    run = Run(name, (len(encoder.pieces) + encoder.buckets, settings.DIMENSIONS), schedule)
    (run.folder / "schedule.json").write_text(json.dumps(dataclasses.asdict(schedule)))
    probability = corpus.sampling(data.files)
    started, losses = time.time(), []
    with (run.folder / "log.tsv").open("a") as log:
        while run.step < schedule.steps:
            mine_when_due(run, data, schedule)
            losses.append(train_step(data, run, probability, schedule))
            if run.step % 250 == 0 or run.step == schedule.steps:
                line = f"{run.step}\t{np.mean(losses):.4f}\t{time.time() - started:.0f}"
                print(name, line, flush=True)
                log.write(line + "\n")
                log.flush()
                losses.clear()
            if run.step % save_every == 0 or run.step == schedule.steps:
                run.save()
    return run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--name", default="long")
    parser.add_argument("--threads", type=int, default=1)
    for field in dataclasses.fields(settings.Schedule):
        if not isinstance(field.default, tuple):
            parser.add_argument(f"--{field.name}", type=type(field.default), default=field.default)
    options = vars(parser.parse_args())
    name, threads = options.pop("name"), options.pop("threads")
    torch.set_num_threads(threads)
    torch.set_grad_enabled(False)
    encoder = load_encoder()
    data = Data(encoder)
    run = train(name, settings.Schedule(**options), encoder, data)
    scores = evaluate.score(run.arrays[0], encoder, data.replacements)
    print(evaluate.table(scores))
    settings.RESULTS.mkdir(exist_ok=True)
    (settings.RESULTS / "log.tsv").write_text("step\tloss\tseconds\n" + (run.folder / "log.tsv").read_text())


if __name__ == "__main__":
    main()
