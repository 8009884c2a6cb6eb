import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import type { AdditiveEmbedder } from '../../src/types.ts';
import { distance, lengthOf } from '../support/embedder-contract.ts';
import { makeTinyModel, writeTinyModel } from '../support/tiny-model.ts';

let embedder: AdditiveEmbedder;
beforeAll(async () => {
  embedder = (await createEmbedder()) as AdditiveEmbedder;
});
afterAll(() => embedder.dispose());

async function tokensOf(text: string): Promise<string[]> {
  const { starts, ends } = await embedder.pieces([text]);
  return Array.from(starts, (start, i) => text.slice(start, ends[i]));
}

describe('the tokens of a text', () => {
  test.each<[title: string, text: string, tokens: string[]]>([
    ['are words and punctuation', 'Steve Witcaf, "utusan".', ['Steve', 'Witcaf', ',', '"', 'utusan', '"', '.']],
    ['are whole words even where the model cuts them', 'Donaudampfschiff Zelenskyy', ['Donaudampfschiff', 'Zelenskyy']],
    [
      'stand at their places in the original, not in normalised text',
      'ＡＢＣ ﬁne e\u0301té İzmir.',
      ['ＡＢＣ', 'ﬁne', 'e\u0301té', 'İzmir', '.'],
    ],
    ['may share one character that stands for several', 'a ½ b', ['a', '½', '½', '½', 'b']],
    ['are in order after characters that grow and shrink', '½ e\u0301 ½ x', ['½', '½', '½', 'e\u0301', '½', '½', '½', 'x']],
    ['are no zero-width characters', 'a\u200bb\u200d c', ['a\u200bb\u200d', 'c']],
    ['end at a zero-width space where the script sets no blanks', 'ก\u200bข', ['ก', 'ข']],
  ])('%s', async (_, text, tokens) => {
    expect(await tokensOf(text)).toEqual(tokens);
  });

  test.each([
    ['Chinese', '特朗普总统的特使周二在莫斯科会见了俄罗斯总统普京'],
    ['Japanese', '特使は火曜日にモスクワで大統領と会談した'],
    ['Thai', 'ผู้แทนพิเศษพบกับประธานาธิบดีในกรุงมอสโก'],
  ])('are subwords in %s, which does not set words apart', async (_, text) => {
    const tokens = await tokensOf(text);
    expect(tokens.join('')).toBe(text);
    expect(tokens.length).toBeGreaterThan(4);
    expect(Math.max(...tokens.map((token) => token.length))).toBeLessThan(text.length / 2);
  });

  test.each([
    ['Lao', 'ກຂ', 'ຄງ'],
    ['Burmese', 'ကခ', 'ဂဃ'],
    ['Khmer', 'កខ', 'គឃ'],
  ])('of a model with pieces of %s follow its pieces', async (_, first, second) => {
    const folder = writeTinyModel(mkdtempSync(join(tmpdir(), 'pieces-')), makeTinyModel({ words: [`▁${first}`, second] }));
    const tiny = (await createEmbedder({ model: folder })) as AdditiveEmbedder;
    const { starts, ends } = await tiny.pieces([first + second]);
    expect(Array.from(starts, (start, i) => (first + second).slice(start, ends[i]))).toEqual([first, second]);
    await tiny.dispose();
    rmSync(folder, { recursive: true });
  });

  test('share an id where they are equal, and only there', async () => {
    const { ids } = await embedder.pieces(['the cat, the dog', 'The CAT']);
    const [the, cat, comma, theAgain, dog, theUpper, catUpper] = ids;
    expect([theAgain, theUpper, catUpper]).toEqual([the, the, cat]);
    expect(new Set([the, cat, comma, dog]).size).toBe(4);
  });

  test('of many texts are those of each text', async () => {
    const texts = ['the cat', '', '猫吃鱼。', 'the dog'];
    const { offsets, ids, starts, vectors } = await embedder.pieces(texts);
    for (const [t, text] of texts.entries()) {
      const alone = await embedder.pieces([text]);
      expect(starts.slice(offsets[t], offsets[t + 1])).toEqual(alone.starts);
      const { dimensions } = embedder;
      const rowOf = (matrix: Float32Array, id: number): Float32Array => matrix.slice(id * dimensions, (id + 1) * dimensions);
      for (const [i, id] of alone.ids.entries()) expect(rowOf(vectors, ids[offsets[t]! + i]!)).toEqual(rowOf(alone.vectors, id));
    }
  });

  test('stand at their places after the first block of a long text', async () => {
    const text = 'kata ½, '.repeat(4000);
    const { starts, ends } = await embedder.pieces([text]);
    expect(starts.length).toBe(5 * 4000);
    expect(text.slice(starts.at(-1), ends.at(-1))).toBe(',');
    expect(text.slice(starts.at(-5), ends.at(-5))).toBe('kata');
    expect(ends.at(-1)).toBe(text.length - 1);
  });

  test('add up to the raw sum of any text, in order and inside it', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.array(fc.constantFrom(...'ab 猫鱼國ｶﾞé½İΣ,กขไ각#'), { maxLength: 30 }).map((units) => units.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (input) => {
        const { dimensions } = embedder;
        const { ids, weights, vectors, starts, ends } = await embedder.pieces([input]);
        const added = new Float32Array(dimensions);
        for (const [i, id] of ids.entries()) {
          for (let k = 0; k < dimensions; k++) added[k]! += weights[i]! * vectors[id * dimensions + k]!;
          expect(starts[i]! < ends[i]! && ends[i]! <= input.length && starts[i]! >= (starts[i - 1] ?? 0)).toBe(true);
        }
        const sum = await embedder.embedSums([input]);
        expect(distance(added, sum)).toBeLessThanOrEqual(1e-4 * Math.max(1, lengthOf(sum)));
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
