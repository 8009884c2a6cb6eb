/** The model that comes with the package, as a folder. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtinModelFolder } from '../../src/embed/builtin-model.ts';
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import type { Embedder } from '../../src/types.ts';

const folder = builtinModelFolder();
const read = (name: string): Buffer => readFileSync(`${folder}/${name}`);
const config = JSON.parse(read('config.json').toString()) as {
  vocab_size: number;
  hidden_size: number;
  palimpsest: Record<string, unknown>;
};
const vocabulary = (JSON.parse(read('tokenizer.json').toString()) as { model: { vocab: [string, number][] } }).model.vocab;

let embedder: Embedder;
beforeAll(async () => {
  embedder = await createEmbedder();
});
afterAll(() => embedder.dispose());

test('its files take at most 30 MB', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(`${folder}/${name}`));
  expect(files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0)).toBeLessThanOrEqual(30_000_000);
});

test('its checksums are those of its files', () => {
  const sums = config.palimpsest.sha256 as Record<string, string>;
  expect(Object.keys(sums).sort()).toEqual(['onnx/model_quantized.onnx', 'tokenizer.json']);
  for (const [name, sum] of Object.entries(sums)) expect(createHash('sha256').update(read(name)).digest('hex'), name).toBe(sum);
});

test('its sizes agree in all places', () => {
  const { dimensions, pieces, buckets } = config.palimpsest as { dimensions: number; pieces: number; buckets: number };
  expect([config.hidden_size, config.vocab_size, vocabulary.length]).toEqual([dimensions, pieces + buckets, pieces]);
});

test('every piece can be found by every tokeniser: distinct, ▁ among them, and none above U+FFFF, where transformers.js 2 looks in vain', () => {
  const pieces = vocabulary.map(([piece]) => piece);
  expect(new Set(pieces).size).toBe(pieces.length);
  expect(pieces.slice(0, 5)).toEqual(['<s>', '</s>', '<pad>', '<unk>', '<mask>']);
  expect(pieces).toContain('▁');
  expect(pieces.filter((piece) => /[\u{10000}-\u{10ffff}]/u.test(piece))).toEqual([]);
});

test.each([
  ['en', 'The president met the special envoy in Moscow on Tuesday.'],
  ['id', 'Presiden bertemu dengan utusan khusus di Moskow pada hari Selasa.'],
  ['zh', '总统周二在莫斯科会见了特使。'],
  ['zh-Hant', '總統週二在莫斯科會見了特使。'],
  ['ru', 'Президент встретился со специальным посланником в Москве во вторник.'],
  ['es', 'El presidente se reunió con el enviado especial en Moscú el martes.'],
  ['el', 'Ο πρόεδρος συναντήθηκε με τον ειδικό απεσταλμένο στη Μόσχα την Τρίτη.'],
])('it finds the English sentence that says what one in %s says, and knows nearly all of it', async (_, text) => {
  const english = [
    'The president met the special envoy in Moscow on Tuesday.',
    'The cat slept on the sofa all day.',
    'Prices of rice rose by three percent last month.',
    'The team won the final after extra time.',
    'The minister visited a hospital in Jakarta.',
  ];
  const { dimensions } = embedder;
  const vectors = await embedder.embed([text, ...english]);
  const cosines = english.map((_, row) => {
    let cosine = 0;
    for (let k = 0; k < dimensions; k++) cosine += vectors[k]! * vectors[(row + 1) * dimensions + k]!;
    return cosine;
  });
  expect(cosines.indexOf(Math.max(...cosines))).toBe(0);
  expect((await embedder.inspect!([text])).unknownShare).toBeLessThan(0.02);
});

test('it says so when it knows little of a text', async () => {
  expect((await embedder.inspect!(['ᚠᛇᚻ᛫ᛒᛦᚦ᛫ᚠᚱᚩᚠᚢᚱ'])).unknownShare).toBeGreaterThan(0.8);
  expect((await embedder.inspect!(['', ' \n'])).unknownShare).toBe(0);
});
