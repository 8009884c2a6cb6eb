/** Reads results from the queue, in the order in which their pairs were enqueued, without removing them. */
import { AlignmentError } from '../errors.ts';
import { connectRedis, pause, type RedisLink } from './connect-redis.ts';
import { isComplete, type QueueState, type QueueStore, queueStore } from './queue-store.ts';
import { checkInteger, checkTarget, type QueueTarget } from './queue-target.ts';
import type { QueuedResult } from './run-worker.ts';
import { openQueue, settleSetAside } from './set-aside.ts';

/** Options of {@link collectResults}. */
export interface CollectOptions extends QueueTarget {
  /** Position of the first result wanted, that is, the number already stored. @defaultValue 0 */
  readonly from?: number;
  /** `false`: end at the first missing result. @defaultValue true: end when the queue is complete */
  readonly wait?: boolean;
  /** Stops the iteration, which throws its reason. */
  readonly signal?: AbortSignal;
}

/** Bytes of results after which a read ends; the last result may exceed them. */
const BATCH_BYTES = 4 * 2 ** 20;
/** Milliseconds between two polls of a queue without new results. */
const LEAST_PAUSE = 50;
const MOST_PAUSE = 500;

/**
 * The results of a queue, one for each pair, in order. Reading removes nothing; call {@link dropResults} once they are stored.
 *
 * Ends when every enqueued pair has its result, no enqueue is in progress and at least one has finished. A pair that was set aside is a failed result.
 *
 * @throws {@link AlignmentError} `QUEUE_UNREACHABLE`, `RUNTIME_MISSING`; `OPTION_INVALID`, also when `from` lies before results that were
 * dropped; the reason of the signal.
 */
export async function* collectResults(collectOptions: CollectOptions): AsyncGenerator<QueuedResult, void, undefined> {
  const { from = 0, wait = true, signal } = collectOptions;
  const target = checkTarget(collectOptions);
  checkInteger('from', from, 0, Number.MAX_SAFE_INTEGER);
  const link = await connectRedis(target);
  try {
    const store = queueStore(link, target.queue);
    let index = from;
    for await (const { lines } of batches({ link, store, queue: target.queue, from, wait, signal })) {
      for (const line of lines) yield { index: index++, line };
    }
  } finally {
    link.close();
  }
}

/**
 * Remove results from Redis: those of the first `count` pairs. Their jobs are gone, and enqueueing these pairs again makes no new ones.
 *
 * @throws {@link AlignmentError} `QUEUE_UNREACHABLE`, `RUNTIME_MISSING`; `OPTION_INVALID` when the queue has fewer pairs with results.
 */
export async function dropResults(count: number, queueTarget: QueueTarget): Promise<void> {
  const target = checkTarget(queueTarget);
  checkInteger('count', count, 0, Number.MAX_SAFE_INTEGER);
  const link = await connectRedis(target);
  try {
    const store = queueStore(link, target.queue);
    const { done } = await store.state();
    if (count > done)
      throw new AlignmentError('OPTION_INVALID', `The queue \`${target.queue}\` has ${done} results; ${count} cannot be dropped`);
    await store.drop(count);
  } finally {
    link.close();
  }
}

/** Consecutive results. */
export interface Batch {
  /** Empty: nothing new, only the state. */
  readonly lines: readonly string[];
  readonly state: QueueState;
}

/** Results in batches, from a position on; an empty batch after each poll without new results. @internal */
export async function* batches({
  link,
  store,
  queue: name,
  from,
  wait,
  signal,
}: {
  readonly link: RedisLink;
  readonly store: QueueStore;
  readonly queue: string;
  readonly from: number;
  readonly wait: boolean;
  readonly signal?: AbortSignal | undefined;
}): AsyncGenerator<Batch> {
  const queue = openQueue(link, name);
  let position = from;
  let idle = LEAST_PAUSE;
  for (;;) {
    const state = await store.state(signal); // read before the results: if it is complete now, none will be missing
    if (position < state.dropped)
      throw new AlignmentError(
        'OPTION_INVALID',
        `The first ${state.dropped} results of \`${name}\` were collected and removed; ${position} are kept here`,
      );
    const lines = await store.take(position, BATCH_BYTES, signal);
    position += lines.length;
    yield { lines, state };
    if (lines.length > 0) {
      idle = LEAST_PAUSE;
      continue;
    }
    if (position >= state.pairs && (!wait || isComplete(state))) return;
    const key = await store.keyAt(position, signal);
    if (key !== undefined && (await settleSetAside(link, store, queue, key, signal))) continue;
    if (!wait) return;
    await pause(idle, signal);
    signal?.throwIfAborted();
    idle = Math.min(2 * idle, MOST_PAUSE);
  }
}
