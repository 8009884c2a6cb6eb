/**
 * One vector for each item of a pile.
 *
 * It is the weighted sum of the unit vectors of its sentences. The part that all documents of a language share says nothing about the content
 * of one of them, so the mean of the language is subtracted. In a small pile the mean holds content too, so it is shrunk unless the
 * language has many documents.
 *
 * Time and memory: items × dimensions.
 */

/** A matrix of rows: `items × dimensions`, row-major, each of length 1 or 0. */
export interface DocumentVectors {
  readonly rows: Float32Array;
  readonly dimensions: number;
}

/** Shrinkage of a mean, in documents: with this many it gets half its weight. */
const meanDoubt = 10;

/**
 * Add up sentences.
 *
 * @param sums - Raw sums or unit rows of the sentences, `weights.length × dimensions`.
 * @param into - Receives the sum at `offset`; its length becomes 1, or 0 where no sentence has weight.
 */
export function addSentences(sums: Float32Array, weights: Float32Array, into: Float32Array, offset: number, dimensions: number): void {
  for (let s = 0; s < weights.length; s++) {
    const norm = normOf(sums, s * dimensions, dimensions);
    if (!(norm > 0)) continue;
    const weight = weights[s]! / norm;
    for (let d = 0, from = s * dimensions; d < dimensions; d++) into[offset + d]! += weight * sums[from + d]!;
  }
  normalize(into, offset, dimensions);
}

/** Subtract the mean of each language, in place. Yields every few hundred rows. */
export function* centreByLanguage({ rows, dimensions }: DocumentVectors, languages: Int32Array): Generator<void, void> {
  const count = languages.length;
  const whole = new Float64Array(dimensions);
  const sums = new Map<number, { sum: Float64Array; count: number }>();
  for (let k = 0; k < count; k++) {
    const own = sums.get(languages[k]!) ?? { sum: new Float64Array(dimensions), count: 0 };
    sums.set(languages[k]!, own);
    own.count++;
    for (let d = 0, from = k * dimensions; d < dimensions; d++) {
      own.sum[d]! += rows[from + d]!;
      whole[d]! += rows[from + d]!;
    }
    if (k % rowsPerStep === 0) yield;
  }
  for (let d = 0; d < dimensions; d++) whole[d]! /= count + meanDoubt;
  for (const { sum, count: own } of sums.values()) {
    for (let d = 0; d < dimensions; d++) sum[d] = (sum[d]! + meanDoubt * whole[d]!) / (own + meanDoubt);
  }
  for (let k = 0; k < count; k++) {
    const mean = sums.get(languages[k]!)!.sum;
    const from = k * dimensions;
    if (normOf(rows, from, dimensions) > 0) {
      for (let d = 0; d < dimensions; d++) rows[from + d]! -= mean[d]!;
      normalize(rows, from, dimensions);
    }
    if (k % rowsPerStep === 0) yield;
  }
}

const rowsPerStep = 500;

/** Euclidean length of one row. */
export function normOf(rows: Float32Array, offset: number, dimensions: number): number {
  let square = 0;
  for (let d = 0; d < dimensions; d++) square += rows[offset + d]! * rows[offset + d]!;
  return Math.sqrt(square);
}

/** Bring a row to length 1. A row of zeros stays. */
export function normalize(rows: Float32Array, offset: number, dimensions: number): void {
  const norm = normOf(rows, offset, dimensions);
  if (norm > 0) for (let d = 0; d < dimensions; d++) rows[offset + d]! /= norm;
}
