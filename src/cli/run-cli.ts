/**
 * The command line, without a process around it: arguments and streams in, exit code out.
 *
 * 0 done, 1 failure, 2 wrong use, 130 interrupted. Results go to standard output, everything else to standard error.
 */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { AlignmentError } from '../index.ts';
import { type AlignInputOptions, alignInputs } from './align-inputs.ts';
import { type ConvertOptions, convertCommand } from './convert-command.ts';
import { addCorpusCommand } from './corpus-command.ts';
import { examplesText } from './examples.ts';
import { outputFormats } from './file-formats.ts';
import { InterruptedError } from './interrupted-error.ts';
import { type CliIo, defaultMaxBytes } from './io.ts';
import { checkFolder, formatOf, type OutputOptions, putAlignment } from './output.ts';
import { paintFor } from './paint.ts';
import { addPairCommand } from './pair-command.ts';
import { addQueueCommands } from './queue-commands.ts';
import { type ScoreOptions, scoreCommand } from './score-command.ts';
import { type SplitCommandOptions, splitCommand } from './split-command.ts';
import { plainLine } from './text-table.ts';
import { findingsCommand, lineageCommand, namesCommand, restoreCommand, type TraceCommandOptions } from './trace-commands.ts';
import { UsageError } from './usage-error.ts';

/** Run one command. Never throws and never ends the process. */
export async function runCli(argv: readonly string[], io: CliIo, version = ''): Promise<number> {
  try {
    await makeProgram(io, version).parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    return report(error, io);
  }
}

function report(error: unknown, io: CliIo): number {
  if (io.signal.aborted) {
    io.stderr.write(`${error instanceof InterruptedError ? plainLine(error.message) : 'interrupted; nothing was written'}\n`);
    return 130;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // commander has said why
  const { message } = error instanceof Error ? error : new Error(String(error));
  // options of the library are those of the command line, in other letters
  const told = message.replace(
    /\b[Oo]ption `([a-z]\w*)`/g,
    (_, name: string) => `--${name === 'relations' ? 'relation' : name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`,
  );
  io.stderr.write(`${paintFor(io.stderr)('wrong', 'palimpsest:')} ${plainLine(told)}\n`);
  const misuse = error instanceof UsageError || (error instanceof AlignmentError && /^(?:OPTION_|ONE_LANGUAGE)/.test(error.code));
  return misuse ? 2 : 1;
}

function makeProgram(io: CliIo, version: string): Command {
  const program = new Command('palimpsest')
    .description('Align texts in several languages sentence by sentence, and trace what translation garbled.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .showHelpAfterError('(see palimpsest --help)')
    .addHelpText(
      'after',
      `${examplesText()}
Reads .txt, .md, .html (main text only), .docx, .epub, .srt, .vtt, .json; - is standard input.
Everything runs on this machine: no text is sent anywhere, but to a queue that you name.
Exit codes: 0 done, 1 failure, 2 wrong use, 130 interrupted.`,
    );

  const textInputs = (command: Command) =>
    command
      .option('--language <file=xx>', 'language of one file (repeatable); detected where not given', collect)
      .option(...encodingOption)
      .option(...maxBytesOption);
  const aligning = (command: Command) =>
    textInputs(command)
      .option('--model <name>', 'another embedding model: a folder, or a name for transformers.js')
      .option('--anchors <file>', 'passages put right by hand, as the report saves them')
      .option('--min-confidence <number>', 'leave out passages below this confidence, 0 to 1', parseShare);
  const formatOption = new Option('-f, --format <name>', 'output format (default: by the name of --out, else text)').choices([
    ...outputFormats,
  ]);
  const pairOption = ['--pair <ids>', 'which pair, as two document ids with a comma between'] as const;

  aligning(program.command('align'))
    .description('Align two or more texts, or one that holds two languages.')
    .argument('<file...>', 'texts to align')
    .addOption(formatOption)
    .option('-o, --out <file>', 'write to a file; formats that hold one pair make one file for each')
    .option('--json', 'the same as --format json')
    .option('--pivot <id>', 'align every text with this one only')
    .option(...pairOption)
    .option('--title <text>', 'heading of the report')
    .option('--no-trace', 'do not look for names, findings and sources')
    .addHelpText('after', `\nAn id is the file name without its extension.\n${examplesText('align')}`)
    .action(async (files: string[], options: AlignInputOptions & OutputOptions & { trace: boolean }) => {
      formatOf(options); // wrong use is told before the work
      const { minConfidence: _applied, ...rest } = options;
      await alignInputs(files, options, io, { trace: options.trace }, (alignment, embedder) => putAlignment(alignment, rest, io, embedder));
    });

  const traceFormat = new Option('-f, --format <name>', 'output format (default: by the name of --out, else text)').choices([
    'text',
    'csv',
    'json',
  ]);
  for (const [name, summary, run] of [
    ['names', 'List every spelling of every name.', namesCommand],
    ['findings', 'List where aligned passages do not agree.', findingsCommand],
    ['lineage', 'Say which text was likely made from which, and through which language.', lineageCommand],
  ] as const) {
    aligning(program.command(name))
      .description(summary)
      .argument('<file...>', 'texts to align')
      .addOption(traceFormat)
      .option('-o, --out <file>', 'write to a file')
      .option('--json', 'the same as --format json')
      .addHelpText('after', examplesText(name))
      .action((files: string[], options: TraceCommandOptions) => run(files, options, io));
  }

  aligning(program.command('restore'))
    .description('Print a text with its garbled names put right, after other texts about the same event.')
    .argument('<file>', 'text to restore')
    .requiredOption('--against <file...>', 'texts that may hold the right names')
    .option('-o, --out <file>', 'write to a file')
    .option('--json', 'the text and the changes as JSON')
    .addHelpText('after', examplesText('restore'))
    .action((file: string, options: TraceCommandOptions & { against: string[] }) => restoreCommand(file, options.against, options, io));

  program
    .command('score')
    .description('Score predicted beads against gold: JSON, Vecalign lines, a ladder, InterText, TMX, XLIFF or TSV.')
    .argument('<gold>', 'sentence numbers or passages that are right')
    .argument('<predicted>', 'those to be scored')
    .option(...pairOption)
    .option('--source <file>', 'the source sentences, one a line, for formats that hold passages (InterText: its document)')
    .option('--target <file>', 'the target sentences')
    .option('--languages <xx,yy>', 'which two of a TMX or XLIFF that holds more')
    .option(...encodingOption)
    .option(...maxBytesOption)
    .option('--json', 'figures as JSON')
    .addHelpText('after', examplesText('score'))
    .action((gold: string, predicted: string, options: ScoreOptions) => scoreCommand(gold, predicted, options, io));

  program
    .command('split')
    .description('Print the sentences of a text, one a line.')
    .argument('<file>')
    .option('--language <xx>', 'language of the text; detected where not given')
    .option(...encodingOption)
    .option(...maxBytesOption)
    .option('-o, --out <file>', 'write to a file')
    .option('--json', 'sentences with their offsets as JSON')
    .addHelpText('after', examplesText('split'))
    .action((file: string, options: SplitCommandOptions) => splitCommand(file, options, io));

  program
    .command('convert')
    .description(
      'Convert an alignment to another format. Moses is two files; InterText three: source, target, alignment, or the alignment alone with the others beside it.',
    )
    .argument('<files...>', 'input, then output; - is standard input or output')
    .addOption(new Option('--from <format>', 'format of the input (default: by its name)').choices([...outputFormats]))
    .addOption(new Option('--to <format>', 'format of the output (default: by its name)').choices([...outputFormats]))
    .option(...pairOption)
    .option('--min-confidence <number>', 'leave out passages below this confidence, 0 to 1', parseShare)
    .option('--source <file>', 'the source sentences, one a line: needed for ladder and vecalign, cuts passages up for the others')
    .option('--target <file>', 'the target sentences')
    .option('--languages <xx,yy>', 'which two of a TMX or XLIFF that holds more')
    .option(...encodingOption)
    .option(...maxBytesOption)
    .option('--title <text>', 'heading of the report')
    .addHelpText('after', examplesText('convert'))
    .action(async (files: string[], options: ConvertOptions) => {
      if (files.length < 2) throw new UsageError('convert takes an input and an output');
      await convertCommand(files.slice(0, -1), files.at(-1)!, options, io);
    });
  addPairCommand(program, io, textInputs);
  addCorpusCommand(program, io, version);
  addQueueCommands(program, io);
  for (const command of program.commands) {
    command.helpGroup(many.has(command.name()) ? 'Many pairs, many machines:' : 'Commands:');
    command.showHelpAfterError(`(see palimpsest ${command.name()} --help)`);
  }
  program.hook('preAction', (_, command) => (many.has(command.name()) ? undefined : checkFolder(command.opts<{ out?: string }>().out, io)));
  return program;
}

/** Commands for those who have a corpus. */
const many = new Set(['corpus', 'enqueue', 'work', 'collect', 'queue']);

const encodingOption = [
  '--encoding <[file=]name>',
  'encoding, for example gb18030, of all files or of one (repeatable; default: byte order mark, what the file declares, utf-8)',
  collect,
] as const;

const maxBytesOption = [
  '--max-bytes <number>',
  `largest file to read, and the most that a .docx or .epub may unpack to (default: ${defaultMaxBytes})`,
  parseBytes,
] as const;

function parseBytes(value: string): number {
  const bytes = Number(value);
  if (!Number.isSafeInteger(bytes) || bytes <= 0) throw new InvalidArgumentError('Expected a positive integer.');
  return bytes;
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function parseShare(value: string): number {
  const share = Number(value);
  if (value.trim() === '' || !(share >= 0 && share <= 1)) throw new InvalidArgumentError('Expected a number from 0 to 1.');
  return share;
}
