/** A Redis that cannot be used is told at once, in words, without the password. */
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AlignmentError } from '../../src/index.ts';
import { type QueueTarget, queueMetrics, type RedisConnection } from '../../src/queue/queue.ts';
import { rate } from '../../src/queue/queue-metrics.ts';
import { checkTarget } from '../../src/queue/queue-target.ts';
import { freePort, type RedisServer, redisVersion, startRedis, withoutRedis } from '../support/redis-server.ts';

describe('an address', () => {
  test.each([
    ['redis://localhost', { host: 'localhost', port: 6379, db: 0, tls: false }, 'redis://localhost:6379/0'],
    [
      'redis://me:se%40cret@h.example:7000/3',
      { host: 'h.example', port: 7000, username: 'me', password: 'se@cret', db: 3, tls: false },
      'redis://h.example:7000/3',
    ],
    ['rediss://:pw@10.0.0.1', { host: '10.0.0.1', port: 6379, password: 'pw', db: 0, tls: true }, 'rediss://10.0.0.1:6379/0'],
    ['redis://[::1]:6380/', { host: '::1', port: 6380, db: 0, tls: false }, 'redis://[::1]:6380/0'],
  ])('is read from %s, and shown without what is secret', (connection, address, shown) => {
    expect(checkTarget({ connection, queue: 'a' })).toMatchObject({ address, shown });
  });

  test.each([
    ['another protocol', 'http://:geheim@host'],
    ['no host', 'redis://'],
    ['no URL', 'geheim'],
    ['a database that is no number', 'redis://:geheim@host/zero'],
    ['a query', 'redis://:geheim@host/0?password=geheim'],
    ['a password that cannot be decoded', 'redis://:geheim%E0%A4%A@host'],
    ['an unknown part', { host: 'a', pasword: 'geheim' }],
    ['a port that is no port', { host: 'a', password: 'geheim', port: 70_000 }],
    ['a password that is no text', { password: { geheim: 1 } }],
    ['nothing', undefined],
    ['a list', ['geheim']],
  ])('with %s is refused without repeating what is secret', (_, connection) => {
    let error: unknown;
    try {
      checkTarget({ connection: connection as RedisConnection, queue: 'a' });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(AlignmentError);
    expect((error as AlignmentError).code).toMatch(/^OPTION_/);
    for (const told of [(error as Error).message, String((error as Error).cause)]) expect(told).not.toContain('geheim');
  });
});

describe('pairs per second', () => {
  const now = 1_000_000;
  test.each([
    ['nothing yet', [], 0],
    ['one result just now', [now], 1],
    ['ten in the last two seconds', Array.from({ length: 10 }, (_, i) => now - i * 200 - 200), 5],
    ['a thousand in the last ten seconds', Array.from({ length: 1000 }, (_, i) => now - (i + 1) * 10), 100],
    ['thirty in the last minute, more before', [...Array.from({ length: 30 }, (_, i) => now - i * 1000), now - 90_000], 0.5],
    ['none for a minute', [now - 61_000], 0],
  ])('with %s', (_, times, expected) => {
    expect(rate(times, now)).toBe(expected);
  });
});

describe.skipIf(redisVersion === undefined)(`a Redis that cannot be used${withoutRedis}`, () => {
  let redis: RedisServer;
  let silent: Server;
  let empty: number;
  beforeAll(async () => {
    redis = await startRedis({ requirepass: 'sesame', appendonly: 'no', 'maxmemory-policy': 'allkeys-lru' });
    silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    empty = await freePort();
  });
  afterAll(async () => {
    silent?.close();
    await redis?.remove();
  });
  const address = (path: string, secret = 'geheim'): string => `redis://:${secret}@127.0.0.1:${path}`;

  test.each([
    ['nothing listens there', () => address(String(empty)), /nothing listens there/],
    ['somebody listens who is no Redis', () => address(String((silent.address() as { port: number }).port)), /no answer within 1000 ms/],
    ['the password is wrong', () => address(String(redis.port)), /user name or password are refused \(WRONGPASS\)/],
    ['the password is missing', () => redis.url, /user name or password are refused \(NOAUTH\)/],
    ['there is no such database', () => address(`${redis.port}/99`, 'sesame'), /DB index is out of range/],
    ['there is no such host', () => 'redis://:geheim@nowhere.invalid', /no such host/],
  ])('because %s', async (_, connection, message) => {
    const began = Date.now();
    const error = await queueMetrics({ connection: connection(), queue: 'a', connectTimeout: 1000 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'QUEUE_UNREACHABLE', message: expect.stringMatching(message) });
    expect(Date.now() - began).toBeLessThan(5000);
    expect((error as Error).message).not.toMatch(/geheim|sesame/);
  });

  test('is told of when it would lose what it holds', async () => {
    const notices: string[] = [];
    const target: QueueTarget = {
      connection: address(String(redis.port), 'sesame'),
      queue: 'a',
      onNotice: (notice) => notices.push(notice),
    };
    expect(await queueMetrics(target)).toMatchObject({ pairs: 0, complete: false });
    expect(notices).toEqual([expect.stringContaining('without AOF'), expect.stringContaining('allkeys-lru')]);
    for (const notice of notices) expect(notice).not.toContain('sesame');
  });
});
