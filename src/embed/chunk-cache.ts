/**
 * A bounded cache of chunk vectors. Words repeat, so most of a text is found here and need not be cut into pieces.
 *
 * The cache is two-way set-associative: the hash of a chunk selects its set, and a new chunk replaces the least recently used of the two.
 * Places point to slots, which are handed out in order, so that a small text touches little memory. Everything is in typed arrays: a hit
 * allocates nothing. A hit compares the whole text, never the hash alone.
 *
 * Time: O(length of the chunk) a look-up. Memory: slots × (4 × dimensions + 60) bytes, 35 MB for 32,768 slots of 256 dimensions.
 */
const LONGEST = 24;

/** Vectors of short chunks by their text. */
export class ChunkCache {
  /** Slots × dimensions, row-major. */
  readonly vectors: Float32Array;
  /** Per slot: units that no known piece covers. */
  readonly unknownUnits: Uint8Array;
  readonly #dimensions: number;
  readonly #mask: number;
  readonly #texts: Uint16Array;
  readonly #lengths: Uint8Array;
  /** Two places a set: slot + 1, or 0 where free. */
  readonly #places: Int32Array;
  /** Per set: which of its two places was used last. */
  readonly #latest: Uint8Array;
  #slots = 0;

  /** @param slots - A power of two, at least 2. */
  constructor(slots: number, dimensions: number) {
    this.vectors = new Float32Array(slots * dimensions);
    this.unknownUnits = new Uint8Array(slots);
    this.#dimensions = dimensions;
    this.#mask = slots / 2 - 1;
    this.#texts = new Uint16Array(slots * LONGEST);
    this.#lengths = new Uint8Array(slots);
    this.#places = new Int32Array(slots);
    this.#latest = new Uint8Array(slots / 2);
  }

  /** Whether a chunk of this many units can be kept. */
  fits(length: number): boolean {
    return length <= LONGEST;
  }

  /** The slot of a chunk, or −1. */
  find(units: Uint16Array, start: number, end: number, hash: number): number {
    const set = this.#setOf(hash);
    for (let way = 0; way < 2; way++) {
      const slot = this.#places[2 * set + way]! - 1;
      if (slot >= 0 && this.#lengths[slot] === end - start && this.#holds(slot, units, start, end)) {
        this.#latest[set] = way;
        return slot;
      }
    }
    return -1;
  }

  /** Make a slot for a chunk that is not there; its vector is zero. */
  claim(units: Uint16Array, start: number, end: number, hash: number): number {
    const set = this.#setOf(hash);
    const way = 1 - this.#latest[set]!;
    const place = 2 * set + way;
    if (this.#places[place] === 0) this.#places[place] = ++this.#slots;
    const slot = this.#places[place]! - 1;
    this.#latest[set] = way;
    this.#lengths[slot] = end - start;
    for (let i = start; i < end; i++) this.#texts[slot * LONGEST + i - start] = units[i]!;
    this.vectors.fill(0, slot * this.#dimensions, (slot + 1) * this.#dimensions);
    return slot;
  }

  #setOf(hash: number): number {
    return (hash ^ (hash >>> 16)) & this.#mask;
  }

  #holds(slot: number, units: Uint16Array, start: number, end: number): boolean {
    const at = slot * LONGEST - start;
    for (let i = start; i < end; i++) if (this.#texts[at + i] !== units[i]) return false;
    return true;
  }
}
