/** Everything the command line touches outside itself, so that tests can put something else there. */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';

/** Bytes of a file, and what an archive may unpack to, unless `--max-bytes` says otherwise: a hundred times the longest novel. */
export const defaultMaxBytes = 200_000_000;

/** A stream to write text to. */
export interface Sink {
  write(text: string): unknown;
  /** Whether a person sees it. */
  readonly isTTY?: boolean;
  /** Width of the terminal in characters. */
  readonly columns?: number;
  /** Streams that want the next text later, after `write` said `false`, tell when. */
  once?(event: 'drain', listener: () => void): unknown;
}

/** Streams, files, and the signal of `Ctrl-C`. */
export interface CliIo {
  /** For results. */
  readonly stdout: Sink;
  /** For everything else. */
  readonly stderr: Sink;
  /** The bytes of a file. @throws `TOO_LARGE` past `maxBytes`, wherever the file ends, if it does. */
  readFile(path: string, maxBytes?: number): Promise<Uint8Array>;
  /** Standard input to its end. @throws `TOO_LARGE` past `maxBytes`. */
  readStdin(maxBytes?: number): Promise<Uint8Array>;
  /** Standard input piece by piece. */
  openStdin(): AsyncIterable<Uint8Array>;
  /** Whether a folder is there. */
  hasFolder(path: string): Promise<boolean>;
  /** Write a file whole or not at all. */
  writeFile(path: string, text: string): Promise<void>;
  readonly signal: AbortSignal;
}

/** The real thing. */
export function nodeIo(signal: AbortSignal, stdin: NodeJS.ReadStream | Readable = process.stdin): CliIo {
  // reading would go on for ever where nobody ends the input
  const openStdin = (): AsyncIterable<Uint8Array> => addAbortSignal(signal, stdin);
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    readFile: (path, maxBytes) => readAtMost(createReadStream(path, { signal }), path, maxBytes),
    readStdin: (maxBytes) => readAtMost(openStdin(), 'standard input', maxBytes),
    openStdin,
    hasFolder: async (path) => (await stat(path).catch(() => undefined))?.isDirectory() ?? false,
    writeFile: writeWhole,
    signal,
  };
}

async function readAtMost(stream: AsyncIterable<Uint8Array>, name: string, maxBytes = defaultMaxBytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > maxBytes) {
      const { AlignmentError } = await import('../index.ts'); // only now: Ctrl-C has to be heard while the library loads
      throw new AlignmentError('TOO_LARGE', `${name} has more than ${maxBytes} bytes; see --max-bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Write beside the file first and rename then: whoever looks finds the old file or the new one, never half of one. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
