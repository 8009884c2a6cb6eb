/** Where results go: to standard output, or to files that are written whole or not at all. */
import { dirname } from 'node:path';
import { type Alignment, type Embedder, linkWords, type Warning } from '../index.ts';
import { describeAlignment } from './describe-alignment.ts';
import { findPair, formatOfPath, holdsAll, type OutputFormat, outputFiles } from './file-formats.ts';
import { fileNamePart } from './file-name-part.ts';
import type { CliIo } from './io.ts';
import { paintFor, plain } from './paint.ts';
import { UsageError } from './usage-error.ts';
import { tellWarning } from './warnings.ts';

/** What the commands that write alignments take. */
export interface OutputOptions {
  readonly format?: OutputFormat;
  readonly json?: boolean;
  readonly out?: string;
  readonly pair?: string;
  readonly minConfidence?: number;
  readonly title?: string;
}

/** Cells of a line: those of the terminal. Elsewhere, in files and pipes, lines are as long as they are. */
export function widthOf(io: CliIo, out?: string): number {
  return (out === undefined || out === '-' ? io.stdout.columns : undefined) ?? Number.POSITIVE_INFINITY;
}

/** @throws when the folder of a file to write is not there: told before the work. */
export async function checkFolder(out: string | undefined, io: CliIo): Promise<void> {
  if (out === undefined || out === '-' || (await io.hasFolder(dirname(out)))) return;
  throw new Error(`cannot write ${out}: there is no folder ${dirname(out)}`);
}

/**
 * Write an alignment. Without `--out` and `--format`, in words.
 *
 * @param embedder - What the report links words by, if it knows words; else the built-in model does.
 */
export async function putAlignment(alignment: Alignment, options: OutputOptions, io: CliIo, embedder?: Embedder): Promise<void> {
  const format = formatOf(options);
  if (format === 'text')
    return putText(
      describeAlignment(alignment, widthOf(io, options.out), options.out === undefined ? paintFor(io.stdout) : plain),
      options.out,
      io,
    );

  const { out, minConfidence, title } = options;
  const named = options.pair === undefined ? undefined : findPair(alignment, options.pair);
  const onWarning = (warning: Warning) => tellWarning(warning, io);
  const shared = { onWarning, ...(minConfidence !== undefined && { minConfidence }), ...(title !== undefined && { title }) };
  const words = format === 'html' && { words: await linkWords(alignment, { signal: io.signal, ...(embedder?.additive && { embedder }) }) };
  if (holdsAll(format)) return putFiles(outputFiles(alignment, format, out ?? '-', { ...shared, ...words }), out, io);

  const pairs = named !== undefined ? [named] : [...alignment.pairs.keys()];
  if (pairs.length > 1 && out === undefined) {
    const names = alignment.pairs.map((pair) => `${pair.source},${pair.target}`).join(' ');
    throw new UsageError(`${format} holds one pair: choose one with --pair (${names}), or write one file each with --out`);
  }
  const taken = new Set<string>();
  const files = pairs.flatMap((pair) => {
    const { source, target } = alignment.pairs[pair]!;
    const path = pairs.length > 1 ? withPair(out!, source, target, taken) : (out ?? '-');
    return outputFiles(alignment, format, path, { ...shared, pair });
  });
  return putFiles(files, out, io);
}

/** Write text to a file or to standard output. */
export async function putText(text: string, out: string | undefined, io: CliIo): Promise<void> {
  await putFiles([{ path: out ?? '-', text }], out, io);
}

/** Which format is meant. */
export function formatOf({ format, json, out }: OutputOptions): OutputFormat {
  if (json && format !== undefined && format !== 'json') throw new UsageError(`--json and --format ${format} exclude each other`);
  if (json) return 'json';
  return format ?? (out === undefined || out === '-' ? 'text' : formatOfPath(out)) ?? unknownFormat(out!);
}

function unknownFormat(out: string): never {
  throw new UsageError(`the name ${out} does not tell its format; say it with --format`);
}

async function putFiles(files: readonly { path: string; text: string }[], out: string | undefined, io: CliIo): Promise<void> {
  io.signal.throwIfAborted();
  for (const { path, text } of files) {
    const lone = text.match(/\p{Surrogate}/gu)?.length ?? 0;
    if (lone > 0) {
      const message = `${path}: ${lone} unpaired surrogate${lone === 1 ? '' : 's'} became U+FFFD`;
      tellWarning({ code: 'CHARACTERS_REPLACED', message }, io);
    }
  }
  if (out === undefined || out === '-') {
    if (files.length > 1)
      throw new UsageError(`this format makes ${files.length} files, which standard output cannot hold: name a file to write to`);
    io.stdout.write(files[0]!.text);
    return;
  }
  for (const { path, text } of files) {
    await io.writeFile(path, text);
    io.stderr.write(`wrote ${path}\n`);
  }
}

/** `corpus.tmx` becomes `corpus.a-b.tmx`, or `corpus.a-b-2.tmx` where that is taken. Characters that file systems dislike become `_`. */
function withPair(path: string, source: string, target: string, taken: Set<string>): string {
  const plain = `${fileNamePart(source)}-${fileNamePart(target)}`;
  let name = plain;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plain}-${number}`;
  taken.add(name.toLowerCase());
  const dot = path.lastIndexOf('.');
  return dot > Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1
    ? `${path.slice(0, dot)}.${name}${path.slice(dot)}`
    : `${path}.${name}`;
}
