/**
 * Hashed character n-grams of a chunk (Bojanowski et al. 2017, https://aclanthology.org/Q17-1010/; models/FORMAT.md has the rules).
 *
 *     chunk    i P h o n e 手 机 5          folded: accents off, Cyrillic and Greek in Latin letters
 *     marked   # i p h o n e # 手 机 # 5 #   runs of wide script as they are, other runs between #
 *     run      0               8     10
 *
 * A wide run yields unigrams and bigrams, any other run trigrams and 4-grams. Each is hashed into one of the buckets.
 */
import type { CodeRange } from './character-class.ts';
import { grown } from './grown.ts';

const HASH = '#'.charCodeAt(0);
const PRIME = 16_777_619;
const BASIS = -2_128_831_035; // 2166136261 as a signed number

/** One step of FNV-1a. */
function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

function bucketOf(hash: number, buckets: number): number {
  let h = hash ^ (hash >>> 15);
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 12;
  return (h >>> 0) % buckets;
}

/** Makes the n-grams of one chunk after another. It is reused, and allocates only for a chunk longer than all before. */
export class CharacterGrams {
  /** Rows of the n-grams made by the last `emit`. */
  rows = new Int32Array(256);
  /** Per n-gram: the index in the chunk of its first unit. */
  starts = new Int32Array(256);
  /** Number of n-grams. */
  count = 0;
  /** Length of the marked text of the last chunk, in units. */
  length = 0;
  readonly #firstRow: number;
  readonly #buckets: number;
  readonly #isWide = new Uint8Array(65_536);
  readonly #foldAt = new Uint16Array(65_536);
  readonly #folds: readonly (readonly number[])[];
  /** Start of the current run, −1 before the first; and its kind, 1 for wide. */
  #runStart = -1;
  #runKind = 0;
  #marked = new Uint16Array(256);
  #origin = new Int32Array(256);
  /** Per marked unit: where its run ends; negative (the complement) in a wide run. */
  #runEnd = new Int32Array(256);

  /**
   * @param fold - Maps a UTF-16 unit to the one to three that replace it.
   * @param wide - Ranges of units that are words or syllables of their own, such as Han characters.
   * @param firstRow - Row of the first bucket.
   */
  constructor(fold: ReadonlyMap<string, string>, wide: readonly CodeRange[], firstRow: number, buckets: number) {
    this.#firstRow = firstRow;
    this.#buckets = buckets;
    for (const [first, last] of wide) this.#isWide.fill(1, first, last + 1);
    const folds: number[][] = [[]];
    for (const [unit, units] of fold) {
      this.#foldAt[unit.charCodeAt(0)] = folds.length;
      folds.push(Array.from({ length: units.length }, (_, i) => units.charCodeAt(i)));
    }
    this.#folds = folds;
  }

  /** Whether the unit is in one of the wide ranges. */
  isWide(unit: number): boolean {
    return this.#isWide[unit] === 1;
  }

  /** All n-grams of the units `start` to `end`: `rows`, `starts` and `count`. */
  find(units: Uint16Array, start: number, end: number): void {
    this.begin();
    this.mark(units, start, end, start);
    this.finish(end - start);
    this.count = 0;
    this.emit(0, this.length);
  }

  /** Begin a chunk. `mark` reads it in one or more steps; after `finish`, `emit` makes its n-grams, in any number of steps. */
  begin(): void {
    this.length = 0;
    this.#runStart = -1;
  }

  /** Fold and mark the units `from` to `to` of a chunk that starts at unit `start`. */
  mark(units: Uint16Array, from: number, to: number, start: number): void {
    for (let i = from; i < to; i++) {
      const unit = units[i]!;
      const fold = this.#foldAt[unit]!;
      if (fold === 0) {
        this.#take(unit, i - start);
        continue;
      }
      const folded = this.#folds[fold]!;
      for (let k = 0; k < folded.length; k++) this.#take(folded[k]!, i - start);
    }
  }

  /** End a chunk of `length` units. */
  finish(length: number): void {
    if (this.#runStart >= 0) this.#closeRun(length);
  }

  #take(letter: number, origin: number): void {
    const wide = this.#isWide[letter]!;
    if (this.#runStart < 0 || wide !== this.#runKind) {
      if (this.#runStart >= 0) this.#closeRun(origin);
      this.#runStart = this.length;
      this.#runKind = wide;
      if (wide === 0) this.#push(HASH, origin);
    }
    this.#push(letter, origin);
  }

  #push(unit: number, origin: number): void {
    if (this.length === this.#marked.length) this.#grow();
    this.#marked[this.length] = unit;
    this.#origin[this.length++] = origin;
  }

  #closeRun(origin: number): void {
    if (this.#runKind === 0) this.#push(HASH, origin);
    this.#runEnd.fill(this.#runKind === 1 ? ~this.length : this.length, this.#runStart, this.length);
  }

  /** Add the n-grams that start at marked units `from` to `to` (half-open) to `rows`. */
  emit(from: number, to: number): void {
    while (this.rows.length < this.count + 2 * (to - from)) {
      this.rows = grown(this.rows);
      this.starts = grown(this.starts);
    }
    const marked = this.#marked;
    for (let i = from; i < to; i++) {
      const origin = this.#origin[i]!;
      let end = this.#runEnd[i]!;
      if (end < 0) {
        end = ~end;
        this.#add(step(step(BASIS, 1), marked[i]!), origin);
        if (i + 2 <= end) this.#add(step(step(step(BASIS, 2), marked[i]!), marked[i + 1]!), origin);
      } else if (i + 3 <= end) {
        this.#add(step(step(step(step(BASIS, 3), marked[i]!), marked[i + 1]!), marked[i + 2]!), origin);
        if (i + 4 <= end) {
          this.#add(step(step(step(step(step(BASIS, 4), marked[i]!), marked[i + 1]!), marked[i + 2]!), marked[i + 3]!), origin);
        }
      }
    }
  }

  #add(hash: number, origin: number): void {
    this.rows[this.count] = this.#firstRow + bucketOf(hash, this.#buckets);
    this.starts[this.count++] = origin;
  }

  #grow(): void {
    const marked = this.#marked;
    this.#marked = new Uint16Array(2 * marked.length);
    this.#marked.set(marked);
    this.#origin = grown(this.#origin);
    this.#runEnd = grown(this.#runEnd);
  }
}
