/**
 * Maps positions in normalised text back to the original.
 *
 * NFKC and lower-casing can change lengths (`½` → `1⁄2`, `e` + accent → `é`, `İ` → `i̇`), so offsets into normalised text must be mapped back. The text
 * is divided into parts that normalise independently: a character with the marks and jamo that follow it. All units of a normalised part
 * map to the whole original part.
 *
 *     original     ｆ  ½        e ◌́
 *     normalised   f  1  ⁄  2  é
 *     starts       0  1  1  1  2
 *     ends         1  2  2  2  4
 *
 * Whether parts do normalise independently is checked word by word; a word where they do not is one part. Time and memory: O(characters).
 */
import { settleText } from '../text/settled-characters.ts';
import { compose, normalizeText } from './chunk-scanner.ts';

/** Per unit of normalised text: the half-open span of the original that it comes from. */
export interface OriginalSpans {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const WORDS = /(?:(?<=\p{Ll})[-‐]\r?\n[ \t]*(?=\p{Ll})|[^ \n])+|[ \n]+/gu;
/** A character and everything that may compose with it: marks, vowel and final jamo, half-width voiced marks, and invisible characters between. */
const PARTS =
  /.[\p{M}\u00ad\u0640\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u1160-\u11ff\ud7b0-\ud7ff\uff9e\uff9f\uffa0-\uffdc]*/gsu;

/**
 * The original span of each unit of a text's normalised form, or `undefined` when no unit has moved.
 *
 * @param length - Units of the normalised text.
 */
export function originalSpans(given: string, length: number): OriginalSpans | undefined {
  const text = settleText(given);
  // Lower-casing never shortens, so equal lengths of an already composed text mean equal places.
  if (text.length === length && compose(text) === text) return undefined;
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  let to = 0;
  const add = (start: number, end: number, units: number): void => {
    starts.fill(start, to, to + units);
    ends.fill(end, to, to + units);
    to += units;
  };
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const normalized = normalizeText(word);
    const parts = word.match(PARTS) ?? [];
    const forms = parts.map(normalizeText);
    if (forms.join('').length !== normalized.length || !isSame(forms.join(''), normalized)) {
      add(index, index + word.length, normalized.length);
      continue;
    }
    let from = index;
    for (const [i, part] of parts.entries()) {
      const isPlain = part.length === forms[i]!.length;
      if (isPlain) for (let k = 0; k < part.length; k++) add(from + k, from + k + 1, 1);
      else add(from, from + part.length, forms[i]!.length);
      from += part.length;
    }
  }
  return { starts, ends };
}

/** Whether a sigma is final depends on what follows, so parts may differ from the word in sigmas, and in nothing else. */
function isSame(joined: string, whole: string): boolean {
  return joined === whole || joined.replaceAll('ς', 'σ') === whole.replaceAll('ς', 'σ');
}
