/** What our side of transformers.js does, on a stand-in for the library: no model of that size is in the repository, and none is downloaded. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectTexts } from '../../src/embed/inspect-texts.ts';
import { createTransformersEmbedder, type TransformersRequest } from '../../src/embed/transformers-embedder.ts';
import type { Embedder } from '../../src/types.ts';
import { writeTinyModel } from '../support/tiny-model.ts';

interface Calls {
  readonly imports: string[];
  readonly loads: { name: string; options: Record<string, unknown> }[];
  readonly batches: number[][][];
  readonly encoded: string[];
  disposed: number;
}

interface Settings {
  readonly maxLength?: number;
  /** In place of ids. */
  readonly value?: number;
  /** An output besides the token vectors: [0, 2, 0, 0] for each text. */
  readonly output?: string;
  readonly dims?: number;
}

/** A library whose tokens are characters (<s> 1 … </s> 2, `?` unknown) and whose token vectors are [id, place in the text, 1, batch row]. */
function standIn(calls: Calls, { maxLength = 1e30, value, output, dims = 4 }: Settings = {}) {
  class Tensor {
    readonly data: BigInt64Array;
    readonly dims: number[];
    constructor(_: string, data: BigInt64Array, dims: number[]) {
      this.data = data;
      this.dims = dims;
    }
  }
  const model = Object.assign(
    async ({ input_ids, attention_mask }: { input_ids: Tensor; attention_mask: Tensor }) => {
      const [rows, length] = input_ids.dims as [number, number];
      calls.batches.push(
        Array.from({ length: rows }, (_, row) => Array.from(input_ids.data.slice(row * length, (row + 1) * length), Number)),
      );
      const data = new Float32Array(rows * length * 4);
      for (let i = 0; i < rows * length; i++)
        data.set([value ?? Number(input_ids.data[i]), i % length, 1, attention_mask.data[i] === 1n ? 0 : 99], 4 * i);
      const ofTexts = { data: new Float32Array(rows * 4).map((_, i) => (i % 4 === 1 ? 2 : 0)), dims: [rows, 4] };
      return { last_hidden_state: { data, dims: [rows, length, dims] }, ...(output && { [output]: ofTexts }) };
    },
    { config: { hidden_size: 4 }, dispose: async () => void calls.disposed++ },
  );
  const record = (name: string, options: object): void => void calls.loads.push({ name, options: { ...options } });
  return {
    env: { localModelPath: '/models/', useFSCache: true },
    Tensor,
    AutoTokenizer: {
      from_pretrained: async (name: string, options: object) => {
        record(name, options);
        return {
          model_max_length: maxLength,
          unk_token_id: 3,
          pad_token_id: 0,
          encode: (text: string) => {
            calls.encoded.push(text);
            return [1, ...Array.from(text, (character) => (character === '?' ? 3 : character.charCodeAt(0))), 2];
          },
        };
      },
    },
    AutoModel: {
      from_pretrained: async (name: string, options: object) => {
        record(name, options);
        return model;
      },
    },
  };
}

async function create(request: TransformersRequest, settings?: Settings): Promise<{ embedder: Embedder; calls: Calls }> {
  const calls: Calls = { imports: [], loads: [], batches: [], encoded: [], disposed: 0 };
  const embedder = await createTransformersEmbedder(request, async (runtime) => {
    calls.imports.push(runtime);
    return standIn(calls, settings);
  });
  return { embedder, calls };
}

const missing = async (): Promise<never> => {
  throw new Error("Cannot find package 'x'");
};

describe('a library', () => {
  test('that is named but not installed is an error that says what to run', async () => {
    const promise = createTransformersEmbedder({ model: 'a/b', runtime: '@huggingface/transformers' }, missing);
    await expect(promise).rejects.toMatchObject({
      code: 'RUNTIME_MISSING',
      message: expect.stringContaining('npm install @huggingface/transformers'),
    });
    await expect(promise).rejects.not.toMatchObject({ message: expect.stringContaining('xenova') });
  });

  test('is any of the two when none is named, and both are offered when neither is installed', async () => {
    const promise = createTransformersEmbedder({ model: 'a/b' }, missing);
    await expect(promise).rejects.toMatchObject({
      code: 'RUNTIME_MISSING',
      message: expect.stringMatching(/npm install @xenova\/transformers.*npm install @huggingface\/transformers/),
      cause: expect.any(Error),
    });
  });

  test('is the successor where only that is installed', async () => {
    const calls: Calls = { imports: [], loads: [], batches: [], encoded: [], disposed: 0 };
    await createTransformersEmbedder({ model: 'a/b' }, async (runtime) =>
      runtime === '@xenova/transformers' ? missing() : standIn(calls),
    );
    expect(calls.loads.map(({ options }) => options.dtype)).toEqual(['q8', 'q8']);
  });
});

test('a folder is read with the ways to the network and to caches closed, and the library is left as it was', async () => {
  const folder = writeTinyModel(join(mkdtempSync(join(tmpdir(), 'palimpsest-')), 'tiny'));
  for (const [runtime, name, settings] of [
    ['@xenova/transformers', 'tiny', { quantized: true }],
    ['@huggingface/transformers', folder, { dtype: 'q8' }],
  ] as const) {
    const calls: Calls = { imports: [], loads: [], batches: [], encoded: [], disposed: 0 };
    const library = standIn(calls);
    const during: unknown[] = [];
    const { from_pretrained } = library.AutoModel;
    library.AutoModel.from_pretrained = (...given) => {
      during.push({ ...library.env });
      return from_pretrained(...given);
    };
    const embedder = await createTransformersEmbedder({ model: folder, runtime }, async () => library);
    expect(calls.loads).toEqual(Array(2).fill({ name, options: { ...settings, local_files_only: true } }));
    expect(during).toEqual([{ localModelPath: runtime === '@xenova/transformers' ? dirname(folder) : '/models/', useFSCache: false }]);
    expect(library.env).toEqual({ localModelPath: '/models/', useFSCache: true });
    expect(embedder.warnings).toHaveLength(1);
  }
  rmSync(dirname(folder), { recursive: true });
});

describe('a model on the hub', () => {
  test('is loaded quantised, at the revision that the caller names', async () => {
    const { embedder, calls } = await create({ model: 'Xenova/LaBSE', revision: 'abc123' });
    expect(calls.imports).toEqual(['@xenova/transformers']);
    expect(calls.loads).toEqual(Array(2).fill({ name: 'Xenova/LaBSE', options: { quantized: true, revision: 'abc123' } }));
    expect([embedder.id, embedder.revision, embedder.warnings]).toEqual(['Xenova/LaBSE', 'abc123', []]);
  });

  test('without a revision brings a warning into results', async () => {
    const { embedder } = await create({ model: 'Xenova/LaBSE' });
    expect(inspectTexts(embedder, [], [])).toEqual([{ code: 'REVISION_UNPINNED', message: expect.stringContaining('Xenova/LaBSE') }]);
  });

  test('that cannot be loaded is missing, with the words of the library', async () => {
    const library = standIn({ imports: [], loads: [], batches: [], encoded: [], disposed: 0 });
    library.AutoModel.from_pretrained = missing;
    const promise = createTransformersEmbedder({ model: 'a/b' }, async () => library);
    await expect(promise).rejects.toMatchObject({ code: 'MODEL_MISSING', message: expect.stringMatching(/a\/b.*Cannot find package/) });
    expect(library.env).toEqual({ localModelPath: '/models/', useFSCache: true });
  });
});

describe('texts', () => {
  test('are pooled by their mean, padding left out', async () => {
    const { embedder, calls } = await create({ model: 'some/model', revision: '1' });
    const vectors = await embedder.embed(['a', 'abc', ' ']);
    expect(calls.batches).toEqual([
      [
        [1, 97, 2, 0, 0],
        [1, 97, 98, 99, 2],
      ],
    ]);
    const mean = [(1 + 97 + 2) / 3, 1, 1, 0];
    expectRow(
      vectors,
      0,
      mean.map((value) => value / Math.hypot(...mean)),
    );
    const second = [(1 + 97 + 98 + 99 + 2) / 5, 2, 1, 0];
    expectRow(
      vectors,
      1,
      second.map((value) => value / Math.hypot(...second)),
    );
    expectRow(vectors, 2, [0, 0, 0, 0]);
  });

  test('of LaBSE are pooled by their first token', async () => {
    const { embedder } = await create({ model: 'Xenova/LaBSE', revision: '1' });
    expectRow(await embedder.embed(['abc']), 0, [Math.SQRT1_2, 0, Math.SQRT1_2, 0]);
  });

  test.each([
    ['sentence_embedding', 'some/model', true],
    ['pooler_output', 'Xenova/LaBSE', true],
    ['pooler_output', 'some/model', false],
  ])('take the `%s` of %s: %s', async (output, model, isTaken) => {
    const { embedder } = await create({ model, revision: '1' }, { output });
    const vectors = await embedder.embed(['abc', 'd']);
    const rows = [Array.from(vectors.slice(0, 4)), Array.from(vectors.slice(4))];
    if (isTaken)
      expect(rows).toEqual([
        [0, 1, 0, 0],
        [0, 1, 0, 0],
      ]);
    else expect(rows).not.toContainEqual([0, 1, 0, 0]);
  });

  test('whose vectors have another shape are refused', async () => {
    const { embedder } = await create({ model: 'some/model', revision: '1' }, { dims: 3 });
    await expect(embedder.embed(['abc'])).rejects.toMatchObject({
      code: 'EMBEDDING_INVALID',
      message: expect.stringContaining('1 × 5 × 4'),
    });
  });

  test('of E5 get its prefix', async () => {
    const { embedder, calls } = await create({ model: 'Xenova/multilingual-e5-small', revision: '1' });
    await embedder.embed(['abc']);
    expect(calls.encoded).toEqual(['query: abc']);
  });

  test('longer than the model takes are cut before the closing token, and reported', async () => {
    const { embedder, calls } = await create({ model: 'Xenova/paraphrase-multilingual-MiniLM-L12-v2', revision: '1' });
    const texts = ['x'.repeat(126), 'x'.repeat(127), 'short'];
    await embedder.embed(texts);
    expect(calls.batches[0]!.map((ids) => [ids.filter((id) => id !== 0).length, ids.filter((id) => id !== 0).at(-1)])).toEqual([
      [128, 2],
      [128, 2],
      [7, 2],
    ]);
    expect((await embedder.inspect!(texts)).truncated).toEqual([1]);
  });

  test('are cut where the tokenizer says when the model is not known', async () => {
    const { embedder } = await create({ model: 'some/model', revision: '1' }, { maxLength: 10 });
    expect((await embedder.inspect!(['12345678', '123456789'])).truncated).toEqual([1]);
  });

  test('are measured by the share of unknown tokens', async () => {
    const { embedder } = await create({ model: 'some/model', revision: '1' });
    expect((await embedder.inspect!(['a?', '?b'])).unknownShare).toBe(2 / 8);
  });

  test('go through in batches of 32, in order', async () => {
    const { embedder, calls } = await create({ model: 'some/model', revision: '1' });
    const texts = Array.from({ length: 70 }, (_, i) => 'ab'.repeat(1 + (i % 5)));
    const vectors = await embedder.embed(texts);
    expect(calls.batches.map((batch) => batch.length)).toEqual([32, 32, 6]);
    for (const [row, text] of texts.entries())
      expect(Array.from(vectors.slice(4 * row, 4 * row + 4))).toEqual(Array.from(await embedder.embed([text])));
  });

  test('that a model answers with something that is no number are refused', async () => {
    const { embedder } = await create({ model: 'some/model', revision: '1' }, { value: Number.NaN });
    await expect(embedder.embed(['a'])).rejects.toMatchObject({ code: 'EMBEDDING_INVALID' });
  });

  test('are not taken after dispose, which frees the model once', async () => {
    const { embedder, calls } = await create({ model: 'some/model', revision: '1' });
    await embedder.dispose();
    await embedder.dispose();
    expect(calls.disposed).toBe(1);
    await expect(embedder.embed(['a'])).rejects.toMatchObject({ code: 'OPTION_INVALID' });
  });
});

function expectRow(vectors: Float32Array, row: number, expected: readonly number[]): void {
  for (const [k, value] of expected.entries()) expect(vectors[row * expected.length + k]).toBeCloseTo(value, 6);
}
