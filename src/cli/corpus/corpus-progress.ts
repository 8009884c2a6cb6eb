/** One line on the terminal about a long run: progress, speed, remaining time. Nothing is drawn where the output is no terminal. */
import type { Sink } from '../io.ts';
import { describeDuration } from './run-tally.ts';

const width = 20;
/** Milliseconds between two drawings. */
const interval = 200;

/** How a run stands. */
export interface RunState {
  /** Pairs done in this run. */
  readonly done: number;
  readonly failed: number;
  /** Share of the input that was read, 0 to 1; `undefined` if unknown. */
  readonly share: number | undefined;
  /** Share at which this run began. */
  readonly began: number;
}

/** Something that draws how a run stands and cleans up after itself. */
export interface CorpusProgressLine {
  update(state: RunState): void;
  clear(): void;
}

/** A line on `sink`, or one that stays silent when that is not a terminal. */
export function corpusProgress(sink: Sink, now: () => number = () => performance.now()): CorpusProgressLine {
  const start = now();
  let drawn = -Infinity;
  return {
    update(state) {
      if (!sink.isTTY || now() - drawn < interval) return;
      drawn = now();
      sink.write(`\r\x1b[K${progressLine(state, (drawn - start) / 1000)}`);
    },
    clear() {
      if (drawn > -Infinity) sink.write('\r\x1b[K');
      drawn = -Infinity;
    },
  };
}

/** The line after this many seconds. */
export function progressLine({ done, failed, share, began }: RunState, seconds: number): string {
  const parts = [`${done.toLocaleString('en-US')} pairs`];
  if (seconds > 0) parts.push(`${(done / seconds).toFixed(1)} a second`);
  if (failed > 0) parts.push(`${failed.toLocaleString('en-US')} failed`);
  if (share === undefined) return parts.join(', ');
  if (share > began && share < 1 && done > 0) parts.push(`about ${describeDuration((seconds * (1 - share)) / (share - began))} left`);
  const filled = Math.round(share * width);
  return `${'━'.repeat(filled)}${'─'.repeat(width - filled)} ${String(Math.floor(share * 100)).padStart(3)} % ${parts.join(', ')}`;
}
