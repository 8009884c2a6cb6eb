/** Runs a generator from an async function, so that the event loop breathes and a signal is seen. */

import { breathe } from '../embed/breathe.ts';

/** Options of {@link runSteps}. */
export interface StepOptions {
  readonly signal?: AbortSignal;
  /** Called with the share done, 0 to 1. It never falls, and is 1 at the end. */
  readonly onProgress?: (share: number) => void;
}

const turnLength = 8; // milliseconds between two turns of the event loop

/**
 * Step a generator to its end and give its result.
 *
 * The event loop gets a turn about every 8 ms. The clock decides only when to pause, never what comes out.
 *
 * @throws the reason of the signal, and whatever the generator or `onProgress` throws.
 */
export async function runSteps<Result>(steps: Generator<number, Result>, options: StepOptions = {}): Promise<Result> {
  const { signal, onProgress } = options;
  let shown = 0;
  let turnStart = performance.now();
  signal?.throwIfAborted();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      signal?.throwIfAborted();
      onProgress?.(1);
      return step.value;
    }
    if (performance.now() - turnStart < turnLength) continue;
    if (step.value > shown) {
      shown = Math.min(step.value, 1);
      onProgress?.(shown);
    }
    await breathe();
    signal?.throwIfAborted();
    turnStart = performance.now();
  }
}

/** Run a generator to its end at once. */
export function finishSteps<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Steps that do not say how far they are: all of them yield `done`, the share of the work that lies behind this stage. */
export function* inStage<Result>(steps: Generator<unknown, Result>, done: number): Generator<number, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield done;
  }
}
