import type { Token, TokenRange } from '../link-tokens.ts';
import { countRows, tokensOf } from '../link-tokens.ts';
import type { Stretch } from '../rule.ts';

/** Vectors of the words of a side, made from the tokens they consist of: `words.length × dimensions`, unit rows; a word without tokens has the zero row. */
export interface WordVectors {
  readonly rows: Float64Array;
  readonly dimensions: number;
}

/** Adds up the tokens of each word. Words and tokens are in order; one walk over both. */
export function wordVectors(range: TokenRange, words: readonly Stretch[]): WordVectors {
  const { vectors } = range.pieces;
  const dimensions = vectors.length / Math.max(1, countRows(range.pieces));
  const rows = new Float64Array(words.length * dimensions);
  const tokens: readonly Token[] = tokensOf(range);
  let first = 0;
  words.forEach((word, at) => {
    while (first < tokens.length && tokens[first]!.end <= word.start) first++;
    const row = rows.subarray(at * dimensions, (at + 1) * dimensions);
    for (let t = first; t < tokens.length && tokens[t]!.start < word.end; t++) {
      const { id, weight } = tokens[t]!;
      for (let k = 0; k < dimensions; k++) row[k]! += weight * vectors[id * dimensions + k]!;
    }
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)) || 1;
    for (let k = 0; k < dimensions; k++) row[k]! /= length;
  });
  return { rows, dimensions };
}

/** Cosine of two words. */
export function wordCosine(one: WordVectors, at: number, other: WordVectors, there: number): number {
  let sum = 0;
  for (let k = 0; k < one.dimensions; k++) sum += one.rows[at * one.dimensions + k]! * other.rows[there * one.dimensions + k]!;
  return sum;
}
