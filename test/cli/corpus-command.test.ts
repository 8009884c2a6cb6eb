import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { progressLine } from '../../src/cli/corpus/corpus-progress.ts';
import { describeDuration } from '../../src/cli/corpus/run-tally.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { alignCorpus, type CorpusPairInput, writeBeadLine } from '../../src/index.ts';
import { corpusLines } from '../support/corpus-run.ts';
import { type MemoryIo, memoryIo } from './support/memory-io.ts';

const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-corpus-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const path = (name: string): string => join(scratch, name);
const out = path('beads.jsonl');
const text = corpusLines(5, 4);
const input = path('pairs.jsonl');
writeFileSync(input, text);

beforeEach(() => {
  for (const file of [out, `${out}.part`, `${out}.journal`]) rmSync(file, { force: true });
});

interface Ran extends MemoryIo {
  code: number;
}

/** Streams in memory, files on disk. */
function diskIo(options: Parameters<typeof memoryIo>[1] = {}): MemoryIo {
  return Object.assign(memoryIo({}, options), { readFile: (file: string) => readFile(file) });
}

async function run(args: readonly string[], options: Parameters<typeof memoryIo>[1] = {}): Promise<Ran> {
  const io = diskIo(options);
  const code = await runCli(['corpus', ...args, '--workers', '0'], io);
  return Object.assign(io, { code });
}

/** What the library makes of the same pairs. */
async function expectedLines(): Promise<string> {
  const pairs = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as CorpusPairInput);
  let lines = '';
  for await (const result of alignCorpus(pairs)) lines += writeBeadLine(result);
  return lines;
}

const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('palimpsest corpus', () => {
  test('writes what alignCorpus gives, a line a pair, and tells what it came to', async () => {
    const { code, out: printed, err } = await run([input, '--out', out]);
    expect([code, printed]).toEqual([0, '']);
    expect(readFileSync(out, 'utf8')).toBe(await expectedLines());
    expect(err).toContain('pair article-3 failed: EMPTY_DOCUMENT: document "target": expected text, got nothing\n');
    expect(err).toMatch(
      /^5 pairs: 4 aligned, 1 failed\n\d+ beads of 16 source sentences and \d+ target sentences\n[\d.]+ s, [\d.]+ a second\nfailed: EMPTY_DOCUMENT 1\nwrote .*beads\.jsonl\n$/m,
    );
    expect([existsSync(`${out}.part`), existsSync(`${out}.journal`)]).toEqual([false, false]);
  });

  test('writes to standard output without --out, and reads standard input', async () => {
    const { code, out: printed } = await run(['-'], { stdin: text });
    expect([code, printed]).toEqual([0, await expectedLines()]);
  });

  test('prints the summary as JSON when asked to', async () => {
    const { code, out: printed } = await run([input, '--out', out, '--json']);
    const beads = linesOf(out).reduce((sum, { beads: some = [] }) => sum + some.length, 0);
    expect([code, JSON.parse(printed)]).toEqual([
      0,
      {
        pairs: 5,
        aligned: 4,
        filtered: 0,
        failed: 1,
        beads,
        beadsFiltered: 0,
        sourceSentences: 16,
        targetSentences: expect.any(Number),
        failures: { EMPTY_DOCUMENT: 1 },
        before: 0,
        seconds: expect.any(Number),
      },
    ]);
  });

  test('filters beads by confidence and length, and pairs by language and relation, and counts them', async () => {
    const { code, err } = await run([input, '--out', out, '--min-confidence', '0.5', '--length-ratio', '1.2', '--no-skips']);
    expect(code).toBe(0);
    const lines = linesOf(out);
    expect(lines.flatMap(({ beads = [] }) => beads).every(({ confidence }) => confidence >= 0.5)).toBe(true);
    expect(lines.reduce((sum, { filtered = 0 }) => sum + filtered, 0)).toBeGreaterThan(0);
    expect(err).toMatch(/; \d+ beads? filtered/);

    const language = await run([input, '--out', out, '--languages', 'en,zh']);
    expect([language.code, linesOf(out).map(({ status }) => status)]).toEqual([
      0,
      ['filtered', 'filtered', 'filtered', 'failed', 'filtered'],
    ]);
    expect(language.err).toContain('5 pairs: 0 aligned, 4 filtered, 1 failed');
    await run([input, '--out', out, '--relation', 'unrelated, comparable']);
    expect(linesOf(out)[0]).toMatchObject({ status: 'filtered', reason: 'relation' });
  });

  test('draws how far it is where somebody looks, and nothing elsewhere', async () => {
    const { err } = await run([input, '--out', out], { tty: true });
    expect(err).toContain('\r\x1b[K━');
    expect(err.slice(err.lastIndexOf('\r'))).toMatch(/^\r\x1b\[K/);
    expect((await run([input, '--out', out])).err).not.toContain('\r');
  });

  test.each<[string, string[], number, RegExp]>([
    ['pairs that failed, with --strict', [input, '--out', out, '--strict'], 1, /1 of 5 pairs failed/],
    ['no pair that could be aligned', ['-', '--out', out], 1, /no pair could be aligned/],
    ['an input that is not there', [path('gone.jsonl'), '--out', out], 1, /there is no such file or folder/],
    ['a folder that is not there', [input, '--out', path('gone/beads.jsonl')], 1, /there is no such folder/],
    ['a full disk', [input, '--out', '/dev/full'], 1, /cannot write \/dev\/full: no space is left on the device/],
    ['a model that is not there', [input, '--out', out, '--model', './gone'], 1, /there is no such folder/],
    ['the input as output', [input, '--out', input], 2, /is the input: name another file/],
    ['--resume to standard output', [input, '--resume'], 2, /--resume needs --out/],
    ['--json with the lines', [input, '--json'], 2, /--json needs --out/],
    ['a bad confidence', [input, '--min-confidence', 'high'], 2, /--min-confidence must be a number from 0 to 1/],
    ['a bad ratio', [input, '--length-ratio', '0.1'], 2, /--length-ratio must be/],
    ['a bad language', [input, '--languages', 'English'], 2, /--languages must be/],
    ['a bad relation', [input, '--relation', 'same'], 2, /--relation must be/],
    ['too little memory', [input, '--out', out, '--worker-memory', '1'], 2, /--worker-memory must be/],
    ['a name that tells nothing', [path('pairs.txt')], 1, /no such file/],
  ])('exits as documented at %s', async (_, args, code, message) => {
    const ran = await run(args, { stdin: 'not JSON\n' });
    expect([ran.code, ran.err]).toEqual([code, expect.stringMatching(message)]);
    expect([existsSync(`${out}.part`), existsSync(`${out}.journal`)]).toEqual([false, false]);
  });

  test('leaves no file where there is no pair', async () => {
    const { code, err } = await run(['-', '--out', out], { stdin: '\n\n' });
    expect([code, err]).toEqual([1, 'palimpsest: there is no pair in -\n']);
    expect(existsSync(out)).toBe(false);
  });

  describe('goes on', () => {
    /** A run that is interrupted when it asks for a fourth pair, which is when it has the results of two, and perhaps three. */
    async function unfinished(): Promise<void> {
      const controller = new AbortController();
      const openStdin = async function* () {
        yield new TextEncoder().encode(
          text
            .split(/(?<=\n)/)
            .slice(0, 3)
            .join(''),
        );
        controller.abort(new Error('interrupted'));
      };
      const io = Object.assign(diskIo({ signal: controller.signal }), { openStdin });
      const code = await runCli(['corpus', '-', '--out', out, '--workers', '0'], io);
      expect([code, io.err]).toEqual([
        130,
        expect.stringMatching(/^interrupted; [23] pairs are kept in .*beads\.jsonl\.part: go on with --resume\n$/),
      ]);
      expect(existsSync(out)).toBe(false);
    }

    test('where it was interrupted, and ends with the same bytes', async () => {
      await unfinished();
      const { code, err } = await run([input, '--out', out, '--resume']);
      expect([code, readFileSync(out, 'utf8')]).toEqual([0, await expectedLines()]);
      expect(err).toMatch(/5 pairs: 4 aligned, 1 failed\n.*\n.*; [23] pairs from before/);
      const again = await run([input, '--out', out, '--resume']);
      expect([again.code, again.err]).toEqual([0, `${out} is whole: there is nothing to go on with\n`]);
    });

    test.each<[string, string[], string, RegExp]>([
      [
        'another first pair',
        ['--resume'],
        text.replace('article-0', 'article-9'),
        /the first [23] pairs of the input are not those of the run before/,
      ],
      ['fewer pairs', ['--resume'], '', /the input has 0 pairs, but [23] were done before/],
      ['another filter', ['--resume', '--no-skips'], text, /told otherwise \(skips was not given\)/],
      ['no --resume', [], text, /an unfinished run lies in/],
    ])('not with %s', async (_, args, stdin, message) => {
      await unfinished();
      const before = readFileSync(`${out}.part`, 'utf8');
      const { code, err } = await run(['-', '--out', out, ...args], { stdin });
      expect([code, err]).toEqual([2, expect.stringMatching(message)]);
      expect(readFileSync(`${out}.part`, 'utf8')).toBe(before);
    });
  });
});

test.each([
  [{ done: 0, failed: 0, share: 0, began: 0 }, 0, '────────────────────   0 % 0 pairs'],
  [
    { done: 1_200, failed: 3, share: 0.5, began: 0 },
    60,
    '━━━━━━━━━━──────────  50 % 1,200 pairs, 20.0 a second, 3 failed, about 1 min 0 s left',
  ],
  [{ done: 100, failed: 0, share: 0.75, began: 0.5 }, 30, '━━━━━━━━━━━━━━━─────  75 % 100 pairs, 3.3 a second, about 30 s left'],
  [{ done: 7, failed: 0, share: undefined, began: 0 }, 2, '7 pairs, 3.5 a second'],
])('progress of %j after %d s', (state, seconds, line) => {
  expect(progressLine(state, seconds)).toBe(line);
});

test.each([
  [0.04, '0.0 s'],
  [9.94, '9.9 s'],
  [42, '42 s'],
  [90, '1 min 30 s'],
  [3_599.6, '1 h 0 min'],
  [11_520, '3 h 12 min'],
])('%d s is %s', (seconds, words) => {
  expect(describeDuration(seconds)).toBe(words);
});
