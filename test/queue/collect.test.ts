/** The file that results are collected into holds each exactly once, whatever happened before. */
import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../bench/align-random.ts';
import { alignCorpus, writeBeadLine } from '../../src/index.ts';
import { collectToFile, enqueuePairs, type QueueTarget, queueMetrics, runWorker } from '../../src/queue/queue.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { redisVersion, withoutRedis } from '../support/redis-server.ts';
import { shortPairs, useQueues } from './support/test-queue.ts';

const embedder = createHashingEmbedder();

async function expectedLines(count: number): Promise<string> {
  let lines = '';
  for await (const result of alignCorpus(shortPairs(count), { embedder })) lines += writeBeadLine(result);
  return lines;
}

async function finished(target: QueueTarget, count: number): Promise<void> {
  await enqueuePairs(shortPairs(count), target);
  await runWorker({ ...target, embedder, untilDone: true });
}

describe.skipIf(redisVersion === undefined)(`collecting into a file${withoutRedis}`, () => {
  const queues = useQueues();
  const fileOf = ({ queue }: QueueTarget): string => join(queues.folder, `${queue}.jsonl`);

  test('gives the file its name when it is whole, and takes the results out of Redis', async () => {
    const target = queues.target();
    const path = fileOf(target);
    await finished(target, 20);
    expect(await collectToFile({ ...target, path })).toEqual({ lines: 20, added: 20, complete: true });
    expect(existsSync(`${path}.part`)).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe(await expectedLines(20));
    expect(await queueMetrics(target)).toMatchObject({ collected: 20 });
    expect(await collectToFile({ ...target, path })).toEqual({ lines: 20, added: 0, complete: true });
  });

  test('goes on with a file that was whole when more was enqueued', async () => {
    const target = queues.target();
    const path = fileOf(target);
    await finished(target, 3);
    await collectToFile({ ...target, path });
    await finished(target, 8);
    expect(await collectToFile({ ...target, path })).toEqual({ lines: 8, added: 5, complete: true });
    expect(readFileSync(path, 'utf8')).toBe(await expectedLines(8));
  });

  test('without waiting, leaves what there is under the name of a part', async () => {
    const target = queues.target();
    const path = fileOf(target);
    await enqueuePairs(shortPairs(5), target);
    let count = 0;
    const stop = new AbortController();
    const onResult = () => {
      if (++count === 2) stop.abort(new Error('enough'));
    };
    await expect(runWorker({ ...target, embedder, onResult, signal: stop.signal })).rejects.toThrow('enough');
    expect(await collectToFile({ ...target, path, wait: false })).toEqual({ lines: 2, added: 2, complete: false });
    expect(existsSync(path)).toBe(false);
    expect((await expectedLines(2)).startsWith(readFileSync(`${path}.part`, 'utf8'))).toBe(true);
  });

  test('killed at any byte before or after results were removed, it goes on without a gap or a double', async () => {
    const expected = await expectedLines(12);
    const random = createRandom(7);
    for (let round = 0; round < 4; round++) {
      const target = queues.target();
      const path = fileOf(target);
      await finished(target, 12);
      // killed after it wrote some bytes, and before it removed the results: the file has a part of what Redis still has
      writeFileSync(`${path}.part`, expected.slice(0, random.below(expected.length)));
      expect(await collectToFile({ ...target, path })).toMatchObject({ lines: 12, complete: true });
      expect(readFileSync(path, 'utf8'), `round ${round}`).toBe(expected);
    }
  });

  test('stopped and started again and again while workers work, it ends with every pair once', async () => {
    const target = queues.target();
    const path = fileOf(target);
    const enqueuing = enqueuePairs(shortPairs(80), { ...target, maxWaiting: 10 });
    const working = runWorker({ ...target, embedder, untilDone: true });
    let stops = 0;
    for (let complete = false; !complete; ) {
      const stop = new AbortController();
      const start = stops * 10;
      const onProgress = ({ collected }: { collected: number }) => {
        if (collected >= start + 10 && collected < 80) stop.abort(new Error('stopped'));
      };
      const outcome = await collectToFile({ ...target, path, signal: stop.signal, onProgress }).catch((error: Error) => error);
      if (outcome instanceof Error) expect(outcome.message).toBe('stopped');
      else complete = outcome.complete;
      stops++;
    }
    await Promise.all([enqueuing, working]);
    expect(stops).toBeGreaterThan(2);
    expect(readFileSync(path, 'utf8')).toBe(await expectedLines(80));
  });

  test.each([
    [
      'a line of another queue',
      (path: string) => writeFileSync(`${path}.part`, '{"id":"stranger","index":0}\n'),
      /does not hold the results/,
    ],
    ['a line that is no result', (path: string) => writeFileSync(`${path}.part`, 'Dear diary\n'), /does not hold the results/],
    ['results in another order', (path: string) => writeFileSync(path, '{"id":"pair 2","index":2}\n'), /does not hold the results/],
    [
      'both a whole file and a part',
      (path: string) => {
        writeFileSync(path, '');
        writeFileSync(`${path}.part`, '');
      },
      /both/,
    ],
  ])('refuses to go on with %s, and leaves it as it was', async (_, prepare, message) => {
    const target = queues.target();
    const path = fileOf(target);
    await finished(target, 3);
    prepare(path);
    const before = [path, `${path}.part`].map((name) => existsSync(name) && readFileSync(name, 'utf8'));
    await expect(collectToFile({ ...target, path })).rejects.toMatchObject({
      code: 'FORMAT_INVALID',
      message: expect.stringMatching(message),
    });
    expect([path, `${path}.part`].map((name) => existsSync(name) && readFileSync(name, 'utf8'))).toEqual(before);
    expect(await queueMetrics(target)).toMatchObject({ completed: 3, collected: 0 });
  });

  test('refuses a new file when results were collected into another', async () => {
    const target = queues.target();
    const path = fileOf(target);
    await finished(target, 3);
    await collectToFile({ ...target, path });
    const other = { ...target, path: `${path}-other` };
    await expect(collectToFile(other)).rejects.toMatchObject({ code: 'FORMAT_INVALID', message: expect.stringContaining('3 of') });
    truncateSync(path, readFileSync(path).lastIndexOf('{"id"'));
    await expect(collectToFile({ ...target, path })).rejects.toMatchObject({ code: 'FORMAT_INVALID' });
  });

  test('refuses a second collector while one is at work, and an output that changes under it', async () => {
    const target = queues.target();
    const path = fileOf(target);
    await finished(target, 1);
    const stop = new AbortController();
    let isAtWork = () => {};
    const atWork = new Promise<void>((resolve) => {
      isAtWork = resolve;
    });
    // one more pair is to come, so it waits
    await enqueuePairs(shortPairs(2), target);
    const first = collectToFile({ ...target, path, signal: stop.signal, onProgress: ({ collected }) => collected === 1 && isAtWork() });
    first.catch(() => {});
    await atWork;
    await expect(collectToFile({ ...target, path: `${path}-second` })).rejects.toMatchObject({
      code: 'FORMAT_INVALID',
      message: expect.stringContaining('another call'),
    });
    appendFileSync(`${path}.part`, 'scribble\n');
    await runWorker({ ...target, embedder, untilDone: true });
    await expect(first).rejects.toMatchObject({ code: 'FORMAT_INVALID', message: expect.stringContaining('changed by someone else') });
  });

  test('passes on what the file system says', async () => {
    const target = queues.target();
    await finished(target, 1);
    await expect(collectToFile({ ...target, path: join(queues.folder, 'no', 'such', 'folder.jsonl') })).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(await queueMetrics(target)).toMatchObject({ completed: 1, collected: 0 });
  });
});
