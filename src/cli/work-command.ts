/** `work`: align what waits in a queue. */

import { InterruptedError } from './interrupted-error.ts';
import type { CliIo } from './io.ts';
import { type QueueTargetOptions, queueTarget } from './queue-target.ts';

/** Options of the command. */
export interface WorkOptions extends QueueTargetOptions {
  readonly concurrency?: number;
  readonly model?: string;
  readonly untilDone?: boolean;
  /** Seconds between two lines of numbers; `true` for the default. */
  readonly metrics?: number | true;
  /** Seconds. */
  readonly lock?: number;
  readonly maxStalls?: number;
}

/** Works until Ctrl-C, or with `--until-done` until all is done. Numbers go to standard output, a JSON object a line. */
export async function workCommand(options: WorkOptions, io: CliIo): Promise<void> {
  const { concurrency, model, untilDone, metrics, lock, maxStalls } = options;
  const { runWorker } = await import('../queue/queue.ts');
  let count = 0;
  try {
    await runWorker({
      ...queueTarget(options, io),
      signal: io.signal,
      onResult: () => count++,
      ...(concurrency !== undefined && { concurrency }),
      ...(model !== undefined && { model }),
      ...(untilDone !== undefined && { untilDone }),
      // a search every half of it finds a job at the latest when its lock is as old again
      ...(lock !== undefined && { lockDuration: Math.round(lock * 1000), stalledInterval: Math.round(lock * 500) }),
      ...(maxStalls !== undefined && { maxStalls }),
      ...(typeof metrics === 'number' && { metricsInterval: Math.round(metrics * 1000) }),
      ...(metrics !== undefined && { onMetrics: (numbers) => io.stdout.write(`${JSON.stringify(numbers)}\n`) }),
    });
  } catch (error) {
    if (io.signal.aborted)
      throw new InterruptedError(`interrupted; ${count} pairs were aligned, the pair in hand is back in the queue`, { cause: error });
    throw error;
  }
  io.stderr.write(`aligned ${count} pairs\n`);
}
