/** `pair`: which of many texts translate each other or report the same event. What it prints is what `corpus` reads. */
import { readdir, stat } from 'node:fs/promises';
import { dirname, extname, isAbsolute, join, relative, sep } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { createEmbedder, type DocumentDescription, type DocumentMatch, pairDocuments, type Warning } from '../index.ts';
import { encodingsOf } from './decode-text.ts';
import { examplesText } from './examples.ts';
import type { CliIo } from './io.ts';
import { putText } from './output.ts';
import { progressBar } from './progress-bar.ts';
import { type InputOptions, readFileOf, readInputs, textOfFile } from './read-inputs.ts';
import { UsageError } from './usage-error.ts';
import { tellWarning } from './warnings.ts';

/** Options of the command. */
export interface PairCommandOptions extends InputOptions {
  readonly format?: 'tsv' | 'json';
  readonly json?: boolean;
  readonly out?: string;
  readonly model?: string;
  readonly minConfidence?: number;
  readonly relation?: 'parallel' | 'comparable';
  readonly candidates?: number;
  readonly sameLanguage?: boolean;
  readonly oneToOne?: boolean;
}

/** Add the command to the program. `inputs` adds the options of reading texts. */
export function addPairCommand(program: Command, io: CliIo, inputs: (command: Command) => Command): void {
  inputs(program.command('pair'))
    .description('Find out which of many texts translate each other or report the same event.')
    .argument('<file...>', 'texts, or folders of them')
    .addOption(new Option('-f, --format <name>', 'output format (default: by the name of --out, else tsv)').choices(['tsv', 'json']))
    .option('-o, --out <file>', 'write to a file')
    .option('--json', 'the same as --format json: the pairs with their relation and confidence')
    .option('--model <name>', 'another embedding model: a folder, or a name for transformers.js')
    .option('--min-confidence <number>', 'leave out pairs below this confidence, 0 to 1 (default: 0.5)', parseShare)
    .addOption(new Option('--relation <name>', 'only pairs that stand in this relation').choices(['parallel', 'comparable']))
    .option('--one-to-one', 'at most one partner for each text in each language')
    .option('--no-same-language', 'do not pair two texts in one language')
    .option('--candidates <number>', 'likely partners of each text to look at closely (default: 32)', parseCount)
    .addHelpText(
      'after',
      `
The pairs come as lines of two paths with a tab between, from where the list lies: a list for palimpsest corpus.
Of a folder every .txt, .md, .html, .docx and .epub is read, also in folders below it.
${examplesText('pair')}`,
    )
    .action((paths: string[], options: PairCommandOptions) => pairCommand(paths, options, io));
}

/** Read, pair and print. */
export async function pairCommand(paths: readonly string[], options: PairCommandOptions, io: CliIo): Promise<void> {
  const format = formatOf(options);
  const files = await listFiles(paths, format);
  const documents = await readAll(files, options, io);
  const { model, minConfidence, relation, candidates, sameLanguage, oneToOne } = options;
  const bar = progressBar(io.stderr);
  const embedder = model === undefined ? undefined : await createEmbedder({ model });
  try {
    const matches = await pairDocuments(documents, {
      ...(embedder && { embedder }),
      ...(minConfidence !== undefined && { minConfidence }),
      ...(relation !== undefined && { relation }),
      ...(candidates !== undefined && { candidates }),
      ...(sameLanguage !== undefined && { sameLanguage }),
      ...(oneToOne !== undefined && { oneToOne }),
      signal: io.signal,
      // to whoever watches, the search is a part of the comparing
      onProgress: ({ stage, ...event }) => bar.update({ stage: stage === 'search' ? 'align' : stage, ...event }),
    });
    bar.clear();
    const text = format === 'json' ? `${JSON.stringify(matches, null, 1)}\n` : listPaths(matches, options.out);
    await putText(text, options.out, io);
    const paired = new Set(matches.flatMap(({ source, target }) => [source, target])).size;
    io.stderr.write(`${matches.length} pairs; ${documents.length - paired} of ${documents.length} texts have no partner\n`);
  } finally {
    bar.clear();
    await embedder?.dispose();
  }
}

function formatOf({ format, json, out }: PairCommandOptions): 'tsv' | 'json' {
  if (json && format === 'tsv') throw new UsageError('--json and --format tsv exclude each other');
  return json ? 'json' : (format ?? (extname(out ?? '').toLowerCase() === '.json' ? 'json' : 'tsv'));
}

const extensions = new Set(['.txt', '.md', '.markdown', '.html', '.htm', '.xhtml', '.docx', '.epub', '.srt', '.vtt']);

/** The files that are meant, in the order of the arguments, those of a folder in the order of their names; each once. */
async function listFiles(paths: readonly string[], format: 'tsv' | 'json'): Promise<string[]> {
  const files = new Set<string>();
  for (const path of paths) {
    const info = path === '-' ? undefined : await stat(path).catch(() => undefined); // what is not there is told when it is read
    if (!info?.isDirectory()) {
      if (format === 'tsv' && (path === '-' || extname(path).toLowerCase() === '.json')) {
        throw new UsageError(`${path} has no path of its own to put on a list; use --json`);
      }
      files.add(path);
      continue;
    }
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const found = entries
      .filter((entry) => entry.isFile() && extensions.has(extname(entry.name).toLowerCase()))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(
        (file) =>
          !relative(path, file)
            .split(sep)
            .some((part) => part.startsWith('.')),
      )
      .sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
    if (found.length === 0) throw new Error(`there are no texts in ${path}`);
    for (const file of found) files.add(file);
  }
  return [...files];
}

/** Documents with their paths as ids; those of a .json file keep their own. */
async function readAll(files: readonly string[], options: PairCommandOptions, io: CliIo): Promise<DocumentDescription[]> {
  const { language: languages = [], encoding = [], maxBytes } = options;
  const encodingOf = encodingsOf(encoding, files);
  const onWarning = (warning: Warning) => tellWarning(warning, io);
  const documents: DocumentDescription[] = [];
  for (const file of files) {
    const own = languages.filter((value) => value.slice(0, value.lastIndexOf('=')) === file);
    if (file === '-' || extname(file).toLowerCase() === '.json') {
      const ownEncoding = encoding.filter((value) => !value.includes('=') || value.startsWith(`${file}=`));
      documents.push(...(await readInputs([file], { ...options, language: own, encoding: ownEncoding }, io)));
      continue;
    }
    const text = await textOfFile(await readFileOf(file, io, maxBytes), file, { ...encodingOf(file), maxBytes, onWarning });
    const language = own.at(-1)?.slice(file.length + 1);
    documents.push({ id: file, text, ...(language !== undefined && { language }) });
  }
  for (const value of languages) {
    const path = value.slice(0, value.lastIndexOf('='));
    if (!files.includes(path)) throw new UsageError(`--language names ${path || value}, which is not among the files`);
  }
  return documents;
}

/** A list of paths, from where it will lie. */
function listPaths(matches: readonly DocumentMatch[], out: string | undefined): string {
  const fromList = (path: string): string => {
    const located = out === undefined || out === '-' || isAbsolute(path) ? path : relative(dirname(out), path);
    if (/[\t\r\n]/.test(located)) throw new UsageError(`a list cannot hold ${JSON.stringify(located)}; use --json`);
    return located;
  };
  return ['source\ttarget', ...matches.map(({ source, target }) => `${fromList(source)}\t${fromList(target)}`)]
    .map((line) => `${line}\n`)
    .join('');
}

function parseShare(value: string): number {
  const share = Number(value);
  if (value.trim() === '' || !(share >= 0 && share <= 1)) throw new InvalidArgumentError('Expected a number from 0 to 1.');
  return share;
}

function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isSafeInteger(count) || count < 1) throw new InvalidArgumentError('Expected a positive integer.');
  return count;
}
