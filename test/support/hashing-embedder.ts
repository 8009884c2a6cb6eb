/**
 * A deterministic additive embedder that knows nothing: for tests about search and not about meaning. Texts are alike as far as they share words;
 * Han characters, kana and Hangul syllables count one by one.
 */
import type { AdditiveEmbedder, EmbedOptions, TextPieces } from '../../src/types.ts';
import { seeded } from './tiny-model.ts';

const TOKENS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/** A hashing embedder. */
export function createHashingEmbedder(dimensions = 64): AdditiveEmbedder {
  let isDisposed = false;

  const tokensOf = (text: string): { token: string; start: number; end: number }[] =>
    Array.from(text.matchAll(TOKENS), ({ 0: word, index }) => ({ token: word.toLowerCase(), start: index, end: index + word.length }));

  const sums = async (texts: readonly string[], { signal, onProgress }: EmbedOptions = {}): Promise<Float32Array> => {
    if (isDisposed) throw new Error('disposed');
    const matrix = new Float32Array(texts.length * dimensions);
    for (const [t, text] of texts.entries()) {
      if (t % 16 === 0) await Promise.resolve();
      signal?.throwIfAborted();
      for (const { token } of tokensOf(text)) {
        const vector = hashVector(token, dimensions);
        for (let k = 0; k < dimensions; k++) matrix[t * dimensions + k]! += vector[k]!;
      }
      onProgress?.({ done: t + 1, total: texts.length });
    }
    signal?.throwIfAborted();
    return matrix;
  };

  return {
    id: 'hashing',
    revision: '1',
    dimensions,
    additive: true,
    embedSums: sums,
    async embed(texts, options) {
      const matrix = await sums(texts, options);
      for (let t = 0; t < texts.length; t++) normalize(matrix.subarray(t * dimensions, (t + 1) * dimensions));
      return matrix;
    },
    async pieces(texts): Promise<TextPieces> {
      const idOf = new Map<string, number>();
      const all = texts.map(tokensOf);
      const flat = all.flat();
      const ids = Int32Array.from(flat, ({ token }) => {
        if (!idOf.has(token)) idOf.set(token, idOf.size);
        return idOf.get(token)!;
      });
      const vectors = new Float32Array(idOf.size * dimensions);
      const lengths = [...idOf.keys()].map((token, id) => {
        const row = vectors.subarray(id * dimensions, (id + 1) * dimensions);
        row.set(hashVector(token, dimensions));
        return normalize(row);
      });
      let count = 0;
      return {
        offsets: Int32Array.from([0, ...all.map((tokens) => (count += tokens.length))]),
        ids,
        weights: Float32Array.from(ids, (id) => lengths[id]!),
        vectors,
        starts: Int32Array.from(flat, ({ start }) => start),
        ends: Int32Array.from(flat, ({ end }) => end),
      };
    },
    inspect: () => ({ unknownShare: 0, truncated: [] }),
    async dispose() {
      isDisposed = true;
    },
  };
}

function hashVector(token: string, dimensions: number): Float32Array {
  let seed = 0;
  for (const character of token) seed = Math.imul(seed ^ character.codePointAt(0)!, 0x01000193) ^ 0x5bd1e995;
  const random = seeded(seed);
  return Float32Array.from({ length: dimensions }, () => (random() < 0.5 ? -1 : 1));
}

/** Makes a row a unit row and returns the length it had. */
function normalize(row: Float32Array): number {
  const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
  for (let k = 0; length > 0 && k < row.length; k++) row[k]! /= length;
  return length;
}
