"""How quality moves with whitening, bits and dimensions, after training: results/curves.json.

    python3 curves.py --name long
"""

from __future__ import annotations

import argparse
import json

import numpy as np
import torch

import corpus
import evaluate
import finish
import settings
import train
from data import Data
from encode import load_encoder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--name", default="long")
    options = parser.parse_args()
    torch.set_grad_enabled(False)
    encoder = load_encoder()
    data = Data(encoder)
    folder = settings.WORK / options.name
    rows, touched = train.result(folder)
    vectors = finish.sample_vectors(rows, data, corpus.sampling(data.files))
    results = []

    def add(what: str, table: np.ndarray, bits: float, grams: bool = True) -> None:
        megabytes = len(table) * (table.shape[1] * bits / 8 + (2 if bits < 32 else 0)) / 1e6
        scores = evaluate.score(table, encoder, data.replacements, grams)
        results.append({"what": what, "megabytes": round(megabytes, 1), "means": evaluate.means(scores)})
        print(results[-1], flush=True)

    add("float, as trained", rows, 32)
    for exponent in (0.05, 0.15, 0.25, 0.35):
        add(f"float, soft whitening, exponent {exponent}", finish.finish(rows, touched, vectors, exponent), 32)
    whitened = finish.finish(rows, touched, vectors)
    for bits, step, levels in ((8, 0.04, 127), (4, 0.35, 7), (4, 0.5, 7), (4, finish.STEP, 7), (2, 1.2, 1)):
        add(f"{bits} bits, step {step}", finish.dequantise(*finish.quantise(whitened, step, levels)), bits)
    for dimensions in (192, 128, 64):
        cut = finish.finish(rows, touched, vectors, dimensions=dimensions)
        add(f"4 bits, cut to {dimensions} dimensions", finish.dequantise(*finish.quantise(cut)), 4)
    packed = finish.dequantise(*finish.quantise(whitened))
    add("4 bits, pieces alone (plain pipeline)", packed[: len(encoder.pieces)], 4, grams=False)
    settings.RESULTS.mkdir(exist_ok=True)
    (settings.RESULTS / "curves.json").write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
