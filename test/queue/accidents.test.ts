/** Sixty pairs, three workers, and accidents. The long form, with a thousand, is in accidents.slow.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RedisServer, redisVersion, startRedis, withoutRedis } from '../support/redis-server.ts';
import { accidentRun } from './support/accident-run.ts';
import { buildProcesses, type Processes } from './support/processes.ts';

describe.skipIf(redisVersion === undefined)(`three workers, one of them killed, and a Redis that crashes${withoutRedis}`, () => {
  let redis: RedisServer;
  let processes: Processes;
  beforeAll(async () => {
    redis = await startRedis();
    processes = await buildProcesses();
  });
  afterAll(async () => {
    await processes?.close();
    await redis?.remove();
  });

  test('leave every pair exactly once in the output, byte for byte as one process does', async () => {
    const run = await accidentRun(60, 3, redis, processes, { killCollector: false });
    expect(run.ended.map(({ code, signal }) => signal ?? code)).toEqual(['SIGKILL', 0, 0, 0, 0]);
    expect(run.output).toBe(run.expected);
    for (const done of run.accidents) expect(done).toBeLessThan(60);
    expect(run.metrics).toMatchObject({ pairs: 60, completed: 60, collected: 60, failed: 0, complete: true });
  }, 120_000);
});
