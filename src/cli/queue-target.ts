/** Which queue the commands about queues mean. */
import type { QueueTarget } from '../queue/queue.ts';
import type { CliIo } from './io.ts';
import { plainLine } from './text-table.ts';
import { UsageError } from './usage-error.ts';

/** What these commands take. */
export interface QueueTargetOptions {
  readonly redis?: string;
  readonly queue: string;
}

/** The queue, with notices on standard error. */
export function queueTarget({ redis, queue }: QueueTargetOptions, io: CliIo): QueueTarget {
  if (redis === undefined) throw new UsageError('say where Redis is: --redis redis://host:port, or in the variable PALIMPSEST_REDIS');
  return { connection: redis, queue, onNotice: (message) => io.stderr.write(`${plainLine(message)}\n`) };
}
