"""Retrieval scores of a table of rows, or of the folder in models/.

    python3 evaluate.py            the committed folder: FLORES devtest, held-out Tatoeba, ud-pud

Each sentence looks for its translation among all of the other side: by cosine, and by ratio margin with k = 4
(Artetxe & Schwenk 2019, https://aclanthology.org/P19-1309/). A score is the share found, mean of both directions, in %.
"""

from __future__ import annotations

import json
import pickle

import numpy as np

import corpus
import finish
import kernels
import settings
import text
from encode import Encoder

NEIGHBOURS = 4


def embed(lines: list[str], rows: np.ndarray, encoder: Encoder, replacements: dict[str, str], grams: bool = True) -> np.ndarray:
    """Unit vectors, len(lines) x D; a line without rows has the zero vector."""
    table = str.maketrans(replacements)
    chunked = [text.chunks(text.normalise(line, table)) for line in lines]
    members, chunk_offsets = encoder([chunk for line in chunked for chunk in line], grams)
    ends = np.concatenate([[0], np.cumsum([len(line) for line in chunked])])
    sums = kernels.sum_bags(rows, members, chunk_offsets[ends])
    return sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)


def retrieval(source: np.ndarray, target: np.ndarray) -> tuple[float, float]:
    """Cosine and margin accuracy in % of n source rows against their n target rows."""
    cosine = source @ target.T
    truth = np.arange(len(cosine))
    near_source = np.partition(cosine, -NEIGHBOURS, axis=1)[:, -NEIGHBOURS:].mean(1)
    near_target = np.partition(cosine, -NEIGHBOURS, axis=0)[-NEIGHBOURS:].mean(0)
    margin = cosine / ((near_source[:, None] + near_target) / 2)
    found = [100 * ((scores.argmax(1) == truth).mean() + (scores.argmax(0) == truth).mean()) / 2 for scores in (cosine, margin)]
    return float(found[0]), float(found[1])


def development() -> dict[str, dict[str, tuple[list[str], list[str]]]]:
    """FLORES devtest of each language against English, its other files, id-zh; held-out Tatoeba pairs; the source held out whole."""

    def flores(language: str) -> list[str]:
        return (settings.FLORES / f"{language}.txt").read_text(encoding="utf-8").splitlines()

    english = flores("en")
    languages = sorted(path.stem for path in settings.FLORES.glob("*.txt") if path.stem != "en")
    sets = {"flores": {f"{language}-en": (flores(language), english) for language in languages}}
    sets["flores"]["id-zh"] = (flores("id"), flores("zh"))
    held = pickle.loads((settings.WORK / "held-out.pkl").read_bytes())
    for name, by_language in held.items():
        sets[name] = {f"{language}-en": tuple(map(list, zip(*pairs))) for language, pairs in by_language.items()}
    indonesian, chinese = ({english: line for line, english in held[settings.HELD_OUT_WHOLE][language]} for language in ("id", "zh"))
    both = [english for english in indonesian if english in chinese]
    sets[settings.HELD_OUT_WHOLE]["id-zh"] = [indonesian[line] for line in both], [chinese[line] for line in both]
    return sets


UNTRAINED = {"ro": ("xquad-answers", "short answers, XQuAD"), "he": ("wikidata-person-names", "person names, Wikidata")}


def score_untrained(rows: np.ndarray, encoder: Encoder, replacements: dict[str, str]) -> list[dict]:
    """Languages of which no text was trained on, on at most 1,000 pairs without repeated sides."""
    out = []
    for language, (source, what) in UNTRAINED.items():
        pairs = corpus.read_pairs(settings.CORPORA / f"lexicon/{language}-en/{source}.tsv.xz", 10**9)
        foreign = {left: (left, right) for left, right in reversed(pairs)}
        chosen = list({right: (left, right) for left, right in reversed(foreign.values())}.values())[:1000]
        cosine, margin = retrieval(*(embed(list(side), rows, encoder, replacements) for side in zip(*chosen)))
        out.append({"language": language, "what": what, "pairs": len(chosen), "cosine": cosine, "margin": margin})
    return out


def score(rows: np.ndarray, encoder: Encoder, replacements: dict[str, str], grams: bool = True) -> dict:
    """{set: {pair: {pairs, cosine, margin}}}"""
    scores: dict = {}
    for name, pairs in development().items():
        scores[name] = {}
        for pair, sides in pairs.items():
            vectors = [embed(side, rows, encoder, replacements, grams) for side in sides]
            cosine, margin = retrieval(*vectors)
            scores[name][pair] = {"pairs": len(sides[0]), "cosine": round(cosine, 2), "margin": round(margin, 2)}
    return scores


def means(scores: dict) -> dict[str, float]:
    """Mean over the trained languages of each set and measure, and of everything."""
    out = {}
    for name, pairs in scores.items():
        for measure in ("cosine", "margin"):
            trained = [pairs[pair][measure] for pair in (f"{language}-en" for language in settings.LANGUAGES) if pair in pairs]
            out[f"{name} {measure}"] = round(float(np.mean(trained)), 2)
    out["all"] = round(float(np.mean(list(out.values()))), 2)
    return out


SETS = {"flores": "FLORES", "tatoeba": "Tatoeba", settings.HELD_OUT_WHOLE: settings.HELD_OUT_WHOLE}


def table(scores: dict) -> str:
    """A Markdown table, a line a language pair."""
    order = [f"{language}-en" for language in settings.LANGUAGES]
    order += [pair for pair in scores["flores"] if pair not in order]
    columns = [(name, measure) for name in SETS for measure in ("cosine", "margin")]
    average = means(scores)
    lines = ["| pair | " + " | ".join(f"{SETS[name]} {measure}" for name, measure in columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for pair in order:
        cells = [f"{scores[name][pair][measure]:.1f}" if pair in scores[name] else "" for name, measure in columns]
        lines.append(f"| {pair} | " + " | ".join(cells) + " |")
    return "\n".join([*lines, "| mean of trained | " + " | ".join(f"{average[f'{name} {measure}']:.2f}" for name, measure in columns) + " |"])


def main() -> None:
    rows, encoder, replacements = finish.read_model(settings.MODEL)
    scores = score(rows, encoder, replacements)
    print(table(scores))
    settings.RESULTS.mkdir(exist_ok=True)
    (settings.RESULTS / "scores.json").write_text(json.dumps(scores, indent=1) + "\n")
    untrained = score_untrained(rows, encoder, replacements)
    (settings.RESULTS / "untrained.json").write_text(json.dumps(untrained, indent=1) + "\n")


if __name__ == "__main__":
    main()
