/**
 * The features of a bead, which the fitted score weighs.
 *
 * A bead joins source sentences [p, i) and target sentences [q, j). Each feature is one number of moderate size; the score of a bead is their weighted sum.
 * Which features earn their place is measured: `bench/fit-bead-score.ts --eliminate` took out those that none of the development sets misses.
 */

import { log, log1p } from '../../exact-math.ts';
import type { PreparedDocument } from '../prepare-document.ts';
import type { Band } from './band.ts';
import type { BoundaryScores } from './boundaries.ts';
import type { PairStatistics } from './pair-statistics.ts';
import { quickLog } from './quick-log.ts';
import type { SimilarityBand } from './similarity-band.ts';
import { dotOfBead } from './similarity-band.ts';
import type { TokenCoverage } from './token-coverage.ts';

/** Names of the features of a bead, in the order of their weights. */
export const beadFeatures = [
  'cosine', // of the summed vectors; not in the full score
  'cosineLength', // cosine × log length: the cosine of long beads says more
  'length', // log length, around 0 for a bead of two usual sentences
  'misfit', // length penalty: distance from the length ratio of the document, relative to its spread
  'coverageLow', // share of the words that find a counterpart, on the side that has less
  'coverageLeak', // how much more would be covered with the neighbours added: the bead is incomplete
  'manyMany', // at least two on both sides
  'edgesNear', // how well the first words of both sides match, and the last ones
  'edgesFar', // the same with about twice as many words
  'skip', // a sentence without counterpart
  'skipOpen', // the first skip of a run; not in the full score
  'skipShare', // log-odds of the share of skips that a first pass found in the document
] as const;

/** Name of a feature. */
export type BeadFeature = (typeof beadFeatures)[number];

/** The evidence for the beads of a pair of documents. */
export interface BeadGauge {
  readonly source: PreparedDocument;
  readonly target: PreparedDocument;
  readonly similarities: SimilarityBand;
  readonly statistics: PairStatistics;
  /** Absent for embedders without tokens; the features that need it are then 0. */
  readonly coverage: TokenCoverage | undefined;
  readonly boundaries: Boundaries | undefined;
}

/** Scores of the points of a band as boundaries, from few and from more words around them. */
export interface Boundaries {
  readonly band: Band;
  readonly near: BoundaryScores;
  readonly far: BoundaryScores;
}

const usualLength = 200; // letters in a bead of two usual sentences
const index = Object.fromEntries(beadFeatures.map((name, k) => [name, k])) as Record<BeadFeature, number>;

/** Cosine of source sentences [p, i) and target sentences [q, j), 0 where one has no known word. */
export function cosineOf(gauge: Pick<BeadGauge, 'source' | 'target' | 'similarities'>, p: number, i: number, q: number, j: number): number {
  const { source, target, similarities } = gauge;
  if (source.overlaps && target.overlaps) return dotOfRuns(source, p, i, target, q, j);
  const norm = source.norms[p * source.longestRun + i - p - 1]! * target.norms[q * target.longestRun + j - q - 1]!;
  return norm > 0 ? dotOfBead(similarities, p, i, q, j) / norm : 0;
}

/** Dot product of two runs of sentences whose texts were embedded as a whole. */
export function dotOfRuns(source: PreparedDocument, p: number, i: number, target: PreparedDocument, q: number, j: number): number {
  const { dimensions } = source;
  const left = i - p === 1 ? source.sums : source.overlaps!;
  const right = j - q === 1 ? target.sums : target.overlaps!;
  const x = (i - p === 1 ? p : (i - p - 2) * source.texts.length + p) * dimensions;
  const y = (j - q === 1 ? q : (j - q - 2) * target.texts.length + q) * dimensions;
  let dot = 0;
  for (let d = 0; d < dimensions; d++) dot += left[x + d]! * right[y + d]!;
  return dot;
}

/** Write the features that need no tokens and no neighbours: all of a first pass. Others stay as they are. */
export function measureShapeAndLength(
  gauge: BeadGauge,
  p: number,
  i: number,
  q: number,
  j: number,
  cosine: number,
  out: Float64Array,
): void {
  const { source, target, statistics } = gauge;
  const { ratio, spread } = statistics;
  const x = (source.lengths[i]! - source.lengths[p]!) * ratio;
  const y = target.lengths[j]! - target.lengths[q]!;
  // the same whichever side is called source
  const logLength = log(Math.max((x + y) / Math.sqrt(ratio), 1) / usualLength);
  out[index.cosine] = cosine;
  out[index.cosineLength] = cosine * logLength;
  out[index.length] = logLength;
  out[index.misfit] = misfitOf(x, y, spread);
  out[index.manyMany] = i - p > 1 && j - q > 1 ? 1 : 0;
}

/** Beads to be scored plainly. Columns, since calls with single numbers would put each of them into an object of its own. */
export interface PlainBeads {
  /** Lengths of both sides, that of the source in target letters. */
  readonly source: Float64Array;
  readonly target: Float64Array;
  readonly cosine: Float64Array;
}

/**
 * Scores beads by the features of {@link measureShapeAndLength} alone: the same score to five digits, without writing them down.
 *
 * @returns A function that scores the first `count` beads. `shapes` has them from `first` on as `source × 16 + target`, and `scores` gets them there.
 */
export function createPlainScorer(
  { statistics }: Pick<BeadGauge, 'statistics'>,
  weights: Float64Array,
): (beads: PlainBeads, count: number, shapes: Uint8Array, first: number, scores: Float32Array) => void {
  const { ratio, spread } = statistics;
  const [ofCosine, ofCosineLength, ofLength, ofMisfit] = (['cosine', 'cosineLength', 'length', 'misfit'] as const).map(
    (name) => weights[index[name]]!,
  ) as [number, number, number, number];
  const ofShape = Float64Array.from({ length: 256 }, (_, shape) => (shape >> 4 > 1 && (shape & 15) > 1 ? weights[index.manyMany]! : 0));
  const perUnit = 1 / Math.sqrt(ratio);
  const perSpread = 2 / (3 * spread);
  const usual = log(usualLength);
  return ({ source, target, cosine }, count, shapes, first, scores) => {
    for (let k = 0; k < count; k++) {
      const x = source[k]!;
      const y = target[k]!;
      const both = Math.max(x + y, 2e-9);
      const logLength = quickLog(Math.max(both * perUnit, 1)) - usual;
      scores[first + k] =
        ofShape[shapes[first + k]!]! +
        ofLength * logLength +
        ofMisfit * quickLog(1 + ((x - y) * (x - y) * perSpread) / both) +
        cosine[k]! * (ofCosine + ofCosineLength * logLength);
    }
  };
}

/** Length penalty: the distance of two lengths in units of the spread of the pair. Grows slowly, so that one outlier does not outweigh all other features. */
export function misfitOf(x: number, y: number, spread: number): number {
  return log1p(((x - y) * (x - y)) / Math.max((x + y) / 2, 1e-9) / (3 * spread));
}

/** Write all features of a bead with sentences on both sides. */
export function measureBead(gauge: BeadGauge, p: number, i: number, q: number, j: number, out: Float64Array): void {
  const cosine = cosineOf(gauge, p, i, q, j);
  measureShapeAndLength(gauge, p, i, q, j, cosine, out);
  if (gauge.boundaries) {
    const { band, near, far } = gauge.boundaries;
    const start = band.offsets[p]! + q - band.low[p]!;
    const end = band.offsets[i]! + j - band.low[i]!;
    out[index.edgesNear] = near.starts[start]! + near.ends[end]!;
    out[index.edgesFar] = far.starts[start]! + far.ends[end]!;
  }
  if (gauge.coverage) measureCoverage(gauge, gauge.coverage, p, i, q, j, out);
}

/** Masses below this count as this one, so that a bead without known words divides by no zero. */
const leastMass = 1e-6;

/** Numbers in common less half of those that are not, each at most three. */
export function compareNumbers(source: PreparedDocument, p: number, i: number, target: PreparedDocument, q: number, j: number): number {
  const s0 = source.numberOffsets[p]!;
  const s1 = source.numberOffsets[i]!;
  const t0 = target.numberOffsets[q]!;
  const t1 = target.numberOffsets[j]!;
  if (s0 === s1 && t0 === t1) return 0;
  let common = 0;
  // a handful of numbers: a bit for each one that is used up
  let used = 0;
  for (let s = s0; s < s1; s++) {
    for (let t = t0; t < t1 && t < t0 + 31; t++) {
      if ((used & (1 << (t - t0))) === 0 && source.numbers[s] === target.numbers[t]) {
        used |= 1 << (t - t0);
        common++;
        break;
      }
    }
  }
  return Math.min(common, 3) - 0.5 * Math.min(s1 - s0 + t1 - t0 - 2 * common, 3);
}

function measureCoverage(gauge: BeadGauge, coverage: TokenCoverage, p: number, i: number, q: number, j: number, out: Float64Array): void {
  const { source, target } = gauge;
  const n = source.texts.length;
  const m = target.texts.length;
  const { sourceMass, targetMass } = coverage;
  let sourceCover = 0;
  for (let s = p; s < i; s++) sourceCover += coverage.coverSource(s, q, j);
  let targetCover = 0;
  for (let t = q; t < j; t++) targetCover += coverage.coverTarget(t, p, i);
  const massS = Math.max(sourceMass[i]! - sourceMass[p]!, leastMass);
  const massT = Math.max(targetMass[j]! - targetMass[q]!, leastMass);
  const recall = sourceCover / massS;
  const precision = targetCover / massT;
  out[index.coverageLow] = Math.min(recall, precision);

  // the neighbours of both ends at once: what the other side could still find there
  const q0 = Math.max(q - 1, 0);
  const j0 = Math.min(j + 1, m);
  const p0 = Math.max(p - 1, 0);
  const i0 = Math.min(i + 1, n);
  let wideS = 0;
  for (let s = p; s < i; s++) wideS += coverage.coverSource(s, q0, j0);
  let wideT = 0;
  for (let t = q; t < j; t++) wideT += coverage.coverTarget(t, p0, i0);
  out[index.coverageLeak] = Math.max((wideS - sourceCover) / massS, (wideT - targetCover) / massT);
}

/** The share of skips is clipped to this range before its log-odds are taken: few documents tell apart smaller or larger shares. */
const leastSkipShare = 0.005;
const mostSkipShare = 0.7;

/** Write all features of a sentence without a counterpart. */
export function measureSkip({ statistics }: BeadGauge, out: Float64Array): void {
  out[index.skip] = 1;
  const share = Math.min(Math.max(statistics.skipShare, leastSkipShare), mostSkipShare);
  out[index.skipShare] = log(share / (1 - share)) / 4;
}

/** Place of a feature in a vector of features. */
export function featureIndex(name: BeadFeature): number {
  return index[name];
}
