/**
 * Aligns two documents that tell the same thing in the same order, in three passes:
 *
 * 1. a path under the plainest score, over the whole grid or, for long documents, over a band found coarse to fine;
 * 2. all beads within a few sentences of that path under a plain learned score: their probabilities show which are worth a closer look,
 *    and the likely ones give the length ratio, its spread and the share of skips of this pair;
 * 3. the full score on those, the best chain, and the probability of each of its beads.
 */
import type { Bead } from '../../types.ts';
import type { PairKernel } from '../kernel/build-kernel.ts';
import { type Calibration, calibrate } from '../learned/calibration.ts';
import type { PreparedDocument } from '../prepare-document.ts';
import { type Band, bandAround, fullBand } from './band.ts';
import { type BeadGauge, cosineOf, featureIndex } from './bead-features.ts';
import { scoreBoundaries } from './boundaries.ts';
import { type BeadWeights, buildPlainLattice, pruneLattice, scoreLattice } from './build-lattice.ts';
import { coarsePath } from './coarse-path.ts';
import { type AnchorBead, buildFences, type Fences } from './fences.ts';
import { findBestChain, hasChain, type Lattice, type Marginals, measureMarginals, visitEdges } from './lattice.ts';
import { collectStatistics, type PairStatistics } from './pair-statistics.ts';
import { measureSimilarities, type SimilarityBand } from './similarity-band.ts';
import { sketchPath, sketchReach } from './sketch-path.ts';
import { createTokenCoverage } from './token-coverage.ts';

/** Everything learned that the search uses. */
export interface AlignmentModel {
  /** Score of the second pass. */
  readonly plain: BeadWeights;
  /** Score of the third pass. */
  readonly full: BeadWeights;
  /** The same for embedders without tokens. */
  readonly wordless: BeadWeights;
  readonly calibration: Calibration;
}

/** What the second pass leaves for the third. */
export interface CandidateLattice {
  readonly gauge: BeadGauge;
  /** Beads worth a closer look, unscored. */
  readonly lattice: Lattice;
  readonly fences: Fences;
}

const exactCells = 1_500_000;
const stripRadius = 12;
const bandRadius = 5;
const leastProbability = 1e-4;
const leastCosine = 0.3;
const beadsPerStep = 1_000;
/** Likely beads a sentence: translations have between one and two, documents in no common order five and more. */
const openLattice = 4;
/** Length of the two windows around a boundary that are compared, in mean sentence lengths. */
const nearShare = 0.3;
/** See `nearShare`. */
const farShare = 0.6;

/** Every bead near the first path, under the plain score. */
export interface PlainSearch {
  readonly gauge: BeadGauge;
  readonly lattice: Lattice;
  readonly fences: Fences;
}

/** Run the first pass, and score all beads around its path plainly. */
export function* searchPlainly(
  kernel: PairKernel,
  source: PreparedDocument,
  target: PreparedDocument,
  plain: BeadWeights,
  maxBeadSize: number,
  anchors: readonly AnchorBead[] = [],
): Generator<void, PlainSearch> {
  const rows = source.texts.length;
  const columns = target.texts.length;
  const fences = buildFences(source, target, anchors, maxBeadSize);
  const wide = rows * columns <= exactCells ? fullBand(rows, columns) : yield* findStrip(kernel, source, target, fences);
  const wideSimilarities = yield* measureSimilarities(kernel, wide, sketchReach);
  const overall = source.lengths[rows]! > 0 && target.lengths[columns]! > 0 ? target.lengths[columns]! / source.lengths[rows]! : 1;
  const rungs = yield* sketchPath(source, target, wide, wideSimilarities, fences, overall);
  yield;
  const band = bandAround(rungs, rows, columns, bandRadius);
  yield;
  const similarities = yield* measureSimilarities(kernel, band, maxBeadSize - 1, wideSimilarities);
  const statistics = yield* readPath(source, target, similarities, rungs, overall);
  const gauge: BeadGauge = { source, target, similarities, statistics, coverage: undefined, boundaries: undefined };
  return { gauge, lattice: yield* buildPlainLattice(gauge, band, fences, maxBeadSize, plain), fences };
}

/** Run the first two passes. The beads that remain are scored with all features. */
export function* findCandidates(
  kernel: PairKernel,
  source: PreparedDocument,
  target: PreparedDocument,
  plain: BeadWeights,
  maxBeadSize: number,
  anchors: readonly AnchorBead[] = [],
  mayBeFree = false,
): Generator<void, CandidateLattice> {
  const { gauge, lattice, fences } = yield* searchPlainly(kernel, source, target, plain, maxBeadSize, anchors);
  const marginals = yield* measureMarginals(lattice);
  const statistics = yield* readMarginals(gauge, lattice, marginals);
  const likely = yield* pruneLattice(lattice, marginals.probabilities, leastProbability);
  // where one sentence may go with any of very many, no single edge is likely
  const pruned = (yield* hasChain(likely)) ? likely : lattice;
  const { pairs } = kernel;
  // where very many beads are likely there is no order, and a free alignment will ask for all pairs: what it needs serves both
  const isOpen = mayBeFree && pruned.shapes.length > openLattice * (source.texts.length + target.texts.length);
  if (pairs) yield* pairs.expect(isOpen ? source.texts.length * target.texts.length : yield* countPairs(pruned));
  const coverage = pairs && createTokenCoverage(pairs, gauge.similarities, maxBeadSize + 1);
  const edges = yield* scoreBoundaries(kernel, pruned, [nearShare, farShare]);
  const boundaries = edges ? { band: lattice.band, near: edges[0]!, far: edges[1]! } : undefined;
  return {
    gauge: { ...gauge, statistics, coverage, boundaries },
    lattice: pruned,
    fences,
  };
}

/** About how many pairs of sentences the beads of a lattice bring together, with the neighbours that these are measured with. */
function* countPairs(lattice: Lattice): Generator<void, number> {
  const first = new Int32Array(lattice.band.rows).fill(lattice.band.columns);
  const last = new Int32Array(lattice.band.rows);
  yield* visitEdges(lattice, (_, p, i, q, j) => {
    for (let s = Math.max(p - 1, 0); s < Math.min(i + 1, first.length); s++) {
      if (q - 1 < first[s]!) first[s] = Math.max(q - 1, 0);
      if (j + 1 > last[s]!) last[s] = Math.min(j + 1, lattice.band.columns);
    }
  });
  let count = 0;
  for (let s = 0; s < first.length; s++) count += Math.max(last[s]! - first[s]!, 0);
  return count;
}

/** The strip around a rough path. Between beads known to be right each stretch has a path of its own. */
function* findStrip({ workspace }: PairKernel, source: PreparedDocument, target: PreparedDocument, fences: Fences): Generator<void, Band> {
  const rows = source.texts.length;
  const columns = target.texts.length;
  const known = fences.fixed.filter((bead) => bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1]);
  const rungs: number[] = [0, 0];
  let i = 0;
  let j = 0;
  for (const { source: next, target: other } of [
    ...known.sort((x, y) => x.source[0] - y.source[0]),
    { source: [rows, rows], target: [columns, columns] },
  ] as const) {
    if (next[0] > i && other[0] > j) {
      // appended one by one: a spread of a hundred thousand points overflows the stack
      const segment = { source: [i, next[0]], target: [j, other[0]] } as const;
      for (const boundary of yield* coarsePath(source, target, segment, workspace)) rungs.push(boundary);
    }
    rungs.push(next[0], other[0], next[1], other[1]);
    i = next[1];
    j = other[1];
  }
  yield;
  const strip = bandAround(rungs, rows, columns, stripRadius);
  yield;
  return strip;
}

/** What the caller may set. */
export interface SearchOptions {
  readonly maxBeadSize: number;
  /** Beads known to be right. */
  readonly anchors: readonly AnchorBead[];
  /** A fixed price for skips instead of the learned one. */
  readonly skipCost: number | 'auto';
  /** Whether the documents may be aligned freely afterwards: the results are the same, the time is not. */
  readonly mayBeFree?: boolean;
}

/** Run all three passes. Beads come in reading order and cover both documents; beads known to cross are not among them. */
export function* alignInOrder(
  kernel: PairKernel,
  source: PreparedDocument,
  target: PreparedDocument,
  model: AlignmentModel,
  options: SearchOptions,
): Generator<void, Bead[]> {
  const { maxBeadSize, anchors, skipCost, mayBeFree } = options;
  const { gauge, lattice, fences } = yield* findCandidates(
    kernel,
    source,
    target,
    withSkipCost(model.plain, skipCost),
    maxBeadSize,
    anchors,
    mayBeFree,
  );
  const scored = yield* scoreLattice(gauge, lattice, gauge.coverage ? model.full : model.wordless, skipCost);
  const chain = yield* findBestChain(scored);
  yield;
  const { probabilities } = yield* measureMarginals(scored);
  yield;
  const skipped = yield* sumSkips(scored, probabilities);
  yield;
  const beads: Bead[] = [];
  for (let k = 0; k < chain.edges.length; k++) {
    const [p, i, q, j] = chain.spans.subarray(4 * k, 4 * k + 4) as unknown as [number, number, number, number];
    const isMatch = i > p && j > q;
    // a skip can be at several points of the chain; each means that the sentence has no counterpart
    const probability = isMatch ? probabilities[chain.edges[k]!]! : i > p ? skipped.source[p]! : skipped.target[q]!;
    const isKnown = isMatch ? fences.sourceBead[p]! >= 0 : anchors.some((anchor) => isSkipIn(anchor, p, i, q, j));
    const confidence = isKnown ? 1 : calibrate(Math.min(probability, 1), model.calibration);
    beads.push({ source: [p, i], target: [q, j], similarity: isMatch ? cosineOf(gauge, p, i, q, j) : 0, confidence });
    if (k % beadsPerStep === 0) yield;
  }
  return beads;
}

/** Weights with a fixed price for skips, so that the second pass keeps what the third will want. */
function withSkipCost(weights: BeadWeights, skipCost: number | 'auto'): BeadWeights {
  if (skipCost === 'auto') return weights;
  const changed = Float64Array.from(weights);
  changed[featureIndex('skip')] = -skipCost;
  changed[featureIndex('skipOpen')] = 0;
  return changed;
}

/** Whether a skip is one that the caller knows. */
function isSkipIn({ source, target }: AnchorBead, p: number, i: number, q: number, j: number): boolean {
  const isSkip = source[0] === source[1] || target[0] === target[1];
  return isSkip && (i > p ? source[0] <= p && i <= source[1] : target[0] <= q && j <= target[1]);
}

/** Probability of each sentence to have no counterpart. */
export function* sumSkips(lattice: Lattice, probabilities: Float32Array): Generator<void, { source: Float64Array; target: Float64Array }> {
  const source = new Float64Array(lattice.band.rows);
  const target = new Float64Array(lattice.band.columns);
  yield* visitEdges(lattice, (edge, p, i, q, j) => {
    if (j === q) source[p] = source[p]! + probabilities[edge]!;
    else if (i === p) target[q] = target[q]! + probabilities[edge]!;
  });
  return { source, target };
}

/** What the beads of the first path say of the pair. */
function* readPath(
  source: PreparedDocument,
  target: PreparedDocument,
  similarities: SimilarityBand,
  rungs: Int32Array,
  expectedRatio: number,
): Generator<void, PairStatistics> {
  const collector = collectStatistics(source, target, expectedRatio);
  for (let k = 2; k < rungs.length; k += 2) {
    const p = rungs[k - 2]!;
    const q = rungs[k - 1]!;
    const i = rungs[k]!;
    const j = rungs[k + 1]!;
    if (i === p || j === q) collector.skip(1);
    else if (cosineOf({ source, target, similarities }, p, i, q, j) > leastCosine) collector.bead(p, i, q, j);
    if (k % beadsPerStep === 0) yield;
  }
  return yield* collector.finish();
}

/** What the beads that are more likely than not say of it. */
function* readMarginals(gauge: BeadGauge, lattice: Lattice, marginals: Marginals): Generator<void, PairStatistics> {
  const collector = collectStatistics(gauge.source, gauge.target, gauge.statistics.ratio);
  yield* visitEdges(lattice, (edge, p, i, q, j) => {
    const probability = marginals.probabilities[edge]!;
    if (i === p || j === q) collector.skip(probability);
    else if (probability > 0.5 && cosineOf(gauge, p, i, q, j) > leastCosine) collector.bead(p, i, q, j);
  });
  return yield* collector.finish();
}
