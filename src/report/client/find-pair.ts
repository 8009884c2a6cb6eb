/** Which pair shows a sentence best. */
import type { PageData } from '../page-data.ts';

/** Position of the pair of two documents, in either order; -1 when there is none. */
export function pairOf({ pairs }: PageData, a: number, b: number): number {
  return pairs.findIndex((pair) => (pair.source === a && pair.target === b) || (pair.source === b && pair.target === a));
}

/**
 * The pair in which to show a sentence: the wanted one; else the open one if it aligns the sentence; else the one that is surest about it;
 * else the open one or any that holds the document. -1 when none does.
 */
export function pairFor(data: PageData, document: number, sentence: number, open: number, wanted: readonly number[]): number {
  const holds = (index: number) => data.pairs[index]?.source === document || data.pairs[index]?.target === document;
  const own = wanted.includes(open) && holds(open) ? open : wanted.find(holds);
  if (own !== undefined) return own;
  const sureness = (index: number): number => {
    const { source, beads } = data.pairs[index]!;
    const from = source === document ? 0 : 2;
    const here = beads.filter((bead) => bead[from]! <= sentence && sentence < bead[from + 1]! && bead[0] < bead[1] && bead[2] < bead[3]);
    return Math.max(-1, ...here.map((bead) => bead[4]));
  };
  const candidates = [...data.pairs.keys()].filter(holds);
  if (holds(open) && sureness(open) >= 0) return open;
  const surest = candidates.sort((a, b) => sureness(b) - sureness(a) || Number(b === open) - Number(a === open) || a - b);
  return surest[0] ?? -1;
}
