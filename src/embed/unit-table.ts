/**
 * A hash table from texts, given as UTF-16 units, to numbers. A look-up allocates nothing.
 *
 * Open addressing with linear probing, at most half full. A look-up compares the units, never the hash alone.
 *
 * Time: O(length) a look-up. Memory: the units of all texts, and about 20 bytes per text.
 */
import { grown } from './grown.ts';

/** Numbers by text. */
export class UnitTable {
  /** Entry + 1 by place, 0 where free. */
  #places = new Int32Array(1024);
  #count = 0;
  #hashes = new Int32Array(512);
  #numbers = new Int32Array(512);
  /** Entry e has the units `offsets[e]` to `offsets[e + 1]`. */
  #offsets = new Int32Array(513);
  #units = new Uint16Array(4096);

  /** The number of a text, or −1. */
  find(units: Uint16Array, start: number, end: number, hash: number): number {
    const mask = this.#places.length - 1;
    for (let place = spread(hash) & mask; this.#places[place]! > 0; place = (place + 1) & mask) {
      const entry = this.#places[place]! - 1;
      if (this.#hashes[entry] === hash && this.#holds(entry, units, start, end)) return this.#numbers[entry]!;
    }
    return -1;
  }

  /** Give a text that is not there a number. */
  add(units: Uint16Array, start: number, end: number, hash: number, number: number): void {
    if (this.#count === this.#hashes.length) this.#grow();
    const entry = this.#count++;
    const from = this.#offsets[entry]!;
    const to = from + end - start;
    while (to > this.#units.length) {
      const bigger = new Uint16Array(2 * this.#units.length);
      bigger.set(this.#units);
      this.#units = bigger;
    }
    for (let k = from; k < to; k++) this.#units[k] = units[start + k - from]!;
    this.#offsets[entry + 1] = to;
    this.#hashes[entry] = hash;
    this.#numbers[entry] = number;
    this.#place(entry);
  }

  #place(entry: number): void {
    const mask = this.#places.length - 1;
    let place = spread(this.#hashes[entry]!) & mask;
    while (this.#places[place]! > 0) place = (place + 1) & mask;
    this.#places[place] = entry + 1;
  }

  #holds(entry: number, units: Uint16Array, start: number, end: number): boolean {
    const from = this.#offsets[entry]!;
    if (this.#offsets[entry + 1]! - from !== end - start) return false;
    for (let k = start; k < end; k++) if (this.#units[from + k - start] !== units[k]) return false;
    return true;
  }

  #grow(): void {
    this.#hashes = grown(this.#hashes);
    this.#numbers = grown(this.#numbers);
    const offsets = new Int32Array(this.#hashes.length + 1);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
    this.#places = new Int32Array(2 * this.#places.length);
    for (let entry = 0; entry < this.#count; entry++) this.#place(entry);
  }
}

/** Mixes all bits into the lower ones. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
