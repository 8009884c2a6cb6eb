"""Unigram pieces with SentencePiece (Kudo 2018) over a weighted sample of the chunks.

Writes work/pieces.tsv: piece, score. Scores are log probabilities times 1000, rounded to whole numbers, so that sums
along a path are exact in every runtime. Pieces with characters outside the Basic Multilingual Plane are left out, since
one of the libraries that read the folder walks UTF-16 units.
"""

from __future__ import annotations

import pickle

import numpy as np
import sentencepiece

import corpus
import settings

SAMPLE = 600_000  # pairs


def write_sample(path) -> None:
    """Lines of chunks with spaces between them, drawn as in training."""
    arrays = np.load(settings.WORK / "corpus.npz")
    stored = pickle.loads((settings.WORK / "corpus.pkl").read_bytes())
    random = np.random.default_rng(settings.SEED)
    probability = corpus.sampling(stored["files"])
    with path.open("w", encoding="utf-8") as out:
        sides = [(arrays[name], arrays[f"{name}_offsets"]) for name in ("foreign", "english")]
        for file, part in zip(stored["files"], probability):
            size = file["end"] - file["first"]
            count = min(size, round(part * SAMPLE))
            for index in file["first"] + random.choice(size, count, replace=False):
                for ids, offsets in sides:
                    line = ids[offsets[index] : offsets[index + 1]]
                    out.write(" ".join(stored["chunks"][chunk] for chunk in line) + "\n")


def build() -> None:
    sample = settings.WORK / "sample.txt"
    write_sample(sample)
    sentencepiece.SentencePieceTrainer.train(
        input=str(sample),
        model_prefix=str(settings.WORK / "unigram"),
        model_type="unigram",
        vocab_size=settings.PIECES - len(settings.SPECIAL) + 3,
        character_coverage=0.9998,
        normalization_rule_name="identity",
        input_sentence_size=0,
        max_sentence_length=20_000,
        num_threads=2,
        minloglevel=1,
    )
    pieces = []
    for line in (settings.WORK / "unigram.vocab").read_text(encoding="utf-8").splitlines():
        piece, score = line.split("\t")
        if piece not in ("<unk>", "<s>", "</s>") and max(piece) <= "\uffff":
            assert "\u2581" not in piece[1:], piece
            pieces.append(f"{piece}\t{round(1000 * float(score))}")
    (settings.WORK / "pieces.tsv").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    print(len(pieces), "pieces")


if __name__ == "__main__":
    build()
