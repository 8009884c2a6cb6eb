import { describe, expect, it } from 'vitest';
import { scoreLinks } from '../../src/evaluate/score-links.ts';

describe('scoreLinks', () => {
  it('counts a bead of two and three sentences as six links', () => {
    expect(scoreLinks([{ source: [0, 1], target: [0, 1, 2] }], [{ source: [0], target: [0] }])).toEqual({
      precision: 1,
      recall: 1 / 6,
      f1: 2 / 7,
      count: 6,
    });
  });

  it('counts possible links neither for nor against, unless they are gold too', () => {
    const gold = [{ source: [0], target: [0] }];
    const predicted = [
      { source: [0], target: [0] },
      { source: [1], target: [1] },
    ];
    expect(scoreLinks(gold, predicted).precision).toBe(0.5);
    expect(scoreLinks(gold, predicted, { possible: [{ source: [1], target: [1] }] }).precision).toBe(1);
    expect(scoreLinks(gold, predicted, { possible: gold })).toMatchObject({ precision: 0.5, recall: 1 });
  });

  it('counts a gold link once however many beads hold it, and takes spans as well as index lists', () => {
    const spans = [{ source: [0, 2] as [number, number], target: [0, 1] as [number, number], similarity: 1, confidence: 1 }];
    expect(scoreLinks([{ source: [0, 1], target: [0] }], spans).f1).toBe(1);
    expect(scoreLinks([], []).f1).toBe(0);
  });
});
