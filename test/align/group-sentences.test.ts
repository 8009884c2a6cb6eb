import { expect, it } from 'vitest';
import { groupSentences } from '../../src/align/group-sentences.ts';
import type { AlignedDocument, Bead, DocumentPair } from '../../src/types.ts';

function makeDocument(id: string, count: number): AlignedDocument {
  const sentences = Array.from({ length: count }, (_, index) => ({ index, start: index * 3, end: index * 3 + 2, text: `${id}${index}` }));
  return { id, language: 'en', languageConfidence: 1, text: sentences.map(({ text }) => text).join(' '), sentences };
}

const bead = (source: [number, number], target: [number, number], confidence = 0.9): Bead => ({
  source,
  target,
  similarity: 0.5,
  confidence,
});
const pair = (source: string, target: string, beads: Bead[]): DocumentPair => ({
  source,
  target,
  relation: 'comparable',
  relationConfidence: 1,
  sameEvent: 1,
  beads,
});
const show = (groups: ReturnType<typeof groupSentences>) => groups.map((group) => group.map(({ text }) => text).join(' '));

const documents = [makeDocument('a', 5), makeDocument('b', 5), makeDocument('c', 5)];

it('joins what beads join, directly and through a third document, in the order of the documents', () => {
  const groups = groupSentences(documents, [
    pair('a', 'b', [bead([0, 1], [1, 2])]),
    pair('b', 'c', [bead([1, 2], [3, 5])]),
    pair('a', 'c', [bead([2, 3], [0, 1])]),
  ]);
  expect(show(groups)).toEqual(['a0 b1 c3 c4', 'a2 c0']);
});

it('gives each sentence with its place in the text', () => {
  const [group] = groupSentences(documents, [pair('a', 'b', [bead([1, 2], [4, 5])])]);
  expect(group![1]).toEqual({ document: 'b', sentence: 4, start: 12, end: 14, text: 'b4' });
});

it('does not let one doubtful bead fuse two groups', () => {
  const groups = groupSentences(documents, [
    pair('a', 'b', [bead([0, 1], [0, 1]), bead([4, 5], [4, 5])]),
    pair('b', 'c', [bead([0, 1], [0, 1]), bead([4, 5], [0, 1], 0.3)]),
  ]);
  expect(show(groups)).toEqual(['a0 b0 c0', 'a4 b4']);
});

it('leaves skips and unaligned sentences out', () => {
  expect(groupSentences(documents, [pair('a', 'b', [bead([0, 1], [0, 0]), bead([1, 1], [0, 1])])])).toEqual([]);
  expect(groupSentences([], [])).toEqual([]);
});
