"""How well the cosine alone tells which sentences of two reports say the same: average precision over all their sentences.

Reports that are not made from each other or from one source ("far" pairs) of the written stories, and real news, with
sure and possible links; possible ones count neither way. Beside the cosine stands the cosine less 0.4 of the mean of
each sentence's four best in that pair of documents. The error is the standard error over stories (jackknife).
"""

from __future__ import annotations

import json
from itertools import combinations, product
from pathlib import Path

import numpy as np

import evaluate
from encode import Encoder

NEIGHBOURS = 4
CORRECTION = 0.4
Links = set[tuple[int, int]]


def far_pairs(story: dict) -> list[tuple[dict, dict, Links, Links]]:
    """(document, other document, sure links, possible links)"""
    if "pairs" in story:
        documents = {document["id"]: document for document in story["documents"]}
        return [(*(documents[name] for name in pair["documents"]), *links_of(pair)) for pair in story["pairs"]]
    return [(one, other, *shared_facts(one, other)) for one, other in combinations(story["documents"], 2) if is_far(one, other)]


def is_far(one: dict, other: dict) -> bool:
    if "related" in (one["role"], other["role"]):
        return True
    return one["source"] != other["id"] and other["source"] != one["id"] and (one["source"] is None or one["source"] != other["source"])


def links_of(pair: dict) -> tuple[Links, Links]:
    return set(map(tuple, pair["sure"])), set(map(tuple, pair["possible"]))


def shared_facts(one: dict, other: dict) -> tuple[Links, Links]:
    """Sentences with a main fact in common, and those that share one said by the way."""
    sure, possible = set(), set()
    for (i, left), (j, right) in product(enumerate(one["sentences"]), enumerate(other["sentences"])):
        main, by_the_way = ([set(side.get(name, [])) for side in (left, right)] for name in ("main", "also"))
        if main[0] & main[1]:
            sure.add((i, j))
        elif (main[0] | by_the_way[0]) & (main[1] | by_the_way[1]):
            possible.add((i, j))
    return sure, possible


def average_precision(scores: np.ndarray, right: np.ndarray) -> float:
    ranked = right[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ranked)[ranked] / (1 + np.flatnonzero(ranked))).mean())


def score_folder(folder: Path, rows: np.ndarray, encoder: Encoder, replacements: dict[str, str]) -> dict:
    """Sets, links, and of both measures average precision and its error, in %."""
    vectors: dict[str, np.ndarray] = {}
    by_story = []
    for path in sorted(folder.glob("*.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        for document in story["documents"]:
            lines = [line if isinstance(line, str) else line["text"] for line in document["sentences"]]
            vectors[document["id"]] = evaluate.embed(lines, rows, encoder, replacements)
        parts = []
        for one, other, sure, possible in far_pairs(story):
            cosine = vectors[one["id"]] @ vectors[other["id"]].T
            near = [np.sort(cosine, axis=axis)[:, -NEIGHBOURS:] if axis else np.sort(cosine, axis=0)[-NEIGHBOURS:] for axis in (1, 0)]
            corrected = cosine - CORRECTION * (near[0].mean(1)[:, None] + near[1].mean(0)) / 2
            cells = [cell for cell in np.ndindex(cosine.shape) if cell not in possible]
            places = tuple(zip(*cells))
            parts.append((cosine[places], corrected[places], np.array([cell in sure for cell in cells])))
        if parts:
            by_story.append([np.concatenate(part) for part in zip(*parts)])
    out: dict = {"sets": len(by_story), "links": int(sum(part[2].sum() for part in by_story))}
    for measure, name in enumerate(("cosine", "corrected")):
        def precision(chosen: list) -> float:
            return 100 * average_precision(*(np.concatenate([part[k] for part in chosen]) for k in (measure, 2)))

        without = np.array([precision(by_story[:k] + by_story[k + 1 :]) for k in range(len(by_story))])
        error = np.sqrt((len(by_story) - 1) * without.var())
        out[name] = {"precision": round(precision(by_story), 1), "error": round(float(error), 1)}
    return out
