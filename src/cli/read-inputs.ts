/** Files to documents: by extension to text, with an id from the file name. */
import { basename, extname } from 'node:path';
import { AlignmentError, type DocumentDescription, type Warning } from '../index.ts';
import { type DecodeOptions, decodeText, encodingsOf } from './decode-text.ts';
import { type CliIo, defaultMaxBytes } from './io.ts';
import { refuseOtherFiles } from './refuse-other-files.ts';
import { UsageError } from './usage-error.ts';
import { tellWarning } from './warnings.ts';

/** What the commands that read texts take. */
export interface InputOptions {
  /** `FILE=xx`, one for each file whose language is known. */
  readonly language?: readonly string[];
  /** Encoding of text files: one for all, and `FILE=name` for each that has its own. */
  readonly encoding?: readonly string[];
  /** What a file may have, and what an archive may unpack to. @defaultValue {@link defaultMaxBytes} */
  readonly maxBytes?: number;
}

/**
 * Read documents from files; `-` is standard input. A .json file holds one document or a list of them, with `id`, `text`, `language`,
 * `url`, `date` as `alignDocuments` takes them.
 */
export async function readInputs(paths: readonly string[], options: InputOptions, io: CliIo): Promise<DocumentDescription[]> {
  if (paths.filter((path) => path === '-').length > 1) throw new UsageError('standard input can be read only once');
  const twice = paths.find((path, i) => paths.indexOf(path) < i);
  if (twice !== undefined) throw new UsageError(`${twice} is named twice`);
  const languages = new Map((options.language ?? []).map(parseLanguage));
  const encodingOf = encodingsOf(options.encoding, paths);
  const read: DocumentDescription[] = [];
  for (const path of paths) {
    const bytes = path === '-' ? await io.readStdin(options.maxBytes) : await readFileOf(path, io, options.maxBytes);
    const extension = extname(path).toLowerCase();
    if (extension === '.json') for (const document of documentsOfJson(decodeText(bytes, path), path)) read.push(document);
    else {
      const reading = { ...encodingOf(path), maxBytes: options.maxBytes, onWarning: (warning: Warning) => tellWarning(warning, io) };
      read.push({ id: freeId(path, paths), text: await textOfFile(bytes, path, reading) });
    }
    const language = languages.get(path);
    if (language !== undefined) read[read.length - 1] = { ...read.at(-1)!, language };
    languages.delete(path);
  }
  for (const path of languages.keys()) throw new UsageError(`--language names ${path}, which is not among the files`);
  return read;
}

/** Bytes of a file, with an error that names it. @throws `TOO_LARGE` for a file of more than `maxBytes`. */
export async function readFileOf(path: string, io: CliIo, maxBytes?: number): Promise<Uint8Array> {
  try {
    return await io.readFile(path, maxBytes);
  } catch (error) {
    io.signal.throwIfAborted();
    if (error instanceof AlignmentError) throw error;
    const code = (error as { code?: string }).code;
    const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : (error as Error).message;
    throw new Error(`cannot read ${path}: ${reason}`, { cause: error });
  }
}

/** How a file is read. */
export interface FileReadOptions extends Omit<DecodeOptions, 'readHead'> {
  /** What an archive may unpack to. @defaultValue {@link defaultMaxBytes} */
  readonly maxBytes?: number;
}

/** Text of a .txt, .md, .html, .docx, .epub, .srt or .vtt file; anything else is taken for plain text. */
export async function textOfFile(bytes: Uint8Array, path: string, options: FileReadOptions = {}): Promise<string> {
  const { maxBytes = defaultMaxBytes, ...decoding } = options;
  switch (extname(path).toLowerCase()) {
    case '.html':
    case '.htm':
    case '.xhtml':
      return textOfPage(bytes, path, decoding);
    case '.md':
    case '.markdown':
      return (await import('./text-of-markdown.ts')).textOfMarkdown(decodeText(bytes, path, decoding), path);
    case '.srt':
    case '.vtt':
      return (await import('./text-of-subtitles.ts')).textOfSubtitles(decodeText(bytes, path, decoding), path);
    case '.docx':
      return (await import('./text-of-docx.ts')).textOfDocx(bytes, path, maxBytes);
    case '.epub':
      return (await import('./text-of-epub.ts')).textOfEpub(bytes, path, maxBytes);
    default:
      refuseOtherFiles(bytes, path);
      return decodeText(bytes, path, decoding);
  }
}

async function textOfPage(bytes: Uint8Array, path: string, decoding: DecodeOptions): Promise<string> {
  const [{ textOfHtml }, { metaCharset }] = await Promise.all([import('./text-of-html.ts'), import('./meta-charset.ts')]);
  return textOfHtml(decodeText(bytes, path, { ...decoding, readHead: metaCharset }));
}

function parseLanguage(value: string): [path: string, language: string] {
  const at = value.lastIndexOf('=');
  if (at <= 0 || at === value.length - 1) throw new UsageError(`--language takes FILE=xx, got ${value}`);
  return [value.slice(0, at), value.slice(at + 1)];
}

/** The file name without its extension; the whole path where that would be the id of two files. */
export function freeId(path: string, paths: readonly string[]): string {
  if (path === '-') return 'stdin';
  const short = (value: string) => basename(value, extname(value));
  return paths.filter((other) => short(other) === short(path)).length > 1 ? path : short(path);
}

function documentsOfJson(text: string, path: string): DocumentDescription[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AlignmentError('FORMAT_INVALID', `${path}: ${(cause as Error).message}`, { cause });
  }
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0 || !list.every((item) => typeof item === 'object' && item !== null && ('text' in item || 'sentences' in item))) {
    throw new AlignmentError('FORMAT_INVALID', `${path}: expected a document with \`text\` or \`sentences\`, or a list of them`);
  }
  return list as DocumentDescription[];
}
