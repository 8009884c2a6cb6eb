/**
 * Aligns two documents that tell the same thing in the same order, in three passes:
 *
 * 1. a path under the plainest score, over the whole grid or, for long documents, over a band found coarse to fine;
 * 2. all beads within a few sentences of that path under a plain learned score: their probabilities show which are worth a closer look,
 *    and the likely ones give the length ratio, its spread and the share of skips of this pair;
 * 3. the full score on those, the best chain, and the probability of each of its beads.
 */
import type { Bead } from '../types.ts';
import { type Band, bandAround, fullBand } from './band.ts';
import { type BeadGauge, cosineOf } from './bead-features.ts';
import { type BeadWeights, buildPlainLattice, pruneLattice, scoreLattice } from './build-lattice.ts';
import { coarsePath } from './coarse-path.ts';
import type { DotKernel } from './dot-kernel.ts';
import { buildFences, type Fences } from './fences.ts';
import { type BestChain, findBestChain, type Lattice, type Marginals, measureMarginals, visitEdges } from './lattice.ts';
import { collectStatistics, type PairStatistics } from './pair-statistics.ts';
import type { PreparedDocument } from './prepare-document.ts';
import { measureSimilarities, type SimilarityBand } from './similarity-band.ts';
import { sketchPath, sketchReach } from './sketch-path.ts';
import { createTokenCoverage } from './token-coverage.ts';
import { createTokenPairs } from './token-pairs.ts';

/** Everything learned that the search uses. */
export interface AlignmentModel {
  /** Score of the second pass. */
  readonly plain: BeadWeights;
  /** Score of the third pass. */
  readonly full: BeadWeights;
}

/** What the second pass leaves for the third. */
export interface CandidateLattice {
  readonly gauge: BeadGauge;
  /** Beads worth a closer look, unscored. */
  readonly lattice: Lattice;
  readonly fences: Fences;
}

const exactCells = 1_500_000;
const stripRadius = 20;
const bandRadius = 7;
const leastProbability = 1e-5;
const pruningTemperature = 1.5;
const leastCosine = 0.3;

/** Run the first two passes. */
export function* findCandidates(
  kernel: DotKernel,
  source: PreparedDocument,
  target: PreparedDocument,
  plain: BeadWeights,
  maxBeadSize: number,
  anchors: readonly Bead[] = [],
): Generator<void, CandidateLattice> {
  const rows = source.texts.length;
  const columns = target.texts.length;
  const fences = buildFences(source, target, anchors);
  const wide = rows * columns <= exactCells ? fullBand(rows, columns) : yield* findStrip(source, target, fences);
  const wideSimilarities = yield* measureSimilarities(kernel, wide, sketchReach);
  const overall = source.lengths[rows]! > 0 && target.lengths[columns]! > 0 ? target.lengths[columns]! / source.lengths[rows]! : 1;
  const rungs = yield* sketchPath(source, target, wide, wideSimilarities, fences, overall);

  const band = bandAround(rungs, rows, columns, bandRadius);
  const similarities = wide.low === band.low ? wideSimilarities : yield* measureSimilarities(kernel, band, maxBeadSize - 1);
  const first = readPath(source, target, similarities, rungs, overall);
  const plainGauge: BeadGauge = { source, target, similarities, statistics: first, coverage: undefined };
  const plainLattice = yield* buildPlainLattice(plainGauge, band, fences, maxBeadSize, plain);
  const sharp = yield* measureMarginals(plainLattice);
  const statistics = readMarginals(plainGauge, plainLattice, sharp);
  const flat = yield* measureMarginals(plainLattice, pruningTemperature);
  const keep = Uint8Array.from(flat.probabilities, (probability) => (probability >= leastProbability ? 1 : 0));
  const pairs = createTokenPairs(kernel);
  const coverage = pairs ? createTokenCoverage(pairs, similarities, maxBeadSize + 1) : undefined;
  return { gauge: { source, target, similarities, statistics, coverage }, lattice: pruneLattice(plainLattice, keep), fences };
}

/** The strip around a rough path. Between beads known to be right each stretch has a path of its own. */
function* findStrip(source: PreparedDocument, target: PreparedDocument, fences: Fences): Generator<void, Band> {
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
      for (const boundary of yield* coarsePath(source, target, { source: [i, next[0]], target: [j, other[0]] })) rungs.push(boundary);
    }
    rungs.push(next[0], other[0], next[1], other[1]);
    i = next[1];
    j = other[1];
  }
  return bandAround(rungs, rows, columns, stripRadius);
}

/** What the three passes find. */
export interface ParallelAlignment {
  readonly beads: Bead[];
  readonly gauge: BeadGauge;
  readonly chain: BestChain;
  readonly marginals: Marginals;
}

/** Run all three passes. Beads come in reading order and cover both documents; beads known to cross are not among them. */
export function* alignInOrder(
  kernel: DotKernel,
  source: PreparedDocument,
  target: PreparedDocument,
  model: AlignmentModel,
  maxBeadSize: number,
  anchors: readonly Bead[] = [],
): Generator<void, ParallelAlignment> {
  const { gauge, lattice } = yield* findCandidates(kernel, source, target, model.plain, maxBeadSize, anchors);
  const scored = yield* scoreLattice(gauge, lattice, model.full);
  const chain = yield* findBestChain(scored);
  const marginals = yield* measureMarginals(scored);
  const beads: Bead[] = [];
  for (let k = 0; k < chain.edges.length; k++) {
    const p = chain.spans[4 * k]!;
    const i = chain.spans[4 * k + 1]!;
    const q = chain.spans[4 * k + 2]!;
    const j = chain.spans[4 * k + 3]!;
    const similarity = i > p && j > q ? cosineOf(gauge, p, i, q, j) : 0;
    beads.push({ source: [p, i], target: [q, j], similarity, confidence: marginals.probabilities[chain.edges[k]!]! });
  }
  return { beads, gauge, chain, marginals };
}

/** What the beads of the first path say of the pair. */
function readPath(
  source: PreparedDocument,
  target: PreparedDocument,
  similarities: SimilarityBand,
  rungs: Int32Array,
  expectedRatio: number,
): PairStatistics {
  const collector = collectStatistics(source, target, expectedRatio);
  for (let k = 2; k < rungs.length; k += 2) {
    const p = rungs[k - 2]!;
    const q = rungs[k - 1]!;
    const i = rungs[k]!;
    const j = rungs[k + 1]!;
    if (i === p || j === q) collector.skip(1);
    else if (cosineOf({ source, target, similarities }, p, i, q, j) > leastCosine) collector.bead(p, i, q, j);
  }
  return collector.finish();
}

/** What the beads that are more likely than not say of it. */
function readMarginals(gauge: BeadGauge, lattice: Lattice, marginals: Marginals): PairStatistics {
  const collector = collectStatistics(gauge.source, gauge.target, gauge.statistics.ratio);
  visitEdges(lattice, (edge, p, i, q, j) => {
    const probability = marginals.probabilities[edge]!;
    if (i === p || j === q) collector.skip(probability);
    else if (probability > 0.5 && cosineOf(gauge, p, i, q, j) > leastCosine) collector.bead(p, i, q, j);
  });
  return collector.finish();
}
