/**
 * Analyses texts for the aligner in one pass: their sums, their tokens with vectors (for token coverage), and the share the model knows.
 *
 * In scripts with spaces between words a token is a whole chunk. In scripts without (Han, kana, Hangul, Thai, Lao, Khmer, Burmese) a chunk may be
 * a clause: there a token is one Unigram piece, and each n-gram belongs to the piece in which it starts. In both cases every row of the text
 * belongs to exactly one token, so the raw vectors of the tokens add up to the raw sum of the text.
 *
 * Time and memory: O(characters) + O(distinct tokens × dimensions).
 */
import type { TextPieces } from '../types.ts';
import { normalizeText } from './chunk-scanner.ts';
import { grown } from './grown.ts';
import { originalSpans } from './original-spans.ts';
import type { KnownUnits, StaticModel } from './static-model.ts';
import { UnitTable } from './unit-table.ts';

/** Characters processed between two yields. */
const STEP = 8192;
/** Fixed cost of a text, expressed in characters. */
const TEXT_COST = 64;
const PRIME = 16_777_619;
const SMALL = 1 << 19;
/** Initial capacity, in distinct tokens. */
const FIRST_TYPES = 512;
/** Scripts without spaces between words, besides the wide ones: Thai and Lao, Burmese, Khmer. Inclusive ranges. */
const UNSPACED: readonly (readonly [number, number])[] = [
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
];

/** The result of one pass over texts. */
export interface AnalysedTexts {
  /** Raw sums, `texts.length × dimensions`, row-major: what `embedSums` gives. */
  readonly sums: Float32Array;
  readonly pieces: TextPieces;
  readonly units: KnownUnits;
}

/** Analyse all texts. Yields the number done every few milliseconds. */
export function* analyseTexts(model: StaticModel, texts: readonly string[]): Generator<number, AnalysedTexts> {
  const { dimensions, rows } = model;
  const finder = new PieceFinder(model);
  const offsets = new Int32Array(texts.length + 1);
  const sums = new Float32Array(texts.length * dimensions);
  const sum = new Float64Array(dimensions);
  let work = 0;
  for (let t = 0; t < texts.length; t++) {
    const text = texts[t]!;
    let start = 0;
    sum.fill(0);
    for (const end of model.scanner.blockEnds(text)) {
      const first = finder.count;
      finder.read(text.slice(start, end), start);
      finder.addTokens(first, sum);
      work += end - start;
      start = end;
      if (work < STEP) continue;
      work = 0;
      yield t;
    }
    for (let k = 0, to = t * dimensions; k < dimensions; k++, to++) sums[to] = sum[k]! * rows.unit;
    work += TEXT_COST;
    offsets[t + 1] = finder.count;
  }
  return { sums, pieces: { offsets, ...finder.result() }, units: finder.units };
}

/** The first `length` numbers. A small array keeps its unused rest, which costs less than a copy. */
function trim(numbers: Float32Array<ArrayBuffer>, length: number): Float32Array<ArrayBuffer> {
  return numbers.length <= SMALL ? numbers.subarray(0, length) : numbers.slice(0, length);
}

class PieceFinder {
  /** Tokens so far. */
  count = 0;
  /** How much of the texts the model knows. */
  readonly units: KnownUnits = { total: 0, unknown: 0 };
  readonly #model: StaticModel;
  /** Ids of whole chunks by their text, and of pieces by their rows, each as two units. */
  readonly #chunks = new UnitTable();
  readonly #pieces = new UnitTable();
  #rows = new Int32Array(64);
  #key = new Uint16Array(128);
  #types = 0;
  /** Of whole chunks by id: units that no known piece covers. */
  #unknown = new Int32Array(256);
  #ids = new Int32Array(1024);
  #starts = new Int32Array(1024);
  #ends = new Int32Array(1024);
  /** Raw vectors of the distinct tokens, in multiples of `rows.unit`. */
  #vectors: Float32Array<ArrayBuffer>;

  constructor(model: StaticModel) {
    this.#model = model;
    this.#vectors = new Float32Array(FIRST_TYPES * model.dimensions);
  }

  /** Add the tokens of a block of text that begins `at` units into its text. */
  read(text: string, at: number): void {
    const { scanner } = this.#model;
    const first = this.count;
    const normalized = normalizeText(text);
    scanner.scan(normalized);
    for (let c = 0; c < scanner.count; c++) {
      const start = scanner.starts[c]!;
      const end = scanner.ends[c]!;
      this.units.total += end - start;
      if (scanner.punctuation[c] === 0 && this.#runsOn(start, end)) this.#addPieces(start, end);
      else this.#addChunk(c);
    }
    const spans = originalSpans(text, normalized.length);
    for (let i = first; i < this.count; i++) {
      this.#ends[i] = at + (spans ? spans.ends[this.#ends[i]! - 1]! : this.#ends[i]!);
      this.#starts[i] = at + (spans ? spans.starts[this.#starts[i]!]! : this.#starts[i]!);
    }
  }

  #runsOn(start: number, end: number): boolean {
    const { scanner, grams } = this.#model;
    for (let i = start; i < end; i++) {
      const unit = scanner.units[i]!;
      if (unit >= 0x0e00 && (grams.isWide(unit) || UNSPACED.some(([first, last]) => first <= unit && unit <= last))) return true;
    }
    return false;
  }

  #addChunk(c: number): void {
    const { units, starts, ends, hashes } = this.#model.scanner;
    const start = starts[c]!;
    const end = ends[c]!;
    let id = this.#chunks.find(units, start, end, hashes[c]!);
    if (id < 0) {
      id = this.#create();
      this.#unknown[id] = this.#model.writeChunk(c, this.#vectors, id * this.#model.dimensions);
      this.#chunks.add(units, start, end, hashes[c]!, id);
    }
    this.units.unknown += this.#unknown[id]!;
    this.#push(id, start, end);
  }

  #addPieces(start: number, end: number): void {
    const { scanner, grams } = this.#model;
    const lattice = this.#model.segment(scanner.units, start, end);
    this.units.unknown += this.#model.unknownUnits(lattice);
    grams.find(scanner.units, start, end);
    let gram = 0;
    let at = 0;
    let rows = 0;
    for (let p = 0; p < lattice.count; p++) {
      this.#addRow(rows++, lattice.ids[p]!);
      const pieceEnd = lattice.ends[p]! - 1; // the word that was cut begins with ▁, the chunk does not
      if (pieceEnd === 0) continue; // ▁ alone goes with the piece that follows
      while (gram < grams.count && grams.starts[gram]! < pieceEnd) this.#addRow(rows++, grams.rows[gram++]!);
      this.#push(this.#idOfRows(rows), start + at, start + pieceEnd);
      at = pieceEnd;
      rows = 0;
    }
  }

  #addRow(place: number, row: number): void {
    if (place === this.#rows.length) {
      this.#rows = grown(this.#rows);
      const key = new Uint16Array(2 * this.#key.length);
      key.set(this.#key);
      this.#key = key;
    }
    this.#rows[place] = row;
    this.#key[2 * place] = row;
    this.#key[2 * place + 1] = row >>> 16;
  }

  #idOfRows(count: number): number {
    let hash = 0;
    for (let k = 0; k < count; k++) hash = Math.imul(hash ^ this.#rows[k]!, PRIME);
    let id = this.#pieces.find(this.#key, 0, 2 * count, hash);
    if (id < 0) {
      id = this.#create();
      this.#model.writeRows(this.#rows, count, this.#key, hash, this.#vectors, id * this.#model.dimensions);
      this.#pieces.add(this.#key, 0, 2 * count, hash, id);
    }
    return id;
  }

  /** A new distinct token, its vector still zero. */
  #create(): number {
    const { dimensions } = this.#model;
    const id = this.#types++;
    if (this.#vectors.length < (id + 1) * dimensions) {
      const vectors = this.#vectors;
      this.#vectors = new Float32Array(2 * vectors.length);
      this.#vectors.set(vectors);
    }
    if (this.#unknown.length === id) this.#unknown = grown(this.#unknown);
    return id;
  }

  /** Add the raw vectors of the tokens from `first` on, in multiples of `rows.unit`: four at a time, which saves three of four reads and writes of the sum. */
  addTokens(first: number, sum: Float64Array): void {
    const { dimensions } = this.#model;
    const vectors = this.#vectors;
    const ids = this.#ids;
    let token = first;
    for (; token + 3 < this.count; token += 4) {
      const [a0, a1] = [ids[token]! * dimensions, ids[token + 1]! * dimensions];
      const [a2, a3] = [ids[token + 2]! * dimensions, ids[token + 3]! * dimensions];
      for (let k = 0; k < dimensions; k++) sum[k]! += vectors[a0 + k]! + vectors[a1 + k]! + (vectors[a2 + k]! + vectors[a3 + k]!);
    }
    for (; token < this.count; token++) {
      for (let k = 0, from = ids[token]! * dimensions; k < dimensions; k++) sum[k]! += vectors[from + k]!;
    }
  }

  /** Normalise the raw vectors in place. Returns their lengths. */
  #shorten(): Float64Array {
    const { dimensions, rows } = this.#model;
    const vectors = this.#vectors;
    const lengths = new Float64Array(this.#types);
    for (let id = 0; id < this.#types; id++) {
      const [from, to] = [id * dimensions, (id + 1) * dimensions];
      let square = 0;
      for (let k = from; k < to; k++) square += vectors[k]! * vectors[k]!;
      const length = Math.sqrt(square);
      const scale = length > 0 ? 1 / length : 0;
      for (let k = from; k < to; k++) vectors[k] = vectors[k]! * scale;
      lengths[id] = length * rows.unit;
    }
    return lengths;
  }

  #push(id: number, start: number, end: number): void {
    if (this.count === this.#ids.length) {
      this.#ids = grown(this.#ids);
      this.#starts = grown(this.#starts);
      this.#ends = grown(this.#ends);
    }
    this.#ids[this.count] = id;
    this.#starts[this.count] = start;
    this.#ends[this.count++] = end;
  }

  result(): Omit<TextPieces, 'offsets'> {
    const ids = this.#ids.slice(0, this.count);
    const weights = new Float32Array(this.count);
    const lengths = this.#shorten();
    for (let k = 0; k < weights.length; k++) weights[k] = lengths[ids[k]!]!;
    return {
      ids,
      weights,
      dimensions: this.#model.dimensions,
      vectors: trim(this.#vectors, this.#types * this.#model.dimensions),
      starts: this.#starts.slice(0, this.count),
      ends: this.#ends.slice(0, this.count),
    };
  }
}
