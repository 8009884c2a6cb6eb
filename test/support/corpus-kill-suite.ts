/** Kills at random moments, a few or many. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { startCli } from './built-package.ts';
import { corpusLines, runWithKills } from './corpus-run.ts';

/** Kill a run so many times, let it end, and hold its output against that of a run that nobody disturbed. */
export async function testKills(options: { pairs: number; kills: number; atLeast: number; seed: number }): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-kill-'));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  const [input, calm, out] = ['pairs.jsonl', 'calm.jsonl', 'beads.jsonl'].map((name) => join(scratch, name)) as [string, string, string];
  writeFileSync(input, corpusLines(options.pairs));
  const undisturbed = await startCli(['corpus', input, '--out', calm, '--workers', '0']).ended;
  expect(undisturbed.stderr).toMatch(/wrote/);
  const expected = readFileSync(calm, 'utf8');

  const { kills, seed } = options;
  const report = await runWithKills(input, out, { kills, seed, bytes: Buffer.byteLength(expected), workers: ['0', '2'] });
  const told = `seed ${seed}: ${report.killed} of ${kills} runs were killed, ${report.midway} of them in the middle`;
  expect(report.midway, told).toBeGreaterThanOrEqual(options.atLeast);
  expect(report.last, told).toMatchObject({ code: 0, signal: null });
  expect(readFileSync(out, 'utf8') === expected, told).toBe(true);
  const indices = expected
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { index: number }).index);
  expect(indices).toEqual(Array.from({ length: options.pairs }, (_, k) => k));
  expect(readdirSync(scratch).sort()).toEqual(['beads.jsonl', 'calm.jsonl', 'pairs.jsonl']);
  expect(existsSync(`${out}.part`)).toBe(false);
}
