/**
 * The packed tarball as a user gets it: unpacked into a scratch project with its declared dependencies
 * and nothing else, called by `import` and `require`, and type-checked on right and wrong calls.
 */
import { cpSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startupTimes } from '../support/startup-times.ts';
import { root, type ScratchProject, scratchProject } from './support/scratch-project.ts';

// whole processes, compilers and package checks: slow on a busy machine
vi.setConfig({ testTimeout: 120_000 });

let project: ScratchProject;
let scratch: string;
const run = (command: string, args: string[]) => project.run(command, args);

beforeAll(() => {
  project = scratchProject();
  scratch = project.folder;
}, 180_000);
afterAll(() => project?.remove());

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

  test('loads what is called, and is the whole library for who looks at it', () => {
    const look = `
      import * as lazy from 'palimpsest';
      import * as lazyQueue from 'palimpsest/queue';
      import { createRequire } from 'node:module';
      const home = new URL('node_modules/palimpsest/dist/', 'file://' + process.cwd() + '/');
      const names = (value) => typeof value !== 'object' || Array.isArray(value) ? typeof value : Object.entries(value).map(([key, part]) => [key, names(part)]);
      const whole = [await import(new URL('index.js', home)), await import(new URL('queue/queue.js', home))];
      const required = createRequire(import.meta.url)('palimpsest');
      const thrown = await lazy.alignDocuments([]).catch((error) => error);
      console.log(JSON.stringify({
        same: [lazy, lazyQueue].map((one, k) => JSON.stringify(names({ ...one })) === JSON.stringify(names({ ...whole[k] }))),
        error: [thrown instanceof lazy.AlignmentError, lazy.AlignmentError === whole[0].AlignmentError, required.AlignmentError === lazy.AlignmentError],
        rules: lazy.RULE_NAMES === whole[0].RULE_NAMES,
        read: lazy.formats.moses.read({ source: 'A cat.', target: 'Kucing.' }).pairs.length,
      }));`;
    writeFileSync(join(scratch, 'look.mjs'), look);
    expect(JSON.parse(run(process.execPath, ['look.mjs']))).toEqual({
      same: [true, true],
      error: [true, true, true],
      rules: true,
      read: 1,
    });
  });

  test('takes at most three times as long to load as Node takes to start, and so does the help of the command line', () => {
    const help = [join('node_modules/palimpsest/dist/cli/main.js'), '--help'];
    const [bare, library, cli] = startupTimes([['-e', '0'], ['-e', "import('palimpsest')"], help], scratch) as [number, number, number];
    expect(library / bare).toBeLessThan(3);
    expect(cli / bare).toBeLessThan(3);
  });

  test.each(['node', 'browser'] as const)('goes into a bundle for %s by what is used of it', async (platform) => {
    const { outputFiles } = await build({
      stdin: {
        contents: "import { splitSentences } from 'palimpsest'; console.log(splitSentences('A b. C d.').length);",
        resolveDir: scratch,
      },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      charset: 'utf8',
      platform,
    });
    expect(outputFiles[0]!.contents.length).toBeLessThan(40_000);
    expect(run(process.execPath, ['--input-type=module', '-e', outputFiles[0]!.text])).toBe('2\n');
  });

  test.each([
    ['threads.mjs', "import { alignCorpus } from 'palimpsest';"],
    ['threads.cjs', "const { alignCorpus } = require('palimpsest');"],
  ])('aligns a corpus in worker threads (%s)', (file, head) => {
    const work = `
      (async () => {
        for await (const { status } of alignCorpus([['The cat sleeps.', 'Kucing itu tidur.']], { workers: 1 })) console.log(status);
      })();`;
    writeFileSync(join(scratch, file), head + work);
    expect(run(process.execPath, [file])).toBe('aligned\n');
  });

  test.each([
    ['queue.mjs', "import { AlignmentError } from 'palimpsest'; import { AlignmentError as Same, queueMetrics } from 'palimpsest/queue';"],
    [
      'queue.cjs',
      "const { AlignmentError } = require('palimpsest'); const { AlignmentError: Same, queueMetrics } = require('palimpsest/queue');",
    ],
  ])('has a queue that says what to install, works once that is there, and throws the errors of the main entry (%s)', (file, head) => {
    const call = `
      queueMetrics({ connection: 'redis://127.0.0.1:1', queue: 'a' }).catch((error) =>
        console.log(error instanceof AlignmentError && AlignmentError === Same, error.code, error.message.includes('npm install bullmq ioredis')));`;
    writeFileSync(join(scratch, file), head + call);
    expect(run(process.execPath, [file])).toBe('true RUNTIME_MISSING true\n');
    const peers = ['bullmq', 'ioredis'].map((name) => [join(root, 'node_modules', name), join(scratch, 'node_modules', name)] as const);
    for (const [from, to] of peers) symlinkSync(from, to, 'dir');
    try {
      expect(run(process.execPath, [file])).toBe('true QUEUE_UNREACHABLE false\n');
    } finally {
      for (const [, to] of peers) unlinkSync(to);
    }
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

  test('holds what is needed and nothing else, in at most 24 MB', () => {
    const folders = new Set(project.packed.files.map(({ path }) => path.split('/')[0]));
    expect([...folders].sort()).toEqual(['ARCHITECTURE.md', 'CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'models', 'package.json']);
    expect(project.packed.size).toBeLessThan(24e6);
    const models = join(scratch, 'node_modules/palimpsest/models');
    const bytes = readdirSync(models, { recursive: true, encoding: 'utf8' }).reduce(
      (sum, file) => sum + statSync(join(models, file)).size,
      0,
    );
    expect(bytes).toBeLessThan(30e6);
  });

  test('holds every file that its exports and its executable name, and the schema that results follow', () => {
    const { exports, bin } = JSON.parse(readFileSync(join(scratch, 'node_modules/palimpsest/package.json'), 'utf8'));
    const paths = (value: unknown): string[] => (typeof value === 'string' ? [value] : Object.values(value as object).flatMap(paths));
    for (const path of [...paths(exports), ...paths(bin)].filter((name) => !name.includes('*')))
      expect(existsSync(join(scratch, 'node_modules/palimpsest', path)), path).toBe(true);
    const schema = `import schema from 'palimpsest/alignment.schema.json' with { type: 'json' }; console.log(schema.properties.version.const);`;
    expect(run(process.execPath, ['--input-type=module', '--no-warnings', '-e', schema]).trim()).toBe('1');
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
        'esm-only',
        '--entrypoints',
        '.',
        'queue',
        'queue',
      ]),
    ).not.toThrow();
  });
});
