/**
 * Pairs that are set aside: those whose workers died each time, or that failed each time with an error not caused by the pair.
 *
 * BullMQ keeps their jobs with their texts in its failed set until the queue is removed. Their result is a `failed` line, so that later
 * results are not delayed.
 */
import type { Job, Queue } from 'bullmq';
import type { CorpusError } from '../corpus/corpus-pair.ts';
import { connectRedis, type RedisLink } from './connect-redis.ts';
import { failedLine, type PairPayload } from './pair-job.ts';
import { JOBS, keyPrefix, type QueueStore } from './queue-store.ts';
import { checkTarget, type QueueTarget } from './queue-target.ts';

/** A pair that was set aside. */
export interface SetAsidePair {
  readonly id: string;
  /** Position in the output, from 0. */
  readonly index: number;
  /** `WORKER_LOST` when its workers died; `UNEXPECTED` when it failed each time. */
  readonly error: CorpusError;
  /** Number of failed attempts. */
  readonly attempts: number;
  /** Number of workers that died or were lost with it. */
  readonly stalls: number;
  /** Time at which it was set aside, milliseconds since 1970. */
  readonly time: number;
}

/**
 * List the pairs that were set aside, the latest first.
 *
 * @throws {@link AlignmentError} `QUEUE_UNREACHABLE`, `RUNTIME_MISSING`, `OPTION_INVALID`.
 */
export async function* listSetAside(queueTarget: QueueTarget): AsyncGenerator<SetAsidePair> {
  const target = checkTarget(queueTarget);
  const link = await connectRedis(target);
  try {
    const queue = openQueue(link, target.queue);
    for await (const job of failedJobs(link, queue)) yield describeJob(job);
  } finally {
    link.close();
  }
}

/** The jobs of a queue, on a connection that the caller owns. @internal */
export function openQueue({ bull, client }: RedisLink, name: string): Queue<PairPayload> {
  const queue = new bull.Queue<PairPayload>(JOBS, {
    connection: client,
    prefix: keyPrefix(name),
    skipVersionCheck: true,
    streams: { events: { maxLen: 100 } },
  });
  queue.on('error', () => {}); // a lost connection is reported as a notice, other errors are thrown by the calls
  return queue;
}

/** An error that makes BullMQ retry the job. Its message is kept in the job, and in the result when the pair is set aside. */
export class RetryError extends Error {
  override readonly name = 'RetryError';

  constructor({ code, message }: CorpusError, options?: { cause?: unknown }) {
    super(`${code}: ${message}`, options);
  }
}

/** Give a pair that was set aside its result, unless it has one. `false`: the job is not set aside. @internal */
export async function settleSetAside(
  link: RedisLink,
  store: QueueStore,
  queue: Queue<PairPayload>,
  key: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const job = await link.persist(() => queue.getJob(key), signal);
  if (!job || !(await link.persist(() => job.isFailed(), signal))) return false;
  await settleJob(store, job, signal);
  return true;
}

/** The same for all of a queue. @internal */
export async function settleAllSetAside(link: RedisLink, store: QueueStore, queue: Queue<PairPayload>): Promise<void> {
  for await (const job of failedJobs(link, queue)) await settleJob(store, job);
}

async function settleJob(store: QueueStore, job: Job<PairPayload>, signal?: AbortSignal): Promise<void> {
  const { id, position } = job.data;
  await store.store(position, failedLine(id, position, describeJob(job).error), signal);
}

/** One by one, since each may hold a payload of megabytes. */
async function* failedJobs(link: RedisLink, queue: Queue<PairPayload>): AsyncGenerator<Job<PairPayload>> {
  for (let index = 0; ; index++) {
    const [job] = await link.persist(() => queue.getFailed(index, index));
    if (!job) return;
    yield job;
  }
}

function describeJob(job: Job<PairPayload>): SetAsidePair {
  const { id, position } = job.data;
  const stalls = job.stalledCounter;
  const told = /^(UNEXPECTED|WORKER_LOST): (.*)$/s.exec(job.failedReason ?? '');
  const error: CorpusError = told
    ? { code: told[1] as CorpusError['code'], message: told[2]! }
    : { code: 'WORKER_LOST', message: stalls > 0 ? `Workers were lost with this pair ${stalls} times` : String(job.failedReason) };
  return { id, index: position, error, attempts: job.attemptsMade, stalls, time: job.finishedOn ?? 0 };
}
