/** What goes into a queue comes out once. With an embedder that knows nothing: these tests are not about meaning. */
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { describe, expect, test } from 'vitest';
import { AlignmentError, alignCorpus, type CorpusPairInput, writeBeadLine } from '../../src/index.ts';
import {
  collectResults,
  collectToFile,
  dropResults,
  enqueuePairs,
  listSetAside,
  type QueueTarget,
  queueMetrics,
  removeQueue,
  runWorker,
} from '../../src/queue/queue.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { redisVersion, withoutRedis } from '../support/redis-server.ts';
import { shortPairs, useQueues } from './support/test-queue.ts';

const embedder = createHashingEmbedder();

async function linesOf(target: QueueTarget, from = 0): Promise<string[]> {
  const lines: string[] = [];
  for await (const { index, line } of collectResults({ ...target, from, wait: false })) {
    expect(index).toBe(from + lines.length);
    lines.push(line);
  }
  return lines;
}

const work = (target: QueueTarget) => runWorker({ ...target, embedder, untilDone: true });

describe.skipIf(redisVersion === undefined)(`a queue${withoutRedis}`, () => {
  const queues = useQueues();

  test('gives the lines that one process makes of the same pairs, in their order, faults of pairs included', async () => {
    const target = queues.target();
    const [first, second, ...others] = shortPairs(12);
    const pairs: CorpusPairInput[] = [
      first!,
      ['A house stands here.', 'A house stands here.'], // no id: its position
      { id: 'empty', source: 'A house.', target: ' ' },
      { id: 'unreadable', error: new Error('torn in two') },
      { id: 'refused', error: new AlignmentError('NOT_TEXT', 'these are no letters') },
      { id: 'wrong', source: 'A house.' } as unknown as CorpusPairInput,
      second!,
      ...others,
    ];
    const options = { maxBeadSize: 4 };
    const filter = { minConfidence: 0.01, skips: false };
    expect(await enqueuePairs(pairs, { ...target, options, filter })).toEqual({ pairs: 17, added: 17, failed: 2 });
    expect(await work(target)).toEqual({ completed: 15 });

    const expected: string[] = [];
    for await (const result of alignCorpus(pairs, { ...options, embedder })) expected.push(writeBeadLine(result, filter));
    expect(await linesOf(target)).toEqual(expected);
    expect(await queueMetrics(target)).toMatchObject({
      pairs: 17,
      completed: 17,
      waiting: 0,
      active: 0,
      failed: 0,
      retried: 0,
      complete: true,
    });
  });

  test('makes one job of a pair that is enqueued again, before and after it is done', async () => {
    const target = queues.target();
    const pairs = shortPairs(5);
    await enqueuePairs([...pairs, pairs[2]!], target);
    expect(await enqueuePairs(pairs, target)).toEqual({ pairs: 5, added: 0, failed: 0 });
    expect(await queueMetrics(target)).toMatchObject({ pairs: 5, waiting: 5 });
    expect(await work(target)).toEqual({ completed: 5 });
    expect(await enqueuePairs([...pairs, ...shortPairs(6).slice(5)], target)).toEqual({ pairs: 6, added: 1, failed: 0 });
    expect(await work(target)).toEqual({ completed: 1 });
    expect(await linesOf(target)).toHaveLength(6);
  });

  test('refuses an id that comes with another text, and takes nothing of what came with it', async () => {
    const target = queues.target();
    await enqueuePairs(shortPairs(2), target);
    const [, changed] = shortPairs(2);
    const more = [
      { id: 'new', source: 'A.', target: 'A.' },
      { ...changed!, target: 'Something else.' },
    ];
    await expect(enqueuePairs(more, target)).rejects.toMatchObject({ code: 'DUPLICATE_ID', message: expect.stringContaining('`pair 1`') });
    const twice = [
      { id: 'twice', source: 'A.', target: 'A.' },
      { id: 'twice', source: 'A.', target: 'B.' },
    ];
    await expect(enqueuePairs(twice, target)).rejects.toMatchObject({ code: 'DUPLICATE_ID' });
    expect(await queueMetrics(target)).toMatchObject({ pairs: 2, waiting: 2 });
  });

  test('adds the jobs that an enqueue killed between its two steps left out', async () => {
    const target = queues.target();
    await enqueuePairs(shortPairs(3), target);
    const redis = new Redis(target.connection);
    const jobs = await redis.keys(`palimpsest:{${target.queue}}:jobs:*`);
    await redis.del(...jobs);
    redis.disconnect();
    expect(await queueMetrics(target)).toMatchObject({ pairs: 3, waiting: 0 });
    await enqueuePairs(shortPairs(3), target);
    expect(await work(target)).toEqual({ completed: 3 });
  });

  test('does no work again for a job that is delivered again, before and after its result was collected', async () => {
    const target = queues.target();
    await enqueuePairs(shortPairs(3), target);
    await work(target);
    const lines = await linesOf(target);
    const connection = new Redis(target.connection, { maxRetriesPerRequest: null });
    const jobs = new Queue('jobs', { connection, prefix: `palimpsest:{${target.queue}}` });
    const forbidden = { ...embedder, embedSums: () => Promise.reject(new Error('worked again')) };
    const deliverAgain = async () => {
      for (const [position, pair] of shortPairs(3).entries()) await jobs.add('pair', { id: pair.id, position, pair });
      expect(await queueMetrics(target)).toMatchObject({ waiting: 3 });
      const stop = new AbortController();
      const working = runWorker({ ...target, embedder: forbidden, signal: stop.signal });
      await expect
        .poll(async () => (await queueMetrics(target)).waiting + (await queueMetrics(target)).active, { timeout: 60_000 })
        .toBe(0);
      stop.abort(new Error('enough'));
      await expect(working).rejects.toThrow('enough');
    };
    try {
      await deliverAgain();
      expect(await linesOf(target)).toEqual(lines);
      await dropResults(2, target);
      await deliverAgain();
      expect(await linesOf(target, 2)).toEqual(lines.slice(2));
      expect(await queueMetrics(target)).toMatchObject({ pairs: 3, completed: 3, collected: 2, failed: 0, retried: 0 });
    } finally {
      connection.disconnect();
    }
  });

  test('gives a pair over the limit its result without sending it', async () => {
    const target = queues.target();
    const [small] = shortPairs(1);
    const large = { id: 'large', source: 'A house. '.repeat(200), target: 'A house.' };
    expect(await enqueuePairs([large, small!], { ...target, maxPairBytes: 1000 })).toEqual({ pairs: 2, added: 2, failed: 1 });
    expect(await queueMetrics(target)).toMatchObject({ pairs: 2, completed: 1, waiting: 1 });
    expect(JSON.parse((await linesOf(target))[0]!)).toMatchObject({
      id: 'large',
      index: 0,
      status: 'failed',
      error: { code: 'TOO_LARGE' },
    });
  });

  test.each([
    [
      'a worker with another model',
      'MODEL_INVALID',
      (target: QueueTarget) => runWorker({ ...target, embedder: { ...embedder, id: 'other' }, untilDone: true }),
    ],
    [
      'an enqueue with other options',
      'OPTION_INVALID',
      (target: QueueTarget) => enqueuePairs([], { ...target, options: { maxBeadSize: 3 } }),
    ],
    [
      'an enqueue with another filter',
      'OPTION_INVALID',
      (target: QueueTarget) => enqueuePairs([], { ...target, filter: { skips: false } }),
    ],
  ])('refuses %s', async (_, code, act) => {
    const target = queues.target();
    await enqueuePairs(shortPairs(1), target);
    await work(target);
    await expect(act(target)).rejects.toMatchObject({ code });
  });

  test.each([
    ['an unknown option', { options: { maxBeads: 3 } }, 'OPTION_UNKNOWN'],
    ['an unknown filter', { filter: { least: 3 } }, 'OPTION_UNKNOWN'],
    ['a limit of nothing', { maxWaiting: 0 }, 'OPTION_INVALID'],
    ['half an attempt', { attempts: 0.5 }, 'OPTION_INVALID'],
    ['a name with a colon', { queue: 'a:b' }, 'OPTION_INVALID'],
    ['a name with braces', { queue: '{a}' }, 'OPTION_INVALID'],
    ['no name', { queue: '' }, 'OPTION_INVALID'],
  ])('refuses %s', async (_, wrong, code) => {
    await expect(enqueuePairs([], { ...queues.target(), ...(wrong as object) })).rejects.toMatchObject({ code });
  });

  test('is not steered by what others write to Redis: the worker ends, and the job stays', async () => {
    const target = queues.target();
    await enqueuePairs(shortPairs(1), target);
    const redis = new Redis(target.connection);
    await redis.hset(`palimpsest:{${target.queue}}:meta`, 'config', '{"options":{"model":"/etc"},"filter":{}}');
    redis.disconnect();
    await expect(work(target)).rejects.toMatchObject({ code: 'OPTION_UNKNOWN' });
    expect(await queueMetrics(target)).toMatchObject({ waiting: 1, active: 0, completed: 0 });
  });

  test('keeps results until they are dropped, and reads on from any of them', async () => {
    const target = queues.target();
    await enqueuePairs(shortPairs(4), target);
    await work(target);
    const lines = await linesOf(target);
    expect(await linesOf(target)).toEqual(lines);
    expect(await linesOf(target, 3)).toEqual(lines.slice(3));
    await dropResults(2, target);
    expect(await linesOf(target, 2)).toEqual(lines.slice(2));
    await expect(linesOf(target, 1)).rejects.toMatchObject({ code: 'OPTION_INVALID' });
    await expect(dropResults(5, target)).rejects.toMatchObject({ code: 'OPTION_INVALID' });
    expect(await queueMetrics(target)).toMatchObject({ completed: 4, collected: 2 });
  });

  test('hands results out in order while they are made', async () => {
    const target = queues.target();
    const ids: string[] = [];
    const collecting = (async () => {
      for await (const { line } of collectResults(target)) ids.push((JSON.parse(line) as { id: string }).id);
    })();
    await enqueuePairs(shortPairs(30), target);
    await Promise.all([collecting, work(target), work(target)]);
    expect(ids).toEqual(shortPairs(30).map(({ id }) => id));
  });

  test('never has more jobs waiting than it may, and reads no further meanwhile', async () => {
    const target = queues.target();
    let read = 0;
    function* pairs() {
      for (const pair of shortPairs(40)) {
        read++;
        yield pair;
      }
    }
    let fullAt: number | undefined;
    let enqueuing: Promise<{ added: number }> | undefined;
    const full = new Promise<void>((resolve) => {
      enqueuing = enqueuePairs(pairs(), {
        ...target,
        maxWaiting: 5,
        onProgress: ({ isFull }) => {
          if (!isFull) return;
          fullAt ??= read;
          resolve();
        },
      });
    });
    await full;
    expect(fullAt).toBe(10); // five wait, five more are ready
    expect(await queueMetrics(target)).toMatchObject({ pairs: 5, waiting: 5, enqueuing: true, complete: false });
    const waiting: number[] = [];
    const working = runWorker({
      ...target,
      embedder,
      untilDone: true,
      metricsInterval: 100,
      onMetrics: (metrics) => waiting.push(metrics.waiting),
    });
    expect((await enqueuing!).added).toBe(40);
    await working;
    expect(Math.max(...waiting)).toBeLessThan(10);
    expect(await linesOf(target)).toHaveLength(40);
  });

  test('waits for somebody to collect when it holds as many pairs as it may', async () => {
    const target = queues.target();
    const path = join(queues.folder, 'uncollected.jsonl');
    const enqueued = enqueuePairs(shortPairs(20), { ...target, maxWaiting: 5, maxUncollected: 10 });
    const stop = new AbortController();
    const working = runWorker({ ...target, embedder, signal: stop.signal });
    await expect.poll(async () => (await queueMetrics(target)).completed, { timeout: 60_000 }).toBe(10);
    expect(await queueMetrics(target)).toMatchObject({ pairs: 10, waiting: 0, enqueuing: true });
    expect(await collectToFile({ ...target, path })).toEqual({ lines: 20, added: 20, complete: true });
    await enqueued;
    stop.abort(new Error('enough'));
    await expect(working).rejects.toThrow('enough');
  });

  test('is gone when it is removed, and other queues stay', async () => {
    const target = queues.target();
    const other = { ...target, queue: `${target.queue}-other` };
    for (const each of [target, other]) await enqueuePairs(shortPairs(2), each);
    await work(target);
    await removeQueue(target);
    const redis = new Redis(target.connection);
    const keys = await redis.keys(`palimpsest:{${target.queue}}*`);
    redis.disconnect();
    expect(keys).toEqual([]);
    expect(await queueMetrics(other)).toMatchObject({ pairs: 2, waiting: 2 });
    expect(await enqueuePairs(shortPairs(1), target)).toMatchObject({ added: 1 });
    for await (const pair of listSetAside(target)) expect.unreachable(pair.id);
  });
});
