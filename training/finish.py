"""Trained rows to packed rows: soft whitening, then four bits a value with a scale per row.

Soft whitening: along the principal axes of sentence vectors, multiply by variance ** -0.15. It is linear,
so it is folded into the rows. A random rotation afterwards spreads the variance evenly over the dimensions, which
changes no cosine and suits one scale per row.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

import kernels
import onnx_file
import settings
from encode import Encoder

LEVELS = 7  # values run from -7 to 7
STEP = 0.55  # of a row's root mean square: between two values


def sample_vectors(rows: np.ndarray, data, probability: np.ndarray, count: int = 40_000) -> np.ndarray:
    """Unit vectors of training lines of both sides, drawn as in training."""
    schedule = settings.Schedule(batch=count // 2)
    sums = np.concatenate([data.sums(rows, side) for side in data.draw(probability, schedule, step=10**9)])
    norms = np.linalg.norm(sums, axis=1, keepdims=True)
    return (sums / np.maximum(norms, 1e-9))[norms[:, 0] > 0]


def whitening(vectors: np.ndarray, exponent: float = 0.15, dimensions: int | None = None) -> np.ndarray:
    """D x dimensions: rotate to principal axes, multiply by variance ** -exponent."""
    centred = vectors - vectors.mean(0)
    variance, axes = np.linalg.eigh(centred.T.astype(np.float64) @ centred / len(centred))
    order = np.argsort(-variance)[: dimensions or len(variance)]
    return (axes[:, order] * np.maximum(variance[order], 1e-9) ** -exponent).astype(np.float32)


def rotation(dimensions: int) -> np.ndarray:
    random = np.random.default_rng(settings.SEED)
    return np.linalg.qr(random.standard_normal((dimensions, dimensions)))[0].astype(np.float32)


def finish(rows: np.ndarray, touched: np.ndarray, vectors: np.ndarray, exponent: float = 0.15, dimensions: int | None = None) -> np.ndarray:
    """Whitened, rotated rows of about unit size; rows that training never touched become zero."""
    matrix = whitening(vectors, exponent, dimensions)
    out = rows @ (matrix @ rotation(matrix.shape[1]))
    out[~touched] = 0
    return out / np.median(np.linalg.norm(out[touched], axis=1))


def quantise(rows: np.ndarray, step: float = STEP, levels: int = LEVELS) -> tuple[np.ndarray, np.ndarray]:
    """int8 values in -levels ... levels and float16 scales: whole steps, and for each row the scale with the least squared error.

    A step is a part of the row's own root mean square. A wider one leaves fewer different values, which pack smaller.
    """
    size = np.sqrt((rows**2).mean(1, keepdims=True))
    values = np.clip(np.rint(rows / np.where(size > 0, size * step, 1)), -levels, levels)
    scales = (values * rows).sum(1) / np.maximum((values**2).sum(1), 1)
    return values.astype(np.int8), scales.astype(np.float16)


def pack(values: np.ndarray) -> np.ndarray:
    """R x D int8 in -7 ... 7 to R x D/2 uint8: dimension k in the low half of byte k, k + D/2 in the high half."""
    half = values.shape[1] // 2
    shifted = (values + 8).astype(np.uint8)
    return shifted[:, :half] | shifted[:, half:] << 4


def unpack(packed: np.ndarray) -> np.ndarray:
    return np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.int8) - 8


def dequantise(values: np.ndarray, scales: np.ndarray) -> np.ndarray:
    return values.astype(np.float32) * scales.astype(np.float32)[:, None]


def read_model(folder: Path) -> tuple[np.ndarray, Encoder, dict[str, str]]:
    """Rows, encoder and replacements of a folder as `export.py` writes it."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    own = config["palimpsest"]
    tokenizer = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary = tokenizer["model"]["vocab"]
    encoder = Encoder([piece for piece, _ in vocabulary], [score for _, score in vocabulary], own["buckets"])
    rules = [rule for rule in tokenizer["normalizer"]["normalizers"] if rule["type"] == "Replace"]
    weights = onnx_file.read((folder / "onnx/model_quantized.onnx").read_bytes())
    replacements = {rule["pattern"]["String"]: rule["content"] for rule in rules}
    return dequantise(unpack(weights["rows"]), weights["scales"]), encoder, replacements
