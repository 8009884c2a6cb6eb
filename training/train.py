"""Trains the rows: in-batch translation ranking over sums of rows.

    python3 train.py --name long        (continues from its last checkpoint)

A batch is 16 blocks of 128 pairs, each block from one source of one language (data.py), so that a sentence must be told
from others of its own register. With unit vectors A, B of both sides and logits s A Bᵀ, the loss is the cross-entropy of
the diagonal along rows and along columns. Pairs that share a side are not each other's negatives.
The batch of a step depends on the seed and the step alone, so a run that was stopped goes on as if it had not been.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import time
from pathlib import Path

import numpy as np
import torch

import corpus
import finish
import kernels
import mine
import settings
from data import Data
from encode import Encoder, load_encoder

LOG_EVERY = 250


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
    """Rows, their two moments, the sum of the rows of the last steps, and the step, kept in one folder of work/."""

    PARTS = ("rows", "first", "second", "average")

    def __init__(self, name: str, encoder: Encoder, schedule: settings.Schedule, start: Path | None = None):
        self.folder = settings.WORK / name
        self.folder.mkdir(parents=True, exist_ok=True)
        if (self.folder / "step").exists():
            self.step = int((self.folder / "step").read_text())
            self.arrays = [np.load(self.folder / f"{part}.npy") for part in self.PARTS]
            return
        self.step = 0
        rows = started_rows(start, encoder) if start else first_rows(encoder, schedule)
        np.save(self.folder / "trained.npy", rows.any(axis=1) if start else np.zeros(len(rows), bool))
        self.arrays = [rows, *(np.zeros_like(rows) for _ in self.PARTS[1:])]

    def save(self) -> None:
        for part, array in zip(self.PARTS, self.arrays):
            np.save(self.folder / f"{part}.new.npy", array)
        for part in self.PARTS:
            (self.folder / f"{part}.new.npy").replace(self.folder / f"{part}.npy")
        (self.folder / "step").write_text(str(self.step))


def first_rows(encoder: Encoder, schedule: settings.Schedule) -> np.ndarray:
    random = np.random.default_rng(schedule.seed)
    rows = random.standard_normal((len(encoder.pieces) + encoder.buckets, settings.DIMENSIONS), np.float32)
    rows *= np.float32(schedule.initial)
    rows[: len(settings.SPECIAL)] = 0
    return rows


def started_rows(folder: Path, encoder: Encoder) -> np.ndarray:
    """Rows of a model folder with the same pieces, and its buckets repeated: a hash modulo a multiple finds its old row."""
    rows, old, _ = finish.read_model(folder)
    if old.pieces != encoder.pieces or encoder.buckets % old.buckets:
        raise ValueError(f"{folder} has other pieces, or buckets that do not divide {encoder.buckets}")
    pieces = len(old.pieces)
    return np.concatenate([rows[:pieces], *[rows[pieces:]] * (encoder.buckets // old.buckets)]) * np.float32(settings.START_SIZE)


def result(folder: Path) -> tuple[np.ndarray, np.ndarray]:
    """A run's averaged rows, and which of them any training has touched."""
    rows, average = np.load(folder / "rows.npy"), np.load(folder / "average.npy")
    count = average_count(int((folder / "step").read_text()), settings.Schedule(**json.loads((folder / "schedule.json").read_text())))
    touched = np.load(folder / "trained.npy") | np.load(folder / "second.npy").any(axis=1)
    return (average / np.float32(count) if count else rows), touched


def average_count(step: int, schedule: settings.Schedule) -> int:
    return max(0, step // settings.AVERAGE_EVERY - (schedule.steps - schedule.average) // settings.AVERAGE_EVERY)


def rate_at(step: int, schedule: settings.Schedule) -> float:
    """Up along a line, constant, and down along a line; until the cooldown it does not depend on the number of steps."""
    return schedule.rate * min((step + 1) / schedule.warmup, 1, (schedule.steps - step) / schedule.cooldown)


def train_step(data: Data, run: Run, probability: np.ndarray, schedule: settings.Schedule) -> float:
    sides = data.draw(probability, schedule, run.step)
    bags, sums = [], []
    for number, side in enumerate(sides):
        slots, rows, row_offsets = data.rows(side, schedule.dropout, 2 * run.step + number)
        chunks = kernels.sum_bags(run.arrays[0], rows, row_offsets)
        sums.append(torch.from_numpy(kernels.sum_bags(chunks, slots, side.offsets)))
        bags.append((slots, side.offsets, rows, row_offsets))
    left, right = (torch.from_numpy(side.keys) for side in sides)
    same = (left[:, None] == left) | (right[:, None] == right) | (left[:, None] == right)
    same.fill_diagonal_(False)
    loss, gradients = ranking_gradient(sums, same, schedule.scale)

    by_chunk = []
    for (slots, offsets, _, row_offsets), gradient in zip(bags, gradients):
        used, used_offsets, lines = kernels.invert(slots, offsets, len(row_offsets) - 1)
        by_chunk.append(kernels.sum_bags(gradient.numpy(), lines, used_offsets))
    shift = len(bags[0][2])
    rows = np.concatenate([bags[0][2], bags[1][2]])
    row_offsets = np.concatenate([bags[0][3], bags[1][3][1:] + shift])
    used, used_offsets, chunks = kernels.invert(rows, row_offsets, len(run.arrays[0]))
    run.step += 1
    kernels.update_rows(
        *run.arrays[:3], used, used_offsets, chunks, np.concatenate(by_chunk), rate_at(run.step - 1, schedule), run.step
    )
    return loss


def mine_when_due(run: Run, data: Data, schedule: settings.Schedule) -> None:
    """Orders the pairs anew when it is time; a run that goes on finds the order in its folder."""
    since = run.step - schedule.mine_from
    if since >= 0 and (data.order is None or since % schedule.mine_every == 0):
        path = run.folder / f"order-{run.step - since % schedule.mine_every}.npy"
        if not path.exists():
            np.save(path, mine.mined_order(run.arrays[0], data, schedule.block, schedule.seed))
        data.order = np.load(path)


def train(name: str, schedule: settings.Schedule, encoder: Encoder, data: Data, save_every: int = 500, start: Path | None = None) -> Run:
    """Runs to the end of the schedule and leaves rows and a log line for each 250 steps in work/<name>."""
    run = Run(name, encoder, schedule, start)
    (run.folder / "schedule.json").write_text(json.dumps(dataclasses.asdict(schedule)))
    probability = corpus.sampling(data.files)
    started, losses = time.time(), []
    with (run.folder / "log.tsv").open("a") as log:
        while run.step < schedule.steps:
            mine_when_due(run, data, schedule)
            losses.append(train_step(data, run, probability, schedule))
            if run.step % settings.AVERAGE_EVERY == 0 and run.step > schedule.steps - schedule.average:
                run.arrays[3] += run.arrays[0]
            if run.step % LOG_EVERY == 0 or run.step == schedule.steps:
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
    parser.add_argument("--start", type=Path, help="a model folder whose rows the run starts from")
    for field in dataclasses.fields(settings.Schedule):
        parser.add_argument(f"--{field.name}", type=type(field.default), default=field.default)
    options = vars(parser.parse_args())
    name, threads, start = (options.pop(option) for option in ("name", "threads", "start"))
    torch.set_num_threads(threads)
    torch.set_grad_enabled(False)
    encoder = load_encoder()
    data = Data(encoder)
    run = train(name, settings.Schedule(**options), encoder, data, start=start)
    settings.RESULTS.mkdir(exist_ok=True)
    (settings.RESULTS / "log.tsv").write_text("step\tloss\tseconds\n" + (run.folder / "log.tsv").read_text())


if __name__ == "__main__":
    main()
