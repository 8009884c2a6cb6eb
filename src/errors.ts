/** Stable identifiers for every failure this library raises on purpose. */
export type ErrorCode =
  | 'OPTION_INVALID'
  | 'OPTION_UNKNOWN'
  | 'NO_DOCUMENTS'
  | 'DUPLICATE_ID'
  | 'EMPTY_DOCUMENT'
  | 'NOT_TEXT'
  | 'TOO_LARGE'
  | 'MODEL_MISSING'
  | 'MODEL_INVALID'
  | 'RUNTIME_MISSING'
  | 'EMBEDDING_INVALID'
  | 'FORMAT_INVALID'
  | 'ONE_LANGUAGE'
  | 'QUEUE_UNREACHABLE';

/**
 * The one error class of this library.
 *
 * Branch on `code`, which follows semantic versioning; the wording of `message` does not.
 * Cancelling is not reported here: an aborted call rejects with the reason of its `AbortSignal`.
 */
export class AlignmentError extends Error {
  override readonly name = 'AlignmentError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
