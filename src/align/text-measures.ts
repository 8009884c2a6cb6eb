/** Measures of a sentence that need no model: its length and its numbers. */
import { withoutInvisible } from '../text/invisible.ts';
import { settleText } from '../text/settled-characters.ts';

/**
 * Letters an alphabetic script would need for what one character says, by script. Characters not listed count 1.
 * From lengths of the same articles in 22 languages; they only bring scripts near one scale, since the ratio of two documents is estimated anyway.
 */
const letterWorth: readonly (readonly [first: number, last: number, worth: number])[] = [
  [0x3000, 0x303f, 1.5], // wide punctuation
  [0x3040, 0x30ff, 1.9], // kana
  [0x3400, 0x4dbf, 3.4], // rare Han
  [0x4e00, 0x9fff, 3.4], // Han
  [0xac00, 0xd7af, 2.5], // Hangul syllables
  [0xd800, 0xdfff, 1.7], // halves of astral characters: Han for the most part
  [0xf900, 0xfaff, 3.4], // compatibility Han
  [0xff00, 0xffef, 1.5], // full-width forms
];

/** Length of a text in letters of an alphabetic script: a Han character counts 3.4, a kana 1.9, a Hangul syllable 2.5, others 1. */
export function measureLength(text: string): number {
  const visible = withoutInvisible(text);
  let length = 0;
  for (let k = 0; k < visible.length; k++) {
    const unit = visible.charCodeAt(k);
    length += unit < 0x3000 ? 1 : worthOf(unit);
  }
  return length;
}

function worthOf(unit: number): number {
  for (const [first, last, worth] of letterWorth) {
    if (unit >= first && unit <= last) return worth;
  }
  return 1;
}

const numberPattern = /\p{Nd}+(?:[.,٫٬'\u00a0\u202f]\p{Nd}+)*/gu;

/**
 * The numbers written in digits in a text, as hashes of their digits.
 *
 * Separators are dropped, since languages differ in them, and so are leading zeros: `1,250.5` and `1.250,5` are equal. Digits of any script count.
 */
export function findNumbers(text: string): number[] {
  const found: number[] = [];
  for (const [match] of withoutInvisible(settleText(text)).matchAll(numberPattern)) {
    let hash = 7;
    let leading = true;
    for (const character of match) {
      const digit = digitValue(character);
      if (digit < 0 || (leading && digit === 0)) continue;
      leading = false;
      hash = (Math.imul(hash, 31) + digit + 1) | 0;
    }
    found.push(hash);
  }
  return found;
}

/** Value of a decimal digit of any script, -1 for other characters. Digits of a script are ten neighbours, so zero is the first of its run. */
function digitValue(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return code >= 48 && code <= 57 ? code - 48 : -1;
  if (!/\p{Nd}/u.test(character)) return -1;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}
