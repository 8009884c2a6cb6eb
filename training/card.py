"""Writes the model card, models/palimpsest-base/README.md, from results/*.json and the corpora's SOURCES.md.

    python3 card.py --name long
"""

from __future__ import annotations

import argparse
import json
import pickle

import numpy as np

import compare
import evaluate
import settings

MEASURES = ["flores cosine", "flores margin", "tatoeba cosine", "tatoeba margin"]
HEADER = "| | FLORES cosine | FLORES margin | Tatoeba cosine | Tatoeba margin |"


def read(name: str):
    path = settings.RESULTS / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def sources(files: list[dict]) -> str:
    """Every source in use with its pairs and, from SOURCES.md, its repository and licence."""
    notes = {}
    for line in (settings.CORPORA / "SOURCES.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.replace("|site/", "site/").strip("|").split(" | ")]
        if line.startswith("| ") and len(cells) >= 5:
            licence = cells[4].split(" NOTE")[0]
            notes[cells[0].strip("| ")] = (cells[1], cells[2], licence)
    lines = ["| source | kind | from | at | licence | pairs used | languages |", "|---|---|---|---|---|---|---|"]
    for kind in ("sentences", "lexicon"):
        names = sorted({file["source"] for file in files if file["kind"] == kind})
        for name in names:
            own = [file for file in files if file["source"] == name and file["kind"] == kind and file["end"] > file["first"]]
            pairs = sum(file["end"] - file["first"] for file in own)
            used = f"{pairs:,}" if pairs else "in revision 1"
            origin, commit, licence = notes.get(name, ("", "", ""))
            languages = " ".join(file["language"] for file in own) if len(own) < len(settings.LANGUAGES) else "all"
            lines.append(f"| {name} | {kind} | {origin} | {commit} | {licence} | {used} | {languages} |")
    return "\n".join(lines)


def ablations(results: dict) -> str:
    base = results["base"]["means"]
    lines = [HEADER.replace("| |", "| changed |", 1)[:-1] + "| mean, against the recipe |", "|---|---|---|---|---|---|"]
    for result in results.values():
        cells = [f"{result['means'][name]:.2f}" for name in MEASURES]
        delta = result["means"]["all"] - base["all"]
        last = f"{result['means']['all']:.2f}" if result is results["base"] else f"{delta:+.2f}"
        lines.append(f"| {result['what']} | " + " | ".join(cells) + f" | {last} |")
    return "\n".join(lines)


def wide_ablation(results: dict) -> str:
    """Chinese, Japanese, Korean with and without n-grams of single characters and pairs."""
    lines = [HEADER, "|---|---|---|---|---|"]
    for language in ("zh", "ja", "ko"):
        for name, what in (("base", "with"), ("no-wide", "without")):
            cells = [results[name]["scores"][group][f"{language}-en"][measure] for group in ("flores", "tatoeba") for measure in ("cosine", "margin")]
            lines.append(f"| {language} {what} | " + " | ".join(f"{cell:.1f}" for cell in cells) + " |")
    return "\n".join(lines)


def curve(results: list[dict]) -> str:
    lines = [HEADER.replace("| |", "| rows | MB |", 1), "|---|---|---|---|---|---|"]
    for result in results:
        cells = [f"{result['means'][name]:.2f}" for name in MEASURES]
        lines.append(f"| {result['what']} | {result['megabytes']} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def before_and_now() -> list[str]:
    comparison, mix = read("comparison"), settings.RESULTS / "mix.md"
    if not comparison:
        return []
    return [
        "## Against revision 1",
        "Means over the trained languages. Revision 1 was trained on ud-pud; this one started from its rows and did not see it again. Links: average precision in % of the cosine alone, over "
        f"reports that are not translations of each other ({comparison['new']['links']['stories']['sets']} written stories, "
        f"{comparison['new']['links']['real news']['sets']} sets of real news), with the standard error over stories; two seeds of one recipe differ by "
        "0.1 to 0.7.",
        compare.table(comparison),
        mix.read_text(encoding="utf-8").strip(),
    ]


def card(name: str) -> str:
    config = json.loads((settings.MODEL / "config.json").read_text(encoding="utf-8"))
    own = config["palimpsest"]
    files = pickle.loads((settings.WORK / "corpus.pkl").read_bytes())["files"]
    schedule = json.loads((settings.WORK / name / "schedule.json").read_text())
    warm = np.load(settings.WORK / name / "trained.npy").any()
    origin = "The run started from the packed rows of revision 1 (9,000 batches of another mix), each n-gram row twice; its rate sank from the start, to two thirds at batch 1,000. " if warm else ""
    results, curves, variants = read("scores"), read("curves"), read("ablations")
    size = sum(path.stat().st_size for path in settings.MODEL.rglob("*") if path.is_file() and path.name != "README.md")
    parts = [
        "---\nlicense: cc-by-sa-4.0\nlibrary_name: transformers.js\npipeline_tag: feature-extraction\nlanguage:\n"
        + "\n".join(f"- {language if language != 'no' else repr(language)}" for language in own["languages"])
        + "\ntags:\n- sentence-similarity\n- static-embeddings\n- bitext-alignment\n---",
        "# palimpsest-base",
        f"A static multilingual sentence model of {size / 1e6:.1f} MB for finding translations: {own['pieces']:,} subword pieces and "
        f"{own['buckets']:,} hashed character n-gram rows, {own['dimensions']} dimensions, four bits a value. A text is the normalised sum "
        "of its rows, so the sum of a run of sentences is the sum of their sums. There is no attention and no word order: "
        "it knows which words are there, not who did what to whom.",
        "How text becomes rows, and what each file holds: `models/FORMAT.md` in the repository. In plain transformers.js:",
        "```js\nimport { pipeline } from '@huggingface/transformers'; // or '@xenova/transformers'\n"
        "const extract = await pipeline('feature-extraction', 'palimpsest-base', { dtype: 'q8' });\n"
        "const vectors = await extract(['Anjing itu tidur.', 'The dog sleeps.'], { pooling: 'mean', normalize: true });\n```",
        "The plain pipeline sees the pieces alone; the n-grams are added by Palimpsest. Their contribution is in the last row under *Size*.",
        "## Scores",
        "Share of sentences whose translation is the nearest among all, in %, mean of both directions; margin is the ratio margin with "
        "k = 4. FLORES is FLORES-200 devtest (1,012 sentences), used to choose settings, not trained on. Tatoeba pairs were held out "
        "of training, but other Tatoeba sentences were trained on. ud-pud (news and encyclopaedia, 1,000 sentences) is held out whole, but revision 1, from whose rows this one started, had seen it. "
        "`zh-Hant` is read without pairs of its own.",
        evaluate.table(results),
        *before_and_now(),
        "## Size",
        "Measured after training on the same sets, means over the trained languages. The folder holds four bits in steps of 0.55 of the root mean square of a row: finer ones gain at most 0.06, and these pack to 20 MB.",
        curve(curves) if curves else "",
    ]
    if variants:
        samples = next(iter(variants.values()))["samples"]
        parts += [
            "## Ablations",
            f"Short runs of {samples:,} samples on the mix of revision 1, raw float rows, one seed each: differences under 0.3 are noise.",
            ablations(variants),
        ]
        if "no-wide" in variants:
            parts += ["N-grams of Han, kana and Hangul (single characters and pairs):", wide_ablation(variants)]
    missing = read("untrained")
    if missing:
        parts += [
            "## Languages it was not trained on",
            "Scores of the same kind on small sets, to show what not to expect: Romanian shares letters and words with trained "
            "languages, Hebrew shares nothing.",
            "| language | what | pairs | cosine | margin |\n|---|---|---|---|---|\n"
            + "\n".join(f"| {row['language']} | {row['what']} | {row['pairs']} | {row['cosine']:.1f} | {row['margin']:.1f} |" for row in missing),
        ]
    parts += [
        "## Limits",
        "- A bag of pieces: negation, word order and who-did-what do not move the vector much. Quotations and near twins are mixed up.\n"
        "- Short sentences of common words are harder than news sentences; rare names help, missing words hurt.\n"
        f"- Trained on {' '.join(own['languages'])}. Any other language scores only as far as it shares words or letters with these.\n"
        "- Most training text is software documentation, interfaces, laws and encyclopaedia; part of it was translated by language models.\n"
        "- Case is dropped, and traditional Chinese is read as simplified.",
        "## Training",
        f"In-batch translation ranking, scale {schedule['scale']:g}, Adam on touched rows, learning rate {schedule['rate']:g} falling to 0 over the "
        f"last {schedule['cooldown']:,} of {schedule['steps']:,} batches, each of {schedule['batch']:,} pairs in blocks of {schedule['block']} from one source; "
        f"of the sentence blocks {schedule['neighbours']:.0%} are neighbours in a document and {schedule['mined']:.0%} alike, {schedule['joined']:.1%} are pairs of two "
        f"languages joined through their English, {schedule['half']:.0%} sentences against a half, {schedule['exchanged']:.0%} have words exchanged by the lexicons; piece "
        f"dropout {schedule['dropout']:g}; rows averaged over the last {schedule['average']:,} batches; then soft whitening folded into the rows. {origin}"
        "`training/` in the repository goes from corpora to this folder with one command.",
        "## Sources and licences",
        "The weights are under CC BY-SA 4.0, which the share-alike sources ask for. The texts themselves are not in the folder.",
        sources(files),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--name", default="long")
    (settings.MODEL / "README.md").write_text(card(parser.parse_args().name), encoding="utf-8")


if __name__ == "__main__":
    main()
