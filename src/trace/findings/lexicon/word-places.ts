/**
 * Where in the other text a stretch of this one is said, by the words around it that the lexicon joins.
 *
 *     source   Mereka | tidak | dapat  datang  hari  ini          tidak stands beside words that are joined to can and come;
 *                  \            |        |        \               so whatever answers it stands beside these
 *     target   … they can  come  today                           distance: words of the other side to the nearest of them
 */
import type { BeadSide } from '../bead-side.ts';
import type { Stretch } from '../rule.ts';
import { joinWords } from './join-words.ts';
import type { SideWord } from './side-words.ts';

/** Words on either side of a stretch that are asked where it is said. */
const REACH = 3;
/** How many words behind a number what it counts may stand: one of the best places. */
const NEIGHBOURS = 5;

/** Finds counterparts of places. */
export class WordPlaces {
  readonly #here: readonly SideWord[];
  readonly #there: readonly SideWord[];
  readonly #links: Int32Array;
  readonly #back: Int32Array;

  constructor(side: BeadSide, other: BeadSide) {
    const { source, target, sourceLink, targetLink } = joinWords(side, other);
    this.#here = source;
    this.#there = target;
    this.#links = sourceLink;
    this.#back = targetLink;
  }

  /** How many words a stretch of the other side is away from what stands around one of this side; undefined where nothing around it is joined. */
  distance(stretch: Stretch, other: Stretch): number | undefined {
    const at = this.#here.findIndex(({ end }) => end > stretch.start);
    const there = this.#there.findIndex(({ end }) => end > other.start);
    if (at < 0 || there < 0) return undefined;
    let least: number | undefined;
    for (let k = Math.max(0, at - REACH); k <= Math.min(this.#here.length - 1, at + REACH + 1); k++) {
      const link = this.#links[k]!;
      const word = this.#here[k]!;
      if (link < 0 || word.reliance < LEAST_RELIANCE || (word.start < stretch.end && word.end > stretch.start)) continue;
      least = Math.min(least ?? Number.POSITIVE_INFINITY, Math.abs(link - there));
    }
    return least;
  }

  /** Whether a word right behind a stretch of this side, or with `before` also right before it, has its counterpart at the same place of a stretch of the other. */
  shareNeighbour(stretch: Stretch, other: Stretch, before: boolean): boolean {
    const at = this.#here.findIndex(({ end }) => end > stretch.start);
    const there = this.#there.findIndex(({ end }) => end > other.start);
    if (at < 0 || there < 0) return false;
    for (let k = Math.max(0, at - (before ? NEIGHBOURS : 0)); k <= Math.min(this.#here.length - 1, at + NEIGHBOURS); k++) {
      const link = this.#links[k]!;
      const word = this.#here[k]!;
      if (link < 0 || word.reliance < LEAST_RELIANCE || (word.start < stretch.end && word.end > stretch.start)) continue;
      if (Math.abs(link - there) <= NEIGHBOURS && (before || this.#there[link]!.start >= other.end)) return true;
    }
    return false;
  }

  /** How many words of this side lie between a stretch of it and the counterpart of a word of the other side; undefined where that has none. */
  distanceBack(stretch: Stretch, other: Stretch): number | undefined {
    const there = this.#there.findIndex(({ end }) => end > other.start);
    const link = there < 0 ? -1 : this.#back[there]!;
    const at = this.#here.findIndex(({ end }) => end > stretch.start);
    return link < 0 || at < 0 ? undefined : Math.abs(link - at);
  }
}

/** Words that stand for anything (of, is) say nothing about a place. */
const LEAST_RELIANCE = 2;
