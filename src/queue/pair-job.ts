/**
 * Prepares a pair as a job: its key and payload, or the reason it has none.
 *
 * A job holds the texts, not paths: a worker that opened paths from Redis would read any file for anyone with write access to Redis.
 * So payloads have a limit, and a pair above it has the result `TOO_LARGE` in its place, like any other error of a pair.
 */
import { writeBeadLine } from '../corpus/bead-line.ts';
import { type CorpusError, type CorpusPairInput, pairId } from '../corpus/corpus-pair.ts';
import { nodeModule } from '../embed/read-folder.ts';
import { AlignmentError } from '../errors.ts';
import type { Registration } from './queue-store.ts';

/** Payload of a job. */
export interface PairPayload {
  readonly id: string;
  readonly position: number;
  readonly pair: CorpusPairInput;
}

/** A pair ready to be registered. */
export interface PreparedPair extends Registration {
  readonly id: string;
  readonly pair: CorpusPairInput;
  /** Size of its JSON in bytes; 0 when it has no job. */
  readonly bytes: number;
}

/** Name of the job of a pair: the same on every machine for the same queue and id. */
export function jobKey(queue: string, id: string): string {
  return `p${digestOf(`${queue}\0${id}`).slice(0, 22)}`;
}

/**
 * Prepare a pair.
 *
 * @param index - Its position in the input, which is the id of a pair without one.
 * @param maxBytes - Largest JSON that is accepted.
 */
export function preparePair(queue: string, pair: CorpusPairInput, index: number, maxBytes: number): PreparedPair {
  const id = pairId(pair, index);
  const shared = { id, pair, key: jobKey(queue, id) };
  const failed = (error: CorpusError): PreparedPair => ({
    ...shared,
    bytes: 0,
    digest: digestOf(JSON.stringify(error)).slice(0, 12),
    line: (position) => failedLine(id, position, error),
  });

  if (typeof pair === 'object' && pair !== null && 'error' in pair && pair.error !== undefined) return failed(readingError(pair.error));
  let json: string;
  try {
    json = JSON.stringify(pair) ?? 'null';
  } catch (error) {
    return failed({ code: 'OPTION_INVALID', message: `Expected a pair of plain JSON: ${(error as Error).message}` });
  }
  const bytes = Buffer.byteLength(json);
  if (bytes > maxBytes)
    return failed({ code: 'TOO_LARGE', message: `The pair has ${bytes} bytes as JSON, and the queue takes ${maxBytes} (maxPairBytes)` });
  return { ...shared, bytes, digest: digestOf(json).slice(0, 12) };
}

/** The line of a failed pair. */
export function failedLine(id: string, position: number, error: CorpusError): string {
  return writeBeadLine({ status: 'failed', index: position, id, error });
}

function readingError(error: unknown): CorpusError {
  const message = error instanceof Error ? error.message : String(error);
  return { code: error instanceof AlignmentError ? error.code : 'UNREADABLE', message };
}

function digestOf(text: string): string {
  const { createHash } = nodeModule<typeof import('node:crypto')>('node:crypto')!;
  return createHash('sha256').update(text).digest('base64url');
}
