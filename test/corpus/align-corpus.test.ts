import { describe, expect, test, vi } from 'vitest';
import { alignDocuments } from '../../src/align-documents.ts';
import { alignCorpus } from '../../src/corpus/align-corpus.ts';
import type { CorpusOptions } from '../../src/corpus/corpus-options.ts';
import type { CorpusPairInput, CorpusResult } from '../../src/corpus/corpus-pair.ts';
import { AlignmentError } from '../../src/errors.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { syntheticCorpus } from '../support/synthetic-corpus.ts';

const embedder = createHashingEmbedder();
const good: CorpusPairInput = ['The cat sleeps. It rains.', 'The cat sleeps today. It rains.'];

async function collect(
  pairs: Iterable<CorpusPairInput> | AsyncIterable<CorpusPairInput>,
  options: CorpusOptions = {},
): Promise<CorpusResult[]> {
  const results: CorpusResult[] = [];
  for await (const result of alignCorpus(pairs, { ...(options.model === undefined && { embedder }), ...options })) results.push(result);
  return results;
}

describe('alignCorpus', () => {
  test('gives for each pair what alignDocuments gives, without traces', async () => {
    const pairs = [...syntheticCorpus(3_000, 5)];
    const results = await collect(pairs);
    expect(results.map(({ id, index, status }) => [id, index, status])).toEqual(pairs.map(({ id }, index) => [id, index, 'aligned']));
    for (const [index, { source, target }] of pairs.entries()) {
      const documents = [
        { ...source, id: 'source' },
        { ...target, id: 'target' },
      ];
      const { alignment } = results[index] as Extract<CorpusResult, { status: 'aligned' }>;
      expect(alignment).toEqual(await alignDocuments(documents, { embedder, trace: false, splitLanguages: false }));
    }
  });

  test('takes options of the alignment, and traces when asked to', async () => {
    const [plain, traced] = [await collect([good], { relation: 'unrelated' }), await collect([good], { trace: true })];
    expect(plain[0]).toMatchObject({ alignment: { pairs: [{ relation: 'unrelated' }] } });
    const letters: CorpusPairInput = ['Steve Witkoff met Putin. They talked.', 'Steve Witkoff bertemu Putin. Mereka berbicara.'];
    const names = async (trace: boolean) =>
      ((await collect([letters], { trace }))[0] as { alignment: { names: unknown[] } }).alignment.names.length;
    expect([await names(false), (await names(true)) > 0, traced.length]).toEqual([0, true, 1]);
  });

  test('keeps a mixed document whole', async () => {
    const english = 'The government opened the bridge on Monday. '.repeat(8);
    const chinese = '政府在星期一開放了這座橋。許多居民前來觀看。'.repeat(8);
    const [result] = await collect([[english + chinese, english]]);
    expect((result as Extract<CorpusResult, { status: 'aligned' }>).alignment.documents.map(({ id }) => id)).toEqual(['source', 'target']);
  });

  test.each<[string, unknown, string, string]>([
    ['an empty document', ['A sentence.', ' '], '1', 'EMPTY_DOCUMENT'],
    ['binary junk', { id: 'junk', source: 'A sentence.', target: '\0\0\0\0' }, 'junk', 'NOT_TEXT'],
    ['too few sides', ['A sentence.'], '1', 'OPTION_INVALID'],
    ['no target', { source: 'A sentence.' }, '1', 'OPTION_INVALID'],
    ['an unknown field', { source: 'A.', target: 'B.', score: 1 }, '1', 'OPTION_INVALID'],
    ['an unknown field of a document', { source: { text: 'A.', lang: 'en' }, target: 'B.' }, '1', 'OPTION_UNKNOWN'],
    ['a document that is a number', [7, 'B.'], '1', 'OPTION_INVALID'],
    ['an id that is a number', { id: 7, source: 'A.', target: 'B.' }, '1', 'OPTION_INVALID'],
    [
      'two equal document ids',
      [
        { id: 'a', text: 'A.' },
        { id: 'a', text: 'B.' },
      ],
      '1',
      'DUPLICATE_ID',
    ],
    ['null', null, '1', 'OPTION_INVALID'],
    ['a hidden prototype', JSON.parse('{"source": "A.", "target": "B.", "__proto__": {"id": "x"}}'), '1', 'OPTION_INVALID'],
    ['an error', { id: 'gone', error: new Error('no such file') }, 'gone', 'UNREADABLE'],
    ['an error of ours', { error: new AlignmentError('FORMAT_INVALID', 'line 3') }, '1', 'FORMAT_INVALID'],
    ['an error that is none', { error: 'text' }, '1', 'OPTION_INVALID'],
  ])('goes on after %s', async (_, bad, id, code) => {
    const results = await collect([good, bad as CorpusPairInput, good]);
    expect(results.map(({ status }) => status)).toEqual(['aligned', 'failed', 'aligned']);
    expect(results[1]).toEqual({ status: 'failed', index: 1, id, error: { code, message: expect.any(String) } });
    expect(JSON.parse(JSON.stringify(results[1]))).toEqual(results[1]);
  });

  test('calls what only a fault of the embedder explains UNEXPECTED', async () => {
    const broken = { ...createHashingEmbedder(), embedSums: () => Promise.reject(new TypeError('x is undefined')) };
    expect((await collect([good], { embedder: broken }))[0]).toMatchObject({ error: { code: 'UNEXPECTED', message: 'x is undefined' } });
  });

  test('takes lists, generators and async generators, and numbers pairs from firstIndex', async () => {
    async function* later() {
      yield good;
      yield good;
    }
    for (const pairs of [[good, good], new Set([good, [...good] as unknown as CorpusPairInput]), later()]) {
      expect((await collect(pairs, { firstIndex: 7 })).map(({ index, id }) => [index, id])).toEqual([
        [7, '7'],
        [8, '8'],
      ]);
    }
    expect(await collect([])).toEqual([]);
  });

  test('reads one pair ahead and no more', async () => {
    let pulled = 0;
    function* endless(): Generator<CorpusPairInput> {
      for (;;) {
        pulled++;
        yield good;
      }
    }
    const results = alignCorpus(endless(), { embedder });
    for (let taken = 1; taken <= 3; taken++) {
      await results.next();
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(pulled).toBeLessThanOrEqual(taken + 1);
    }
    await results.return();
  });

  test('reports progress before each result; a throw there ends the run', async () => {
    const events: unknown[] = [];
    await collect([good, ['', '']], { onProgress: (event) => events.push(event) });
    expect(events).toEqual([
      { done: 1, failed: 0 },
      { done: 2, failed: 1 },
    ]);
    const onProgress = () => {
      throw new Error('from the caller');
    };
    await expect(collect([good], { onProgress })).rejects.toThrow('from the caller');
  });

  test('rejects with the reason of its signal, before, between and within pairs', async () => {
    await expect(collect([good], { signal: AbortSignal.abort(new Error('never')) })).rejects.toThrow('never');
    const controller = new AbortController();
    const run = async () => {
      for await (const _ of alignCorpus([good, good], { embedder, signal: controller.signal })) controller.abort(new Error('between'));
    };
    await expect(run()).rejects.toThrow('between');
    const within = new AbortController();
    const slow = { ...embedder, embedSums: () => new Promise<Float32Array>(() => within.abort(new Error('within'))) };
    await expect(collect([good], { embedder: slow, signal: within.signal })).rejects.toThrow('within');
  });

  test('leaves the embedder of the caller in use', async () => {
    const own = createHashingEmbedder();
    const dispose = vi.spyOn(own, 'dispose');
    await collect([good], { embedder: own });
    expect(dispose).not.toHaveBeenCalled();
  });

  test.each<[string, object, string]>([
    ['workers', { workers: -1 }, 'OPTION_INVALID'],
    ['workers', { workers: 1.5 }, 'OPTION_INVALID'],
    ['workers', { workers: 'all' }, 'OPTION_INVALID'],
    ['workerMemory', { workerMemory: 1 }, 'OPTION_INVALID'],
    ['ordered', { ordered: 1 }, 'OPTION_INVALID'],
    ['firstIndex', { firstIndex: -1 }, 'OPTION_INVALID'],
    ['model', { model: ' ', embedder: undefined }, 'OPTION_INVALID'],
    ['embedder', { embedder: {} }, 'OPTION_INVALID'],
    ['embedder', { workers: 2 }, 'OPTION_INVALID'],
    ['embedder', { model: './x', embedder }, 'OPTION_INVALID'],
    ['signal', { signal: {} }, 'OPTION_INVALID'],
    ['onProgress', { onProgress: 1 }, 'OPTION_INVALID'],
    ['maxBeadSize', { maxBeadSize: 1 }, 'OPTION_INVALID'],
    ['splitLanguages', { splitLanguages: true }, 'OPTION_UNKNOWN'],
    ['pivot', { pivot: 'source' }, 'OPTION_UNKNOWN'],
    ['worker', { worker: 2 }, 'OPTION_UNKNOWN'],
  ])('refuses a bad %s with the first result', async (name, options, code) => {
    const results = alignCorpus([good], { embedder, ...options } as CorpusOptions);
    await expect(results.next()).rejects.toMatchObject({ code, message: expect.stringContaining(`\`${name}\``) });
  });

  test.each([['text'], [7], [null], [{}]])('refuses %j in the place of pairs', async (pairs) => {
    await expect(alignCorpus(pairs as never).next()).rejects.toMatchObject({ code: 'OPTION_INVALID' });
  });

  test('refuses threads where there are none, and where their file was left behind', async () => {
    // from the sources there is no built file for them, as in a bundle
    const results = () => alignCorpus([good], { workers: 1 }).next();
    await expect(results()).rejects.toMatchObject({ code: 'RUNTIME_MISSING', message: expect.stringContaining('corpus-worker.js') });
    vi.stubGlobal('process', {});
    try {
      await expect(results()).rejects.toMatchObject({ code: 'OPTION_INVALID', message: expect.stringContaining('`workers`') });
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('says which model is missing', async () => {
    await expect(collect([good], { model: './no-such-folder' })).rejects.toMatchObject({ code: 'MODEL_MISSING' });
  });
});
