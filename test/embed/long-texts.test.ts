/** Very long texts: linear time, the same sums as in parts, and room for others in between. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtinModelFolder } from '../../src/embed/builtin-model.ts';
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import { type LoadedModel, loadModelFolder } from '../../src/embed/model-folder.ts';
import { readFromFolder } from '../../src/embed/read-folder.ts';
import type { AdditiveEmbedder } from '../../src/types.ts';
import { seeded } from '../support/tiny-model.ts';

const MEGABYTE = 1_000_000;
let loaded: LoadedModel;
beforeAll(async () => {
  loaded = await loadModelFolder(readFromFolder(builtinModelFolder()), builtinModelFolder());
});

function repeat(part: string, length: number): string {
  return part.repeat(Math.ceil(length / part.length)).slice(0, length);
}

/** Sum of a text, and in how many steps it was made. */
function sumOf(text: string): { sum: number[]; steps: number } {
  const sum = new Float64Array(loaded.model.dimensions);
  let steps = 1;
  for (const _ of loaded.model.addText(text, sum)) steps++;
  return { sum: Array.from(sum), steps };
}

describe('a very long text', () => {
  // Quadratic time would be hours: that these end within the time limit of a test is the point.
  test.each<[title: string, text: string, atLeast: number]>([
    ['of one word, a megabyte,', repeat('abcdefghij', MEGABYTE), 200],
    ['of Chinese without a stop', repeat('特使史蒂夫威特科夫周二在莫斯科会见了总统', 300_000), 60],
    ['of words, a megabyte,', repeat('Utusan khusus itu bertemu dengan presiden. ', MEGABYTE), 100],
    ['of full stops', repeat('.', 300_000), 30],
    ['of marks on one letter', `a${repeat('\u0301\u0316', MEGABYTE)}`, 100],
    ['of emoji', repeat('👍', 300_000), 30],
    ['of what no piece knows', repeat('\u{10400}', 300_000), 60],
  ])('%s is summed in many small steps', (_, text, atLeast) => {
    expect(sumOf(text).steps).toBeGreaterThan(atLeast);
  });

  test('of words has the sum of its parts', () => {
    const random = seeded(5);
    const words = Array.from({ length: 30_000 }, () => Math.floor(random() * 36 ** 3).toString(36) + (random() < 0.1 ? ', 的½ Σ' : ''));
    const added = new Float64Array(loaded.model.dimensions);
    for (const word of words) for (const _ of loaded.model.addText(word, added));
    expect(sumOf(words.join(' ')).sum).toEqual(Array.from(added));
  });

  test.each([
    ['Latin', 'palimpsest'],
    ['mixed', 'iphone手机'],
    ['unknown', 'a\u{10428}b'],
  ])('of one word of %s letters has the sum of its pieces and n-grams', (_, part) => {
    const { model } = loaded;
    const word = repeat(part, 50_000);
    const all = new Uint16Array(word.length).map((_, i) => word.charCodeAt(i));
    const lattice = model.segment(all, 0, all.length);
    model.grams.find(all, 0, all.length);
    const expected = new Float64Array(model.dimensions);
    model.rows.add(lattice.ids, lattice.count, expected, 0);
    model.rows.add(model.grams.rows, model.grams.count, expected, 0);
    expect(sumOf(word).sum).toEqual(Array.from(expected));
  });
});

describe('calls at the same time', () => {
  let embedder: AdditiveEmbedder;
  beforeAll(async () => {
    embedder = (await createEmbedder()) as AdditiveEmbedder;
  });
  afterAll(() => embedder.dispose());

  test('do not disturb one another', async () => {
    const texts = [repeat('abcdefghij', 20_000), repeat('特使会见了总统', 20_000), repeat('kata dan 猫 ', 20_000), 'short'];
    const alone: Float32Array[] = [];
    for (const text of texts) alone.push(await embedder.embed([text]));
    const pieces = await embedder.pieces(texts);
    const together = await Promise.all([...texts.map((text) => embedder.embed([text])), embedder.pieces(texts)]);
    expect(together.slice(0, -1)).toEqual(alone);
    expect(together.at(-1)).toEqual(pieces);
  });

  test.each([
    ['embed', (text: string, signal: AbortSignal) => embedder.embed([text], { signal })],
    ['pieces', (text: string, signal: AbortSignal) => embedder.pieces([text], { signal })],
    ['inspect', async (text: string, signal: AbortSignal) => embedder.inspect!([text], { signal })],
  ] as const)('%s lets the event loop run, so that a timer may abort it', async (_, call) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('stop')), 0);
    await expect(call(repeat('abcdefghij ', MEGABYTE), controller.signal)).rejects.toThrow('stop');
  });
});
