import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorsOf, type Chosen, confirm, isPassage, join, separate, settledBy } from '../../src/report/client/corrections.ts';
import type { PageBead } from '../../src/report/page-data.ts';

const bead = (s0: number, s1: number, t0: number, t1: number): PageBead => [s0, s1, t0, t1, 50, 40];
const chosen = (source: number[], target: number[]): Chosen => [new Set(source), new Set(target)];
const show = (beads: readonly PageBead[]) => beads.map(([s0, s1, t0, t1]) => `${s0}-${s1}:${t0}-${t1}`).join(' ');

const translation = [bead(0, 1, 0, 1), bead(1, 2, 1, 2), bead(2, 4, 2, 4)];
const reports = [bead(0, 1, 0, 1), bead(0, 1, 2, 3), bead(1, 2, 2, 3)]; // sentences stand in several

describe('joining', () => {
  test.each<[string, PageBead[], Chosen, boolean, string]>([
    ['two beads', translation, chosen([0, 1], [0, 1]), true, '0-2:0-2 2-4:2-4'],
    ['a part of a bead leaves the rest together', translation, chosen([2], [2]), true, '0-1:0-1 1-2:1-2 2-3:2-3 3-4:3-4'],
    ['a sentence of the bead next door', translation, chosen([0], [0, 1]), true, '0-1:0-2 2-4:2-4'],
    ['the middle of a bead leaves pieces, which go', [bead(0, 3, 0, 3)], chosen([1], [1]), true, '1-2:1-2'],
    ['sentences without partners, in order', translation, chosen([9], [9]), true, '0-1:0-1 1-2:1-2 2-4:2-4 9-10:9-10'],
    ['in reports leaves the other links of a sentence', reports, chosen([0], [1]), false, '0-1:0-1 0-1:1-2 0-1:2-3 1-2:2-3'],
    ['in reports takes up what shares both sides', reports, chosen([0, 1], [2]), false, '0-1:0-1 0-2:2-3'],
  ])('%s', (_, beads, sentences, once, expected) => {
    expect(show(join(beads, sentences, once))).toBe(expected);
  });

  test('makes a bead that is sure, and leaves others as they are', () => {
    const beads = join(translation, chosen([0, 1], [0, 1]), true);
    expect(beads[0]).toEqual([0, 2, 0, 2, 100, 0]);
    expect(beads[1]).toBe(translation[2]);
  });

  test.each([
    [chosen([0, 1], [3]), true],
    [chosen([0, 2], [3]), false],
    [chosen([0], []), false],
    [chosen([], []), false],
  ])('needs sentences on both sides that follow one another', (sentences, expected) => {
    expect(isPassage(sentences)).toBe(expected);
  });
});

describe('unlinking', () => {
  test.each<[string, PageBead[], Chosen, boolean, string]>([
    ['a bead', translation, chosen([1], [1]), true, '0-1:0-1 2-4:2-4'],
    ['one sentence of a bead', translation, chosen([3], []), true, '0-1:0-1 1-2:1-2 2-3:2-4'],
    ['one of several links', reports, chosen([0], [2]), false, '0-1:0-1 1-2:2-3'],
    ['a sentence from all its links', reports, chosen([], [2]), false, '0-1:0-1'],
  ])('%s', (_, beads, sentences, once, expected) => {
    expect(show(separate(beads, sentences, once))).toBe(expected);
  });
});

test('what is said to be right becomes sure', () => {
  expect(confirm(translation, chosen([1], []), true).map((bead) => bead[4])).toEqual([50, 100, 50]);
});

describe('anchors', () => {
  test('are the beads of what was settled, and empty sides for sentences without one', () => {
    const sentences = chosen([1], [1]);
    const settled = settledBy(translation, sentences, true);
    expect(anchorsOf(separate(translation, sentences, true), settled)).toEqual([
      { source: [1, 2], target: [0, 0] },
      { source: [0, 0], target: [1, 2] },
    ]);
  });

  test('hold every bead of a sentence that shares one with a settled sentence', () => {
    expect(anchorsOf(reports, chosen([1], []))).toEqual(reports.map(([s0, s1, t0, t1]) => ({ source: [s0, s1], target: [t0, t1] })));
  });
});

test('in a translation every sentence is in one bead at most, whatever is done', () => {
  const span = fc.tuple(fc.nat(7), fc.integer({ min: 1, max: 3 })).map(([start, length]) => Array.from({ length }, (_, i) => start + i));
  const step = fc.tuple(fc.constantFrom(join, separate, confirm), span, span);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let beads: PageBead[] = translation;
      for (const [change, source, target] of steps) beads = change(beads, chosen(source, target), true);
      for (const side of [0, 2] as const) {
        const held = beads.flatMap((bead) => Array.from({ length: bead[side + 1]! - bead[side]! }, (_, i) => bead[side]! + i));
        expect(new Set(held).size).toBe(held.length);
      }
    }),
  );
});
