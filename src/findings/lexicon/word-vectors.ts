import { rowLength, type TokenRange, tokensOf } from '../../align/words/link-tokens.ts';
import type { Stretch } from '../stretch.ts';

/** Vectors of the words of a side, made from the tokens they consist of: `words.length × dimensions`, unit rows; a word without tokens has the zero row. */
export interface WordVectors {
  readonly rows: Float64Array;
  readonly dimensions: number;
}

const made = new WeakMap<readonly Stretch[], WordVectors>();

/** The vectors of a list of words, which stands in several beads, made once. */
export function wordVectors(range: TokenRange, words: readonly Stretch[]): WordVectors {
  const known = made.get(words);
  if (known) return known;
  const vectors = addTokens(range, words);
  made.set(words, vectors);
  return vectors;
}

/** Adds up the tokens of each word. Words and tokens are in order; one walk over both. */
function addTokens(range: TokenRange, words: readonly Stretch[]): WordVectors {
  const { vectors } = range.pieces;
  const dimensions = rowLength(range.pieces);
  const rows = new Float64Array(words.length * dimensions);
  const tokens = tokensOf(range);
  let first = 0;
  words.forEach((word, at) => {
    while (first < tokens.length && tokens[first]!.end <= word.start) first++;
    const row = at * dimensions;
    for (let t = first; t < tokens.length && tokens[t]!.start < word.end; t++) {
      const { id, weight } = tokens[t]!;
      for (let k = 0; k < dimensions; k++) rows[row + k]! += weight * vectors[id * dimensions + k]!;
    }
    let square = 0;
    for (let k = 0; k < dimensions; k++) square += rows[row + k]! * rows[row + k]!;
    const length = Math.sqrt(square) || 1;
    for (let k = 0; k < dimensions; k++) rows[row + k]! /= length;
  });
  return { rows, dimensions };
}

/** Cosine of two words. */
export function wordCosine(one: WordVectors, at: number, other: WordVectors, there: number): number {
  let sum = 0;
  for (let k = 0; k < one.dimensions; k++) sum += one.rows[at * one.dimensions + k]! * other.rows[there * one.dimensions + k]!;
  return sum;
}
