"""Corpora to arrays: read, hold out, normalise, cut into chunks.

    pairs  ->  chunk ids, flat int32 with offsets, one line after the other, a side at a time
               files are contiguous ranges of pairs: (language, source, kind, first, end, weight)

A chunk is encoded once, however often it occurs; sentences are lists of chunk ids.
Held out: one source whole, and Tatoeba pairs whose English has the smallest hashes, so that languages share them.
A training pair with either side among the held-out sentences is dropped, whatever its file.
"""

from __future__ import annotations

import hashlib
import lzma
import pickle
from pathlib import Path

import numpy as np

import settings
import text

LONGEST = 160  # chunks of a line that are used


def read_pairs(path: Path, limit: int) -> list[tuple[str, str]]:
    """(foreign, English) lines of one .tsv.xz, evenly thinned to `limit`."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        pairs = [tuple(line.rstrip("\n").split("\t")[:2]) for line in lines]
    pairs = [pair for pair in pairs if len(pair) == 2 and pair[0] and pair[1]]
    if len(pairs) > limit:
        keep = np.linspace(0, len(pairs) - 1, limit).astype(int)
        pairs = [pairs[index] for index in keep]
    return pairs


def read_all() -> list[dict]:
    """One record for each source and language: language, source, kind, pairs."""
    files = []
    for kind, folder in (("sentences", "train"), ("lexicon", "lexicon")):
        for language in settings.LANGUAGES:
            for path in sorted((settings.CORPORA / folder / f"{language}-en").glob("*.tsv.xz")):
                source = path.name.removesuffix(".tsv.xz")
                limit = 10**9 if source == "cc-cedict" else settings.LINES_PER_FILE
                files.append({"language": language, "source": source, "kind": kind, "pairs": read_pairs(path, limit)})
    return files


class Chunker:
    """Normalises lines and numbers chunks; the same chunk always has the same id."""

    def __init__(self, replacements: dict[str, str]):
        self.replacements = replacements
        self.table = str.maketrans(replacements)
        self.ids: dict[str, int] = {}

    def line(self, line: str) -> list[int]:
        ids = self.ids
        found = text.chunks(text.normalise(line, self.table))
        return [ids.setdefault(chunk, len(ids)) for chunk in found[:LONGEST]]


def key(line: str, table: dict[int, str]) -> int:
    """A number for the words of a line, punctuation and case left out."""
    words = [chunk for chunk in text.chunks(text.normalise(line, table)) if not text.PUNCTUATION_CHARACTER.match(chunk)]
    return int.from_bytes(hashlib.blake2b(" ".join(words).encode(), digest_size=8).digest(), "big") >> 1


def hold_out(files: list[dict], table: dict[int, str]) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """{set: {language: pairs}}. Of Tatoeba no side occurs twice among the pairs of a language."""
    whole = {file["language"]: file["pairs"] for file in files if file["source"] == settings.HELD_OUT_WHOLE}
    held: dict[str, list[tuple[str, str]]] = {}
    for language in settings.LANGUAGES:
        pairs = [
            pair
            for file in files
            if file["language"] == language and file["source"].startswith("tatoeba")
            for pair in file["pairs"]
        ]
        ranked = sorted({(key(english, table), english, foreign) for foreign, english in pairs})
        seen: set[int] = set()
        chosen = []
        for english_key, english, foreign in ranked:
            foreign_key = key(foreign, table)
            if english_key in seen or foreign_key in seen:
                continue
            seen.update((english_key, foreign_key))
            chosen.append((foreign, english))
        held[language] = chosen[: min(settings.HELD_OUT, len(chosen) // 4)]
    return {"tatoeba": held, settings.HELD_OUT_WHOLE: whole}


def build() -> None:
    """Writes work/corpus.npz, work/corpus.pkl (files, chunks, replacements) and work/held-out.pkl."""
    files = read_all()
    seen = {character for file in files for pair in file["pairs"] for character in set(pair[0])}
    replacements = text.read_replacements(settings.CORPORA / "lexicon/t2s_chars.tsv", seen)
    chunker = Chunker(replacements)
    held = hold_out(files, chunker.table)
    held_keys = {key(side, chunker.table) for own in held.values() for pairs in own.values() for pair in pairs for side in pair}

    sides: tuple[list[np.ndarray], list[np.ndarray]] = ([], [])
    lengths: tuple[list[int], list[int]] = ([], [])
    keys: tuple[list[int], list[int]] = ([], [])
    cache: dict[str, tuple[int, np.ndarray]] = {}
    records = []
    first = 0
    for file in files:
        count = 0
        for pair in file["pairs"]:
            encoded = []
            for line in pair:
                known = cache.get(line)
                if known is None:
                    known = cache[line] = (key(line, chunker.table), np.array(chunker.line(line), np.int32))
                encoded.append(known)
            if any(number in held_keys or not len(ids) for number, ids in encoded):
                continue
            count += 1
            for side, (number, ids) in enumerate(encoded):
                sides[side].append(ids)
                lengths[side].append(len(ids))
                keys[side].append(number)
        weights = settings.SENTENCE_WEIGHT if file["kind"] == "sentences" else settings.LEXICON_WEIGHT
        record = {name: file[name] for name in ("language", "source", "kind")}
        records.append({**record, "first": first, "end": first + count, "weight": weights.get(file["source"], 1)})
        first += count
        file["pairs"] = None
    arrays = {}
    for side, name in enumerate(("foreign", "english")):
        arrays[name] = np.concatenate(sides[side])
        arrays[f"{name}_offsets"] = np.concatenate([[0], np.cumsum(lengths[side], dtype=np.int64)])
        arrays[f"{name}_keys"] = np.array(keys[side], np.int64)
    settings.WORK.mkdir(exist_ok=True)
    np.savez(settings.WORK / "corpus.npz", **arrays)
    corpus = {"files": records, "chunks": list(chunker.ids), "replacements": replacements}
    (settings.WORK / "corpus.pkl").write_bytes(pickle.dumps(corpus))
    (settings.WORK / "held-out.pkl").write_bytes(pickle.dumps(held))
    print(f"{first:,} pairs, {len(chunker.ids):,} chunks, held out", {name: sum(map(len, own.values())) for name, own in held.items()})


def sampling(files: list[dict]) -> np.ndarray:
    """Probability of each file: caps on lexicons, then languages by square root of size times priority."""
    mass = np.array([(file["end"] - file["first"]) * file["weight"] for file in files], float)
    for language in settings.LANGUAGES:
        own = np.array([file["language"] == language for file in files])
        lexicon = own & np.array([file["kind"] == "lexicon" for file in files])
        sentences = mass[own & ~lexicon].sum()
        allowed = sentences * settings.LEXICON_SHARE / (1 - settings.LEXICON_SHARE)
        mass[lexicon] *= min(1, allowed / max(mass[lexicon].sum(), 1))
        mass[own] *= settings.LANGUAGE_PRIORITY.get(language, 1) / np.sqrt(mass[own].sum())
    return mass / mass.sum()


if __name__ == "__main__":
    build()
