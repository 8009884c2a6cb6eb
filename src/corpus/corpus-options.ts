/** What the caller of a corpus may set, checked once, before the first pair is read. */
import { invalidOption, unknownOption } from '../check-options.ts';
import { type AlignOptions, checkAlignOptions } from '../options.ts';
import type { Embedder } from '../types.ts';
import type { CorpusAlignOptions } from './corpus-pair.ts';

/** What a run over a corpus may be told: how each pair is aligned, and how the work is done. */
export interface CorpusOptions extends CorpusAlignOptions {
  /**
   * Turns sentences into vectors. Only without workers: code does not travel to other threads.
   *
   * @defaultValue the built-in model
   */
  embedder?: Embedder;
  /** Another model, by folder or name, as `createEmbedder` takes it. Threads share the weights of a model in our own form. */
  model?: string;
  /**
   * How many threads align. 0: this one, as in a browser. `'auto'`: as many as there are cores. Each takes some 80 MB. Only in Node.
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
   * Whether results come in input order. Otherwise as they are done, so that a long pair holds up none behind it; `index` says which is which.
   *
   * @defaultValue true
   */
  ordered?: boolean;
  /**
   * Position that the first pair has, for a run that goes on where another ended.
   *
   * @defaultValue 0
   */
  firstIndex?: number;
  /** Stops the run, which then rejects with the reason of the signal. */
  signal?: AbortSignal;
  /** Called before each result is given out. A throw from here ends the run with that error. */
  onProgress?: (event: CorpusProgress) => void;
}

/** How far a run has come. */
export interface CorpusProgress {
  /** Pairs given out. */
  done: number;
  /** Those of them that failed. */
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

/** What the options of the run itself must be. */
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
