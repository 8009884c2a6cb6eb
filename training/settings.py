"""What is trained on what, in one place: languages, sources with their weights, sizes, and the schedule."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPORA = Path(os.environ.get("PALIMPSEST_CORPORA", HERE / "../../shared/corpora"))
FLORES = Path(os.environ.get("PALIMPSEST_FLORES", HERE / "../../shared/eval-dev/flores-devtest"))
WORK = HERE / "work"
RESULTS = HERE / "results"
MODEL = HERE / "../models/palimpsest-base"

SEED = 20
LANGUAGES = "id zh es el ru uk de fr ja vi ms ar pt it nl tr pl ko hi th".split()

# Share of a language among the samples, beside the square root of its amount of text.
LANGUAGE_PRIORITY = {"zh": 1.8, "id": 1.3, "ru": 1.4, "ja": 1.5, "ko": 1.5, "th": 1.4, "el": 1.2, "uk": 1.2, "ar": 1.2, "pl": 1.2, "vi": 1.2}

# How often a pair of a source is drawn against a pair of weight 1. Registers that would swamp the mix are below 1.
SENTENCE_WEIGHT = {
    "ud-pud": 3, "tico19": 2, "xquad": 2, "un-sdg": 2, "talpco": 1.5, "nusax": 1.5, "opensource-guide": 1.5,
    "tatoeba-opus-testsets": 1.5, "tatoeba-manythings": 1.5,
    "ethereum-org": 0.7, "matrix-react-ui": 0.7, "mozilla-www": 0.7, "mozilla-www-legacy": 0.7, "owasp-top10": 0.7,
    "ms-ai-agents-beginners": 0.5, "ms-azd-beginners": 0.4, "ms-edgeai-beginners": 0.5, "ms-foundry-local-lab": 0.4,
    "ms-iot-beginners": 0.7, "ms-security-101": 0.7, "kubernetes-docs": 0.4, "react-docs": 0.5, "electron-docs": 0.4,
    "paratext-manual": 0.5, "tensorflow-docs": 0.35, "openclaw-docs": 0.35, "django-docs": 0.3, "php-docs": 0.3,
    "python-docs": 0.3, "tw-laws": 0.3,
}  # fmt: skip
LEXICON_WEIGHT = {
    "cldr-names": 1, "xquad-answers": 1, "unciv-terms": 0.7, "wiktionary": 0.5, "cldr-annotations": 0.5,
    "naturalearth-places": 0.5, "tw-law-names": 0.5, "omw-wikt": 0.4, "cc-cedict": 0.4, "omw": 0.2,
    "wikidata-name-tokens": 0.1, "wikidata-person-names": 0.1,
}  # fmt: skip
LEXICON_SHARE = 0.3  # at most this part of a language's samples
LINES_PER_FILE = 120_000  # of one source and language, at most; cc-cedict is read whole
HELD_OUT = 1000  # Tatoeba pairs a language, at most a quarter of what there is

SPECIAL = ["<s>", "</s>", "<pad>", "<unk>", "<mask>"]
UNKNOWN = 3
PIECES = 50_000
BUCKETS = 76_000
DIMENSIONS = 256


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
    mined: float = 0.3  # part of the sentence blocks that hold alike sentences, after the first of these steps:
    mine_at: tuple[int, ...] = (4000,)  # where likeness is looked at anew
    seed: int = SEED
