import { describe, expect, test, vi } from 'vitest';
import type { CorpusPairInput, CorpusResult } from '../../src/corpus/corpus-pair.ts';
import { loadModelFolder } from '../../src/embed/model-folder.ts';
import { readFromFolder } from '../../src/embed/read-folder.ts';
import { loadSharedModel, shareModel } from '../../src/embed/share-model.ts';
import { builtLibrary, builtModule, builtPath, startNode } from '../support/built-package.ts';
import { syntheticCorpus, syntheticPair } from '../support/synthetic-corpus.ts';

vi.setConfig({ testTimeout: 120_000 }); // threads start again and again, each with a model to load

const corpus: CorpusPairInput[] = [...syntheticCorpus(15_000, 6)];
corpus[2] = ['', 'Not empty.'];
corpus[3] = { id: 'gone', error: new Error('no such file') };
corpus[4] = { source: 'A.', target: (() => 'B.') as never };
corpus[5] = { id: 'seed', source: { text: 'The cat sleeps.', url: 'https://example.org' }, target: { sentences: ['Kucing itu tidur.'] } };

async function collect(options: object, pairs: Iterable<CorpusPairInput> = corpus): Promise<CorpusResult[]> {
  const { alignCorpus } = await builtLibrary();
  const results: CorpusResult[] = [];
  for await (const result of alignCorpus(pairs, options)) results.push(result);
  return results;
}

describe('worker threads', () => {
  test('give what this thread gives, byte for byte, in input order', async () => {
    const { writeBeadLine } = await builtLibrary();
    const [alone, two] = [await collect({ workers: 0 }), await collect({ workers: 2 })];
    expect(two.map(({ status }) => status).slice(0, 7)).toEqual(['aligned', 'aligned', 'failed', 'failed', 'failed', 'aligned', 'aligned']);
    expect(two).toEqual(alone);
    expect(JSON.stringify(two)).toBe(JSON.stringify(alone));
    expect(two.map((result) => writeBeadLine(result)).join('')).toBe(alone.map((result) => writeBeadLine(result)).join(''));
  });

  test('give results as they are done when order does not matter', async () => {
    const pairs = [syntheticPair(1, 300), ...Array.from({ length: 3 }, (_, k) => syntheticPair(k, 2))];
    const results = await collect({ workers: 2, ordered: false }, pairs);
    expect(results.at(-1)?.index).toBe(0);
    expect(results.map(({ index }) => index).sort()).toEqual([0, 1, 2, 3]);
  });

  test('a pair that needs more memory than a thread has is lost, and the run goes on with another thread', async () => {
    const large: CorpusPairInput = {
      id: 'large',
      source: { text: `${'猫在睡觉，'.repeat(9)}外面下雨。`.repeat(150_000), language: 'zh' },
      target: 'The cat sleeps.',
    };
    const larger: CorpusPairInput = { id: 'larger', source: { text: '猫'.repeat(9_000_000), language: 'zh' }, target: 'The cat sleeps.' };
    const results = await collect({ workers: 1, workerMemory: 64 }, [corpus[0]!, large, larger, corpus[1]!]);
    expect(results.map(({ status, index, id }) => [status, index, id])).toEqual([
      ['aligned', 0, 'article-1000003'],
      ['failed', 1, 'large'],
      ['failed', 2, 'larger'],
      ['aligned', 3, 'article-1000004'],
    ]);
    expect(results[1]).toMatchObject({ error: { code: 'WORKER_LOST', message: expect.stringContaining('64 MB') } });
    expect(results[2]).toMatchObject({ error: { code: 'TOO_LARGE', message: expect.stringContaining('got 9000015') } });
  });

  test.each([
    ['modules', ['--input-type=module', '-e'], `import { alignCorpus } from ${JSON.stringify(builtModule)};`],
    ['CommonJS', ['--input-type=commonjs', '-e'], `const { alignCorpus } = require(${JSON.stringify(builtPath)});`],
  ])('are stopped when the caller leaves, so that the process can end (%s)', async (_, args, head) => {
    const code = `${head}
      (async () => {
        function* endless() { try { for (;;) yield ['The cat sleeps.', 'Kucing itu tidur.']; } finally { console.log('closed'); } }
        for await (const { index, status } of alignCorpus(endless(), { workers: 2 })) { console.log(index, status); if (index === 2) break; }
      })();`;
    expect(await startNode([...args, code]).ended).toEqual({
      code: 0,
      signal: null,
      stdout: '0 aligned\n1 aligned\n2 aligned\nclosed\n',
      stderr: '',
    });
  });

  test('end with the reason of the signal in the middle of a pair', async () => {
    const { alignCorpus } = await builtLibrary();
    const controller = new AbortController();
    const results = alignCorpus([syntheticPair(5, 3_000)], { workers: 1, signal: controller.signal });
    const next = results.next();
    setTimeout(() => controller.abort(new Error('enough')), 100);
    await expect(next).rejects.toThrow('enough');
  });

  test('say which model is missing', async () => {
    await expect(collect({ workers: 1, model: './no-such-folder' })).rejects.toMatchObject({ code: 'MODEL_MISSING' });
  });
});

describe('a shared model', () => {
  test('has its files in shared memory and embeds as the model on disk does', async () => {
    const shared = (await shareModel())!;
    expect(Object.keys(shared.files).sort()).toEqual(['config.json', 'onnx/model_quantized.onnx', 'tokenizer.json']);
    expect(Object.values(shared.files).every(({ buffer }) => buffer instanceof SharedArrayBuffer)).toBe(true);
    const [one, other] = [await loadSharedModel(shared), await loadModelFolder(readFromFolder(shared.where), shared.where)];
    expect([one.id, one.revision]).toEqual([other.id, other.revision]);
    const sum = (model: typeof one.model): Float64Array => {
      const into = new Float64Array(model.dimensions);
      for (const _ of model.addText('Kucing itu tidur. 猫在睡觉。', into));
      return into;
    };
    expect(sum(one.model)).toEqual(sum(other.model));
  });

  test('looks at the weights where they are', async () => {
    const shared = (await shareModel())!;
    const weights = shared.files['onnx/model_quantized.onnx']!;
    const { model } = await loadSharedModel(shared);
    weights.fill(0);
    const sum = new Float64Array(model.dimensions);
    for (const _ of model.addText('kucing', sum));
    expect(new Set(sum).size).toBe(1); // all weights are the same now
  });

  test('is none where the model is of another kind', async () => {
    expect(await shareModel('some/name')).toBeUndefined();
  });
});
