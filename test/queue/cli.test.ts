/** The commands about queues, end to end, with the built-in model. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { enqueuePairs, type QueueMetrics, queueMetrics } from '../../src/queue/queue.ts';
import { memoryIo } from '../cli/support/memory-io.ts';
import { freePort, redisVersion, withoutRedis } from '../support/redis-server.ts';
import { syntheticPair } from '../support/synthetic-corpus.ts';
import { buildProcesses, type Processes, until } from './support/processes.ts';
import { shortPairs, useQueues } from './support/test-queue.ts';

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = memoryIo();
  const code = await runCli(argv, io, '1.2.3');
  return { code, out: io.out, err: io.err };
}

describe('wrong use', () => {
  test.each([
    ['no address', ['queue', '--queue', 'a'], /--redis .*PALIMPSEST_REDIS/],
    ['no queue', ['work', '--redis', 'redis://:geheim@127.0.0.1'], /--queue/],
    ['no output', ['collect', '--redis', 'redis://:geheim@127.0.0.1', '--queue', 'a'], /--out/],
    ['an address that is none', ['work', '--redis', 'http://:geheim@127.0.0.1', '--queue', 'a'], /expected redis:\/\//],
    ['a name that is none', ['work', '--redis', 'redis://:geheim@127.0.0.1', '--queue', 'a:b'], /--queue/],
    ['no worker at all', ['work', '--redis', 'redis://:geheim@127.0.0.1', '--queue', 'a', '--concurrency', '0'], /whole number/],
    ['a lock of nothing', ['work', '--redis', 'redis://:geheim@127.0.0.1', '--queue', 'a', '--lock', '0'], /seconds/],
    [
      'two things at once',
      ['queue', '--redis', 'redis://:geheim@127.0.0.1', '--queue', 'a', '--remove', '--set-aside'],
      /exclude each other/,
    ],
    ['an input of no known kind', ['enqueue', 'package.json', '--redis', 'redis://:geheim@127.0.0.1', '--queue', 'a'], /--from/],
  ])('with %s ends with 2, and says so', async (_, argv, message) => {
    const { code, out, err } = await run(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).not.toContain('geheim');
  });

  test('a Redis that is not there ends every command with 1, and the password stays unsaid', async () => {
    const port = await freePort();
    const target = ['--redis', `redis://me:geheim@127.0.0.1:${port}`, '--queue', 'a'];
    const folder = mkdtempSync(join(tmpdir(), 'palimpsest-queue-'));
    const input = join(folder, 'pairs.jsonl');
    writeFileSync(input, '');
    for (const argv of [
      ['enqueue', input],
      ['work'],
      ['collect', '--out', `${input}.out`],
      ['queue'],
      ['queue', '--set-aside'],
      ['queue', '--remove'],
    ]) {
      const { code, out, err } = await run(...argv, ...target);
      expect([code, out], argv[0]!).toEqual([1, '']);
      expect(err).toBe(`palimpsest: Redis at redis://127.0.0.1:${port}/0 cannot be used: nothing listens there (ECONNREFUSED)\n`);
    }
    expect(readdirSync(folder)).toEqual(['pairs.jsonl']);
    rmSync(folder, { recursive: true });
  });

  test('help says where texts go', async () => {
    for (const command of ['enqueue', 'work', 'collect', 'queue']) {
      const { code, out } = await run(command, '--help');
      expect(code).toBe(0);
      expect(out).toContain('Redis holds the texts while they wait');
    }
  });
});

describe.skipIf(redisVersion === undefined)(`enqueue, work, collect and queue${withoutRedis}`, () => {
  const queues = useQueues();
  let processes: Processes;
  beforeAll(async () => {
    processes = await buildProcesses();
  });
  afterAll(() => processes?.close());

  test('give the very bytes that corpus gives, from the same input and filters', async () => {
    const { connection, queue } = queues.target();
    const target = ['--redis', connection, '--queue', queue];
    const input = join(queues.folder, 'pairs.jsonl');
    const path = join(queues.folder, 'beads.jsonl');
    const filters = ['--min-confidence', '0.2', '--no-skips', '--languages', 'en,id'];
    const pairs = Array.from({ length: 6 }, (_, seed) => JSON.stringify(syntheticPair(seed, 4)));
    writeFileSync(input, `${pairs.slice(0, 3).join('\n')}\nno JSON\n${pairs.slice(3).join('\n')}\n`);

    expect(await run('enqueue', input, ...filters, ...target)).toEqual({ code: 0, out: '', err: 'enqueued 7 pairs, 1 failed at once\n' });
    expect((await run('enqueue', input, ...filters, ...target)).err).toBe('enqueued 0 pairs, 7 were there before, 1 failed at once\n');
    const worked = await run('work', '--until-done', '--metrics', '0.5', ...target);
    expect([worked.code, worked.err]).toEqual([0, 'aligned 6 pairs\n']);
    const numbers = worked.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as QueueMetrics);
    expect(numbers.at(-1)).toMatchObject({ queue, pairs: 7, completed: 7, waiting: 0, active: 0, complete: true });
    expect(await run('collect', '--out', path, ...target)).toEqual({ code: 0, out: '', err: `wrote ${path}: 7 pairs\n` });

    const corpus = await run('corpus', input, '--workers', '0', ...filters);
    expect(corpus.code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(corpus.out);
    const { out } = await run('queue', ...target);
    expect(JSON.parse(out)).toMatchObject({ collected: 7, failed: 0 });
    expect(await run('queue', '--set-aside', ...target)).toEqual({ code: 0, out: '', err: '' });
    expect((await run('queue', '--remove', ...target)).err).toBe(`removed the queue ${queue}\n`);
    expect(await queueMetrics({ connection, queue })).toMatchObject({ pairs: 0 });
  });

  test('without waiting, collect says what is still to come', async () => {
    const { connection, queue } = queues.target();
    await enqueuePairs(shortPairs(1), { connection, queue });
    const path = join(queues.folder, 'early.jsonl');
    const { code, err } = await run('collect', '--no-wait', '--out', path, '--redis', connection, '--queue', queue);
    expect([code, err]).toEqual([0, `${path}.part has 0 pairs, 0 of them new; more are to come\n`]);
  });

  test('collect says in words why it cannot write, and takes nothing away', async () => {
    const { connection, queue } = queues.target();
    await enqueuePairs([{ source: 'A house.', target: '' }], { connection, queue, maxPairBytes: 10 }); // fails at once: a result to collect
    const path = join(queues.folder, 'nowhere', 'beads.jsonl');
    const { code, out, err } = await run('collect', '--out', path, '--redis', connection, '--queue', queue);
    expect([code, out, err]).toEqual([1, '', `palimpsest: cannot write ${path}.part: there is no such folder\n`]);
    expect(await queueMetrics({ connection, queue })).toMatchObject({ completed: 1, collected: 0 });
  });

  test('Ctrl-C ends each with 130 and says what is left; the pair in hand goes back', async () => {
    const { connection, queue } = queues.target();
    const target = ['--redis', connection, '--queue', queue];
    const input = join(queues.folder, 'many.jsonl');
    const path = join(queues.folder, 'many-beads.jsonl');
    writeFileSync(input, Array.from({ length: 600 }, (_, seed) => `${JSON.stringify(syntheticPair(seed, 15))}\n`).join(''));
    const started = [
      processes.cli('enqueue', input, '--max-waiting', '10', ...target),
      processes.cli('work', '--concurrency', '2', ...target),
      processes.cli('collect', '--out', path, ...target),
    ];
    const metrics = () => queueMetrics({ connection, queue });
    await until(async () => (await metrics()).collected >= 4);
    for (const { child } of started) child.kill('SIGINT');
    const ended = await Promise.all(started.map((running) => running.ended));
    expect(ended.map(({ code }) => code)).toEqual([130, 130, 130]);
    expect(ended[0]!.err).toContain('interrupted; what is in the queue stays there');
    expect(ended[1]!.err).toMatch(/interrupted; \d+ pairs were aligned, the pair in hand is back in the queue/);
    expect(ended[2]!.err).toContain(`interrupted; what was collected is in ${path}.part`);
    const { pairs, waiting, active, completed } = await metrics();
    expect(active).toBe(0);
    expect(waiting).toBeGreaterThanOrEqual(pairs - completed); // a job may go back between its result and its end
  });
});
