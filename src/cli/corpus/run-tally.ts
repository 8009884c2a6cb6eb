/** The totals of a corpus run: counted line by line, kept in the journal, printed at the end. */
import type { BeadLine } from '../../index.ts';
import { plainLine } from '../text-table.ts';

/** Counts over all lines so far. */
export interface RunTally {
  pairs: number;
  aligned: number;
  filtered: number;
  failed: number;
  /** Beads in the output. */
  beads: number;
  beadsFiltered: number;
  sourceSentences: number;
  targetSentences: number;
  /** Failed pairs by code. */
  failures: Record<string, number>;
}

/** Nothing yet. */
export function emptyTally(): RunTally {
  return { pairs: 0, aligned: 0, filtered: 0, failed: 0, beads: 0, beadsFiltered: 0, sourceSentences: 0, targetSentences: 0, failures: {} };
}

/** Count one line. */
export function countLine(tally: RunTally, line: BeadLine): void {
  tally.pairs++;
  tally[line.status]++;
  if (line.status === 'failed') {
    tally.failures[line.error.code] = (tally.failures[line.error.code] ?? 0) + 1;
    return;
  }
  tally.sourceSentences += line.source.sentences;
  tally.targetSentences += line.target.sentences;
  if (line.status === 'aligned') {
    tally.beads += line.beads.length;
    tally.beadsFiltered += line.filtered;
  }
}

/** The run in words. */
export function describeRun(tally: RunTally, before: number, seconds: number): string {
  const count = (value: number, one: string, many = `${one}s`): string => `${value.toLocaleString('en-US')} ${value === 1 ? one : many}`;
  const own = tally.pairs - before;
  const rate = seconds > 0 ? `, ${(own / seconds).toFixed(1)} a second` : '';
  const parts = [
    `${count(tally.pairs, 'pair')}: ${tally.aligned.toLocaleString('en-US')} aligned`,
    ...(tally.filtered > 0 ? [`${tally.filtered.toLocaleString('en-US')} filtered`] : []),
    `${tally.failed.toLocaleString('en-US')} failed`,
  ];
  const codes = Object.entries(tally.failures).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = [
    parts.join(', '),
    `${count(tally.beads, 'bead')} of ${count(tally.sourceSentences, 'source sentence')} and ${count(tally.targetSentences, 'target sentence')}` +
      (tally.beadsFiltered > 0 ? `; ${count(tally.beadsFiltered, 'bead')} filtered` : ''),
    `${describeDuration(seconds)}${rate}${before > 0 ? `; ${count(before, 'pair')} from before` : ''}`,
    ...(codes.length > 0 ? [`failed: ${codes.map(([code, times]) => `${code} ${times}`).join(', ')}`] : []),
  ];
  return lines.map((line) => `${plainLine(line)}\n`).join('');
}

/** Seconds in words: `12.3 s`, `4 min 10 s`, `3 h 12 min`. */
export function describeDuration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(whole / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
