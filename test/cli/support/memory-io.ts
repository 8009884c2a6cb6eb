import type { CliIo } from '../../../src/cli/io.ts';
import { AlignmentError } from '../../../src/errors.ts';

/** Streams and files in memory. `files` may be looked at afterwards. */
export interface MemoryIo extends CliIo {
  out: string;
  err: string;
  files: Map<string, string | Uint8Array>;
}

/** A command line that touches nothing. */
export function memoryIo(
  files: Record<string, string | Uint8Array> = {},
  options: { tty?: boolean; stdin?: string; signal?: AbortSignal } = {},
): MemoryIo {
  const bytes = (content: string | Uint8Array) => (typeof content === 'string' ? new TextEncoder().encode(content) : content);
  const io: MemoryIo = {
    out: '',
    err: '',
    files: new Map(Object.entries(files)),
    stdout: {
      columns: 100,
      write: (text) => {
        io.out += text;
      },
    },
    stderr: {
      isTTY: options.tty ?? false,
      write: (text) => {
        io.err += text;
      },
    },
    readFile: async (path, maxBytes = 1e9) => {
      const content = io.files.get(path);
      if (content !== undefined && content.length > maxBytes) throw new AlignmentError('TOO_LARGE', path);
      if (content === undefined) throw Object.assign(new Error('no'), { code: 'ENOENT' });
      return bytes(content);
    },
    readStdin: async () => bytes(options.stdin ?? ''),
    openStdin: async function* () {
      yield bytes(options.stdin ?? '');
    },
    hasFolder: async (path) => path !== 'gone',
    writeFile: async (path, text) => {
      io.files.set(path, text);
    },
    signal: options.signal ?? new AbortController().signal,
  };
  return io;
}
