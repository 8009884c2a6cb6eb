/**
 * The journal of a long run: a heading with the options of the run and its process, then a record for each checkpoint. A record that
 * was torn when the run was killed does not count.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { emptyTally, type RunTally } from './run-tally.ts';

const KIND = 'palimpsest corpus';
const VERSION = 1;

/** How far a run has come. */
export interface Checkpoint {
  /** Lines in the part, one a pair. */
  readonly pairs: number;
  /** Length of the part. */
  readonly bytes: number;
  /** Digest over the input pairs so far. */
  readonly input: string;
  readonly tally: RunTally;
  /** Model of the alignments so far: `id@revision`; `null` while there is none. */
  readonly model: string | null;
}

/** What is in a journal. */
export interface FoundJournal {
  readonly told: unknown;
  /** The last record that is whole. */
  readonly last: Checkpoint | undefined;
  /** The process that is at work on it. */
  readonly pid: number | undefined;
}

/** Read a journal; `undefined` where there is none, or none with a heading. */
export async function readJournal(path: string): Promise<FoundJournal | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined); // not there, or as good as that
  if (text === undefined) return undefined;
  const [first, ...rest] = text.split('\n').slice(0, -1).map(parseRecord); // what has no line feed behind it was torn
  const { journal, version, told, pid, began } = (first ?? {}) as Record<string, unknown>;
  if (journal !== KIND || version !== VERSION) return undefined;
  const last = rest.filter((record) => record !== undefined).at(-1) as Checkpoint | undefined;
  return { told, last, pid: isAtWork(pid, began) ? (pid as number) : undefined };
}

function parseRecord(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // torn in the middle of a disk block
  }
}

/** Whether the process that wrote a journal still runs: the same number, begun at the same time. */
function isAtWork(pid: unknown, began: unknown): boolean {
  return typeof pid === 'number' && pid !== process.pid && typeof began === 'string' && beginOf(pid) === began;
}

/** When a process began, in the system's own count; `undefined` where it does not run or the system does not tell. */
function beginOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined; // no such process, or no such system
  }
}

/** A run in which nothing was done. */
export function noCheckpoint(): Checkpoint {
  return { pairs: 0, bytes: 0, input: '', tally: emptyTally(), model: null };
}

/** The whole text of a journal at the start of a run. */
export function beginJournal(told: unknown, start: Checkpoint): string {
  return `${JSON.stringify({ journal: KIND, version: VERSION, told, pid: process.pid, began: beginOf(process.pid) })}\n${JSON.stringify(start)}\n`;
}

/** Digest over one more pair. */
export function chainDigest(before: string, pair: unknown): string {
  const { id, error } = (typeof pair === 'object' && pair !== null ? pair : {}) as { id?: unknown; error?: unknown };
  const told = error instanceof Error ? { id, error: error.message } : pair;
  return createHash('sha256')
    .update(`${before}\n${JSON.stringify(told) ?? 'undefined'}`)
    .digest('hex');
}

/** The differing options of two runs, in words. */
export function describeDifferences(before: unknown, now: unknown): string {
  const [one, other] = [before, now].map((told) => Object.entries((told ?? {}) as object));
  const names = [...new Set([...one!, ...other!].map(([name]) => name))];
  const value = (entries: [string, unknown][] | undefined, name: string): string | undefined =>
    JSON.stringify(entries?.find(([key]) => key === name)?.[1]);
  return names
    .filter((name) => value(one, name) !== value(other, name))
    .map((name) => `${name} was ${value(one, name) ?? 'not given'}`)
    .join(', ');
}
