/**
 * The part of a canonical name that a mention refers to: `Witcaf` is `Witkoff`, not `Steve Witkoff`.
 *
 * Tries every run of words of the canonical form and takes the one nearest to the romanised mention, by edit distance over its length.
 * Only people are named by parts: of a place or a body the whole name is the original (`Social Truth` is Truth Social, 美国 the United States).
 */
import levenshtein from 'fast-levenshtein';
import type { TracedName } from '../types.ts';

/** Find the run of words in `canonical` that `romanized` resembles most; the whole canonical form when it has one word. */
export function originalForm({ canonical, type }: Pick<TracedName, 'canonical' | 'type'>, romanized: string): string {
  const words = canonical.split(/\s+/).filter(Boolean);
  if (words.length < 2 || type !== 'person' || romanized.trim().split(/\s+/).length >= words.length) return canonical;
  const wanted = fold(romanized);
  if (wanted === '') return canonical;

  let best = canonical;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let start = 0; start < words.length; start++) {
    for (let end = words.length; end > start; end--) {
      const run = words.slice(start, end).join(' ');
      const folded = fold(run);
      const cost = levenshtein.get(wanted, folded) / Math.max(wanted.length, folded.length, 1);
      if (cost < bestCost) [best, bestCost] = [run, cost];
    }
  }
  return best;
}

/** Letters only, lower case, without accents. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
