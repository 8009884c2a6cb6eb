/** Reads the words of a number one by one. */
import { readCompound } from './compound.ts';
import type { Lexicon, LexiconEntry } from './languages.ts';

const WORD = /[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/uy;

/** A word with its end, as written and in lower case. */
export interface Word {
  word: string;
  raw: string;
  end: number;
}

/** The role of a word in a number, with endings and compounds resolved. */
export function entryOf(word: string, lexicon: Lexicon): LexiconEntry | undefined {
  const entry =
    lexicon.words.get(word) ??
    (lexicon.table.ending && word.endsWith(lexicon.table.ending)
      ? lexicon.words.get(word.slice(0, -lexicon.table.ending.length))
      : undefined);
  if (entry || !lexicon.table.compound) return entry;
  const value = readCompound(word, lexicon);
  return value === undefined ? undefined : { value, role: 'add' };
}

/** The word that starts at `at`. */
export function readWord(text: string, at: number): Word | undefined {
  WORD.lastIndex = at;
  const raw = WORD.exec(text)?.[0];
  return raw === undefined ? undefined : { word: raw.toLowerCase(), raw, end: at + raw.length };
}

/** The word after a space or hyphen, past one joiner unless `plain`. */
export function nextWord(text: string, from: number, lexicon: Lexicon, plain = false): Word | undefined {
  const gap = /^(?:[ \u00a0]|[-‐‑])/.exec(text.slice(from, from + 2))?.[0].length ?? 0;
  if (gap === 0) return undefined;
  const word = readWord(text, from + gap);
  if (!word || !lexicon.joiners.has(word.word)) return word;
  if (plain) return undefined;
  const next = text[word.end] === ' ' ? readWord(text, word.end + 1) : undefined;
  const entry = next ? entryOf(next.word, lexicon) : undefined;
  return entry?.role === 'add' ? next : undefined;
}
