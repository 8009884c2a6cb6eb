/** What a queue does with faults that are not the pair's own: failing embedders, dying workers, interruptions, a Redis that goes away. */
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  collectResults,
  enqueuePairs,
  listSetAside,
  type QueueTarget,
  queueMetrics,
  runWorker,
  type SetAsidePair,
} from '../../src/queue/queue.ts';
import type { AdditiveEmbedder, EmbedOptions } from '../../src/types.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { redisVersion, withoutRedis } from '../support/redis-server.ts';
import { buildProcesses, type Processes, until } from './support/processes.ts';
import { shortPairs, useQueues } from './support/test-queue.ts';

const embedder = createHashingEmbedder();

/** Does something before it embeds. */
function before(act: (texts: readonly string[], signal?: AbortSignal) => void | Promise<void>): AdditiveEmbedder {
  return {
    ...embedder,
    embedSums: async (texts: readonly string[], options?: EmbedOptions) => {
      await act(texts, options?.signal);
      return embedder.embedSums(texts, options);
    },
  };
}

async function resultsOf(
  target: QueueTarget,
): Promise<{ id: string; index: number; status: string; error?: { code: string; message: string } }[]> {
  const results = [];
  for await (const { line } of collectResults({ ...target, wait: false })) results.push(JSON.parse(line));
  return results;
}

async function setAsideIn(target: QueueTarget): Promise<SetAsidePair[]> {
  const pairs = [];
  for await (const pair of listSetAside(target)) pairs.push(pair);
  return pairs;
}

describe.skipIf(redisVersion === undefined)(`a queue in which things go wrong${withoutRedis}`, () => {
  const queues = useQueues();

  test('tries a pair again, after pauses that double, until it works', async () => {
    const target = queues.target();
    const times: number[] = [];
    const failing = before((texts) => {
      if (!texts.some((text) => text.includes('number 1'))) return;
      times.push(Date.now());
      if (times.length <= 3) throw new Error('out of paper');
    });
    await enqueuePairs(shortPairs(3), { ...target, backoff: 200 });
    expect(await runWorker({ ...target, embedder: failing, untilDone: true })).toEqual({ completed: 3 });
    expect((await resultsOf(target)).map(({ status }) => status)).toEqual(['aligned', 'aligned', 'aligned']);
    expect(await queueMetrics(target)).toMatchObject({ retried: 3, failed: 0, completed: 3 });
    // up to half of each pause is left to chance
    const pauses = times.slice(1, 4).map((time, i) => time - times[i]!);
    for (const [i, least] of [100, 200, 400].entries()) expect(pauses[i]).toBeGreaterThanOrEqual(least - 5);
  });

  test('sets a pair aside that fails each time, and gives out those after it', async () => {
    const target = queues.target();
    const failing = before((texts) => {
      if (texts.some((text) => text.includes('number 1'))) throw new Error('out of paper');
    });
    await enqueuePairs(shortPairs(3), { ...target, attempts: 3, backoff: 10 });
    expect(await runWorker({ ...target, embedder: failing, untilDone: true })).toEqual({ completed: 2 });
    const error = { code: 'UNEXPECTED', message: 'out of paper' };
    expect((await resultsOf(target))[1]).toEqual({ id: 'pair 1', index: 1, status: 'failed', error });
    expect((await resultsOf(target)).map(({ status }) => status)).toEqual(['aligned', 'failed', 'aligned']);
    expect(await setAsideIn(target)).toEqual([{ id: 'pair 1', index: 1, error, attempts: 3, stalls: 0, time: expect.any(Number) }]);
    expect(await queueMetrics(target)).toMatchObject({ failed: 1, retried: 2, completed: 3, complete: true });
  });

  test('gives a pair that was set aside its result also where the worker died before it could', async () => {
    const target = queues.target();
    await enqueuePairs(shortPairs(2), { ...target, attempts: 1 });
    const failing = before(() => {
      throw new Error('out of paper');
    });
    await runWorker({ ...target, embedder: failing, untilDone: true });
    const redis = new Redis(target.connection);
    await redis.del(`palimpsest:{${target.queue}}:results`);
    redis.disconnect();
    expect(await queueMetrics(target)).toMatchObject({ failed: 2, completed: 0 });
    expect((await resultsOf(target)).map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(await queueMetrics(target)).toMatchObject({ completed: 2 });
  });

  test('gives the pair in hand back when it is interrupted, and another worker takes it at once', async () => {
    const target = queues.target();
    await enqueuePairs(shortPairs(2), target);
    const stop = new AbortController();
    const slow = before((_, signal) => new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))));
    const working = runWorker({ ...target, embedder: slow, signal: stop.signal });
    await until(async () => (await queueMetrics(target)).active === 1);
    stop.abort(new Error('interrupted'));
    await expect(working).rejects.toThrow('interrupted');
    expect(await queueMetrics(target)).toMatchObject({ waiting: 2, active: 0, completed: 0 });
    const began = Date.now();
    expect(await runWorker({ ...target, embedder, untilDone: true })).toEqual({ completed: 2 });
    expect(Date.now() - began).toBeLessThan(10_000); // no lock had to run out
    expect(await queueMetrics(target)).toMatchObject({ retried: 0, stalled: 0 });
  });

  test('ends a worker with what a listener of its throws', async () => {
    const target = queues.target();
    await enqueuePairs(shortPairs(2), target);
    const onResult = () => {
      throw new Error('no room for this');
    };
    await expect(runWorker({ ...target, embedder, onResult })).rejects.toThrow('no room for this');
    expect(await queueMetrics(target)).toMatchObject({ completed: 1, active: 0 });
  });

  test('goes on where it was when Redis is killed and comes back: enqueue, worker and collector wait', async () => {
    const target = queues.target();
    const pairs = shortPairs(120);
    const lines: string[] = [];
    const collecting = (async () => {
      for await (const { line } of collectResults(target)) lines.push(line);
    })();
    // a job whose delivery broke off with the connection is lost to everybody until its lock runs out
    const working = runWorker({ ...target, embedder, untilDone: true, lockDuration: 1000, stalledInterval: 300 });
    const enqueuing = enqueuePairs(pairs, { ...target, maxWaiting: 20 });
    for (const share of [20, 60]) {
      await until(() => lines.length >= share);
      await queues.redis.stop('SIGKILL');
      await new Promise((done) => setTimeout(done, 100));
      await queues.redis.start();
    }
    await Promise.all([enqueuing, working, collecting]);
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(pairs.map(({ id }) => id));
    expect(queues.notices.filter((notice) => /is gone; waiting for it/.test(notice)).length).toBeGreaterThanOrEqual(2);
    expect(queues.notices.filter((notice) => /is back$/.test(notice)).length).toBeGreaterThanOrEqual(2);
  });

  test('lets everybody stop while Redis is away', async () => {
    const target = queues.target();
    await enqueuePairs(shortPairs(2), target);
    const stop = new AbortController();
    const { signal } = stop;
    const all = [
      runWorker({ ...target, embedder: before(() => new Promise(() => {})), signal }),
      enqueuePairs(shortPairs(9), { ...target, maxWaiting: 1, signal }),
      (async () => {
        for await (const { index } of collectResults({ ...target, signal })) expect.unreachable(String(index));
      })(),
    ];
    const settled = Promise.allSettled(all);
    await until(async () => (await queueMetrics(target)).active === 1);
    await queues.redis.stop('SIGKILL');
    const began = Date.now();
    stop.abort(new Error('interrupted'));
    for (const result of await settled) expect(result).toMatchObject({ status: 'rejected', reason: { message: 'interrupted' } });
    expect(Date.now() - began).toBeLessThan(8000);
    await queues.redis.start();
  });
});

describe.skipIf(redisVersion === undefined)(`a pair that kills its workers${withoutRedis}`, () => {
  const queues = useQueues();
  let processes: Processes;
  beforeAll(async () => {
    processes = await buildProcesses();
  });
  afterAll(() => processes?.close());

  test('is set aside after the second, with its error, and all others are aligned', async () => {
    const target = queues.target();
    const pairs = shortPairs(8);
    const deadly = { id: 'deadly', source: 'This is DEADLY.', target: 'This is DEADLY.' };
    await enqueuePairs([...pairs.slice(0, 4), deadly, ...pairs.slice(4)], target);
    const signals: (NodeJS.Signals | null)[] = [];
    // one after another, as a supervisor does it
    while (signals.at(-1) !== null && signals.length < 6) {
      const { code, signal, err } = await processes.deadlyWorker(target.connection, target.queue, '1').ended;
      expect(signal === 'SIGKILL' || code === 0, err).toBe(true);
      signals.push(signal);
    }
    expect(signals).toEqual(['SIGKILL', 'SIGKILL', null]);
    const results = await resultsOf(target);
    expect(results.map(({ id, status }) => `${id} ${status}`)).toEqual([
      ...pairs.slice(0, 4).map(({ id }) => `${id} aligned`),
      'deadly failed',
      ...pairs.slice(4).map(({ id }) => `${id} aligned`),
    ]);
    expect(results[4]!.error).toEqual({ code: 'WORKER_LOST', message: 'Workers were lost with this pair 2 times' });
    expect(await setAsideIn(target)).toMatchObject([{ id: 'deadly', index: 4, error: { code: 'WORKER_LOST' }, stalls: 2 }]);
    expect(await queueMetrics(target)).toMatchObject({ failed: 1, stalled: 2, completed: 9, complete: true });
  });
});
