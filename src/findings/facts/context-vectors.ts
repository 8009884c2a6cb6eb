/**
 * What stands around a place of a sentence, as a vector that texts in other languages can be compared with.
 *
 *     killed at least  [17]  people and left nine missing          tokens, without those that hold digits
 *       .6    .8  1     ^     1     .8  .6                         weight falls with the distance in tokens
 *
 * The raw vectors of the tokens, so weighted, are summed and brought to length one. Time: tokens of the sentence × dimensions, for each place asked for.
 */
import type { TextPieces } from '../../types.ts';

/** What remains of a token's weight one token further away, and on which sides of the place tokens count: all around, near by, only before it, only after it. */
const VIEWS = {
  wide: { decay: 0.8, before: true, after: true },
  near: { decay: 0.5, before: true, after: true },
  before: { decay: 0.5, before: true, after: false },
  after: { decay: 0.5, before: false, after: true },
} as const;
/** Tokens that count less are left out. */
const FAINT = 0.05;

/** The tokens of all sentences of a document. */
export interface Tokens {
  readonly pieces: TextPieces;
  readonly dimensions: number;
}

/** The contexts of one sentence. */
export class ContextVectors {
  readonly #tokens: Tokens | undefined;
  readonly #index: number;
  readonly #text: string;
  readonly #known = new Map<string, Float32Array>();
  #whole: Float32Array | undefined;

  constructor(tokens: Tokens | undefined, index: number, text: string) {
    this.#tokens = tokens;
    this.#index = index;
    this.#text = text;
  }

  /** The vector around a stretch, of length one, or zero where nothing stands around it; undefined without tokens. */
  around(start: number, end: number, view: keyof typeof VIEWS = 'wide'): Float32Array | undefined {
    const tokens = this.#tokens;
    if (!tokens) return undefined;
    const key = `${start} ${end} ${view}`;
    const known = this.#known.get(key);
    if (known) return known;
    const made = this.#around(tokens, start, end, VIEWS[view]);
    this.#known.set(key, made);
    return made;
  }

  /** The tokens of the sentence with their own vectors, of length one; none without tokens. */
  *tokens(): Generator<{ readonly start: number; readonly end: number; readonly vector: Float32Array }> {
    if (!this.#tokens) return;
    const { pieces, dimensions } = this.#tokens;
    for (let token = pieces.offsets[this.#index]!; token < pieces.offsets[this.#index + 1]!; token++) {
      const row = pieces.ids[token]! * dimensions;
      yield { start: pieces.starts[token]!, end: pieces.ends[token]!, vector: pieces.vectors.subarray(row, row + dimensions) };
    }
  }

  /** The vector of the whole sentence; undefined without tokens. */
  get whole(): Float32Array | undefined {
    const tokens = this.#tokens;
    if (!tokens) return undefined;
    this.#whole ??= this.#sum(tokens, (add) => {
      for (let token = this.#first; token < this.#last; token++) add(token, 1);
    });
    return this.#whole;
  }

  get #first(): number {
    return this.#tokens!.pieces.offsets[this.#index]!;
  }

  get #last(): number {
    return this.#tokens!.pieces.offsets[this.#index + 1]!;
  }

  #around(tokens: Tokens, start: number, end: number, view: (typeof VIEWS)[keyof typeof VIEWS]): Float32Array {
    const { decay } = view;
    const { starts, ends } = tokens.pieces;
    return this.#sum(tokens, (add) => {
      let before = this.#last - 1;
      while (before >= this.#first && ends[before]! > start) before--;
      for (let factor = view.before ? 1 : 0; before >= this.#first && factor >= FAINT; before--) if (add(before, factor)) factor *= decay;
      let after = this.#first;
      while (after < this.#last && starts[after]! < end) after++;
      for (let factor = view.after ? 1 : 0; after < this.#last && factor >= FAINT; after++) if (add(after, factor)) factor *= decay;
    });
  }

  /** The sum of the tokens that `visit` adds, of length one. Tokens with digits add nothing. */
  #sum({ pieces, dimensions }: Tokens, visit: (add: (token: number, factor: number) => boolean) => void): Float32Array {
    const { starts, ends, ids, weights, vectors } = pieces;
    const sum = new Float32Array(dimensions);
    visit((token, factor) => {
      if (/\p{N}/u.test(this.#text.slice(starts[token], ends[token]))) return false;
      const row = ids[token]! * dimensions;
      const share = weights[token]! * factor;
      for (let k = 0; k < dimensions; k++) sum[k]! += share * vectors[row + k]!;
      return true;
    });
    let square = 0;
    for (const value of sum) square += value * value;
    if (square > 0) {
      const scale = 1 / Math.sqrt(square);
      for (let k = 0; k < dimensions; k++) sum[k]! *= scale;
    }
    return sum;
  }
}

/** Cosine of two vectors of length one; 0 where either is missing. */
export function cosine(one: Float32Array | undefined, other: Float32Array | undefined): number {
  if (!one || !other || one.length !== other.length) return 0;
  let sum = 0;
  for (let k = 0; k < one.length; k++) sum += one[k]! * other[k]!;
  return sum;
}
