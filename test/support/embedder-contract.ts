/** What every embedder keeps to, whatever runs it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AdditiveEmbedder, Embedder } from '../../src/types.ts';
import { sampleTexts } from './sample-texts.ts';

/** What is known about the embedder under test. */
export interface ContractOptions {
  /** How far two vectors of one text may differ, when it is embedded alone and among others. @defaultValue 0 */
  readonly tolerance?: number;
}

/** Run the suite. `create` is called more than once. */
export function testEmbedder(name: string, create: () => Promise<Embedder>, { tolerance = 0 }: ContractOptions = {}): void {
  describe(`${name} keeps the contract of embedders`, () => {
    let embedder: Embedder;
    const texts = sampleTexts.map(([, text]) => text);
    beforeAll(async () => {
      embedder = await create();
    });
    afterAll(() => embedder.dispose());

    const rowOf = (matrix: Float32Array, row: number): Float32Array =>
      matrix.subarray(row * embedder.dimensions, (row + 1) * embedder.dimensions);

    test('names its model, revision and dimensions', () => {
      expect(embedder.id).not.toBe('');
      expect(embedder.revision).not.toBe('');
      expect(Number.isInteger(embedder.dimensions) && embedder.dimensions > 0).toBe(true);
    });

    test('gives one row of length 1 for each text, and the zero row for text without anything in it', async () => {
      const matrix = await embedder.embed(texts);
      expect(matrix.length).toBe(texts.length * embedder.dimensions);
      for (const [row, [title, text]] of sampleTexts.entries()) {
        const length = lengthOf(rowOf(matrix, row));
        if (text.trim() === '') expect(length, title).toBe(0);
        else expect(Math.abs(length - 1) < 1e-5 || length === 0, `${title}: ${length}`).toBe(true);
      }
      const ordinary = sampleTexts.findIndex(([title]) => title === 'Latin');
      expect(lengthOf(rowOf(matrix, ordinary))).toBeCloseTo(1, 5);
    });

    test('gives nothing for no texts', async () => {
      expect(await embedder.embed([])).toEqual(new Float32Array(0));
    });

    test('gives a text the same row wherever it stands', async () => {
      const matrix = await embedder.embed(texts);
      const backwards = await embedder.embed([...texts].reverse());
      for (const [row, text] of texts.entries()) {
        const alone = await embedder.embed([text]);
        expect(distance(rowOf(matrix, row), alone), text).toBeLessThanOrEqual(tolerance);
        expect(distance(rowOf(matrix, row), rowOf(backwards, texts.length - 1 - row)), text).toBeLessThanOrEqual(tolerance);
      }
    });

    test('gives the same rows from a second embedder', async () => {
      const other = await create();
      expect(await other.embed(texts)).toEqual(await embedder.embed(texts));
      await other.dispose();
    });

    test('tells different texts apart', async () => {
      const [a, b] = [texts[0]!, texts[2]!];
      const matrix = await embedder.embed([a, b]);
      expect(distance(rowOf(matrix, 0), rowOf(matrix, 1))).toBeGreaterThan(0.1);
    });

    test('leaves the caller its texts', async () => {
      const given = Object.freeze([...texts]);
      await embedder.embed(given);
      expect(given).toEqual(texts);
    });

    test('rejects with the reason of a signal that is aborted before or during the work', async () => {
      const before = new AbortController();
      before.abort(new Error('not now'));
      await expect(embedder.embed(texts, { signal: before.signal })).rejects.toThrow('not now');

      const during = new AbortController();
      const many = Array.from({ length: 600 }, (_, i) => `${texts[i % texts.length]} ${i}`);
      const onProgress = ({ done }: { done: number }): void => {
        if (done > 0) during.abort(new Error('enough'));
      };
      await expect(embedder.embed(many, { signal: during.signal, onProgress })).rejects.toThrow('enough');
    });

    test('reports progress that never falls and ends at the total', async () => {
      const seen: number[] = [];
      await embedder.embed(texts, {
        onProgress: ({ done, total }) => {
          expect(total).toBe(texts.length);
          seen.push(done);
        },
      });
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect(seen.at(-1)).toBe(texts.length);
    });

    test('inspects texts without complaint about ordinary ones', async () => {
      const report = (await embedder.inspect?.(texts)) ?? { unknownShare: 0, truncated: [] };
      expect(report.unknownShare).toBeGreaterThanOrEqual(0);
      expect(report.unknownShare).toBeLessThanOrEqual(1);
      expect((await embedder.inspect?.([])) ?? { unknownShare: 0, truncated: [] }).toEqual({ unknownShare: 0, truncated: [] });
    });

    test('cannot be used after dispose, which may be called twice', async () => {
      const other = await create();
      await other.dispose();
      await other.dispose();
      await expect(other.embed(['x'])).rejects.toThrow('dispose');
      expect((await embedder.embed([texts[0]!])).length).toBe(embedder.dimensions);
    });

    test('is additive only if it can show sums and tokens', () => {
      expect('embedSums' in embedder && 'pieces' in embedder).toBe(embedder.additive);
    });
  });
}

/** Run the suite of additive embedders, besides {@link testEmbedder}. */
export function testAdditiveEmbedder(name: string, create: () => Promise<Embedder>): void {
  describe(`${name} adds up`, () => {
    let embedder: AdditiveEmbedder;
    const texts = sampleTexts.map(([, text]) => text);
    beforeAll(async () => {
      embedder = (await create()) as AdditiveEmbedder;
    });
    afterAll(() => embedder.dispose());

    test('a vector is its raw sum divided by its length', async () => {
      const { dimensions } = embedder;
      const [sums, vectors] = [await embedder.embedSums(texts), await embedder.embed(texts)];
      for (const [row, [title]] of sampleTexts.entries()) {
        const sum = sums.subarray(row * dimensions, (row + 1) * dimensions);
        const length = lengthOf(sum);
        const unit = sum.map((value) => (length === 0 ? 0 : value / length));
        expect(distance(unit, vectors.subarray(row * dimensions, (row + 1) * dimensions)), title).toBeLessThan(1e-5);
      }
    });

    test('the raw sum of joined texts is the sum of their raw sums', async () => {
      const whole = await embedder.embedSums([texts.slice(0, 12).join(' ')]);
      const parts = await embedder.embedSums(texts.slice(0, 12));
      const added = new Float32Array(embedder.dimensions).map((_, k) => {
        let sum = 0;
        for (let at = k; at < parts.length; at += embedder.dimensions) sum += parts[at]!;
        return sum;
      });
      expect(distance(whole, added) / lengthOf(whole)).toBeLessThan(1e-5);
    });

    test('the raw vectors of the tokens of a text add up to its raw sum', async () => {
      const { dimensions } = embedder;
      const sums = await embedder.embedSums(texts);
      const { offsets, ids, weights, vectors } = await embedder.pieces(texts);
      for (const [t, [title]] of sampleTexts.entries()) {
        const added = new Float32Array(dimensions);
        for (let token = offsets[t]!; token < offsets[t + 1]!; token++) {
          for (let k = 0; k < dimensions; k++) added[k]! += weights[token]! * vectors[ids[token]! * dimensions + k]!;
        }
        const sum = sums.subarray(t * dimensions, (t + 1) * dimensions);
        expect(distance(added, sum), title).toBeLessThanOrEqual(1e-4 * Math.max(1, lengthOf(sum)));
      }
    });

    test('tokens stand in order inside their text and cover everything but white space', async () => {
      const pieces = await embedder.pieces(texts);
      expect(pieces.offsets.length).toBe(texts.length + 1);
      for (const [t, [title, text]] of sampleTexts.entries()) {
        const covered = new Uint8Array(text.length);
        for (let token = pieces.offsets[t]!; token < pieces.offsets[t + 1]!; token++) {
          const [start, end] = [pieces.starts[token]!, pieces.ends[token]!];
          expect(start < end && end <= text.length, `${title}: ${start} to ${end}`).toBe(true);
          if (token > pieces.offsets[t]!) expect(start, title).toBeGreaterThanOrEqual(pieces.starts[token - 1]!);
          covered.fill(1, start, end);
        }
        const left = Array.from(covered, (isCovered, i) => (isCovered ? '' : text[i])).join('');
        expect(left.replace(/[\s\u200b\u2581]/g, ''), title).toBe('');
      }
    });

    test('distinct tokens have unit rows', async () => {
      const { dimensions } = embedder;
      const { vectors, weights, ids } = await embedder.pieces(texts);
      for (let token = 0; token < ids.length; token++) {
        const row = vectors.subarray(ids[token]! * dimensions, (ids[token]! + 1) * dimensions);
        expect(lengthOf(row)).toBeCloseTo(weights[token] === 0 ? 0 : 1, 4);
      }
    });

    test('no texts have no tokens', async () => {
      const pieces = await embedder.pieces([]);
      expect(pieces.offsets).toEqual(Int32Array.of(0));
      expect(pieces.ids.length + pieces.vectors.length + pieces.weights.length).toBe(0);
    });
  });
}

/** Euclidean length. */
export function lengthOf(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

/** Euclidean distance. */
export function distance(a: Float32Array, b: Float32Array): number {
  return Math.sqrt(a.reduce((sum, value, k) => sum + (value - b[k]!) ** 2, 0));
}
