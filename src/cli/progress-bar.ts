/** One line on the terminal that shows how far an alignment has come. Nothing is drawn where nobody looks. */
import type { ProgressEvent } from '../index.ts';
import type { Sink } from './io.ts';

/** What is said of each stage, and the share of the work that is done when it begins, as it commonly is: the bar runs once, over all of them. */
const stages: Record<ProgressEvent['stage'], readonly [label: string, from: number, until: number]> = {
  load: ['loading the model', 0, 0.05],
  split: ['splitting into sentences', 0.05, 0.1],
  embed: ['embedding', 0.1, 0.4],
  align: ['aligning', 0.4, 0.7],
  trace: ['tracing names', 0.7, 1],
};
const width = 24;

/** Something that takes progress events and cleans up after itself. */
export interface ProgressBar {
  update(event: ProgressEvent): void;
  clear(): void;
}

/** A bar on `sink`, or one that stays silent when that is not a terminal. */
export function progressBar(sink: Sink): ProgressBar {
  let drawn = '';
  let reached = 0;
  return {
    update({ stage, done, total }) {
      if (!sink.isTTY) return;
      const [label, from, until] = stages[stage];
      reached = Math.max(reached, from + (until - from) * (total > 0 ? Math.min(1, done / total) : 1));
      const filled = Math.round(reached * width);
      const line = `${'━'.repeat(filled)}${'─'.repeat(width - filled)} ${String(Math.round(reached * 100)).padStart(3)} % ${label}`;
      if (line !== drawn) sink.write(`\r\x1b[K${line}`);
      drawn = line;
    },
    clear() {
      if (drawn !== '') sink.write('\r\x1b[K');
      drawn = '';
    },
  };
}
