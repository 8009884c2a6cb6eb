/** How long the longest step of a generator takes. */
import { expect } from 'vitest';

/** Milliseconds by the clock, and those that this process has computed in all its threads. */
function now(): { clock: number; computed: number } {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), computed: (user + system) / 1000 };
}

/** Longest step in milliseconds. Run twice, and of each step the shorter time counts, since garbage is collected and code compiled where it happens to be. */
export function longestStep(make: () => Generator<unknown, unknown>): { longest: number; steps: number } {
  const runs = [0, 1].map(() => {
    const times: number[] = [];
    const steps = make();
    for (let last = now(); ; ) {
      const { done } = steps.next();
      const here = now();
      // neither what other processes do counts, nor what threads do beside it
      times.push(Math.min(here.clock - last.clock, here.computed - last.computed));
      last = here;
      if (done) return times;
    }
  });
  expect(runs[1]).toHaveLength(runs[0]!.length);
  return { longest: Math.max(...runs[0]!.map((time, k) => Math.min(time, runs[1]![k]!))), steps: runs[0]!.length };
}
