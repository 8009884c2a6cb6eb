/**
 * One worker: takes pairs from the queue, aligns them, leaves their lines in Redis.
 *
 *     job → has a result? ──yes──────────────────────────────┐
 *       └─no→ align ─┬─ aligned, or the pair's own fault → store → job done
 *                    ├─ anything else → again after 1 s, 2 s, 4 s … → set aside
 *                    └─ worker dies, or gives no sign → another takes it → dies too, too often → set aside
 *
 * Delivery is at least once: a line is stored before its job is done, and storing it again changes nothing.
 */
import type { Job, Worker } from 'bullmq';
import { writeBeadLine } from '../corpus/bead-line.ts';
import { alignCorpusPair } from '../corpus/corpus-pair.ts';
import { createEmbedder } from '../embed/create-embedder.ts';
import type { Embedder } from '../types.ts';
import { connectRedis, isConnectionError, pause, type RedisLink } from './connect-redis.ts';
import type { PairPayload } from './pair-job.ts';
import { type QueueConfig, readConfig, settleModel } from './queue-config.ts';
import { type QueueMetrics, readMetrics } from './queue-metrics.ts';
import { isComplete, JOBS, keyPrefix, type QueueStore, queueStore } from './queue-store.ts';
import { type CheckedTarget, checkInteger, checkTarget, type QueueTarget } from './queue-target.ts';
import { openQueue, RetryError, settleAllSetAside, settleSetAside } from './set-aside.ts';

/** What {@link runWorker} may be told. */
export interface WorkerOptions extends QueueTarget {
  /** Pairs at once. One thread aligns them all: more than one only fills the time in which an embedder waits. @defaultValue 1 */
  readonly concurrency?: number;
  /** All workers of a queue need the same model. @defaultValue the built-in model */
  readonly embedder?: Embedder;
  /** End when every enqueued pair has its result and no enqueue is under way. @defaultValue false: work until the signal */
  readonly untilDone?: boolean;
  /** Milliseconds without a sign after which a worker loses its jobs. Signs are given every quarter of it. @defaultValue 30,000 */
  readonly lockDuration?: number;
  /** Milliseconds between two searches for jobs of lost workers; it takes up to two to find one. @defaultValue 15,000 */
  readonly stalledInterval?: number;
  /** How often a pair may lose its worker before it is set aside. @defaultValue 3 */
  readonly maxStalls?: number;
  /** Called for each result that this worker added. A throw from here ends the call. */
  readonly onResult?: (result: QueuedResult) => void;
  /** Called every `metricsInterval`, and at the end. */
  readonly onMetrics?: (metrics: QueueMetrics) => void;
  /** Milliseconds. @defaultValue 10,000 */
  readonly metricsInterval?: number;
  /** Stops the worker: the pair in hand goes back to the queue at once, and the call rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}

/** A result in its place. */
export interface QueuedResult {
  /** Position in the output, from 0. */
  readonly index: number;
  /** One line of JSON with its line feed, as `writeBeadLine` makes it. */
  readonly line: string;
}

/** What a worker did. */
export interface WorkerSummary {
  /** Results that it added. */
  readonly completed: number;
}

/** Longest wait for Redis to take leave of it, in milliseconds. */
const FAREWELL = 3000;

/**
 * Work on a queue until the signal, or with `untilDone` until all is done.
 *
 * When Redis goes away the worker waits for it. A pair's own fault is its result; other faults are tried again, with growing pauses.
 *
 * @throws {@link AlignmentError} `QUEUE_UNREACHABLE`, `RUNTIME_MISSING`, `OPTION_INVALID`; `MODEL_INVALID` when other workers of the queue have
 * another model; the reason of the signal.
 */
export async function runWorker(workerOptions: WorkerOptions): Promise<WorkerSummary> {
  const target = checkTarget(workerOptions);
  const settings = checkSettings(workerOptions);
  const { signal, onResult = () => {}, onMetrics } = workerOptions;
  signal?.throwIfAborted();

  const link = await connectRedis(target);
  let completed = 0;
  try {
    const embedder = workerOptions.embedder ?? (await createEmbedder());
    const store = queueStore(link, target.queue);
    await settleModel(store, target.queue, embedder, signal);
    const stop = new AbortController();
    const failure: { error?: unknown } = {};
    const fail = (error: unknown): void => {
      failure.error ??= error;
      stop.abort(error);
    };
    const onAbort = (): void => stop.abort(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    const worker = startWorker({ link, store, embedder, target, settings, stop, fail }, (result) => {
      completed++;
      onResult(result);
    });
    const queue = openQueue(link, target.queue);
    const measure = async (): Promise<void> => onMetrics?.(await readMetrics(link, store, queue, target.queue));
    if (onMetrics) repeat(measure, settings.metricsInterval, stop.signal, fail);
    if (workerOptions.untilDone) {
      repeat(
        async () => {
          const state = await store.state();
          if (isComplete(state)) stop.abort();
          else if (state.done < state.pairs && (await queue.getJobCountByTypes('waiting', 'active', 'delayed')) === 0)
            await settleAllSetAside(link, store, queue);
        },
        300,
        stop.signal,
        fail,
      );
    }
    if (!stop.signal.aborted) await new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
    signal?.removeEventListener('abort', onAbort);
    await closeWorker(worker, link);
    signal?.throwIfAborted();
    if ('error' in failure) throw failure.error;
    await measure();
    return { completed };
  } finally {
    link.close();
  }
}

type Settings = Required<Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalls' | 'metricsInterval'>>;

function checkSettings(options: WorkerOptions): Settings {
  const { concurrency = 1, lockDuration = 30_000, stalledInterval = 15_000, maxStalls = 3, metricsInterval = 10_000 } = options;
  checkInteger('concurrency', concurrency, 1, 1000);
  checkInteger('lockDuration', lockDuration, 500, 3_600_000);
  checkInteger('stalledInterval', stalledInterval, 100, 3_600_000);
  checkInteger('maxStalls', maxStalls, 0, 1000);
  checkInteger('metricsInterval', metricsInterval, 100, 3_600_000);
  return { concurrency, lockDuration, stalledInterval, maxStalls, metricsInterval };
}

interface Work {
  readonly link: RedisLink;
  readonly store: QueueStore;
  readonly embedder: Embedder;
  readonly target: CheckedTarget;
  readonly settings: Settings;
  readonly stop: AbortController;
  /** End the call with an error. */
  readonly fail: (error: unknown) => void;
}

function startWorker(
  { link, store, embedder, target, settings, stop, fail }: Work,
  onResult: (result: QueuedResult) => void,
): Worker<PairPayload> {
  let config: QueueConfig | undefined;
  const process = async (job: Job<PairPayload>, token?: string): Promise<null> => {
    try {
      if (stop.signal.aborted) throw stop.signal.reason;
      config ??= await readConfig(store, stop.signal);
      if (!config) throw new Error(`The queue \`${target.queue}\` has jobs and no configuration`);
    } catch (error) {
      if (!stop.signal.aborted) fail(error);
      return release(job, token, link);
    }
    const { id, position, pair } = job.data;
    try {
      if (await store.has(position, stop.signal)) return null;
      const result = await alignCorpusPair(pair, position, config.options, { embedder, signal: stop.signal });
      if (result.status === 'failed' && (result.error.code === 'UNEXPECTED' || result.error.code === 'WORKER_LOST'))
        throw new RetryError(result.error);
      const line = writeBeadLine({ ...result, id }, config.filter);
      if (await store.store(position, line, stop.signal)) report({ index: position, line });
      return null;
    } catch (error) {
      if (stop.signal.aborted) return release(job, token, link);
      if (error instanceof RetryError) throw error;
      throw new RetryError({ code: 'UNEXPECTED', message: error instanceof Error ? error.message : String(error) }, { cause: error });
    }
  };
  const report = (result: QueuedResult): void => {
    try {
      onResult(result);
    } catch (error) {
      fail(error);
    }
  };

  const queue = openQueue(link, target.queue);
  const { concurrency, lockDuration, stalledInterval, maxStalls } = settings;
  const worker = new link.bull.Worker<PairPayload>(JOBS, process, {
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
    if (!isConnectionError(error)) target.onNotice(error.message);
  });
  worker.on('stalled', () => void store.count('stalled', 1).catch(() => {}));
  worker.on('failed', (job) => {
    if (!job || stop.signal.aborted) return;
    const told = job.finishedOn === undefined ? store.count('retried', 1) : settleSetAside(link, store, queue, job.id!);
    told.catch(() => {}); // the collector finds what was set aside, too
  });
  return worker;
}

/** Puts the job back in front of the others. */
async function release(job: Job<PairPayload>, token: string | undefined, { bull }: RedisLink): Promise<never> {
  await job.moveToWait(token);
  throw new bull.WaitingError();
}

/** Waits for the jobs in hand to go back; not for ever, since Redis may be away. Their locks run out then. */
async function closeWorker(worker: Worker<PairPayload>, link: RedisLink): Promise<void> {
  const closing = worker.close().catch(() => {});
  await Promise.race([closing, pause(FAREWELL)]);
  link.close();
  await worker.disconnect().catch(() => {});
}

/** Calls again and again until the signal; a throw ends the work. A lost connection does not. */
function repeat(action: () => Promise<void>, interval: number, signal: AbortSignal, fail: (error: unknown) => void): void {
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await action();
      } catch (error) {
        if (!signal.aborted && !isConnectionError(error)) fail(error);
      }
      await pause(interval, signal);
    }
  };
  void loop();
}
