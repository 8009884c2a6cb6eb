/** What each feature of a bead measures, on documents made so that it can be reckoned by hand. */
import { describe, expect, it } from 'vitest';
import { fullBand } from '../../src/align/ordered/band.ts';
import { type BeadFeature, type BeadGauge, beadFeatures, measureBead, measureSkip } from '../../src/align/ordered/bead-features.ts';
import { collectStatistics } from '../../src/align/ordered/pair-statistics.ts';
import type { TokenCoverage } from '../../src/align/ordered/token-coverage.ts';
import type { PreparedDocument } from '../../src/align/prepare-document.ts';
import { finishSteps } from '../../src/align/run-steps.ts';

/** Sentences of 100 letters in two dimensions, one direction each. */
function documentOf(directions: readonly (readonly [number, number])[]): PreparedDocument {
  const count = directions.length;
  const longestRun = 7;
  const norms = new Float32Array(count * longestRun);
  for (let s = 0; s < count; s++) {
    for (let k = 0; s + k < count && k < longestRun; k++) {
      const run = directions.slice(s, s + k + 1);
      norms[s * longestRun + k] = Math.hypot(...[0, 1].map((d) => run.reduce((sum, row) => sum + row[d]!, 0)));
    }
  }
  const lengths = Float64Array.from({ length: count + 1 }, (_, k) => 100 * k);
  return {
    texts: directions.map(String),
    dimensions: 2,
    sums: Float32Array.from(directions.flat()),
    longestRun,
    norms,
    lengths,
  } as unknown as PreparedDocument;
}

/** Each sentence has ten words of weight 1; `[s, t]` names pairs of sentences and how many words they share. */
function coverageOf(shared: readonly (readonly [s: number, t: number, words: number])[]): TokenCoverage {
  const sum = (holds: (s: number, t: number) => boolean) =>
    shared.filter(([s, t]) => holds(s, t)).reduce((total, [, , words]) => total + words, 0);
  const mass = Float64Array.from({ length: 9 }, (_, k) => 10 * k);
  return {
    coverSource: (own, q, j) => sum((s, t) => s === own && t >= q && t < j),
    coverTarget: (own, p, i) => sum((s, t) => t === own && s >= p && s < i),
    sourceMass: mass,
    targetMass: mass,
  };
}

function gaugeOf(source: PreparedDocument, target: PreparedDocument, more: Partial<BeadGauge> = {}): BeadGauge {
  const [rows, columns] = [source.texts.length, target.texts.length];
  const totals: number[] = [];
  for (let s = 0; s < rows; s++) {
    let total = 0;
    totals.push(0);
    for (let t = 0; t < columns; t++) {
      total += source.sums[2 * s]! * target.sums[2 * t]! + source.sums[2 * s + 1]! * target.sums[2 * t + 1]!;
      totals.push(total);
    }
  }
  const similarities = {
    first: new Int32Array(rows),
    last: new Int32Array(rows).fill(columns),
    starts: Int32Array.from({ length: rows + 1 }, (_, s) => s * (columns + 1)),
    totals: Float64Array.from(totals),
  };
  const statistics = { ratio: 1, spread: 5, skipShare: 0.2 };
  return { source, target, similarities, statistics, coverage: undefined, boundaries: undefined, ...more };
}

function measure(gauge: BeadGauge, p: number, i: number, q: number, j: number): Record<BeadFeature, number> {
  const row = new Float64Array(beadFeatures.length);
  measureBead(gauge, p, i, q, j, row);
  return Object.fromEntries(beadFeatures.map((name, k) => [name, row[k]!])) as Record<BeadFeature, number>;
}

const [east, north] = [
  [1, 0],
  [0, 1],
] as const;

describe('features of a bead', () => {
  const source = documentOf([east, north, east]);
  const target = documentOf([east, north, north]);

  it('cosine, and cosine and length by the logarithm of its length over that of two usual sentences', () => {
    const one = measure(gaugeOf(source, target), 0, 1, 0, 1);
    expect(one.cosine).toBeCloseTo(1, 6);
    expect(one.length).toBeCloseTo(0, 6);
    const two = measure(gaugeOf(source, target), 0, 2, 0, 2);
    expect(two.length).toBeCloseTo(Math.log(2), 6);
    expect(two.cosineLength).toBeCloseTo(two.cosine * Math.log(2), 6);
    expect(measure(gaugeOf(source, target), 0, 1, 1, 2).cosine).toBeCloseTo(0, 6);
    expect(measure(gaugeOf(source, target), 0, 2, 0, 1).cosine).toBeCloseTo(Math.SQRT1_2, 6);
  });

  it('misfit: squared difference of lengths over their mean, in units of the spread', () => {
    expect(measure(gaugeOf(source, target), 0, 1, 0, 1).misfit).toBe(0);
    expect(measure(gaugeOf(source, target), 0, 1, 0, 2).misfit).toBeCloseTo(Math.log1p(100 ** 2 / 150 / 15), 6);
  });

  it('many-to-many: at least two sentences on both sides', () => {
    const gauge = gaugeOf(source, target);
    expect([measure(gauge, 0, 2, 0, 2).manyMany, measure(gauge, 0, 1, 0, 3).manyMany, measure(gauge, 0, 3, 0, 1).manyMany]).toEqual([
      1, 0, 0,
    ]);
  });

  it('coverage: the share of covered words on the side that has less, and how much more the neighbours would cover', () => {
    const coverage = coverageOf([
      [0, 0, 6],
      [0, 1, 3],
      [1, 1, 8],
    ]);
    const gauge = gaugeOf(source, target, { coverage });
    const one = measure(gauge, 0, 1, 0, 1);
    expect(one.coverageLow).toBeCloseTo(0.6, 6);
    // the next target sentence has three more of the ten words of the source
    expect(one.coverageLeak).toBeCloseTo(0.3, 6);
    const two = measure(gauge, 0, 2, 0, 2);
    expect(two.coverageLow).toBeCloseTo(17 / 20, 6);
    expect(two.coverageLeak).toBe(0);
    expect(measure(gauge, 0, 2, 1, 2).coverageLow).toBeCloseTo(11 / 20, 6);
  });

  it('edges: how well its start and its end match as boundaries', () => {
    const band = fullBand(3, 3);
    const points = (step: number) => Float32Array.from({ length: 16 }, (_, place) => place * step);
    const near = { starts: points(1), ends: points(10) };
    const far = { starts: points(100), ends: points(1000) };
    const { edgesNear, edgesFar } = measure(gaugeOf(source, target, { boundaries: { band, near, far } }), 1, 3, 0, 2);
    const [start, end] = [4 * 1 + 0, 4 * 3 + 2];
    expect([edgesNear, edgesFar]).toEqual([start + 10 * end, 100 * start + 1000 * end]);
  });

  it('a skip knows the share of skips of the pair, as log-odds', () => {
    const row = new Float64Array(beadFeatures.length);
    measureSkip(gaugeOf(source, target), row);
    expect(row[beadFeatures.indexOf('skip')]).toBe(1);
    expect(row[beadFeatures.indexOf('skipShare')]).toBeCloseTo(Math.log(0.2 / 0.8) / 4, 6);
  });
});

describe('what the likely beads say of a pair', () => {
  const document = (...lengths: number[]) =>
    ({
      texts: lengths.map(String),
      lengths: Float64Array.from([0, ...lengths].map((_, k) => lengths.slice(0, k).reduce((sum, one) => sum + one, 0))),
    }) as unknown as PreparedDocument;

  it('draws the ratio of lengths, their spread and the share of skips towards what is usual', () => {
    const [source, target] = [document(3000, 3000, 500), document(6000, 6000)];
    const collector = collectStatistics(source, target, 1);
    const before = finishSteps(collectStatistics(source, target, 1).finish());
    expect(before).toEqual({ ratio: 1, spread: 6, skipShare: 0.5 / 15 });
    collector.bead(0, 1, 0, 1);
    collector.bead(1, 2, 1, 2);
    collector.skip(0.8);
    const { ratio, spread, skipShare } = finishSteps(collector.finish());
    expect(ratio).toBeCloseTo(13_000 / 7000, 6);
    const [x, y] = [3000 * ratio, 6000];
    expect(spread).toBeCloseTo((1.2 * 2 * ((x - y) ** 2 / ((x + y) / 2)) + 5 * 6) / 7, 6);
    expect(skipShare).toBeCloseTo(1.3 / 15, 6);
  });
});
