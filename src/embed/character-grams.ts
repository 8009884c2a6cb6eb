/**
 * Hashed character n-grams of a chunk (Bojanowski et al. 2017, https://aclanthology.org/Q17-1010/; models/FORMAT.md has the rules).
 *
 *     chunk    i P h o n e 手 机 5          folded: accents off, Cyrillic and Greek in Latin letters
 *     marked   # i p h o n e # 手 机 # 5 #   runs of wide script as they are, other runs between #
 *     run      0               8     10
 *
 * A wide run gives single characters and pairs, another run triples and fours; each is hashed into one of the buckets.
 */
import type { CodeRange } from './character-class.ts';

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

/** Makes the n-grams of one chunk after another; reused, it allocates only when a chunk is longer than all before. */
export class CharacterGrams {
  /** Rows of the n-grams made by the last `emit`. */
  rows = new Int32Array(256);
  /** Where each of them starts: the number of the unit in the chunk. */
  starts = new Int32Array(256);
  /** How many there are. */
  count = 0;
  /** How many units the marked text of the last chunk has. */
  length = 0;
  readonly #firstRow: number;
  readonly #buckets: number;
  readonly #isWide = new Uint8Array(65_536);
  readonly #foldAt = new Uint16Array(65_536);
  readonly #folds: readonly (readonly number[])[];
  #marked = new Uint16Array(256);
  #origin = new Int32Array(256);
  /** Per marked unit: where its run ends; negative (the complement) in a wide run. */
  #runEnd = new Int32Array(256);

  /**
   * @param fold - One UTF-16 unit to the up to three that stand for it.
   * @param wide - Ranges of units that carry meaning one by one.
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

  /** Whether the unit belongs to a script that carries meaning character by character. */
  isWide(unit: number): boolean {
    return this.#isWide[unit] === 1;
  }

  /** All n-grams of the units `start` to `end`: `rows`, `starts` and `count`. */
  find(units: Uint16Array, start: number, end: number): void {
    this.mark(units, start, end);
    this.count = 0;
    this.emit(0, this.length);
  }

  /** Fold and mark a chunk; `emit` then makes its n-grams, in as many steps as the caller likes. */
  mark(units: Uint16Array, start: number, end: number): void {
    this.#reserve(9 * (end - start));
    this.length = 0;
    let runStart = -1;
    let wide = 0;
    for (let i = start; i < end; i++) {
      const unit = units[i]!;
      const fold = this.#foldAt[unit]!;
      const folded = this.#folds[fold]!;
      const size = fold === 0 ? 1 : folded.length;
      for (let k = 0; k < size; k++) {
        const letter = fold === 0 ? unit : folded[k]!;
        if (runStart < 0 || this.#isWide[letter] !== wide) {
          if (runStart >= 0) this.#closeRun(runStart, wide, i - start);
          runStart = this.length;
          wide = this.#isWide[letter]!;
          if (wide === 0) this.#push(HASH, i - start);
        }
        this.#push(letter, i - start);
      }
    }
    if (runStart >= 0) this.#closeRun(runStart, wide, end - start);
  }

  #push(unit: number, origin: number): void {
    this.#marked[this.length] = unit;
    this.#origin[this.length++] = origin;
  }

  #closeRun(runStart: number, wide: number, origin: number): void {
    if (wide === 0) this.#push(HASH, origin);
    this.#runEnd.fill(wide === 1 ? ~this.length : this.length, runStart, this.length);
  }

  /** Add the n-grams that start at marked units `from` to `to` (half-open) to `rows`. */
  emit(from: number, to: number): void {
    while (this.rows.length < this.count + 2 * (to - from)) {
      const [rows, starts] = [this.rows, this.starts];
      this.rows = new Int32Array(2 * rows.length);
      this.starts = new Int32Array(2 * starts.length);
      this.rows.set(rows);
      this.starts.set(starts);
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

  #reserve(size: number): void {
    if (this.#marked.length >= size) return;
    this.#marked = new Uint16Array(2 * size);
    this.#origin = new Int32Array(2 * size);
    this.#runEnd = new Int32Array(2 * size);
  }
}
