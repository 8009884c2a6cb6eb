/** Commands end to end, in memory, with the built-in model. */
import { beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { cellWidth } from '../../src/cli/text-table.ts';
import { formats } from '../../src/formats/formats.ts';
import { seedAlignment } from '../report/support/seed-alignment.ts';
import { type MemoryIo, memoryIo } from './support/memory-io.ts';

const english = `On Friday the American envoy Steve Witkoff met President Vladimir Putin in Moscow.
They talked for three hours about the war in Ukraine.
The Kremlin called the talks useful.
After the meeting Witkoff did not speak to reporters.
On Thursday President Donald Trump said that he wanted a deal soon.`;
const indonesian = `Pada hari Jumat utusan Amerika Steve Witcaf bertemu Presiden Vladimir Putin di Moskow.
Mereka berbicara selama tiga jam tentang perang di Ukraina.
Kremlin menyebut pembicaraan itu berguna.
Setelah pertemuan itu Witcaf tidak berbicara kepada wartawan.
Pada hari Kamis Presiden Donald Trump mengatakan bahwa dia menginginkan kesepakatan segera.`;
const report = `American envoy Steve Witkoff and President Vladimir Putin met in Moscow for three hours.
According to the Kremlin the talks with Witkoff on Ukraine were useful.
President Donald Trump said on Thursday that he wanted a deal.`;
const files = { 'en.txt': english, 'id.txt': indonesian, 'news.txt': report };

async function run(argv: string[], io: MemoryIo = memoryIo(files)) {
  const code = await runCli(argv, io, '1.2.3');
  return { code, io, out: io.out, err: io.err };
}

describe('align', () => {
  test('describes what it found', async () => {
    const { code, out, err } = await run(['align', 'en.txt', 'id.txt']);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/en {2}en {2}5 sentences\nid {2}id {2}5 sentences/);
    expect(out).toMatch(/en ↔ id {2}parallel/);
    expect(out).toContain('They talked for three hours');
    expect(out).toMatch(/Moscow +place +transliterated Moskow/);
    for (const line of out.split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(100);
  });

  test('writes the report where --out says, and says so on standard error', async () => {
    const { code, io, out, err } = await run(['align', 'en.txt', 'id.txt', '--out', 'report.html', '--title', 'A & B']);
    expect([code, out, err]).toEqual([0, '', 'wrote report.html\n']);
    expect(io.files.get('report.html')).toContain('<title>A &amp; B</title>');
  });

  test('writes JSON that can be read again', async () => {
    const { out } = await run(['align', 'en.txt', 'id.txt', '--json']);
    expect(formats.json.read(out).pairs).toHaveLength(1);
  });

  test('takes languages, a confidence and standard input', async () => {
    const io = memoryIo(files, { stdin: indonesian });
    const { code, out } = await run(
      ['align', 'en.txt', '-', '--language', '-=ms', '--min-confidence', '0.999999', '--no-trace', '--format', 'json'],
      io,
    );
    expect(code).toBe(0);
    const alignment = formats.json.read(out);
    expect(alignment.documents.map(({ id, language }) => [id, language])).toEqual([
      ['en', 'en'],
      ['stdin', 'ms'],
    ]);
    expect(alignment.names).toEqual([]);
    expect(alignment.pairs[0]!.beads.filter((bead) => bead.similarity !== 0 && bead.confidence < 0.999999)).toEqual([]);
  });

  test('makes one file for each pair of a format that holds one', async () => {
    const io = memoryIo({ ...files, 'copy.txt': english });
    const { code } = await run(['align', 'en.txt', 'id.txt', 'copy.txt', '--no-trace', '--out', 'out/memory.tmx'], io);
    expect(code).toBe(0);
    expect([...io.files.keys()].filter((path) => path.endsWith('.tmx'))).toEqual([
      'out/memory.en-id.tmx',
      'out/memory.en-copy.tmx',
      'out/memory.id-copy.tmx',
    ]);
  });

  test('shows progress on a terminal only', async () => {
    const io = memoryIo(files, { tty: true });
    await run(['align', 'en.txt', 'id.txt', '--no-trace'], io);
    expect(io.err).toContain('% aligning');
    expect(io.err.endsWith('\r\x1b[K')).toBe(true);
  });

  test('stops on Ctrl-C with nothing written', async () => {
    const controller = new AbortController();
    controller.abort(new Error('interrupted'));
    const io = memoryIo(files, { signal: controller.signal });
    const { code, out } = await run(['align', 'en.txt', 'id.txt', '--out', 'report.html'], io);
    expect([code, out, io.files.has('report.html')]).toEqual([130, '', false]);
  });
});

describe('names, findings, restore', () => {
  test('names are listed as CSV, one mention a row, with origin and kind', async () => {
    const documents = [
      { id: 'en', text: english, url: 'https://x.y/', date: '2026-04-25' },
      { id: 'id', text: indonesian },
    ];
    const { code, out } = await run(
      ['names', 'd.json', 'news.txt', '--format', 'csv'],
      memoryIo({ ...files, 'd.json': JSON.stringify(documents) }),
    );
    expect(code).toBe(0);
    const [header, ...rows] = out.trimEnd().split('\r\n');
    expect(header).toBe('name,type,document,url,date,sentence_index,start,end,text,kind,romanized,similarity');
    expect(rows.find((row) => row.includes(',id,') && row.includes('Steve Witcaf,garbled,'))).toMatch(
      /^Steve Witkoff,person,id,,,0,\d+,\d+,/,
    );
    expect(rows.find((row) => row.includes(',en,'))).toContain(',https://x.y/,2026-04-25,');
  });

  test('names are JSON by the name of the file', async () => {
    const { io } = await run(['names', 'en.txt', 'id.txt', '--out', 'names.json']);
    expect(JSON.parse(io.files.get('names.json') as string).names[0]).toHaveProperty('canonical');
  });

  test('findings have their columns, whether there are any or not', async () => {
    const { code, out } = await run(['findings', 'en.txt', 'id.txt', '--format', 'csv']);
    expect(code).toBe(0);
    expect(out.split('\r\n')[0]).toBe('finding,rule,document,url,date,sentence_index,text,value,odd,sentence_text,message,confidence');
  });

  test('restore prints the text with its names put right, and the changes beside it', async () => {
    const { code, out, err } = await run(['restore', 'id.txt', '--against', 'en.txt', 'news.txt']);
    expect(code).toBe(0);
    expect(out).toBe(indonesian.replaceAll('Witcaf', 'Witkoff'));
    expect(err).toContain('Witcaf → Witkoff');
  });
});

describe('score, split, convert', () => {
  test('score compares Vecalign lines with gold in JSON', async () => {
    const gold = JSON.stringify({
      beads: [
        { source: [0], target: [0] },
        { source: [1], target: [1, 2] },
      ],
      possible: [],
    });
    const io = memoryIo({ 'gold.json': gold, 'found.txt': '[0]:[0]:0.1\n[1]:[1]:0.2\n[]:[2]:0.5\n' });
    const { code, out } = await run(['score', 'gold.json', 'found.txt'], io);
    expect(code).toBe(0);
    expect(out).toMatch(/strict +0\.333 +0\.500 +0\.400 +2/);
    expect(out).toMatch(/links +1\.000 +0\.667 +0\.800 +3/);
    expect(
      JSON.parse((await run(['score', 'gold.json', 'found.txt', '--json'], memoryIo(Object.fromEntries(io.files)))).out).strict.count,
    ).toBe(2);
  });

  test.each([
    ['de.txt', 'Das war am 3. Oktober in Bonn. Alle waren da.', 'Das war am 3. Oktober in Bonn.\nAlle waren da.\n'],
    ['el.txt', 'Τι ώρα φεύγει το πλοίο; Θα αργήσουμε.', 'Τι ώρα φεύγει το πλοίο;\nΘα αργήσουμε.\n'],
    ['tr.json', JSON.stringify({ text: 'II. Murat geldi. O gitti.', language: 'tr' }), 'II. Murat geldi.\nO gitti.\n'],
  ])('split finds the language of a text, or takes the one that the document names: %s', async (name, text, expected) => {
    expect((await run(['split', name], memoryIo({ [name]: text }))).out).toBe(expected);
  });

  test('split refuses what is no text, as align does', async () => {
    const { code, err } = await run(['split', 'binary.txt'], memoryIo({ 'binary.txt': 'a\0b\0c' }));
    expect(code).toBe(1);
    expect(err).toContain('NUL');
  });

  test('split prints one sentence a line, or offsets', async () => {
    expect((await run(['split', 'en.txt'])).out).toBe(`${english}\n`);
    expect(JSON.parse((await run(['split', 'en.txt', '--json'])).out)[1]).toMatchObject({ start: english.indexOf('They') });
  });

  test('convert goes from one format to another', async () => {
    const json = formats.json.write(seedAlignment());
    const io = memoryIo({ 'a.json': json });
    expect((await run(['convert', 'a.json', 'b.tmx', '--pair', '002:zh,002:en', '--min-confidence', '0.5'], io)).code).toBe(0);
    const units = formats.tmx.read(io.files.get('b.tmx') as string).pairs[0]!.beads;
    expect(units.length).toBeGreaterThan(10);
    expect(Math.min(...units.map((bead) => bead.confidence))).toBeGreaterThanOrEqual(0.5);

    expect((await run(['convert', 'b.tmx', 'c', '--to', 'moses'], io)).code).toBe(0);
    expect((await run(['convert', 'c.zh', 'c.en', 'd.html', '--from', 'moses'], io)).code).toBe(0);
    expect(io.files.get('d.html')).toContain('<!doctype html>');

    io.files.set('s.txt', 'a\nb\n').set('t.txt', 'c\n').set('l.ladder', '0 0 0.5\n2 1 0\n');
    expect((await run(['convert', 'l.ladder', '-', '--to', 'tsv', '--source', 's.txt', '--target', 't.txt'], io)).code).toBe(0);
    expect(io.out).toContain('0,1\t0\t0.0000\t0.5000\ta b\tc\n');

    expect((await run(['convert', 'a.json', 'e.xml', '--pair', '0'], io)).code).toBe(0);
    expect((await run(['convert', 'e.source.xml', 'e.target.xml', 'e.alignment.xml', 'f.json'], io)).code).toBe(0);
    expect(formats.json.read(io.files.get('f.json') as string).documents.map(({ id }) => id)).toEqual(['000', '001']);
  });
});

describe('wrong use ends with 2 and says what was wrong', () => {
  let io: MemoryIo;
  beforeAll(() => {
    io = memoryIo({ ...files, 'a.json': formats.json.write(seedAlignment()) });
  });
  test.each([
    [['align'], /missing required argument 'file'/],
    [['nothing'], /unknown command 'nothing'/],
    [['align', 'en.txt', 'id.txt', '--wrong'], /unknown option '--wrong'/],
    [['align', 'en.txt', 'id.txt', '--format', 'pdf'], /Allowed choices are text, html/],
    [['align', 'en.txt', 'id.txt', '--min-confidence', '2'], /Expected a number from 0 to 1/],
    [['align', 'en.txt', 'id.txt', '--out', 'file.unknown'], /does not tell its format/],
    [['align', 'en.txt', 'id.txt', '--json', '--format', 'tmx'], /exclude each other/],
    [['align', 'en.txt', 'id.txt', '--pivot', 'nobody'], /nobody/],
    [['align', 'en.txt', 'id.txt', '--language', 'x.txt=en'], /not among the files/],
    [['convert', 'a.json', '-', '--to', 'tmx'], /choose one with --pair \(000,001 /],
    [['convert', 'a.json', '-', '--to', 'moses', '--pair', '0'], /makes 2 files/],
    [['convert', 'a.json', 'x.tmx', '--pair', 'no,pair'], /names no pair/],
    [['convert', 'a.json'], /an input and an output/],
    [['convert', 'a.json', 'b.json', 'c.json'], /json is 1 file, got 2/],
    [['convert', 'x.html', 'y.json'], /can be written, not read/],
    [['score', 'a.json', 'a.json'], /holds several pairs/],
  ])('%j', async (argv, message) => {
    io.err = '';
    expect(await runCli(argv, io)).toBe(2);
    expect(io.err).toMatch(message);
  });
});

test.each([
  [['align', 'gone.txt', 'en.txt'], /cannot read gone\.txt: there is no such file/],
  [['align', 'en.txt', 'empty.txt'], /empty/],
  [['score', 'en.txt', 'en.txt'], /Ladder, line 1/],
])('%j fails with 1', async (argv, message) => {
  const { code, err, out } = await run(argv, memoryIo({ ...files, 'empty.txt': ' \n' }));
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(message);
});

test('help and version go to standard output and end with 0', async () => {
  expect(await run(['--version'])).toMatchObject({ code: 0, out: '1.2.3\n', err: '' });
  const help = await run(['--help']);
  expect(help).toMatchObject({ code: 0, err: '' });
  expect(help.out).toContain('palimpsest align original.txt translation.txt');
  expect((await run(['align', '--help'])).out).toContain('--min-confidence <number>');
});
