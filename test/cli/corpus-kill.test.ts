import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { startCli, startNode } from '../support/built-package.ts';
import { testKills } from '../support/corpus-kill-suite.ts';
import { corpusLines, keptPairs, pause } from '../support/corpus-run.ts';

// processes start again and again, each with a model to load
vi.setConfig({ testTimeout: 120_000 });

const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-fault-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const input = join(scratch, 'pairs.jsonl');
writeFileSync(input, corpusLines(60));

test('a run killed at random moments and gone on with loses nothing and has nothing twice', () =>
  testKills({ pairs: 90, kills: 2, atLeast: 1, seed: 3 }));

test('the examples of its help run as typed', async () => {
  mkdirSync(join(scratch, 'articles'));
  for (const language of ['en', 'id']) writeFileSync(join(scratch, 'articles', `x.${language}.txt`), 'Steve Witkoff di Moskow. 2025.\n');
  writeFileSync(join(scratch, 'pairs.tsv'), 'articles/x.en.txt\tarticles/x.id.txt\n');
  const { stdout } = await startCli(['corpus', '--help']).ended;
  const examples = [...stdout.matchAll(/^ {2}palimpsest (corpus .*--out (\S+).*)$/gm)];
  expect(examples).toHaveLength(3);
  for (const [, args, out] of examples) {
    const { code, stderr } = await startCli(args!.split(' '), { cwd: scratch }).ended;
    expect([code, stderr]).toEqual([0, expect.stringContaining(`wrote ${out}`)]);
    expect(JSON.parse(readFileSync(join(scratch, out!), 'utf8').split('\n')[0]!).status).toBe('aligned');
  }
});

test('Ctrl-C keeps what was done, says so, and the run goes on from there', async () => {
  const out = join(scratch, 'interrupted.jsonl');
  const { child, ended } = startCli(['corpus', input, '--out', out, '--workers', '1']);
  const until = Date.now() + 20_000;
  while (keptPairs(out) === 0 && Date.now() < until) await pause(5);
  child.kill('SIGINT');
  const { code, stderr } = await ended;
  expect([code, stderr]).toEqual([
    130,
    expect.stringMatching(/interrupted; \d+ pairs? (is|are) kept in .*interrupted\.jsonl\.part: go on with --resume\n$/),
  ]);
  const kept = Number(/(\d+) pairs? (is|are) kept/.exec(stderr)![1]);
  expect([existsSync(out), keptPairs(out)]).toEqual([false, kept]);
  const again = await startCli(['corpus', input, '--out', out, '--workers', '1', '--resume']).ended;
  expect([again.code, again.stderr]).toEqual([0, expect.stringMatching(new RegExp(`; ${kept} pairs? from before`))]);
  expect(readFileSync(out, 'utf8').split('\n')).toHaveLength(61);
});

test('a thread that runs out of memory costs its pair and nothing else', async () => {
  const lines = corpusLines(2).split(/(?<=\n)/);
  const large = {
    id: 'large',
    source: { text: `${'猫在睡觉，'.repeat(9)}外面下雨。`.repeat(150_000), language: 'zh' },
    target: 'The cat sleeps.',
  };
  const file = join(scratch, 'large.jsonl');
  writeFileSync(file, [lines[0], `${JSON.stringify(large)}\n`, lines[1]].join(''));
  const out = join(scratch, 'large-out.jsonl');
  const { code, stderr } = await startCli(['corpus', file, '--out', out, '--workers', '1', '--worker-memory', '64']).ended;
  expect([code, stderr]).toEqual([
    0,
    expect.stringContaining('pair large failed: WORKER_LOST: the worker at this pair died: it needs more than the 64 MB of memory'),
  ]);
  expect(
    readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).status),
  ).toEqual(['aligned', 'failed', 'aligned']);
});

describe('a disk that fills up', () => {
  /** A shell in which no file may become larger than 100 KB: as a full disk, but for everybody. */
  const limited = (args: readonly string[]) => startNode(['-e', runner, ...args]);
  const runner = `
    const { spawnSync } = require('node:child_process');
    const { status, stderr } = spawnSync('bash', ['-c', 'trap "" XFSZ; ulimit -f 100; exec "$0" "$@"', process.execPath, ...process.argv.slice(1)]);
    process.stderr.write(stderr);
    process.exitCode = status;`;

  test.skipIf(process.platform === 'win32')(
    'keeps what was done, says so, and leaves nothing under the final name (no limits on Windows)',
    async () => {
      const out = join(scratch, 'full.jsonl');
      const cli = join(import.meta.dirname, '../../dist/cli/main.js');
      const { code, stderr } = await limited([cli, 'corpus', input, '--out', out, '--workers', '0']).ended;
      expect([code, stderr]).toEqual([
        1,
        expect.stringMatching(
          /cannot write .*full\.jsonl\.part: .*; \d+ pairs? (is|are) kept in .*full\.jsonl\.part: go on with --resume\n$/,
        ),
      ]);
      expect(existsSync(out)).toBe(false);
      const again = await startCli(['corpus', input, '--out', out, '--workers', '0', '--resume']).ended;
      expect(again.code).toBe(0);
      expect(readFileSync(out, 'utf8').split('\n')).toHaveLength(61);
    },
  );

  const small = join(scratch, 'small');
  const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mount();
  function mount(): boolean {
    mkdirSync(small, { recursive: true });
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', small], { stdio: 'ignore' });
      return true;
    } catch {
      return false; // not allowed here
    }
  }
  afterAll(() => {
    if (canMount) execFileSync('umount', ['-l', small]);
  });

  test.skipIf(!canMount)('is told by its name (needs the right to mount a small one)', async () => {
    const out = join(small, 'beads.jsonl');
    const { code, stderr } = await startCli(['corpus', input, '--out', out, '--workers', '0']).ended;
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/cannot write .*beads\.jsonl\.(part|journal): no space is left on the device; \d+ pairs? (is|are) kept/),
    ]);
    expect([existsSync(out), statSync(`${out}.part`).size > 0]).toEqual([false, true]);
  });
});
