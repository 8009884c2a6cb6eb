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
import { type BeadGauge, cosineOf, type PairStatistics } from './bead-features.ts';
import { type BeadWeights, buildPlainLattice, pruneLattice, scoreLattice } from './build-lattice.ts';
import type { DotKernel } from './dot-kernel.ts';
import { buildFences, type Fences } from './fences.ts';
import { type BestChain, findBestChain, type Lattice, type Marginals, measureMarginals } from './lattice.ts';
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
const bandRadius = 7;
const leastProbability = 1e-5;
const pruningTemperature = 1.5;
const priorSpread = 6;

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
  const wide = rows * columns <= exactCells ? fullBand(rows, columns) : fullBand(rows, columns);
  const wideSimilarities = yield* measureSimilarities(kernel, wide, sketchReach);
  const overall = source.lengths[rows]! > 0 && target.lengths[columns]! > 0 ? target.lengths[columns]! / source.lengths[rows]! : 1;
  const rungs = yield* sketchPath(source, target, wide, wideSimilarities, fences, overall);

  const band = bandAround(rungs, rows, columns, bandRadius);
  const similarities = wide.low === band.low ? wideSimilarities : yield* measureSimilarities(kernel, band, maxBeadSize - 1);
  const first = estimateFromPath(source, target, similarities, rungs, overall);
  const plainGauge: BeadGauge = { source, target, similarities, statistics: first, coverage: undefined };
  const plainLattice = yield* buildPlainLattice(plainGauge, band, fences, maxBeadSize, plain);
  const sharp = yield* measureMarginals(plainLattice);
  const statistics = estimateFromMarginals(plainGauge, plainLattice, sharp);
  const flat = yield* measureMarginals(plainLattice, pruningTemperature);
  const keep = Uint8Array.from(flat.probabilities, (probability) => (probability >= leastProbability ? 1 : 0));
  const pairs = createTokenPairs(kernel);
  const coverage = pairs ? createTokenCoverage(pairs, similarities, maxBeadSize + 1) : undefined;
  return { gauge: { source, target, similarities, statistics, coverage }, lattice: pruneLattice(plainLattice, keep), fences };
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

/** Length ratio, spread and share of skips, from the beads of the first path. */
function estimateFromPath(
  source: PreparedDocument,
  target: PreparedDocument,
  similarities: SimilarityBand,
  rungs: Int32Array,
  overall: number,
): PairStatistics {
  const collector = createCollector(source, target);
  for (let k = 2; k < rungs.length; k += 2) {
    const p = rungs[k - 2]!;
    const q = rungs[k - 1]!;
    const i = rungs[k]!;
    const j = rungs[k + 1]!;
    if (i === p || j === q) collector.skip(1);
    else collector.bead(p, i, q, j, cosineOf({ source, target, similarities }, p, i, q, j));
  }
  return collector.finish(overall);
}

/** The same, from beads more likely than not. */
function estimateFromMarginals(gauge: BeadGauge, lattice: Lattice, marginals: Marginals): PairStatistics {
  const { band, edgeStarts, shapes } = lattice;
  const collector = createCollector(gauge.source, gauge.target);
  for (let i = 0; i <= band.rows; i++) {
    for (let here = band.offsets[i]!, j = band.low[i]!; here < band.offsets[i + 1]!; here++, j++) {
      for (let e = edgeStarts[here]!; e < edgeStarts[here + 1]!; e++) {
        const probability = marginals.probabilities[e]!;
        const a = shapes[e]! >> 4;
        const b = shapes[e]! & 15;
        if (a === 0 || b === 0) collector.skip(probability);
        else if (probability > 0.5) collector.bead(i - a, i, j - b, j, cosineOf(gauge, i - a, i, j - b, j));
      }
    }
  }
  return collector.finish(gauge.statistics.ratio);
}

const leastCosine = 0.3;

function createCollector(source: PreparedDocument, target: PreparedDocument) {
  const sourceLengths: number[] = [];
  const targetLengths: number[] = [];
  const sourceMasses: number[] = [];
  const targetMasses: number[] = [];
  let skips = 0;
  let many = 0;
  let beads = 0;
  const sm = massOf(source);
  const tm = massOf(target);
  return {
    skip(weight: number) {
      skips += weight;
    },
    bead(p: number, i: number, q: number, j: number, cosine: number) {
      beads++;
      if (i - p + j - q > 2) many++;
      if (cosine <= leastCosine) return;
      sourceMasses.push(sm[i]! - sm[p]!);
      targetMasses.push(tm[j]! - tm[q]!);
      sourceLengths.push(source.lengths[i]! - source.lengths[p]!);
      targetLengths.push(target.lengths[j]! - target.lengths[q]!);
    },
    finish(fallback: number): PairStatistics {
      const sentences = Math.max(source.texts.length + target.texts.length, 1);
      const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
      // a thousand letters of prior keep tiny documents sane
      const prior = 1000;
      const ratio = (total(targetLengths) + prior * Math.sqrt(fallback)) / (total(sourceLengths) + prior / Math.sqrt(fallback));
      const misfits = sourceLengths.map((length, k) => {
        const x = length * ratio;
        const y = targetLengths[k]!;
        return (x - y) ** 2 / ((x + y) / 2);
      });
      misfits.sort((x, y) => x - y);
      const trusted = misfits.slice(0, Math.ceil(misfits.length * 0.95));
      const spread = (1.2 * total(trusted) + 5 * priorSpread) / (trusted.length + 5);
      const massRatio = (total(targetMasses) + 1) / (total(sourceMasses) + 1);
      const mm = sourceMasses
        .map((x0, k) => {
          const x = x0 * massRatio,
            y = targetMasses[k]!;
          return (x - y) ** 2 / ((x + y) / 2);
        })
        .sort((x, y) => x - y);
      const mt = mm.slice(0, Math.ceil(mm.length * 0.95));
      const massSpread = (1.2 * total(mt) + 5 * 1) / (mt.length + 5);
      return { ratio, spread, skipShare: (skips + 0.5) / (sentences + 10), manyShare: (many + 1) / (beads + 10), massRatio, massSpread };
    },
  };
}

/** The band that {@link findCandidates} would search first; for tests and benches. */
export type { Band };

function massOf(d: PreparedDocument): Float64Array {
  const out = new Float64Array(d.texts.length + 1);
  for (let k = 0; k < d.texts.length; k++) {
    let sum = 0;
    if (d.tokens) for (let x = d.tokens.offsets[k]!; x < d.tokens.offsets[k + 1]!; x++) sum += d.tokens.weights[x]!;
    out[k + 1] = out[k]! + sum;
  }
  return out;
}
