/** `convert`: from one format to another. */
import { type Alignment, bitextAlignment, formats } from '../index.ts';
import { formatOfPath, type OutputFormat } from './file-formats.ts';
import type { CliIo } from './io.ts';
import { formatOf, putAlignment } from './output.ts';
import { decodeText, readFileOf } from './read-inputs.ts';
import { UsageError } from './usage-error.ts';

/** Options of the command. */
export interface ConvertOptions {
  readonly from?: OutputFormat;
  readonly to?: OutputFormat;
  readonly pair?: string;
  readonly minConfidence?: number;
  readonly title?: string;
  /** Files with one sentence a line, for formats that hold sentence numbers only. */
  readonly source?: string;
  readonly target?: string;
}

/** Read one alignment, of one or more files, and write it. `-` as `out` is standard output. */
export async function convertCommand(inputs: readonly string[], out: string, options: ConvertOptions, io: CliIo): Promise<void> {
  const from = options.from ?? formatOfPath(inputs[0]!);
  if (from === undefined) throw new UsageError(`the name ${inputs[0]} does not tell its format; say it with --from`);
  const format = formatOf({ format: options.to, out });
  const alignment = await readAlignment(inputs, from, options, io);
  const { pair, minConfidence, title } = options;
  await putAlignment(alignment, { format, pair, minConfidence, title, ...(out !== '-' && { out }) }, io);
}

async function readAlignment(inputs: readonly string[], from: OutputFormat, options: ConvertOptions, io: CliIo): Promise<Alignment> {
  if (from === 'html' || from === 'text') throw new UsageError(`${from} can be written, not read`);
  const wanted = from === 'moses' ? 2 : from === 'intertext' ? 3 : 1;
  if (inputs.length !== wanted)
    throw new UsageError(`${from} is ${wanted} file${wanted > 1 ? 's' : ''}, got ${inputs.length} before the output`);
  const texts: string[] = [];
  for (const path of inputs) texts.push(decodeText(path === '-' ? await io.readStdin() : await readFileOf(path, io), path));
  const [first, second, third] = texts as [string, string, string];
  switch (from) {
    case 'json':
    case 'tsv':
    case 'tmx':
    case 'xliff':
      return formats[from].read(first);
    case 'moses': {
      const language = (path: string) => /\.([a-z]{2,3}(?:-\w+)*)$/i.exec(path)?.[1];
      return formats.moses.read({ source: first, target: second }, { source: language(inputs[0]!), target: language(inputs[1]!) });
    }
    case 'intertext':
      return formats.intertext.read({ source: first, target: second, alignment: third });
    case 'ladder':
    case 'vecalign': {
      if (options.source === undefined || options.target === undefined) {
        throw new UsageError(`${from} holds sentence numbers only: give the sentences, one a line, with --source and --target`);
      }
      const lines = async (path: string) =>
        decodeText(await readFileOf(path, io), path)
          .replace(/\r?\n$/, '')
          .split(/\r?\n/);
      const [source, target] = [await lines(options.source), await lines(options.target)];
      return bitextAlignment({ sentences: source }, { sentences: target }, formats[from].read(first));
    }
  }
}
