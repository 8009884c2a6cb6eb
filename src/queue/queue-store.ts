/**
 * The data of a queue in Redis besides BullMQ's jobs, and the atomic operations on it.
 *
 *     ids      pair key → position:digest        kept: the same pair makes no second job
 *     pending  position → pair key                until the result is collected
 *     results  position → line                    until it is collected
 *     meta     next, dropped, config, model, …    positions below `next` are assigned, below `dropped` collected
 *
 * A pair is done when its result is in `results` or its position is below `dropped`. So the number of pairs done is
 * `dropped + |results|`, even after repeated deliveries. All keys of a queue share a hash tag, for Redis Cluster.
 */
import type { RedisLink } from './connect-redis.ts';

/** Name of the BullMQ queue, below {@link keyPrefix}. */
export const JOBS = 'jobs';

/** Prefix of all keys of a queue. */
export function keyPrefix(queue: string): string {
  return `palimpsest:{${queue}}`;
}

/** The result of registering a pair. */
export interface Registered {
  /** Position in the queue, from 0. */
  readonly position: number;
  /** `new`; `known`: enqueued before, without a result yet; `done`: has its result. */
  readonly state: 'new' | 'known' | 'done';
}

/** A pair to register. */
export interface Registration {
  readonly key: string;
  /** Digest of the content, to recognise the same pair again. */
  readonly digest: string;
  /** Its result, if it needs no job for one. Takes the position. */
  readonly line?: (position: number) => string;
}

/** State of a queue. */
export interface QueueState {
  /** Pairs registered. */
  readonly pairs: number;
  /** Pairs with a result. */
  readonly done: number;
  /** Results collected and removed: all below this position. */
  readonly dropped: number;
  /** Whether an enqueue is in progress; a killed one counts for 30 seconds. */
  readonly isOpen: boolean;
  /** Number of finished enqueues. */
  readonly closed: number;
  readonly retried: number;
  readonly stalled: number;
}

/** Milliseconds after which an enqueue without a heartbeat counts as dead. */
export const ENQUEUE_SILENCE = 30_000;

const KEYS = ['meta', 'ids', 'pending', 'results', 'enqueuers', 'finished', 'collector'] as const;
const [META, IDS, PENDING, RESULTS, ENQUEUERS, FINISHED, COLLECTOR] = KEYS.map((_, index) => `KEYS[${index + 1}]`);
const NOW = `local t = redis.call('TIME'); local now = t[1] * 1000 + math.floor(t[2] / 1000)`;
const NUMBER = `local function number(field) return tonumber(redis.call('HGET', ${META}, field) or '0') end`;

/** Lua scripts, which Redis runs atomically. Positions are written with %d: Lua would write large ones as 1e+15. */
const SCRIPTS = {
  register: `
    ${NUMBER}
    local fresh = {}
    for i = 1, #ARGV, 2 do
      local entry = fresh[ARGV[i]] or redis.call('HGET', ${IDS}, ARGV[i])
      if entry and string.match(entry, ':(.*)$') ~= ARGV[i + 1] then return {-1, (i - 1) / 2} end
      fresh[ARGV[i]] = entry or ':' .. ARGV[i + 1]
    end
    local next, dropped, out = number('next'), number('dropped'), {}
    for i = 1, #ARGV, 2 do
      local entry = redis.call('HGET', ${IDS}, ARGV[i])
      local position, state = next, 0
      if entry then
        position = tonumber(string.match(entry, '^(%d+)'))
        state = (position < dropped or redis.call('HEXISTS', ${RESULTS}, string.format('%d', position)) == 1) and 2 or 1
      else
        local field = string.format('%d', position)
        redis.call('HSET', ${IDS}, ARGV[i], field .. ':' .. ARGV[i + 1])
        redis.call('HSET', ${PENDING}, field, ARGV[i])
        next = next + 1
      end
      out[#out + 1] = state
      out[#out + 1] = position
    end
    redis.call('HSET', ${META}, 'next', string.format('%d', next))
    return out`,
  store: `
    ${NUMBER}
    if tonumber(ARGV[1]) < number('dropped') or redis.call('HSETNX', ${RESULTS}, ARGV[1], ARGV[2]) == 0 then return 0 end
    ${NOW}
    redis.call('LPUSH', ${FINISHED}, string.format('%d', now))
    redis.call('LTRIM', ${FINISHED}, 0, 999)
    return 1`,
  has: `
    ${NUMBER}
    return (tonumber(ARGV[1]) < number('dropped') or redis.call('HEXISTS', ${RESULTS}, ARGV[1]) == 1) and 1 or 0`,
  take: `
    local lines, bytes, position = {}, 0, tonumber(ARGV[1])
    while #lines < 256 and bytes < tonumber(ARGV[2]) do
      local line = redis.call('HGET', ${RESULTS}, string.format('%d', position))
      if not line then break end
      lines[#lines + 1] = line
      bytes = bytes + #line
      position = position + 1
    end
    return lines`,
  drop: `
    ${NUMBER}
    local dropped = number('dropped')
    local upTo = math.min(tonumber(ARGV[1]), dropped + 1000)
    for position = dropped, upTo - 1 do
      local field = string.format('%d', position)
      redis.call('HDEL', ${RESULTS}, field)
      redis.call('HDEL', ${PENDING}, field)
    end
    if upTo > dropped then redis.call('HSET', ${META}, 'dropped', string.format('%d', upTo)) end
    return math.max(dropped, upTo)`,
  enqueuer: `
    ${NOW}
    if ARGV[2] == 'end' then
      redis.call('ZREM', ${ENQUEUERS}, ARGV[1])
      redis.call('HINCRBY', ${META}, 'closed', 1)
    elseif ARGV[2] == 'leave' then
      redis.call('ZREM', ${ENQUEUERS}, ARGV[1])
    else
      redis.call('ZREMRANGEBYSCORE', ${ENQUEUERS}, '-inf', now - ${ENQUEUE_SILENCE})
      redis.call('ZADD', ${ENQUEUERS}, now, ARGV[1])
    end
    return 1`,
  state: `
    ${NUMBER}
    ${NOW}
    return {number('next'), number('dropped') + redis.call('HLEN', ${RESULTS}), number('dropped'),
      redis.call('ZCOUNT', ${ENQUEUERS}, now - ${ENQUEUE_SILENCE}, '+inf'), number('closed'), number('retried'), number('stalled')}`,
  hold: `
    local holder = redis.call('GET', ${COLLECTOR})
    if holder and holder ~= ARGV[1] then return 0 end
    redis.call('SET', ${COLLECTOR}, ARGV[1], 'PX', ARGV[2])
    return 1`,
  release: `
    if redis.call('GET', ${COLLECTOR}) == ARGV[1] then redis.call('DEL', ${COLLECTOR}) end
    return 1`,
} as const;

/** The operations. Each is idempotent, so each is repeated when the connection is lost. */
export interface QueueStore {
  /**
   * Assign positions to pairs that have none. All or nothing.
   *
   * @returns one entry for each, or the index of the first that was registered with different content.
   */
  register(pairs: readonly Registration[], signal?: AbortSignal): Promise<Registered[] | { readonly conflict: number }>;
  /** Store a result, unless the position has one. */
  store(position: number, line: string, signal?: AbortSignal): Promise<boolean>;
  /** Whether a position has its result, collected or not. */
  has(position: number, signal?: AbortSignal): Promise<boolean>;
  /** Results from a position on without a gap: as many as are there, up to 256 or about this many bytes. */
  take(from: number, bytes: number, signal?: AbortSignal): Promise<string[]>;
  /** Remove the results below a position, once they are stored elsewhere. */
  drop(upTo: number, signal?: AbortSignal): Promise<void>;
  /** Heartbeat of an enqueue, its end, or its departure before the end. */
  enqueuer(id: string, sign: 'alive' | 'end' | 'leave', signal?: AbortSignal): Promise<void>;
  state(signal?: AbortSignal): Promise<QueueState>;
  /** Take or renew the lock of the collector for some milliseconds. `false`: another collector holds it. */
  hold(token: string, milliseconds: number, signal?: AbortSignal): Promise<boolean>;
  release(token: string): Promise<void>;
  /** Set a field of `meta` unless it has a value, and read it. */
  settle(field: 'config' | 'model', value: string, signal?: AbortSignal): Promise<string>;
  read(field: 'config' | 'model', signal?: AbortSignal): Promise<string | undefined>;
  count(field: 'retried' | 'stalled', by: number): Promise<void>;
  /** Position of a pair, `undefined` when it was never registered. */
  positionOf(key: string, signal?: AbortSignal): Promise<number | undefined>;
  /** Key of the pair at a position that is not collected yet. */
  keyAt(position: number, signal?: AbortSignal): Promise<string | undefined>;
  /** Times of the last results, newest first, at most 1000: milliseconds since 1970. */
  finished(signal?: AbortSignal): Promise<number[]>;
}

/** The store of a queue. @internal */
export function queueStore({ client, persist }: RedisLink, queue: string): QueueStore {
  const prefix = keyPrefix(queue);
  const key = (name: (typeof KEYS)[number]): string => `${prefix}:${name}`;
  const keys = KEYS.map(key);
  const run = (name: keyof typeof SCRIPTS, args: readonly (string | number)[], signal?: AbortSignal): Promise<unknown> =>
    persist(() => client.eval(SCRIPTS[name], keys.length, ...keys, ...args), signal);

  const store: QueueStore['store'] = async (position, line, signal) => (await run('store', [position, line], signal)) === 1;
  return {
    async register(pairs, signal) {
      const flat = (await run(
        'register',
        pairs.flatMap((pair) => [pair.key, pair.digest]),
        signal,
      )) as number[];
      if (flat[0] === -1) return { conflict: flat[1]! };
      const states = ['new', 'known', 'done'] as const;
      const registered = pairs.map((_, i) => ({ state: states[flat[2 * i]!]!, position: flat[2 * i + 1]! }));
      for (const [i, { line }] of pairs.entries())
        if (line && registered[i]!.state !== 'done') await store(registered[i]!.position, line(registered[i]!.position), signal);
      return registered;
    },
    store,
    has: async (position, signal) => (await run('has', [position], signal)) === 1,
    take: async (from, bytes, signal) => (await run('take', [from, bytes], signal)) as string[],
    async drop(upTo, signal) {
      while (((await run('drop', [upTo], signal)) as number) < upTo);
    },
    enqueuer: async (id, sign, signal) => void (await run('enqueuer', [id, sign], signal)),
    async state(signal) {
      const [pairs, done, dropped, open, closed, retried, stalled] = (await run('state', [], signal)) as number[];
      return { pairs: pairs!, done: done!, dropped: dropped!, isOpen: open! > 0, closed: closed!, retried: retried!, stalled: stalled! };
    },
    hold: async (token, milliseconds, signal) => (await run('hold', [token, milliseconds], signal)) === 1,
    release: async (token) => void (await run('release', [token])),
    async settle(field, value, signal) {
      await persist(() => client.hsetnx(key('meta'), field, value), signal);
      return (await persist(() => client.hget(key('meta'), field), signal)) ?? value;
    },
    read: async (field, signal) => (await persist(() => client.hget(key('meta'), field), signal)) ?? undefined,
    count: async (field, by) => void (await persist(() => client.hincrby(key('meta'), field, by))),
    async positionOf(pair, signal) {
      const entry = await persist(() => client.hget(key('ids'), pair), signal);
      return entry === null ? undefined : Number.parseInt(entry, 10);
    },
    keyAt: async (position, signal) => (await persist(() => client.hget(key('pending'), String(position)), signal)) ?? undefined,
    finished: async (signal) => (await persist(() => client.lrange(key('finished'), 0, -1), signal)).map(Number),
  };
}

/** Whether every enqueued pair has its result, at least one enqueue has finished and none is in progress. */
export function isComplete({ pairs, done, isOpen, closed }: QueueState): boolean {
  return !isOpen && closed > 0 && done >= pairs;
}
