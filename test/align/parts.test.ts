import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNearest } from '../../src/align/free/nearest-sentences.ts';
import { createDotKernel } from '../../src/align/kernel/build-kernel.ts';
import { buildPlainKernel } from '../../src/align/kernel/plain-kernel.ts';
import { calibrate } from '../../src/align/learned/calibration.ts';
import { bandAround, fullBand } from '../../src/align/ordered/band.ts';
import { coarsePath } from '../../src/align/ordered/coarse-path.ts';
import { buildFences } from '../../src/align/ordered/fences.ts';
import { dotOfBead, measureSimilarities } from '../../src/align/ordered/similarity-band.ts';
import { sketchPath, sketchReach } from '../../src/align/ordered/sketch-path.ts';
import { createTokenCoverage } from '../../src/align/ordered/token-coverage.ts';
import { finishSteps, runSteps } from '../../src/align/run-steps.ts';
import { findNumbers, measureLength } from '../../src/align/text-measures.ts';
import { createTokenPairs } from '../../src/align/token-pairs.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { makeSentence, plantPair, prepare, seededRandom, seeds } from './support.ts';

describe('a band', () => {
  it('is connected, never falls, and holds every path point with its surroundings', () => {
    const path = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 20 });
    fc.assert(
      fc.property(path, fc.nat(4), (steps, radius) => {
        const rungs = [0, 0];
        for (const [down, right] of steps) rungs.push(rungs.at(-2)! + down, rungs.at(-1)! + right);
        const [rows, columns] = [rungs.at(-2)!, rungs.at(-1)!];
        const { low, high, offsets } = bandAround(rungs, rows, columns, radius);
        expect([low[0], high[rows]]).toEqual([0, columns]);
        for (let i = 0; i <= rows; i++) {
          expect(low[i]!).toBeLessThanOrEqual(high[i]!);
          expect(offsets[i + 1]! - offsets[i]!).toBe(high[i]! - low[i]! + 1);
          if (i > 0) expect(low[i]! >= low[i - 1]! && high[i]! >= high[i - 1]! && low[i]! <= high[i - 1]!).toBe(true);
        }
        for (let k = 0; k < rungs.length; k += 2) {
          expect(low[rungs[k]!]!).toBeLessThanOrEqual(Math.max(rungs[k + 1]! - radius, 0));
          expect(high[rungs[k]!]!).toBeGreaterThanOrEqual(Math.min(rungs[k + 1]! + radius, columns));
        }
      }),
      { seed: 12 },
    );
  });
});

describe('dot products', () => {
  it.each([16, 20, 64, 100])('in lanes and in plain JavaScript agree at %i dimensions', async (dimensions) => {
    const { source, target } = plantPair(dimensions, 12);
    const by = createHashingEmbedder(dimensions);
    const [left, right] = [await prepare([...source, ''], {}, by), await prepare(target, {}, by)];
    const [fast, plain] = [createDotKernel(left, right), finishSteps(buildPlainKernel(left, right))];
    for (let s = 0; s < left.texts.length; s++) {
      for (const [first, count] of [
        [0, target.length],
        [3, 5],
        [2, 0],
        [target.length - 1, 1],
      ] as const) {
        const expected = Array.from(plain.sentenceProducts(s, first, count).subarray(0, count));
        const found = Array.from(fast.sentenceProducts(s, first, count).subarray(0, count));
        for (const [k, value] of found.entries()) expect(value).toBeCloseTo(expected[k]!, 3);
      }
      for (let t = 0; t < target.length; t++) {
        const length = tokenCount(fast.sourceTokens!.offsets, s) + tokenCount(fast.targetTokens!.offsets, t);
        const expected = Array.from(plain.bestProducts(s, t).subarray(0, length));
        for (const [k, value] of Array.from(fast.bestProducts(s, t).subarray(0, length)).entries())
          expect(value).toBeCloseTo(expected[k]!, 3);
      }
    }
  });
});

describe('running totals of a band', () => {
  it('give the dot product of any bead in it', async () => {
    const { source, target } = plantPair(4, 15);
    const [left, right] = [await prepare(source), await prepare(target)];
    const band = finishSteps(measureSimilarities(createDotKernel(left, right), fullBand(source.length, target.length), 4));
    const sum = (rows: Float32Array, start: number, end: number, d: number) => {
      let total = 0;
      for (let s = start; s < end; s++) total += rows[s * left.dimensions + d]!;
      return total;
    };
    for (const [p, i, q, j] of [
      [0, 1, 0, 1],
      [2, 5, 1, 3],
      [4, 8, 6, 10],
      [source.length - 3, source.length, target.length - 2, target.length],
    ] as const) {
      let expected = 0;
      for (let d = 0; d < left.dimensions; d++) expected += sum(left.sums, p, i, d) * sum(right.sums, q, j, d);
      expect(dotOfBead(band, p, i, q, j)).toBeCloseTo(expected, 3);
    }
  });
});

describe('coverage', () => {
  it('of any run is what comparing all words gives', async () => {
    const { source, target } = plantPair(6, 12);
    const [left, right] = [await prepare(source), await prepare(target)];
    const windows = { first: new Int32Array(source.length), last: new Int32Array(source.length).fill(target.length) };
    const coverage = createTokenCoverage(createTokenPairs(createDotKernel(left, right))!, windows, 5);
    const naive = (own: typeof left, s: number, other: typeof left, start: number, end: number) => {
      const [mine, theirs] = [own.tokens!, other.tokens!];
      let sum = 0;
      for (let x = mine.offsets[s]!; x < mine.offsets[s + 1]!; x++) {
        let best = 0;
        for (let y = theirs.offsets[start]!; y < theirs.offsets[end]!; y++) {
          let dot = 0;
          for (let d = 0; d < own.dimensions; d++)
            dot += mine.vectors[mine.ids[x]! * own.dimensions + d]! * theirs.vectors[theirs.ids[y]! * own.dimensions + d]!;
          best = Math.max(best, dot);
        }
        sum += best * mine.weights[x]!;
      }
      return sum;
    };
    for (const [s, start, end] of [
      [0, 0, 1],
      [3, 2, 6],
      [3, 2, 4],
      [7, 0, 5],
    ] as const) {
      expect(coverage.coverSource(s, start, end) / naive(left, s, right, start, end)).toBeCloseTo(1, 2);
      expect(coverage.coverTarget(s, start, end) / naive(right, s, left, start, end)).toBeCloseTo(1, 2);
    }
  });
});

describe('the strip of long documents', () => {
  it('holds the path that searching the whole grid finds', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { source, target } = plantPair(seed, 260);
        const [left, right] = [await prepare(source), await prepare(target)];
        const kernel = createDotKernel(left, right);
        const fences = buildFences(left, right);
        const rungs = finishSteps(coarsePath(left, right, { source: [0, source.length], target: [0, target.length] }));
        const strip = bandAround(rungs, source.length, target.length, 16);
        expect(strip.offsets[source.length + 1]!).toBeLessThan((source.length + 1) * (target.length + 1) * 0.5);
        const search = (band: typeof strip) =>
          finishSteps(sketchPath(left, right, band, finishSteps(measureSimilarities(kernel, band, sketchReach)), fences, 1));
        expect(search(strip)).toEqual(search(fullBand(source.length, target.length)));
      }),
      { seed: 3, numRuns: 6 },
    );
  });
});

describe('nearest sentences', () => {
  it('are those that sorting all cosines gives, both ways', async () => {
    const { source, target } = plantPair(15, 14);
    const [left, right] = [await prepare(source), await prepare(target)];
    const nearest = finishSteps(findNearest(createDotKernel(left, right), left, right, 3, 0));
    const cosine = (s: number, t: number) => {
      let dot = 0;
      for (let d = 0; d < left.dimensions; d++) dot += left.sums[s * left.dimensions + d]! * right.sums[t * left.dimensions + d]!;
      return dot / (left.norms[s * left.longestRun]! * right.norms[t * right.longestRun]!);
    };
    for (let s = 0; s < source.length; s++) {
      const best = target.map((_, t) => cosine(s, t)).sort((x, y) => y - x);
      for (const [k, value] of Array.from(nearest.source.cosines.subarray(3 * s, 3 * s + 3)).entries())
        expect(value).toBeCloseTo(best[k]!, 4);
    }
    for (let t = 0; t < target.length; t++) {
      const best = source.map((_, s) => cosine(s, t)).sort((x, y) => y - x);
      expect(nearest.target.cosines[3 * t]).toBeCloseTo(best[0]!, 4);
    }
  });
});

describe('text measures', () => {
  it.each([
    ['1,250.5', '1.250,5'],
    ['2022', '٢٠٢٢'],
    ['7', '07'],
    ['3 000', '3 000'],
  ])('%s and %s are one number', (one, other) => {
    expect(findNumbers(one)).toEqual(findNumbers(other));
    expect(findNumbers(one).length).toBeGreaterThan(0);
  });

  it('tells numbers apart', () => {
    expect(new Set(['12', '21', '120', '1', '0', '102'].flatMap(findNumbers)).size).toBe(6);
    expect(findNumbers('no digits here')).toEqual([]);
  });

  it('counts a Han character for more than a letter', () => {
    expect(measureLength('abc')).toBe(3);
    expect(measureLength('汉字')).toBeCloseTo(6.8);
  });
});

describe('calibrate', () => {
  it('rises with what is stated and stays between 0 and 1', () => {
    const values = [0, 0.01, 0.3, 0.5, 0.9, 1].map((stated) => calibrate(stated, { slope: 0.8, shift: 0.3 }));
    expect([...values].sort((x, y) => x - y)).toEqual(values);
    expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
  });
});

describe('runSteps', () => {
  function* work(rounds: number): Generator<number, string> {
    for (let k = 0; k < rounds; k++) {
      const end = performance.now() + 2;
      while (performance.now() < end);
      yield k / rounds;
    }
    return 'done';
  }

  it('lets the event loop run, shows progress that never falls, and ends at 1', async () => {
    let turns = 0;
    const ticking = setInterval(() => turns++, 1);
    const shown: number[] = [];
    expect(await runSteps(work(60), { onProgress: (share) => shown.push(share) })).toBe('done');
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(1);
    expect([...shown].sort((x, y) => x - y)).toEqual(shown);
    expect(shown.at(-1)).toBe(1);
  });

  it('stops with the reason of the signal', async () => {
    const controller = new AbortController();
    const running = runSteps(work(10_000), { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('enough')), 20);
    const start = performance.now();
    await expect(running).rejects.toThrow('enough');
    expect(performance.now() - start).toBeLessThan(1_000);
    await expect(runSteps(work(1), { signal: controller.signal })).rejects.toThrow('enough');
  });

  it('passes on what the work or the listener throws', async () => {
    await expect(
      runSteps(work(60), {
        onProgress: () => {
          throw new RangeError('listener');
        },
      }),
    ).rejects.toThrow('listener');
  });
});

function tokenCount(offsets: Int32Array, s: number): number {
  return offsets[s + 1]! - offsets[s]!;
}

it('a sentence of a hundred thousand words is aligned like any other', async () => {
  const random = seededRandom(2);
  const long = makeSentence(random, 100_000);
  const [left, right] = [await prepare([long, 'one two three']), await prepare(['one two three'])];
  const coverage = createTokenPairs(createDotKernel(left, right))!;
  expect(coverage.sourceTokens.most).toBeLessThan(1_000);
});
