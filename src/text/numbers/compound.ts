import type { Lexicon } from './languages.ts';

/**
 * The value of a number word that is written together, `undefined` for any other word: `dreiundzwanzig`, `zweihundertfünfzig`, `vijfentwintig`, `duecentotre`.
 *
 * Longest parts first, left to right, with backtracking; words longer than 60 letters are no numbers. Units before tens, as in German and Dutch, are
 * added if a joiner separates them.
 */
export function readCompound(word: string, lexicon: Lexicon): number | undefined {
  if (word.length > 60 || word.length < 4) return undefined;
  const failed = new Set<number>();
  const parts = split(word, 0, lexicon, failed);
  if (!parts || parts.length < 2) return undefined;
  let total = 0;
  let current: number | undefined;
  for (const part of parts) {
    if (part.multiply) {
      if (part.value === 100) current = (current ?? 1) * 100;
      else {
        total += (current ?? 1) * part.value;
        current = undefined;
      }
    } else current = (current ?? 0) + part.value;
  }
  return total + (current ?? 0);
}

interface Part {
  value: number;
  multiply: boolean;
}

function split(word: string, at: number, lexicon: Lexicon, failed: Set<number>): Part[] | undefined {
  if (at === word.length) return [];
  if (failed.has(at)) return undefined;
  for (let length = Math.min(12, word.length - at); length >= 2; length--) {
    const piece = word.slice(at, at + length);
    const entry = lexicon.words.get(piece);
    if (entry && (entry.role === 'add' || entry.role === 'multiply')) {
      const rest = split(word, at + length, lexicon, failed);
      if (rest) return [{ value: entry.value, multiply: entry.role === 'multiply' }, ...rest];
    } else if (at > 0 && lexicon.joiners.has(piece)) {
      const rest = split(word, at + length, lexicon, failed);
      if (rest?.length) return rest;
    }
  }
  failed.add(at);
  return undefined;
}
