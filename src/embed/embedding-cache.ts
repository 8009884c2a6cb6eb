/** A cache of vectors supplied by the caller, in memory, on disk or in a database, so that no text is embedded twice. */
import { AlignmentError } from '../errors.ts';
import type { AdditiveEmbedder, Embedder, EmbedOptions } from '../types.ts';

/**
 * Keeps vectors by key. A key holds the id and revision of the model, the kind of vector and the text, so one cache can serve several
 * models. Methods may return values or promises.
 */
export interface EmbeddingCache {
  /** The vector stored under the key, or `undefined`. It is copied, never changed. */
  get(key: string): Float32Array | undefined | Promise<Float32Array | undefined>;
  /** Store a vector. The cache owns it from then on. */
  set(key: string, vector: Float32Array): unknown;
}

/**
 * A cache in memory that keeps the most recently used entries.
 *
 * @param maxEntries - Most vectors to hold, from 1. Each takes 4 × dimensions bytes and its text. @defaultValue 10,000
 * @throws AlignmentError `OPTION_INVALID`
 */
export function createMemoryCache(maxEntries = 10_000): EmbeddingCache {
  if (!Number.isInteger(maxEntries) || maxEntries < 1) {
    throw new AlignmentError('OPTION_INVALID', `\`maxEntries\`: expected a whole number from 1, got ${String(maxEntries)}`);
  }
  const entries = new Map<string, Float32Array>(); // a Map keeps insertion order: the first key is the least recently used
  return {
    get(key) {
      const vector = entries.get(key);
      if (vector) {
        entries.delete(key);
        entries.set(key, vector);
      }
      return vector;
    },
    set(key, vector) {
      entries.delete(key);
      entries.set(key, vector);
      if (entries.size > maxEntries) entries.delete(entries.keys().next().value!);
    },
  };
}

/**
 * The same embedder behind a cache. A text that occurs twice in one call is embedded once.
 *
 * @throws AlignmentError from `embed`, `EMBEDDING_INVALID` when the cache returns a vector of a different length.
 */
export function withCache(embedder: Embedder, cache: EmbeddingCache): Embedder {
  const through =
    (kind: string, embed: (texts: readonly string[], options?: EmbedOptions) => Promise<Float32Array>) =>
    async (texts: readonly string[], options: EmbedOptions = {}): Promise<Float32Array> => {
      const { dimensions } = embedder;
      const matrix = new Float32Array(texts.length * dimensions);
      const rowsOf = new Map<string, number[]>();
      for (const [row, text] of texts.entries()) {
        const rows = rowsOf.get(text);
        if (rows) rows.push(row);
        else rowsOf.set(text, [row]);
      }
      const keyOf = (text: string): string => `${embedder.id}@${embedder.revision} ${kind} ${text}`;
      const place = (text: string, vector: Float32Array): number => {
        if (vector.length !== dimensions) {
          throw new AlignmentError('EMBEDDING_INVALID', `cache: expected a vector of ${dimensions} dimensions, got ${vector.length}`);
        }
        const rows = rowsOf.get(text)!;
        for (const row of rows) matrix.set(vector, row * dimensions);
        return rows.length;
      };

      const missing: string[] = [];
      let found = 0;
      for (const text of rowsOf.keys()) {
        options.signal?.throwIfAborted();
        const vector = await cache.get(keyOf(text));
        if (vector) found += place(text, vector);
        else missing.push(text);
      }
      const total = texts.length;
      const vectors = await embed(missing, {
        ...options,
        onProgress: options.onProgress && (({ done }) => options.onProgress?.({ done: Math.min(found + done, total), total })),
      });
      for (const [i, text] of missing.entries()) {
        const vector = vectors.slice(i * dimensions, (i + 1) * dimensions);
        place(text, vector);
        await cache.set(keyOf(text), vector);
      }
      options.onProgress?.({ done: total, total });
      return matrix;
    };

  const cached: Embedder = { ...embedder, embed: through('unit', (texts, options) => embedder.embed(texts, options)) };
  if (!embedder.additive) return cached;
  const additive = embedder as AdditiveEmbedder;
  return {
    ...additive,
    embed: cached.embed,
    embedSums: through('sum', (texts, options) => additive.embedSums(texts, options)),
  } as AdditiveEmbedder;
}
