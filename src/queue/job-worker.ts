/**
 * Processes the jobs of a worker.
 *
 *     job → has a result? ──yes──────────────────────────────┐
 *       └─no→ align ─┬─ aligned, or the pair's own fault → store → job done
 *                    ├─ anything else → again after 1 s, 2 s, 4 s … → set aside
 *                    ├─ this worker can align nothing → back to the queue, and the worker ends
 *                    └─ worker dies, or stops renewing its lock → another takes it → after too many deaths: set aside
 *
 * Delivery is at least once: a line is stored before its job is completed, and storing it again changes nothing.
 */
import type { Job, Worker } from 'bullmq';
import { writeBeadLine } from '../corpus/bead-line.ts';
import type { CorpusResult } from '../corpus/corpus-pair.ts';
import { isConnectionError, type RedisLink, within } from './connect-redis.ts';
import type { PairPayload } from './pair-job.ts';
import type { QueueAligner } from './queue-aligner.ts';
import { type QueueConfig, readConfig } from './queue-config.ts';
import { JOBS, keyPrefix, type QueueStore } from './queue-store.ts';
import type { CheckedTarget } from './queue-target.ts';
import { openQueue, RetryError, settleSetAside } from './set-aside.ts';

/** Dependencies and settings of a worker. */
export interface WorkerTools {
  readonly link: RedisLink;
  readonly store: QueueStore;
  readonly aligner: QueueAligner;
  readonly target: CheckedTarget;
  readonly concurrency: number;
  readonly lockDuration: number;
  readonly stalledInterval: number;
  readonly maxStalls: number;
  /** When aborted, active jobs return to the queue. */
  readonly signal: AbortSignal;
  readonly onResult: (position: number, line: string) => void;
  /** End the worker with an error. */
  readonly fail: (error: unknown) => void;
}

/** Start taking jobs. */
export function startWorker(tools: WorkerTools): Worker<PairPayload> {
  const { link, store, target, concurrency, lockDuration, stalledInterval, maxStalls, signal } = tools;
  const worker = new link.bull.Worker<PairPayload>(JOBS, jobProcessor(tools), {
    connection: link.client,
    prefix: keyPrefix(target.queue),
    skipVersionCheck: true,
    concurrency,
    lockDuration,
    stalledInterval,
    maxStalledCount: maxStalls,
    runRetryDelay: 500, // after a lost connection
    drainDelay: 1,
  });
  worker.on('error', (error) => {
    // a command repeated after a lost connection may find its work done
    if (!isConnectionError(error) && !/^Missing (lock|key)/.test(error.message)) target.onNotice(error.message);
  });
  worker.on('stalled', () => void store.count('stalled', 1).catch(() => {}));
  const queue = openQueue(link, target.queue);
  worker.on('failed', (job) => {
    if (!job || signal.aborted) return;
    const told = job.finishedOn === undefined ? store.count('retried', 1) : settleSetAside(link, store, queue, job.id!);
    told.catch(() => {}); // the collector also finds jobs that were set aside
  });
  return worker;
}

/** Longest wait for active jobs to return to the queue, in milliseconds. If Redis is unreachable, their locks expire instead. */
const CLOSE_TIMEOUT = 3000;

/** Stop taking jobs and close the connection. */
export async function closeWorker(worker: Worker<PairPayload>, link: RedisLink): Promise<void> {
  await within(
    CLOSE_TIMEOUT,
    worker.close().catch(() => {}),
  );
  link.close();
  void worker.disconnect().catch(() => {}); // never resolves where Redis is unreachable
}

function jobProcessor({ link, store, aligner, target, signal, onResult, fail }: WorkerTools) {
  let config: QueueConfig | undefined;

  const align = async ({ id, position, pair }: PairPayload): Promise<CorpusResult> => {
    config ??= await readConfig(store, signal);
    if (!config) throw new Error(`The queue \`${target.queue}\` has jobs and no configuration`);
    return { ...(await aligner.align(pair, position, config.options, signal)), id };
  };

  return async (job: Job<PairPayload>, token?: string): Promise<null> => {
    const { position } = job.data;
    let result: CorpusResult;
    try {
      signal.throwIfAborted();
      if (await store.has(position, signal)) return null;
      result = await align(job.data);
    } catch (error) {
      if (!signal.aborted) fail(error);
      return release(job, token, link);
    }
    if (result.status === 'failed' && isWorthRetrying(result)) throw new RetryError(result.error);
    const line = writeBeadLine(result, config?.filter);
    try {
      if (!(await store.store(position, line, signal))) return null;
    } catch (error) {
      if (signal.aborted) return release(job, token, link);
      throw new RetryError({ code: 'UNEXPECTED', message: (error as Error).message }, { cause: error });
    }
    try {
      onResult(position, line);
    } catch (error) {
      fail(error);
    }
    return null;
  };
}

/** Whether a result is an error that need not be caused by the pair. @internal */
export function isWorthRetrying(result: CorpusResult): boolean {
  return result.status === 'failed' && (result.error.code === 'UNEXPECTED' || result.error.code === 'WORKER_LOST');
}

/** Returns the job to the front of the queue. */
async function release(job: Job<PairPayload>, token: string | undefined, { bull }: RedisLink): Promise<never> {
  await job.moveToWait(token);
  throw new bull.WaitingError();
}
