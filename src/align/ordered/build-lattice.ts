/** Lattices: one with every bead of a narrow band under a plain score, one with the beads that survive it under the full score. */
import type { Band } from './band.ts';
import { type BeadGauge, beadFeatures, cosineOf, createPlainScorer, measureBead, measureSkip } from './bead-features.ts';
import { type Fences, mayJoin } from './fences.ts';
import type { Lattice } from './lattice.ts';
import type { SimilarityBand } from './similarity-band.ts';

/** Weights in the order of {@link beadFeatures}. */
export type BeadWeights = Float64Array;

const edgesPerStep = 6_000;
const coverageEdgesPerStep = 120;
const edgesPerCount = 200_000;
/** Smallest ratio of lengths, shorter to longer, of a bead of three or four sentences. */
const leastRatioSmall = 0.1;
/** The same for larger beads, of which there are many more. */
const leastRatioLarge = 0.3;
const open = beadFeatures.indexOf('skipOpen');
const skip = beadFeatures.indexOf('skip');

/** Every bead of at most `maxBeadSize` sentences inside the band, scored without tokens and neighbours. */
export function* buildPlainLattice(
  gauge: BeadGauge,
  band: Band,
  fences: Fences,
  maxBeadSize: number,
  weights: BeadWeights,
): Generator<void, Lattice> {
  const { source, target, similarities } = gauge;
  const { rows, low, high, offsets } = band;
  const { ratio } = gauge.statistics;
  const longestSource = Math.min(maxBeadSize - 1, source.longestRun);
  const longestTarget = Math.min(maxBeadSize - 1, target.longestRun);
  const hasOverlaps = source.overlaps !== undefined && target.overlaps !== undefined;
  const scoreAll = createPlainScorer(gauge, weights);
  const skipScore = weights[skip]!;
  const places = offsets[rows + 1]!;
  const edgeStarts = new Int32Array(places + 1);
  // room for every shape at every point; what is never written takes no memory
  const room = places * (countShapes(longestSource, longestTarget, maxBeadSize) + 2);
  const shapes = new Uint8Array(room);
  const scores = new Float32Array(room);
  const beads = {
    source: new Float64Array(longestSource * longestTarget),
    target: new Float64Array(longestSource * longestTarget),
    cosine: new Float64Array(longestSource * longestTarget),
  };
  const dots = new Float64Array(longestTarget + 1); // by target sentences, for the source sentences so far
  let edges = 0;
  let work = 0;
  for (let i = 0; i <= rows; i++) {
    for (let j = low[i]!, here = offsets[i]!; j <= high[i]!; j++, here++) {
      edgeStarts[here] = edges;
      dots.fill(0);
      let count = 0; // of beads that end here
      for (let a = 1; a <= longestSource && a <= i; a++) {
        const p = i - a;
        if (!hasOverlaps) addRow(similarities, p, j, dots);
        if (j > high[p]! + longestTarget) break;
        const x = (source.lengths[i]! - source.lengths[p]!) * ratio;
        const norm = source.norms[p * source.longestRun + a - 1]!;
        const most = Math.min(longestTarget, maxBeadSize - a, j - low[p]!);
        for (let b = Math.max(1, j - high[p]!); b <= most; b++) {
          const q = j - b;
          if (!mayJoin(fences, p, i, q, j)) continue;
          const y = target.lengths[j]! - target.lengths[q]!;
          // beads of very unequal lengths are left out, unless a caller knows them
          const share = (x < y ? x : y) / Math.max(x, y, 1e-9);
          if (a + b > 2 && share < (a + b > 4 ? leastRatioLarge : leastRatioSmall) && fences.sourceBead[p]! < 0) continue;
          const norms = norm * target.norms[q * target.longestRun + b - 1]!;
          const cosine = hasOverlaps ? cosineOf(gauge, p, i, q, j) : norms > 0 ? dots[b]! / norms : 0;
          shapes[edges + count] = a * 16 + b;
          beads.source[count] = x;
          beads.target[count] = y;
          beads.cosine[count++] = cosine;
        }
      }
      scoreAll(beads, count, shapes, edges, scores);
      edges += count;
      if (i > 0 && j >= low[i - 1]! && j <= high[i - 1]! && fences.sourceBead[i - 1]! < 0) {
        shapes[edges] = 16;
        scores[edges++] = skipScore;
      }
      if (j > low[i]! && fences.targetBead[j - 1]! < 0) {
        shapes[edges] = 1;
        scores[edges++] = skipScore;
      }
      if (edges - work > edgesPerStep) {
        work = edges;
        yield;
      }
    }
  }
  edgeStarts[places] = edges;
  return { band, edgeStarts, shapes: shapes.subarray(0, edges), scores: scores.subarray(0, edges), openScore: weights[open]! };
}

/** Add the dot products of source sentence r with the last b sentences before j, for every b that the band knows. */
function addRow({ first, starts, totals }: SimilarityBand, r: number, j: number, dots: Float64Array): void {
  const place = starts[r]! - first[r]!;
  const end = totals[place + j]!;
  for (let b = 1; b < dots.length && j - b >= first[r]!; b++) dots[b] = dots[b]! + end - totals[place + j - b]!;
}

function countShapes(longestSource: number, longestTarget: number, maxBeadSize: number): number {
  let count = 0;
  for (let a = 1; a <= longestSource; a++) count += Math.max(Math.min(longestTarget, maxBeadSize - a), 0);
  return count;
}

/** The edges of a lattice that are at least so likely, unscored. */
export function* pruneLattice(lattice: Lattice, probabilities: Float32Array, least: number): Generator<void, Lattice> {
  const { band, edgeStarts, shapes } = lattice;
  let kept = 0;
  for (let e = 0; e < probabilities.length; e++) {
    if (probabilities[e]! >= least) kept++;
    if (e % edgesPerCount === edgesPerCount - 1) yield;
  }
  const starts = new Int32Array(edgeStarts.length);
  const keptShapes = new Uint8Array(kept);
  let edges = 0;
  let pause = edgesPerCount;
  for (let place = 0; place + 1 < edgeStarts.length; place++) {
    starts[place] = edges;
    for (let e = edgeStarts[place]!; e < edgeStarts[place + 1]!; e++) {
      if (probabilities[e]! >= least) keptShapes[edges++] = shapes[e]!;
    }
    if (edgeStarts[place]! > pause) {
      pause += edgesPerCount;
      yield;
    }
  }
  starts[edgeStarts.length - 1] = edges;
  return { band, edgeStarts: starts, shapes: keptShapes, scores: new Float32Array(kept), openScore: 0 };
}

/**
 * Visit every edge of a lattice with its features.
 *
 * @param visit - Called with the place of the edge and its features, which it must not keep.
 */
export function* measureEdges(
  gauge: BeadGauge,
  lattice: Lattice,
  visit: (edge: number, features: Float64Array) => void,
): Generator<void, void> {
  const { band, edgeStarts, shapes } = lattice;
  const { rows, low, offsets } = band;
  const features = new Float64Array(beadFeatures.length);
  let work = 0;
  for (let i = 0; i <= rows; i++) {
    for (let here = offsets[i]!, j = low[i]!; here < offsets[i + 1]!; here++, j++) {
      for (let e = edgeStarts[here]!; e < edgeStarts[here + 1]!; e++) {
        const a = shapes[e]! >> 4;
        const b = shapes[e]! & 15;
        features.fill(0);
        if (a > 0 && b > 0) measureBead(gauge, i - a, i, j - b, j, features);
        else measureSkip(gauge, features);
        visit(e, features);
        if (++work >= coverageEdgesPerStep) {
          work = 0;
          yield;
        }
      }
    }
  }
}

/**
 * Score every edge of a lattice in place.
 *
 * @param skipCost - A fixed price for every skip instead of the learned one.
 */
export function* scoreLattice(
  gauge: BeadGauge,
  lattice: Lattice,
  weights: BeadWeights,
  skipCost: number | 'auto' = 'auto',
): Generator<void, Lattice> {
  yield* measureEdges(gauge, lattice, (edge, features) => {
    let score = 0;
    for (let k = 0; k < features.length; k++) score += features[k]! * weights[k]!;
    lattice.scores[edge] = skipCost !== 'auto' && features[skip] === 1 ? -skipCost : score;
  });
  return { ...lattice, openScore: skipCost === 'auto' ? weights[open]! : 0 };
}
