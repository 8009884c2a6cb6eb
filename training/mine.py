"""Hard negatives: an order of each source's pairs in which neighbours are alike.

A source is cut in two along the line between two clusters, again and again, until about a block is left (a random
projection tree, Dasgupta & Freund 2008). A block of consecutive pairs then holds sentences that the model of that
moment finds similar, and telling them apart is what the next steps learn. Lexicons take no part, since
the neighbours of a word are its synonyms. Large sources, documentation and laws full of near copies, keep the order of
their documents.
"""

from __future__ import annotations

import numpy as np

import kernels

SLICE = 20_000
LARGEST = 20_000  # pairs of a source that is ordered


def pair_vectors(rows: np.ndarray, data, first: int, end: int) -> np.ndarray:
    """Unit sums of both sides' unit vectors, (end - first) x D."""
    parts = []
    for start in range(first, end, SLICE):
        pairs = np.arange(start, min(start + SLICE, end))
        total = 0
        for side in (pairs, data.pairs + pairs):
            sums = data.sums(rows, data.side(side))
            total = total + sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
        parts.append(total)
    return np.concatenate(parts)


def tree_order(vectors: np.ndarray, leaf: int, random: np.random.Generator) -> np.ndarray:
    """A permutation of range(n): leaves of at most `leaf` alike vectors, one after the other."""
    done, waiting = [], [np.arange(len(vectors))]
    while waiting:
        members = waiting.pop()
        if len(members) <= leaf:
            done.append(members)
            continue
        own = vectors[members]
        direction = np.subtract(*own[random.choice(len(own), 2, replace=False)])
        side = own @ direction > np.median(own @ direction)
        if side.any():
            direction = own[side].mean(0) - own[~side].mean(0)
        ranked = members[np.argsort(own @ direction, kind="stable")]
        waiting += [ranked[len(ranked) // 2 :], ranked[: len(ranked) // 2]]
    return np.concatenate(done)


def mined_order(rows: np.ndarray, data, block: int, seed: int) -> np.ndarray:
    """For every pair number its place's pair: int32, a permutation within each file."""
    random = np.random.default_rng(seed)
    order = np.arange(data.pairs, dtype=np.int32)
    for file in data.files:
        first, end = file["first"], file["end"]
        if file["kind"] == "sentences" and 2 * block < end - first <= LARGEST:
            order[first:end] = first + tree_order(pair_vectors(rows, data, first, end), block, random)
    return order
