/** Runs of the command line over a corpus, killed and gone on with. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRandom } from '../../bench/align-random.ts';
import { type Ended, startCli } from './built-package.ts';
import { syntheticPair } from './synthetic-corpus.ts';

/** JSON lines of so many short pairs; every seventh fails. */
export function corpusLines(pairs: number, sentences = 8): string {
  return Array.from({ length: pairs }, (_, k) => {
    const { id, source, target } = syntheticPair(k, sentences);
    return `${JSON.stringify({ id, source, target: k % 7 === 3 ? '' : target })}\n`;
  }).join('');
}

/** What a series of kills did. */
export interface KillReport {
  /** Runs that were killed before they ended. */
  readonly killed: number;
  /** Kills after which pairs were in the journal, and not all. */
  readonly midway: number;
  /** How the last run ended. */
  readonly last: Ended;
}

/**
 * Run a corpus again and again with `--resume`, killing each run at a random moment, then let it end.
 *
 * A moment is a number of milliseconds after the start, or a length of the part and a few milliseconds, so that kills fall everywhere however
 * fast the machine is.
 */
export async function runWithKills(
  input: string,
  out: string,
  options: { kills: number; seed: number; bytes: number; workers: readonly string[] },
): Promise<KillReport> {
  const random = createRandom(options.seed);
  let killed = 0;
  let midway = 0;
  for (let k = 0; k < options.kills && !existsSync(out); k++) {
    const { child, ended } = startCli([
      'corpus',
      input,
      '--out',
      out,
      '--resume',
      '--workers',
      options.workers[k % options.workers.length]!,
    ]);
    let hasEnded = false;
    void ended.then(() => {
      hasEnded = true;
    });
    const before = lengthOf(`${out}.part`);
    const isEarly = k % 5 === 4;
    const wanted = before + 1 + random.below(Math.max(1, Math.ceil((2 * (options.bytes - before)) / (options.kills - k))));
    if (isEarly) await pause(random.below(1_000));
    else while (!hasEnded && !existsSync(out) && lengthOf(`${out}.part`) < wanted) await pause(2);
    await pause(random.below(40));
    child.kill('SIGKILL');
    const { signal } = await ended;
    if (signal !== 'SIGKILL') continue;
    killed++;
    const kept = keptPairs(out);
    if (kept > 0 && !existsSync(out)) midway++;
  }
  const last = await startCli(['corpus', input, '--out', out, '--resume', '--workers', options.workers[0]!]).ended;
  return { killed, midway, last };
}

/** Pairs that the journal promises. */
export function keptPairs(out: string): number {
  if (!existsSync(`${out}.journal`)) return 0;
  const records = readFileSync(`${out}.journal`, 'utf8').split('\n').slice(1, -1);
  return records.length > 0 ? (JSON.parse(records.at(-1)!) as { pairs: number }).pairs : 0;
}

function lengthOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Wait. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
