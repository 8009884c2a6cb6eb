/**
 * Writes results into a file, each exactly once, even if processes are killed meanwhile.
 *
 * Line n of the file is the result of pair n, so the file records its own progress and needs no journal:
 *
 *     count whole lines, cut off a half one → take results from there → append, flush to disk → remove them from Redis → …
 *
 * If killed before the flush, the lines are still in Redis; if killed after it, they are counted. While results are missing the file is named
 * `<path>.part`. Memory: one batch.
 */
import type { FileHandle } from 'node:fs/promises';
import { fileSystem } from '../embed/read-folder.ts';
import { AlignmentError } from '../errors.ts';
import { type Batch, batches } from './collect-results.ts';
import { connectRedis, pause } from './connect-redis.ts';
import { jobKey } from './pair-job.ts';
import { type QueueState, type QueueStore, queueStore } from './queue-store.ts';
import { checkTarget, type QueueTarget } from './queue-target.ts';

/** Options of {@link collectToFile}. */
export interface CollectFileOptions extends QueueTarget {
  /** The output file. A file that an earlier call left here, or in `<path>.part`, is continued. */
  readonly path: string;
  /** `false`: end at the first missing result. @defaultValue true: end when the queue is complete */
  readonly wait?: boolean;
  /** Stops the call, which rejects with its reason. The next call continues from there. */
  readonly signal?: AbortSignal;
  /** Called after each poll of the queue. */
  readonly onProgress?: (event: CollectProgress) => void;
}

/** Progress of a collection. */
export interface CollectProgress {
  /** Lines in the file. */
  readonly collected: number;
  /** Pairs that have a result. */
  readonly done: number;
  /** Pairs enqueued so far. */
  readonly pairs: number;
  /** Whether more may come. */
  readonly enqueuing: boolean;
}

/** Result of a collection. */
export interface CollectSummary {
  /** Lines in the file. */
  readonly lines: number;
  /** Of these, added by this call. */
  readonly added: number;
  /** Whether the file has every pair; then it is named `path`, else `<path>.part`. */
  readonly complete: boolean;
}

/** Milliseconds for which a collector holds its lock without renewal. */
const HOLD = 5000;

/**
 * Write the results of a queue to a JSONL file: every pair once, in the order in which they were enqueued. Results on disk
 * are removed from Redis. After a crash, the same call continues where it stopped, without losing or repeating a line.
 *
 * @throws {@link AlignmentError} `QUEUE_UNREACHABLE`, `RUNTIME_MISSING`, `OPTION_INVALID`; `FORMAT_INVALID` when the file is not the output of
 * this queue, or another call collects it; the reason of the signal; an error of the file system as it comes.
 */
export async function collectToFile(collectOptions: CollectFileOptions): Promise<CollectSummary> {
  const { path, wait = true, signal, onProgress = () => {} } = collectOptions;
  const target = checkTarget(collectOptions);
  const link = await connectRedis(target);
  const store = queueStore(link, target.queue);
  const token = crypto.randomUUID();
  const { open, rename } = fileSystem()!.promises;
  let file: FileHandle | undefined;
  try {
    await holdQueue(store, target.queue, token, signal);
    const part = `${path}.part`;
    const present = await presentFile(path, part);
    file = await open(present, 'a+');
    const found = await readLines(file, present);
    await checkFile(found, { store, queue: target.queue, path: present, signal });
    if (present === path) await rename(path, part);
    await file.truncate(found.bytes); // a line that was cut off
    await store.drop(found.lines, signal);

    let { lines, bytes } = found;
    let state: QueueState | undefined;
    for await (const batch of batches({ link, store, queue: target.queue, from: lines, wait, signal })) {
      if (!(await store.hold(token, HOLD, signal))) throw otherCollector(target.queue);
      bytes = await append(file, batch, bytes, part);
      lines += batch.lines.length;
      if (batch.lines.length > 0) await store.drop(lines, signal);
      state = batch.state;
      onProgress({ collected: lines, done: Math.max(state.done, lines), pairs: state.pairs, enqueuing: state.isOpen });
    }
    await file.close();
    file = undefined;
    const complete = state !== undefined && lines >= state.pairs && state.closed > 0 && !state.isOpen;
    if (complete) await rename(part, path);
    return { lines, added: lines - found.lines, complete };
  } finally {
    await file?.close();
    await link.farewell(() => store.release(token));
    link.close();
  }
}

/** The file to continue: `path` where an earlier call finished it, since more may have been enqueued; else `part`. */
async function presentFile(path: string, part: string): Promise<string> {
  const exists = (name: string): Promise<boolean> =>
    fileSystem()!
      .promises.stat(name)
      .then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return false;
          throw error;
        },
      );
  if (!(await exists(path))) return part;
  if (await exists(part))
    throw new AlignmentError('FORMAT_INVALID', `There are both ${path} and ${part}: keep the one that belongs to this queue`);
  return path;
}

/** One collector at a time, since two would remove each other's results. Waits until the lock of a killed one expires. */
async function holdQueue(store: QueueStore, queue: string, token: string, signal: AbortSignal | undefined): Promise<void> {
  for (let waited = 0; !(await store.hold(token, HOLD, signal)); waited += 250) {
    if (waited > HOLD + 500) throw otherCollector(queue);
    await pause(250, signal);
  }
}

function otherCollector(queue: string): AlignmentError {
  return new AlignmentError('FORMAT_INVALID', `The results of \`${queue}\` are being collected by another call`);
}

interface FoundLines {
  /** Whole lines. */
  readonly lines: number;
  /** End of the last of them. */
  readonly bytes: number;
  /** The last of them. */
  readonly last: string;
}

/** Counts the lines, a piece at a time, and reads the last one again. */
async function readLines(file: FileHandle, path: string): Promise<FoundLines> {
  const piece = Buffer.alloc(2 ** 20);
  let lines = 0;
  let start = 0; // of the last whole line
  let end = 0;
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(piece, 0, piece.length, position);
    if (bytesRead === 0) break;
    for (let at = piece.indexOf(10); at >= 0 && at < bytesRead; at = piece.indexOf(10, at + 1)) {
      lines++;
      start = end;
      end = position + at + 1;
    }
    position += bytesRead;
  }
  if (end - start > 2 ** 29) throw new AlignmentError('FORMAT_INVALID', `${path}: its last line is not a result`);
  const last = Buffer.alloc(end - start);
  await file.read(last, 0, last.length, start);
  return { lines, bytes: end, last: last.toString('utf8') };
}

/** Whether the file holds the first results of this queue and all that were removed from it. */
async function checkFile(
  { lines, last }: FoundLines,
  { store, queue, path, signal }: { store: QueueStore; queue: string; path: string; signal: AbortSignal | undefined },
): Promise<void> {
  const { dropped } = await store.state(signal);
  if (lines < dropped)
    throw new AlignmentError(
      'FORMAT_INVALID',
      `${path} has ${lines} results, but ${dropped} of \`${queue}\` were collected: name the file they are in`,
    );
  if (lines === 0) return;
  let id: unknown;
  try {
    id = (JSON.parse(last) as { id?: unknown }).id;
  } catch {
    id = undefined; // not a line of this library
  }
  const position = typeof id === 'string' ? await store.positionOf(jobKey(queue, id), signal) : undefined;
  if (position !== lines - 1) throw new AlignmentError('FORMAT_INVALID', `${path} does not hold the results of the queue \`${queue}\``);
}

/** Appends and flushes; returns the new size. */
async function append(file: FileHandle, { lines }: Batch, bytes: number, path: string): Promise<number> {
  if (lines.length === 0) return bytes;
  const { size } = await file.stat();
  if (size !== bytes)
    throw new AlignmentError('FORMAT_INVALID', `${path} was changed by someone else while results were collected into it`);
  const text = Buffer.from(lines.join(''));
  await file.writeFile(text);
  await file.datasync();
  return bytes + text.length;
}
