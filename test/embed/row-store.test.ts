import { describe, expect, test } from 'vitest';
import { giveRows, takeRows } from '../../src/embed/row-store.ts';
import { type AdditiveEmbedder, alignSentences, createEmbedder } from '../../src/index.ts';

describe('the store of rows', () => {
  test('gives what was left, as zeros, where it is long enough', () => {
    const first = takeRows(100).fill(7);
    giveRows(first.subarray(0, 30));
    const again = takeRows(80);
    expect(again.buffer).toBe(first.buffer);
    expect(again.every((value) => value === 0)).toBe(true);
    giveRows(again);
    expect(takeRows(200).buffer).not.toBe(first.buffer);
  });

  test('leaves large arrays, and more than a few, to the engine', () => {
    const large = new Float32Array(1 << 20);
    giveRows(large);
    expect(takeRows(1 << 20).buffer).not.toBe(large.buffer);
    const many = Array.from({ length: 50 }, () => new Float32Array(1000));
    for (const one of many) giveRows(one);
    const buffers = new Set(Array.from({ length: 50 }, () => takeRows(1000).buffer));
    expect(many.filter(({ buffer }) => buffers.has(buffer)).length).toBeLessThan(10);
  });

  test('never gets what an embedder of the caller may have kept', async () => {
    const inner = (await createEmbedder()) as AdditiveEmbedder;
    const kept: Float32Array[] = [];
    const embedder: AdditiveEmbedder = {
      ...inner,
      pieces: async (texts) => {
        const pieces = await inner.pieces(texts);
        kept.push(pieces.vectors);
        return pieces;
      },
    };
    const own = await inner.pieces(['The cat sleeps.']);
    await alignSentences(['The cat sleeps.', 'It rains.'], ['Kucing itu tidur.', 'Hujan turun.'], { embedder });
    const before = kept.map((vectors) => Float32Array.from(vectors));
    const aligned = await alignSentences(['It rains.', 'The cat sleeps.'], ['Hujan turun.', 'Kucing itu tidur.'], { embedder: inner });
    expect(await alignSentences(['It rains.', 'The cat sleeps.'], ['Hujan turun.', 'Kucing itu tidur.'], { embedder: inner })).toEqual(
      aligned,
    );
    expect(kept.map((vectors) => Float32Array.from(vectors))).toEqual(before);
    expect((await inner.pieces(['The cat sleeps.'])).vectors).toEqual(own.vectors);
  });
});
