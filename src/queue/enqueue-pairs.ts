/**
 * Puts pairs into the queue, as fast as workers process them.
 *
 *     pairs → chunks (200 pairs, 4 MB) → positions, in one step → jobs, in one step
 *                └ waits while Redis holds `maxWaiting` jobs or `maxUncollected` results and jobs
 *
 * Memory is one chunk here, and bounded in Redis. A crash between the two steps leaves positions without jobs, which the same call, repeated, completes.
 */
import type { Queue } from 'bullmq';
import { type BeadFilter, checkBeadFilter } from '../corpus/bead-line.ts';
import { checkCorpusAlignOptions } from '../corpus/corpus-options.ts';
import type { CorpusAlignOptions, CorpusPairInput } from '../corpus/corpus-pair.ts';
import { AlignmentError } from '../errors.ts';
import { connectRedis, pause, type RedisLink } from './connect-redis.ts';
import { type PairPayload, type PreparedPair, preparePair } from './pair-job.ts';
import { settleConfig } from './queue-config.ts';
import { ENQUEUE_SILENCE, type QueueStore, queueStore } from './queue-store.ts';
import { checkInteger, checkTarget, type QueueTarget } from './queue-target.ts';
import { openQueue } from './set-aside.ts';

/** Options of {@link enqueuePairs}. */
export interface EnqueueOptions extends QueueTarget {
  /** How every pair is aligned. Fixed by the first call; a later call with different options is refused. */
  readonly options?: CorpusAlignOptions;
  /** Filter of the lines. Fixed by the first call too. */
  readonly filter?: BeadFilter;
  /** Largest pair, in bytes of JSON; a larger one has the result `TOO_LARGE`. @defaultValue 8 MiB */
  readonly maxPairBytes?: number;
  /** Most jobs waiting in Redis; the call continues when workers have taken some. @defaultValue 10,000 */
  readonly maxWaiting?: number;
  /** Most pairs in Redis in any state, until their results are collected. @defaultValue 100,000 */
  readonly maxUncollected?: number;
  /** Number of attempts for an error that is not caused by the pair. @defaultValue 5 */
  readonly attempts?: number;
  /** Milliseconds before the second attempt; doubled for each further one. @defaultValue 1000 */
  readonly backoff?: number;
  /** Stops the call, which rejects with its reason. What is in the queue stays there. */
  readonly signal?: AbortSignal;
  /** Called after each chunk, and each second while the queue is full. */
  readonly onProgress?: (event: EnqueueProgress) => void;
}

/** Progress of an enqueue. */
export interface EnqueueProgress extends EnqueueSummary {
  /** Whether it waits because the queue is full. */
  readonly isFull: boolean;
}

/** Result of an enqueue. */
export interface EnqueueSummary {
  /** Pairs read. */
  readonly pairs: number;
  /** Of these, the number new to the queue. */
  readonly added: number;
  /** Of these, the number that failed at once: unreadable, or too large. */
  readonly failed: number;
}

const CHUNK_PAIRS = 200;
const CHUNK_BYTES = 4 * 2 ** 20;

/**
 * Put pairs into a queue. A pair already in the queue makes no second job, so the same call after a crash continues where it stopped.
 *
 * A pair is identified by its id, or without one by its position in `pairs`. Results come in the order in which pairs were first enqueued.
 *
 * @throws {@link AlignmentError} `QUEUE_UNREACHABLE`, `RUNTIME_MISSING`, `OPTION_INVALID`, `OPTION_UNKNOWN`; `DUPLICATE_ID` when an id was
 * enqueued with different content before; the reason of the signal.
 */
export async function enqueuePairs(
  pairs: Iterable<CorpusPairInput> | AsyncIterable<CorpusPairInput>,
  enqueueOptions: EnqueueOptions,
): Promise<EnqueueSummary> {
  const target = checkTarget(enqueueOptions);
  const limits = checkLimits(enqueueOptions);
  const config = { options: checkCorpusAlignOptions(enqueueOptions.options), filter: checkBeadFilter(enqueueOptions.filter ?? {}) };
  const { signal, onProgress = () => {} } = enqueueOptions;

  const link = await connectRedis(target);
  const store = queueStore(link, target.queue);
  const queue = openQueue(link, target.queue);
  const run = crypto.randomUUID();
  const summary = { pairs: 0, added: 0, failed: 0 };
  let isAtEnd = false;
  // also while `pairs` yields nothing for a long time
  const beat = setInterval(() => store.enqueuer(run, 'alive', signal).catch(() => {}), ENQUEUE_SILENCE / 5);
  try {
    await settleConfig(store, target.queue, config, signal);
    await store.enqueuer(run, 'alive', signal);
    for await (const chunk of chunksOf(pairs, target.queue, Math.min(CHUNK_PAIRS, limits.maxWaiting), limits.maxPairBytes)) {
      await roomFor(link, store, queue, limits, signal, () => onProgress({ ...summary, isFull: true }));
      const added = await addChunk(chunk, { link, store, queue, limits, signal });
      summary.pairs += chunk.length;
      summary.added += added;
      summary.failed += chunk.filter(({ line }) => line !== undefined).length;
      onProgress({ ...summary, isFull: false });
    }
    await store.enqueuer(run, 'end', signal);
    isAtEnd = true;
    return summary;
  } finally {
    clearInterval(beat);
    if (!isAtEnd) await link.farewell(() => store.enqueuer(run, 'leave'));
    link.close();
  }
}

interface Limits {
  readonly maxPairBytes: number;
  readonly maxWaiting: number;
  readonly maxUncollected: number;
  readonly attempts: number;
  readonly backoff: number;
}

function checkLimits(options: EnqueueOptions): Limits {
  const { maxPairBytes = 8 * 2 ** 20, maxWaiting = 10_000, maxUncollected = 100_000, attempts = 5, backoff = 1000 } = options;
  checkInteger('maxPairBytes', maxPairBytes, 1, 2 ** 28);
  checkInteger('maxWaiting', maxWaiting, 1, 10_000_000);
  checkInteger('maxUncollected', maxUncollected, 1, 100_000_000);
  checkInteger('attempts', attempts, 1, 100);
  checkInteger('backoff', backoff, 1, 3_600_000);
  return { maxPairBytes, maxWaiting, maxUncollected, attempts, backoff };
}

async function* chunksOf(
  pairs: Iterable<CorpusPairInput> | AsyncIterable<CorpusPairInput>,
  queue: string,
  most: number,
  maxBytes: number,
): AsyncGenerator<PreparedPair[]> {
  let chunk: PreparedPair[] = [];
  let bytes = 0;
  let index = 0;
  for await (const pair of pairs) {
    const prepared = preparePair(queue, pair, index++, maxBytes);
    chunk.push(prepared);
    bytes += prepared.bytes;
    if (chunk.length < most && bytes < CHUNK_BYTES) continue;
    yield chunk;
    chunk = [];
    bytes = 0;
  }
  if (chunk.length > 0) yield chunk;
}

interface Adding {
  readonly link: RedisLink;
  readonly store: QueueStore;
  readonly queue: Queue<PairPayload>;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
}

/** Returns the number of new pairs. */
async function addChunk(chunk: readonly PreparedPair[], { link, store, queue, limits, signal }: Adding): Promise<number> {
  const registered = await store.register(chunk, signal);
  if ('conflict' in registered)
    throw new AlignmentError('DUPLICATE_ID', `The id \`${chunk[registered.conflict]!.id}\` stands for another pair in this queue already`);
  const jobs = chunk.flatMap(({ id, pair, key, line }, index) => {
    const { position, state } = registered[index]!;
    if (line || state === 'done') return [];
    const data: PairPayload = { id, position, pair };
    return [{ name: 'pair', data, opts: { jobId: key, ...jobOptions(limits) } }];
  });
  if (jobs.length > 0) await link.persist(() => queue.addBulk(jobs), signal);
  return registered.filter(({ state }) => state === 'new').length;
}

function jobOptions({ attempts, backoff }: Limits): object {
  // jitter: jobs that failed together are not retried together
  return { attempts, backoff: { type: 'exponential', delay: backoff, jitter: 0.5 }, removeOnComplete: true, stackTraceLimit: 0 };
}

/** Waits until the queue is no longer full. */
async function roomFor(
  link: RedisLink,
  store: QueueStore,
  queue: Queue<PairPayload>,
  { maxWaiting, maxUncollected }: Limits,
  signal: AbortSignal | undefined,
  onFull: () => void,
): Promise<void> {
  for (let round = 0; ; round++) {
    const { pairs, dropped } = await store.state(signal);
    const waiting = await link.persist(() => queue.getJobCountByTypes('waiting', 'delayed'), signal);
    if (waiting < maxWaiting && pairs - dropped < maxUncollected) return;
    if (round % 5 === 0) onFull();
    await pause(200, signal);
    signal?.throwIfAborted();
  }
}
