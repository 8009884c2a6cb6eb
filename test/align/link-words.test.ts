import { describe, expect, test } from 'vitest';
import { linkWords, type WordLink } from '../../src/align/words/link-words.ts';
import { alignDocuments } from '../../src/align-documents.ts';
import type { Alignment } from '../../src/types.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';

const documents = [
  { id: 'en', language: 'en', sentences: ['Envoy Steve Witkoff met President Putin in Moscow.', 'They talked for three hours.'] },
  { id: 'id', language: 'id', sentences: ['Utusan Steve Witcaf bertemu Presiden Putin di Moskow.', 'Mereka berbicara selama tiga jam.'] },
];

const wordsOf = ({ documents, pairs }: Alignment, pair: number, link: WordLink): string => {
  const text = (id: string) => documents.find((document) => document.id === id)!.text;
  return `${text(pairs[pair]!.source).slice(...link.source)} = ${text(pairs[pair]!.target).slice(...link.target)}`;
};

describe('linkWords', () => {
  test('links names whole, as they were traced, and other words by meaning', async () => {
    const alignment = await alignDocuments(documents, { relation: 'parallel' });
    const links = await linkWords(alignment);
    const words = links[0]!.flat().map((link) => wordsOf(alignment, 0, link));
    for (const expected of ['Steve Witkoff = Steve Witcaf', 'President = Presiden', 'hours = jam', 'three = tiga', 'Moscow = Moskow'])
      expect(words).toContain(expected);
    expect(words.filter((pair) => /^(Steve|Witkoff) =/.test(pair))).toEqual([]);
  });

  test('gives a list for every bead of every pair, each within its bead and in the order of the source', async () => {
    const alignment = await alignDocuments([...documents, { ...documents[0]!, id: 'en2' }]);
    const links = await linkWords(alignment);
    expect(links.map((pair) => pair.length)).toEqual(alignment.pairs.map((pair) => pair.beads.length));
    alignment.pairs.forEach(({ source, beads }, p) => {
      const { sentences } = alignment.documents.find((document) => document.id === source)!;
      beads.forEach((bead, b) => {
        const starts = links[p]![b]!.map((link) => link.source[0]);
        expect(starts).toEqual([...starts].sort((one, other) => one - other));
        for (const link of links[p]![b]!) {
          expect(link.source[0]).toBeGreaterThanOrEqual(sentences[bead.source[0]]!.start);
          expect(link.source[1]).toBeLessThanOrEqual(sentences[bead.source[1] - 1]!.end);
        }
      });
    });
  });

  test('links no word twice', async () => {
    const alignment = await alignDocuments(documents, { relation: 'parallel' });
    for (const links of (await linkWords(alignment)).flat()) {
      for (const side of ['source', 'target'] as const) {
        const spans = links.map((link) => link[side]).sort((one, other) => one[0] - other[0]);
        for (let i = 1; i < spans.length; i++) expect(spans[i]![0]).toBeGreaterThanOrEqual(spans[i - 1]![1]);
      }
    }
  });

  test('links names alone with an embedder that has no words', async () => {
    const alignment = await alignDocuments(documents, { relation: 'parallel' });
    const links = await linkWords(alignment, { embedder: { ...createHashingEmbedder(), additive: false } });
    expect(links[0]!.flat().map((link) => wordsOf(alignment, 0, link))).toContain('Steve Witkoff = Steve Witcaf');
    expect(links[0]!.flat().every(({ similarity }) => similarity === 1)).toBe(true);
  });

  test('needs no model where nothing is aligned, and stops when told to', async () => {
    const alignment = await alignDocuments(documents, { relation: 'parallel' });
    const bare = { ...alignment, pairs: alignment.pairs.map((pair) => ({ ...pair, beads: [] })) };
    expect(await linkWords(bare)).toEqual([[]]);
    const reason = new Error('enough');
    await expect(linkWords(alignment, { signal: AbortSignal.abort(reason), embedder: createHashingEmbedder() })).rejects.toBe(reason);
  });
});
