"""Chunks to row numbers: Viterbi over the pieces, then hashed n-grams (models/FORMAT.md), compiled with numba.

    chunk  ->  rows of its pieces, then rows of its n-grams; unknown pieces are left out (their row is zero)

Everything walks UTF-16 units. Time is linear in the text: at each unit the trie is followed for the longest piece.
"""

from __future__ import annotations

import numba
import numpy as np

import settings
import text

MARK = 0x2581
BOUNDARY = ord("#")


class Encoder:
    """`Encoder(pieces, scores, buckets)(chunks)` gives (rows int32, offsets int64), one span a chunk."""

    def __init__(self, pieces: list[str], scores: list[int], buckets: int):
        self.pieces = pieces
        self.buckets = buckets
        self.scores = np.array(scores, np.float64)
        self.unknown_score = self.scores.min() - 10
        self.trie_keys, self.trie_children, self.piece_at = pack_trie(pieces)
        self.fold_length = np.full(65536, 1, np.uint8)
        self.fold_units = np.zeros((65536, 3), np.uint16)
        self.fold_units[:, 0] = np.arange(65536)
        for character, folded in text.fold_table().items():
            self.fold_length[ord(character)] = len(folded)
            for index, letter in enumerate(folded):
                self.fold_units[ord(character), index] = ord(letter)
        self.wide = np.zeros(65536, np.bool_)
        for first, last in text.WIDE:
            self.wide[first : last + 1] = True

    def __call__(self, chunks: list[str], with_grams: bool = True) -> tuple[np.ndarray, np.ndarray]:
        parts = [self.encode_slice(chunks[at : at + 200_000], with_grams) for at in range(0, len(chunks), 200_000)]
        rows = np.concatenate([part[0] for part in parts])
        return rows, np.concatenate([[0], np.cumsum(np.concatenate([part[1] for part in parts]))]).astype(np.int64)

    def encode_slice(self, chunks: list[str], with_grams: bool) -> tuple[np.ndarray, np.ndarray]:
        units = np.frombuffer("".join(chunks).encode("utf-16-le", "surrogatepass"), np.uint16)
        lengths = np.array([len(chunk.encode("utf-16-le", "surrogatepass")) // 2 for chunk in chunks], np.int64)
        offsets = np.concatenate([[0], np.cumsum(lengths)])
        plain = np.array([with_grams and not text.PUNCTUATION_CHARACTER.match(chunk) for chunk in chunks])
        return encode_units(
            units, offsets, plain, self.trie_keys, self.trie_children, self.piece_at, self.scores, self.unknown_score,
            self.fold_length, self.fold_units, self.wide, len(self.pieces), self.buckets,
        )  # fmt: skip


def load_encoder(buckets: int = settings.BUCKETS) -> Encoder:
    """The encoder over work/pieces.tsv, special tokens first."""
    lines = [line.split("\t") for line in (settings.WORK / "pieces.tsv").read_text(encoding="utf-8").splitlines()]
    pieces = settings.SPECIAL + [line[0] for line in lines]
    return Encoder(pieces, [0] * len(settings.SPECIAL) + [int(line[1]) for line in lines], buckets)


def pack_trie(pieces: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Open-addressed (node, unit) -> child, and the piece that ends at each node or -1. Special tokens stay out."""
    edges: dict[int, int] = {}
    ends = {}
    nodes = 1
    for number, piece in enumerate(pieces):
        if piece in settings.SPECIAL:
            continue
        node = 0
        for character in piece:
            edge = node << 16 | ord(character)
            if edge not in edges:
                edges[edge] = nodes
                nodes += 1
            node = edges[edge]
        ends[node] = number
    size = 1 << (2 * len(edges)).bit_length()
    keys = np.full(size, -1, np.int64)
    children = np.zeros(size, np.int32)
    for edge, child in edges.items():
        slot = slot_of(edge, size)
        while keys[slot] != -1:
            slot = (slot + 1) & (size - 1)
        keys[slot], children[slot] = edge, child
    piece_at = np.full(nodes, -1, np.int32)
    for node, number in ends.items():
        piece_at[node] = number
    return keys, children, piece_at


@numba.njit(cache=True)
def slot_of(edge, size):
    return ((edge * 0x9E3779B1) >> 7) & (size - 1)


@numba.njit(cache=True)
def child_of(keys, children, node, unit):
    edge = np.int64(node) << 16 | np.int64(unit)
    slot = slot_of(edge, len(keys))
    while keys[slot] != -1:
        if keys[slot] == edge:
            return children[slot]
        slot = (slot + 1) & (len(keys) - 1)
    return -1


@numba.njit(cache=True)
def gram_row(units, first, last, kind, pieces, buckets):
    """FNV-1a over 32 bits of the kind and units[first:last], finished by two mixing steps."""
    mask = np.uint64(0xFFFFFFFF)
    prime = np.uint64(16777619)
    value = ((np.uint64(2166136261) ^ np.uint64(kind)) * prime) & mask
    for at in range(first, last):
        value = ((value ^ np.uint64(units[at])) * prime) & mask
    value ^= value >> np.uint64(15)
    value = (value * np.uint64(0x2C1B3C6D)) & mask
    value ^= value >> np.uint64(12)
    return np.int32(pieces + np.int64(value % np.uint64(buckets)))


@numba.njit(cache=True)
def best_pieces(word, length, keys, children, piece_at, scores, unknown_score, out, count):
    """Appends the best path over word[:length] to `out`. Ties go to the candidate that starts first."""
    best = np.full(length + 1, -np.inf)
    start = np.zeros(length + 1, np.int32)
    piece = np.zeros(length + 1, np.int32)
    best[0] = 0
    for begin in range(length):
        node = 0
        single = False
        for end in range(begin + 1, length + 1):
            node = child_of(keys, children, node, word[end - 1])
            if node < 0:
                break
            number = piece_at[node]
            if number >= 0:
                single |= end == begin + 1
                score = best[begin] + scores[number]
                if score > best[end]:
                    best[end], start[end], piece[end] = score, begin, number
        if not single and best[begin] + unknown_score > best[begin + 1]:
            best[begin + 1], start[begin + 1], piece[begin + 1] = best[begin] + unknown_score, begin, -1
    path = np.empty(length, np.int32)
    steps = 0
    end = length
    while end > 0:
        path[steps] = piece[end]
        steps += 1
        end = start[end]
    for step in range(steps - 1, -1, -1):
        if path[step] >= 0:
            out[count] = path[step]
            count += 1
    return count


@numba.njit(cache=True)
def encode_units(
    units, offsets, plain, keys, children, piece_at, scores, unknown_score, fold_length, fold_units, wide, pieces, buckets
):
    """Rows of all chunks one after the other, and their count for each chunk."""
    out = np.empty(8 * len(units) + 8 * len(plain), np.int32)
    counts = np.empty(len(plain), np.int64)
    count = 0
    longest = 0
    for chunk in range(len(plain)):
        longest = max(longest, offsets[chunk + 1] - offsets[chunk])
    word = np.empty(3 * longest + 2, np.uint16)
    run = np.empty(3 * longest + 2, np.uint16)
    for chunk in range(len(plain)):
        before = count
        first, last = offsets[chunk], offsets[chunk + 1]
        word[0] = MARK
        word[1 : 1 + last - first] = units[first:last]
        count = best_pieces(word, last - first + 1, keys, children, piece_at, scores, unknown_score, out, count)
        if plain[chunk]:
            length = 0
            for at in range(first, last):
                for part in range(fold_length[units[at]]):
                    word[length] = fold_units[units[at], part]
                    length += 1
            at = 0
            while at < length:
                end = at
                while end < length and wide[word[end]] == wide[word[at]]:
                    end += 1
                if wide[word[at]]:
                    for begin in range(at, end):
                        out[count] = gram_row(word, begin, begin + 1, 1, pieces, buckets)
                        count += 1
                        if begin + 1 < end:
                            out[count] = gram_row(word, begin, begin + 2, 2, pieces, buckets)
                            count += 1
                else:
                    size = end - at + 2
                    run[0] = BOUNDARY
                    run[1 : size - 1] = word[at:end]
                    run[size - 1] = BOUNDARY
                    for kind in (3, 4):
                        for begin in range(size - kind + 1):
                            out[count] = gram_row(run, begin, begin + kind, kind, pieces, buckets)
                            count += 1
                at = end
        counts[chunk] = count - before
    return out[:count].copy(), counts
