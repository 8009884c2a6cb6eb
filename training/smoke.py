"""The whole way from corpora to a folder on two made-up languages, in a minute: does the code still run, and learn?

    python3 smoke.py

Words are made of syllables, and each has one translation. A model that learned anything finds nearly all sentences.
"""

from __future__ import annotations

import lzma
import tempfile
from pathlib import Path

import numpy as np
import torch

import settings

WORDS, LINES, STEPS = 400, 3000, 150
SYLLABLES = [consonant + vowel for consonant in "bcdfghklmnprstvz" for vowel in "aeiou"]


def write_corpora(folder: Path, random: np.random.Generator) -> None:
    words = ["".join(random.choice(SYLLABLES, 3)) for _ in range(3 * WORDS)]
    english, foreign = words[:WORDS], {"id": words[WORDS : 2 * WORDS], "zh": words[2 * WORDS :]}

    def pairs(language: str, count: int) -> list[str]:
        lines = [random.choice(WORDS, 8) for _ in range(count)]
        return [" ".join(foreign[language][word] for word in line) + "\t" + " ".join(english[word] for word in line) for line in lines]

    for language, own in foreign.items():
        files = {
            f"train/{language}-en/tatoeba-x": pairs(language, LINES),
            f"train/{language}-en/{settings.HELD_OUT_WHOLE}": pairs(language, 100),
            f"lexicon/{language}-en/words": [f"{left}\t{right}" for left, right in zip(own, english)],
        }
        for name, lines in files.items():
            path = folder / f"{name}.tsv.xz"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(lzma.compress("".join(f"{line}\n" for line in lines).encode()))
    (folder / "lexicon/t2s_chars.tsv").write_text("")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for key, value in {
            "CORPORA": folder, "WORK": folder / "work", "LANGUAGES": ["id", "zh"], "PIECES": 500, "BUCKETS": 1000, "DIMENSIONS": 32,
        }.items():  # fmt: skip
            setattr(settings, key, value)
        # these read settings when they are imported
        import corpus
        import evaluate
        import export
        import finish
        import train
        import vocabulary
        from data import Data
        from encode import load_encoder

        write_corpora(folder, np.random.default_rng(1))
        corpus.build()
        vocabulary.build()
        torch.set_grad_enabled(False)
        encoder = load_encoder(settings.BUCKETS)
        data = Data(encoder)
        schedule = settings.Schedule(steps=STEPS, batch=256, block=64, warmup=20, cooldown=50, mine_from=50, mine_every=50, average=50)
        train.train("smoke", schedule, encoder, data, save_every=100)
        export.write_folder(folder / "model", export.finished_rows(settings.WORK / "smoke", data), encoder, data.replacements)
        rows, read, replacements = finish.read_model(folder / "model")
        for language, pairs in corpus.hold_out(corpus.read_all(), {})[settings.HELD_OUT_WHOLE].items():
            found, _ = evaluate.retrieval(*(evaluate.embed(list(side), rows, read, replacements) for side in zip(*pairs)))
            print(f"{language}: {found:.0f} % found")
            if found < 90:
                raise SystemExit("expected at least 90 %")


if __name__ == "__main__":
    main()
