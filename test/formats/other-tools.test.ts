/** Files as other tools write them, made by hand after their documentation and sources. */
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/formats/formats.ts';
import type { Alignment } from '../../src/types.ts';

const sentences = (alignment: Alignment) => alignment.documents.map((document) => document.sentences.map(({ text }) => text));
const beads = (alignment: Alignment) => alignment.pairs[0]!.beads.map(({ source, target }) => [source, target]);
const similarities = (alignment: Alignment) => alignment.pairs[0]!.beads.map(({ similarity }) => similarity);

describe('hunalign -text, ladder2text and LF Aligner', () => {
  const expected = [
    ['Satu.', 'Dua.', 'Tiga.'],
    ['One.', 'Two, three.', 'Four.'],
  ];
  const expectedBeads = [
    [
      [0, 1],
      [0, 1],
    ],
    [
      [1, 3],
      [1, 2],
    ],
    [
      [3, 3],
      [2, 3],
    ],
  ];
  test.each([
    ['text, source, target, number', 'Satu.\tOne.\t1.26667\nDua. ~~~ Tiga.\tTwo, three.\t-0.3\n\tFour.\t-0.1\n'],
    ['ladder2text, number, source, target', '1.26667\tSatu.\tOne.\n-0.3\tDua. ~~~ Tiga.\tTwo, three.\n-0.1\t\tFour.\n'],
    ['LF Aligner with a note', 'Satu.\tOne.\tdoc1\nDua. ~~~ Tiga.\tTwo, three.\tdoc1\n\tFour.\tdoc1\n'],
  ])('%s', (_, file) => {
    const read = formats.tsv.read(file);
    expect(sentences(read)).toEqual(expected);
    expect(beads(read)).toEqual(expectedBeads);
    expect(similarities(read)).toEqual([0, 0, 0]);
    expect(read.warnings).toEqual([
      { code: 'VALUES_DROPPED', message: expect.stringMatching(/^TSV: "(1.26667|doc1)" \(line 1\) is no similarity/) },
    ]);
  });

  test('numbers that may be similarities are kept as such, without a warning', () => {
    const read = formats.tsv.read('Satu.\tOne.\t0.5\nDua.\tTwo.\t-1\n');
    expect(similarities(read)).toEqual([0.5, -1]);
    expect(read.warnings).toEqual([]);
  });
});

test('TSV of numbers alone is source, target, number', () => {
  expect(sentences(formats.tsv.read('1\t2\t0.5\n3\t4\t0.6\n'))).toEqual([
    ['1', '3'],
    ['2', '4'],
  ]);
});

test('TMX as OmegaT exports it: another case of the language, an older version, inline codes, notes', () => {
  const read = formats.tmx.read(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="5.7" segtype="sentence" srclang="id-ID"/>
  <body>
<!-- Default translations -->
    <tu>
      <tuv xml:lang="ID-id">
        <seg>Satu <bpt i="0" x="0">&lt;f0&gt;</bpt>dua<ept i="0">&lt;/f0&gt;</ept>.</seg>
      </tuv>
      <tuv xml:lang="en-US" changeid="someone" changedate="20260425T100000Z">
        <note>checked</note>
        <seg>One two.</seg>
      </tuv>
    </tu>
<!-- Alternative translations -->
    <tu>
      <prop type="file">a.txt</prop>
      <tuv lang="id-ID"><seg>Tiga.</seg></tuv>
      <tuv lang="en-US"><seg>Three.</seg></tuv>
    </tu>
  </body>
</tmx>`);
  expect(sentences(read)).toEqual([
    ['Satu dua.', 'Tiga.'],
    ['One two.', 'Three.'],
  ]);
  expect(read.documents.map(({ language }) => language)).toEqual(['id-ID', 'en-US']);
});

test('lines of Bertalign and Vecalign, with and without a number', () => {
  const expected = [
    { source: [0], target: [0, 1] },
    { source: [1], target: [] },
  ];
  expect(formats.vecalign.read('[0]:[0, 1]\n[1]:[]\n')).toEqual(expected);
  expect(formats.vecalign.read('[0]:[0, 1]:0.236745\n[1]:[]:0.000000\n')).toEqual(expected);
});

describe('InterText', () => {
  const document = (...paragraphs: string[][]) =>
    `<?xml version='1.0' encoding='utf-8'?>\n<text>\n${paragraphs.map((list, p) => `<p id="${p + 1}">${list.map((text, s) => `<s id="${p + 1}:${s + 1}">${text}</s>`).join('\n')}</p>`).join('\n')}\n</text>\n`;
  const files = {
    source: document(['Satu.', 'Dua.', 'Tiga.'], ['Empat.']),
    target: document(['One.', 'Three.'], ['Two.', 'Four.']),
    alignment: `<?xml version='1.0' encoding='utf-8'?>
<linkGrp toDoc='corpus.en.xml' fromDoc='corpus.id.xml'>
<link type='1-2' xtargets='1:1;1:1 1:3' status='man' mark='1'/>
<link type='1-1' xtargets='2:1;1:2' status='man'/>
<link type='2-1' xtargets='1:2 2:2;2:1' status='auto'/>
</linkGrp>`,
  };

  test('gaps and crossings of hand-made links survive as index lists', () => {
    expect(formats.intertext.readBeads(files)).toEqual([
      { source: [0, 2], target: [0] },
      { source: [1], target: [2] },
      { source: [3], target: [1, 3] },
    ]);
  });

  test('in an alignment a gap is closed, and crossing beads make the pair comparable', () => {
    const read = formats.intertext.read(files);
    expect(read.pairs[0]!.relation).toBe('comparable');
    expect(beads(read)[0]).toEqual([
      [0, 3],
      [0, 1],
    ]);
  });
});
