"""Short runs that change one thing against the base recipe; results go to results/ablations.json as they come.

    python3 ablate.py [--steps 600] [--only name,name]

Raw float rows are scored, before whitening and packing. One seed a row: differences under 0.3 are noise.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import shutil

import torch

import evaluate
import settings
import train
from data import Data
from encode import load_encoder

# name: (what changed, settings, fields of the schedule, no n-grams at all)
VARIANTS: dict[str, tuple[str, dict, dict, bool]] = {
    "base": ("the recipe", {}, {}, False),
    "seed": ("another seed", {}, {"seed": 21}, False),
    "no-grams": ("pieces alone", {}, {}, True),
    "no-wide": ("no n-grams for Han, kana, Hangul", {}, {}, False),
    "lexicon-50": ("at most half of the samples from lexicons", {"LEXICON_SHARE": 0.5}, {}, False),
    "lexicon-15": ("at most 15 % of the samples from lexicons", {"LEXICON_SHARE": 0.15}, {}, False),
    "rate-2e-2": ("learning rate 2e-2", {}, {"rate": 2e-2}, False),
    "rate-5e-3": ("learning rate 5e-3", {}, {"rate": 5e-3}, False),
    "scale-20": ("scale 20", {}, {"scale": 20.0}, False),
    "scale-10": ("scale 10", {}, {"scale": 10.0}, False),
    "batch-4096": ("batch 4096, half the steps", {}, {"batch": 4096}, False),
    "dropout-0": ("no dropout", {}, {"dropout": 0.0}, False),
    "buckets-32k": ("32,000 n-gram buckets", {"BUCKETS": 32_000}, {}, False),
    "buckets-152k": ("152,000 n-gram buckets", {"BUCKETS": 152_000}, {}, False),
    "dimensions-128": ("128 dimensions", {"DIMENSIONS": 128}, {}, False),
    "dimensions-384": ("384 dimensions", {"DIMENSIONS": 384}, {}, False),
    "mixed-batches": ("blocks of 16 pairs instead of 128", {}, {"block": 16}, False),
}


def run_variant(name: str, steps: int) -> dict:
    what, changed, fields, plain = VARIANTS[name]
    before = {key: getattr(settings, key) for key in changed}
    for key, new in changed.items():
        setattr(settings, key, new)
    try:
        encoder = load_encoder(settings.BUCKETS)
        if name == "no-wide":
            encoder.fold_length[encoder.wide] = 0  # what folds to nothing has no n-grams
        data = Data(encoder, grams=not plain)
        schedule = settings.Schedule(**{"steps": steps, "warmup": 100, "cooldown": steps // 2, **fields})
        if schedule.batch != settings.Schedule.batch:
            part = settings.Schedule.batch / schedule.batch
            schedule = dataclasses.replace(schedule, steps=round(steps * part), cooldown=round(schedule.cooldown * part))
        folder = settings.WORK / "ablation"
        shutil.rmtree(folder, ignore_errors=True)
        run = train.train("ablation", schedule, encoder, data, save_every=10**9)
        scores = evaluate.score(run.arrays[0], encoder, data.replacements, not plain)
        return {"what": what, "samples": schedule.steps * schedule.batch, "means": evaluate.means(scores), "scores": scores}
    finally:
        for key, old in before.items():
            setattr(settings, key, old)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--only", default=",".join(VARIANTS))
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_grad_enabled(False)
    torch.set_num_threads(options.threads)
    settings.RESULTS.mkdir(exist_ok=True)
    path = settings.RESULTS / "ablations.json"
    for name in options.only.split(","):
        result = run_variant(name, options.steps)
        results = json.loads(path.read_text()) if path.exists() else {}
        results[name] = result
        path.write_text(json.dumps(results, indent=1) + "\n")
        print(name, result["means"], flush=True)


if __name__ == "__main__":
    main()
