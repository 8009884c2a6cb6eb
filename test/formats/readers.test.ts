/** Files of other tools, and files that are wrong. */
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/formats/formats.ts';
import { renderHtml } from '../../src/report/render-html.ts';
import type { Alignment } from '../../src/types.ts';
import { seedAlignment } from '../report/support/seed-alignment.ts';

const texts = (alignment: Alignment) => alignment.documents.map(({ sentences }) => sentences.map(({ text }) => text));
const tmx = (body: string, header = 'srclang="en"') =>
  `<?xml version="1.0"?><tmx version="1.4"><header ${header}/><body>${body}</body></tmx>`;
const unit = (...variants: [string, string][]) =>
  `<tu>${variants.map(([language, seg]) => `<tuv xml:lang="${language}"><seg>${seg}</seg></tuv>`).join('')}</tu>`;

describe('TMX of other tools', () => {
  test('loses inline codes and keeps highlighted text, references and CDATA', () => {
    const read = formats.tmx.read(
      tmx(unit(['en', 'A <bpt i="1">&lt;b&gt;</bpt>bold<ept i="1"/> <hi>word</hi> &#x4e2d;&apos;'], ['fr', '<![CDATA[a & <b>]]>'])),
    );
    expect(texts(read)).toEqual([["A bold word 中'"], ['a & <b>']]);
  });

  test('begins with the language of its header', () => {
    expect(formats.tmx.read(tmx(unit(['fr', 'un'], ['en', 'one']))).documents.map(({ language }) => language)).toEqual(['en', 'fr']);
  });

  test('gives the two languages asked for', () => {
    const three = tmx(unit(['en', 'one'], ['fr', 'un'], ['de', 'eins']));
    expect(() => formats.tmx.read(three)).toThrow(
      expect.objectContaining({ code: 'OPTION_INVALID', message: expect.stringContaining('en, fr, de') }),
    );
    expect(texts(formats.tmx.read(three, { source: 'de', target: 'fr' }))).toEqual([['eins'], ['un']]);
    expect(() => formats.tmx.read(three, { source: 'xx', target: 'fr' })).toThrow(/not xx/);
  });

  test('makes a skip of a unit in one language, and sides of two variants in one', () => {
    const read = formats.tmx.read(tmx(unit(['en', 'one'], ['fr', 'un']) + unit(['fr', 'deux'])));
    expect(read.pairs[0]!.beads.map(({ source, target }) => [source, target])).toEqual([
      [
        [0, 1],
        [0, 1],
      ],
      [
        [1, 1],
        [1, 2],
      ],
    ]);
    expect(texts(formats.tmx.read(tmx(unit(['en', 'one'], ['en', 'uno']))))).toEqual([['one'], ['uno']]);
  });
});

test('XLIFF is read from groups too, with a missing target as a skip', () => {
  const xliff = `<xliff version="2.1" srcLang="en" trgLang="fr" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><group id="g"><unit id="1"><segment><source>on<ph id="1"/>e</source><target>un</target></segment><segment><source>two</source></segment></unit></group></file></xliff>`;
  expect(texts(formats.xliff.read(xliff))).toEqual([['one', 'two'], ['un']]);
});

test('TSV of two or three columns without a header is read', () => {
  const read = formats.tsv.read('a\tb\nc \\n\t\n');
  expect(texts(read)).toEqual([['a', 'c \\n'], ['b']]);
  expect(formats.tsv.read('a\tb\t0.5\r\n').pairs[0]!.beads[0]!.similarity).toBe(0.5);
});

test.each([
  ['where all are bounded', '0\t0\t0.3\n1\t1\t0\n1 2 1\n3 3\n', [{ confidence: 0.3 }, { confidence: 0 }, { confidence: 1 }]],
  ['not where one is not, as with hunalign', '0\t0\t0.3\n1\t1\t-0.3\n1 2 1.7\n3 3\n', [{}, {}, {}]],
  ['not where there are none, as in ladders made by hand', '0\t0\n1\t1\n1 2\n3 3\n', [{}, {}, {}]],
])('numbers of a ladder are confidences %s', (_, ladder, numbers) => {
  const beads = [
    { source: [0], target: [0] },
    { source: [], target: [1] },
    { source: [1, 2], target: [2] },
  ];
  expect(formats.ladder.read(ladder)).toEqual(beads.map((bead, i) => ({ ...bead, ...numbers[i] })));
});

test('Vecalign gold is read with its gaps and its order', () => {
  expect(formats.vecalign.read('[250]:[291, 293]:0.1\n\n[3,2]:[]\n')).toEqual([
    { source: [250], target: [291, 293] },
    { source: [3, 2], target: [] },
  ]);
});

test.each([
  ['by option', '[0]:[0]:0.75\n', { number: 'similarity' }, { similarity: 0.75 }],
  ['by header', '# similarity, higher is better\n[0]:[0]:0.75\n', undefined, { similarity: 0.75 }],
  ['not at all, so that it is a cost of unknown scale', '[0]:[0]:0.75\n', undefined, {}],
] as const)('what the number of a Vecalign line means is said %s', (_, text, options, expected) => {
  expect(formats.vecalign.read(text, options)).toEqual([{ source: [0], target: [0], ...expected }]);
});

test('a byte order mark is dropped', () => {
  expect(texts(formats.tmx.read(`\ufeff${tmx(unit(['en', 'one'], ['fr', 'un']))}`))).toEqual([['one'], ['un']]);
});

test('a foreign bitext can be shown', () => {
  expect(renderHtml(formats.tsv.read('satu\tone\n'))).toContain('satu');
});

const bomb =
  '<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><tmx version="1.4"><header/><body>&b;</body></tmx>';
const interText = formats.intertext.write(seedAlignment(), { pair: 0 });
const seedJson = (change: (value: Alignment & { version: number }) => void) => {
  const value = JSON.parse(formats.json.write(seedAlignment()));
  change(value);
  return JSON.stringify(value);
};

test.each([
  ['TMX that declares entities', () => formats.tmx.read(bomb), /line 1: declares entities/],
  ['TMX with an unknown entity', () => formats.tmx.read(tmx(unit(['en', '&nbsp;'], ['fr', 'x']))), /unknown reference/],
  ['TMX with the number of a surrogate', () => formats.tmx.read(tmx(unit(['en', '&#xD800;'], ['fr', 'x']))), /unknown reference/],
  ['TMX that is not well formed', () => formats.tmx.read('<tmx>\n<body>\n</tmx>'), /TMX, line \d: .*body/],
  ['TMX nested without end', () => formats.tmx.read(tmx(unit(['en', '<hi>'.repeat(5000) + '</hi>'.repeat(5000)], ['fr', 'x']))), /TMX/],
  ['something else than TMX', () => formats.tmx.read('<html></html>'), /expected the root element <tmx>, got <html>/],
  ['TMX without a body', () => formats.tmx.read('<tmx><header/></tmx>'), /expected <header> and <body>/],
  ['a variant without language', () => formats.tmx.read(tmx('<tu><tuv><seg>a</seg></tuv></tu>')), /unit 1: expected xml:lang/],
  ['XLIFF of a version to come', () => formats.xliff.read('<xliff version="3.0"><file/></xliff>'), /expected version 1.x or 2.x, got 3.0/],
  ['XLIFF 1.2 without a language', () => formats.xliff.read('<xliff version="1.2"><file/></xliff>'), /expected source-language/],
  ['XLIFF 1.2 without a body', () => formats.xliff.read('<xliff version="1.2"><file source-language="en"/></xliff>'), /expected <body>/],
  [
    'XLIFF 1.2 without source',
    () => formats.xliff.read('<xliff version="1.2"><file source-language="en"><body><trans-unit id="u7"/></body></file></xliff>'),
    /trans-unit u7: expected <source>/,
  ],
  [
    'XLIFF without source',
    () => formats.xliff.read('<xliff version="2.0" srcLang="en"><file id="f"><unit id="u7"><segment/></unit></file></xliff>'),
    /unit u7: expected <source>/,
  ],
  ['TSV of one column', () => formats.tsv.read('a\tb\nc\n'), /line 2: expected 2 or 3 cells, got 1/],
  [
    'our TSV with a number that is none',
    () => formats.tsv.read(`${formats.tsv.write(seedAlignment(), { pair: 0 }).split('\n')[0]}\n0\t0\tgood\t1\ta\tb\n`),
    /line 2: expected a number from -1 to 1, got "good"/,
  ],
  ['TSV of four columns', () => formats.tsv.read('a\tb\tc\td\n'), /line 1: expected 2 or 3 cells, got 4/],
  [
    'XLIFF with a code point that is none',
    () => formats.xliff.read(formats.xliff.write(seedAlignment(), { pair: 0 }).replace('<source>', '<source><cp hex="110000"/>')),
    /<cp>: expected a code point/,
  ],
  [
    'our TSV with an unknown escape',
    () => formats.tsv.read(`${formats.tsv.write(seedAlignment(), { pair: 0 }).split('\n')[0]}\n0\t0\t1\t1\ta\\x\tb\n`),
    /line 2: unknown escape/,
  ],
  [
    'Moses texts of unequal length',
    () => formats.moses.read({ source: 'a\nb\n', target: 'a\n' }),
    /line 2: the source has 2 lines, the target 1/,
  ],
  ['a ladder that begins late', () => formats.ladder.read('1\t1\t0\n'), /line 1: expected the first rung to be 0 0/],
  ['a ladder that goes down', () => formats.ladder.read('0 0 1\n2 2 1\n1 3 1\n'), /line 3: expected a rung above/],
  ['a ladder of words', () => formats.ladder.read('0 0\nx y\n'), /line 2: expected two sentence numbers/],
  ['Vecalign lines without brackets', () => formats.vecalign.read('[0]:[0]\n1:1\n'), /line 2: expected \[source\]/],
  ['Vecalign lines with fractions', () => formats.vecalign.read('[0.5]:[0]\n'), /line 1: expected sentence numbers/],
  ['Vecalign lines whose number is none', () => formats.vecalign.read('[0]:[0]:x\n'), /line 1: expected a number/],
  [
    'InterText that links what is not there',
    () => formats.intertext.read({ ...interText, alignment: interText.alignment.replace('xtargets="', 'xtargets="9:9 ') }),
    /link 1: names sentence 9:9/,
  ],
  [
    'InterText without semicolon',
    () => formats.intertext.read({ ...interText, alignment: '<linkGrp><link xtargets="1:1"/></linkGrp>' }),
    /link 1: expected xtargets/,
  ],
  [
    'InterText with an id twice',
    () => formats.intertext.read({ ...interText, source: '<text><s id="1">a</s><s id="1">b</s></text>' }),
    /sentence 2: second sentence with the id 1/,
  ],
  ['JSON that is none', () => formats.json.read('{'), /JSON, the file:/],
  ['JSON of another format', () => formats.json.read('{"format":"x"}'), /JSON, format:/],
  [
    'JSON of a later version',
    () =>
      formats.json.read(
        seedJson((value) => {
          value.version = 2;
        }),
      ),
    /JSON, version:/,
  ],
  [
    'JSON with a bead out of bounds',
    () =>
      formats.json.read(
        seedJson((value) => {
          value.pairs[0]!.beads[3]!.source = [90, 91];
        }),
      ),
    /pairs\.0\.beads\.3\.source: expected a span/,
  ],
  [
    'JSON with a span that runs backwards',
    () =>
      formats.json.read(
        seedJson((value) => {
          value.pairs[0]!.beads[3]!.target = [5, 4];
        }),
      ),
    /pairs\.0\.beads\.3\.target/,
  ],
  [
    'JSON with a confidence above 1',
    () =>
      formats.json.read(
        seedJson((value) => {
          value.pairs[0]!.beads[0]!.confidence = 2;
        }),
      ),
    /pairs\.0\.beads\.0\.confidence/,
  ],
  [
    'JSON of a pair without its document',
    () =>
      formats.json.read(
        seedJson((value) => {
          value.pairs[0]!.source = 'gone';
        }),
      ),
    /pairs\.0\.source: expected the id of one of the documents/,
  ],
  [
    'JSON with a document twice',
    () =>
      formats.json.read(
        seedJson((value) => {
          value.documents[1]!.id = '000';
        }),
      ),
    /documents\.1\.id/,
  ],
  [
    'JSON with a sentence beside its offsets',
    () =>
      formats.json.read(
        seedJson((value) => {
          value.documents[0]!.sentences[2]!.start += 1;
        }),
      ),
    /documents\.0\.sentences\.2: expected offsets of/,
  ],
  [
    'JSON with a mention beside its offsets',
    () =>
      formats.json.read(
        seedJson((value) => {
          value.names[0]!.mentions[0]!.end += 1;
        }),
      ),
    /names\.0\.mentions\.0: expected offsets of/,
  ],
  [
    'JSON with a finding in no bead',
    () =>
      formats.json.read(
        seedJson((value) => {
          value.findings[0]!.beads[0]![1] = 99;
        }),
      ),
    /findings\.0\.beads\.0: expected a bead/,
  ],
])('%s is refused, with its place', (_, act, message) => {
  expect(act).toThrow(expect.objectContaining({ name: 'AlignmentError', code: 'FORMAT_INVALID', message: expect.stringMatching(message) }));
});

test('no reader takes anything but text, or text without end', () => {
  expect(() => formats.tmx.read(undefined as unknown as string)).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }));
  expect(() => formats.vecalign.read('\n'.repeat(100_000_001))).toThrow(expect.objectContaining({ code: 'TOO_LARGE' }));
});
