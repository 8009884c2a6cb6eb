import { expect, test } from 'vitest';
import { unpackWords } from '../../src/report/client/words.ts';
import { pageData } from '../../src/report/page-data.ts';
import { madeAlignment } from './support/made-alignments.ts';
import { seedAlignment } from './support/seed-alignment.ts';

const alignment = madeAlignment(['a', 'en', ['Zero.', 'One two.', 'Three.']], ['b', 'de', ['Eins zwei drei.', 'Ende.']], [[1, 3, 0, 1]]);
const at = (document: number, word: string): [number, number] => {
  const start = alignment.documents[document]!.text.indexOf(word);
  return [start, start + word.length];
};

test('words are counted over the joined sentences of their bead, and come back for either order of the sides', () => {
  const words = [
    [
      [
        { source: at(0, 'two'), target: at(1, 'zwei'), similarity: 1 },
        { source: at(0, 'Three'), target: at(1, 'drei'), similarity: 1 },
      ],
    ],
  ];
  const [packed] = pageData(alignment, words).pairs[0]!.words!;
  const [left, right] = ['One two.Three.', 'Eins zwei drei.'];
  const read = (flipped: boolean) => {
    const unpacked = unpackWords(packed, flipped);
    return [
      unpacked.left.map(([start, end]) => (flipped ? right : left).slice(start, end)),
      unpacked.right.map(([start, end]) => (flipped ? left : right).slice(start, end)),
    ];
  };
  expect(read(false)).toEqual([
    ['two', 'Three'],
    ['zwei', 'drei'],
  ]);
  expect(read(true)).toEqual([
    ['zwei', 'drei'],
    ['two', 'Three'],
  ]);
});

test('words outside their bead are left out', () => {
  const words = [[[{ source: at(0, 'Zero'), target: at(1, 'Eins'), similarity: 1 }]]];
  expect(pageData(alignment, words).pairs[0]!.words).toEqual([[]]);
});

test('without words there is nothing about them', () => {
  expect(pageData(seedAlignment()).pairs.every((pair) => !('words' in pair))).toBe(true);
  expect(unpackWords(undefined, false)).toEqual({ left: [], right: [] });
});
