/** `collect`: the results of a queue into a file. */

import { writeFailure } from './corpus/write-failure.ts';
import { InterruptedError } from './interrupted-error.ts';
import type { CliIo } from './io.ts';
import { type QueueTargetOptions, queueTarget } from './queue-target.ts';

/** Options of the command. */
export interface CollectCommandOptions extends QueueTargetOptions {
  readonly out: string;
  readonly wait: boolean;
}

/** Collects until every enqueued pair is in the file, or without waiting what is there. */
export async function collectCommand(options: CollectCommandOptions, io: CliIo): Promise<void> {
  const { collectToFile } = await import('../queue/queue.ts');
  const { out: path, wait } = options;
  let line = '';
  const clear = (): void => {
    if (line !== '') io.stderr.write('\r\x1b[K');
    line = '';
  };
  try {
    const { lines, added, complete } = await collectToFile({
      ...queueTarget(options, io),
      path,
      wait,
      signal: io.signal,
      onProgress({ collected, done, pairs, enqueuing }) {
        const next = `${collected} of ${pairs}${enqueuing ? '+' : ''} collected, ${done} aligned`;
        if (io.stderr.isTTY && next !== line) io.stderr.write(`\r\x1b[K${next}`);
        line = io.stderr.isTTY ? next : '';
      },
    });
    clear();
    io.stderr.write(
      complete ? `wrote ${path}: ${lines} pairs\n` : `${path}.part has ${lines} pairs, ${added} of them new; more are to come\n`,
    );
  } catch (error) {
    clear();
    if (io.signal.aborted)
      throw new InterruptedError(`interrupted; what was collected is in ${path}.part, and the same command goes on there`, {
        cause: error,
      });
    const { syscall } = error as NodeJS.ErrnoException;
    throw syscall === undefined || syscall === 'connect' ? error : writeFailure(`${path}.part`, error as NodeJS.ErrnoException);
  }
}
