/** XLIFF 1.2 as translation tools write it, made by hand after their documentation and sources. */
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/formats/formats.ts';

const file = (units: string, attributes = 'source-language="en-US" target-language="es-ES"') =>
  `<file original="a" datatype="plaintext" ${attributes}><body>${units}</body></file>`;
const xliff = (files: string, root = 'version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"') =>
  `<?xml version="1.0"?><xliff ${root}>${files}</xliff>`;
const unit = (source: string, target?: string, rest = '') =>
  `<trans-unit id="1"${rest}><source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}</trans-unit>`;
const texts = (text: string, options?: { source?: string; target?: string }) => {
  const { documents, pairs } = formats.xliff.read(text, options);
  return pairs[0]!.beads.map((bead) =>
    [documents[0]!.sentences.slice(...bead.source), documents[1]!.sentences.slice(...bead.target)].map((side) =>
      side.map((sentence) => sentence.text).join('|'),
    ),
  );
};

test.each<[string, string, string[][]]>([
  [
    'OmegaT and Weblate: a unit each',
    file(unit('The ferry left.', 'El ferry salió.') + unit('Nobody spoke.', 'Nadie habló.')),
    [
      ['The ferry left.', 'El ferry salió.'],
      ['Nobody spoke.', 'Nadie habló.'],
    ],
  ],
  [
    'Trados: segments marked inside a unit, in a group, beside what is its own',
    file(
      `<group><sdl:cxts xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><sdl:cxt id="1"/></sdl:cxts><trans-unit id="1"><source>One. Two.</source><seg-source><g id="5"><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk></g></seg-source><target><g id="5"><mrk mtype="seg" mid="1">Uno.</mrk> <mrk mtype="seg" mid="2">Dos.</mrk></g></target><sdl:seg-defs xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><sdl:seg id="1" conf="Translated"/></sdl:seg-defs></trans-unit></group>`,
    ),
    [
      ['One.', 'Uno.'],
      ['Two.', 'Dos.'],
    ],
  ],
  [
    'memoQ: segments of which one is not translated yet',
    file(
      '<trans-unit id="1" mq:status="x" xmlns:mq="MQXliff"><source>One. Two.</source><seg-source><mrk mtype="seg" mid="0">One.</mrk><mrk mtype="seg" mid="1">Two.</mrk></seg-source><target><mrk mtype="seg" mid="0">Uno.</mrk><mrk mtype="seg" mid="1"/></target></trans-unit>',
    ),
    [
      ['One.', 'Uno.'],
      ['Two.', ''],
    ],
  ],
  [
    'segments marked in the source, whole target',
    file(
      '<trans-unit id="1"><source>One. Two.</source><seg-source><mrk mtype="seg" mid="0">One.</mrk><mrk mtype="seg" mid="1">Two.</mrk></seg-source><target>Uno y dos.</target></trans-unit>',
    ),
    [['One. Two.', 'Uno y dos.']],
  ],
  [
    'Angular: placeholders, and a line break',
    file(
      unit('Hello<x id="LINE_BREAK" ctype="lb" equiv-text="&lt;br&gt;"/><x id="NAME"/>friend', 'Hola <x id="NAME"/>amigo'),
      'source-language="en" target-language="es"',
    ),
    [['Hello\nfriend', 'Hola amigo']],
  ],
  [
    'Okapi: codes in pairs, isolated, highlighted',
    file(
      unit(
        '<bpt id="1">&lt;b&gt;</bpt>One<ept id="1">&lt;/b&gt;</ept> <it id="2" pos="open">[</it><mrk mtype="x-term">two</mrk><ph id="3">%s</ph>.',
        'Uno <g id="1">dos</g>.',
      ),
    ),
    [['One two.', 'Uno dos.']],
  ],
  [
    'translate-toolkit: the header of a PO file, and what is not translated',
    xliffOfPo(),
    [
      ['One.', 'Uno.'],
      ['Two.', ''],
    ],
  ],
  [
    'alternatives of a unit are no translations',
    file(
      unit('One.', 'Uno.').replace(
        '</trans-unit>',
        '<alt-trans><source>One!</source><target>¡Uno!</target></alt-trans><note>x</note></trans-unit>',
      ),
    ),
    [['One.', 'Uno.']],
  ],
  [
    'two files of the same languages',
    file(unit('One.', 'Uno.')) + file(unit('Two.', 'Dos.')),
    [
      ['One.', 'Uno.'],
      ['Two.', 'Dos.'],
    ],
  ],
])('%s', (_, files, expected) => {
  expect(texts(xliff(files))).toEqual(expected);
});

function xliffOfPo(): string {
  return file(
    unit('Content-Type: text/plain', 'Content-Type: text/plain', ' restype="x-gettext-domain-header" approved="no"') +
      unit('One.', 'Uno.', ' approved="yes"') +
      unit('Two.', ''),
  );
}

describe('versions and prefixes', () => {
  const inner = file(unit('One.', 'Uno.'));
  test.each([
    ['1.0, without a namespace', xliff(inner, 'version="1.0"')],
    ['1.1', xliff(inner, 'version="1.1" xmlns="urn:oasis:names:tc:xliff:document:1.1"')],
    [
      '1.2 with a prefix',
      xliff(inner.replace(/(<\/?)([a-z])/g, '$1xlf:$2'), 'version="1.2" xmlns:xlf="urn:oasis:names:tc:xliff:document:1.2"').replace(
        /(<\/?)xliff/g,
        '$1xlf:xliff',
      ),
    ],
    [
      '2.0 with a prefix',
      '<n:xliff xmlns:n="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="es"><n:file id="f"><n:unit id="u"><n:segment><n:source>One.</n:source><n:target>Uno.</n:target></n:segment></n:unit></n:file></n:xliff>',
    ],
    [
      '2.2',
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.2" version="2.2" srcLang="en" trgLang="es"><file id="f"><unit id="u"><segment><source>One.</source><target>Uno.</target></segment></unit></file></xliff>',
    ],
  ])('%s', (_, text) => {
    expect(texts(text)).toEqual([['One.', 'Uno.']]);
  });

  test('our metadata is known under any prefix', () => {
    const alignment = formats.xliff.read(xliff(inner));
    const text = formats.xliff.write(alignment).replaceAll('mda:', 'x:').replace('xmlns:mda', 'xmlns:x');
    expect(formats.xliff.read(text).documents.map(({ id }) => id)).toEqual(['source', 'target']);
  });
});

describe('languages', () => {
  const two = xliff(file(unit('One.', 'Uno.')) + file(unit('One.', 'Un.'), 'source-language="en-US" target-language="fr_FR"'));
  test('a tag is put right', () => {
    const read = formats.xliff.read(xliff(file(unit('One.', '一。'), 'source-language="EN_us" target-language="zh_hant_tw"')));
    expect(read.documents.map(({ language }) => language)).toEqual(['en-US', 'zh-Hant-TW']);
  });

  test.each([
    [{ target: 'fr' }, [['One.', 'Un.']], ['en-US', 'fr-FR']],
    [{ source: 'en', target: 'es-ES' }, [['One.', 'Uno.']], ['en-US', 'es-ES']],
    [{ source: 'fr', target: 'en' }, [['Un.', 'One.']], ['fr-FR', 'en-US']],
  ])('%j chooses among files', (options, expected, languages) => {
    expect(texts(two, options)).toEqual(expected);
    expect(formats.xliff.read(two, options).documents.map(({ language }) => language)).toEqual(languages);
  });

  test('several pairs of which none is named are refused', () => {
    expect(() => formats.xliff.read(two)).toThrow(
      expect.objectContaining({
        code: 'OPTION_INVALID',
        message: 'XLIFF: holds en-US to es-ES, en-US to fr-FR: name one pair of languages with `source` and `target`',
      }) as never,
    );
    expect(() => formats.xliff.read(two, { target: 'de' })).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }) as never);
  });

  test('a target language that the file does not say may be said', () => {
    const open = xliff(file(unit('One.', 'Uno.'), 'source-language="en"'));
    expect(formats.xliff.read(open, { target: 'es' }).documents.map(({ language }) => language)).toEqual(['en', 'es']);
    expect(formats.xliff.read(open).documents.map(({ language }) => language)).toEqual(['en', 'und']);
  });
});

test('a version that is none is refused by the writer', () => {
  const alignment = formats.xliff.read(xliff(file(unit('One.', 'Uno.'))));
  expect(() => formats.xliff.write(alignment, { version: '1.1' as never })).toThrow(
    expect.objectContaining({ code: 'OPTION_INVALID' }) as never,
  );
});
