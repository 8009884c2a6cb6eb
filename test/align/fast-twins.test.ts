/** What is computed in a fast way, against the obvious way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDotKernel } from '../../src/align/kernel/build-kernel.ts';
import type { DotKernel } from '../../src/align/kernel/dot-kernel.ts';
import { buildPlainKernel } from '../../src/align/kernel/plain-kernel.ts';
import { Workspace } from '../../src/align/kernel/workspace.ts';
import { inOrder } from '../../src/align/learned/learned-model.ts';
import { fullBand } from '../../src/align/ordered/band.ts';
import { type BeadGauge, beadFeatures, createPlainScorer, measureShapeAndLength } from '../../src/align/ordered/bead-features.ts';
import { scoreBoundaries } from '../../src/align/ordered/boundaries.ts';
import { buildPlainLattice } from '../../src/align/ordered/build-lattice.ts';
import { buildFences } from '../../src/align/ordered/fences.ts';
import { quickLog } from '../../src/align/ordered/quick-log.ts';
import { measureSimilarities } from '../../src/align/ordered/similarity-band.ts';
import type { PreparedDocument } from '../../src/align/prepare-document.ts';
import { finishSteps } from '../../src/align/run-steps.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { plantPair, prepare, seeds } from './support.ts';

const statistics = { ratio: 1.3, spread: 5, skipShare: 0.1 };
const weights = inOrder(beadFeatures, {
  cosine: 6,
  cosineLength: 3,
  length: -1.5,
  misfit: -1.5,
  manyMany: -1.3,
  skip: -3,
});

it('the quick logarithm agrees with the exact one', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e7, noNaN: true }), (x) => {
      expect(Math.abs(quickLog(x) - Math.log(x))).toBeLessThan(2e-6);
    }),
    { seed: 4, numRuns: 2000 },
  );
  for (const [x, wanted] of [
    [0, -Infinity],
    [1, 0],
    [2048, Math.log(2048)],
    [Infinity, Infinity],
  ] as const)
    expect(quickLog(x)).toBeCloseTo(wanted, 6);
  expect(quickLog(-1)).toBeNaN();
});

it('the plain scorer gives the weighted sum of the features', () => {
  const length = fc.double({ min: 0, max: 3000, noNaN: true });
  fc.assert(
    fc.property(length, length, fc.nat(6), fc.nat(6), fc.double({ min: -1, max: 1, noNaN: true }), (left, right, a, b, cosine) => {
      const side = (total: number, count: number) =>
        ({ lengths: Float64Array.from({ length: count + 1 }, (_, k) => (total * k) / count) }) as unknown as PreparedDocument;
      const gauge = { source: side(left, a + 1), target: side(right, b + 1), statistics } as BeadGauge;
      const features = new Float64Array(beadFeatures.length);
      measureShapeAndLength(gauge, 0, a + 1, 0, b + 1, cosine, features);
      const expected = features.reduce((sum, value, k) => sum + value * weights[k]!, 0);
      const beads = { source: Float64Array.of(left * statistics.ratio), target: Float64Array.of(right), cosine: Float64Array.of(cosine) };
      const scores = new Float32Array(2);
      createPlainScorer(gauge, weights)(beads, 1, Uint8Array.of(0, (a + 1) * 16 + b + 1), 1, scores);
      expect(scores[1]).toBeCloseTo(expected, 4);
    }),
    { seed: 9, numRuns: 300 },
  );
});

it('the plain lattice holds every bead of the band in proportion, with its score', async () => {
  const { source, target } = plantPair(11, 10);
  const [left, right] = [await prepare(source), await prepare(target)];
  const band = fullBand(source.length, target.length);
  const similarities = finishSteps(measureSimilarities(createDotKernel(left, right), band, 7));
  const gauge: BeadGauge = { source: left, target: right, similarities, statistics, coverage: undefined, boundaries: undefined };
  const lattice = finishSteps(buildPlainLattice(gauge, band, buildFences(left, right), 8, weights));
  const found = new Map<string, number>();
  for (let i = 0; i <= source.length; i++) {
    for (let j = 0; j <= target.length; j++) {
      const place = band.offsets[i]! + j;
      for (let e = lattice.edgeStarts[place]!; e < lattice.edgeStarts[place + 1]!; e++)
        found.set([i, j, lattice.shapes[e]! >> 4, lattice.shapes[e]! & 15].join(), lattice.scores[e]!);
    }
  }
  let expected = 0;
  const features = new Float64Array(beadFeatures.length);
  const product = (p: number, i: number, q: number, j: number) => {
    let dot = 0;
    for (let s = p; s < i; s++)
      for (let t = q; t < j; t++)
        for (let d = 0; d < left.dimensions; d++) dot += left.sums[s * left.dimensions + d]! * right.sums[t * left.dimensions + d]!;
    return dot / (left.norms[p * left.longestRun + i - p - 1]! * right.norms[q * right.longestRun + j - q - 1]!);
  };
  for (let i = 0; i <= source.length; i++) {
    for (let j = 0; j <= target.length; j++) {
      expected += (i > 0 ? 1 : 0) + (j > 0 ? 1 : 0);
      for (let a = 1; a <= Math.min(i, 7); a++) {
        for (let b = 1; b <= Math.min(j, 8 - a); b++) {
          const x = (left.lengths[i]! - left.lengths[i - a]!) * statistics.ratio;
          const y = right.lengths[j]! - right.lengths[j - b]!;
          if (a + b > 2 && Math.min(x, y) / Math.max(x, y) < (a + b > 4 ? 0.3 : 0.1)) continue;
          expected++;
          features.fill(0);
          measureShapeAndLength(gauge, i - a, i, j - b, j, product(i - a, i, j - b, j), features);
          const score = features.reduce((sum, value, k) => sum + value * weights[k]!, 0);
          expect(found.get([i, j, a, b].join())).toBeCloseTo(score, 3);
        }
      }
    }
  }
  expect(found.size).toBe(expected);
});

describe('sums of tokens', () => {
  it.each([16, 20, 64, 100])('in lanes and in plain JavaScript agree at %i dimensions', async (dimensions) => {
    const { source, target } = plantPair(dimensions, 12);
    const by = createHashingEmbedder(dimensions);
    const [left, right] = [await prepare(source, {}, by), await prepare(target, {}, by)];
    const run = (kernel: DotKernel) => {
      const sums = kernel.openTokenSums(2, 5);
      sums.clear();
      sums.add('source', Int32Array.of(3, 1, 4), Float32Array.of(0.5, 2, 1), 3);
      sums.keep('source', 0);
      sums.add('source', Int32Array.of(2), Float32Array.of(3), 1);
      sums.keep('source', 1);
      for (let row = 0; row < 5; row++) {
        sums.clear();
        sums.add('target', Int32Array.of(row, row + 1, 9), Float32Array.of(1, row, 7), 2);
        sums.keep('target', row);
      }
      return [0, 1].flatMap((row) => Array.from(sums.products(row, 1, 4).subarray(0, 4)));
    };
    const [fast, slow] = [run(createDotKernel(left, right)), run(finishSteps(buildPlainKernel(left, right)))];
    expect(slow.some((value) => Math.abs(value) > 0.05)).toBe(true);
    for (const [k, value] of fast.entries()) expect(value).toBeCloseTo(slow[k]!, 3);
  });

  it('a memory that was used before gives the same answers', async () => {
    const [first, second] = [plantPair(1, 10), plantPair(2, 14)];
    const workspace = new Workspace();
    const fresh = createDotKernel(await prepare(first.source), await prepare(first.target), workspace);
    const expected = Array.from(fresh.sentenceProducts(2, 0, first.target.length));
    fresh.release();
    const other = createDotKernel(await prepare(second.source), await prepare(second.target), workspace);
    other.sentenceProducts(0, 0, 3);
    other.release();
    const again = createDotKernel(await prepare(first.source), await prepare(first.target), workspace);
    expect(Array.from(again.sentenceProducts(2, 0, first.target.length))).toEqual(expected);
    const plain = finishSteps(buildPlainKernel(await prepare(first.source), await prepare(first.target)));
    const best = Array.from(again.bestProducts(1, 1)).slice(0, 12);
    for (const [k, value] of best.entries()) expect(value).toBeCloseTo(plain.bestProducts(1, 1)[k]!, 3);
  });
});

it('boundaries are scored alike by both kernels, at every point where a bead starts or ends', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const { source, target } = plantPair(seed, 12);
      const [left, right] = [await prepare(source), await prepare(target)];
      const band = fullBand(source.length, target.length);
      const similarities = finishSteps(measureSimilarities(createDotKernel(left, right), band, 7));
      const gauge: BeadGauge = { source: left, target: right, similarities, statistics, coverage: undefined, boundaries: undefined };
      const lattice = finishSteps(buildPlainLattice(gauge, band, buildFences(left, right), 4, weights));
      const fast = finishSteps(scoreBoundaries(createDotKernel(left, right), lattice, [0.3, 0.6]))!;
      const slow = finishSteps(scoreBoundaries(finishSteps(buildPlainKernel(left, right)), lattice, [0.3, 0.6]))!;
      for (const [k, { starts, ends }] of fast.entries()) {
        for (let place = 0; place < starts.length; place++) {
          expect(starts[place]).toBeCloseTo(slow[k]!.starts[place]!, 2);
          expect(ends[place]).toBeCloseTo(slow[k]!.ends[place]!, 2);
        }
        // the end of the documents matches: their last words are compared, and there are none behind
        expect(Math.abs(ends.at(-1)!)).toBeLessThanOrEqual(1.001);
      }
    }),
    { seed: 6, numRuns: 5 },
  );
});
