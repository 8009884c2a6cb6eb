/** Bitext files of any format, by their names and options: one file, or the several that Moses and InterText are made of. */
import { basename, dirname, join } from 'node:path';
import { type Alignment, type BitextSide, bitextAlignment, formats, type InterTextFiles } from '../index.ts';
import { decodeText, encodingsOf } from './decode-text.ts';
import type { OutputFormat } from './file-formats.ts';
import type { CliIo } from './io.ts';
import { placePassages } from './place-passages.ts';
import { readFileOf } from './read-inputs.ts';
import { UsageError } from './usage-error.ts';
import { tellWarning } from './warnings.ts';

/** What the commands that read bitext take. */
export interface BitextOptions {
  /** Files with one sentence a line, for formats that hold numbers or passages; InterText documents for InterText. */
  readonly source?: string;
  readonly target?: string;
  /** Two languages of a TMX or XLIFF that holds more, with a comma between. */
  readonly languages?: string;
  /** Encoding of the files: one for all, and `FILE=name` for each that has its own. */
  readonly encoding?: readonly string[];
  /** Bytes that a file may have. */
  readonly maxBytes?: number;
}

/** Text of a file, or of standard input for `-`. */
export async function readTextFile(path: string, options: BitextOptions, io: CliIo): Promise<string> {
  const { encoding, maxBytes } = options;
  const bytes = path === '-' ? await io.readStdin(maxBytes) : await readFileOf(path, io, maxBytes);
  return decodeText(bytes, path, { ...encodingsOf(encoding)(path), onWarning: (warning) => tellWarning(warning, io) });
}

/** Sentences of `--source` and `--target`, or nothing when neither is given. */
export async function readSentences(options: BitextOptions, io: CliIo): Promise<[string[], string[]] | undefined> {
  const { source, target } = options;
  if (source === undefined && target === undefined) return undefined;
  if (source === undefined || target === undefined) throw new UsageError('--source and --target belong together');
  const lines = async (path: string) => (await readTextFile(path, options, io)).replace(/\r?\n$/, '').split(/\r?\n/);
  return [await lines(source), await lines(target)];
}

/** The three files of InterText: all named, or the alignment alone, which names the documents that lie beside it. */
export async function readInterTextFiles(paths: readonly string[], options: BitextOptions, io: CliIo): Promise<InterTextFiles> {
  if (paths.length !== 1 && paths.length !== 3)
    throw new UsageError(`intertext is the alignment alone, or three files: source, target, alignment; got ${paths.length}`);
  const alignment = await readTextFile(paths.at(-1)!, options, io);
  const beside = (attribute: string) => {
    const name = new RegExp(`<linkGrp\\b[^>]*\\b${attribute}\\s*=\\s*["']([^"']+)["']`).exec(alignment)?.[1];
    if (name === undefined) throw new UsageError(`${paths[0]} does not name its documents: give three files, or --source and --target`);
    return join(dirname(paths[0]!), basename(name)); // never outside the folder, whatever the file says
  };
  const source = options.source ?? (paths.length === 3 ? paths[0]! : beside('fromDoc'));
  const target = options.target ?? (paths.length === 3 ? paths[1]! : beside('toDoc'));
  return { source: await readTextFile(source, options, io), target: await readTextFile(target, options, io), alignment };
}

/** Read an alignment. With `--source` and `--target`, passages become beads of those sentences. */
export async function readBitext(paths: readonly string[], from: OutputFormat, options: BitextOptions, io: CliIo): Promise<Alignment> {
  if (from === 'html' || from === 'text') throw new UsageError(`${from} can be written, not read`);
  if (from === 'intertext') return formats.intertext.read(await readInterTextFiles(paths, options, io));
  const wanted = from === 'moses' ? 2 : 1;
  if (paths.length !== wanted) throw new UsageError(`${from} is ${wanted} file${wanted > 1 ? 's' : ''}, got ${paths.length}`);
  const texts: string[] = [];
  for (const path of paths) texts.push(await readTextFile(path, options, io));
  const [first, second] = texts as [string, string];
  const sentences = await readSentences(options, io);
  switch (from) {
    case 'json':
      return formats.json.read(first);
    case 'ladder':
    case 'vecalign':
      if (sentences === undefined)
        throw new UsageError(`${from} holds sentence numbers only: give the sentences, one a line, with --source and --target`);
      return bitextAlignment({ sentences: sentences[0] }, { sentences: sentences[1] }, formats[from].read(first));
    case 'moses': {
      const language = (path: string) => /\.([a-z]{2,3}(?:[-_]\w+)*)$/i.exec(path)?.[1];
      const files = { source: first, target: second };
      return placed(formats.moses.read(files, { source: language(paths[0]!), target: language(paths[1]!) }), sentences);
    }
    case 'tmx':
    case 'xliff':
    case 'xliff12':
      return placed(formats[from === 'tmx' ? 'tmx' : 'xliff'].read(first, parseLanguages(options.languages)), sentences);
    default:
      return placed(formats[from].read(first), sentences);
  }
}

function placed(alignment: Alignment, sentences: [string[], string[]] | undefined): Alignment {
  if (sentences === undefined) return alignment;
  const side = (i: 0 | 1): BitextSide => {
    const { id, language, url, date } = alignment.documents[i]!;
    return { id, language, ...(url !== undefined && { url }), ...(date !== undefined && { date }), sentences: sentences[i] };
  };
  return { ...bitextAlignment(side(0), side(1), placePassages(alignment, ...sentences)), warnings: alignment.warnings };
}

function parseLanguages(value: string | undefined): { source?: string; target?: string } {
  if (value === undefined) return {};
  const [source, target, ...more] = value.split(',');
  if (!source || !target || more.length > 0) throw new UsageError(`--languages takes two tags with a comma between, got ${value}`);
  return { source, target };
}
