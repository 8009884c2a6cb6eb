import levenshtein from 'fast-levenshtein';

/** Letters to change, add or take away to turn one word into the other, after NFC. */
export function letterDistance(one: string, other: string): number {
  return levenshtein.get(one.normalize('NFC'), other.normalize('NFC'));
}
