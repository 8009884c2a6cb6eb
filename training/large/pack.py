"""Corpora, stories and the static rows to one file of at most 60 MB that a run on another machine needs: work/large.npz.xz.

    python3 pack.py [--pairs 3000000]

Lines are piece ids, one after the other; a line that is in many pairs, as English ones are, stands there once.
"""

from __future__ import annotations

import argparse
import io
import json
import lzma
import sys
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).resolve().parents[1]))
import corpus  # noqa: E402
import data  # noqa: E402
import evaluate  # noqa: E402
import finish  # noqa: E402
import links  # noqa: E402
import onnx_file  # noqa: E402
import settings  # noqa: E402
import text  # noqa: E402

LONGEST = 96  # pieces of a line
LARGEST = 60e6  # bytes


class Lines:
    """Different lines as piece ids; the same key always has the same number."""

    def __init__(self) -> None:
        self.numbers: dict[int | str, int] = {}
        self.parts: list[np.ndarray] = []

    def add(self, key: int | str, ids: np.ndarray) -> int:
        number = self.numbers.setdefault(key, len(self.parts))
        if number == len(self.parts):
            self.parts.append(ids[:LONGEST].astype(np.uint16))
        return number


def pieces_of(source: data.Data, lines: np.ndarray) -> list[np.ndarray]:
    side = source.side(lines)
    first, last = source.chunk_offsets[side.tokens], source.chunk_offsets[side.tokens + 1]
    ends = np.concatenate([[0], np.cumsum(last - first)])
    ids = source.chunk_rows[np.arange(ends[-1]) + np.repeat(first - ends[:-1], last - first)]
    return np.split(ids, ends[side.offsets[1:-1]])


def pack_pairs(lines: Lines, source: data.Data, count: int) -> dict[str, np.ndarray]:
    """A run of each file's pairs, as long as its share of the samples allows; `ends` says where a file's pairs end."""
    random = np.random.default_rng(settings.SEED)
    share = corpus.sampling(source.files)
    sizes = np.array([file["end"] - file["first"] for file in source.files])
    taken = np.minimum(sizes, np.ceil(share * count)).astype(int)
    pairs, ends = [], []
    for file, size in zip(source.files, taken):
        chosen = file["first"] + random.integers(file["end"] - file["first"] - size + 1) + np.arange(size)
        sides = [chosen, source.pairs + chosen]
        for numbers, both in zip(zip(*sides), zip(*(pieces_of(source, side) for side in sides))):
            if all(len(ids) for ids in both):
                pairs.append([lines.add(int(source.keys[number]), ids) for number, ids in zip(numbers, both)])
        ends.append(len(pairs))
    return {"pairs": np.array(pairs, np.int32), "ends": np.array(ends, np.int32), "share": share.astype(np.float32)}


def pack_texts(lines: Lines, texts: list[str], encoder, table: dict[int, str]) -> np.ndarray:
    chunked = [text.chunks(text.normalise(line, table)) for line in texts]
    rows, offsets = encoder([chunk for line in chunked for chunk in line], False)
    ends = offsets[np.cumsum([0, *map(len, chunked)])]
    return np.array([lines.add(line, rows[ends[k] : ends[k + 1]]) for k, line in enumerate(texts)], np.int32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=3_000_000)
    options = parser.parse_args()
    _, encoder, replacements = finish.read_model(settings.MODEL)
    table = str.maketrans(replacements)
    source = data.Data(encoder, grams=False)
    lines = Lines()
    arrays = pack_pairs(lines, source, options.pairs)
    for name, sets in evaluate.development().items():
        for pair, sides in sets.items():
            arrays[f"dev/{name}/{pair}"] = np.stack([pack_texts(lines, side, encoder, table) for side in sides])
    held = set((settings.STORIES / "held-out.txt").read_text().split()) if (settings.STORIES / "held-out.txt").exists() else set()
    for path in sorted(settings.STORIES.glob("*.json")):
        if path.stem in held or path.name in held:
            continue
        for k, (one, other, sure, possible) in enumerate(links.far_pairs(json.loads(path.read_text(encoding="utf-8")))):
            if sure:
                for side, document in enumerate((one, other)):
                    texts = [line["text"] for line in document["sentences"]]
                    arrays[f"story/{path.stem}/{k}/{side}"] = pack_texts(lines, texts, encoder, table)
                arrays[f"story/{path.stem}/{k}/sure"] = np.array(sorted(sure), np.int32)
                arrays[f"story/{path.stem}/{k}/possible"] = np.array(sorted(possible), np.int32).reshape(-1, 2)
    arrays["tokens"] = np.concatenate(lines.parts)
    arrays["offsets"] = np.cumsum([0, *map(len, lines.parts)]).astype(np.int32)
    weights = onnx_file.read((settings.MODEL / "onnx/model_quantized.onnx").read_bytes())
    arrays["rows"], arrays["scales"] = weights["rows"][: len(encoder.pieces)], weights["scales"][: len(encoder.pieces)]
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    packed = lzma.compress(buffer.getvalue(), preset=4)
    print(f"{len(arrays['pairs']):,} pairs, {len(lines.parts):,} lines, {len(arrays['tokens']):,} pieces, {len(packed) / 1e6:.1f} MB")
    if len(packed) > LARGEST:
        raise SystemExit(f"expected at most {LARGEST / 1e6:.0f} MB: ask for fewer --pairs")
    (settings.WORK / "large.npz.xz").write_bytes(packed)


if __name__ == "__main__":
    main()
