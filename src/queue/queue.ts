/**
 * The same alignment of many pairs on many machines: pairs wait in Redis, any number of workers take them, one collector writes the results.
 *
 * `palimpsest/queue` needs the optional peers `bullmq` and `ioredis`, and a Redis of 6.2 or later. Redis holds the texts while they wait: they
 * leave this machine only if the Redis that you name is elsewhere.
 *
 * @module palimpsest/queue
 */

export type { BeadFilter } from '../corpus/bead-line.ts';
export type {
  CorpusAlignOptions,
  CorpusError,
  CorpusErrorCode,
  CorpusPair,
  CorpusPairInput,
  UnreadablePair,
} from '../corpus/corpus-pair.ts';
export { AlignmentError, type ErrorCode } from '../errors.ts';
export { type CollectOptions, collectResults, dropResults } from './collect-results.ts';
export { type CollectFileOptions, type CollectProgress, type CollectSummary, collectToFile } from './collect-to-file.ts';
export { type EnqueueOptions, type EnqueueProgress, type EnqueueSummary, enqueuePairs } from './enqueue-pairs.ts';
export { type QueueMetrics, queueMetrics } from './queue-metrics.ts';
export type { QueueTarget, RedisAddress, RedisConnection } from './queue-target.ts';
export { removeQueue } from './remove-queue.ts';
export { type QueuedResult, runWorker, type WorkerOptions, type WorkerSummary } from './run-worker.ts';
export { listSetAside, type SetAsidePair } from './set-aside.ts';
