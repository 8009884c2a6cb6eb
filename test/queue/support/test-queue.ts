/** A queue on a Redis of the test file's own, and pairs to put into it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import type { CorpusPair } from '../../../src/index.ts';
import type { QueueTarget } from '../../../src/queue/queue.ts';
import { type RedisServer, startRedis } from '../../support/redis-server.ts';

/** What a test file has. */
export interface TestQueues {
  readonly redis: RedisServer;
  /** A folder that goes away. */
  readonly folder: string;
  /** Another queue at each call; what it notices is in `notices`. */
  target(): QueueTarget & { readonly connection: string };
  readonly notices: string[];
}

/** Start before the tests, stop after them. */
export function useQueues(): TestQueues {
  vi.setConfig({ testTimeout: 120_000 }); // seconds, where the processor is idle
  const state: { redis?: RedisServer; folder?: string } = {};
  const notices: string[] = [];
  let count = 0;
  beforeAll(async () => {
    state.redis = await startRedis();
    state.folder = mkdtempSync(join(tmpdir(), 'palimpsest-queue-'));
  });
  afterAll(async () => {
    await state.redis?.remove();
    if (state.folder) rmSync(state.folder, { recursive: true, force: true });
  });
  return {
    get redis() {
      return state.redis!;
    },
    get folder() {
      return state.folder!;
    },
    notices,
    target: () => ({ connection: state.redis!.url, queue: `queue-${++count}`, onNotice: (notice) => notices.push(notice) }),
  };
}

/** Pairs of two short sentences, with the ids `pair 0`, `pair 1`, … */
export function shortPairs(count: number): (CorpusPair & { readonly id: string })[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `pair ${i}`,
    source: { text: `House number ${i} is old. Its roof is red.`, language: 'en' },
    target: { text: `House number ${i} is old. Its roof is red.`, language: 'id' },
  }));
}
