/**
 * Dot products between the vectors of two documents, the innermost loops of everything here.
 *
 * Two implementations of one interface: 128-bit lanes in WebAssembly, about ten times as fast, and plain JavaScript where those are not available.
 * They agree to four digits: sums but for the last bits of a float32, tokens but for what rounding to 16 bits leaves.
 */
import type { TextPieces } from '../../types.ts';
import type { TokenRows } from '../token-rows.ts';
import type { TokenSimilarities } from '../token-similarities.ts';

/** The vectors of one document. */
export interface VectorRows {
  /** One row for each sentence, row-major. */
  readonly sums: Float32Array;
  readonly dimensions: number;
  readonly tokens: TextPieces | undefined;
}

/** One of the two documents. */
export type Side = 'source' | 'target';

/** Dot products between two documents. What a call returns stays valid until the next call. */
export interface DotKernel {
  readonly sourceTokens: TokenRows | undefined;
  readonly targetTokens: TokenRows | undefined;
  /** Products of the sum of source sentence s with those of the target sentences from `first` on, `count` of them. */
  sentenceProducts(s: number, first: number, count: number): Float32Array;
  /** Multiply all distinct tokens of both sides. Yields every few milliseconds. Only for documents with tokens. */
  multiplyTokens(): Generator<void, TokenSimilarities>;
  /** For each token of source sentence s its highest product with a token of target sentence t, at least 0; then the same for the tokens of t. */
  bestProducts(s: number, t: number): Float32Array;
  /** Room for this many sums of tokens on either side. Opening it again closes what was opened before. Only for documents with tokens. */
  openTokenSums(sourceRows: number, targetRows: number): TokenSums;
  /** Leave the memory to the next kernel. What was returned is lost, and the kernel cannot be used any more. */
  release(): void;
}

/** Weighted sums of tokens as unit rows. */
export interface TokenSums {
  /** Start a sum. */
  clear(): void;
  /** Add the first `count` tokens, each times its weight; at most {@link mostSummed}. */
  add(side: Side, ids: Int32Array, weights: Float32Array, count: number): void;
  /** Write the sum so far, at length 1, to a row of a side. It may be added to further. */
  keep(side: Side, row: number): void;
  /** Products of a source row with the target rows from `first` on, `count` of them. */
  products(row: number, first: number, count: number): Float32Array;
}

/** Most tokens that {@link TokenSums.add} takes at once. */
export const mostSummed = 128;
