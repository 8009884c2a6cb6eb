import { AlignmentError } from '../errors.ts';

/** Longest text that a reader takes, in UTF-16 units. */
const longestInput = 100_000_000;

/** The error of readers: the format, the place in the file, and what was expected. */
export function formatError(format: string, place: string | number, message: string, cause?: unknown): AlignmentError {
  const where = typeof place === 'number' ? `line ${place}` : place;
  return new AlignmentError('FORMAT_INVALID', `${format}, ${where}: ${message}`, { cause });
}

/** Check that a reader of several files was given an object of them. */
export function checkFiles(format: string, files: unknown): void {
  if (typeof files !== 'object' || files === null)
    throw new AlignmentError('OPTION_INVALID', `${format}: expected the texts of its files by name`);
}

/** Check that a reader was given text, and not too much of it; a byte order mark in front is dropped. */
export function checkInput(format: string, text: unknown): string {
  if (typeof text !== 'string') throw new AlignmentError('OPTION_INVALID', `${format}: expected the text of a file, got ${typeof text}`);
  if (text.length > longestInput) {
    throw new AlignmentError('TOO_LARGE', `${format}: ${text.length} characters, at most ${longestInput} can be read`);
  }
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
