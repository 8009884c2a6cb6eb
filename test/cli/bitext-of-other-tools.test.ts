/** Files of other aligners, from the command line: shown in our report, converted, and scored. */
import { describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { encodeText } from '../support/encode-text.ts';
import { memoryIo } from './support/memory-io.ts';

const source = ['Satu.', 'Dua.', 'Tiga.', 'Empat.'];
const target = ['One.', 'Two three.', 'Four, at last.', 'Four.'];
const document = (sentences: readonly string[]) =>
  `<text><p id="1">${sentences.map((text, i) => `<s id="1:${i + 1}">${text}</s>`).join('')}</p></text>`;
const tmxUnit = (first: string, second: string) =>
  `<tu><tuv xml:lang="ID"><seg>${first}</seg></tuv><tuv xml:lang="EN-US"><seg>${second}</seg></tuv></tu>`;

/** One alignment (1-1, 2-1, 1-2) as each tool has it. */
const files = {
  'source.txt': `${source.join('\n')}\n`,
  'target.txt': `${target.join('\r\n')}\r\n`,
  'hunalign.ladder': '0\t0\t1.2\n1\t1\t0.3\n3\t2\t-0.3\n4\t4\t0\n',
  'hunalign.tsv': 'Satu.\tOne.\t1.2\nDua. ~~~ Tiga.\tTwo three.\t0.3\nEmpat.\tFour, at last. ~~~ Four.\t-0.3\n',
  'lf-aligner.tsv': 'Satu.\tOne.\nDua. Tiga.\tTwo three.\nEmpat.\tFour, at last. Four.\n',
  'bertalign.txt': '[0]:[0]\n[1, 2]:[1]\n[3]:[2, 3]\n',
  'vecalign.vecalign': '[0]:[0]:0.1\n[1, 2]:[1]:0.7\n[3]:[2, 3]:1.3\n',
  'moses.id': 'Satu.\nDua. Tiga.\nEmpat.\n',
  'moses.en': 'One.\nTwo three.\nFour, at last. Four.\n',
  'omegat.tmx': `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header creationtool="OmegaT" srclang="id"/><body>${tmxUnit('Satu.', 'One.')}${tmxUnit('Dua.  Tiga.', 'Two three.')}${tmxUnit('Empat.', 'Four, at last. Four.')}</body></tmx>`,
  'book.id.xml': document(source),
  'book.en.xml': document(target),
  'book.id.en.xml': `<?xml version='1.0' encoding='utf-8'?><linkGrp toDoc='some/where/book.en.xml' fromDoc='book.id.xml'><link type='1-1' xtargets='1:1;1:1' status='man'/><link type='1-2' xtargets='1:2;1:2 1:3' status='man'/><link type='2-1' xtargets='1:3 1:4;1:4' status='man'/></linkGrp>`,
  'gold.json': JSON.stringify({
    beads: [
      { source: [0], target: [0] },
      { source: [1, 2], target: [1] },
      { source: [3], target: [2, 3] },
    ],
  }),
};
const sentences = ['--source', 'source.txt', '--target', 'target.txt'];

describe('convert to our report, and to JSON with sentences as beads', () => {
  test.each([
    ['hunalign.ladder', sentences],
    ['hunalign.tsv', []],
    ['lf-aligner.tsv', sentences],
    ['bertalign.txt', ['--from', 'vecalign', ...sentences]],
    ['vecalign.vecalign', sentences],
    ['moses.id moses.en', ['--from', 'moses', ...sentences]],
    ['omegat.tmx', sentences],
    ['book.id.en.xml', []],
    ['book.id.xml book.en.xml book.id.en.xml', []],
  ])('%s', async (inputs, options) => {
    const io = memoryIo(files);
    expect(await runCli(['convert', ...inputs.split(' '), 'out.html', ...options], io), io.err).toBe(0);
    expect(io.files.get('out.html')).toContain('Four, at last.');
    expect(await runCli(['convert', ...inputs.split(' '), 'out.json', ...options], io), io.err).toBe(0);
    const { pairs } = JSON.parse(io.files.get('out.json') as string);
    expect(pairs[0].beads.map((bead: { source: number[]; target: number[] }) => [bead.source, bead.target])).toEqual([
      [
        [0, 1],
        [0, 1],
      ],
      [
        [1, 3],
        [1, 2],
      ],
      [
        [3, 4],
        [2, 4],
      ],
    ]);
  });

  test('numbers that are no similarities are dropped aloud', async () => {
    const io = memoryIo(files);
    await runCli(['convert', 'hunalign.tsv', 'out.html'], io);
    expect(io.err).toContain('warning VALUES_DROPPED: TSV: "1.2" (line 1) is no similarity');
  });
});

describe('score against gold', () => {
  test.each([
    ['hunalign.ladder', []],
    ['hunalign.tsv', sentences],
    ['lf-aligner.tsv', sentences],
    ['bertalign.txt', []],
    ['vecalign.vecalign', []],
    ['omegat.tmx', sentences],
    ['book.id.en.xml', []],
    ['book.id.en.xml', ['--source', 'book.id.xml', '--target', 'book.en.xml']],
  ])('%s', async (name, options) => {
    const io = memoryIo(files);
    expect(await runCli(['score', 'gold.json', name, '--json', ...options], io), io.err).toBe(0);
    expect(JSON.parse(io.out)).toMatchObject({ strict: { f1: 1, count: 3 }, lax: { f1: 1 } });
  });

  test('gaps and crossings of gold count as they are', async () => {
    const gold = '[0]:[1]\n[1, 3]:[0]\n';
    const links = `<linkGrp toDoc="book.en.xml" fromDoc="book.id.xml"><link xtargets="1:2;1:1"/><link xtargets="1:1;1:2 1:4"/></linkGrp>`;
    const io = memoryIo({ ...files, 'gold.txt': gold, 'found.xml': links });
    expect(await runCli(['score', 'gold.txt', 'found.xml', '--json'], io), io.err).toBe(0);
    expect(JSON.parse(io.out).strict).toMatchObject({ f1: 1, count: 2 });
    const crossing = memoryIo({
      ...files,
      'gold.txt': '[3]:[0]\n[0]:[2, 3]\n',
      'found.tsv': 'Empat.\tOne.\nSatu.\tFour, at last. Four.\n',
    });
    expect(await runCli(['score', 'gold.txt', 'found.tsv', '--json', ...sentences], crossing), crossing.err).toBe(0);
    expect(JSON.parse(crossing.out).strict.f1).toBe(1);
  });
});

test.each([
  ['passages without their sentences', ['score', 'gold.json', 'omegat.tmx'], 2, /holds passages: give the sentences/],
  ['one side of the sentences', ['score', 'gold.json', 'omegat.tmx', '--source', 'source.txt'], 2, /belong together/],
  ['XML under another name', ['score', 'gold.json', 'xml.txt'], 2, /does not tell which XML/],
  [
    'passages of another text',
    ['score', 'gold.json', 'other.tsv', ...sentences],
    1,
    /passage 2: "Lima\." is not made of whole sentences of the source/,
  ],
  ['half a sentence', ['score', 'gold.json', 'half.tsv', ...sentences], 1, /passage 1: "Two" is not made of whole sentences of the target/],
  ['InterText that does not name its documents', ['convert', 'bare.xml', 'out.html'], 2, /does not name its documents/],
  ['two files on standard output', ['convert', 'omegat.tmx', '-', '--to', 'moses'], 2, /makes 2 files.*: name a file to write to/],
  ['a pair of languages that is none', ['convert', 'omegat.tmx', 'out.html', '--languages', 'id'], 2, /--languages takes two tags/],
  ['a language that is not there', ['convert', 'omegat.tmx', 'out.html', '--languages', 'id,fr'], 2, /holds id, en-US, not fr/],
])('%s is refused', async (_, argv, code, message) => {
  const io = memoryIo({
    ...files,
    'xml.txt': files['omegat.tmx'],
    'other.tsv': 'Satu.\tOne.\nLima.\tFive.\n',
    'half.tsv': 'Dua.\tTwo\n',
    'bare.xml': '<linkGrp><link xtargets="1:1;1:1"/></linkGrp>',
  });
  expect(await runCli(argv, io)).toBe(code);
  expect(io.err).toMatch(message);
});

test('two languages of a TMX that holds more are chosen by --languages', async () => {
  const three = files['omegat.tmx'].replaceAll('</tu>', '<tuv xml:lang="fr"><seg>Un.</seg></tuv></tu>');
  const io = memoryIo({ 'three.tmx': three });
  expect(await runCli(['convert', 'three.tmx', 'out', '--to', 'moses', '--languages', 'fr,id'], io), io.err).toBe(0);
  expect(io.files.get('out.fr')).toBe('Un.\nUn.\nUn.\n');
});

test('a file in another encoding is read when it is said', async () => {
  const io = memoryIo({ 'a.tsv': new Uint8Array([0xd6, 0xd0, 0x09, 0x41, 0x0a]) });
  expect(await runCli(['convert', 'a.tsv', '-', '--to', 'tsv', '--encoding', 'gb18030'], io), io.err).toBe(0);
  expect(io.out).toContain('\t中\tA\n');
});

test('what a format cannot hold is said on standard error', async () => {
  const io = memoryIo({ 'a.tsv': 'Satu\x07.\tOne.\n' });
  expect(await runCli(['convert', 'a.tsv', 'a.tmx'], io)).toBe(0);
  expect(io.err).toContain('warning CHARACTERS_REPLACED: TMX: 1 character that XML cannot hold became U+FFFD');
  const json = `{"format":"palimpsest-alignment","version":1,"documents":[{"id":"a","language":"en","languageConfidence":1,"text":"x\\ud800","sentences":[{"index":0,"start":0,"end":2,"text":"x\\ud800"}]},{"id":"b","language":"en","languageConfidence":1,"text":"y","sentences":[{"index":0,"start":0,"end":1,"text":"y"}]}],"pairs":[{"source":"a","target":"b","relation":"parallel","relationConfidence":1,"sameEvent":1,"beads":[{"source":[0,1],"target":[0,1],"similarity":0,"confidence":1}]}],"groups":[],"names":[],"findings":[],"lineage":[],"warnings":[],"model":{"id":"m","revision":"r","dimensions":0}}`;
  io.files.set('b.json', json);
  expect(await runCli(['convert', 'b.json', 'b.tsv'], io), io.err).toBe(0);
  expect(io.err).toContain('warning CHARACTERS_REPLACED: b.tsv: 1 unpaired surrogate became U+FFFD');
});

test.each([
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const)('a memory in %s with its mark, as memoQ writes it, is read', async (encoding, mark) => {
  const memory = files['omegat.tmx'].replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="utf-16"?>').replace('OmegaT', 'MemoQ');
  const io = memoryIo({ 'memoq.tmx': Uint8Array.of(...mark, ...encodeText(memory, encoding)) });
  expect(await runCli(['convert', 'memoq.tmx', '-', '--to', 'tsv'], io), io.err).toBe(0);
  expect(io.out).toContain('\tSatu.\tOne.\n');
});
