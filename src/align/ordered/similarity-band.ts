/**
 * Dot products of source and target sentences inside a band, kept as running totals of each row.
 *
 * With additive vectors the dot product of any bead is the sum of the dot products of its sentence pairs, so it takes two look-ups for each of its source sentences:
 *
 *     S = s2 + s3, T = t5 + t6      S·T = total(row 2, 5 to 7) + total(row 3, 5 to 7)
 *
 * Time and memory are proportional to the cells of the band; a running total is float64.
 */

import type { DotKernel } from '../kernel/dot-kernel.ts';
import type { Band } from './band.ts';

/** Running totals of dot products, row by row. */
export interface SimilarityBand {
  /** Row r has the columns from `first[r]` on; cells outside are not known. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** `totals[starts[r] + c - first[r]]` is the sum of the cells of row r from `first[r]` up to, not including, c. */
  readonly starts: Int32Array;
  readonly totals: Float64Array;
}

const cellsPerStep = 30_000;

/**
 * Dot products for all beads inside a band that have at most `reach` sentences on a side, and for their neighbours one sentence further.
 *
 * Yields every few milliseconds of work.
 *
 * @param known - Products of the same documents in another band: rows that lie in it are not computed again.
 */
export function* measureSimilarities(
  kernel: DotKernel,
  band: Band,
  reach: number,
  known?: SimilarityBand,
): Generator<void, SimilarityBand> {
  const { rows, columns } = band;
  const first = new Int32Array(rows);
  const last = new Int32Array(rows);
  const starts = new Int32Array(rows + 1);
  for (let r = 0; r < rows; r++) {
    first[r] = Math.max(band.low[Math.max(r - reach, 0)]! - 2, 0);
    last[r] = Math.min(band.high[Math.min(r + reach + 1, rows)]! + 2, columns);
    starts[r + 1] = starts[r]! + last[r]! - first[r]! + 1;
  }
  const totals = new Float64Array(starts[rows]!);
  yield;
  let work = 0;
  for (let r = 0; r < rows; r++) {
    const count = last[r]! - first[r]!;
    if (known && known.first[r]! <= first[r]! && last[r]! <= known.last[r]!) {
      const from = known.starts[r]! + first[r]! - known.first[r]!;
      for (let c = 0; c <= count; c++) totals[starts[r]! + c] = known.totals[from + c]! - known.totals[from]!;
      work += count >> 3;
      continue;
    }
    const cells = kernel.sentenceProducts(r, first[r]!, count);
    let total = 0;
    let place = starts[r]!;
    for (let c = 0; c < count; c++) {
      total += cells[c]!;
      totals[++place] = total;
    }
    work += count;
    if (work > cellsPerStep) {
      work = 0;
      yield;
    }
  }
  return { first, last, starts, totals };
}

/** Dot product of the summed source sentences [p, i) and target sentences [q, j), which must lie in the band. */
export function dotOfBead(band: SimilarityBand, p: number, i: number, q: number, j: number): number {
  const { first, starts, totals } = band;
  let dot = 0;
  for (let r = p; r < i; r++) {
    const place = starts[r]! - first[r]!;
    dot += totals[place + j]! - totals[place + q]!;
  }
  return dot;
}
