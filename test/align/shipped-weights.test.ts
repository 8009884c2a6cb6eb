/** The learned weights with the model they were fitted to: floors that a wrong refit would break. */

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { alignPair, type PairOptions } from '../../src/align/align-pairs.ts';
import { prepareDocument } from '../../src/align/prepare-document.ts';
import { finishSteps } from '../../src/align/run-steps.ts';
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import { scoreAlignment } from '../../src/evaluate/score-alignment.ts';
import type { Embedder } from '../../src/types.ts';

let embedder: Embedder;
beforeAll(async () => {
  embedder = await createEmbedder();
});

async function align(source: readonly string[], target: readonly string[], options?: PairOptions) {
  return finishSteps(alignPair(await prepareDocument(source, embedder), await prepareDocument(target, embedder), options));
}

const harbour = [
  'The harbour of the old town was closed for three days because of the storm.',
  'Fishermen tied their boats together and waited in the church.',
  'On Friday morning the wind turned, and the first ships left at six.',
  'The mayor thanked the volunteers who had carried sand all night.',
  'Nobody was hurt, but two roofs were blown away.',
];
const pelabuhan = [
  'Pelabuhan kota tua ditutup selama tiga hari karena badai.',
  'Para nelayan mengikat perahu mereka dan menunggu di gereja.',
  'Pada Jumat pagi angin berubah, dan kapal-kapal pertama berangkat pukul enam.',
  'Wali kota berterima kasih kepada para sukarelawan yang membawa pasir sepanjang malam.',
  'Tidak ada yang terluka, tetapi dua atap rumah terbang.',
];
const bakery = [
  'A good loaf needs flour, water, salt and a long night of rest.',
  'Knead the dough until it no longer sticks to your fingers.',
  'The oven should be as hot as it can be.',
  'Let the bread cool before you cut it.',
];

describe('relation', () => {
  it.each([
    ['a translation', harbour, pelabuhan, 'parallel'],
    ['a translation of one sentence', harbour.slice(0, 1), pelabuhan.slice(0, 1), 'parallel'],
    ['the same text in the same language', harbour, harbour, 'parallel'],
    ['two texts about different things', pelabuhan, bakery, 'unrelated'],
    ['two texts about different things in one language', harbour, bakery, 'unrelated'],
    ['one sentence against another', harbour.slice(0, 1), bakery.slice(0, 1), 'unrelated'],
    [
      'two short sentences against two others',
      ['The cat sat on the mat.', 'It was warm.'],
      ['Quantum computers use qubits.', 'They are fragile.'],
      'unrelated',
    ],
    [
      'short sentences in two languages',
      ['She sings well.', 'It rained.'],
      ['Harga beras naik.', 'Kereta terlambat.', 'Toko tutup.'],
      'unrelated',
    ],
    ['three words against three others', ['It was warm.'], ['They are fragile.'], 'unrelated'],
    [
      'two short sentences and their translation',
      ['The cat sat on the mat.', 'It was warm.'],
      ['Kucing itu duduk di atas tikar.', 'Hangat.'],
      'parallel',
    ],
    [
      'two short sentences and the same',
      ['The cat sat on the mat.', 'It was warm.'],
      ['The cat sat on the mat.', 'It was warm.'],
      'parallel',
    ],
  ])('%s', async (_, source, target, relation) => {
    const found = await align(source, target);
    expect(found.relation).toBe(relation);
    expect(found.relationConfidence).toBeGreaterThan(0.5);
    if (relation === 'unrelated') expect(found.beads).toEqual([]);
  });

  it('mixed with other matter and reordered: comparable, and the strangers stay out', async () => {
    const source = [bakery[0]!, harbour[3]!, harbour[1]!, bakery[1]!, harbour[4]!, harbour[0]!, bakery[2]!];
    const { relation, beads } = await align(source, pelabuhan);
    expect(relation).toBe('comparable');
    const links = beads.map((bead) => `${bead.source[0]}:${bead.target[0]}`);
    expect(links).toEqual(expect.arrayContaining(['1:3', '2:1', '5:0']));
    expect(beads.filter(({ confidence }) => confidence > 0.5).every((bead) => ![0, 3, 6].includes(bead.source[0]))).toBe(true);
  });

  it('does what the caller says', async () => {
    expect((await align(harbour, bakery, { relation: 'parallel' })).beads.length).toBeGreaterThan(0);
    expect((await align(harbour, pelabuhan, { relation: 'unrelated' })).beads).toEqual([]);
  });
});

it('aligns the parallel seed with strict F1 of at least 0.95', async () => {
  const gold = JSON.parse(readFileSync(new URL('../../seeds/gold/002.zh-002.en.json', import.meta.url), 'utf8'));
  const { relation, beads } = await align(gold.source.sentences, gold.target.sentences);
  expect(relation).toBe('parallel');
  expect(scoreAlignment(gold.beads, beads).strict.f1).toBeGreaterThanOrEqual(0.95);
});
