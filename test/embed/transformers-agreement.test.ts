/**
 * The package's own folder is a transformers.js model: both generations cut text into the same pieces as our runtime, and the graph, fed with our
 * ids of pieces and n-grams, gives our vectors.
 */
import { basename, dirname } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtinModelFolder } from '../../src/embed/builtin-model.ts';
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import { withoutInvisible } from '../../src/text/invisible.ts';
import type { Embedder } from '../../src/types.ts';
import { sampleTexts } from '../support/sample-texts.ts';
import { SlowModel } from '../support/slow-model.ts';

interface Library {
  env: { localModelPath: string; allowRemoteModels: boolean };
  AutoTokenizer: { from_pretrained(name: string, options: object): Promise<{ encode(text: string): number[] }> };
  AutoModel: { from_pretrained(name: string, options: object): Promise<Model> };
  Tensor: new (type: string, data: BigInt64Array, dims: number[]) => unknown;
  pipeline(
    task: string,
    name: string,
    options: object,
  ): Promise<(texts: string[], options: object) => Promise<{ data: Float32Array; dims: number[] }>>;
}
type Model = (inputs: object) => Promise<{ last_hidden_state: { data: Float32Array; dims: number[] } }>;

const folder = builtinModelFolder().replace(/\/$/, '');
const slow = new SlowModel(folder);
const texts = sampleTexts.map(([, text]) => text);

describe.each([
  ['@xenova/transformers', { quantized: true }, () => import('@xenova/transformers')],
  ['@huggingface/transformers', { dtype: 'q8' }, () => import('@huggingface/transformers')],
] as const)('%s', (name, options, load) => {
  let library: Library;
  let builtin: Embedder;
  beforeAll(async () => {
    library = (await load()) as unknown as Library;
    library.env.localModelPath = dirname(folder);
    library.env.allowRemoteModels = false;
    builtin = await createEmbedder();
  });

  test('cuts text into the same pieces, once invisible characters are left out', async () => {
    const tokenizer = await library.AutoTokenizer.from_pretrained(basename(folder), options);
    for (const [title, text] of sampleTexts) {
      expect(tokenizer.encode(withoutInvisible(text)), title).toEqual(slow.read(text).flatMap(({ pieces }) => pieces));
    }
  });

  test('gives our vectors when its graph is fed with our pieces and n-grams', async () => {
    const model = await library.AutoModel.from_pretrained(basename(folder), options);
    const ours = await builtin.embed(texts);
    const { dimensions } = builtin;
    let compared = 0;
    for (const [row, [title, text]] of sampleTexts.entries()) {
      const ids = slow.read(text).flatMap(({ pieces, grams }) => [...pieces, ...grams]);
      if (ids.length === 0) continue;
      const tensor = (values: number[]): unknown => new library.Tensor('int64', BigInt64Array.from(values, BigInt), [1, ids.length]);
      const { last_hidden_state } = await model({ input_ids: tensor(ids), attention_mask: tensor(ids.map(() => 1)) });
      expect(last_hidden_state.dims).toEqual([1, ids.length, dimensions]);
      const sum = new Float64Array(dimensions);
      for (const [i, value] of last_hidden_state.data.entries()) sum[i % dimensions]! += value;
      const length = Math.hypot(...sum);
      let cosine = 0;
      for (let k = 0; k < dimensions; k++) cosine += (sum[k]! / length) * ours[row * dimensions + k]!;
      expect(cosine, title).toBeGreaterThan(0.9999);
      compared++;
    }
    expect(compared).toBeGreaterThan(texts.length - 4);
  });

  test('runs the folder in its plain pipeline, as our embedder over it does', async () => {
    const extract = await library.pipeline('feature-extraction', basename(folder), options);
    const some = texts.filter((text) => text.trim().length > 3).slice(0, 12);
    const piped = await extract(some, { pooling: 'mean', normalize: true });
    const embedder = await createEmbedder({ model: folder, runtime: name });
    const ours = await embedder.embed(some);
    expect(piped.dims).toEqual([some.length, embedder.dimensions]);
    for (const [i, value] of piped.data.entries()) expect(Math.abs(value - ours[i]!)).toBeLessThan(1e-4);
    await embedder.dispose();
  });
});
