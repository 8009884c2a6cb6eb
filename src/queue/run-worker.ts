/** One worker: takes pairs from the queue, aligns them, and stores their lines in Redis, until it is stopped. */
import type { Embedder } from '../types.ts';
import { connectRedis, isConnectionError, pause, within } from './connect-redis.ts';
import { closeWorker, startWorker } from './job-worker.ts';
import { createQueueAligner, type QueueAligner } from './queue-aligner.ts';
import { settleModel } from './queue-config.ts';
import { type QueueMetrics, readMetrics } from './queue-metrics.ts';
import { isComplete, queueStore } from './queue-store.ts';
import { checkInteger, checkTarget, type QueueTarget } from './queue-target.ts';
import { openQueue, settleAllSetAside } from './set-aside.ts';

/** Options of {@link runWorker}. */
export interface WorkerOptions extends QueueTarget {
  /** Pairs at once. From 2 on each has its own thread (about 80 MB), unless an `embedder` is given. @defaultValue 1 */
  readonly concurrency?: number;
  /** Turns sentences into vectors, in this thread. All workers of a queue need the same model. @defaultValue the built-in model */
  readonly embedder?: Embedder;
  /** A different model, by folder or name, as in `createEmbedder`. */
  readonly model?: string;
  /** Heap of a thread in MB. A pair that needs more ends its thread; it is tried again, then set aside. @defaultValue 2048 */
  readonly threadMemory?: number;
  /** End when every enqueued pair has its result and no enqueue is in progress. @defaultValue false: work until the signal */
  readonly untilDone?: boolean;
  /** Milliseconds after which a worker that does not renew its locks loses its jobs. Locks are renewed every quarter of it. @defaultValue 30,000 */
  readonly lockDuration?: number;
  /** Milliseconds between two searches for jobs of lost workers; a job is found after at most two. @defaultValue 15,000 */
  readonly stalledInterval?: number;
  /** How often a pair may lose its worker before it is set aside. @defaultValue 3 */
  readonly maxStalls?: number;
  /** Called for each result that this worker added. An error thrown here ends the call. */
  readonly onResult?: (result: QueuedResult) => void;
  /** Called every `metricsInterval`, and at the end. */
  readonly onMetrics?: (metrics: QueueMetrics) => void;
  /** Milliseconds. @defaultValue 10,000 */
  readonly metricsInterval?: number;
  /** Stops the worker: the current pair returns to the queue at once, and the call rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}

/** A result with its position. */
export interface QueuedResult {
  /** Position in the output, from 0. */
  readonly index: number;
  /** One line of JSON with its line feed, as `writeBeadLine` makes it. */
  readonly line: string;
}

/** Summary of a worker. */
export interface WorkerSummary {
  /** Results that it added. */
  readonly completed: number;
}

/** Longest wait for the final metrics, in milliseconds. */
const LAST_NUMBERS = 3000;
/** Milliseconds between two checks whether the queue is complete. */
const LOOK = 300;

/**
 * Work on a queue until the signal, or with `untilDone` until all is done.
 *
 * When Redis becomes unreachable the worker waits for it. An error of the pair is its result; other errors are retried, with growing pauses.
 *
 * @throws {@link AlignmentError} `QUEUE_UNREACHABLE`, `RUNTIME_MISSING`, `OPTION_INVALID`; `MODEL_INVALID` when other workers of the queue have
 * a different model; the reason of the signal.
 */
export async function runWorker(workerOptions: WorkerOptions): Promise<WorkerSummary> {
  const target = checkTarget(workerOptions);
  const settings = checkSettings(workerOptions);
  const { signal, onResult = () => {}, onMetrics } = workerOptions;
  signal?.throwIfAborted();

  const link = await connectRedis(target);
  let aligner: QueueAligner | undefined;
  let completed = 0;
  try {
    aligner = await createQueueAligner({ ...settings, embedder: workerOptions.embedder, model: workerOptions.model });
    const store = queueStore(link, target.queue);
    await settleModel(store, target.queue, aligner, signal);
    const stop = new AbortController();
    const failures: unknown[] = [];
    const fail = (error: unknown): void => {
      failures.push(error);
      stop.abort(error);
    };
    const onAbort = (): void => stop.abort(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    const onLine = (index: number, line: string): void => {
      completed++;
      onResult({ index, line });
    };
    const worker = startWorker({ link, store, aligner, target, ...settings, signal: stop.signal, onResult: onLine, fail });
    const queue = openQueue(link, target.queue);
    const measure = async (): Promise<void> => onMetrics?.(await readMetrics(link, store, queue, target.queue));
    const lookWhetherDone = async (): Promise<void> => {
      const state = await store.state();
      if (isComplete(state)) stop.abort();
      else if (state.done < state.pairs && (await queue.getJobCountByTypes('waiting', 'active', 'delayed')) === 0)
        await settleAllSetAside(link, store, queue);
    };
    if (onMetrics) repeat(measure, settings.metricsInterval, stop.signal, fail);
    if (workerOptions.untilDone) repeat(lookWhetherDone, LOOK, stop.signal, fail);

    if (!stop.signal.aborted) await new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
    signal?.removeEventListener('abort', onAbort);
    if (!signal?.aborted && failures.length === 0) await within(LAST_NUMBERS, measure());
    await closeWorker(worker, link);
    signal?.throwIfAborted();
    if (failures.length > 0) throw failures[0];
    return { completed };
  } finally {
    link.close();
    await aligner?.close();
  }
}

type Settings = Required<
  Pick<WorkerOptions, 'concurrency' | 'threadMemory' | 'lockDuration' | 'stalledInterval' | 'maxStalls' | 'metricsInterval'>
>;

function checkSettings(options: WorkerOptions): Settings {
  const {
    concurrency = 1,
    threadMemory = 2048,
    lockDuration = 30_000,
    stalledInterval = 15_000,
    maxStalls = 3,
    metricsInterval = 10_000,
  } = options;
  checkInteger('concurrency', concurrency, 1, 1000);
  checkInteger('threadMemory', threadMemory, 64, 1_000_000);
  checkInteger('lockDuration', lockDuration, 500, 3_600_000);
  checkInteger('stalledInterval', stalledInterval, 100, 3_600_000);
  checkInteger('maxStalls', maxStalls, 0, 1000);
  checkInteger('metricsInterval', metricsInterval, 100, 3_600_000);
  return { concurrency, threadMemory, lockDuration, stalledInterval, maxStalls, metricsInterval };
}

/** Repeats a call until the signal. An error ends the work, except for a lost connection. */
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
