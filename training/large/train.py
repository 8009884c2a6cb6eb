"""Trains palimpsest-large on work/large.npz.xz and writes its folder; on a GPU within --minutes, or --steps on the processor.

    python3 train.py --out FOLDER [--minutes 20]
    python3 train.py --out FOLDER --tiny --steps 50

Needs torch and numpy alone. In-batch translation ranking as in ../train.py: blocks of neighbouring or random pairs of one
source, some joined through their English. Over the last tenth each batch is followed by the sentences of a few pairs
of reports that are not translations, where every linked sentence counts as right.
"""

from __future__ import annotations

import argparse
import io
import json
import lzma
import math
import sys
import time
from pathlib import Path

import numpy as np
import torch

sys.path.append(str(Path(__file__).resolve().parents[1]))
import settings  # noqa: E402
from export import write_folder  # noqa: E402
from model import Encoder, Shape  # noqa: E402

NEIGHBOURS, JOINED = 0.3, 0.1  # parts of the blocks
REPORTS = 16  # pairs of reports a step, over the last tenth
WARMUP = 0.05


class Packed:
    """What pack.py wrote, its pieces on the device."""

    def __init__(self, path: Path, device: str):
        arrays = np.load(io.BytesIO(lzma.decompress(path.read_bytes())))
        self.device = device
        self.offsets = torch.from_numpy(arrays["offsets"]).long().to(device)
        self.tokens = torch.from_numpy(arrays["tokens"].astype(np.int32)).to(device)
        packed = arrays["rows"]
        values = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8
        self.rows = torch.from_numpy(values * arrays["scales"].astype(np.float32)[:, None])
        self.pairs, self.ends, self.share = arrays["pairs"], arrays["ends"], arrays["share"].astype(float)
        self.by_english = np.argsort(self.pairs[:, 1], kind="stable")
        self.english = self.pairs[self.by_english, 1]
        self.development = {name.removeprefix("dev/"): arrays[name] for name in arrays.files if name.startswith("dev/")}
        names = sorted({name.rpartition("/")[0] for name in arrays.files if name.startswith("story/")})
        self.reports = [[arrays[f"{name}/{part}"] for part in ("0", "1", "sure", "possible")] for name in names]

    def batch(self, lines: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
        """Pieces and mask, lines x longest."""
        numbers = torch.from_numpy(lines.astype(np.int64)).to(self.device)
        starts = self.offsets[numbers]
        lengths = self.offsets[numbers + 1] - starts
        places = torch.arange(max(1, int(lengths.max())), device=self.device)
        mask = places < lengths[:, None]
        return self.tokens[(starts[:, None] + places).clamp_max(len(self.tokens) - 1)].long() * mask, mask

    def draw(self, size: int, block: int, random: np.random.Generator) -> np.ndarray:
        """Lines of both sides, 2 x about `size`."""
        blocks = []
        for number in random.choice(len(self.ends), size // block, p=self.share / self.share.sum()):
            own = self.pairs[self.ends[number - 1] if number else 0 : self.ends[number]]
            start = random.integers(max(1, len(own) - block))
            together = random.random() < NEIGHBOURS
            chosen = own[start : start + block] if together else own[random.choice(len(own), min(block, len(own)), replace=False)]
            blocks.append(self.joined(chosen, random) if random.random() < JOINED else chosen)
        return np.concatenate(blocks).T

    def joined(self, pairs: np.ndarray, random: np.random.Generator) -> np.ndarray:
        """The English of each pair replaced by another line that it is the English of, where there is one."""
        first = np.searchsorted(self.english, pairs[:, 1])
        found = self.by_english[first + random.integers(np.searchsorted(self.english, pairs[:, 1], side="right") - first)]
        other = self.pairs[found, 0]
        return np.stack([pairs[:, 0], np.where(other == pairs[:, 0], pairs[:, 1], other)], axis=1)


def ranking_loss(one: torch.Tensor, other: torch.Tensor, right: torch.Tensor, ignored: torch.Tensor, scale: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of the mass on right cells, along rows and columns that have one."""
    logits = (one @ other.T * scale).masked_fill(ignored & ~right, -1e4)
    losses = []
    for dimension in (0, 1):
        some = right.any(dimension)
        wanted = logits.masked_fill(~right, -1e4).logsumexp(dimension)
        losses.append((logits.logsumexp(dimension) - wanted)[some].mean())
    return (losses[0] + losses[1]) / 2


class Trainer:
    def __init__(self, data: Packed, shape: Shape, device: str, peak: float):
        self.data, self.device = data, device
        torch.manual_seed(settings.SEED)
        self.encoder = Encoder(shape, data.rows).to(device)
        self.scale = torch.nn.Parameter(torch.tensor(math.log(20.0), device=device))
        self.peak = peak
        self.optimiser = torch.optim.AdamW([*self.encoder.parameters(), self.scale], lr=peak, betas=(0.9, 0.98), weight_decay=0.01)

    def vectors(self, lines: np.ndarray) -> torch.Tensor:
        with torch.autocast(self.device, torch.bfloat16, enabled=self.device == "cuda"):
            return self.encoder(*self.data.batch(lines))

    def pairs_loss(self, size: int, block: int, random: np.random.Generator) -> torch.Tensor:
        lines = self.data.draw(size, block, random)
        left, right = (torch.from_numpy(side.copy()).to(self.device) for side in lines)
        same = (left[:, None] == left) | (right[:, None] == right) | (left[:, None] == right)
        diagonal = torch.eye(len(left), dtype=torch.bool, device=self.device)
        return ranking_loss(self.vectors(lines[0]), self.vectors(lines[1]), diagonal, same, self.scale.exp())

    def reports_loss(self, random: np.random.Generator) -> torch.Tensor:
        losses = []
        for number in random.choice(len(self.data.reports), min(REPORTS, len(self.data.reports)), replace=False):
            left, right, sure, possible = self.data.reports[number]
            cells = [torch.zeros(len(left), len(right), dtype=torch.bool, device=self.device) for _ in range(2)]
            for links, cell in zip((sure, possible), cells):
                cell[links[:, 0], links[:, 1]] = True
            losses.append(ranking_loss(self.vectors(left), self.vectors(right), *cells, self.scale.exp()))
        return torch.stack(losses).mean()

    def step(self, done: float, size: int, block: int, random: np.random.Generator) -> float:
        """One step at the part `done` of the run; the rate falls along half a cosine."""
        rate = self.peak * min(done / WARMUP, 0.5 + 0.5 * math.cos(math.pi * done))
        for group in self.optimiser.param_groups:
            group["lr"] = max(rate, 1e-7)
        loss = self.pairs_loss(size, block, random)
        total = loss + (self.reports_loss(random) if done >= 0.9 and self.data.reports else 0)
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.encoder.parameters(), 1.0)
        self.optimiser.step()
        return loss.item()

    @torch.no_grad()
    def retrieval(self) -> dict[str, float]:
        """Share of development lines whose translation is the nearest, in %, mean of both directions."""
        out = {}
        for name, sides in self.data.development.items():
            one, other = (torch.cat([self.vectors(part) for part in np.array_split(side, len(side) // 256 + 1)]) for side in sides)
            cosine, truth = one @ other.T, torch.arange(len(one), device=self.device)
            out[name] = round(50 * sum((cosine.argmax(d) == truth).float().mean().item() for d in (0, 1)), 2)
        return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=settings.WORK / "large.npz.xz")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--tiny", action="store_true")
    options = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    data = Packed(options.data, device)
    pieces = len(data.rows)
    shape = Shape(pieces, width=64, layers=2, heads=2) if options.tiny else Shape(pieces)
    size, block = (128, 32) if options.tiny else (4096, 128)
    trainer = Trainer(data, shape, device, 5e-4)
    random = np.random.default_rng(settings.SEED)
    started, losses, done, step = time.time(), [], 0.0, 0
    while done < 1:
        losses.append(trainer.step(done, size, block, random))
        step += 1
        done = step / options.steps if options.steps else (time.time() - started) / (60 * options.minutes)
        if step % (10 if options.tiny else 200) == 0:
            print(f"{step}\t{np.mean(losses):.4f}\t{time.time() - started:.0f}", flush=True)
            losses.clear()
    write_folder(options.out, trainer.encoder)
    lines = np.unique(data.pairs[: 2000 : 20])
    ids = [data.tokens[data.offsets[line] : data.offsets[line + 1]].tolist() for line in lines]
    with torch.no_grad():
        vectors = trainer.vectors(lines).float().tolist()
    (options.out / "check.json").write_text(json.dumps([{"ids": own, "vector": vector} for own, vector in zip(ids, vectors)]))
    scores = {} if options.tiny else trainer.retrieval()
    (options.out / "scores.json").write_text(json.dumps(scores, indent=1) + "\n")
    print(scores)


if __name__ == "__main__":
    main()
