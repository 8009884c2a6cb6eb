/** Long work in one thread: monotonic progress, and yielding to the event loop. */
import { runSteps } from '../align/run-steps.ts';
import { breathe } from '../embed/breathe.ts';
import type { PairProgress } from './pair-options.ts';

const turnLength = 16; // milliseconds between two turns of the event loop

/** Reports one stage: whole numbers that never fall, from 0 to the total. */
export function createMeter(
  stage: PairProgress['stage'],
  total: number,
  onProgress: ((event: PairProgress) => void) | undefined,
): (done: number) => void {
  let shown = 0;
  onProgress?.({ stage, done: 0, total });
  return (done) => {
    const whole = Math.min(Math.floor(done + 1e-9), total);
    if (whole <= shown) return;
    shown = whole;
    onProgress?.({ stage, done: whole, total });
  };
}

/** Yields to the event loop every 16 ms, and checks the signal then. */
export function createPacer(signal: AbortSignal | undefined): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < turnLength) return;
    await breathe();
    signal?.throwIfAborted();
    last = performance.now();
  };
}

/** Run a generator to its end, whatever it yields, and yield to the event loop between steps. */
export function runPaced<Result>(steps: Generator<unknown, Result>, signal: AbortSignal | undefined): Promise<Result> {
  return runSteps(withoutShares(steps), signal ? { signal } : {});
}

function* withoutShares<Result>(steps: Generator<unknown, Result>): Generator<number, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield 0;
  }
}
