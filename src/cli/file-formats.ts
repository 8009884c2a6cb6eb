/** Names of formats on the command line and in file names, and the files that each format is made of. */
import { basename, dirname, extname, join } from 'node:path';
import { type Alignment, type FormatName, formats, type ReportOptions, renderHtml, type WriteOptions } from '../index.ts';
import { fileNamePart } from './file-name-part.ts';
import { UsageError } from './usage-error.ts';

/** What `--format` takes: the formats of the library, the older XLIFF, the report, and words for a terminal. */
export type OutputFormat = FormatName | 'xliff12' | 'html' | 'text';

/** All of them. */
export const outputFormats: readonly OutputFormat[] = ['text', 'html', ...(Object.keys(formats) as FormatName[]), 'xliff12'];

const byExtension: Record<string, OutputFormat> = {
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.tsv': 'tsv',
  '.tmx': 'tmx',
  '.xlf': 'xliff',
  '.xliff': 'xliff',
  '.sdlxliff': 'xliff',
  '.mqxliff': 'xliff',
  '.mxliff': 'xliff',
  '.ladder': 'ladder',
  '.vecalign': 'vecalign',
  '.xml': 'intertext',
  '.txt': 'text',
};

/** The format that a file name tells. */
export function formatOfPath(path: string): OutputFormat | undefined {
  return byExtension[extname(path).toLowerCase()];
}

/** A file to write: what is put behind the stem of its name, and its text. */
export interface OutputFile {
  path: string;
  text: string;
}

/** Which pair is written, from which confidence on, and the heading of a report. */
export interface FileOptions extends WriteOptions {
  readonly title?: string;
  /** Words that translate each other, for the report. */
  readonly words?: ReportOptions['words'];
}

/** Whether a format holds a whole alignment; the others hold one pair. */
export function holdsAll(format: OutputFormat): boolean {
  return format === 'html' || format === 'json' || format === 'text';
}

/**
 * The files of one format. Formats of several files put the language (Moses) or the document (InterText) before the extension.
 *
 * @param path - As the user gave it; for standard output the only file is called that.
 */
export function outputFiles(alignment: Alignment, format: Exclude<OutputFormat, 'text'>, path: string, options: FileOptions): OutputFile[] {
  const { title, words, ...rest } = options;
  switch (format) {
    case 'html':
      return [{ path, text: renderHtml(alignment, { title, words }) }];
    case 'json':
      return [{ path, text: formats.json.write(alignment) }];
    case 'moses': {
      const files = formats.moses.write(alignment, rest);
      const [source, target] = languagesOf(alignment, rest.pair).map(fileNamePart) as [string, string];
      const suffixes = source === target ? [`${source}.1`, `${target}.2`] : [source, target];
      return [
        { path: `${path}.${suffixes[0]}`, text: files.source },
        { path: `${path}.${suffixes[1]}`, text: files.target },
      ];
    }
    case 'intertext': {
      const stem = join(dirname(path), basename(path, extname(path)));
      const fileNames = { source: `${basename(stem)}.source.xml`, target: `${basename(stem)}.target.xml` };
      const files = formats.intertext.write(alignment, { ...rest, fileNames });
      return [
        { path: `${stem}.source.xml`, text: files.source },
        { path: `${stem}.target.xml`, text: files.target },
        { path: `${stem}.alignment.xml`, text: files.alignment },
      ];
    }
    case 'xliff12':
      return [{ path, text: formats.xliff.write(alignment, { ...rest, version: '1.2' }) }];
    default:
      return [{ path, text: formats[format].write(alignment, rest) }];
  }
}

function languagesOf(alignment: Alignment, pair = 0): [string, string] {
  const { source, target } = alignment.pairs[pair]!;
  const language = (id: string) => alignment.documents.find((document) => document.id === id)!.language;
  return [language(source), language(target)];
}

/**
 * The position of the pair that `--pair` names: two document ids with a comma between, or the position itself.
 *
 * @throws {@link UsageError} naming the pairs there are.
 */
export function findPair(alignment: Alignment, name: string): number {
  const index = alignment.pairs.findIndex((pair, i) => name === String(i) || name === `${pair.source},${pair.target}`);
  if (index < 0)
    throw new UsageError(
      `--pair ${name} names no pair; there are ${alignment.pairs.map((pair) => `${pair.source},${pair.target}`).join(' ')}`,
    );
  return index;
}
