/**
 * Aligns pairs in worker threads, which share one copy of the weights. Only in Node.
 *
 * When a thread dies (mostly for lack of memory), its pair becomes a failed result, and a new thread replaces it.
 */

import { invalidOption } from '../check-options.ts';
import { fileSystem, nodeModule } from '../embed/read-folder.ts';
import { type SharedModel, shareModel } from '../embed/share-model.ts';
import { AlignmentError, type ErrorCode } from '../errors.ts';
import { withNotebookDisplay } from '../report/notebook-display.ts';
import type { CheckedCorpusOptions } from './corpus-options.ts';
import { type CorpusAlignOptions, type CorpusPair, type CorpusResult, type FailedPair, failedPair, readCorpusPair } from './corpus-pair.ts';
import type { PairAligner } from './pair-aligner.ts';
import { countCharacters } from './pair-size.ts';

/** Data given to every thread at its start. */
export interface WorkerSetup {
  readonly align: CorpusAlignOptions;
  /** Name of a model that each thread loads for itself, where there is no `shared` one. */
  readonly model: string | undefined;
  readonly shared: SharedModel | undefined;
}

/** Data given to a thread for each pair. */
export interface WorkerTask {
  readonly pair: CorpusPair;
  readonly index: number;
}

/** The answer of a thread: a result, or that it cannot work at all. */
export type WorkerAnswer = CorpusResult | { status: 'unable'; code: ErrorCode | undefined; message: string };

const here: string | undefined = import.meta.url;
/** Variables instead of literals, so that bundlers for browsers do not resolve them. */
const POOL = 'tinypool';
const WORKER = './corpus-worker.js';
/** Young generation of a thread, in MB: the default of 48 takes 30 MB more per thread and saves no time. */
const YOUNG_MEMORY = 16;
/** Share of a thread's memory that the texts of a pair may take. One allocation of much more would end the process, not only the thread. */
const TEXT_SHARE = 0.25;
const CHARACTER_BYTES = 2;

/**
 * Start the threads.
 *
 * @throws AlignmentError `OPTION_INVALID` where there are no threads, `RUNTIME_MISSING`, `MODEL_MISSING`, `MODEL_INVALID`.
 */
export async function createWorkerAligner({
  workers: wanted,
  workerMemory,
  model,
  align,
}: Pick<CheckedCorpusOptions, 'workers' | 'workerMemory' | 'model' | 'align'>): Promise<PairAligner> {
  const os = nodeModule<typeof import('node:os')>('node:os');
  if (!os) throw invalidOption('workers', '0 where there is no Node', wanted);
  const workers = wanted === 'auto' ? os.availableParallelism() : wanted;
  const file = new URL(WORKER, here);
  checkFile(file);
  const { Tinypool } = (await import(/* @vite-ignore */ /* webpackIgnore: true */ POOL)) as typeof import('tinypool');
  const setup: WorkerSetup = { align, model, shared: await shareModel(model) };

  const pool = new Tinypool({
    filename: file.href,
    minThreads: workers,
    maxThreads: workers,
    workerData: setup,
    execArgv: [], // threads refuse some of the flags of the main program
    resourceLimits: { maxOldGenerationSizeMb: workerMemory, maxYoungGenerationSizeMb: YOUNG_MEMORY },
  });
  let hasAnswered = false;
  let broken: Error | undefined;
  const waiting = new Set<(error: Error) => void>();
  const breakDown = (cause: Error): Error => {
    broken ??= new Error(`a worker could not start: ${cause.message}`, { cause });
    for (const reject of waiting) reject(broken);
    return broken;
  };
  // a thread died at its start, without a pair: the waiting pairs would never be answered
  pool.on('error', breakDown);

  const most = Math.floor((workerMemory * 0x100000 * TEXT_SHARE) / CHARACTER_BYTES);
  const run = async (task: WorkerTask): Promise<WorkerAnswer> => {
    let stop: (error: Error) => void = () => undefined;
    try {
      const answer = await new Promise<WorkerAnswer>((resolve, reject) => {
        stop = reject;
        waiting.add(stop);
        pool.run(task).then(resolve, reject);
      });
      hasAnswered = true;
      return answer;
    } catch (error) {
      if (broken) throw broken;
      if (!hasAnswered && !isOutOfMemory(error)) throw breakDown(error as Error);
      return lost(task, error, workerMemory);
    } finally {
      waiting.delete(stop);
    }
  };
  return {
    workers,
    async align(pair, index) {
      const read = readCorpusPair(pair, index);
      if ('status' in read) return read;
      const characters = countCharacters(pair);
      if (characters > most) return failedPair(read.id, index, tooLarge(characters, most, workerMemory));
      const [source, target] = read.documents;
      const answer = await run({ pair: { id: read.id, source, target }, index });
      if (answer.status === 'unable') {
        throw answer.code ? new AlignmentError(answer.code, answer.message) : new Error(`a worker could not start: ${answer.message}`);
      }
      if (answer.status === 'aligned') withNotebookDisplay(answer.alignment);
      return answer;
    },
    async close() {
      // `events.once` calls this when a thread dies while it is being stopped, and the threads of the pool lack it
      for (const thread of pool.threads) Object.assign(thread, { removeListener: () => thread });
      await pool.destroy().catch(() => undefined); // all threads have been told to stop
    },
  };
}

/** Bundlers do not see the file of the threads, and would not include it. */
function checkFile(file: URL): void {
  if (!fileSystem()!.existsSync(file)) {
    throw new AlignmentError(
      'RUNTIME_MISSING',
      `${file.href}: the file of the worker threads is missing; keep this package out of bundles`,
    );
  }
}

function tooLarge(characters: number, most: number, megabytes: number): AlignmentError {
  return new AlignmentError(
    'TOO_LARGE',
    `expected at most ${most} characters on both sides for a worker with ${megabytes} MB of memory (\`workerMemory\`), got ${characters}`,
  );
}

function lost({ pair, index }: WorkerTask, error: unknown, megabytes: number): FailedPair {
  const reason = isOutOfMemory(error)
    ? `it needs more than the ${megabytes} MB of memory that a worker has (\`workerMemory\`)`
    : (error as Error).message;
  return { status: 'failed', index, id: pair.id!, error: { code: 'WORKER_LOST', message: `the worker at this pair died: ${reason}` } };
}

function isOutOfMemory(error: unknown): boolean {
  return (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
}
