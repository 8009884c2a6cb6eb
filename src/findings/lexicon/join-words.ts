/**
 * Words of a bead joined by the lexicon, and pairs of words that stand at one place of both sides although nothing joins them.
 *
 *     source   kemungkinan  menghargai  diskusi  langsung
 *                   |            :                   |          | joined; : the place between joined neighbours is taken by two words
 *     target   possibility    resuming   direct … negotiations    that stand for nothing and for one another neither
 *
 * Time: words × their lists; the candidates: unjoined words of one side × those of the other.
 */
import type { BeadSide } from '../bead-side.ts';
import { type SideWord, wordsOf } from './side-words.ts';
import { indexRanks, visitSupporters } from './word-support.ts';

/** The words of both sides; for each its nearest supporter on the other side, -1 without. */
export interface JoinedWords {
  readonly source: readonly SideWord[];
  readonly target: readonly SideWord[];
  readonly sourceLink: Int32Array;
  readonly targetLink: Int32Array;
}

/** Joins the words of two sides. */
export function joinWords(source: BeadSide, target: BeadSide): JoinedWords {
  const ours = wordsOf(source, target.base);
  const theirs = wordsOf(target, source.base);
  const direct = isDirect(source, target);
  return { source: ours, target: theirs, sourceLink: nearest(ours, theirs, direct), targetLink: nearest(theirs, ours, direct) };
}

/** Whether just one of two sides is English, the language of the lists. */
export function isDirect(source: BeadSide, target: BeadSide): boolean {
  return (source.base === 'en') !== (target.base === 'en');
}

/** Where a list of words has which ranks and keys. */
interface WordIndex {
  readonly index: ReadonlyMap<number, readonly number[]>;
  readonly same: ReadonlyMap<string, readonly number[]>;
}

const indexed = new WeakMap<readonly SideWord[], WordIndex>();

/** A list of words, which stands in several beads, is indexed once. */
function indexOf(words: readonly SideWord[]): WordIndex {
  const known = indexed.get(words);
  if (known) return known;
  const same = new Map<string, number[]>();
  words.forEach(({ key }, at) => {
    const here = same.get(key);
    if (here) here.push(at);
    else same.set(key, [at]);
  });
  const made = { index: indexRanks(words.map(({ meaning }) => meaning)), same };
  indexed.set(words, made);
  return made;
}

function nearest(ours: readonly SideWord[], theirs: readonly SideWord[], direct: boolean): Int32Array {
  const { index, same } = indexOf(theirs);
  return Int32Array.from(ours, ({ meaning, key }, at) => {
    const wanted = (at + 0.5) / ours.length;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    const compare = (other: number): void => {
      const away = Math.abs((other + 0.5) / theirs.length - wanted);
      if (away >= least) return;
      best = other;
      least = away;
    };
    same.get(key)?.forEach(compare);
    if (meaning) visitSupporters(meaning, index, direct, compare);
    return best;
  });
}
