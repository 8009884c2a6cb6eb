/** The command line as a user has it: the packed package in an empty folder, real processes, files, pipes and Ctrl-C. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { blocksOf } from './support/documentation.ts';
import { root, type ScratchProject, scratchProject } from './support/scratch-project.ts';

// whole processes, compilers and package checks: slow on a busy machine
vi.setConfig({ testTimeout: 120_000 });

let project: ScratchProject;
const seeds = readdirSync(join(root, 'seeds')).filter((name) => name.endsWith('.txt'));
/** Lines that are for a clone of the repository; the test command cannot run itself. */
const inRepository = /^npm (ci && |install |run build && npm pack )/;
const readmeLines = blocksOf(readFileSync(join(root, 'README.md'), 'utf8'))
  .filter(({ language }) => language === 'sh')
  .flatMap(({ code }) => code.split('\n').map((line) => line.replace(/\s+#.*$/, '').trim()))
  .filter((line) => line !== '' && !inRepository.test(line));

const environment = () => ({ ...process.env, PATH: `${join(project.folder, 'node_modules/.bin')}:${process.env.PATH}` });
const shell = (line: string, input?: string) =>
  spawnSync('sh', ['-c', line], { cwd: project.folder, env: environment(), encoding: 'utf8', ...(input !== undefined && { input }) });
const listing = () => readdirSync(project.folder).sort();

beforeAll(() => {
  project = scratchProject();
  // two real texts under the names that the documentation uses
  const names = { 'original.txt': '001', 'translation.txt': '000', 'a.txt': '001', 'b.txt': '000', 'c.txt': '004', 'garbled.txt': '004' };
  for (const [name, seed] of Object.entries(names))
    writeFileSync(join(project.folder, name), readFileSync(join(root, 'seeds', seeds.find((file) => file.startsWith(seed))!)));
}, 180_000);
afterAll(() => project?.remove());

test('the README shows how to call it', () => {
  expect(readmeLines.length).toBeGreaterThan(2);
});

test.each(readmeLines)('README: %s', (line) => {
  const { status, stderr } = shell(line);
  expect([status, stderr.replace(/^(wrote|warning|nothing to restore in|npm warn|\S+.* → ).*\n/gm, '')]).toEqual([0, '']);
});

describe('exit codes and streams', () => {
  test('a result goes to standard output, without a progress bar where nobody looks', () => {
    const { status, stdout, stderr } = shell('palimpsest align a.txt b.txt --no-trace');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/a ↔ b {2}\w+/);
  });

  test('- is standard input', () => {
    const { status, stdout } = shell('palimpsest align a.txt - --no-trace --json', readFileSync(join(project.folder, 'b.txt'), 'utf8'));
    expect(status).toBe(0);
    expect(JSON.parse(stdout).documents[1]).toMatchObject({ id: 'stdin', language: 'id' });
  });

  test('a reader that leaves early is no failure', () => {
    const { status, stdout, stderr } = shell('palimpsest split a.txt --json | head -c 1');
    expect([status, stdout, stderr]).toEqual([0, '[', '']);
  });

  test.each([
    ['palimpsest --version', 0],
    ['palimpsest align gone.txt a.txt', 1],
    ['palimpsest align a.txt b.txt --format pdf', 2],
    ['palimpsest align a.txt b.txt --out no/such/folder/x.html', 1],
  ])('%s ends with %i', (line, code) => {
    expect(shell(line).status).toBe(code);
  });
});

describe('Ctrl-C', () => {
  /** Start a command, interrupt it after a while, and tell how it ended. */
  const interrupted = (argv: string[], after: number) =>
    new Promise<{ code: number | null; stderr: string }>((resolve) => {
      const child = spawn(process.execPath, [join(project.folder, 'node_modules/palimpsest/dist/cli/main.js'), ...argv], {
        cwd: project.folder,
      });
      let stderr = '';
      child.stderr.on('data', (data) => {
        stderr += data;
      });
      child.on('close', (code) => resolve({ code, stderr }));
      setTimeout(() => child.kill('SIGINT'), after);
    });

  test('while it waits for standard input', async () => {
    const before = listing();
    expect(await interrupted(['align', 'a.txt', '-', '--out', 'report.json'], 1500)).toEqual({
      code: 130,
      stderr: expect.stringContaining('interrupted'),
    });
    expect(listing()).toEqual(before);
  });

  test('while it aligns, leaves neither a file nor half of one, and the old one as it was', async () => {
    const words = 'the envoy met president talks war hours letter minister border road house night water stone'.split(' ');
    const sentence = (i: number) =>
      `On day ${i} ${Array.from({ length: 14 }, (_, k) => words[(i * 7 + k * (1 + (i % 5))) % words.length]).join(' ')}.`;
    const text = Array.from({ length: 60_000 }, (_, i) => sentence(i)).join('\n');
    writeFileSync(join(project.folder, 'long.txt'), text);
    writeFileSync(join(project.folder, 'long2.txt'), text);
    writeFileSync(join(project.folder, 'old.json'), 'old');
    const before = listing();
    const end = await interrupted(['align', 'long.txt', 'long2.txt', '--no-trace', '--out', 'old.json'], 2500);
    expect(end).toEqual({ code: 130, stderr: expect.stringContaining('interrupted; nothing was written') });
    expect(listing()).toEqual(before);
    expect(readFileSync(join(project.folder, 'old.json'), 'utf8')).toBe('old');
  });
});

test('the executable is marked so and names its interpreter', () => {
  const cli = join(project.folder, 'node_modules/palimpsest/dist/cli/main.js');
  expect(readFileSync(cli, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
  expect(execFileSync(cli, ['--version'], { encoding: 'utf8' }).trim()).toBe(
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
  );
});
