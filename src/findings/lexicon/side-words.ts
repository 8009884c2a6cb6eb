import type { BeadSide } from '../bead-side.ts';
import type { Stretch } from '../stretch.ts';
import { cutHan } from './han-words.ts';
import { type LexiconLanguage, lexiconOf, PARTNERS } from './lexicon.ts';
import { hasWordKeys, wordKey } from './word-key.ts';
import type { Meaning } from './word-support.ts';

/** A word of a side, with what the lexicon knows of it. */
export interface SideWord extends Stretch {
  readonly key: string;
  /** Undefined for a word that the lexicon has not. */
  readonly meaning: Meaning | undefined;
  /** In a right translation nothing stands for it once in `2 ** (reliance / 2)` times; 0: nobody knows. */
  readonly reliance: number;
}

/** Cost of a Han character outside the lexicon, and of any of its words, in thirds. */
const UNKNOWN_COST = 48;

/** Words read already, by side and by which of {@link PARTNERS} they were read for. A side stands in as many beads as its document has partners. */
const read = new WeakMap<BeadSide, Map<number, readonly SideWord[]>>();

/** The words of a side in order, read for a partner in another language (base tags). Empty where the language has no lexicon. */
export function wordsOf(side: BeadSide, partner: string): readonly SideWord[] {
  // Only English words are relied on by partner; the others are read once for all.
  const way = side.base === 'en' || side.base === 'zh' ? PARTNERS.findIndex((one) => one === partner || one === 'other') : 0;
  let words = read.get(side)?.get(way);
  if (!words) {
    words = readWords(side, way);
    read.set(side, (read.get(side) ?? new Map<number, readonly SideWord[]>()).set(way, words));
  }
  return words;
}

function readWords(side: BeadSide, way: number): SideWord[] {
  const { base } = side;
  if (!hasWordKeys(base) || side.language.startsWith('zh-Hant')) return [];
  const lexicon = lexiconOf(base);
  if (base !== 'zh') return side.words.map((word) => toWord(word, wordKey(word.text, base), base, lexicon, way));
  const words = cutHan(side.text, (word) => lexicon.get(word)?.cost, UNKNOWN_COST).map((word) =>
    toWord(word, word.text, base, lexicon, way),
  );
  // Names and abbreviations in Latin letters stand among them.
  const english = lexiconOf('en');
  for (const word of side.words) {
    if (/^[a-z]/.test(word.text)) words.push(toWord(word, wordKey(word.text, 'en'), 'en', english, way));
  }
  return words.sort((one, other) => one.start - other.start);
}

function toWord(at: Stretch, key: string, base: string, lexicon: LexiconLanguage, way: number): SideWord {
  const word = lexicon.get(key);
  return {
    start: at.start,
    end: at.end,
    key,
    meaning: word && { english: word.english, own: base === 'en' ? lexicon.rankOf(key) : undefined },
    reliance: word?.reliance[base === 'en' ? way : 0] ?? 0,
  };
}
