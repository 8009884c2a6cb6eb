/**
 * A first path through the grid, from the plainest score that works: cosine times how well the lengths agree.
 *
 * It only has to come within a few sentences of the right one; the band around it is searched again with the learned score.
 * The recurrence is that of Gale and Church (1993), https://aclanthology.org/J93-1004/: the best chain of beads into point (i, j) ends in one of the shapes below.
 *
 * Takes points × shapes steps and one byte for each point.
 */

import type { PreparedDocument } from '../prepare-document.ts';
import type { Band } from './band.ts';
import { type AnchorBead, type Fences, mayJoin } from './fences.ts';
import { quickLog } from './quick-log.ts';
import { dotOfBead, type SimilarityBand } from './similarity-band.ts';

/** Source and target sentences of the beads considered; the first two are skips. */
const shapes: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
  [2, 2],
  [1, 4],
  [4, 1],
];
const sourceCounts = Int32Array.from(shapes, ([a]) => a);
const targetCounts = Int32Array.from(shapes, ([, b]) => b);
const byKnownBead = 255;
const skipScore = -0.1;
const pointsPerStep = 4_000;

/** The longest bead side that {@link sketchPath} tries. */
export const sketchReach = 4;

/**
 * Find the best path under the plain score.
 *
 * @param ratio - Target length that one unit of source length gives.
 * @returns The points of the path, source and target boundary in turn, from (0, 0) to the end.
 */
export function* sketchPath(
  source: PreparedDocument,
  target: PreparedDocument,
  band: Band,
  similarities: SimilarityBand,
  fences: Fences,
  ratio: number,
): Generator<void, Int32Array> {
  const { rows, low, high, offsets } = band;
  const longest = Math.min(sketchReach, source.longestRun, target.longestRun);
  const cameBy = new Uint8Array(offsets[rows + 1]!);
  const total = new Float64Array(cameBy.length).fill(-Infinity);
  total[0] = 0;
  let work = 0;
  for (let i = 0; i <= rows; i++) {
    for (let j = low[i]!; j <= high[i]!; j++) {
      const here = offsets[i]! + j - low[i]!;
      let best = total[here]!;
      for (let s = 0; s < shapes.length; s++) {
        const a = sourceCounts[s]!;
        const b = targetCounts[s]!;
        const p = i - a;
        const q = j - b;
        if (p < 0 || a > longest || b > longest || q < low[p]! || q > high[p]!) continue;
        const before = total[offsets[p]! + q - low[p]!]!;
        if (before === -Infinity) continue;
        let score = skipScore;
        if (a > 0 && b > 0) {
          // a cosine is at most 1, and so is what it is multiplied with
          if (before + 1 <= best || !mayJoin(fences, p, i, q, j)) continue;
          const norm = source.norms[p * source.longestRun + a - 1]! * target.norms[q * target.longestRun + b - 1]!;
          score = norm > 0 ? dotOfBead(similarities, p, i, q, j) / norm : 0;
          if (before + (score > 0 ? score : 0) <= best) continue;
          const x = (source.lengths[i]! - source.lengths[p]!) * ratio;
          const y = target.lengths[j]! - target.lengths[q]!;
          score *= Math.LOG2E * quickLog(1 + (x < y ? x : y) / Math.max(x, y, 1e-9));
        } else if (a > 0 ? fences.sourceBead[p]! >= 0 : fences.targetBead[q]! >= 0) continue;
        if (before + score > best) {
          best = before + score;
          cameBy[here] = s;
        }
      }
      const known = i > 0 && j > 0 ? knownBeadInto(fences, i, j) : undefined;
      if (known) {
        const [p, q] = [known.source[0], known.target[0]];
        const before = q >= low[p]! && q <= high[p]! ? total[offsets[p]! + q - low[p]!]! : -Infinity;
        if (before + 1 > best) {
          best = before + 1;
          cameBy[here] = byKnownBead;
        }
      }
      total[here] = best;
    }
    work += high[i]! - low[i]! + 1;
    if (work > pointsPerStep) {
      work = 0;
      yield;
    }
  }
  yield;
  return walkBack(band, cameBy, fences);
}

/** The bead known to be right that ends at a point. */
function knownBeadInto({ sourceBead, fixed }: Fences, i: number, j: number): AnchorBead | undefined {
  const known = fixed[sourceBead[i - 1]!];
  return known && known.source[1] === i && known.target[1] === j ? known : undefined;
}

function walkBack(band: Band, cameBy: Uint8Array, fences: Fences): Int32Array {
  const { rows, columns, low, offsets } = band;
  const rungs: number[] = [];
  for (let i = rows, j = columns; ; ) {
    rungs.push(j, i);
    if (i === 0 && j === 0) break;
    const by = cameBy[offsets[i]! + j - low[i]!]!;
    if (by === byKnownBead) {
      const { source, target } = knownBeadInto(fences, i, j)!;
      [i, j] = [source[0], target[0]];
    } else {
      const [a, b] = shapes[by]!;
      i -= a;
      j -= b;
    }
  }
  return skipsInOrder(Int32Array.from(rungs.reverse()), fences);
}

/** In each stretch of skips those of the source first: the only order that the lattice has, so a band around any other might hold no path. */
function skipsInOrder(rungs: Int32Array, { sourceBead, targetBead }: Fences): Int32Array {
  const isFree = (k: number): boolean => {
    const [i, j] = [rungs[2 * k]!, rungs[2 * k + 1]!];
    const [a, b] = [i - rungs[2 * k - 2]!, j - rungs[2 * k - 1]!];
    return a + b === 1 && (a === 1 ? sourceBead[i - 1]! < 0 : targetBead[j - 1]! < 0);
  };
  for (let k = 1; 2 * k < rungs.length; k++) {
    let end = k;
    while (2 * end < rungs.length && isFree(end)) end++;
    if (end === k) continue;
    const [top, left] = [rungs[2 * k - 2]!, rungs[2 * k - 1]!];
    const down = rungs[2 * end - 2]! - top;
    for (let step = 1; step <= end - k; step++) {
      rungs[2 * (k + step) - 2] = top + Math.min(step, down);
      rungs[2 * (k + step) - 1] = left + Math.max(step - down, 0);
    }
    k = end - 1;
  }
  return rungs;
}
