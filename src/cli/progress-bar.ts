/** One line on the terminal that shows how far an alignment has come. Nothing is drawn where nobody looks. */
import type { ProgressEvent } from '../index.ts';
import type { Sink } from './io.ts';

const labels: Record<ProgressEvent['stage'], string> = {
  load: 'loading the model',
  split: 'splitting into sentences',
  embed: 'embedding',
  align: 'aligning',
  trace: 'tracing names',
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
  return {
    update({ stage, done, total }) {
      if (!sink.isTTY) return;
      const share = total > 0 ? Math.min(1, done / total) : 1;
      const filled = Math.round(share * width);
      const line = `${'━'.repeat(filled)}${'─'.repeat(width - filled)} ${String(Math.round(share * 100)).padStart(3)} % ${labels[stage]}`;
      if (line !== drawn) sink.write(`\r\x1b[K${line}`);
      drawn = line;
    },
    clear() {
      if (drawn !== '') sink.write('\r\x1b[K');
      drawn = '';
    },
  };
}
