"""What is trained on what, in one place: languages, sources with their weights, sizes, and the schedule."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPORA = Path(os.environ.get("PALIMPSEST_CORPORA", HERE / "../../shared/corpora"))
FLORES = Path(os.environ.get("PALIMPSEST_FLORES", HERE / "../../shared/eval-dev/flores-devtest"))
STORIES = Path(os.environ.get("PALIMPSEST_STORIES", HERE / "../stories"))
NEWS = Path(os.environ.get("PALIMPSEST_NEWS", HERE / "../../shared/eval-dev/real-news"))
WORK = HERE / "work"
RESULTS = HERE / "results"
MODEL = HERE / "../models/palimpsest-base"

SEED = 20
LANGUAGES = "id zh es el ru uk de fr ja vi ms ar pt it nl tr pl ko hi th".split()

# Share of a language among the samples, beside the square root of its amount of text.
LANGUAGE_PRIORITY = {"zh": 1.8, "id": 1.3, "ru": 1.4, "ja": 1.5, "ko": 1.5, "th": 1.4, "el": 1.2, "uk": 1.2, "ar": 1.2, "pl": 1.2, "vi": 1.2}

# How often a pair of a source is drawn against a pair of weight 1. Registers that would swamp the mix are below 1.
SOFTWARE = 0.35  # times the weight that a source of software text would have for its size
SENTENCE_WEIGHT = {
    "tico19": 3, "xquad": 3, "un-sdg": 3, "talpco": 3, "nusax": 2, "opensource-guide": 2.5, "omw-glosses": 2,
    "tatoeba-opus-testsets": 2, "tatoeba-manythings": 2, "unciv": 0.7, "inaturalist-ui": 0.5, "tw-laws": 0.3,
} | {
    source: round(SOFTWARE * weight, 4)
    for source, weight in {
        "bitcoin-org": 1, "ethereum-org": 0.7, "matrix-react-ui": 0.7, "mozilla-www": 0.7, "mozilla-www-legacy": 0.7,
        "owasp-top10": 0.7, "ms-ai-agents-beginners": 0.5, "ms-azd-beginners": 0.4, "ms-edgeai-beginners": 0.5,
        "ms-foundry-local-lab": 0.4, "ms-iot-beginners": 0.7, "ms-security-101": 0.7, "kubernetes-docs": 0.4,
        "react-docs": 0.5, "electron-docs": 0.4, "paratext-manual": 0.5, "tensorflow-docs": 0.35, "openclaw-docs": 0.35,
        "django-docs": 0.3, "php-docs": 0.3, "python-docs": 0.3,
    }.items()
}  # fmt: skip
LEXICON_WEIGHT = {
    "cldr-names": 1, "xquad-answers": 1, "unciv-terms": 0.7, "wiktionary": 0.5, "cldr-annotations": 0.5,
    "naturalearth-places": 0.5, "tw-law-names": 0.5, "omw-wikt": 0.4, "cc-cedict": 0.4, "omw": 0.2,
    "wikidata-name-tokens": 0.1, "wikidata-person-names": 0.1,
}  # fmt: skip
LEXICON_SHARE = 0.19  # at most this part of a language's samples
LINES_PER_FILE = 120_000  # of one source and language, at most; cc-cedict is read whole
HELD_OUT_WHOLE = "ud-pud"  # a source of news and encyclopaedia that is only measured on
HELD_OUT = 1000  # Tatoeba pairs a language, at most a quarter of what there is

SPECIAL = ["<s>", "</s>", "<pad>", "<unk>", "<mask>"]
UNKNOWN = 3
PIECES = 50_000
BUCKETS = 152_000
DIMENSIONS = 256
START_SIZE = 2.0  # times the rows of a folder that a run starts from, about their size before they were packed
AVERAGE_EVERY = 25  # steps


@dataclass(frozen=True)
class Schedule:
    """One training run. Times are for one core."""

    steps: int = 9000
    batch: int = 2048
    block: int = 128  # pairs of one source standing together
    rate: float = 1e-2  # constant after the warm-up, then along a line to 0 over the last steps (the cooldown)
    warmup: int = 200
    cooldown: int = 2000
    scale: float = 14.0
    dropout: float = 0.1  # of pieces and n-grams
    initial: float = 0.05  # standard deviation of the first rows
    # Parts of the sentence blocks: which pairs stand together, and in which form (data.py).
    neighbours: float = 0.12
    mined: float = 0.25
    mine_from: int = 4000  # likeness is first looked at after so many steps,
    mine_every: int = 2000  # and again after so many more
    joined: float = 0.075
    half: float = 0.12
    exchanged: float = 0.06
    average: int = 1000  # last steps over which rows are averaged
    seed: int = SEED
