"""The sparse half of a training step, compiled with numba. D = dimensions.

    forward   rows (R x D) -> unique chunks of the batch (U x D) -> sentences (S x D), sums both times
    backward  gradient of sentences (S x D) -> of chunks (U x D) -> of each touched row, which Adam moves at once

A word that occurs forty times in a batch is thus summed from its rows once. Only touched rows and their moments are
read and written ("lazy" Adam, Kingma & Ba 2015, https://arxiv.org/abs/1412.6980).
"""

from __future__ import annotations

import numba
import numpy as np


@numba.njit(cache=True)
def gather_batch(tokens, chunk_rows, chunk_offsets, slot_of, dropout, seed):
    """Numbers the batch's chunks and lists their rows, dropping each with probability `dropout`.

    `slot_of` (one int32 a chunk of the corpus, -1 before and after) is scratch space.
    Returns: slots of all tokens, rows of all slots, their offsets.
    """
    np.random.seed(seed)
    slots = np.empty(len(tokens), np.int32)
    unique = np.empty(len(tokens), np.int32)
    used = 0
    row_total = 0
    for at in range(len(tokens)):
        chunk = tokens[at]
        if slot_of[chunk] < 0:
            slot_of[chunk] = used
            unique[used] = chunk
            row_total += chunk_offsets[chunk + 1] - chunk_offsets[chunk]
            used += 1
        slots[at] = slot_of[chunk]
    rows = np.empty(row_total, np.int32)
    row_offsets = np.zeros(used + 1, np.int64)
    count = 0
    for slot in range(used):
        chunk = unique[slot]
        slot_of[chunk] = -1
        for at in range(chunk_offsets[chunk], chunk_offsets[chunk + 1]):
            if dropout == 0 or np.random.random() >= dropout:
                rows[count] = chunk_rows[at]
                count += 1
        row_offsets[slot + 1] = count
    return slots, rows[:count], row_offsets


@numba.njit(parallel=True, fastmath=True, cache=True)
def sum_bags(table, members, offsets):
    """out[bag] = sum of table[member] over members[offsets[bag]:offsets[bag + 1]]."""
    out = np.zeros((len(offsets) - 1, table.shape[1]), np.float32)
    for bag in numba.prange(len(offsets) - 1):
        total = out[bag]
        for at in range(offsets[bag], offsets[bag + 1]):
            row = table[members[at]]
            for k in range(len(total)):
                total[k] += row[k]
    return out


@numba.njit(cache=True)
def invert(members, offsets, size):
    """Bags by member: for each member in use its number, and the bags it is in (counting sort)."""
    starts = np.zeros(size + 1, np.int64)
    for member in members:
        starts[member + 1] += 1
    used = np.empty(min(size, len(members)), np.int32)
    used_offsets = np.zeros(len(used) + 1, np.int64)
    count = 0
    for member in range(size):
        if starts[member + 1]:
            used[count] = member
            used_offsets[count + 1] = used_offsets[count] + starts[member + 1]
            count += 1
        starts[member + 1] += starts[member]
    bags = np.empty(len(members), np.int32)
    for bag in range(len(offsets) - 1):
        for at in range(offsets[bag], offsets[bag + 1]):
            bags[starts[members[at]]] = bag
            starts[members[at]] += 1
    return used[:count], used_offsets[: count + 1], bags


@numba.njit(parallel=True, fastmath=True, cache=True)
def update_rows(table, first, second, used, used_offsets, bags, gradient, rate, step):
    """Adam on each used row with the sum of its bags' gradients. `step` counts from 1."""
    fast, slow = np.float32(0.9), np.float32(0.999)
    rate = np.float32(rate * np.sqrt(1 - 0.999**step) / (1 - 0.9**step))
    tiny = np.float32(1e-8)
    one = np.float32(1)
    dimensions = table.shape[1]
    for index in numba.prange(len(used)):
        total = np.zeros(dimensions, np.float32)
        for at in range(used_offsets[index], used_offsets[index + 1]):
            part = gradient[bags[at]]
            for k in range(dimensions):
                total[k] += part[k]
        row, m, v = table[used[index]], first[used[index]], second[used[index]]
        for k in range(dimensions):
            m[k] = fast * m[k] + (one - fast) * total[k]
            v[k] = slow * v[k] + (one - slow) * total[k] * total[k]
            row[k] -= rate * m[k] / (np.sqrt(v[k]) + tiny)
