/**
 * The lines of a stream of bytes, one at a time: whatever the length of the stream, memory holds one line and one chunk.
 *
 * Lines end in LF or CRLF. A line longer than the limit is not kept, only counted, and a byte order mark at the very beginning is dropped.
 */

/** One line. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Its bytes, without the end of line; absent where it is longer than the limit. */
  readonly bytes?: Uint8Array;
  /** How many bytes it has. */
  readonly length: number;
}

const LF = 10;
const CR = 13;

/** Cut a stream into lines. The end of the stream ends a line too, unless nothing is on it. */
export async function* readLines(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const take = (part: Uint8Array): void => {
    length += part.length;
    if (length > limit + 1) parts = [];
    else if (part.length > 0) parts.push(part.slice()); // the stream may use its memory again
  };
  const finish = (): Line => {
    number++;
    let bytes: Uint8Array = Buffer.concat(parts);
    let size = length;
    if (length === bytes.length && bytes.at(-1) === CR) {
      bytes = bytes.subarray(0, -1);
      size--;
    }
    if (number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
      bytes = bytes.subarray(3);
      size -= 3;
    }
    const isWhole = bytes.length === size && size <= limit;
    parts = [];
    length = 0;
    return isWhole ? { number, bytes, length: size } : { number, length: size };
  };

  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      take(chunk.subarray(start, end));
      start = end + 1;
      yield finish();
    }
    take(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}
