import { describe, expect, test } from 'vitest';
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import { createMemoryCache, type EmbeddingCache, withCache } from '../../src/embed/embedding-cache.ts';
import type { AdditiveEmbedder } from '../../src/types.ts';
import { testAdditiveEmbedder, testEmbedder } from '../support/embedder-contract.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';

testEmbedder('an embedder with a cache', async () => withCache(createHashingEmbedder(), createMemoryCache()));
testAdditiveEmbedder('an embedder with a cache', async () => withCache(createHashingEmbedder(), createMemoryCache()));

/** An embedder that keeps a list of what it was asked. */
function watched(): { embedder: AdditiveEmbedder; asked: string[] } {
  const inner = createHashingEmbedder(8);
  const asked: string[] = [];
  const embed: AdditiveEmbedder['embed'] = (texts, options) => {
    asked.push(...texts);
    return inner.embed(texts, options);
  };
  return { embedder: { ...inner, embed }, asked };
}

describe('a cache handed to an embedder', () => {
  test('is asked first, and a text that comes twice is embedded once', async () => {
    const { embedder, asked } = watched();
    const cached = withCache(embedder, createMemoryCache());
    const first = await cached.embed(['a', 'b', 'a']);
    const second = await cached.embed(['b', 'c', 'a']);
    expect(asked).toEqual(['a', 'b', 'c']);
    expect(first).toEqual(await embedder.embed(['a', 'b', 'a']));
    expect(second).toEqual(await embedder.embed(['b', 'c', 'a']));
  });

  test('counts what it holds as done', async () => {
    const cached = withCache(createHashingEmbedder(8), createMemoryCache());
    await cached.embed(['a', 'b']);
    const seen: number[] = [];
    await cached.embed(['a', 'b', 'c', 'a', 'd'], { onProgress: ({ done }) => void seen.push(done) });
    expect(seen).toEqual([4, 5, 5]);
  });

  test('may answer with promises', async () => {
    const entries = new Map<string, Float32Array>();
    const cache: EmbeddingCache = { get: async (key) => entries.get(key), set: async (key, vector) => void entries.set(key, vector) };
    const { embedder, asked } = watched();
    const cached = withCache(embedder, cache);
    expect(await cached.embed(['a'])).toEqual(await cached.embed(['a']));
    expect(asked).toEqual(['a']);
  });

  test('keeps models, revisions, and sums apart by key', async () => {
    const keys: string[] = [];
    const cache: EmbeddingCache = { get: () => undefined, set: (key) => void keys.push(key) };
    const { embedder } = watched();
    await withCache(embedder, cache).embed(['a']);
    await (withCache(embedder, cache) as AdditiveEmbedder).embedSums(['a']);
    await withCache({ ...embedder, revision: '2' }, cache).embed(['a']);
    await withCache({ ...embedder, id: 'other' }, cache).embed(['a']);
    expect(new Set(keys).size).toBe(4);
  });

  test('that hands out a vector of another length is refused', async () => {
    const cache: EmbeddingCache = { get: () => new Float32Array(3), set: () => undefined };
    await expect(withCache(createHashingEmbedder(8), cache).embed(['a'])).rejects.toMatchObject({ code: 'EMBEDDING_INVALID' });
  });

  test('does not change results when the caller changes them', async () => {
    const cached = withCache(createHashingEmbedder(8), createMemoryCache());
    const first = await cached.embed(['a']);
    const copy = first.slice();
    first.fill(0);
    expect(await cached.embed(['a'])).toEqual(copy);
  });

  test('serves the built-in embedder through createEmbedder', async () => {
    const keys: string[] = [];
    const memory = createMemoryCache();
    const cache: EmbeddingCache = {
      get: memory.get,
      set(key, vector) {
        keys.push(key);
        memory.set(key, vector);
      },
    };
    const [plain, cached] = [await createEmbedder(), await createEmbedder({ cache })];
    const texts = ['Kucing itu tidur.', '猫睡着了。'];
    expect(await cached.embed(texts)).toEqual(await plain.embed(texts));
    expect(keys).toEqual(texts.map((text) => expect.stringMatching(new RegExp(`palimpsest-base.*${text}`))));
    await Promise.all([plain.dispose(), cached.dispose()]);
  });
});

describe('the memory cache', () => {
  test('forgets what was used longest ago', () => {
    const cache = createMemoryCache(2);
    const vector = (value: number): Float32Array => Float32Array.of(value);
    cache.set('a', vector(1));
    cache.set('b', vector(2));
    cache.get('a');
    cache.set('c', vector(3));
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([vector(1), undefined, vector(3)]);
    cache.set('a', vector(4));
    cache.set('d', vector(5));
    expect([cache.get('a'), cache.get('c'), cache.get('d')]).toEqual([vector(4), undefined, vector(5)]);
  });

  test.each([0, -1, 1.5, Number.NaN, '3'])('refuses to hold %s entries', (entries) => {
    expect(() => createMemoryCache(entries as number)).toThrow(/maxEntries/);
  });
});
