/** `corpus`: many pairs to one line of JSON each, in a run that can be killed and gone on with. */

import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { AlignmentError, alignCorpus, type BeadFilter, beadLine, type CorpusPairInput } from '../index.ts';
import { type CorpusInput, openCorpusInput } from './corpus/corpus-input.ts';
import { corpusProgress } from './corpus/corpus-progress.ts';
import { type FilterOptions, filterOf } from './corpus/filter-options.ts';
import { chainDigest } from './corpus/run-journal.ts';
import { openRunOutput, type RunOutput, sinkOutput } from './corpus/run-output.ts';
import { countLine, describeRun, type RunTally } from './corpus/run-tally.ts';
import { InterruptedError } from './interrupted-error.ts';
import type { CliIo } from './io.ts';
import { plainLine } from './text-table.ts';
import { UsageError } from './usage-error.ts';

/** Options of the command. */
export interface CorpusCommandOptions extends FilterOptions {
  readonly out?: string;
  readonly resume?: boolean;
  readonly from?: 'jsonl' | 'tsv';
  readonly encoding?: string;
  readonly maxBytes: number;
  readonly workers: number | 'auto';
  readonly workerMemory?: number;
  readonly model?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** Failed pairs that are told as they come; the others are in the output and in the summary. */
const TOLD_FAILURES = 5;

/** Add the command to the program. */
export function addCorpusCommand(program: Command, io: CliIo, version: string): void {
  program
    .command('corpus')
    .description('Align many pairs of documents: one line of JSON for each pair, in input order.')
    .argument('<input>', 'pairs.jsonl, a .tsv of paths, a folder, or - for JSON lines on standard input')
    .option('-o, --out <file>', 'write to a file; FILE.part until it is whole (default: standard output)')
    .option('--resume', 'go on with a run that was killed, with nothing lost and nothing twice')
    .option('--workers <number>', 'threads, or auto: one for each core; 0: none', parseWorkers, 'auto')
    .option('--worker-memory <MB>', 'heap of one thread; a pair that needs more fails (default: 2048)', parseWhole)
    .option('--model <name>', 'another embedding model: a folder, or a name for transformers.js')
    .option('--min-confidence <number>', 'leave out beads below this confidence, 0 to 1', Number)
    .option('--length-ratio <number>', 'leave out beads with one side more than so many times as long as the other, from 1', Number)
    .option('--no-skips', 'leave out sentences without a partner')
    .option('--languages <list>', 'leave out pairs not in these languages, as in en,id; in a folder, also the order of a pair', parseList)
    .option('--relation <list>', 'leave out pairs that are not parallel, comparable or unrelated, as in parallel,comparable', parseList)
    .addOption(new Option('--from <kind>', 'what the input is (default: by its name)').choices(['jsonl', 'tsv']))
    .option('--encoding <name>', 'encoding of text files that a list or folder names (default: utf-8, or by byte order mark)')
    .option('--max-bytes <number>', 'longest line and largest file of the input', parseWhole, 67_108_864)
    .option('--strict', 'exit with 1 when a pair failed')
    .option('--json', 'print the summary as JSON to standard output')
    .addHelpText(
      'after',
      `
Input:
  .jsonl    {"id": "7", "source": "text", "target": {"text": "text", "language": "id"}} a line; id may be left out
  .tsv      source path, tab, target path, and perhaps tab and id; relative paths start at the folder of the list
  a folder  x.en.txt beside x.id.txt, or en/x.txt beside id/x.txt; of more than two languages every two are a pair

Each line of the output has the id and index of its pair and a status: aligned (with its beads), filtered or failed (with its error).
A pair that fails ends nothing: exit code 1 only when none could be aligned, or with --strict.

Examples:
  palimpsest corpus pairs.jsonl --out beads.jsonl --min-confidence 0.8
  palimpsest corpus articles --out articles.jsonl --languages id,en --workers 2
  palimpsest corpus pairs.tsv --out listed.jsonl --resume --strict
`,
    )
    .action((input: string, options: CorpusCommandOptions) => corpusCommand(input, options, io, version));
}

/** Align a corpus. */
export async function corpusCommand(path: string, options: CorpusCommandOptions, io: CliIo, version = ''): Promise<void> {
  const { resume = false } = options;
  const out = options.out === '-' ? undefined : options.out;
  if (resume && out === undefined) throw new UsageError('--resume needs --out: only a file can be gone on with');
  if (options.json && out === undefined) throw new UsageError('--json needs --out: standard output is taken by the lines');
  if (out !== undefined && resolve(out) === resolve(path)) throw new UsageError(`${out} is the input: name another file with --out`);
  const filter = filterOf(options);

  const input = await openCorpusInput(path, options, io);
  for (const note of input.notes) io.stderr.write(`${plainLine(note)}\n`);
  const { model, encoding } = options;
  const output = out === undefined ? sinkOutput(io.stdout) : await openRunOutput(out, { version, model, encoding, ...filter }, resume);
  if (!output) {
    io.stderr.write(`${out} is whole: there is nothing to go on with\n`);
    return;
  }
  const began = performance.now();
  const tally = structuredClone(output.start.tally);
  try {
    await run(input, output, tally, filter, options, io);
    if (tally.pairs === 0) throw new AlignmentError('NO_DOCUMENTS', `there is no pair in ${path}`);
    await output.finish();
  } catch (error) {
    throw await withRest(error, output, out, io);
  } finally {
    await output.close();
  }
  const seconds = (performance.now() - began) / 1000;
  const before = output.start.pairs;
  if (options.json) io.stdout.write(`${JSON.stringify({ ...tally, before, seconds: Math.round(seconds * 1000) / 1000 })}\n`);
  else io.stderr.write(describeRun(tally, before, seconds));
  if (out !== undefined) io.stderr.write(`wrote ${out}\n`);
  if (tally.failed === tally.pairs) throw new Error('no pair could be aligned');
  if (options.strict && tally.failed > 0) throw new Error(`${tally.failed} of ${tally.pairs} pairs failed`);
}

async function run(
  input: CorpusInput,
  output: RunOutput,
  tally: RunTally,
  filter: BeadFilter,
  { workers, workerMemory, model }: CorpusCommandOptions,
  io: CliIo,
): Promise<void> {
  const { start } = output;
  /** Digests after each pair that was read and whose line is still to come. */
  const digests: string[] = [];
  let share = 0;
  async function* pairs(): AsyncGenerator<CorpusPairInput> {
    let digest = '';
    let read = 0;
    for await (const pair of input.pairs) {
      digest = chainDigest(digest, pair);
      read++;
      if (read > start.pairs) digests.push(digest);
      else if (read === start.pairs) checkSame(digest, start.input, read);
      if (read <= start.pairs) {
        share = input.share() ?? 0;
        io.signal.throwIfAborted();
      } else yield pair;
    }
    if (read < start.pairs)
      throw new UsageError(`the input has ${read} pairs, but ${start.pairs} were done before: it is not the same input`);
  }

  const progress = corpusProgress(io.stderr);
  let seen = start.model;
  try {
    const results = alignCorpus(pairs(), {
      workers,
      ...(workerMemory !== undefined && { workerMemory }),
      ...(model !== undefined && { model }),
      firstIndex: start.pairs,
      signal: io.signal,
    });
    for await (const result of results) {
      if (result.status === 'aligned') {
        const { id, revision } = result.alignment.model;
        const now = `${id}@${revision}`;
        if (seen !== null && seen !== now) throw new UsageError(`the pairs before were aligned with the model ${seen}, this is ${now}`);
        seen = now;
      }
      const line = beadLine(result, filter);
      countLine(tally, line);
      await output.add(`${JSON.stringify(line)}\n`, { input: digests.shift()!, tally, model: seen });
      if (line.status === 'failed' && tally.failed - start.tally.failed <= TOLD_FAILURES) {
        progress.clear();
        io.stderr.write(`${plainLine(`pair ${line.id} failed: ${line.error.code}: ${line.error.message}`)}\n`);
      }
      const done = tally.pairs - start.pairs;
      progress.update({ done, failed: tally.failed, share: input.share(), began: share });
    }
  } finally {
    progress.clear();
  }
}

function checkSame(digest: string, wanted: string, pairs: number): void {
  if (digest !== wanted)
    throw new UsageError(`the first ${pairs} pairs of the input are not those of the run before: it cannot be gone on with`);
}

/** Keep what was done, and say so. */
async function withRest(error: unknown, output: RunOutput, out: string | undefined, io: CliIo): Promise<unknown> {
  const failure = await output.save().catch((cause: unknown) => cause);
  const kept = output.kept();
  const pairs = kept === 1 ? '1 pair is' : `${kept.toLocaleString('en-US')} pairs are`;
  const rest = kept > 0 ? `${pairs} kept in ${out}.part: go on with --resume` : undefined;
  if (io.signal.aborted)
    return new InterruptedError(`interrupted; ${rest ?? (out === undefined ? 'the output ends early' : 'nothing was written')}`);
  const reason = failure ?? error;
  if (rest === undefined || reason instanceof UsageError) return reason;
  return new Error(`${(reason as Error).message}; ${rest}`, { cause: reason });
}

function parseWorkers(value: string): number | 'auto' {
  return value === 'auto' ? value : parseWhole(value);
}

function parseWhole(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('Expected a whole number from 0.');
  return number;
}

function parseList(value: string): string[] {
  return value.split(',').map((item) => item.trim());
}
