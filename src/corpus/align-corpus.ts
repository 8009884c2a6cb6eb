/**
 * Aligns a stream of document pairs in memory that does not grow with the corpus.
 *
 *     pairs ─→ bounded work ─→ results        this thread:  one pair at a time
 *                 │     ↑                     workers:      a few pairs each, in threads that share the weights
 *              alignCorpusPair
 */

import { invalidOption } from '../check-options.ts';
import { createEmbedder } from '../embed/create-embedder.ts';
import { runBounded } from './bounded-work.ts';
import { type CheckedCorpusOptions, type CorpusOptions, checkCorpusOptions } from './corpus-options.ts';
import { alignCorpusPair, type CorpusPairInput, type CorpusResult } from './corpus-pair.ts';
import type { PairAligner } from './pair-aligner.ts';
import { countCharacters } from './pair-size.ts';
import { createWorkerAligner } from './worker-aligner.ts';

/** Most characters of pairs in progress. Beyond it no further pair is read, except for an idle worker. */
const MOST_CHARACTERS = 4_000_000;
/** Pairs in progress for each worker: one being aligned, and some finished that wait for a slower one before them. */
const WINDOW = 4;

/**
 * Align a corpus, pair by pair.
 *
 * Pairs are read as results are consumed, never all at once, so both streams may be endless. Nothing is done before the first result is requested. A pair that
 * fails is a result with `status: 'failed'`, and the run continues. An error of the source ends the run after the results of the pairs before it.
 * Leaving the loop early stops the threads and calls `return()` of the source. Results do not depend on the number of workers.
 *
 * @example
 * ```ts
 * const pairs = [['The cat sleeps.', 'Kucing itu tidur.'], ['It rains.', '']] as const;
 * for await (const result of alignCorpus(pairs)) {
 *   console.log(result.index, result.status === 'aligned' ? result.alignment.pairs[0]!.beads.length : result.error.code);
 * } // 0 1, then 1 EMPTY_DOCUMENT
 * ```
 *
 * @param pairs - `{ id?, source, target }` or `[source, target]`, each side a document as `alignDocuments` takes it.
 * @throws {@link AlignmentError} `OPTION_UNKNOWN`, `OPTION_INVALID`, `MODEL_MISSING`, `MODEL_INVALID` or `RUNTIME_MISSING`, with the first result;
 * the reason of the signal when aborted.
 */
export async function* alignCorpus(
  pairs: Iterable<CorpusPairInput> | AsyncIterable<CorpusPairInput>,
  options?: CorpusOptions,
): AsyncGenerator<CorpusResult, void, undefined> {
  const checked = checkCorpusOptions(options);
  if (!isStream(pairs)) throw invalidOption('pairs', 'a list, an iterable or an async iterable of pairs', pairs);
  const { ordered, firstIndex, signal, onProgress } = checked;
  signal?.throwIfAborted();

  const stop = new AbortController();
  const aligner = await createAligner(checked, stop.signal);
  const { workers } = aligner;
  const progress = { done: 0, failed: 0 };
  try {
    const results = runBounded(pairs, {
      work: (pair, index) => aligner.align(pair, firstIndex + index),
      weigh: countCharacters,
      hasRoom: (count, characters) => count < Math.max(1, workers) || (count < WINDOW * workers && characters < MOST_CHARACTERS),
      ordered,
      signal,
    });
    for await (const result of results) {
      progress.done++;
      if (result.status === 'failed') progress.failed++;
      onProgress?.({ ...progress });
      yield result;
    }
  } finally {
    stop.abort();
    await aligner.close();
  }
}

async function createAligner(options: CheckedCorpusOptions, signal: AbortSignal): Promise<PairAligner> {
  const { workers, workerMemory, model, align } = options;
  if (workers !== 0) return createWorkerAligner({ workers, workerMemory, model, align });
  const embedder = options.embedder ?? (await createEmbedder(model === undefined ? {} : { model }));
  return {
    workers: 0,
    align: (pair, index) => alignCorpusPair(pair, index, align, { embedder, signal }),
    close: async () => {
      // the caller disposes of its own embedder
      if (!options.embedder) await embedder.dispose();
    },
  };
}

function isStream(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value);
}
