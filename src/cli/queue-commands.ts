/** The commands about queues, as the program knows them. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type CollectCommandOptions, collectCommand } from './collect-command.ts';
import { type EnqueueCommandOptions, enqueueCommand } from './enqueue-command.ts';
import type { CliIo } from './io.ts';
import { type QueueCommandOptions, queueCommand } from './queue-command.ts';
import { type WorkOptions, workCommand } from './work-command.ts';

const privacy = `
Redis holds the texts while they wait: they leave this machine only if the Redis that you name is elsewhere.
A password in --redis can be seen in the list of processes; in the variable PALIMPSEST_REDIS it cannot.
Needs bullmq and ioredis (npm install bullmq ioredis) and Redis 6.2 or later, with AOF on if nothing may be lost.`;

/** Add `enqueue`, `work`, `collect` and `queue`. */
export function addQueueCommands(program: Command, io: CliIo): void {
  const onQueue = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .addOption(new Option('--redis <url>', 'redis://user:password@host:port/db, rediss:// for TLS').env('PALIMPSEST_REDIS'))
      .requiredOption('--queue <name>', 'letters, digits, dot, underscore and hyphen')
      .addHelpText('after', privacy);

  onQueue('enqueue', 'Put pairs into a queue; the same command again adds only what is not there yet.')
    .argument('<input>', 'pairs.jsonl, a .tsv of paths, a folder, or - for JSON lines on standard input: what corpus reads')
    .option('--min-confidence <number>', 'leave out beads below this confidence, 0 to 1', Number)
    .option('--length-ratio <number>', 'leave out beads with one side more than so many times as long as the other, from 1', Number)
    .option('--no-skips', 'leave out sentences without a partner')
    .option('--languages <list>', 'leave out pairs not in these languages, as in en,id; in a folder, also the order of a pair', parseList)
    .option('--relation <list>', 'leave out pairs that are not parallel, comparable or unrelated, as in parallel,comparable', parseList)
    .addOption(new Option('--from <kind>', 'what the input is (default: by its name)').choices(['jsonl', 'tsv']))
    .option('--encoding <name>', 'encoding of text files that a list or folder names (default: utf-8, or by byte order mark)')
    .option('--max-bytes <number>', 'longest line, largest file and largest pair; a larger one fails', parseCount, 8_388_608)
    .option('--max-waiting <number>', 'pairs that may wait for workers (default: 10000)', parseCount)
    .option('--max-uncollected <number>', 'pairs that may be in Redis until their results are collected (default: 100000)', parseCount)
    .option('--attempts <number>', 'how often a pair is tried when something else is at fault (default: 5)', parseCount)
    .action((input: string, options: EnqueueCommandOptions) => enqueueCommand(input, options, io));

  onQueue('work', 'Align what waits in a queue, on this machine beside any number of others, until Ctrl-C.')
    .option('--concurrency <number>', 'pairs at once, each in a thread', parseCount)
    .option('--model <name>', 'another embedding model, the same for all workers of a queue')
    .option('--until-done', 'end when all that was enqueued is done')
    .option('--metrics [seconds]', 'print numbers as JSON, by default every 10 seconds', parseSeconds)
    .option('--lock <seconds>', 'a worker that gives no sign for so long loses its pair to another (default: 30)', parseSeconds)
    .option('--max-stalls <number>', 'how often a pair may lose its worker before it is set aside (default: 3)', parseWhole)
    .action((options: WorkOptions) => workCommand(options, io));

  onQueue('collect', 'Write the results of a queue to a file: every pair once, in the order in which they were enqueued.')
    .requiredOption('-o, --out <file>', 'JSON, one pair a line; FILE.part until it is whole. Go on with it by the same command')
    .option('--no-wait', 'end with what there is')
    .action((options: CollectCommandOptions) => collectCommand(options, io));

  onQueue('queue', 'Print the numbers of a queue as JSON.')
    .option('--set-aside', 'list the pairs that were set aside, with their errors, one a line')
    .option('--remove', 'remove the queue from Redis with all that it holds')
    .action((options: QueueCommandOptions) => queueCommand(options, io));
}

function parseWhole(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(value);
}

function parseCount(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('Expected a whole number from 1.');
  return Number(value);
}

function parseList(value: string): string[] {
  return value.split(',').map((item) => item.trim());
}

function parseSeconds(value: string): number {
  const seconds = Number(value);
  if (value.trim() === '' || !(seconds >= 0.5 && seconds <= 3600)) throw new InvalidArgumentError('Expected seconds, 0.5 to 3600.');
  return seconds;
}
