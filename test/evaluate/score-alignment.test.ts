import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreAlignment } from '../../src/evaluate/score-alignment.ts';
import { formats } from '../../src/formats/formats.ts';
import type { Bead, GoldBead } from '../../src/types.ts';

const gold = (source: number[], target: number[]): GoldBead => ({ source, target });
const bead = (source: [number, number], target: [number, number]): Bead => ({ source, target, similarity: 0.5, confidence: 0.5 });

describe('scoreAlignment', () => {
  it('counts predicted skips in precision and leaves gold skips out of recall', () => {
    const truth = [gold([0], [0]), gold([1], []), gold([2], [1])];
    const { strict } = scoreAlignment(truth, [bead([0, 1], [0, 1]), bead([1, 2], [1, 1]), bead([2, 3], [1, 1]), bead([3, 3], [1, 2])]);
    expect(strict).toEqual({ precision: 2 / 4, recall: 1 / 2, f1: 0.5, count: 2 });
  });

  it('counts a bead as lax when it shares a sentence with one gold bead on both sides', () => {
    const truth = [gold([0, 1], [0]), gold([2], [1])];
    const { strict, lax } = scoreAlignment(truth, [bead([0, 1], [0, 1]), bead([1, 3], [1, 2])]);
    expect(strict.f1).toBe(0);
    expect(lax).toEqual({ precision: 1, recall: 1, f1: 1, count: 2 });
  });

  it('takes gold beads with gaps, crossings and in any order of their indices', () => {
    const truth = [gold([0], [3]), gold([1], [2, 0])];
    expect(scoreAlignment(truth, [gold([1], [0, 2]), gold([0], [3])]).strict.f1).toBe(1);
    expect(scoreAlignment(truth, [bead([1, 2], [0, 3]), bead([0, 1], [3, 4])]).strict).toMatchObject({ precision: 0.5, recall: 0.5 });
  });

  it('scores skips sentence by sentence, whichever way they are grouped', () => {
    const truth = [gold([0, 1], []), gold([2], [0]), gold([], [1])];
    const { skips } = scoreAlignment(truth, [bead([0, 1], [0, 0]), bead([1, 2], [0, 0]), bead([2, 3], [0, 1]), bead([3, 4], [1, 1])]);
    expect(skips).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3, count: 3 });
  });

  it('gives each shape its own score', () => {
    const truth = [gold([0], [0]), gold([1], [1]), gold([2], [2, 3])];
    const { shapes } = scoreAlignment(truth, [bead([0, 1], [0, 1]), bead([1, 2], [1, 3]), bead([2, 3], [3, 4])]);
    expect(shapes['1-1']).toEqual({ precision: 1 / 2, recall: 1 / 2, f1: 0.5, count: 2 });
    expect(shapes['1-2']).toEqual({ precision: 0, recall: 0, f1: 0, count: 1 });
  });

  it('gives 0 where nothing is to count', () => {
    expect(scoreAlignment([], []).strict).toEqual({ precision: 0, recall: 0, f1: 0, count: 0 });
  });

  it('agrees with the counting of the published scorer on random beads', () => {
    const indices = fc.uniqueArray(fc.nat(5), { maxLength: 3 }).map((list) => [...list].sort((x, y) => x - y));
    const beads = fc.array(fc.record({ source: indices, target: indices }), { maxLength: 8 });
    fc.assert(
      fc.property(beads, beads, (truth, predicted) => {
        const { strict, lax } = scoreAlignment(truth, predicted);
        expect([strict.precision, strict.recall, lax.precision, lax.recall]).toEqual(countAsPublished(truth, predicted));
      }),
      { seed: 4711 },
    );
  });
});

/** The published counting, step for step: precision of all predictions, then the same with the sides swapped and skips left out. */
function countAsPublished(truth: readonly GoldBead[], predicted: readonly GoldBead[]): number[] {
  const isMatch = (each: GoldBead) => each.source.length > 0 && each.target.length > 0;
  const precision = countOneWay(truth, predicted);
  const recall = countOneWay(predicted.filter(isMatch), truth.filter(isMatch));
  return [precision.strict, recall.strict, precision.lax, recall.lax];
}

function countOneWay(against: readonly GoldBead[], counted: readonly GoldBead[]): { strict: number; lax: number } {
  const write = ({ source, target }: GoldBead) => `${source}|${target}`;
  const known = new Set(against.map(write));
  const seen = new Map(counted.filter(({ source, target }) => source.length > 0 || target.length > 0).map((each) => [write(each), each]));
  let strict = 0;
  let lax = 0;
  for (const [key, { source, target }] of seen) {
    const partners = against.filter((other) => other.source.some((index) => source.includes(index))).flatMap((other) => other.target);
    if (known.has(key)) strict++;
    if (known.has(key) || target.some((index) => partners.includes(index))) lax++;
  }
  return { strict: seen.size > 0 ? strict / seen.size : 0, lax: seen.size > 0 ? lax / seen.size : 0 };
}

it('beads of a file with a similarity are index lists, not spans', () => {
  const found = formats.vecalign.read('[0]:[0]:0.9\n[1, 3]:[2]:0.8\n', { number: 'similarity' });
  const gold = [
    { source: [0], target: [0] },
    { source: [1, 3], target: [2] },
  ];
  expect(scoreAlignment(gold, found).strict.f1).toBe(1);
});
