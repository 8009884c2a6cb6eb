/** A thousand pairs, three workers, and accidents, one more than in accidents.test.ts: the collector is killed too. */
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
    const run = await accidentRun(1000, 6, redis, processes, { killCollector: true });
    expect(run.ended.map(({ code, signal }) => signal ?? code)).toEqual(['SIGKILL', 'SIGKILL', 0, 0, 0, 0]);
    expect(run.output).toBe(run.expected);
    for (const done of run.accidents) expect(done).toBeLessThan(1000);
    expect(run.metrics).toMatchObject({ pairs: 1000, completed: 1000, collected: 1000, failed: 0, complete: true });
  });
});
