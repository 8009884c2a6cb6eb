/** Metrics of a queue. */
import type { Queue } from 'bullmq';
import { connectRedis, type RedisLink } from './connect-redis.ts';
import type { PairPayload } from './pair-job.ts';
import { isComplete, keyPrefix, type QueueStore, queueStore } from './queue-store.ts';
import { checkTarget, type QueueTarget } from './queue-target.ts';
import { openQueue } from './set-aside.ts';

/** The metrics. Plain JSON; ages and spans in milliseconds. */
export interface QueueMetrics {
  queue: string;
  /** Pairs ever enqueued. */
  pairs: number;
  /** Jobs that wait for a worker. */
  waiting: number;
  /** Jobs that workers are processing. */
  active: number;
  /** Jobs that wait for their next attempt. */
  delayed: number;
  /** Pairs with a result, failed ones included. */
  completed: number;
  /** Jobs set aside: see {@link listSetAside}. */
  failed: number;
  /** Failed attempts that were followed by another, except those of workers that died before counting them. */
  retried: number;
  /** Number of times a job was taken from a worker that had stopped renewing its lock. */
  stalled: number;
  /** Results collected and removed. */
  collected: number;
  /** Results over the last minute, at most the last thousand, per second. */
  pairsPerSecond: number;
  /** Age of the job that has waited longest; `null` when none waits. */
  oldestWaiting: number | null;
  /** Longest time that an active job has been with its worker. */
  oldestActive: number | null;
  /** Whether an enqueue is in progress. */
  enqueuing: boolean;
  /** Whether every pair has its result and no enqueue is in progress. */
  complete: boolean;
  /** The model that the workers share, `null` before the first. */
  model: string | null;
}

/**
 * Read the metrics of a queue.
 *
 * @throws {@link AlignmentError} `QUEUE_UNREACHABLE`, `RUNTIME_MISSING`, `OPTION_INVALID`.
 */
export async function queueMetrics(queueTarget: QueueTarget): Promise<QueueMetrics> {
  const target = checkTarget(queueTarget);
  const link = await connectRedis(target);
  try {
    return await readMetrics(link, queueStore(link, target.queue), openQueue(link, target.queue), target.queue);
  } finally {
    link.close();
  }
}

/** The metrics, over an open connection. @internal */
export async function readMetrics(link: RedisLink, store: QueueStore, queue: Queue<PairPayload>, name: string): Promise<QueueMetrics> {
  const counts = await link.persist(() => queue.getJobCounts('waiting', 'active', 'delayed', 'failed'));
  const state = await store.state();
  const now = await serverTime(link);
  const { pairs, done, dropped, retried, stalled, isOpen } = state;
  return {
    queue: name,
    pairs,
    waiting: counts.waiting ?? 0,
    active: counts.active ?? 0,
    delayed: counts.delayed ?? 0,
    completed: done,
    failed: counts.failed ?? 0,
    retried,
    stalled,
    collected: dropped,
    pairsPerSecond: rate(await store.finished(), now),
    oldestWaiting: await oldest(link, name, 'wait', 'timestamp', -1, now),
    oldestActive: await oldest(link, name, 'active', 'processedOn', 0, now),
    enqueuing: isOpen,
    complete: isComplete(state),
    model: (await store.read('model')) ?? null,
  };
}

const MINUTE = 60_000;

/** Results per second within the last minute. `times`: newest first. */
export function rate(times: readonly number[], now: number): number {
  const recent = times.filter((time) => time > now - MINUTE);
  if (recent.length === 0) return 0;
  // a full list reaches back to its oldest entry, a shorter one over the whole minute or since the first result ever
  const span = recent.length === times.length ? now - times.at(-1)! : MINUTE;
  return Math.round((recent.length / Math.max(span, 1000)) * 1e5) / 100;
}

async function serverTime({ client, persist }: RedisLink): Promise<number> {
  const [seconds, microseconds] = await persist(() => client.time());
  return Number(seconds) * 1000 + Math.floor(Number(microseconds) / 1000);
}

/** Age of the oldest job in a list of BullMQ's: the last that waits, or any of the active ones, which are few. */
async function oldest(
  { client, persist }: RedisLink,
  name: string,
  list: 'wait' | 'active',
  field: 'timestamp' | 'processedOn',
  from: number,
  now: number,
): Promise<number | null> {
  const prefix = `${keyPrefix(name)}:jobs:`;
  const ids = await persist(() => client.lrange(`${prefix}${list}`, from, -1));
  const times = await Promise.all(ids.map((id) => persist(() => client.hget(prefix + id, field))));
  const known = times.filter((time) => time !== null).map(Number);
  return known.length === 0 ? null : Math.max(0, now - Math.min(...known));
}
