/** Options of a corpus run, checked once, before the first pair is read. */
import { invalidOption, unknownOption } from '../check-options.ts';
import { type AlignOptions, checkAlignOptions } from '../options.ts';
import type { Embedder } from '../types.ts';
import type { CorpusAlignOptions } from './corpus-pair.ts';

/** Options of a corpus run: how each pair is aligned, and how the work is distributed. */
export interface CorpusOptions extends CorpusAlignOptions {
  /**
   * Turns sentences into vectors. Only without workers: code cannot be sent to other threads.
   *
   * @defaultValue the built-in model
   */
  embedder?: Embedder;
  /** A different model, by folder or name, as in `createEmbedder`. Threads share the weights of a model in our own form. */
  model?: string;
  /**
   * Number of worker threads. 0: align in this thread, as in a browser. `'auto'`: one per core. Each takes about 80 MB. Only in Node.
   *
   * @defaultValue 0
   */
  workers?: number | 'auto';
  /**
   * Heap of one worker in MB, from 64. A pair that needs more fails with `WORKER_LOST`.
   *
   * @defaultValue 2048
   */
  workerMemory?: number;
  /**
   * Whether results come in input order. Otherwise they come as they finish, so that a long pair delays none behind it; `index` identifies the pair.
   *
   * @defaultValue true
   */
  ordered?: boolean;
  /**
   * Position of the first pair, for a run that continues an earlier one.
   *
   * @defaultValue 0
   */
  firstIndex?: number;
  /** Stops the run, which then rejects with the reason of the signal. */
  signal?: AbortSignal;
  /** Called before each result is returned. An error thrown here ends the run. */
  onProgress?: (event: CorpusProgress) => void;
}

/** Progress of a run. */
export interface CorpusProgress {
  /** Results returned. */
  done: number;
  /** Failed pairs among them. */
  failed: number;
}

/** Options with every value checked and the defaults filled in. */
export interface CheckedCorpusOptions extends CorpusOptions {
  readonly align: CorpusAlignOptions;
  readonly workers: number | 'auto';
  readonly workerMemory: number;
  readonly ordered: boolean;
  readonly firstIndex: number;
}

const ALIGN_OPTIONS = [
  'relation',
  'maxBeadSize',
  'skipCost',
  'minConfidence',
  'trace',
  'knownNames',
  'maxCharacters',
  'maxSentences',
  'maxMemory',
] as const;
const LEAST_MEMORY = 64;
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

/** Checks of the options of the run itself. */
const RUN_OPTIONS: Readonly<
  Record<Exclude<keyof CorpusOptions, keyof CorpusAlignOptions>, readonly [expected: string, fits: (value: unknown) => boolean]>
> = {
  embedder: ['an embedder (see createEmbedder)', (value) => isMember(value, 'embed')],
  model: ['the path of a folder or the name of a model', (value) => typeof value === 'string' && value.trim() !== ''],
  workers: ["a number of threads from 0, or 'auto'", (value) => value === 'auto' || isCount(value)],
  workerMemory: [`a number of megabytes from ${LEAST_MEMORY}`, (value) => isCount(value) && value >= LEAST_MEMORY],
  ordered: ['true or false', (value) => typeof value === 'boolean'],
  firstIndex: ['an integer from 0', isCount],
  signal: ['an AbortSignal', (value) => isMember(value, 'addEventListener')],
  onProgress: ['a function', (value) => typeof value === 'function'],
};

/**
 * Check the options of a run and fill in defaults.
 *
 * @throws AlignmentError `OPTION_UNKNOWN` or `OPTION_INVALID`, naming the option, what was expected and what came.
 */
export function checkCorpusOptions(options: CorpusOptions = {}): CheckedCorpusOptions {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) throw invalidOption('options', 'an object', options);
  const align: Record<string, unknown> = {};
  const run: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(RUN_OPTIONS, name) ? RUN_OPTIONS[name as keyof typeof RUN_OPTIONS] : undefined;
    if (!check && !isAlignOption(name)) throw unknownOption(name, [...ALIGN_OPTIONS, ...Object.keys(RUN_OPTIONS)]);
    if (value === undefined) continue;
    if (check && !check[1](value)) throw invalidOption(name, check[0], value);
    (check ? run : align)[name] = value;
  }
  const { embedder, model, workers = 0, workerMemory = 2048, ordered = true, firstIndex = 0, ...rest } = run as CorpusOptions;
  if (embedder && model !== undefined) throw invalidOption('embedder', 'given without `model`', embedder);
  if (embedder && workers !== 0) throw invalidOption('embedder', 'given without `workers`; name a `model` instead', embedder);
  return { ...rest, embedder, model, workers, workerMemory, ordered, firstIndex, align: checkCorpusAlignOptions(align) };
}

/**
 * Check how pairs are to be aligned.
 *
 * @throws AlignmentError `OPTION_UNKNOWN` or `OPTION_INVALID`, naming the option, what was expected and what came.
 */
export function checkCorpusAlignOptions(options: CorpusAlignOptions = {}): CorpusAlignOptions {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) throw invalidOption('options', 'an object', options);
  for (const name of Object.keys(options)) if (!isAlignOption(name)) throw unknownOption(name, ALIGN_OPTIONS);
  checkAlignOptions(options as AlignOptions);
  return options;
}

function isAlignOption(name: string): boolean {
  return (ALIGN_OPTIONS as readonly string[]).includes(name);
}

function isMember(value: unknown, method: string): boolean {
  return typeof value === 'object' && value !== null && typeof (value as Record<string, unknown>)[method] === 'function';
}
