/**
 * Three workers on one queue, with accidents: one worker is killed, then Redis, then whoever collects. What comes out must be, byte for byte,
 * what one process makes of the same pairs without any.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alignCorpus, writeBeadLine } from '../../../src/index.ts';
import { type QueueMetrics, queueMetrics } from '../../../src/queue/queue.ts';
import type { RedisServer } from '../../support/redis-server.ts';
import { syntheticPair } from '../../support/synthetic-corpus.ts';
import { type Ended, type Processes, until } from './processes.ts';

/** What a run with accidents came to. */
export interface AccidentRun {
  readonly output: string;
  /** What one process makes of the pairs. */
  readonly expected: string;
  /** Pairs that were done when the worker, Redis and the collector were killed. */
  readonly accidents: readonly number[];
  /** All processes, the killed ones first: worker, collector. */
  readonly ended: readonly Ended[];
  readonly metrics: QueueMetrics;
}

/** Let it happen. */
export async function accidentRun(
  pairCount: number,
  sentences: number,
  redis: RedisServer,
  processes: Processes,
  { killCollector }: { readonly killCollector: boolean },
): Promise<AccidentRun> {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-accidents-'));
  const pairs = Array.from({ length: pairCount }, (_, seed) => syntheticPair(seed, sentences));
  const input = join(folder, 'pairs.jsonl');
  const path = join(folder, 'beads.jsonl');
  writeFileSync(input, pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(''));
  const queue = `accidents-${pairCount}`;
  const target = ['--redis', redis.url, '--queue', queue];
  const start = (command: string, ...args: string[]) => processes.cli(command, ...args, ...target);
  const accidents: number[] = [];
  const happen = async (share: number): Promise<void> => {
    let done = 0;
    await until(async () => {
      done = (await queueMetrics({ connection: redis.url, queue })).completed;
      return done >= share * pairCount;
    }, 300_000);
    accidents.push(done);
  };
  try {
    const enqueue = start('enqueue', input, '--max-waiting', String(Math.ceil(pairCount / 3)));
    const workers = [1, 2, 3].map(() => start('work', '--until-done', '--lock', '1'));
    let collector = start('collect', '--out', path);

    await happen(0.2);
    workers[0]!.child.kill('SIGKILL');
    await happen(0.4);
    await redis.stop('SIGKILL');
    await new Promise((done) => setTimeout(done, 300));
    await redis.start();
    const killed = [workers[0]!];
    if (killCollector) {
      await happen(0.6);
      collector.child.kill('SIGKILL');
      killed.push(collector);
      collector = start('collect', '--out', path);
    }
    const ended = await Promise.all([...killed, enqueue, workers[1]!, workers[2]!, collector].map((running) => running.ended));
    const metrics = await queueMetrics({ connection: redis.url, queue });

    let expected = '';
    for await (const result of alignCorpus(pairs)) expected += writeBeadLine(result);
    return { output: existsSync(path) ? readFileSync(path, 'utf8') : '', expected, accidents, ended, metrics };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
