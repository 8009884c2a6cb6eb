/** Processes of the tests about queues: bundled once, started, and none left behind. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** How a process ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A process. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** The programs, and whatever was started of them. */
export interface Processes {
  /** The command line. */
  cli(...args: string[]): Running;
  /** `deadly-worker.ts` */
  deadlyWorker(...args: string[]): Running;
  /** Kill what still runs, and remove the programs. */
  close(): Promise<void>;
}

/** Bundle the programs. */
export async function buildProcesses(): Promise<Processes> {
  const root = resolve('node_modules');
  mkdirSync(root, { recursive: true });
  // two levels below the root, like src/*/*.ts, so that the model is found
  const folder = mkdtempSync(join(root, '.queue-test-'));
  await build({
    entryPoints: {
      cli: 'test/queue/support/cli-process.ts',
      deadly: 'test/queue/support/deadly-worker.ts',
      'corpus-worker': 'src/corpus/corpus-worker.ts',
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const started: Running[] = [];
  const start = (program: string, args: readonly string[]): Running => {
    const child = spawn(process.execPath, [join(folder, `${program}.js`), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.stderr.on('data', (text) => {
      err += text;
    });
    const ended = new Promise<Ended>((done) => child.once('close', (code, signal) => done({ code, signal, out, err })));
    const running = { child, ended };
    started.push(running);
    return running;
  };
  return {
    cli: (...args) => start('cli', args),
    deadlyWorker: (...args) => start('deadly', args),
    async close() {
      for (const { child } of started) child.kill('SIGKILL');
      await Promise.all(started.map(({ ended }) => ended));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until something holds. */
export async function until(holds: () => boolean | Promise<boolean>, milliseconds = 60_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`did not come about in ${milliseconds} ms`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
