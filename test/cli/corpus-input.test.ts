import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openCorpusInput } from '../../src/cli/corpus/corpus-input.ts';
import { type FolderPairs, pairPaths } from '../../src/cli/corpus/folder-pairs.ts';
import { readLines } from '../../src/cli/corpus/read-lines.ts';
import { nodeIo } from '../../src/cli/io.ts';
import { memoryIo } from './support/memory-io.ts';

const seed = 3_141;
const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-corpus-input-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(scratch, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const io = nodeIo(new AbortController().signal);
async function pairsOf(path: string, options: object = {}, using = io): Promise<unknown[]> {
  const pairs: unknown[] = [];
  for await (const pair of (await openCorpusInput(path, { maxBytes: 1_000, ...options }, using)).pairs) {
    const { error, ...rest } = pair as { error?: Error & { code?: string } };
    pairs.push(error ? { ...rest, error: error.code ?? 'none', message: error.message } : pair);
  }
  return pairs;
}

describe('readLines', () => {
  /** The obvious way: all of it at once. */
  const slowLines = (bytes: Uint8Array, limit: number): (string | number)[] => {
    const text = Buffer.from(bytes)
      .toString('latin1')
      .replace(/^\xef\xbb\xbf/, '');
    const lines = text.split('\n');
    if (lines.at(-1) === '' && (lines.length > 1 || bytes.length === 0)) lines.pop();
    return lines.map((line) => line.replace(/\r$/, '')).map((line) => (line.length <= limit ? line : -1));
  };
  const fastLines = async (bytes: Uint8Array, cuts: readonly number[], limit: number): Promise<(string | number)[]> => {
    async function* chunks() {
      let start = 0;
      for (const end of [...cuts].sort((a, b) => a - b).concat(bytes.length)) {
        yield bytes.subarray(Math.min(start, bytes.length), Math.min(end, bytes.length));
        start = Math.max(start, end);
      }
    }
    const lines: (string | number)[] = [];
    for await (const { bytes: found, number } of readLines(chunks(), limit)) {
      expect(number).toBe(lines.length + 1);
      lines.push(found ? Buffer.from(found).toString('latin1') : -1);
    }
    return lines;
  };

  test(`cuts as splitting the whole does, wherever the chunks end (seed ${seed})`, async () => {
    const byte = fc.constantFrom(10, 10, 13, 65, 66, 0xc3, 0xef);
    await fc.assert(
      fc.asyncProperty(
        fc.array(byte, { minLength: 1, maxLength: 40 }),
        fc.array(fc.nat(40), { maxLength: 6 }),
        fc.integer({ min: 3, max: 50 }),
        async (list, cuts, limit) => {
          expect(await fastLines(Uint8Array.from(list), cuts, limit)).toEqual(slowLines(Uint8Array.from(list), limit));
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  test('drops a byte order mark and ends of line of Windows, and needs no line feed at the end', async () => {
    expect(await fastLines(Buffer.from('\ufeffone\r\ntwo'), [2], 9)).toEqual(['one', 'two']);
    expect(await fastLines(Buffer.from(''), [], 9)).toEqual([]);
  });

  test('keeps nothing of a line beyond the limit', async () => {
    const chunk = new Uint8Array(1_000_000).fill(65);
    async function* endless() {
      for (let k = 0; k < 300; k++) yield chunk;
      yield Buffer.from('\nok');
    }
    const before = process.memoryUsage().arrayBuffers;
    const lines = [];
    for await (const { bytes, length } of readLines(endless(), 1_000)) lines.push([bytes && Buffer.from(bytes).toString(), length]);
    expect(lines).toEqual([
      [undefined, 300_000_000],
      ['ok', 2],
    ]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });
});

describe('JSON lines', () => {
  const lines = [
    '{"source": "a", "target": "b"}',
    '',
    '  ',
    '{"id": "x", "source": {"text": "a"}, "target": ["b"]}',
    '{"source": ',
    `"${'x'.repeat(2_000)}"`,
    '["a", "b"]',
  ];

  test('are pairs; blank ones are skipped, and what cannot be read is a fault of that line', async () => {
    expect(await pairsOf(put('pairs.jsonl', lines.join('\n')))).toEqual([
      { source: 'a', target: 'b' },
      { id: 'x', source: { text: 'a' }, target: ['b'] },
      { error: 'FORMAT_INVALID', message: expect.stringMatching(/^pairs\.jsonl:5: /) },
      { error: 'TOO_LARGE', message: expect.stringMatching(/^pairs\.jsonl:6: .*1000 bytes.*2002/) },
      ['a', 'b'],
    ]);
  });

  test('that are not UTF-8 are told from the others', async () => {
    expect(await pairsOf(put('latin.jsonl', Buffer.from('["a", "b"]\n["\xe9", "b"]\n', 'latin1')))).toEqual([
      ['a', 'b'],
      { error: 'NOT_TEXT', message: expect.stringContaining('latin.jsonl:2') },
    ]);
  });

  test('come from standard input too', async () => {
    expect(await pairsOf('-', {}, memoryIo({}, { stdin: '["a", "b"]\n' }))).toEqual([['a', 'b']]);
  });

  test('say how far the file was read', async () => {
    const input = await openCorpusInput(put('share.jsonl', '["a", "b"]\n'.repeat(9_000)), { maxBytes: 99 }, io);
    const shares: (number | undefined)[] = [input.share()];
    for await (const _ of input.pairs) if (input.share() !== shares.at(-1)) shares.push(input.share());
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(2);
  });
});

describe('a list of paths', () => {
  test('names files from its own folder on', async () => {
    put('list/en/a.txt', 'One.');
    put('list/id/a.html', '<main><p>Satu.</p></main>');
    put('list/big.txt', 'x'.repeat(2_000));
    const list = put(
      'list/pairs.tsv',
      'source\ttarget\tid\nen/a.txt\tid/a.html\tfirst\nen/a.txt\tgone.txt\nen/a.txt\n\nen/a.txt\tbig.txt\tlast\n',
    );
    expect(await pairsOf(list)).toEqual([
      { id: 'first', source: { id: 'en/a.txt', text: 'One.' }, target: { id: 'id/a.html', text: expect.stringContaining('Satu.') } },
      { error: 'none', message: expect.stringContaining('gone.txt: there is no such file') },
      { error: 'FORMAT_INVALID', message: 'pairs.tsv:4: expected source, tab, target, and perhaps tab and id' },
      { id: 'last', error: 'TOO_LARGE', message: expect.stringContaining('big.txt') },
    ]);
  });

  test('may be read in another encoding', async () => {
    put('old/a.txt', Buffer.from('caf\xe9', 'latin1'));
    put('old/b.txt', 'coffee');
    const list = put('old/pairs.tsv', 'a.txt\tb.txt\n');
    expect(await pairsOf(list)).toEqual([{ error: 'NOT_TEXT', message: expect.any(String) }]);
    expect(await pairsOf(list, { encoding: 'latin1' })).toMatchObject([{ source: { text: 'café' } }]);
  });
});

describe('a folder', () => {
  const found = ({ pairs, alone }: FolderPairs) => [pairs.map(({ id, source, target }) => `${id}: ${source.path} ${target.path}`), alone];

  test.each<[string, string[], string[], string[]]>([
    [
      'languages before the extension',
      ['b.en.txt', 'b.id.txt', 'a.en.txt', 'a.id.html'],
      ['a: a.en.txt a.id.html', 'b: b.en.txt b.id.txt'],
      [],
    ],
    ['languages as extensions', ['news.zh-Hant', 'news.en'], ['news: news.en news.zh-Hant'], []],
    ['names in subfolders', ['1/x.en.txt', '1/x.id.txt', '2/x.en.txt'], ['1/x: 1/x.en.txt 1/x.id.txt'], ['2/x.en.txt']],
    [
      'one folder a language',
      ['en/x.txt', 'id/x.txt', 'en/1/y.md', 'id/1/y.txt', 'README.md'],
      ['1/y: en/1/y.md id/1/y.txt', 'x: en/x.txt id/x.txt'],
      ['README.md'],
    ],
    ['folders and names that agree', ['en/x.en.txt', 'id/x.id.txt'], ['x: en/x.en.txt id/x.id.txt'], []],
    ['names with dots', ['v1.2.en.txt', 'v1.2.id.txt'], ['v1.2: v1.2.en.txt v1.2.id.txt'], []],
    [
      'three languages',
      ['x.en.txt', 'x.id.txt', 'x.zh.txt', 'y.en.txt', 'y.zh.txt'],
      ['x.en-id: x.en.txt x.id.txt', 'x.en-zh: x.en.txt x.zh.txt', 'x.id-zh: x.id.txt x.zh.txt', 'y.en-zh: y.en.txt y.zh.txt'],
      [],
    ],
    ['nothing that belongs together', ['x.txt', 'y.en.txt', '.en.txt'], [], ['.en.txt', 'x.txt', 'y.en.txt']],
  ])('with %s', (_, paths, pairs, alone) => {
    expect(found(pairPaths([...paths].sort()))).toEqual([pairs, alone]);
  });

  test('pairs the languages that are asked for, in their order', () => {
    const paths = ['x.en.txt', 'x.id.txt', 'x.zh.txt'];
    expect(found(pairPaths(paths, ['zh', 'en']))).toEqual([['x.zh-en: x.zh.txt x.en.txt'], ['x.id.txt']]);
  });

  test.each([
    ['two files for one name and language', ['x.en.txt', 'x.en.html', 'x.id.txt'], /two files for x in en/],
    ['two files for one name in the folder of a language', ['en/x.txt', 'en/x.html', 'id/x.txt'], /two files for x in en/],
    ['both ways of naming', ['en/x.txt', 'id/x.txt', 'a.en.txt', 'a.id.txt'], /two ways/],
  ])('is refused with %s', (_, paths, message) => {
    expect(() => pairPaths([...paths].sort())).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(message) }),
    );
  });

  test('is read file by file, with the languages that the names tell', async () => {
    put('folder/x.en.txt', 'One.');
    put('folder/x.id.txt', 'Satu.');
    put('folder/.hidden/x.id.txt', 'Satu.');
    put('folder/notes.txt', 'none');
    const input = await openCorpusInput(join(scratch, 'folder'), { maxBytes: 99 }, io);
    expect(input.notes).toEqual(['left out, for want of a partner: notes.txt']);
    expect(await pairsOf(join(scratch, 'folder'))).toEqual([
      { id: 'x', source: { id: 'x.en.txt', text: 'One.', language: 'en' }, target: { id: 'x.id.txt', text: 'Satu.', language: 'id' } },
    ]);
  });
});

test.each([
  ['a name that tells nothing', 'UsageError', /--from/, put('pairs.json', '')],
  ['what is not there', 'Error', /no such file or folder/, join(scratch, 'gone.jsonl')],
  ['a folder without pairs', 'Error', /belong together/, dirname(put('empty/x.txt', ''))],
])('%s is refused before anything is done', async (_, name, message, path) => {
  await expect(openCorpusInput(path, { maxBytes: 9 }, io)).rejects.toThrow(
    expect.objectContaining({ name, message: expect.stringMatching(message) }),
  );
});
