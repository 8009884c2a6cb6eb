/** Nothing the library or the command line does reaches for the network: tried with every way out taken away. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedDocuments } from '../support/seeds.ts';

const run = promisify(execFile);
const canUnshare = ((): boolean => {
  try {
    execFileSync('unshare', ['-rn', 'true'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
})();
if (!canUnshare) console.warn('no-network.test.ts: `unshare -rn` does not work here, so only the denied modules are tried');

describe('without a network', () => {
  let folder: string;
  const denied = (): string => readFileSync(join(folder, 'denied.txt'), 'utf8');
  const session = async (...before: string[]): Promise<unknown> => {
    writeFileSync(join(folder, 'denied.txt'), '');
    const node = [process.execPath, '--import', resolve('test/support/deny-network.mjs'), join(folder, 'session.mjs')];
    const [command = '', ...rest] = [...before, ...node, join(folder, 'seeds.json'), folder, resolve('models/palimpsest-base')];
    await run(command, rest, { env: { ...process.env, DENIED: join(folder, 'denied.txt') }, maxBuffer: 1 << 26 });
    return JSON.parse(readFileSync(join(folder, 'done.json'), 'utf8'));
  };
  const everything = {
    done: [
      'names true',
      'json',
      'tsv',
      'tmx',
      'xliff',
      'moses',
      'intertext',
      'aligned',
      'RUNTIME_MISSING',
      'RUNTIME_MISSING',
      'align 0',
      'names 0',
      'split 0',
      'convert 0',
    ],
    err: expect.not.stringContaining('denied'),
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'palimpsest-offline-')); // a folder of its own: no transformers.js is found from there
    await build({
      entryPoints: ['test/support/offline-session.ts'],
      outfile: join(folder, 'session.mjs'),
      bundle: true,
      format: 'esm',
      platform: 'node',
      banner: { js: "import { createRequire as makeRequire } from 'node:module';const require = makeRequire(import.meta.url);" },
      external: ['@xenova/transformers', '@huggingface/transformers', 'usearch', 'bullmq', 'ioredis'],
      logLevel: 'error',
    });
    writeFileSync(join(folder, 'seeds.json'), JSON.stringify(seedDocuments));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the guard does guard', async () => {
    writeFileSync(join(folder, 'denied.txt'), '');
    const tries =
      "for (const f of [() => fetch('http://127.0.0.1:9/'), () => require('http').get('http://127.0.0.1:9/'), () => require('net').connect(9), () => require('dns').lookup('x', () => 0), () => new WebSocket('ws://127.0.0.1:9/')]) try { f() } catch {}";
    await run(process.execPath, ['--import', resolve('test/support/deny-network.mjs'), '-e', tries], {
      env: { ...process.env, DENIED: join(folder, 'denied.txt') },
    });
    expect(denied().trim().split('\n')).toHaveLength(5);
  });

  test(`everything works${canUnshare ? ', in a network of its own,' : ''} and nothing is tried`, async () => {
    expect(await session(...(canUnshare ? ['unshare', '-rn'] : []))).toEqual(everything);
    expect(denied()).toBe('');
  }, 120_000);
});
