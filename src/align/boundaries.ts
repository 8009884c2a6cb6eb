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
 * Takes 4 × dimensions steps for each point of the band. Tails and heads are kept only as long as the band needs them.
 */
import type { Band } from './band.ts';
import { type DotKernel, mostSummed, type Side, type TokenSums } from './dot-kernel.ts';
import type { TokenRows } from './token-rows.ts';

/** Scores of the points of a band, at their places. */
export interface BoundaryScores {
  readonly starts: Float32Array;
  readonly ends: Float32Array;
}

const rowsPerStep = 32;

/**
 * Score all points of a band for several lengths of tail and head; nothing for documents without tokens.
 *
 * @param shares - Weights of tail and head, as shares of the weight of a mean sentence, rising.
 */
export function* scoreBoundaries(kernel: DotKernel, band: Band, shares: readonly number[]): Generator<void, BoundaryScores[] | undefined> {
  const { sourceTokens, targetTokens } = kernel;
  if (!sourceTokens || !targetTokens) return undefined;
  const { rows, low, high, offsets } = band;
  const scores = shares.map(() => ({ starts: new Float32Array(offsets[rows + 1]!), ends: new Float32Array(offsets[rows + 1]!) }));
  let widest = 0;
  for (let i = 0; i <= rows; i++) widest = Math.max(widest, high[i]! - low[i]! + 1);
  // the target boundaries of a row of the band lie in a ring
  const sums = kernel.openTokenSums(2 * shares.length, 2 * shares.length * widest);
  const sourceEdges = createSummer(sums, 'source', sourceTokens, shares);
  const targetEdges = createSummer(sums, 'target', targetTokens, shares);
  let next = 0;
  for (let i = 0; i <= rows; i++) {
    for (; next <= high[i]!; next++) targetEdges(next, widest, next % widest);
    sourceEdges(i, 1, 0);
    const count = high[i]! - low[i]! + 1;
    const first = low[i]! % widest;
    for (let k = 0; k < shares.length; k++) {
      const { starts, ends } = scores[k]!;
      for (let x = 0; x < count; ) {
        const slot = (first + x) % widest;
        const length = Math.min(count - x, widest - slot);
        const place = offsets[i]! + x;
        const ring = 2 * k * widest + slot;
        const tails = sums.products(2 * k, ring, length);
        for (let y = 0; y < length; y++) ends[place + y] = tails[y]!;
        const heads = sums.products(2 * k + 1, ring + widest, length);
        for (let y = 0; y < length; y++) starts[place + y] = heads[y]!;
        for (const across of [0, 1]) {
          const others = sums.products(2 * k + across, ring + (1 - across) * widest, length);
          for (let y = 0; y < length; y++) {
            ends[place + y] = ends[place + y]! - others[y]! / 2;
            starts[place + y] = starts[place + y]! - others[y]! / 2;
          }
        }
        x += length;
      }
    }
    if (i % rowsPerStep === rowsPerStep - 1) yield;
  }
  return scores;
}

/**
 * Sums the words before and after a boundary, as rows `(2 × share + side) × stride + place`. The document has no words before its start and after its end.
 * Longer tails go on where shorter ones stop.
 */
function createSummer(
  sums: TokenSums,
  side: Side,
  { offsets, ids, weights }: TokenRows,
  shares: readonly number[],
): (boundary: number, stride: number, place: number) => void {
  let total = 0;
  for (let k = 0; k < weights.length; k++) total += weights[k]!;
  const goals = shares.map((share) => (total / Math.max(offsets.length - 1, 1)) * share);
  const chosen = new Int32Array(mostSummed);
  const parts = new Float32Array(mostSummed);
  return (boundary, stride, place) => {
    // tail, then head
    for (let which = 0; which < 2; which++) {
      const step = 2 * which - 1;
      sums.clear();
      let k = offsets[boundary]! - 1 + which;
      let spent = 0; // of the weight of token k
      let gathered = 0;
      // words without weight are walked over, but not for ever
      let left = mostSummed;
      for (let g = 0; g < goals.length; g++) {
        const goal = goals[g]!;
        let count = 0;
        for (; left > 0 && k >= 0 && k < ids.length && gathered < goal; left--) {
          const rest = weights[k]! - spent;
          const weight = Math.min(rest, goal - gathered);
          chosen[count] = ids[k]!;
          parts[count++] = weight;
          gathered += weight;
          if (weight < rest) spent += weight;
          else {
            k += step;
            spent = 0;
          }
        }
        sums.add(side, chosen, parts, count);
        sums.keep(side, (2 * g + which) * stride + place);
      }
    }
  };
}
