/**
 * Which words of one side have a word on the other that may stand for them, by the lexicon.
 *
 * A foreign word and an English one may when the English one is in its list; two foreign words when their lists share a word that is not among the commonest;
 * two words of one language when they are one, or when one's list has the other. Time: the lists of both sides.
 */

/** What a word may stand for. */
export interface Meaning {
  /** Ranks of English words. */
  readonly english: readonly number[];
  /** The rank of the word itself, if it is English. */
  readonly own?: number | undefined;
}

/** English words of a lower rank (of, the, is) join everything to everything: two lists do not meet in them. */
const COMMONEST = 150;

/** Which words of a side have which ranks: position lists by rank. */
export function indexRanks(meanings: readonly (Meaning | undefined)[]): Map<number, number[]> {
  const index = new Map<number, number[]>();
  meanings.forEach((meaning, at) => {
    if (!meaning) return;
    for (const rank of meaning.own === undefined ? meaning.english : [meaning.own]) {
      const here = index.get(rank);
      if (!here) index.set(rank, [at]);
      else if (here[here.length - 1] !== at) here.push(at);
    }
  });
  return index;
}

/** Visits the positions of the words of the other side that may stand for a word, some more than once; `direct`: just one of the two sides is English. */
export function visitSupporters(
  meaning: Meaning,
  index: ReadonlyMap<number, readonly number[]>,
  direct: boolean,
  visit: (at: number) => void,
): void {
  const ranks = meaning.own !== undefined && direct ? [meaning.own] : meaning.english;
  for (const rank of ranks) {
    if (direct || rank >= COMMONEST || rank === meaning.own) index.get(rank)?.forEach(visit);
  }
}
