import { AlignmentError } from '../index.ts';
import { UsageError } from './usage-error.ts';

/** Decode a text file; without `encoding` by its byte order mark, else UTF-8. Never guessed: wrong bytes are an error. */
export function decodeText(bytes: Uint8Array, path: string, encoding?: string): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding ?? marked, { fatal: true, ignoreBOM: false });
  } catch (cause) {
    throw new UsageError(`unknown encoding ${encoding}`, { cause });
  }
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new AlignmentError('NOT_TEXT', `${path} is not ${decoder.encoding} text; name another with --encoding`, { cause });
  }
}
