/**
 * Opens what a corpus is read from: JSON lines, a list of paths, a folder, or standard input. Nothing of it is read before it is asked for,
 * and what cannot be read is that pair's affair.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AlignmentError, type CorpusPairInput, type DocumentDescription } from '../../index.ts';
import { decodeText } from '../decode-text.ts';
import type { CliIo } from '../io.ts';
import { readFileOf, textOfFile } from '../read-inputs.ts';
import { UsageError } from '../usage-error.ts';
import { tellWarning } from '../warnings.ts';
import { type FilePair, pairFolder } from './folder-pairs.ts';
import { type Line, readLines } from './read-lines.ts';

/** How the input is read. */
export interface CorpusInputOptions {
  /** What the input is; left out: by its name. Standard input is JSON lines unless this says otherwise. */
  readonly from?: 'jsonl' | 'tsv';
  /** Encoding of text files that a list or folder names. */
  readonly encoding?: string;
  /** Longest line and largest file, in bytes. */
  readonly maxBytes: number;
  /** Languages to pair in a folder. */
  readonly languages?: readonly string[];
}

/** An input that was opened. */
export interface CorpusInput {
  readonly pairs: AsyncIterable<CorpusPairInput>;
  /** Share of the input that was read, 0 to 1; `undefined` if unknown. */
  share(): number | undefined;
  /** What the user ought to know of it. */
  readonly notes: readonly string[];
}

/**
 * Open an input.
 *
 * @throws UsageError where it is not clear what it is, or Error where it is not there.
 */
export async function openCorpusInput(path: string, options: CorpusInputOptions, io: CliIo): Promise<CorpusInput> {
  if (path === '-') return ofLines(io.openStdin(), undefined, 'standard input', '.', options.from ?? 'jsonl', options, io);
  const info = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`cannot read ${path}: ${cause.code === 'ENOENT' ? 'there is no such file or folder' : cause.message}`, { cause });
  });
  if (info.isDirectory()) return ofFolder(path, options, io);
  const from = options.from ?? (/\.(jsonl|ndjson)$/i.test(path) ? 'jsonl' : /\.tsv$/i.test(path) ? 'tsv' : undefined);
  if (!from) throw new UsageError(`${path} is neither a folder nor called .jsonl, .ndjson or .tsv; say what it is with --from`);
  return ofLines(createReadStream(path), info.isFile() ? info.size : undefined, path, dirname(path), from, options, io);
}

function ofLines(
  stream: AsyncIterable<Uint8Array>,
  size: number | undefined,
  name: string,
  folder: string,
  from: 'jsonl' | 'tsv',
  options: CorpusInputOptions,
  io: CliIo,
): CorpusInput {
  let read = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      read += chunk.length;
      yield chunk;
    }
  }
  async function* pairs(): AsyncGenerator<CorpusPairInput> {
    for await (const line of readLines(counted(), options.maxBytes)) {
      const pair = await pairOfLine(line, name, folder, from, options, io);
      if (pair !== undefined) yield pair;
    }
  }
  return { pairs: pairs(), share: () => (size ? Math.min(1, read / size) : undefined), notes: [] };
}

/** The pair on a line; `undefined` for a blank line and for the heading of a list. */
async function pairOfLine(
  line: Line,
  name: string,
  folder: string,
  from: 'jsonl' | 'tsv',
  options: CorpusInputOptions,
  io: CliIo,
): Promise<CorpusPairInput | undefined> {
  const place = `${basename(name)}:${line.number}`;
  try {
    if (!line.bytes) throw tooLarge(place, 'line', options.maxBytes, line.length);
    const text = decodeText(line.bytes, place);
    if (text.trim() === '') return undefined;
    if (from === 'jsonl') return parseLine(text, place);
    if (line.number === 1 && /^source\ttarget(\tid)?$/.test(text)) return undefined;
    const [source, target, id, ...rest] = text.split('\t');
    if (!source || !target || id === '' || rest.length > 0) {
      throw new AlignmentError('FORMAT_INVALID', `${place}: expected source, tab, target, and perhaps tab and id`);
    }
    const pathed = (path: string) => ({ path, file: resolve(folder, path) });
    return readPair({ ...(id !== undefined && { id }), source: pathed(source), target: pathed(target) }, options, io);
  } catch (error) {
    io.signal.throwIfAborted();
    return { error: error as Error };
  }
}

function parseLine(text: string, place: string): CorpusPairInput {
  try {
    return JSON.parse(text) as CorpusPairInput;
  } catch (cause) {
    throw new AlignmentError('FORMAT_INVALID', `${place}: ${(cause as Error).message}`, { cause });
  }
}

async function ofFolder(folder: string, options: CorpusInputOptions, io: CliIo): Promise<CorpusInput> {
  const { pairs: found, alone } = await pairFolder(folder, options.languages);
  if (found.length === 0) {
    throw new Error(`no two files in ${folder} belong together: expected names like x.en.txt and x.id.txt, or en/x.txt and id/x.txt`);
  }
  let read = 0;
  async function* pairs(): AsyncGenerator<CorpusPairInput> {
    for (const pair of found) {
      read++;
      yield await readPair(located(pair, folder), options, io);
    }
  }
  const some = alone.slice(0, 3).join(', ');
  const notes =
    alone.length > 0 ? [`left out, for want of a partner: ${some}${alone.length > 3 ? ` and ${alone.length - 3} more` : ''}`] : [];
  return { pairs: pairs(), share: () => read / found.length, notes };
}

interface DocumentFile {
  /** As the user knows it. */
  readonly path: string;
  /** Where it lies. */
  readonly file: string;
  readonly language?: string;
}

function located({ id, source, target }: FilePair, folder: string) {
  return { id, source: { ...source, file: join(folder, source.path) }, target: { ...target, file: join(folder, target.path) } };
}

/** Read both files of a pair. What cannot be read makes it an unreadable pair. */
async function readPair(
  { id, source, target }: { readonly id?: string; readonly source: DocumentFile; readonly target: DocumentFile },
  options: CorpusInputOptions,
  io: CliIo,
): Promise<CorpusPairInput> {
  try {
    return {
      ...(id !== undefined && { id }),
      source: await readDocument(source, options, io),
      target: await readDocument(target, options, io),
    };
  } catch (error) {
    io.signal.throwIfAborted();
    return { ...(id !== undefined && { id }), error: error as Error };
  }
}

async function readDocument({ path, file, language }: DocumentFile, options: CorpusInputOptions, io: CliIo): Promise<DocumentDescription> {
  const size = (await stat(file).catch(() => undefined))?.size ?? 0; // the reader reports a missing file
  if (size > options.maxBytes) throw tooLarge(path, 'file', options.maxBytes, size);
  const text = await textOfFile(await readFileOf(file, io), path, {
    encoding: options.encoding,
    onWarning: (warning) => tellWarning(warning, io),
  });
  return { id: path, text, ...(language !== undefined && { language }) };
}

function tooLarge(place: string, what: string, limit: number, size: number): AlignmentError {
  return new AlignmentError('TOO_LARGE', `${place}: expected a ${what} of at most ${limit} bytes (--max-bytes), got ${size}`);
}
