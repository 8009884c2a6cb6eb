"""Text to chunks, and the fold table: the Python twin of the runtime (models/FORMAT.md).

    text --NFKC, lower case, one-character replacements--> normalised text
         --white space, then every punctuation character alone--> chunks

The same tables are written to `tokenizer.json` and `config.json` by `export.py`.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

# White space as ECMAScript's \s has it, after NFKC. Python's own \s knows U+001C to U+001F and U+0085 too.
WHITE_SPACE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"

# Punctuation and symbols: a character class of explicit ranges, so that no platform's Unicode tables decide.
PUNCTUATION = (
    "[!-\\/:-@\\[-`{-~\u00a1-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb\u00bf\u00d7\u00f7"
    "\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u060d\u061b\u061e\u061f\u066a-\u066d\u06d4"
    "\u0964\u0965\u0970\u0e4f\u0e5a\u0e5b\u1361-\u1368\u17d4-\u17da"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u214f\u2190-\u2bff\u2e00-\u2e7f"
    "\u3001-\u3004\u3008-\u3020\u3030\u303d\u30fb\ufe00-\ufe6f\uff5f-\uff65\ufffc\ufffd"
    "\U0001f000-\U0001faff]"
)
CHUNK = re.compile(f"{PUNCTUATION}|[^{WHITE_SPACE}{PUNCTUATION[1:-1]}]+")
PUNCTUATION_CHARACTER = re.compile(PUNCTUATION)

# Code ranges whose characters carry meaning one by one: Han with its iteration marks, kana, Hangul syllables.
WIDE = [[0x3005, 0x3007], [0x3040, 0x30FF], [0x31F0, 0x31FF], [0x3400, 0x4DBF], [0x4E00, 0x9FFF], [0xAC00, 0xD7AF], [0xF900, 0xFAFF]]

GREEK = dict(zip("αβγδεζηθικλμνξοπρστυφχψω", "a v g d e z i th i k l m n x o p r s t y f ch ps o".split()))
CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџѓќѕ",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh sch _ y _ e yu ya i yi ye g u j lj nj c dj dz g k dz".split(),
    )
)
LATIN = dict(zip("đłøßæœıþðħŋ", "d l o ss ae oe i th d h ng".split()))
ARABIC = dict(zip("أإآٱىةؤئک\u06cc", "ااااي\u0647ويكي"))
DROPPED = [*range(0x300, 0x370), 0x93C, 0x640, *range(0x64B, 0x653), 0x670, 0x200C, 0x200D, 0xAD]


def fold_table() -> dict[str, str]:
    """One character to the 0 to 3 that stand for it in n-grams; characters that stay are not listed."""
    fold = {**GREEK, **CYRILLIC, **LATIN, **ARABIC}
    fold = {key: "" if value == "_" else value for key, value in fold.items()}
    fold.update({chr(code): "" for code in DROPPED})
    for code in [*range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000)]:
        letter = chr(code)
        if letter in fold or letter != letter.lower() or not letter.isalpha():
            continue
        base = unicodedata.normalize("NFD", letter)
        folded = "".join(fold.get(part, part) for part in base if not unicodedata.combining(part))
        if folded != letter and len(folded) <= 3:
            fold[letter] = folded
    return dict(sorted(fold.items()))


def read_replacements(t2s_path: Path, seen: set[str]) -> dict[str, str]:
    """Single-character replacements: final sigma, two invisible spaces, and traditional Chinese characters of `seen`.

    No result is itself replaced, so the order of the rules does not matter.
    """
    rules = {"ς": "σ", "\u2581": " ", "\u200b": " "}
    t2s = {}
    for line in t2s_path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or "\t" not in line:
            continue
        key, values = line.split("\t")
        value = values.split(" ")[0]
        if len(key) == len(value) == 1 and key != value and max(key, value) <= "\uffff":
            t2s[key] = value
    for key in sorted(t2s):
        value = t2s[key]
        value = t2s.get(value, value)
        if key in seen and value not in t2s and unicodedata.normalize("NFKC", key) == key:
            rules[key] = value
    return rules


def normalise(text: str, replacements: dict[int, str]) -> str:
    """`replacements` as `str.maketrans` makes it."""
    text = unicodedata.normalize("NFKC", text).lower()
    return text if text.isascii() else text.translate(replacements)


def chunks(normalised: str) -> list[str]:
    """Runs between white space and punctuation, and each punctuation character."""
    return CHUNK.findall(normalised)
