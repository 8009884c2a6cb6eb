/**
 * The tokens of texts with their vectors, from which an aligner computes how much of a sentence its partner covers.
 *
 * A token is a whole chunk where words are set apart. In scripts that run on (Han, kana, Hangul, Thai, Lao, Khmer, Burmese) a chunk may be a
 * clause: there a token is one Unigram piece, and each n-gram goes to the piece in which it starts. Either way every row of the text belongs to
 * exactly one token, so the raw vectors of the tokens add up to the raw sum of the text.
 *
 * Time and memory: O(characters) + O(distinct tokens × dimensions).
 */
import type { TextPieces } from '../types.ts';
import { normalizeText } from './chunk-scanner.ts';
import { grown } from './grown.ts';
import { originalSpans } from './original-spans.ts';
import type { StaticModel } from './static-model.ts';

/** Characters worked through between two yields. */
const STEP = 8192;
/** Scripts without spaces between words, besides the wide ones: inclusive ranges. */
const RUNNING_ON: readonly (readonly [number, number])[] = [
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
];

/** Find the tokens of all texts. Yields every few milliseconds. */
export function* findTextPieces(model: StaticModel, texts: readonly string[]): Generator<void, TextPieces> {
  const finder = new PieceFinder(model);
  const offsets = new Int32Array(texts.length + 1);
  let work = 0;
  for (let t = 0; t < texts.length; t++) {
    const text = texts[t]!;
    let start = 0;
    for (const end of model.scanner.blockEnds(text)) {
      finder.read(text.slice(start, end), start);
      work += end - start;
      start = end;
      if (work < STEP) continue;
      work = 0;
      yield;
    }
    offsets[t + 1] = finder.count;
  }
  return { offsets, ...finder.result() };
}

class PieceFinder {
  /** Tokens so far. */
  count = 0;
  readonly #model: StaticModel;
  readonly #idOf = new Map<string, number>();
  readonly #vector: Float64Array;
  readonly #lengths: number[] = [];
  #ids = new Int32Array(1024);
  #starts = new Int32Array(1024);
  #ends = new Int32Array(1024);
  #vectors: Float32Array;

  constructor(model: StaticModel) {
    this.#model = model;
    this.#vector = new Float64Array(model.dimensions);
    this.#vectors = new Float32Array(256 * model.dimensions);
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
      if (scanner.punctuation[c] === 0 && this.#runsOn(start, end)) this.#addPieces(start, end);
      else this.#addChunk(start, end, scanner.punctuation[c] === 0);
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
      if (unit >= 0x0e00 && (grams.isWide(unit) || RUNNING_ON.some(([first, last]) => first <= unit && unit <= last))) return true;
    }
    return false;
  }

  #addChunk(start: number, end: number, withGrams: boolean): void {
    const { scanner, grams } = this.#model;
    const key = textOf(scanner.units, start, end);
    let id = this.#idOf.get(key);
    if (id === undefined) {
      const lattice = this.#model.segment(scanner.units, start, end);
      grams.count = 0;
      if (withGrams) grams.find(scanner.units, start, end);
      id = this.#create(key, [lattice.ids.subarray(0, lattice.count), grams.rows.subarray(0, grams.count)]);
    }
    this.#push(id, start, end);
  }

  #addPieces(start: number, end: number): void {
    const { scanner, grams } = this.#model;
    const lattice = this.#model.segment(scanner.units, start, end);
    grams.find(scanner.units, start, end);
    let gram = 0;
    let at = 0;
    let rows: number[] = [];
    for (let p = 0; p < lattice.count; p++) {
      rows.push(lattice.ids[p]!);
      const pieceEnd = lattice.ends[p]! - 1; // the word that was cut begins with ▁, the chunk does not
      if (pieceEnd === 0) continue; // ▁ alone goes with the piece that follows
      while (gram < grams.count && grams.starts[gram]! < pieceEnd) rows.push(grams.rows[gram++]!);
      const key = `\0${rows.join(' ')}`;
      this.#push(this.#idOf.get(key) ?? this.#create(key, [Int32Array.from(rows)]), start + at, start + pieceEnd);
      at = pieceEnd;
      rows = [];
    }
  }

  /** A new distinct token: the sum of its rows, kept as a unit row and its length. */
  #create(key: string, rowLists: readonly Int32Array[]): number {
    const { dimensions, rows } = this.#model;
    const id = this.#lengths.length;
    const vector = this.#vector.fill(0);
    for (const list of rowLists) rows.add(list, list.length, vector, 0);
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
    if (this.#vectors.length < (id + 1) * dimensions) {
      const vectors = this.#vectors;
      this.#vectors = new Float32Array(2 * vectors.length);
      this.#vectors.set(vectors);
    }
    for (let k = 0; length > 0 && k < dimensions; k++) this.#vectors[id * dimensions + k] = vector[k]! / length;
    this.#lengths.push(length * rows.unit);
    this.#idOf.set(key, id);
    return id;
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
    return {
      ids,
      weights: Float32Array.from(ids, (id) => this.#lengths[id]!),
      vectors: this.#vectors.slice(0, this.#lengths.length * this.#model.dimensions),
      starts: this.#starts.slice(0, this.count),
      ends: this.#ends.slice(0, this.count),
    };
  }
}

/** Units as a string, in slices, for a call takes only so many arguments. */
function textOf(units: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 4096) text += String.fromCharCode(...units.subarray(at, Math.min(at + 4096, end)));
  return text;
}
