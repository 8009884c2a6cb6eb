/** What is too large is answered with a code, before it has taken the memory it would take. */
import { describe, expect, test } from 'vitest';
import { readInputs } from '../../src/cli/read-inputs.ts';
import { alignDocuments, alignSentences, splitSentences } from '../../src/index.ts';
import { estimateMemory } from '../../src/limits.ts';
import { memoryIo } from '../cli/support/memory-io.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';

const embedder = createHashingEmbedder();
const text = 'The envoy met the president. They talked for hours. Nothing was signed. He left on Friday.';
const tooLarge = (message: RegExp) => expect.objectContaining({ code: 'TOO_LARGE', message: expect.stringMatching(message) });

describe('alignDocuments', () => {
  test.each([
    ['characters of a document', [text, text], { maxCharacters: 50 }, /50 characters/],
    ['sentences of a document', [text, text], { maxSentences: 3 }, /3 sentences/],
    ['sentences that the caller cut', [{ sentences: ['a', 'b', 'c'] }, text], { maxSentences: 2 }, /2 sentences, got 3/],
    ['pairs', Array.from({ length: 5 }, () => text), { maxPairs: 9 }, /9 pairs.*got 10.*pivot/],
    ['memory', [text, text], { maxMemory: 1_000_000 }, /may take \d+ MB.*1 MB/],
  ])('too many %s', async (_, documents, limits, message) => {
    await expect(alignDocuments(documents, { ...limits, embedder })).rejects.toEqual(tooLarge(message));
  });

  test('what is just within every limit is aligned', async () => {
    const documents = Array.from({ length: 5 }, () => text);
    const limits = { maxCharacters: text.length, maxSentences: 4, maxPairs: 10, maxMemory: 200_000_000 };
    expect((await alignDocuments(documents, { ...limits, embedder })).pairs).toHaveLength(10);
    expect((await alignDocuments(documents, { ...limits, maxPairs: 4, pivot: '0', embedder })).pairs).toHaveLength(4);
  });

  test('fifty million one-letter lines are refused by their number, not by running out of memory', async () => {
    await expect(alignDocuments(['a\n'.repeat(3_000_000), text], { embedder })).rejects.toEqual(tooLarge(/200000 sentences/));
  });
});

describe('alignSentences', () => {
  test.each([
    ['sentences', { maxSentences: 1 }],
    ['characters', { maxCharacters: 5 }],
    ['memory', { maxMemory: 1000 }],
  ])('too many %s', async (_, limits) => {
    await expect(alignSentences(['One two.', 'Three.'], ['Satu.'], { ...limits, embedder })).rejects.toEqual(tooLarge(/./));
  });
});

test('splitSentences stops where it is told to', () => {
  expect(splitSentences(text, { maxSentences: 4 })).toHaveLength(4);
  expect(() => splitSentences(text, { maxSentences: 3 })).toThrow(tooLarge(/3 sentences/));
});

test('the estimate grows with documents, sentences and characters', () => {
  const one = { characters: 1000, sentences: 10 };
  const base = estimateMemory([one, one], 256, 'auto');
  for (const more of [
    [one, one, one],
    [one, { ...one, sentences: 11 }],
    [one, { ...one, characters: 1001 }],
  ])
    expect(estimateMemory(more, 256, 'auto')).toBeGreaterThan(base);
});

test.each(['a.txt', 'a.html', 'a.docx', 'a.json'])('a file %s of more than --max-bytes is refused', async (name) => {
  await expect(readInputs([name], { maxBytes: 10 }, memoryIo({ [name]: 'x'.repeat(11) }))).rejects.toEqual(tooLarge(/./));
});
