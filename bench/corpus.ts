/**
 * Time and memory of `palimpsest corpus`, with the output held against that of the slowest way: `npm run build`, then
 * `node bench/run.mjs bench/corpus.ts [megabytes, default 24] [repeats, default 3] [memory]`.
 *
 * Runs on one core and on two, each with as many workers, and on two without any are alternated; `taskset` keeps them there. `memory` adds a corpus of 100 MB and one of a few large pairs. Each run is a process of its
 * own; its most resident memory is what Linux says, threads included.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { syntheticCorpus } from '../test/support/synthetic-corpus.ts';

const [megabytes = 24, repeats = 3] = process.argv.slice(2).map(Number);
const withMemory = process.argv.includes('memory');
const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-bench-'));
const least = 1.6;

interface Run {
  readonly seconds: number;
  readonly pairs: number;
  readonly beads: number;
  readonly most: number;
  /** Processor time of all threads, in seconds: it hardly depends on what else the machine does. */
  readonly processor: number;
  readonly digest: string;
}

function corpusFile(size: number, sentences: number): string {
  const path = join(scratch, `${size}-${sentences}.jsonl`);
  const file = openSync(path, 'w');
  for (const pair of syntheticCorpus(size * 1e6, sentences)) writeSync(file, `${JSON.stringify(pair)}\n`);
  closeSync(file);
  return path;
}

function mostMemory(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it has ended, or the system does not tell
  }
}

/** Seconds, from the ticks of a hundredth that Linux counts. */
function processorTime(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0; // as above
  }
}

async function run(input: string, workers: number, cores?: string): Promise<Run> {
  const out = join(scratch, 'beads.jsonl');
  const command = [process.execPath, 'dist/cli/main.js', 'corpus', input, '--out', out, '--json', '--workers', String(workers)];
  const [program, ...args] = cores === undefined ? command : ['taskset', '-c', cores, ...command];
  const child = spawn(program!, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let most = 0;
  let processor = 0;
  const watch = setInterval(() => {
    most = Math.max(most, mostMemory(child.pid!));
    processor = Math.max(processor, processorTime(child.pid!));
  }, 25);
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`exit code ${code}`);
  const { seconds, pairs, beads, failed } = JSON.parse(printed) as { seconds: number; pairs: number; beads: number; failed: number };
  if (failed > 0) throw new Error(`${failed} pairs failed`);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(out)) hash.update(chunk as Uint8Array);
  return { seconds, pairs, beads, most: Math.round(most), processor, digest: hash.digest('hex') };
}

const round = (value: number): number => Math.round(value * 100) / 100;
const record: Record<string, unknown> = { node: process.version, cores: availableParallelism() };
try {
  const input = corpusFile(megabytes, 40);
  const ways = [
    { name: 'one core, one worker', workers: 1, cores: '0', runs: [] as Run[] },
    { name: 'two cores, two workers', workers: 2, cores: '0,1', runs: [] as Run[] },
    { name: 'two cores, no worker', workers: 0, cores: '0,1', runs: [] as Run[] },
  ];
  for (let repeat = 0; repeat < repeats; repeat++) for (const way of ways) way.runs.push(await run(input, way.workers, way.cores));
  const all = ways.flatMap((way) => way.runs);
  if (new Set(all.map(({ digest }) => digest)).size !== 1) throw new Error('the output depends on the number of workers');
  const best = (way: (typeof ways)[number]): number => Math.min(...way.runs.map(({ seconds }) => seconds));
  record.speed = ways.map((way) => ({
    name: way.name,
    megabytes,
    pairs: all[0]!.pairs,
    beads: all[0]!.beads,
    seconds: round(best(way)),
    slowest: round(Math.max(...way.runs.map(({ seconds }) => seconds))),
    megabytesASecond: round(megabytes / best(way)),
    pairsASecond: round(all[0]!.pairs / best(way)),
    mostMemory: Math.max(...way.runs.map(({ most }) => most)),
    processorSeconds: round(Math.min(...way.runs.map(({ processor }) => processor))),
  }));
  record.twoCoresAgainstOne = round(best(ways[0]!) / best(ways[1]!));
  record.identical = true;

  const small = corpusFile(1, 40);
  const memory: number[] = [];
  for (const workers of [1, 2, 3, 4]) memory.push((await run(small, workers)).most);
  record.memoryByWorkers = memory;
  record.memoryOfOneMoreWorker = Math.round((memory[3]! - memory[0]!) / 3);
  if (withMemory) {
    const rows: unknown[] = [];
    for (const [size, sentences, workers] of [
      [100, 40, 0],
      [100, 40, 2],
      [10, 2_000, 0],
      [10, 2_000, 2],
      [10, 10_000, 0],
    ] as const) {
      const { most, seconds, pairs } = await run(corpusFile(size, sentences), workers);
      rows.push({ megabytes: size, sentences, pairs, workers, mostMemory: most, seconds: round(seconds) });
    }
    record.memory = rows;
  } else {
    const before = JSON.parse(readFileSync('bench/record/corpus.json', { encoding: 'utf8', flag: 'a+' }) || '{}') as { memory?: unknown };
    if (before.memory) record.memory = before.memory;
  }
  writeFileSync('bench/record/corpus.json', `${JSON.stringify(record, null, 1)}\n`);
  console.log(JSON.stringify(record, null, 1));
  if ((record.twoCoresAgainstOne as number) < least) throw new Error(`two cores are not ${least} times as fast as one`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
