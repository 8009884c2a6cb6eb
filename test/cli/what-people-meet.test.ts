/** Messages and layout of the command line: in words of files, before the work, whole, in colour where a person looks. */
import { describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { cellWidth } from '../../src/cli/text-table.ts';
import { memoryIo } from './support/memory-io.ts';

const english = `On Friday the American envoy Steve Witkoff met President Vladimir Putin in Moscow, and the two of them talked for three long hours about the war in Ukraine and about what might follow it.
The Kremlin called the talks useful.
After the meeting Witkoff did not speak to reporters.`;
const indonesian = `Pada hari Jumat utusan Amerika Steve Witcaf bertemu Presiden Vladimir Putin di Moskow, dan keduanya berbicara selama lima jam tentang perang di Ukraina dan tentang apa yang mungkin terjadi kemudian.
Kremlin menyebut pembicaraan itu berguna.
Setelah pertemuan itu Witcaf tidak berbicara kepada wartawan.`;
const files = { 'en.txt': english, 'id.txt': indonesian };

describe('a file that is not read is told what it is', () => {
  test.each<[string, string, string, RegExp]>([
    ['a.pdf', '%PDF-1.7\n%\xe2\xe3', 'latin1', /a\.pdf is a PDF, which is not read: save its text as \.txt/],
    ['a.pdf', 'plain words', 'latin1', /a\.pdf is a PDF/],
    ['a.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'latin1', /save it as \.docx/],
    ['a.doc', 'plain words', 'latin1', /save it as \.docx/],
    ['a.rtf', '{\\rtf1 x}', 'latin1', /an RTF document/],
    ['a.odt', 'PK\x03\x04mimetype', 'latin1', /zip archive.*\.docx/],
    ['a.txt', 'PK\x03\x04word', 'latin1', /zip archive/],
    ['a.tgz', '\x1f\x8b\x08', 'latin1', /gzip archive/],
    ['a.txt', '\x89PNG\r\n', 'latin1', /a picture/],
    ['a.txt', 'caf\xe9', 'latin1', /a\.txt is not utf-8 text; name its encoding, for example --encoding a\.txt=windows-1252/],
  ])('%s: %j', async (name, content, encoding, message) => {
    const io = memoryIo({ [name]: Buffer.from(content, encoding as 'latin1') });
    expect(await runCli(['split', name], io)).toBe(1);
    expect(io.err).toMatch(message);
  });
});

describe('a folder that is not there is told before the work', () => {
  test.each([
    [['align', 'en.txt', 'id.txt', '--out', 'gone/report.html']],
    [['names', 'en.txt', 'id.txt', '--out', 'gone/names.csv']],
    [['restore', 'id.txt', '--against', 'en.txt', '--out', 'gone/x.txt']],
    [['split', 'en.txt', '--out', 'gone/x.txt']],
    [['pair', 'en.txt', 'id.txt', '--out', 'gone/x.tsv']],
    [['convert', 'en.txt', 'gone/x.tmx', '--from', 'tsv']],
  ])('%j', async (argv) => {
    const read: string[] = [];
    const io = memoryIo(files);
    const { readFile } = io;
    Object.assign(io, { readFile: (path: string) => (read.push(path), readFile(path)) });
    expect(await runCli(argv, io)).toBe(1);
    expect(io.err).toMatch(/cannot write gone\/\S+: there is no folder gone\n/);
    expect(read).toEqual([]);
  });
});

describe('messages speak of files and of options as they are written', () => {
  test.each<[string[], Record<string, string>, number, string]>([
    [['align', 'en.txt', 'en.txt'], {}, 2, 'en.txt is named twice'],
    [['align', 'en.txt', 'void.txt'], { 'void.txt': ' \n' }, 1, 'void.txt: expected'],
    [['align', 'en.txt', 'id.txt', '--pivot', 'foo'], {}, 2, '--pivot must be'],
    [['align', 'en.txt'], {}, 2, 'Expected two documents'],
    [['align', 'en.txt', 'more.json'], { 'more.json': '[{"id":"en","text":"x"}]' }, 1, 'the second is en.txt'],
    [['names', '--nonsense', 'en.txt'], {}, 2, '(see palimpsest names --help)'],
  ])('%j', async (argv, more, code, message) => {
    const io = memoryIo({ ...files, ...more });
    expect(await runCli(argv, io)).toBe(code);
    expect(io.err).toContain(message);
    expect(io.err).not.toMatch(/documents\[|Option `/);
  });
});

describe('nothing is cut off', () => {
  const run = async (argv: string[], columns: number | undefined, more: object = {}) => {
    const io = memoryIo(files);
    Object.assign(io.stdout, { columns, ...more });
    expect(await runCli(argv, io), io.err).toBe(0);
    return io;
  };

  test.each([['align'], ['names'], ['findings'], ['lineage']])('%s fits a terminal, and has whole lines elsewhere', async (command) => {
    const narrow = (await run([command, 'en.txt', 'id.txt'], 60)).out;
    const whole = (await run([command, 'en.txt', 'id.txt'], undefined)).out;
    for (const line of narrow.split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(60);
    expect(narrow.replace(/\s+/g, '')).toBe(whole.replace(/\s+/g, ''));
    expect(whole).not.toContain('…');
    const io = await run([command, 'en.txt', 'id.txt', '--out', 'out.txt', '--format', 'text'], 60);
    expect(io.files.get('out.txt')).toBe(whole);
  });

  test('passages are whole', async () => {
    expect((await run(['align', 'en.txt', 'id.txt'], undefined)).out).toContain(english.split('\n')[0]!);
  });

  test('three documents say how to see passages', async () => {
    const io = memoryIo({ ...files, 'a.txt': english });
    expect(await runCli(['align', 'en.txt', 'id.txt', 'a.txt'], io)).toBe(0);
    expect(io.out).toContain('--out report.html');
  });

  test('colour is for a terminal', async () => {
    const saved = process.env.NO_COLOR;
    delete process.env.NO_COLOR;
    try {
      expect((await run(['align', 'en.txt', 'id.txt'], 80, { isTTY: true })).out).toContain('\x1b[1mNames');
      expect((await run(['align', 'en.txt', 'id.txt'], 80)).out).not.toContain('\x1b');
      expect((await run(['align', 'en.txt', 'id.txt', '--out', 'a.txt'], 80, { isTTY: true })).files.get('a.txt')).not.toContain('\x1b');
      process.env.NO_COLOR = '1';
      expect((await run(['align', 'en.txt', 'id.txt'], 80, { isTTY: true })).out).not.toContain('\x1b');
    } finally {
      if (saved === undefined) delete process.env.NO_COLOR;
      else process.env.NO_COLOR = saved;
    }
  });
});

test('--help has corpora and queues last', async () => {
  const io = memoryIo();
  expect(await runCli(['--help'], io)).toBe(0);
  const [first = '', second = ''] = io.out.split('Many pairs, many machines:');
  expect(first).toMatch(/align[\s\S]*convert[\s\S]*pair/);
  expect(first).not.toMatch(/^ {2}(?:corpus|enqueue|work|collect|queue) /m);
  expect(second).toMatch(/corpus[\s\S]*enqueue[\s\S]*work[\s\S]*collect[\s\S]*queue/);
});

describe('corrections of the report', () => {
  const anchors = (beads: object[], more: object = {}) => JSON.stringify({ anchors: [{ source: 'en', target: 'id', beads }], ...more });
  const beadsWith = async (corrections: string) => {
    const io = memoryIo({ ...files, 'corrections.json': corrections });
    const code = await runCli(['align', 'en.txt', 'id.txt', '--json', '--no-trace', '--anchors', 'corrections.json'], io);
    return { code, err: io.err, beads: code === 0 ? JSON.parse(io.out).pairs[0].beads : [] };
  };

  test('are kept when the texts are aligned again', async () => {
    const { beads } = await beadsWith(
      anchors([
        { source: [1, 3], target: [1, 2] },
        { source: [0, 0], target: [2, 3] },
      ]),
    );
    expect(beads).toContainEqual(expect.objectContaining({ source: [1, 3], target: [1, 2], confidence: 1 }));
    expect(beads).toContainEqual(expect.objectContaining({ source: [3, 3], target: [2, 3], confidence: 1 }));
  });

  test.each<[string, string, RegExp]>([
    [
      'other texts',
      anchors([{ source: [0, 1], target: [0, 1] }], { documents: [{ id: 'en', sentences: 7 }] }),
      /about 7 sentences of en, which has 3 now/,
    ],
    ['sentences that are not there', anchors([{ source: [0, 9], target: [0, 1] }]), /within the 3 sentences of `en`/],
    ['something else', '[]', /corrections\.json: expected corrections/],
    ['no JSON', '{', /corrections\.json: /],
  ])('about %s are refused', async (_, corrections, message) => {
    const { code, err } = await beadsWith(corrections);
    expect(code).not.toBe(0);
    expect(err).toMatch(message);
  });
});
