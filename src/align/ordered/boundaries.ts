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
 * Takes 4 × dimensions steps for each point where a bead starts or ends. Tails and heads are kept only as long as they are needed.
 */
import { type DotKernel, mostSummed, type Side, type TokenSums } from '../kernel/dot-kernel.ts';
import type { TokenRows } from '../token-rows.ts';
import { type Lattice, visitEdges } from './lattice.ts';

/** Scores of points, at their places in the band. */
export interface BoundaryScores {
  readonly starts: Float32Array;
  readonly ends: Float32Array;
}

const rowsPerStep = 32;

/**
 * Score the points where beads of a lattice start and end for several lengths of tail and head; nothing for documents without tokens.
 *
 * @param shares - Weights of tail and head, as shares of the weight of a mean sentence, rising.
 */
export function* scoreBoundaries(
  kernel: DotKernel,
  lattice: Lattice,
  shares: readonly number[],
): Generator<void, BoundaryScores[] | undefined> {
  const { sourceTokens, targetTokens } = kernel;
  if (!sourceTokens || !targetTokens) return undefined;
  const { rows, offsets, low: start } = lattice.band;
  const { low, high } = yield* findReach(lattice);
  const scores = shares.map(() => ({ starts: new Float32Array(offsets[rows + 1]!), ends: new Float32Array(offsets[rows + 1]!) }));
  let widest = 0;
  for (let i = 0; i <= rows; i++) widest = Math.max(widest, high[i]! - low[i]! + 1);
  // the target boundaries of a row of the band lie in a ring
  const sums = kernel.openTokenSums(2 * shares.length, 2 * shares.length * widest);
  const sourceEdges = createSummer(sums, 'source', sourceTokens, shares);
  const targetEdges = createSummer(sums, 'target', targetTokens, shares);
  let next = 0;
  for (let i = 0; i <= rows; i++) {
    if (high[i]! < low[i]!) continue;
    for (next = Math.max(next, low[i]!); next <= high[i]!; next++) targetEdges(next, widest, next % widest);
    sourceEdges(i, 1, 0);
    const count = high[i]! - low[i]! + 1;
    const first = low[i]! % widest;
    for (let k = 0; k < shares.length; k++) {
      const { starts, ends } = scores[k]!;
      for (let x = 0; x < count; ) {
        const slot = (first + x) % widest;
        const length = Math.min(count - x, widest - slot);
        const place = offsets[i]! + low[i]! - start[i]! + x;
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

/** First and last point of each row where a bead of a lattice starts or ends, neither falling from row to row; none where the last is before the first. */
function* findReach(lattice: Lattice): Generator<void, { low: Int32Array; high: Int32Array }> {
  const { rows, columns } = lattice.band;
  const low = new Int32Array(rows + 1).fill(columns + 1);
  const high = new Int32Array(rows + 1).fill(-1);
  const take = (i: number, j: number) => {
    if (j < low[i]!) low[i] = j;
    if (j > high[i]!) high[i] = j;
  };
  yield* visitEdges(lattice, (_, p, i, q, j) => {
    if (p === i || q === j) return;
    take(p, q);
    take(i, j);
  });
  for (let i = 0, most = -1; i <= rows; i++) {
    if (high[i]! < 0) continue;
    most = Math.max(most, high[i]!);
    high[i] = most;
  }
  for (let i = rows, least = columns + 1; i >= 0; i--) {
    if (high[i]! < 0) continue;
    least = Math.min(least, low[i]!);
    low[i] = least;
  }
  return { low, high };
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
