import { describe, expect, test } from 'vitest';
import { pairFor, pairOf } from '../../src/report/client/find-pair.ts';
import type { PageBead, PageData } from '../../src/report/page-data.ts';

const pair = (source: number, target: number, ...beads: PageBead[]) => ({
  source,
  target,
  relation: 'comparable' as const,
  sure: 90,
  event: 90,
  beads,
});
const data: PageData = {
  documents: [0, 1, 2, 3].map((i) => ({ id: String(i), language: 'en', sure: 100, sentences: 5 })),
  pairs: [pair(0, 1, [0, 1, 0, 1, 60, 50]), pair(0, 2, [0, 2, 3, 4, 90, 50], [3, 3, 0, 1, 99, 0]), pair(1, 2)],
  findings: [],
  groups: [],
  model: { id: 'made', revision: '1', dimensions: 0 },
};

describe('the pair for a sentence', () => {
  test.each<[string, Parameters<typeof pairFor> extends [unknown, ...infer R] ? R : never, number]>([
    ['is the wanted one', [0, 0, 1, [0]], 0],
    ['is never one without the document', [0, 0, 2, [2]], 1],
    ['stays the open one that aligns it', [0, 0, 0, []], 0],
    ['is the surest where the open one does not align it', [0, 1, 0, []], 1],
    ['stays the open one where none aligns it', [1, 4, 2, []], 2],
    ['is looked up by the target side too', [2, 3, 2, []], 1],
    ['takes no skip for an alignment', [2, 0, 2, []], 2],
    ['is any that holds the document', [0, 4, 2, []], 0],
    ['is none for a document that stands alone', [3, 0, 0, []], -1],
  ])('%s', (_, [document, sentence, open, wanted], expected) => {
    expect(pairFor(data, document, sentence, open, wanted)).toBe(expected);
  });
});

test('the pair of two documents is found in either order', () => {
  expect([pairOf(data, 0, 2), pairOf(data, 2, 0), pairOf(data, 0, 3)]).toEqual([1, 1, -1]);
});
