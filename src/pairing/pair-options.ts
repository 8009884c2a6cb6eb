/** Options of `pairDocuments`, checked once. */
import { checkOptions, type OptionChecks } from '../check-options.ts';
import type { Embedder, Relation } from '../types.ts';

/** Options of {@link pairDocuments}. Every option has a default; absent and `undefined` mean the same. */
export interface PairDocumentsOptions {
  /**
   * Turns sentences into vectors. The weights are fitted to the built-in model; with a different one, check the confidences before you rely
   * on them.
   *
   * @defaultValue the built-in model, loaded once and shared
   */
  embedder?: Embedder;
  /**
   * Keep only pairs with this relation.
   *
   * @defaultValue 'auto': both
   */
  relation?: Exclude<Relation, 'unrelated'> | 'auto';
  /**
   * Pairs below this confidence are left out. 0 to 1; values below 0.01 give no further pairs, since less likely pairs are not aligned.
   *
   * @defaultValue 0.5
   */
  minConfidence?: number;
  /**
   * Number of likely partners of each document that are aligned with it: integer from 1. A document that belongs to more than these is paired
   * with some of them only. Time and memory grow with it.
   *
   * @defaultValue 32
   */
  candidates?: number;
  /**
   * Whether two documents in one language may be paired.
   *
   * @defaultValue true
   */
  sameLanguage?: boolean;
  /**
   * Whether each document gets at most one partner in each language, the one with the highest confidence. For collections that hold every text once in each language.
   *
   * @defaultValue false
   */
  oneToOne?: boolean;
  /**
   * How neighbours are found. `'exact'` compares each document with each; `'usearch'` uses an approximate index (the optional peer `usearch`, Node
   * only), which may miss a few; `'auto'` uses the index from 20,000 documents on, if it is installed.
   *
   * @defaultValue 'auto'
   */
  search?: 'auto' | 'exact' | 'usearch';
  /**
   * Whether a document in two languages is compared by its parts. Matches name the whole document.
   *
   * @defaultValue true
   */
  splitLanguages?: boolean;
  /**
   * Longest document accepted, in UTF-16 units; a longer one throws `TOO_LARGE`.
   *
   * @defaultValue 50,000,000
   */
  maxCharacters?: number;
  /**
   * Most documents accepted; more throw `TOO_LARGE`.
   *
   * @defaultValue 200,000
   */
  maxDocuments?: number;
  /** Stops the call, which then rejects with the reason of the signal and leaves nothing partial. */
  signal?: AbortSignal;
  /** Called as work proceeds. An error thrown here ends the call. */
  onProgress?: (event: PairProgress) => void;
}

/** Progress of a call. `done` never falls, and a stage ends at `done === total`. */
export interface PairProgress {
  stage: 'load' | 'split' | 'embed' | 'search' | 'align';
  done: number;
  total: number;
}

/** Values used for options that are absent or `undefined`. */
const defaults = Object.freeze({
  relation: 'auto' as Exclude<Relation, 'unrelated'> | 'auto',
  minConfidence: 0.5,
  candidates: 32,
  sameLanguage: true,
  oneToOne: false,
  search: 'auto' as 'auto' | 'exact' | 'usearch',
  splitLanguages: true,
  maxCharacters: 50_000_000,
  maxDocuments: 200_000,
});

/** Options with every default filled in and every value checked. */
export type CheckedPairOptions = Readonly<
  Omit<PairDocumentsOptions, keyof typeof defaults> & Required<Pick<PairDocumentsOptions, keyof typeof defaults>>
>;

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const isPositive = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 1;
const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;
const isObjectWith = (value: unknown, key: string): boolean => typeof value === 'object' && value !== null && key in value;

const checks: OptionChecks<PairDocumentsOptions> = {
  embedder: ['an embedder (see createEmbedder)', (value) => isObjectWith(value, 'embed') && isObjectWith(value, 'dimensions')],
  relation: [
    "'auto', 'parallel', 'comparable' or 'related'",
    (value) => ['auto', 'parallel', 'comparable', 'related'].includes(value as string),
  ],
  minConfidence: ['a number from 0 to 1', isShare],
  candidates: ['a positive integer', isPositive],
  sameLanguage: ['true or false', isBoolean],
  oneToOne: ['true or false', isBoolean],
  search: ["'auto', 'exact' or 'usearch'", (value) => value === 'auto' || value === 'exact' || value === 'usearch'],
  splitLanguages: ['true or false', isBoolean],
  maxCharacters: ['a positive integer', isPositive],
  maxDocuments: ['a positive integer', isPositive],
  signal: ['an AbortSignal', (value) => isObjectWith(value, 'aborted')],
  onProgress: ['a function', (value) => typeof value === 'function'],
};

/**
 * Fill in defaults and check every value. Nothing is clamped or corrected.
 *
 * @throws {@link AlignmentError} `OPTION_UNKNOWN` or `OPTION_INVALID`, naming the option, what was expected and what came.
 */
export function checkPairOptions(options: PairDocumentsOptions = {}): CheckedPairOptions {
  return { ...defaults, ...checkOptions(options, checks) };
}
