/** What the files look like, on small cases. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bitextAlignment } from '../../src/formats/bitext-alignment.ts';
import type { WriteOptions } from '../../src/formats/chosen-pair.ts';
import { formats } from '../../src/formats/formats.ts';
import type { AlignedDocument, Alignment } from '../../src/types.ts';
import { seedAlignment } from '../report/support/seed-alignment.ts';

const small = bitextAlignment(
  { id: 'a', language: 'id', sentences: ['Satu\ndua.', 'Tiga & "empat".', 'Lima.'] },
  { id: 'b', language: 'en', sentences: ['One.', 'Two.', 'Three & "four".'] },
  [
    { source: [0], target: [0, 1], similarity: 0.5, confidence: 0.25 },
    { source: [1], target: [2], similarity: 0.75, confidence: 0.875 },
    { source: [2], target: [], similarity: 0, confidence: 0.5 },
  ],
);

test('TSV has a header, positions and escaped cells', () => {
  expect(formats.tsv.write(small)).toBe(
    [
      'source_sentences\ttarget_sentences\tsimilarity\tconfidence\tsource\ttarget',
      '0\t0,1\t0.5000\t0.2500\tSatu dua.\tOne. Two.',
      '1\t2\t0.7500\t0.8750\tTiga & "empat".\tThree & "four".',
      '2\t\t0.0000\t0.5000\tLima.\t',
      '',
    ].join('\n'),
  );
});

test('TMX stands in the order of its document type, with confidence as a property', () => {
  const tmx = formats.tmx.write(small);
  expect(tmx).toContain('<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n<header ');
  for (const attribute of ['creationtool', 'creationtoolversion', 'segtype', 'o-tmf', 'adminlang', 'srclang="id"', 'datatype'])
    expect(tmx).toContain(attribute);
  const units = tmx.match(/<tu [\s\S]*?<\/tu>/g)!;
  expect(units.map((unit) => unit.split('\n')[0])).toEqual(['<tu tuid="1" segtype="block">', '<tu tuid="2">']);
  expect([...units[1]!.matchAll(/<(\w+)/g)].map((match) => match[1])).toEqual([
    ...['tu', 'prop', 'prop', 'prop', 'prop'],
    ...['tuv', 'seg', 'tuv', 'seg'],
  ]);
  expect(units[0]).toContain('<prop type="x-target-sentences">0 1</prop>');
  expect(units[1]).toContain('<prop type="x-confidence">0.8750</prop>');
  expect(units[1]).toContain('<tuv xml:lang="id"><seg>Tiga &amp; &quot;empat&quot;.</seg></tuv>');
});

test('XLIFF names both languages and holds one unit for each joined bead', () => {
  const xliff = formats.xliff.write(small);
  expect(xliff).toContain('version="2.0" srcLang="id" trgLang="en"');
  expect(xliff.match(/<unit id="u\d+">/g)).toEqual(['<unit id="u1">', '<unit id="u2">']);
  expect(xliff).toContain('<segment state="translated"><source>Satu dua.</source><target>One. Two.</target></segment>');
});

test('Moses is two texts of as many lines', () => {
  expect(formats.moses.write(small)).toEqual({ source: 'Satu dua.\nTiga & "empat".\n', target: 'One. Two.\nThree & "four".\n' });
});

test('a ladder runs from 0 0 to the ends, each number on the rung where its bead begins', () => {
  expect(formats.ladder.write(small)).toBe('0\t0\t0.2500\n1\t2\t0.8750\n2\t3\t0.0000\n3\t3\t0.0000\n');
});

test('Vecalign lines say in their header that they give a cost', () => {
  expect(formats.vecalign.write(small)).toBe('# cost, lower is better\n[0]:[0, 1]:0.7500\n[1]:[2]:0.1250\n[2]:[]:0.5000\n');
  expect(formats.vecalign.write(small, { header: false })).not.toContain('#');
});

test('InterText links sentences by paragraph and position', () => {
  const files = formats.intertext.write(small, { fileNames: { source: 'a.xml', target: 'b.xml' } });
  expect(files.source).toContain('<text id="a" xml:lang="id">\n<p id="1">\n<s id="1:1">Satu\ndua.</s>\n</p>\n<p id="2">');
  expect(files.alignment).toContain('<linkGrp toDoc="b.xml" fromDoc="a.xml">\n<link type="2-1" xtargets="1:1 2:1;1:1" status="auto"/>');
  expect(files.alignment).toContain('<link type="0-1" xtargets=";3:1" status="auto"/>');
});

test('JSON says what it is and in which version', () => {
  expect(JSON.parse(formats.json.write(small))).toMatchObject({ format: 'palimpsest-alignment', version: 1, pairs: [{ source: 'a' }] });
});

test('Chinese lines are joined without a space, others with one', () => {
  const wrapped = bitextAlignment({ sentences: ['中文\n 句子 \n end\n of'] }, { sentences: ['x'] }, [{ source: [0], target: [0] }]);
  expect(formats.moses.write(wrapped).source).toBe('中文句子 end of\n');
});

test('a hyphen at the end of a line is kept where the word has one elsewhere in the document', () => {
  const sentences = ['The well-\nknown envoy spoke to re-\nporters.', 'A well-known man left.'];
  const bitext = bitextAlignment({ sentences }, { sentences: ['x', 'y'] }, [{ source: [0], target: [0] }]);
  expect(formats.moses.write(bitext).source).toBe('The well-known envoy spoke to reporters.\n');
});

describe('what a format cannot hold', () => {
  const odd = bitextAlignment({ id: 'a', sentences: ['Satu\x07.', 'Dua\ud800.', 'Tiga.'] }, { id: 'b', sentences: ['One\x00.', 'Two.'] }, [
    { source: [0], target: [0] },
    { source: [1], target: [1] },
    { source: [2], target: [] },
  ]);
  const warned = (write: (options: WriteOptions) => unknown) => {
    const messages: string[] = [];
    write({ onWarning: ({ code, message }) => messages.push(`${code} ${message}`) });
    return messages;
  };

  test.each([
    ['TMX', (options: WriteOptions) => formats.tmx.write(odd, options)],
    ['InterText', (options: WriteOptions) => formats.intertext.write(odd, options)],
  ])('%s puts U+FFFD for it and says so', (name, write) => {
    expect(warned(write)).toEqual([`CHARACTERS_REPLACED ${name}: 3 characters that XML cannot hold became U+FFFD`]);
    expect(JSON.stringify(write({}))).toContain('Dua\ufffd.');
    expect(warned((options) => formats.tmx.write(small, options))).toEqual([]);
  });

  test('XLIFF holds it by its code point', () => {
    expect(warned((options) => formats.xliff.write(odd, options))).toEqual([]);
    expect(formats.xliff.write(odd)).toContain('<source>Dua<cp hex="D800"/>.</source>');
  });

  test('Moses puts spaces for control characters and says so', () => {
    expect(warned((options) => formats.moses.write(odd, options))).toEqual([
      'CHARACTERS_REPLACED Moses: 2 control characters became spaces',
    ]);
  });
});

test.each([
  ['TMX', formats.tmx],
  ['XLIFF', formats.xliff],
] as const)('%s carries address and date of the documents', (_, format) => {
  const [source, target] = small.documents as [AlignedDocument, AlignedDocument];
  const dated = { ...small, documents: [{ ...source, url: 'https://x.y/?a&b', date: '2026-04-25' }, target] };
  const again = format.read(format.write(dated)).documents;
  expect(again.map(({ url, date }) => [url, date])).toEqual([
    ['https://x.y/?a&b', '2026-04-25'],
    [undefined, undefined],
  ]);
});

test('the version that files name is that of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(formats.tmx.write(small)).toContain(`creationtoolversion="${version}"`);
});

describe('minConfidence', () => {
  const weak: [string, (alignment: Alignment) => string, string][] = [
    ['leaves out passages', (alignment) => formats.moses.write(alignment, { minConfidence: 0.5 }).target, 'Three & "four".\n'],
    [
      'makes skips of them in a parallel pair',
      (alignment) => formats.vecalign.write(alignment, { minConfidence: 0.5, header: false }),
      '[0]:[]:0.2500\n[]:[0, 1]:0.2500\n[1]:[2]:0.1250\n[2]:[]:0.5000\n',
    ],
    [
      'leaves no trace of them in a comparable one',
      (alignment) =>
        formats.vecalign.write(
          { ...alignment, pairs: alignment.pairs.map((pair) => ({ ...pair, relation: 'comparable' })) },
          { minConfidence: 0.5, header: false },
        ),
      '[1]:[2]:0.1250\n[2]:[]:0.5000\n',
    ],
  ];
  test.each(weak)('%s', (_, write, expected) => {
    expect(write(small)).toBe(expected);
  });
});

test.each([
  ['several pairs and none chosen', () => formats.tmx.write(seedAlignment()), 'OPTION_INVALID', /0 \(000, 001\); 1 \(000, 002:zh\)/],
  ['a pair that is not there', () => formats.tsv.write(small, { pair: 7 }), 'OPTION_INVALID', /got 7/],
  ['a confidence that is none', () => formats.tsv.write(small, { minConfidence: Number.NaN }), 'OPTION_INVALID', /0 to 1, got NaN/],
  [
    'crossing beads in a ladder',
    () =>
      formats.ladder.write(
        bitextAlignment({ sentences: ['a', 'b'] }, { sentences: ['c', 'd'] }, [
          { source: [0], target: [1] },
          { source: [1], target: [0] },
        ]),
      ),
    'FORMAT_INVALID',
    /cross/,
  ],
  [
    'beads of sentences that are not there',
    () => bitextAlignment({ sentences: ['a'] }, { sentences: ['b'] }, [{ source: [1], target: [0] }]),
    'OPTION_INVALID',
    /sentence 1 of `source`, which has 1/,
  ],
  ['two sides of one name', () => bitextAlignment({ id: 'x', sentences: ['a'] }, { id: 'x', sentences: ['b'] }, []), 'DUPLICATE_ID', /x/],
] as const)('%s are refused', (_, act, code, message) => {
  expect(act).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }));
});
