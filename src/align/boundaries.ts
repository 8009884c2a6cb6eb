/**
 * How well two places of the documents match as boundaries: the words just before them, and the words just after.
 *
 * Whether a sentence belongs to this bead or the next shows at its edges, where the sums over whole beads are blind: the last words of one side should mean what the
 * last words of the other mean, and not what the next ones do. Tail and head of a boundary are the words up to a fixed weight before and after it,
 * whatever sentences they fall in:
 *
 *     end of a bead at (i, j):    tail i · tail j − (tail i · head j + head i · tail j) / 2
 *     start of a bead at (p, q):  head p · head q − the same at (p, q)
 *
 * Takes 4 × dimensions steps for each point of the band.
 */
import type { TextPieces } from '../types.ts';
import type { Band } from './band.ts';
import { createDotKernel } from './dot-kernel.ts';
import type { PreparedDocument } from './prepare-document.ts';

/** Scores of the points of a band, at their places. */
export interface BoundaryScores {
  readonly starts: Float32Array;
  readonly ends: Float32Array;
}

const rowsPerStep = 64;

/**
 * Score all points of a band for several lengths of tail and head; nothing for documents without tokens.
 *
 * @param shares - Weights of tail and head, as shares of the weight of a mean sentence, rising.
 */
export function* scoreBoundaries(
  source: PreparedDocument,
  target: PreparedDocument,
  band: Band,
  shares: readonly number[],
): Generator<void, BoundaryScores[] | undefined> {
  if (!source.tokens || !target.tokens) return undefined;
  const sourceEdges = yield* sumEdges(source.tokens, source.dimensions, shares);
  const targetEdges = yield* sumEdges(target.tokens, source.dimensions, shares);
  const scores: BoundaryScores[] = [];
  for (let k = 0; k < shares.length; k++) scores.push(yield* compareEdges(sourceEdges[k]!, targetEdges[k]!, source.dimensions, band));
  return scores;
}

function* compareEdges(
  sourceEdges: Float32Array,
  targetEdges: Float32Array,
  dimensions: number,
  band: Band,
): Generator<void, BoundaryScores> {
  const { rows, columns, low, high, offsets } = band;
  const kernel = createDotKernel(
    { sums: sourceEdges, dimensions, tokens: undefined },
    { sums: targetEdges, dimensions, tokens: undefined },
  );
  yield;
  const starts = new Float32Array(offsets[rows + 1]!);
  const ends = new Float32Array(starts.length);
  // rows of the kernel: tails of all boundaries, then heads
  const sourceHeads = rows + 1;
  const targetHeads = columns + 1;
  for (let i = 0; i <= rows; i++) {
    const first = low[i]!;
    const count = high[i]! - first + 1;
    const place = offsets[i]!;
    const tails = kernel.sentenceProducts(i, first, count);
    for (let k = 0; k < count; k++) ends[place + k] = tails[k]!;
    const heads = kernel.sentenceProducts(sourceHeads + i, targetHeads + first, count);
    for (let k = 0; k < count; k++) starts[place + k] = heads[k]!;
    const tailHead = kernel.sentenceProducts(i, targetHeads + first, count);
    for (let k = 0; k < count; k++) {
      ends[place + k] = ends[place + k]! - tailHead[k]! / 2;
      starts[place + k] = starts[place + k]! - tailHead[k]! / 2;
    }
    const headTail = kernel.sentenceProducts(sourceHeads + i, first, count);
    for (let k = 0; k < count; k++) {
      ends[place + k] = ends[place + k]! - headTail[k]! / 2;
      starts[place + k] = starts[place + k]! - headTail[k]! / 2;
    }
    if (i % rowsPerStep === rowsPerStep - 1) yield;
  }
  return { starts, ends };
}

/**
 * For each share, unit vectors of the tails of all boundaries, then of their heads: `2 × (texts + 1) × dimensions`.
 * The document has no words before its start and after its end. Longer tails go on where shorter ones stop.
 */
function* sumEdges(
  { offsets, ids, weights, vectors }: TextPieces,
  dimensions: number,
  shares: readonly number[],
): Generator<void, Float32Array[]> {
  const count = offsets.length - 1;
  let total = 0;
  for (let k = 0; k < weights.length; k++) total += weights[k]!;
  const goals = shares.map((share) => (total / Math.max(count, 1)) * share);
  const edges = shares.map(() => new Float32Array(2 * (count + 1) * dimensions));
  const sum = new Float64Array(dimensions);
  for (let boundary = 0; boundary <= count; boundary++) {
    for (let side = -1; side <= 1; side += 2) {
      const to = (side < 0 ? boundary : count + 1 + boundary) * dimensions;
      sum.fill(0);
      let k = side < 0 ? offsets[boundary]! - 1 : offsets[boundary]!;
      let spent = 0; // of the weight of token k
      let gathered = 0;
      for (let g = 0; g < goals.length; g++) {
        const goal = goals[g]!;
        while (k >= 0 && k < ids.length && gathered < goal) {
          const rest = weights[k]! - spent;
          const weight = Math.min(rest, goal - gathered);
          for (let d = 0, from = ids[k]! * dimensions; d < dimensions; d++, from++) sum[d] = sum[d]! + weight * vectors[from]!;
          gathered += weight;
          if (weight < rest) spent += weight;
          else {
            k += side;
            spent = 0;
          }
        }
        let square = 0;
        for (let d = 0; d < dimensions; d++) square += sum[d]! * sum[d]!;
        const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
        const rows = edges[g]!;
        for (let d = 0; d < dimensions; d++) rows[to + d] = sum[d]! * scale;
      }
    }
    if (boundary % rowsPerStep === rowsPerStep - 1) yield;
  }
  return edges;
}
