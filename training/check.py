"""Is the folder in models/ a transformers.js model with our ids and our vectors?

    python3 check.py [path of a text file]...

Writes ids and vectors of some lines to work/check.json, then runs check-transformers.mjs, which loads the folder with
both generations of transformers.js (from the repository's node_modules) and compares. Needs Node.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np

import evaluate
import finish
import settings
import text

LINES = [
    "Hello, world! Don't panic: it's 3.14 % of 1,000.",
    "Президент Зеленський приїхав до Києва; Достоевский, «ё» и Й.",
    "總統特朗普與普丁討論烏克蘭和平計劃。史蒂夫·威特科夫",
    "首相は「平和」について話した。ＡＢＣ１２３ ｶﾞｷﾞ 東京タワー",
    "대통령이 평화 계획을 발표했다.",
    "Ο Οδυσσεύς έφτασε στην Αθήνα. ΣΊΣΥΦΟΣ",
    "راضٍ عن الخُطَّة الجديدة، أليس كذلك؟",
    "राष्ट्रपति ने क़ानून पर बात की।",
    "ประธานาธิบดีกล่าวว่า แผนสันติภาพ\u200bใหม่ ๆ ดี",
    "Tổng thống nói: «Việt Nam đẹp lắm».",
    "anak-anak 😀😀 👩‍👩‍👧 ❤️ 🇮🇩 𠮷野家 𝒳 e\u0301 n\u0303 İstanbul ŞİŞLİ ﬁne ½ №5",
    "<s> <pad> </s> ▁▁ a▁b ▁ \u0378 \ue000\ue001x\ue000",
    "",
    "   ",
    "\U0001f600",
]


def main() -> None:
    rows, encoder, replacements = finish.read_model(settings.MODEL)
    lines = LINES + [line for path in sys.argv[1:] for line in Path(path).read_text(encoding="utf-8").splitlines()]
    table = str.maketrans(replacements)
    cases = []
    for line in lines:
        chunks = text.chunks(text.normalise(line, table))
        pieces = encoder(chunks, False)[0] if chunks else np.array([], int)
        both = encoder(chunks)[0] if chunks else pieces
        cases.append({"text": line, "pieces": pieces.tolist(), "ids": both.tolist()})
    for name, grams in (("pieceVector", False), ("vector", True)):
        for case, vector in zip(cases, evaluate.embed(lines, rows, encoder, replacements, grams)):
            case[name] = [round(float(number), 6) for number in vector]
    path = settings.WORK / "check.json"
    path.write_text(json.dumps({"unknown": settings.UNKNOWN, "cases": cases}), encoding="utf-8")
    script = settings.HERE / "check-transformers.mjs"
    sys.exit(subprocess.run(["node", script, settings.MODEL.resolve(), path]).returncode)


if __name__ == "__main__":
    main()
