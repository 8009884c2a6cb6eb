"""Encoded corpora, and what a batch is made of: blocks of pairs of one source and language, in one of four forms.

    plain      a sentence and its English
    joined     the same English in two other languages, side by side
    half       a sentence or its English against a run of half the chunks of either
    exchanged  some words of both sides replaced by what the lexicons have for them

The pairs of a block are taken at random, or next to each other in their document, or alike (mine.py).
Line p is the foreign side of pair p, line `pairs` + p its English side.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass

import numpy as np

import kernels
import settings
from encode import Encoder

SHORTEST_HALVED = 4  # chunks
SMALLEST_JOIN = 16  # pairs
EXCHANGED_WORDS = 0.3  # of the words that a lexicon has


@dataclass
class Side:
    """Lines one after the other as chunk ids, and for each line a number for its words."""

    tokens: np.ndarray
    offsets: np.ndarray
    keys: np.ndarray


class Data:
    def __init__(self, encoder: Encoder, grams: bool = True):
        arrays = np.load(settings.WORK / "corpus.npz")
        stored = pickle.loads((settings.WORK / "corpus.pkl").read_bytes())
        self.files = stored["files"]
        self.replacements = stored["replacements"]
        self.pairs = self.files[-1]["end"]
        self.tokens = np.concatenate([arrays["foreign"], arrays["english"]])
        self.offsets = np.concatenate([arrays["foreign_offsets"], arrays["foreign_offsets"][-1] + arrays["english_offsets"][1:]])
        self.keys = np.concatenate([arrays["foreign_keys"], arrays["english_keys"]])
        self.chunk_rows, self.chunk_offsets = encoder(stored["chunks"], grams)
        self.slot_of = np.full(len(stored["chunks"]), -1, np.int32)
        self.order: np.ndarray | None = None  # of pairs, alike ones together; see mine.py
        self.lexicons = {language: self.words_of(language) for language in settings.LANGUAGES}
        self.english: dict[int, tuple[np.ndarray, np.ndarray]] = {}

    def words_of(self, language: str) -> list[tuple[np.ndarray, np.ndarray]]:
        """For each side its chunks, sorted, and the other side's chunk, from lexicon entries of one chunk a side."""
        files = [file for file in self.files if file["language"] == language and file["kind"] == "lexicon"]
        pairs = np.concatenate([np.arange(file["first"], file["end"]) for file in files])
        starts = self.offsets[np.stack([pairs, self.pairs + pairs])]
        ends = self.offsets[np.stack([pairs, self.pairs + pairs]) + 1]
        words = self.tokens[starts[:, (ends - starts == 1).all(axis=0)]]
        orders = [np.argsort(side, kind="stable") for side in words]
        return [(words[side][order], words[1 - side][order]) for side, order in enumerate(orders)]

    def rows(self, side: Side, dropout: float, seed: int) -> tuple[np.ndarray, ...]:
        return kernels.gather_batch(side.tokens, self.chunk_rows, self.chunk_offsets, self.slot_of, dropout, seed)

    def sums(self, table: np.ndarray, side: Side) -> np.ndarray:
        slots, rows, row_offsets = self.rows(side, 0.0, 0)
        return kernels.sum_bags(kernels.sum_bags(table, rows, row_offsets), slots, side.offsets)

    def side(self, lines: np.ndarray, starts: np.ndarray | None = None, ends: np.ndarray | None = None) -> Side:
        starts = self.offsets[lines] if starts is None else starts
        lengths = (self.offsets[lines + 1] if ends is None else ends) - starts
        offsets = np.concatenate([[0], np.cumsum(lengths)])
        places = np.arange(offsets[-1]) + np.repeat(starts - offsets[:-1], lengths)
        return Side(self.tokens[places], offsets, self.keys[lines])

    def draw(self, probability: np.ndarray, schedule: settings.Schedule, step: int) -> list[Side]:
        """Both sides of one batch."""
        random = np.random.default_rng([schedule.seed, step])
        blocks = []
        for number in random.choice(len(self.files), schedule.batch // schedule.block, p=probability):
            if self.files[number]["kind"] == "lexicon":
                chosen = self.at_random(number, schedule.block, random)
                blocks.append([self.side(chosen), self.side(self.pairs + chosen)])
            else:
                blocks.append(self.sentences(number, probability, schedule, random))
        return [joined([block[side] for block in blocks]) for side in (0, 1)]

    def at_random(self, number: int, count: int, random: np.random.Generator) -> np.ndarray:
        first, end = self.files[number]["first"], self.files[number]["end"]
        return first + random.choice(end - first, min(count, end - first), replace=False, shuffle=False)

    def sentences(self, number: int, probability: np.ndarray, schedule: settings.Schedule, random: np.random.Generator) -> list[Side]:
        first, end = self.files[number]["first"], self.files[number]["end"]
        parts = [schedule.mined if self.order is not None else 0, schedule.neighbours]
        choice = np.searchsorted(np.cumsum(parts), random.random(), side="right")
        start = first + random.integers(max(1, end - first - schedule.block))
        span = slice(start, min(start + schedule.block, end))
        if choice == 0:
            chosen = self.order[span]
        elif choice == 1:
            chosen = np.arange(span.start, span.stop)
        else:
            chosen = self.at_random(number, schedule.block, random)
        form = np.searchsorted(np.cumsum([schedule.joined, schedule.half, schedule.exchanged]), random.random(), side="right")
        if form == 0:
            return self.join(number, chosen, probability, schedule.block, random)
        if form == 1:
            return self.halved(chosen, random)
        sides = [self.side(chosen), self.side(self.pairs + chosen)]
        if form == 2:
            for side, (words, others) in zip(sides, self.lexicons[self.files[number]["language"]]):
                first_match = np.searchsorted(words, side.tokens)
                matches = np.searchsorted(words, side.tokens, side="right") - first_match
                places = np.flatnonzero((matches > 0) & (random.random(len(matches)) < EXCHANGED_WORDS))
                side.tokens[places] = others[first_match[places] + random.integers(matches[places])]
        return sides

    def halved(self, chosen: np.ndarray, random: np.random.Generator) -> list[Side]:
        whole, cut = (self.pairs * random.integers(2) + chosen for _ in range(2))
        starts, ends = self.offsets[cut], self.offsets[cut + 1]
        lengths = ends - starts
        sizes = np.where(lengths < SHORTEST_HALVED, lengths, np.rint(lengths * random.uniform(0.4, 0.6, len(cut))).astype(int))
        starts = starts + random.integers(lengths - sizes + 1)
        return [self.side(whole), self.side(cut, starts, starts + sizes)]

    def join(self, number: int, chosen: np.ndarray, probability: np.ndarray, block: int, random: np.random.Generator) -> list[Side]:
        """Lines of two languages of one source that share their English; the plain block where there are too few."""
        own = self.files[number]
        others = [
            index
            for index, file in enumerate(self.files)
            if file["source"] == own["source"] and file["kind"] == own["kind"] and file["language"] != own["language"] and probability[index] > 0
        ]
        if others:
            partner = random.choice(others, p=probability[others] / probability[others].sum())
            (left_keys, left), (right_keys, right) = self.english_of(number), self.english_of(partner)
            _, left_at, right_at = np.intersect1d(left_keys, right_keys, assume_unique=True, return_indices=True)
            if len(left_at) >= SMALLEST_JOIN:
                some = random.choice(len(left_at), min(block, len(left_at)), replace=False)
                return [self.side(left[left_at[some]]), self.side(right[right_at[some]])]
        return [self.side(chosen), self.side(self.pairs + chosen)]

    def english_of(self, number: int) -> tuple[np.ndarray, np.ndarray]:
        """Different English keys of a file, sorted, and for each a pair that has it."""
        if number not in self.english:
            first, end = self.files[number]["first"], self.files[number]["end"]
            keys, places = np.unique(self.keys[self.pairs + first : self.pairs + end], return_index=True)
            self.english[number] = keys, first + places
        return self.english[number]


def joined(sides: list[Side]) -> Side:
    lengths = np.concatenate([np.diff(side.offsets) for side in sides])
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    return Side(np.concatenate([side.tokens for side in sides]), offsets, np.concatenate([side.keys for side in sides]))
