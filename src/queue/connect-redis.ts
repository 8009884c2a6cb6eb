/**
 * A connection to Redis that fails fast at the start and reconnects without limit later.
 *
 *     connect ── no answer, refused, wrong password → QUEUE_UNREACHABLE within connectTimeout
 *        └─ answered once → lost? come back every 50 ms to 2 s, commands wait meanwhile
 */
import type { Redis, RedisOptions } from 'ioredis';
import { AlignmentError } from '../errors.ts';
import { loadPeers, type Peers } from './load-peers.ts';
import type { CheckedTarget } from './queue-target.ts';

/** An open connection. */
export interface RedisLink {
  readonly client: Redis;
  readonly bull: Peers['bull'];
  /** Run an idempotent command, and repeat it while the connection is lost. Other errors are thrown. */
  persist<Result>(action: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
  /** Run a final command before {@link close}, for at most a second, since Redis may be unreachable. */
  farewell(action: () => Promise<unknown>): Promise<void>;
  /** Close; commands in progress are dropped. */
  close(): void;
}

const FAREWELL = 1000;
const LEAST_VERSION = [6, 2];

/**
 * Connect.
 *
 * @throws AlignmentError `QUEUE_UNREACHABLE` when Redis does not answer in time, `RUNTIME_MISSING` without bullmq or ioredis.
 */
export async function connectRedis(target: CheckedTarget): Promise<RedisLink> {
  const { bull, Redis } = await loadPeers();
  const state: ConnectionState = { isOpen: false, isLost: false };
  const client = new Redis(clientOptions(target, state));
  try {
    await firstAnswer(client, target, state);
  } catch (error) {
    client.disconnect();
    throw error;
  }
  state.isOpen = true;
  announce(client, target, state);
  const persist: RedisLink['persist'] = async (action, signal) => {
    for (;;) {
      signal?.throwIfAborted();
      try {
        return await (signal ? untilAborted(action(), signal) : action());
      } catch (error) {
        signal?.throwIfAborted();
        if (!isConnectionError(error) || client.status === 'end') throw error;
        await pause(200, signal);
      }
    }
  };
  const farewell: RedisLink['farewell'] = async (action) => {
    await within(
      FAREWELL,
      action().catch(() => {}),
    );
  };
  return { client, bull, persist, farewell, close: () => client.disconnect() };
}

/** Sleep until the time or the signal, without an error. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
    if (signal?.aborted) done();
  });
}

/** Waits for work, at most this long. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  try {
    await Promise.race([work, pause(milliseconds, done.signal)]);
  } finally {
    done.abort(); // a running timer would keep the process alive
  }
}

/** Whether an error means that Redis was unreachable, rather than that it refused. */
export function isConnectionError(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    /^E(CONN|PIPE|HOSTUNREACH|NETUNREACH|TIMEDOUT|NOTFOUND|AI_AGAIN)/.test(String(code)) ||
    /connection is closed|connection close|stream isn't writeable|ECONN|^LOADING|^READONLY|^MASTERDOWN/i.test(String(message))
  );
}

interface ConnectionState {
  /** Whether Redis has answered once. */
  isOpen: boolean;
  isLost: boolean;
  error?: Error;
}

function clientOptions({ address, connectTimeout }: CheckedTarget, state: ConnectionState): RedisOptions {
  const { tls = false, ...rest } = address;
  return {
    ...rest,
    ...(tls !== false && { tls: tls === true ? {} : { ...tls } }),
    lazyConnect: true,
    connectTimeout,
    // commands wait for the connection as long as it takes
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (state.isOpen ? Math.min(50 * 2 ** Math.min(times, 10), 2000) : null),
  };
}

/** Waits for the first answer, and checks it. */
async function firstAnswer(client: Redis, target: CheckedTarget, state: ConnectionState): Promise<void> {
  const remember = (error: Error): void => {
    state.error ??= error;
  };
  client.on('error', remember);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${target.connectTimeout} ms`)), target.connectTimeout);
  });
  try {
    const opening = client.connect().then(() => readServer(client, target));
    opening.catch(() => {}); // reported below, unless it was late
    await Promise.race([opening, late]);
  } catch (error) {
    const cause = state.error ?? (error as Error);
    throw new AlignmentError('QUEUE_UNREACHABLE', `Redis at ${target.shown} cannot be used: ${reason(cause)}`, { cause });
  } finally {
    clearTimeout(timer);
  }
}

async function readServer(client: Redis, { address, shown, onNotice }: CheckedTarget): Promise<void> {
  await client.select(address.db ?? 0); // ioredis would stay in database 0 where this one does not exist
  const info = await client.info();
  const value = (name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
  const [major = 0, minor = 0] = value('redis_version').split('.').map(Number);
  if (major < LEAST_VERSION[0]! || (major === LEAST_VERSION[0] && minor < LEAST_VERSION[1]!))
    throw new Error(`its version is ${value('redis_version') || 'unknown'}, and ${LEAST_VERSION.join('.')} is needed`);
  if (value('aof_enabled') === '0') onNotice(`Redis at ${shown} runs without AOF: what it has not saved is lost when it stops`);
  const policy = value('maxmemory_policy');
  if (policy !== '' && policy !== 'noeviction')
    onNotice(`Redis at ${shown} throws keys away when its memory is full (maxmemory-policy ${policy}): set it to noeviction`);
}

function announce(client: Redis, { shown, onNotice }: CheckedTarget, state: ConnectionState): void {
  client.on('close', () => {
    if (state.isLost || client.status === 'end') return;
    state.isLost = true;
    onNotice(`Redis at ${shown} is gone; waiting for it`);
  });
  client.on('ready', () => {
    if (state.isLost) onNotice(`Redis at ${shown} is back`);
    state.isLost = false;
  });
}

/** A short description of an error. ioredis puts no password into its messages; the server's answers have none either. */
function reason(error: Error & { code?: string }): string {
  const { code, message } = error;
  if (code === 'ECONNREFUSED') return 'nothing listens there (ECONNREFUSED)';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `there is no such host (${code})`;
  if (/^(WRONGPASS|NOAUTH|NOPERM)/.test(message)) return `user name or password are refused (${message.split(' ')[0]})`;
  return message;
}

async function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop!);
  }
}
