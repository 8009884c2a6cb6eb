"""Two model folders on everything that can be measured: results/comparison.json, and a table.

    python3 compare.py OLD NEW          (two model folders; OLD from a work tree of an earlier tag)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import evaluate
import finish
import links
import settings

MEASURED = {"stories": settings.STORIES, "real news": settings.NEWS}


def measure(folder: Path) -> dict:
    model = finish.read_model(folder)
    scores = evaluate.score(*model)
    own = {name: evaluate.means({name: scores[name]}) for name in scores}
    pairs = {f"{name} id-zh": scores[name]["id-zh"] for name in scores if "id-zh" in scores[name]}
    return {
        "retrieval": {name: {measure: own[name][f"{name} {measure}"] for measure in ("cosine", "margin")} for name in own}
        | {name: {measure: row[measure] for measure in ("cosine", "margin")} for name, row in pairs.items()},
        "links": {name: links.score_folder(path, *model) for name, path in MEASURED.items() if path.is_dir()},
    }


def table(comparison: dict) -> str:
    """A Markdown table: old, new."""
    lines = ["| | before | now |", "|---|---|---|"]
    old, new = comparison["old"], comparison["new"]
    for name in new["retrieval"]:
        for measure in ("cosine", "margin"):
            what = evaluate.SETS.get(name.split()[0], name) + name[len(name.split()[0]) :]
            lines.append(f"| {what}, {measure} | " + " | ".join(f"{side['retrieval'][name][measure]:.2f}" for side in (old, new)) + " |")
    for name, row in new["links"].items():
        for measure, what in (("cosine", "cosine"), ("corrected", "cosine less neighbours")):
            cells = [f"{side['links'][name][measure]['precision']:.1f} ± {side['links'][name][measure]['error']:.1f}" for side in (old, new)]
            lines.append(f"| links of {name}, average precision, {what} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    comparison = {name: measure(Path(folder)) for name, folder in zip(("old", "new"), sys.argv[1:3], strict=True)}
    (settings.RESULTS / "comparison.json").write_text(json.dumps(comparison, indent=1) + "\n")
    print(table(comparison))


if __name__ == "__main__":
    main()
