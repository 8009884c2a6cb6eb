/** Lattices: one with every bead of a narrow band under a plain score, one with the beads that survive it under the full score. */
import type { Band } from './band.ts';
import { type BeadGauge, beadFeatures, cosineOf, measureBead, measureShapeAndLength, measureSkip } from './bead-features.ts';
import { type Fences, mayJoin } from './fences.ts';
import type { Lattice } from './lattice.ts';

/** Weights in the order of {@link beadFeatures}. */
export type BeadWeights = Float64Array;

const edgesPerStep = 15_000;
const coverageEdgesPerStep = 300;
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
  const { source, target } = gauge;
  const { rows, low, high, offsets } = band;
  const { ratio } = gauge.statistics;
  const longestSource = Math.min(maxBeadSize - 1, source.longestRun);
  const longestTarget = Math.min(maxBeadSize - 1, target.longestRun);
  const edgeStarts = new Int32Array(offsets[rows + 1]! + 1);
  let shapes = new Uint8Array(offsets[rows + 1]! * 16);
  let scores = new Float32Array(shapes.length);
  const features = new Float64Array(beadFeatures.length);
  const weighed = Int32Array.from([...weights.keys()].filter((k) => weights[k] !== 0 && k !== skip && k !== open));
  let edges = 0;
  let work = 0;
  for (let i = 0; i <= rows; i++) {
    for (let j = low[i]!, here = offsets[i]!; j <= high[i]!; j++, here++) {
      edgeStarts[here] = edges;
      if (edges + 128 > shapes.length) {
        shapes = grow(shapes, new Uint8Array(shapes.length * 2));
        scores = grow(scores, new Float32Array(scores.length * 2));
      }
      for (let a = 1; a <= longestSource && a <= i; a++) {
        const p = i - a;
        if (j > high[p]! + longestTarget) break;
        for (let b = 1; b <= longestTarget && b <= maxBeadSize - a; b++) {
          const q = j - b;
          if (q < low[p]!) break;
          if (q > high[p]! || !mayJoin(fences, p, i, q, j)) continue;
          const x = (source.lengths[i]! - source.lengths[p]!) * ratio;
          const y = target.lengths[j]! - target.lengths[q]!;
          // beads far out of proportion are not worth a look, unless a caller knows them
          if (Math.min(x, y) < (a + b > 4 ? 0.3 : 0.1) * Math.max(x, y) && fences.sourceBead[p]! < 0 && a + b > 2) continue;
          measureShapeAndLength(gauge, p, i, q, j, cosineOf(gauge, p, i, q, j), features);
          let score = 0;
          for (let k = 0; k < weighed.length; k++) score += features[weighed[k]!]! * weights[weighed[k]!]!;
          shapes[edges] = a * 16 + b;
          scores[edges++] = score;
        }
      }
      if (i > 0 && j >= low[i - 1]! && j <= high[i - 1]! && fences.sourceBead[i - 1]! < 0) {
        shapes[edges] = 16;
        scores[edges++] = weights[skip]!;
      }
      if (j > low[i]! && fences.targetBead[j - 1]! < 0) {
        shapes[edges] = 1;
        scores[edges++] = weights[skip]!;
      }
    }
    if (edges - work > edgesPerStep) {
      work = edges;
      yield;
    }
  }
  edgeStarts[offsets[rows + 1]!] = edges;
  return { band, edgeStarts, shapes: shapes.subarray(0, edges), scores: scores.subarray(0, edges), openScore: weights[open]! };
}

function grow<Numbers extends Uint8Array | Float32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

/** The edges of a lattice that are at least so likely, unscored. */
export function* pruneLattice(lattice: Lattice, probabilities: Float32Array, least: number): Generator<void, Lattice> {
  const { band, edgeStarts, shapes } = lattice;
  let kept = 0;
  for (let e = 0; e < probabilities.length; e++) if (probabilities[e]! >= least) kept++;
  yield;
  const starts = new Int32Array(edgeStarts.length);
  const keptShapes = new Uint8Array(kept);
  let edges = 0;
  let pause = edgesPerStep * 10;
  for (let place = 0; place + 1 < edgeStarts.length; place++) {
    starts[place] = edges;
    for (let e = edgeStarts[place]!; e < edgeStarts[place + 1]!; e++) {
      if (probabilities[e]! >= least) keptShapes[edges++] = shapes[e]!;
    }
    if (edgeStarts[place]! > pause) {
      pause += edgesPerStep * 10;
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
        else if (a > 0) measureSkip(gauge, 'source', i - 1, j, features);
        else measureSkip(gauge, 'target', j - 1, i, features);
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
