/** The package as it was built: threads and kills need real files. `npm test` builds it first. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = resolve(import.meta.dirname, '../../dist');
if (!existsSync(join(dist, 'corpus/corpus-worker.js'))) throw new Error('dist/ is missing or old: run `npm run build` first');

/** The library. */
export async function builtLibrary(): Promise<typeof import('../../src/index.ts')> {
  return import(/* @vite-ignore */ pathToFileURL(join(dist, 'index.js')).href);
}

/** Path of the library. */
export const builtPath = join(dist, 'index.js');
/** URL of the library. */
export const builtModule = pathToFileURL(join(dist, 'index.js')).href;

/** What a process ended with. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that runs, and how it will end. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Start Node. */
export function startNode(args: readonly string[], options: SpawnOptions = {}): Running {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => done({ code, signal, stdout, stderr }));
  });
  return { child, ended };
}

/** Start the command line. */
export function startCli(args: readonly string[], options: SpawnOptions = {}): Running {
  return startNode([join(dist, 'cli/main.js'), ...args], options);
}
