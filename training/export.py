"""Writes the model folder (models/FORMAT.md) from a trained run.

    python3 export.py --name long
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch

import corpus
import finish
import onnx_file
import settings
import text
import train
from data import Data
from encode import Encoder, load_encoder

REVISION = "2"


def tokenizer_json(encoder: Encoder, replacements: dict[str, str]) -> dict:
    """Normaliser, pre-tokeniser and pieces in the format of Hugging Face's tokenizers.

    Special tokens are in the vocabulary but not among `added_tokens`: the text "<s>" is then text like any other.
    """
    rules = [{"type": "Replace", "pattern": {"String": key}, "content": value} for key, value in replacements.items()]
    mark = "\u2581"
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFKC"}, {"type": "Lowercase"}, *rules]},
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [
                {"type": "WhitespaceSplit"},
                {"type": "Split", "pattern": {"Regex": text.PUNCTUATION}, "behavior": "Isolated", "invert": False},
                {"type": "Metaspace", "replacement": mark, "add_prefix_space": True, "prepend_scheme": "always"},
            ],
        },
        "post_processor": None,
        "decoder": {"type": "Metaspace", "replacement": mark, "add_prefix_space": True, "prepend_scheme": "always"},
        "model": {
            "type": "Unigram",
            "unk_id": settings.UNKNOWN,
            "byte_fallback": False,
            "vocab": [[piece, int(score)] for piece, score in zip(encoder.pieces, encoder.scores)],
        },
    }


def tokenizer_config() -> dict:
    names = ["bos_token", "eos_token", "pad_token", "unk_token", "mask_token"]
    return {
        "tokenizer_class": "XLMRobertaTokenizer",
        **dict(zip(names, settings.SPECIAL)),
        "cls_token": "<s>",
        "sep_token": "</s>",
        "model_max_length": 1_000_000,
        "clean_up_tokenization_spaces": False,
    }


def write_folder(folder: Path, rows: np.ndarray, encoder: Encoder, replacements: dict[str, str]) -> None:
    """`rows` are finished, float32, R x D."""
    values, scales = finish.quantise(rows)
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    contents = {
        "onnx/model_quantized.onnx": onnx_file.write(finish.pack(values), scales),
        "tokenizer.json": json.dumps(tokenizer_json(encoder, replacements), ensure_ascii=False, separators=(",", ":")).encode(),
        "tokenizer_config.json": json.dumps(tokenizer_config(), indent=1).encode(),
    }
    own = {
        "format": 1,
        "id": "palimpsest-base",
        "revision": REVISION,
        "dimensions": rows.shape[1],
        "bits": 4,
        "pieces": len(encoder.pieces),
        "buckets": encoder.buckets,
        "fold": text.fold_table(),
        "wide": text.WIDE,
        "languages": ["en", *settings.LANGUAGES],
        "sha256": {
            name: hashlib.sha256(contents[name]).hexdigest() for name in ("onnx/model_quantized.onnx", "tokenizer.json")
        },
    }
    config = {
        "model_type": "xlm-roberta",
        "architectures": ["XLMRobertaModel"],
        "hidden_size": rows.shape[1],
        "vocab_size": len(rows),
        "pad_token_id": settings.SPECIAL.index("<pad>"),
        "palimpsest": own,
    }
    contents["config.json"] = json.dumps(config, ensure_ascii=False, separators=(",", ":")).encode()
    for name, content in contents.items():
        (folder / name).write_bytes(content)
        print(f"{name:28} {len(content):>12,} bytes")


def finished_rows(run_folder: Path, data: Data) -> np.ndarray:
    rows, touched = train.result(run_folder)
    return finish.finish(rows, touched, finish.sample_vectors(rows, data, corpus.sampling(data.files)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--name", default="long")
    parser.add_argument("--folder", type=Path, default=settings.MODEL)
    options = parser.parse_args()
    torch.set_grad_enabled(False)
    encoder = load_encoder()
    data = Data(encoder)
    write_folder(options.folder, finished_rows(settings.WORK / options.name, data), encoder, data.replacements)


if __name__ == "__main__":
    main()
