/** `enqueue`: pairs into a queue, for workers on any machine. */

import { openCorpusInput } from './corpus/corpus-input.ts';
import { type FilterOptions, filterOf } from './corpus/filter-options.ts';
import { InterruptedError } from './interrupted-error.ts';
import type { CliIo } from './io.ts';
import { type QueueTargetOptions, queueTarget } from './queue-target.ts';
import { plainLine } from './text-table.ts';

/** Options of the command. */
export interface EnqueueCommandOptions extends QueueTargetOptions, FilterOptions {
  readonly from?: 'jsonl' | 'tsv';
  readonly encoding?: string;
  readonly maxBytes: number;
  readonly maxWaiting?: number;
  readonly maxUncollected?: number;
  readonly attempts?: number;
}

/** Reads what `corpus` reads, with the same filters; the lines that come out are the same too. */
export async function enqueueCommand(path: string, options: EnqueueCommandOptions, io: CliIo): Promise<void> {
  const { enqueuePairs } = await import('../queue/queue.ts');
  const target = queueTarget(options, io);
  const filter = filterOf(options);
  const input = await openCorpusInput(path, options, io);
  for (const note of input.notes) io.stderr.write(`${plainLine(note)}\n`);
  let wasFull = false;
  let line = '';
  const clear = (): void => {
    if (line !== '') io.stderr.write('\r\x1b[K');
    line = '';
  };
  const { maxBytes: maxPairBytes, maxWaiting, maxUncollected, attempts } = options;
  try {
    const { pairs, added, failed } = await enqueuePairs(input.pairs, {
      ...target,
      filter,
      maxPairBytes,
      signal: io.signal,
      ...(maxWaiting !== undefined && { maxWaiting }),
      ...(maxUncollected !== undefined && { maxUncollected }),
      ...(attempts !== undefined && { attempts }),
      onProgress(event) {
        if (event.isFull && !wasFull) {
          clear();
          io.stderr.write(`the queue is full at ${event.pairs} pairs: going on as workers take them and collect takes their results\n`);
        }
        wasFull ||= event.isFull;
        if (!io.stderr.isTTY) return;
        line = `${event.pairs} pairs enqueued`;
        io.stderr.write(`\r\x1b[K${line}`);
      },
    });
    clear();
    const known = pairs - added;
    const parts = [
      `enqueued ${added} pairs`,
      ...(known > 0 ? [`${known} were there before`] : []),
      ...(failed > 0 ? [`${failed} failed at once`] : []),
    ];
    io.stderr.write(`${parts.join(', ')}\n`);
  } catch (error) {
    clear();
    if (io.signal.aborted)
      throw new InterruptedError('interrupted; what is in the queue stays there, and the same command goes on', { cause: error });
    throw error;
  }
}
