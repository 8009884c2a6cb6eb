/** Aligns the pairs of one worker, in this thread or in threads that share the weights. */

import { invalidOption } from '../check-options.ts';
import { alignCorpusPair, type CorpusAlignOptions, type CorpusPairInput, type CorpusResult } from '../corpus/corpus-pair.ts';
import type { PairAligner } from '../corpus/pair-aligner.ts';
import { createWorkerAligner } from '../corpus/worker-aligner.ts';
import { createEmbedder } from '../embed/create-embedder.ts';
import type { Embedder } from '../types.ts';

/** Options of {@link createQueueAligner}. */
export interface AlignerOptions {
  readonly concurrency: number;
  readonly embedder?: Embedder | undefined;
  readonly model?: string | undefined;
  readonly threadMemory: number;
}

/** Aligns pairs, `concurrency` at a time. */
export interface QueueAligner {
  readonly id: string;
  readonly revision: string;
  /** The result of a pair. Rejects with the reason of the signal, or with an error that prevents any alignment. */
  align(pair: CorpusPairInput, position: number, options: CorpusAlignOptions, signal: AbortSignal): Promise<CorpusResult>;
  /** Stop the threads, even while they work. */
  close(): Promise<void>;
}

/**
 * Make an aligner. Threads start with the first pair, since they receive the options at their start.
 *
 * @throws AlignmentError `MODEL_MISSING`, `MODEL_INVALID`, `RUNTIME_MISSING`, `OPTION_INVALID`.
 */
export async function createQueueAligner({ concurrency, embedder: given, model, threadMemory }: AlignerOptions): Promise<QueueAligner> {
  if (given && model !== undefined) throw invalidOption('embedder', 'given without `model`', given);
  const embedder = given ?? (await createEmbedder(model === undefined ? {} : { model }));
  const { id, revision } = embedder;
  const dispose = async (): Promise<void> => {
    if (!given) await embedder.dispose(); // the caller disposes of its own embedder
  };
  if (given || concurrency === 1) {
    return {
      id,
      revision,
      align: (pair, position, options, signal) => alignCorpusPair(pair, position, options, { embedder, signal }),
      close: dispose,
    };
  }

  await dispose();
  let starting: Promise<PairAligner> | undefined;
  return {
    id,
    revision,
    async align(pair, position, options, signal) {
      starting ??= createWorkerAligner({ workers: concurrency, workerMemory: threadMemory, model, align: options });
      const threads = await starting;
      signal.throwIfAborted();
      return new Promise((resolve, reject) => {
        const abort = (): void => reject(signal.reason);
        signal.addEventListener('abort', abort, { once: true });
        threads
          .align(pair, position)
          .then(resolve, reject)
          .finally(() => signal.removeEventListener('abort', abort));
      });
    },
    async close() {
      await (await starting?.catch(() => undefined))?.close();
    },
  };
}
