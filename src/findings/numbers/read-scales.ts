import { digitValue } from './digit-value.ts';
import type { Lexicon } from './languages.ts';
import { entryOf, readWord } from './number-word.ts';
import { scanDigits } from './scan-digits.ts';
import { hanScale } from './scan-han.ts';

/** Scales after digits: ` million`, `bn`, `万`, one after the other (`3 mil millones`, `2亿5000万`). */
export function readScales(
  text: string,
  from: number,
  value: number,
  lexicon: Lexicon,
): { value: number; factor: number; end: number } | undefined {
  let end = from;
  let factor = 1;
  let extra = 0;
  // $300+ billion
  if (text[end] === '+') end++;
  for (;;) {
    // 400 多万: more than four million.
    if (lexicon.han && /^\s?[多余餘来來][万萬亿億]/.test(text.slice(end, end + 3)))
      end = text.slice(end, end + 3).search(/[多余餘来來]/) + end + 1;
    const han = text[end] === ' ' ? text[end + 1] : text[end];
    const scale = han !== undefined ? (HANGUL_SCALES[han] ?? (lexicon.han && han !== '十' ? hanScale(han) : 0)) : 0;
    const unit = '克米瓦卡赫字兆分';
    if (
      scale > 0 &&
      !(text[end] === ' ' && scale < 1e4) &&
      !(scale === 1000 && unit.includes(text[end + 1] ?? ' ')) &&
      !(scale === 1e12 && !lexicon.han)
    ) {
      end += text[end] === ' ' ? 2 : 1;
      if (extra > 0) extra *= scale;
      else factor *= scale;
      // 1 萬 7000 is one number.
      if (lexicon.han && scale >= 1e4 && text[end] === ' ' && /^ \d{3,4}(?!\d)/.test(text.slice(end, end + 6))) end++;
      const more = scale >= 1e4 && digitValue(text.codePointAt(end) ?? 32) >= 0 ? scanDigits(text, end, lexicon.table) : undefined;
      if (more && more.value < scale && !more.parts) {
        extra = more.value;
        end = more.end;
        const next = text[end] === undefined ? 0 : (HANGUL_SCALES[text[end]!] ?? hanScale(text[end]!));
        if (next === 0) return { value: value * factor + extra, factor, end };
      }
      continue;
    }
    if (lexicon.table.glued) {
      const glued = gluedScale(text, text[end] === ' ' ? end + 1 : end, lexicon);
      if (!glued) break;
      factor *= glued.value;
      end = glued.end;
      continue;
    }
    const space = text[end] === ' ' || text[end] === '\u00a0' || text[end] === '-' ? 1 : 0;
    const word = readWord(text, end + space)?.word;
    if (word === undefined) break;
    const entry = entryOf(word, lexicon);
    const times = entry?.role === 'multiply' ? entry.value : (lexicon.suffixes.get(word) ?? 0);
    // A bare letter is a magnitude only where it touches its number and money or a head count is likely: 2.5m, not 5 m.
    if (
      times < 100 ||
      (word.length <= 2 &&
        entry === undefined &&
        !word.endsWith('n') &&
        (space === 1 || !/[$€£¥]\s?$|[$€£¥]/.test(text.slice(Math.max(0, from - 14), from))))
    )
      break;
    factor *= times;
    end += space + word.length;
  }
  return factor === 1 ? undefined : { value: value * factor + extra, factor, end };
}

/** The longest scale that the text goes on with, for scripts without blanks. */
function gluedScale(text: string, at: number, lexicon: Lexicon): { value: number; end: number } | undefined {
  for (let length = 9; length >= 2; length--) {
    const entry = lexicon.words.get(text.slice(at, at + length));
    if (entry?.role === 'multiply') return { value: entry.value, end: at + length };
  }
  return undefined;
}

const HANGUL_SCALES: Readonly<Record<string, number>> = { 백: 100, 천: 1e3, 만: 1e4, 억: 1e8, 조: 1e12 };
