/**
 * One pair of a corpus: its input, its result, and the call between them, which all ways of processing a corpus share: in this thread, in
 * worker threads, on other machines.
 *
 * An error of a pair (an empty document, a wrong shape, a bug of ours) is a result like any other and does not end the run.
 */
import { alignDocuments } from '../align-documents.ts';
import { describe } from '../check-options.ts';
import { AlignmentError, type ErrorCode } from '../errors.ts';
import { type AlignOptions, checkDocuments } from '../options.ts';
import type { Alignment, DocumentDescription, DocumentInput, Embedder } from '../types.ts';

/** Two documents to align. Documents without an `id` are called `source` and `target`. */
export interface CorpusPair {
  /**
   * The caller's name for the pair. It is copied to the result; pairs are identified by their position, so two may share an id.
   *
   * @defaultValue the position of the pair: `'0'`, `'1'`, …
   */
  readonly id?: string;
  readonly source: DocumentInput;
  readonly target: DocumentInput;
}

/** A pair that could not be read. It becomes a failed result in its place, and no other pair is affected. */
export interface UnreadablePair {
  readonly id?: string;
  /** Why. The code of an {@link AlignmentError} is kept, anything else becomes `UNREADABLE`. */
  readonly error: Error;
}

/** An item of a corpus. */
export type CorpusPairInput = CorpusPair | UnreadablePair | readonly [source: DocumentInput, target: DocumentInput];

/** The result of one pair. Plain JSON. */
export type CorpusResult = AlignedPair | FailedPair;

/** A pair that was aligned. */
export interface AlignedPair {
  status: 'aligned';
  /** Position in the input, from 0. */
  index: number;
  id: string;
  /** Two documents and one pair. */
  alignment: Alignment;
}

/** A pair that was not aligned. */
export interface FailedPair {
  status: 'failed';
  /** Position in the input, from 0. */
  index: number;
  id: string;
  error: CorpusError;
}

/** Why a pair was not aligned. */
export interface CorpusError {
  code: CorpusErrorCode;
  message: string;
}

/** `UNREADABLE`: the pair could not be read; `WORKER_LOST`: the thread or machine that aligned it died; `UNEXPECTED`: a bug of the library. */
export type CorpusErrorCode = ErrorCode | 'UNREADABLE' | 'WORKER_LOST' | 'UNEXPECTED';

/**
 * How each pair is aligned: plain data, since it goes to other threads and machines. As {@link AlignOptions}, with two differences.
 * `trace` is `false` by default: names and findings are for human readers, and few read a corpus. Mixed documents are not cut by
 * language, so a pair is always two documents.
 */
export type CorpusAlignOptions = Pick<
  AlignOptions,
  'relation' | 'maxBeadSize' | 'skipCost' | 'minConfidence' | 'trace' | 'knownNames' | 'maxCharacters' | 'maxSentences' | 'maxMemory'
>;

/**
 * Align one pair.
 *
 * @param index - Its position in the corpus.
 * @param options - Checked (`checkCorpusAlignOptions`): otherwise every pair would report the same error.
 * @returns The result. An error of the pair is a failed result, never a rejection.
 * @throws the reason of the signal, and nothing else.
 */
export async function alignCorpusPair(
  pair: CorpusPairInput,
  index: number,
  options: CorpusAlignOptions,
  { embedder, signal }: { readonly embedder: Embedder; readonly signal?: AbortSignal | undefined },
): Promise<CorpusResult> {
  signal?.throwIfAborted();
  const read = readCorpusPair(pair, index);
  if ('status' in read) return read;
  try {
    const { trace = false } = options;
    const settings = { ...options, trace, splitLanguages: false, embedder, ...(signal && { signal }) };
    return { status: 'aligned', index, id: read.id, alignment: await alignDocuments(read.documents, settings) };
  } catch (error) {
    signal?.throwIfAborted();
    return failedPair(read.id, index, error);
  }
}

/** A pair whose shape was checked; its texts were not. Documents have ids. */
export interface ReadPair {
  readonly id: string;
  readonly documents: readonly [source: DocumentDescription, target: DocumentDescription];
}

/** The two documents of a pair, or a failed result where its shape is wrong. */
export function readCorpusPair(pair: CorpusPairInput, index: number): ReadPair | FailedPair {
  const id = pairId(pair, index);
  try {
    const { source, target } = bothSides(pair);
    const documents = [named(source, 'source'), named(target, 'target')] as const;
    checkDocuments(documents);
    return { id, documents };
  } catch (error) {
    return failedPair(id, index, error);
  }
}

/** The result of a failed pair. */
export function failedPair(id: string, index: number, error: unknown): FailedPair {
  return { status: 'failed', index, id, error: toCorpusError(error) };
}

/** The id of a pair: its own, or its position. */
export function pairId(pair: CorpusPairInput, index: number): string {
  const id: unknown = typeof pair === 'object' && pair !== null && 'id' in pair ? pair.id : undefined;
  return typeof id === 'string' && id !== '' ? id : String(index);
}

/** An error in the form of a result. */
export function toCorpusError(error: unknown): CorpusError {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof AlignmentError) return { code: error.code, message };
  return { code: error instanceof UnreadableError ? 'UNREADABLE' : 'UNEXPECTED', message };
}

/** The caller's error for a pair it could not read. */
class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

/** The two sides of a pair, unchecked. */
function bothSides(pair: unknown): { source: DocumentInput; target: DocumentInput } {
  if (Array.isArray(pair) && pair.length === 2) return { source: pair[0], target: pair[1] };
  if (typeof pair === 'object' && pair !== null) {
    const { id, error, source, target, ...rest } = pair as Record<string, unknown>;
    if (error instanceof AlignmentError) throw error;
    if (error instanceof Error) throw new UnreadableError(error.message);
    const isNamed = error === undefined && (id === undefined || (typeof id === 'string' && id !== ''));
    if (isNamed && source !== undefined && target !== undefined && Object.keys(rest).length === 0) return pair as CorpusPair;
  }
  throw new AlignmentError('OPTION_INVALID', `Expected a pair { id?, source, target } or [source, target], got ${describe(pair)}`);
}

/** A document with an id. A value that is no document is returned unchanged, and refused later. */
function named(document: DocumentInput, id: string): DocumentDescription {
  if (typeof document === 'string') return { id, text: document };
  return typeof document === 'object' && document !== null && document.id === undefined ? { ...document, id } : document;
}
