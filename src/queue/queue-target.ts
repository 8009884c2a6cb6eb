/** Names a queue on a Redis server. Checked once per call. */

import { invalidOption } from '../check-options.ts';
import { AlignmentError } from '../errors.ts';

/** Address of Redis: a URL, or its parts. */
export type RedisConnection = string | RedisAddress;

/** The parts of an address. */
export interface RedisAddress {
  /** @defaultValue '127.0.0.1' */
  readonly host?: string;
  /** @defaultValue 6379 */
  readonly port?: number;
  /** A Unix socket, instead of host and port. */
  readonly path?: string;
  readonly username?: string;
  readonly password?: string;
  /** Number of the database. @defaultValue 0 */
  readonly db?: number;
  /** `true`, or options of Node's `tls.connect`. @defaultValue false */
  readonly tls?: boolean | Readonly<Record<string, unknown>>;
}

/** Options common to all calls of a queue. */
export interface QueueTarget {
  /** `redis://user:password@host:port/db`, `rediss://…` for TLS, or the parts. The password is never printed. */
  readonly connection: RedisConnection;
  /** Name of the queue: letters, digits, `.`, `_` and `-`, at most 100. */
  readonly queue: string;
  /**
   * Milliseconds to wait for the first answer of Redis; after that the call rejects with `QUEUE_UNREACHABLE`.
   * A connection lost later is awaited without limit.
   *
   * @defaultValue 10,000
   */
  readonly connectTimeout?: number;
  /** Called with a message: the connection was lost, is restored, Redis does not save to disk. */
  readonly onNotice?: (message: string) => void;
}

/** A checked target. */
export interface CheckedTarget {
  readonly address: RedisAddress;
  /** The address without its secrets. */
  readonly shown: string;
  readonly queue: string;
  readonly connectTimeout: number;
  readonly onNotice: (message: string) => void;
}

const NAME = /^[\p{L}\p{N}._-]{1,100}$/u;

/**
 * Check a target.
 *
 * @throws AlignmentError `OPTION_INVALID`. The address is not repeated in the message: it may hold a password.
 */
export function checkTarget({ connection, queue, connectTimeout = 10_000, onNotice = () => {} }: QueueTarget): CheckedTarget {
  if (typeof queue !== 'string' || !NAME.test(queue)) throw invalidOption('queue', 'letters, digits, `.`, `_` and `-`, at most 100', queue);
  const address = typeof connection === 'string' ? parseUrl(connection) : checkAddress(connection);
  checkInteger('connectTimeout', connectTimeout, 1, 600_000);
  return { address, shown: show(address), queue, connectTimeout, onNotice };
}

/**
 * Check a whole number.
 *
 * @throws AlignmentError `OPTION_INVALID`
 */
export function checkInteger(name: string, value: unknown, least: number, most: number): void {
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most)
    throw invalidOption(name, `an integer from ${least} to ${most}`, value);
}

function parseUrl(text: string): RedisAddress {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw invalidConnection(); // without the cause, which would repeat the text
  }
  const db = /^\/?(\d{0,5})$/.exec(url.pathname)?.[1];
  if (!/^rediss?:$/.test(url.protocol) || url.hostname === '' || url.search !== '' || url.hash !== '' || db === undefined)
    throw invalidConnection();
  const { username, password } = url;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 6379 : Number(url.port),
    ...(username !== '' && { username: decode(username) }),
    ...(password !== '' && { password: decode(password) }),
    db: Number(db),
    tls: url.protocol === 'rediss:',
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalidConnection();
  }
}

const TYPES: Readonly<Record<keyof RedisAddress, readonly string[]>> = {
  host: ['string'],
  port: ['number'],
  path: ['string'],
  username: ['string'],
  password: ['string'],
  db: ['number'],
  tls: ['boolean', 'object'],
};

function checkAddress(address: RedisAddress): RedisAddress {
  if (typeof address !== 'object' || address === null || Array.isArray(address)) throw invalidConnection();
  for (const [name, value] of Object.entries(address)) {
    if (!Object.hasOwn(TYPES, name)) throw new AlignmentError('OPTION_UNKNOWN', `Unknown part \`${name}\` of \`connection\``);
    if (value !== undefined && !TYPES[name as keyof RedisAddress].includes(typeof value)) throw invalidConnection();
  }
  if (address.port !== undefined) checkInteger('port', address.port, 1, 65_535);
  if (address.db !== undefined) checkInteger('db', address.db, 0, 65_535);
  return address;
}

function invalidConnection(): AlignmentError {
  return new AlignmentError(
    'OPTION_INVALID',
    'Option `connection`: expected redis://user:password@host:port/db (rediss:// for TLS) or { host, port, path, username, password, db, tls }',
  );
}

function show({ host = '127.0.0.1', port = 6379, path, db = 0, tls = false }: RedisAddress): string {
  return path ?? `${tls === false ? 'redis' : 'rediss'}://${host.includes(':') ? `[${host}]` : host}:${port}/${db}`;
}
