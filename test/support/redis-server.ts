/** A Redis of the test's own: Debian's `redis-server` on a free loopback port, in a folder that goes away with it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The version, `undefined` where there is no `redis-server`. */
export const redisVersion: string | undefined = (() => {
  try {
    return /v=(\S+)/.exec(execFileSync('redis-server', ['--version'], { encoding: 'utf8' }))?.[1];
  } catch {
    return undefined;
  }
})();

if (redisVersion === undefined && process.env.CI === 'true')
  throw new Error('There is no redis-server: in continuous integration its tests may not be skipped');

/** Why tests are skipped, for their titles. */
export const withoutRedis = redisVersion === undefined ? ' (skipped: there is no redis-server here)' : '';

/** A running server. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** Stop it: as a crash does, or with time to close its files. */
  stop(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Start it again on the same port and files. */
  start(): Promise<void>;
  /** Stop it and remove its files. */
  remove(): Promise<void>;
}

/** Start a server. AOF is on and every write is on disk before it is answered, unless `settings` say otherwise. */
export async function startRedis(settings: Readonly<Record<string, string>> = {}): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-redis-'));
  const port = await freePort();
  const all = { port: String(port), bind: '127.0.0.1', dir: folder, appendonly: 'yes', appendfsync: 'always', save: '', ...settings };
  const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
  let child: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    child = spawn('redis-server', args, { stdio: 'ignore' });
    const started = child;
    for (let tries = 0; !(await answers(port)); tries++) {
      if (started.exitCode !== null || tries > 500) throw new Error('redis-server did not start');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const stop = async (signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<void> => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  };
  await start();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    start,
    stop,
    remove: async () => {
      await stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Whether a server answers PING, in whatever way. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(500, () => end(false));
    socket.once('error', () => end(false));
    socket.once('data', (data) => end(/^(\+PONG|-NOAUTH)/.test(data.toString())));
    socket.write('PING\r\n');
  });
}
