/** The command `pair`, in memory but for the folders. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { storyDocument } from '../pairing/pair-documents-stories.ts';
import { memoryIo } from './support/memory-io.ts';

const text = (story: string, language: 'en' | 'id') => storyDocument(story, language).text;
const files = {
  'a.txt': text('ferry', 'en'),
  'b.txt': text('chess', 'en'),
  'sub/c.txt': text('ferry', 'id'),
  'd.txt': text('vaccine', 'id'),
};

async function run(argv: string[], io = memoryIo(files)) {
  const code = await runCli(['pair', ...argv], io, '1.2.3');
  return { code, out: io.out, err: io.err, files: io.files };
}

describe('pair', () => {
  test('prints a list of paths, and on standard error how many', async () => {
    const { code, out, err } = await run(['a.txt', 'b.txt', 'sub/c.txt', 'd.txt']);
    expect([code, out]).toEqual([0, 'source\ttarget\na.txt\tsub/c.txt\n']);
    expect(err).toBe('1 pairs; 2 of 4 texts have no partner\n');
  });

  test('writes paths from where the list lies', async () => {
    const { code, files: written } = await run(['a.txt', 'sub/c.txt', '--out', 'sub/pairs.tsv']);
    expect([code, written.get('sub/pairs.tsv')]).toEqual([0, 'source\ttarget\n../a.txt\tc.txt\n']);
  });

  test('writes relation and confidence as JSON, of documents in a JSON file too', async () => {
    const io = memoryIo({ ...files, 'two.json': JSON.stringify([storyDocument('chess', 'id'), storyDocument('ferry', 'id')]) });
    const { code, out } = await run(['a.txt', 'two.json', '--json'], io);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ source: 'a.txt', target: 'ferry.id', relation: 'parallel' }]);
  });

  test('takes what the function takes', async () => {
    const { out } = await run(['a.txt', 'sub/c.txt', '--relation', 'comparable']);
    expect(out).toBe('source\ttarget\n');
    const twice = memoryIo({ ...files, 'e.txt': files['a.txt'] });
    expect(
      (await run(['a.txt', 'e.txt', '--no-same-language', '--one-to-one', '--candidates', '3', '--min-confidence', '0.2'], twice)).out,
    ).toBe('source\ttarget\n');
  });

  test.each([
    [['a.txt', '--candidates', '0'], 2],
    [['a.txt', '--min-confidence', '2'], 2],
    [['a.txt', '--format', 'tsv', '--json'], 2],
    [['a.txt', 'two.json'], 2],
    [['a.txt', '-'], 2],
    [['a.txt', '--language', 'z.txt=en'], 2],
    [['a.txt', 'gone.txt'], 1],
    [[], 2],
  ])('%j ends with %i and prints no list', async (argv, code) => {
    const ended = await run(argv);
    expect([ended.code, ended.out]).toEqual([code, '']);
    expect(ended.err).not.toBe('');
  });
});

describe('pair on a folder', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'palimpsest-pair-'));
    mkdirSync(join(folder, 'id', '.hidden'), { recursive: true });
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'ferry.txt'), text('ferry', 'en'));
    writeFileSync(join(folder, 'chess.html'), `<p>${text('chess', 'en')}</p>`);
    writeFileSync(join(folder, 'id', 'kapal.txt'), text('ferry', 'id'));
    writeFileSync(join(folder, 'id', '.hidden', 'x.txt'), text('ferry', 'id'));
    writeFileSync(join(folder, 'notes.bin'), 'no text');
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const onDisk = () => ({ ...memoryIo(), readFile: (path: string) => readFile(path) });

  test('reads every text in it and below', async () => {
    const io = Object.assign(memoryIo(), { readFile: onDisk().readFile });
    expect(await runCli(['pair', folder], io)).toBe(0);
    expect(io.out).toBe(`source\ttarget\n${join(folder, 'ferry.txt')}\t${join(folder, 'id', 'kapal.txt')}\n`);
    expect(io.err).toContain('1 of 3 texts have no partner');
  });

  test('without texts is a failure', async () => {
    const io = memoryIo();
    expect(await runCli(['pair', join(folder, 'empty')], io)).toBe(1);
    expect(io.err).toContain('no texts');
  });
});
