/** `queue`: how a queue fares, what was set aside, and its end. */
import type { CliIo } from './io.ts';
import { type QueueTargetOptions, queueTarget } from './queue-target.ts';
import { UsageError } from './usage-error.ts';

/** Options of the command. */
export interface QueueCommandOptions extends QueueTargetOptions {
  readonly setAside?: boolean;
  readonly remove?: boolean;
}

/** Prints the numbers of a queue as JSON, or what was set aside as JSON, one pair a line. */
export async function queueCommand(options: QueueCommandOptions, io: CliIo): Promise<void> {
  if (options.setAside && options.remove) throw new UsageError('--set-aside and --remove exclude each other');
  const { listSetAside, queueMetrics, removeQueue } = await import('../queue/queue.ts');
  const target = queueTarget(options, io);
  if (options.remove) {
    await removeQueue(target);
    io.stderr.write(`removed the queue ${options.queue}\n`);
  } else if (options.setAside) {
    for await (const pair of listSetAside(target)) {
      io.signal.throwIfAborted();
      io.stdout.write(`${JSON.stringify(pair)}\n`);
    }
  } else {
    io.stdout.write(`${JSON.stringify(await queueMetrics(target))}\n`);
  }
}
