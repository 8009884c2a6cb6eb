/**
 * A static model: the raw sum of a text is the sum of the rows of its pieces and character n-grams (models/FORMAT.md).
 *
 *     text → chunks → cache of chunk vectors ─hit→ add
 *                          └miss→ pieces + n-grams → rows → add, keep
 *
 * Sums are integers, multiples of `unit`, and the sum of a chunk is always rounded to float32. So no sum depends on the contents of the cache,
 * and sums of parts add up exactly.
 * Long work runs in generators that yield every few milliseconds. Between yields no shared scratch space is in use, so several calls can
 * alternate.
 *
 * Time: O(characters) + O(chunks × dimensions); chunks not in the cache cost O(rows × dimensions).
 */
import type { CodeRange } from './character-class.ts';
import { CharacterGrams } from './character-grams.ts';
import { ChunkCache } from './chunk-cache.ts';
import { BLOCK, ChunkScanner, normalizeText } from './chunk-scanner.ts';
import { PieceTrie } from './piece-trie.ts';
import { PackedRows } from './row-sums.ts';
import type { TokenizerTables } from './tokenizer-file.ts';
import { UnigramLattice } from './unigram.ts';

const METASPACE = 0x2581;
const CACHE_SLOTS = 32_768;
const ROW_SLOTS = 16_384;
/** Units, pieces or rows processed between two yields. */
const STEP = 4096;

/** The validated contents of a model folder. */
export interface StaticModelParts {
  readonly tables: TokenizerTables;
  readonly fold: ReadonlyMap<string, string>;
  readonly wide: readonly CodeRange[];
  readonly buckets: number;
  readonly dimensions: number;
  readonly rows: Uint8Array;
  readonly scales: Float32Array;
}

/** How much of a text the model knows, in UTF-16 units of normalised text without white space. */
export interface KnownUnits {
  total: number;
  unknown: number;
}

/** Sums rows. */
export class StaticModel {
  readonly dimensions: number;
  readonly scanner: ChunkScanner;
  readonly grams: CharacterGrams;
  readonly rows: PackedRows;
  readonly #parts: StaticModelParts;
  readonly #trie: PieceTrie;
  readonly #lattice: UnigramLattice;
  readonly #cache: ChunkCache;
  /** Vectors of pieces with the n-grams that start in them; made when a script without spaces asks for it. */
  #rowCache: ChunkCache | undefined;
  readonly #chunkVector: Float32Array;
  readonly #pending = new Int32Array(4);
  #word = new Uint16Array(256).fill(METASPACE, 0, 1);
  #rowIds = new Int32Array(256);

  constructor(parts: StaticModelParts) {
    this.dimensions = parts.dimensions;
    this.#parts = parts;
    this.scanner = new ChunkScanner(parts.tables);
    this.#trie = new PieceTrie(parts.tables.pieces);
    this.#lattice = this.#createLattice();
    this.grams = this.#createGrams();
    this.rows = new PackedRows(parts.rows, parts.scales, parts.dimensions);
    this.#cache = new ChunkCache(CACHE_SLOTS, parts.dimensions);
    this.#chunkVector = new Float32Array(parts.dimensions);
  }

  #createLattice(): UnigramLattice {
    return new UnigramLattice(this.#trie, this.#parts.tables.scores, this.#parts.tables.unknown);
  }

  #createGrams(): CharacterGrams {
    const { fold, wide, tables, buckets } = this.#parts;
    return new CharacterGrams(fold, wide, tables.pieces.length, buckets);
  }

  /** Add the raw sum of a text, in multiples of `rows.unit`, to `sum`. Yields every few milliseconds. */
  *addText(text: string, sum: Float64Array): Generator<void> {
    let start = 0;
    for (const end of this.scanner.blockEnds(text)) {
      if (start > 0) yield;
      const block = text.slice(start, end);
      if (block.length > 2 * BLOCK) yield* this.#addHugeBlock(block, sum);
      else {
        this.scanner.scan(normalizeText(block));
        this.#addChunks(this.scanner, 0, this.scanner.count, sum);
      }
      start = end;
    }
  }

  /** A block without a valid cut. Its scanner must survive the yields, so it gets its own. */
  *#addHugeBlock(block: string, sum: Float64Array): Generator<void> {
    const scanner = new ChunkScanner(this.#parts.tables);
    const normalized = normalizeText(block);
    yield;
    scanner.scan(normalized);
    yield;
    for (let c = 0, work = 0; c < scanner.count; c++) {
      const length = scanner.ends[c]! - scanner.starts[c]!;
      if (length > STEP) yield* this.#addLongChunk(scanner.units.slice(scanner.starts[c], scanner.ends[c]), sum);
      else this.#addChunks(scanner, c, c + 1, sum);
      work += length;
      if (work < STEP) continue;
      work = 0;
      yield;
    }
  }

  /** Cached chunk vectors are added four at a time, which saves three of four reads and writes of the sum. */
  #addChunks(scanner: ChunkScanner, from: number, to: number, sum: Float64Array): void {
    const { dimensions } = this;
    const { vectors } = this.#cache;
    const pending = this.#pending;
    let count = 0;
    for (let c = from; c < to; c++) {
      let slot = this.#find(scanner, c);
      if (slot < 0) {
        // claiming a slot may evict a pending one
        for (let p = 0; p < count; p++) for (let k = 0, at = pending[p]!; k < dimensions; k++) sum[k]! += vectors[at + k]!;
        count = 0;
        slot = this.#keep(scanner, c);
      }
      if (slot < 0) {
        const vector = this.#chunkVector.fill(0);
        this.#addRows(scanner, c, vector, 0);
        for (let k = 0; k < dimensions; k++) sum[k]! += vector[k]!;
        continue;
      }
      pending[count++] = slot * dimensions;
      if (count < 4) continue;
      count = 0;
      const [a0, a1, a2, a3] = [pending[0]!, pending[1]!, pending[2]!, pending[3]!];
      for (let k = 0; k < dimensions; k++) sum[k]! += vectors[a0 + k]! + vectors[a1 + k]! + (vectors[a2 + k]! + vectors[a3 + k]!);
    }
    for (let p = 0; p < count; p++) for (let k = 0, at = pending[p]!; k < dimensions; k++) sum[k]! += vectors[at + k]!;
  }

  /** The cache slot of chunk c, or −1. */
  #find(scanner: ChunkScanner, c: number): number {
    const { units, starts, ends, hashes } = scanner;
    return this.#cache.find(units, starts[c]!, ends[c]!, hashes[c]!);
  }

  /** A cache slot filled with chunk c, which was not there; −1 for a chunk too long to keep. */
  #keep(scanner: ChunkScanner, c: number): number {
    const { units, starts, ends, hashes } = scanner;
    const cache = this.#cache;
    if (!cache.fits(ends[c]! - starts[c]!)) return -1;
    const slot = cache.claim(units, starts[c]!, ends[c]!, hashes[c]!);
    cache.unknownUnits[slot] = this.#addRows(scanner, c, cache.vectors, slot * this.dimensions);
    return slot;
  }

  /** Add the rows of chunk c to a vector that is zero; returns its unknown units. */
  #addRows(scanner: ChunkScanner, c: number, into: Float32Array, offset: number): number {
    const { units, starts, ends, punctuation } = scanner;
    const lattice = this.segment(units, starts[c]!, ends[c]!);
    const { grams } = this;
    grams.count = 0;
    if (punctuation[c] === 0) grams.find(units, starts[c]!, ends[c]!);
    const count = lattice.count + grams.count;
    if (this.#rowIds.length < count) this.#rowIds = new Int32Array(2 * count);
    for (let p = 0; p < lattice.count; p++) this.#rowIds[p] = lattice.ids[p]!;
    for (let g = 0; g < grams.count; g++) this.#rowIds[lattice.count + g] = grams.rows[g]!;
    this.rows.add(this.#rowIds, count, into, offset);
    return this.unknownUnits(lattice);
  }

  /** Write the raw sum of chunk c of the last scan, in multiples of `rows.unit`, to `into[offset …]`, which must be zero. Returns its unknown units. */
  writeChunk(c: number, into: Float32Array, offset: number): number {
    let slot = this.#find(this.scanner, c);
    if (slot < 0) slot = this.#keep(this.scanner, c);
    if (slot < 0) return this.#addRows(this.scanner, c, into, offset);
    this.#copy(this.#cache, slot, into, offset);
    return this.#cache.unknownUnits[slot]!;
  }

  /** Write the raw sum of the first `count` rows of `ids`, which `key` spells in two units each, to `into[offset …]`, which must be zero. */
  writeRows(ids: Int32Array, count: number, key: Uint16Array, hash: number, into: Float32Array, offset: number): void {
    this.#rowCache ??= new ChunkCache(ROW_SLOTS, this.dimensions);
    const cache = this.#rowCache;
    if (!cache.fits(2 * count)) {
      this.rows.add(ids, count, into, offset);
      return;
    }
    let slot = cache.find(key, 0, 2 * count, hash);
    if (slot < 0) {
      slot = cache.claim(key, 0, 2 * count, hash);
      this.rows.add(ids, count, cache.vectors, slot * this.dimensions);
    }
    this.#copy(cache, slot, into, offset);
  }

  #copy({ vectors }: ChunkCache, slot: number, into: Float32Array, offset: number): void {
    const from = slot * this.dimensions;
    for (let k = 0; k < this.dimensions; k++) into[offset + k] = vectors[from + k]!;
  }

  /** The pieces of `▁` and the given units. Ends count the `▁`. */
  segment(units: Uint16Array, start: number, end: number): UnigramLattice {
    const length = end - start + 1;
    if (this.#word.length < length) this.#word = new Uint16Array(2 * length).fill(METASPACE, 0, 1);
    for (let i = start; i < end; i++) this.#word[i - start + 1] = units[i]!;
    this.#lattice.segment(this.#word, length);
    return this.#lattice;
  }

  /** Units of a word that no known piece covers. */
  unknownUnits(lattice: UnigramLattice): number {
    let unknown = 0;
    for (let p = 0; p < lattice.count; p++) {
      if (lattice.ids[p] === this.#parts.tables.unknown) unknown += lattice.ends[p]! - (p === 0 ? 0 : lattice.ends[p - 1]!);
    }
    return unknown;
  }

  /** The same as `#addRows` in steps, with its own scratch space. */
  *#addLongChunk(chunk: Uint16Array, sum: Float64Array): Generator<void> {
    const word = new Uint16Array(chunk.length + 1);
    word[0] = METASPACE;
    word.set(chunk, 1);
    const lattice = this.#createLattice();
    lattice.begin(word.length);
    for (let at = 0; at < word.length; at += STEP) {
      lattice.advance(word, word.length, at, Math.min(at + STEP, word.length));
      yield;
    }
    lattice.finish(word.length);
    for (let at = 0; at < lattice.count; at += STEP) {
      this.rows.add(lattice.ids.subarray(at), Math.min(STEP, lattice.count - at), sum, 0);
      yield;
    }
    const grams = this.#createGrams();
    for (let at = 0; at < chunk.length; at += STEP) {
      grams.mark(chunk, at, Math.min(at + STEP, chunk.length), 0);
      yield;
    }
    grams.finish(chunk.length);
    for (let at = 0; at < grams.length; at += STEP) {
      grams.count = 0;
      grams.emit(at, Math.min(at + STEP, grams.length));
      this.rows.add(grams.rows, grams.count, sum, 0);
      yield;
    }
  }
}
