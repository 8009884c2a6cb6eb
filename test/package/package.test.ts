/**
 * The packed tarball as a user gets it: unpacked into a scratch project with its declared dependencies
 * and nothing else, called from ESM and CommonJS, and type-checked on right and wrong calls.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
let scratch: string;
let packed: { size: number; unpackedSize: number; files: { path: string }[] };

const run = (command: string, args: string[], cwd = scratch): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(() => {
  if (!existsSync(join(root, 'dist/index.js'))) throw new Error('dist/ is missing: run `npm run build` first');
  scratch = mkdtempSync(join(tmpdir(), 'palimpsest-package-'));
  const [report] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], root));
  packed = report;

  const home = join(scratch, 'node_modules/palimpsest');
  mkdirSync(home, { recursive: true });
  run('tar', ['-xzf', join(scratch, report.filename), '--strip-components=1', '-C', home]);
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(scratch, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link, 'dir');
  }
  cpSync(join(root, 'seeds'), join(scratch, 'seeds'), { recursive: true });
  writeFileSync(join(scratch, 'package.json'), '{ "private": true, "type": "module" }');
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const call = `
  const text = (name) => readFileSync(readdirSync('seeds').filter((f) => f.startsWith(name)).map((f) => 'seeds/' + f)[0], 'utf8');
  const run = async () => {
    const alignment = await alignDocuments([{ id: 'a', text: text('000') }, { id: 'b', text: text('001') }]);
    console.log(JSON.stringify({
      relation: alignment.pairs[0].relation,
      beads: alignment.pairs[0].beads.length,
      witkoff: alignment.names.some((name) => name.canonical === 'Steve Witkoff'),
      html: renderHtml(alignment).startsWith('<!doctype html>'),
    }));
  };`;

describe('the packed tarball', () => {
  test('answers from ESM', () => {
    writeFileSync(
      join(scratch, 'call.mjs'),
      `import { readFileSync, readdirSync } from 'node:fs'; import { alignDocuments, renderHtml } from 'palimpsest'; ${call} await run();`,
    );
    const answer = JSON.parse(run(process.execPath, ['call.mjs']));
    expect(answer).toMatchObject({ relation: 'comparable', witkoff: true, html: true });
    expect(answer.beads).toBeGreaterThan(5);
  });

  test('answers from CommonJS', () => {
    writeFileSync(
      join(scratch, 'call.cjs'),
      `const { readFileSync, readdirSync } = require('node:fs'); const { alignDocuments, renderHtml } = require('palimpsest'); ${call} run();`,
    );
    expect(JSON.parse(run(process.execPath, ['call.cjs']))).toMatchObject({ relation: 'comparable', witkoff: true, html: true });
  });

  test('has types that accept right calls and refuse wrong ones', () => {
    cpSync(join(root, 'test/package/calls.ts'), join(scratch, 'calls.ts'));
    writeFileSync(
      join(scratch, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: { target: 'ES2022', module: 'NodeNext', moduleResolution: 'NodeNext', strict: true, noEmit: true, types: [] },
        files: ['calls.ts'],
      }),
    );
    expect(() => run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'])).not.toThrow();
  });

  test('holds what is needed and nothing else, in at most 25 MB', () => {
    const folders = new Set(packed.files.map(({ path }) => path.split('/')[0]));
    expect([...folders].sort()).toEqual(['ARCHITECTURE.md', 'CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'models', 'package.json']);
    expect(packed.size).toBeLessThan(25e6);
    const models = join(scratch, 'node_modules/palimpsest/models');
    const bytes = readdirSync(models, { recursive: true, encoding: 'utf8' }).reduce(
      (sum, file) => sum + statSync(join(models, file)).size,
      0,
    );
    expect(bytes).toBeLessThan(20e6);
  });

  test('runs no script at install', () => {
    const { scripts = {} } = JSON.parse(readFileSync(join(scratch, 'node_modules/palimpsest/package.json'), 'utf8'));
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  });

  test('passes publint and attw', () => {
    expect(() =>
      run(process.execPath, [join(root, 'node_modules/publint/src/cli.js'), join(scratch, 'node_modules/palimpsest'), '--strict']),
    ).not.toThrow();
    const tarball = readdirSync(scratch).find((file) => file.endsWith('.tgz'))!;
    expect(() =>
      run(process.execPath, [
        join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js'),
        join(scratch, tarball),
        '--profile',
        'node16',
        '--entrypoints',
        '.',
      ]),
    ).not.toThrow();
  });
});
