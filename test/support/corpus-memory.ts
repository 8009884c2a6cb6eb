/** Memory of the command line at work on a corpus of a given size. Linux tells how much a process had at most; threads are within it. */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCli } from './built-package.ts';
import { pause } from './corpus-run.ts';
import { syntheticCorpus } from './synthetic-corpus.ts';

/** Whether the system tells. */
export const tellsMemory = process.platform === 'linux';

/** How a run went. */
export interface MeasuredRun {
  readonly pairs: number;
  readonly failed: number;
  readonly seconds: number;
  /** Most resident memory in MB, of the whole process. */
  readonly megabytes: number;
}

/** Align so many characters of text, in pairs of so many sentences. */
export async function measureCorpus(characters: number, sentences: number, args: readonly string[]): Promise<MeasuredRun> {
  const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-memory-'));
  try {
    const input = join(scratch, 'pairs.jsonl');
    const file = openSync(input, 'w');
    for (const pair of syntheticCorpus(characters, sentences)) writeSync(file, `${JSON.stringify(pair)}\n`);
    closeSync(file);
    if (statSync(input).size < characters) throw new Error('the corpus is smaller than it ought to be');

    const { child, ended } = startCli(['corpus', input, '--out', join(scratch, 'beads.jsonl'), '--json', ...args]);
    let megabytes = 0;
    let isRunning = true;
    void ended.finally(() => {
      isRunning = false;
    });
    while (isRunning) {
      megabytes = Math.max(megabytes, mostMemory(child.pid!));
      await pause(25);
    }
    const { code, stdout, stderr } = await ended;
    if (code !== 0) throw new Error(`exit code ${code}: ${stderr}`);
    const { pairs, failed, seconds } = JSON.parse(stdout) as MeasuredRun;
    return { pairs, failed, seconds, megabytes };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function mostMemory(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it has just ended
  }
}
