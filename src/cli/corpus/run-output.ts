/**
 * The output of a long run, such that a run killed at any moment can be gone on with: nothing lost, nothing twice.
 *
 *     beads.jsonl.part      lines as they come, in input order
 *     beads.jsonl.journal   a heading (the options of the run), then a record for each checkpoint: this many pairs are this many bytes
 *     beads.jsonl           the part under its final name, once it is whole; the journal is then removed
 *
 * A checkpoint writes lines, waits until they are on disk, and only then says so in the journal. Going on cuts the part to what the last whole
 * record says; what is cut was never promised and is made again, byte for byte the same. Each record carries a digest over all input pairs so
 * far (a chain: digest of the digest before and the pair), so that another input is noticed, and the heading the options.
 */
import { type FileHandle, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { Sink } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import { beginJournal, type Checkpoint, describeDifferences, noCheckpoint, readJournal } from './run-journal.ts';
import { writeFailure } from './write-failure.ts';

/** Output that takes lines. */
export interface RunOutput {
  /** Where an earlier run ended. */
  readonly start: Checkpoint;
  /** Take a line; what is known after it may be written with it. */
  add(line: string, known: Pick<Checkpoint, 'input' | 'tally' | 'model'>): Promise<void>;
  /** Make what was taken last. */
  save(): Promise<void>;
  /** How many pairs a later run would find. */
  kept(): number;
  /** Save, and give the output its final name. */
  finish(): Promise<void>;
  /** Let go; with nothing in it, remove it. */
  close(): Promise<void>;
}

/** Characters or milliseconds after which lines are saved. */
const SAVE_LENGTH = 65_536;
const SAVE_INTERVAL = 500;

/**
 * Begin a run, or go on with one.
 *
 * @param told - The options that decide the output besides the input: runs that differ in them are different runs.
 * @returns `undefined` where there is nothing to go on with because the output is whole.
 * @throws UsageError where an unfinished run is in the way, is at work, or has different options; Error where files cannot be written.
 */
export async function openRunOutput(path: string, told: unknown, resume: boolean): Promise<RunOutput | undefined> {
  const part = `${path}.part`;
  const journal = `${path}.journal`;
  const [final, left] = await Promise.all([info(path), info(part)]);
  if (final?.isDirectory()) throw new Error(`cannot write ${path}: it is a folder`);
  if (final && !final.isFile()) return streamOutput(path); // a device or a pipe has no other name
  if (left && !resume) throw new UsageError(`an unfinished run lies in ${part}: go on with --resume, or remove it`);

  let start = noCheckpoint();
  if (resume) {
    const found = await readJournal(journal);
    if (left && !found) throw new UsageError(`${part} has no journal beside it, so nobody knows how much of it is right: remove it`);
    if (!left && found?.last && found.last.pairs > 0 && final?.size === found.last.bytes) {
      await rm(journal); // killed after the output got its name
      return undefined;
    }
    if (!left && !found && final) return undefined;
    if (left && found) {
      if (found.pid !== undefined) throw new UsageError(`process ${found.pid} is at work on ${part}`);
      const differences = describeDifferences(found.told, told);
      if (differences !== '')
        throw new UsageError(`${part} is of a run that was told otherwise (${differences}): tell the same, or remove it`);
      start = found.last ?? start;
      if (left.size < start.bytes) throw new UsageError(`${part} is shorter than its journal says: remove it`);
    }
  }
  return journaledOutput(path, beginJournal(told, start), start, left !== undefined);
}

async function journaledOutput(path: string, beginning: string, start: Checkpoint, goesOn: boolean): Promise<RunOutput> {
  const part = `${path}.part`;
  const journal = `${path}.journal`;
  const writing = <Result>(file: string, work: Promise<Result>): Promise<Result> =>
    work.catch((cause) => {
      throw writeFailure(file, cause);
    });
  // written beside and renamed, so that there is never half a heading
  await writing(journal, replaceFile(journal, beginning));
  const [lines, records] = [await writing(part, open(part, goesOn ? 'r+' : 'w')), await writing(journal, open(journal, 'a'))];
  await writing(part, lines.truncate(start.bytes));

  let held = '';
  let now = start;
  let kept = start.pairs;
  let savedAt = Date.now();
  const save = async (): Promise<void> => {
    if (held === '') return;
    const bytes = Buffer.from(held);
    held = '';
    await writing(part, writeAt(lines, bytes, now.bytes));
    await writing(part, lines.datasync());
    now = { ...now, bytes: now.bytes + bytes.length };
    await writing(journal, records.appendFile(`${JSON.stringify(now)}\n`));
    kept = now.pairs;
    savedAt = Date.now();
  };
  let isOpen = true;
  let isWhole = false;
  const close = async (): Promise<void> => {
    if (isOpen) await Promise.all([lines.close(), records.close()]);
    isOpen = false;
  };
  return {
    start,
    async add(line, known) {
      held += line;
      now = { ...now, ...known, tally: structuredClone(known.tally), pairs: now.pairs + 1 };
      if (held.length >= SAVE_LENGTH || Date.now() - savedAt >= SAVE_INTERVAL) await save();
    },
    save,
    kept: () => kept,
    async finish() {
      await save();
      await close();
      await writing(path, rename(part, path));
      isWhole = true;
      await rm(journal);
    },
    async close() {
      await close();
      if (kept === 0 && !isWhole) await Promise.all([rm(part, { force: true }), rm(journal, { force: true })]);
    },
  };
}

/** A device or a pipe: lines go out as they come, and nothing can be gone on with. */
function streamOutput(path: string): RunOutput {
  let handle: FileHandle | undefined;
  return {
    start: noCheckpoint(),
    async add(line) {
      try {
        handle ??= await open(path, 'w');
        await handle.appendFile(line);
      } catch (cause) {
        throw writeFailure(path, cause as NodeJS.ErrnoException);
      }
    },
    save: async () => undefined,
    kept: () => 0,
    finish: async () => undefined,
    close: async () => handle?.close(),
  };
}

/** Standard output: the next line waits until it has taken the one before. */
export function sinkOutput(sink: Sink): RunOutput {
  return {
    start: noCheckpoint(),
    add: async (line) => {
      if (sink.write(line) === false && sink.once) await new Promise<void>((resolve) => sink.once!('drain', resolve));
    },
    save: async () => undefined,
    kept: () => 0,
    finish: async () => undefined,
    close: async () => undefined,
  };
}

/** Always beside the same name, so that a kill in between leaves nothing that the next run does not take away. */
async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.new`;
  try {
    await writeFile(beside, text, { flush: true });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function writeAt(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
}

async function info(path: string) {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw writeFailure(path, error);
  });
}
