/**
 * Where in the other text a stretch of this one is said, by the words around it that the lexicon joins.
 *
 *     source   Mereka | tidak | dapat  datang  hari  ini          tidak stands beside words that are joined to can and come;
 *                  \            |        |        \               so whatever answers it stands beside these
 *     target   … they can  come  today                           distance: words of the other side to the nearest of them
 */
import type { BeadSide } from '../bead-side.ts';
import type { Stretch } from '../stretch.ts';
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
    const there = placeOf(this.#there, other);
    const links = there < 0 ? [] : this.#counterparts(stretch, REACH, REACH + 1);
    return links.length === 0 ? undefined : Math.min(...links.map((link) => Math.abs(link - there)));
  }

  /** Whether a word right behind a stretch of this side, or with `before` also right before it, has its counterpart at the same place of a stretch of the other. */
  shareNeighbour(stretch: Stretch, other: Stretch, before: boolean): boolean {
    const there = placeOf(this.#there, other);
    return (
      there >= 0 &&
      this.#counterparts(stretch, before ? NEIGHBOURS : 0, NEIGHBOURS).some(
        (link) => Math.abs(link - there) <= NEIGHBOURS && (before || this.#there[link]!.start >= other.end),
      )
    );
  }

  /** Where the other side has the counterparts of the words before and after a stretch, so many on either side. */
  #counterparts(stretch: Stretch, before: number, after: number): number[] {
    const at = placeOf(this.#here, stretch);
    const found: number[] = [];
    for (let k = Math.max(0, at - before); at >= 0 && k <= Math.min(this.#here.length - 1, at + after); k++) {
      const word = this.#here[k]!;
      const isInside = word.start < stretch.end && word.end > stretch.start;
      if (this.#links[k]! >= 0 && word.reliance >= LEAST_RELIANCE && !isInside) found.push(this.#links[k]!);
    }
    return found;
  }

  /** How many words of this side lie between a stretch of it and the counterpart of a word of the other side; undefined where that has none. */
  distanceBack(stretch: Stretch, other: Stretch): number | undefined {
    const there = placeOf(this.#there, other);
    const link = there < 0 ? -1 : this.#back[there]!;
    const at = placeOf(this.#here, stretch);
    return link < 0 || at < 0 ? undefined : Math.abs(link - at);
  }
}

/** Words that stand for anything (of, is) say nothing about a place. */
const LEAST_RELIANCE = 2;

/** The first word that a stretch reaches, -1 behind the last. */
function placeOf(words: readonly SideWord[], { start }: Stretch): number {
  return words.findIndex(({ end }) => end > start);
}
