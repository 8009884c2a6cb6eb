/** XML and pages made to expand, to read files, to nest without end, or to become part of a prototype. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { textOfFile } from '../../src/cli/read-inputs.ts';
import { formats } from '../../src/index.ts';

const refused = (code: string) => expect.objectContaining({ code });
const lol = Array.from({ length: 12 }, (_, k) => `<!ENTITY l${k} "${k === 0 ? 'lol' : `&l${k - 1};`.repeat(10)}">`).join('');

/** Documents that a parser with entities would blow up on, or fetch something for. */
const entities: readonly (readonly [name: string, doctype: string])[] = [
  ['a billion laughs', `<!DOCTYPE x [${lol}]>`],
  ['an entity that names itself', '<!DOCTYPE x [<!ENTITY l11 "&l11;">]>'],
  ['a file', '<!DOCTYPE x [<!ENTITY l11 SYSTEM "file:///etc/passwd">]>'],
  ['an address', '<!DOCTYPE x [<!ENTITY l11 SYSTEM "http://127.0.0.1:9/">]>'],
  ['a parameter entity', '<!DOCTYPE x [<!ENTITY % p "<!ENTITY l11 \'x\'>"> %p;]>'],
  ['a subset after a quoted bracket', '<!DOCTYPE x SYSTEM "a>b[" [<!ENTITY l11 "x">]>'],
  ['a subset behind a public name', '<!DOCTYPE x PUBLIC "-//a>//" "b" [<!ENTITY l11 "x">]>'],
  ['a lower-case doctype', '<!doctype x [<!ENTITY l11 "x">]>'],
  ['no declaration at all', ''],
];
const readers: readonly (readonly [name: string, read: (doctype: string, text: string) => unknown])[] = [
  [
    'tmx',
    (doctype, text) =>
      formats.tmx.read(
        `${doctype}<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>${text}</seg></tuv><tuv xml:lang="de"><seg>y</seg></tuv></tu></body></tmx>`,
      ),
  ],
  [
    'xliff',
    (doctype, text) =>
      formats.xliff.read(
        `${doctype}<xliff version="2.0" srcLang="en"><file id="f"><unit id="u"><segment><source>${text}</source></segment></unit></file></xliff>`,
      ),
  ],
  [
    'xliff 1.2',
    (doctype, text) =>
      formats.xliff.read(
        `${doctype}<xliff version="1.2"><file source-language="en"><body><trans-unit id="u"><source>${text}</source></trans-unit></body></file></xliff>`,
      ),
  ],
  [
    'intertext',
    (doctype, text) =>
      formats.intertext.read({
        source: `${doctype}<t><s id="1">${text}</s></t>`,
        target: '<t><s id="1">y</s></t>',
        alignment: '<linkGrp><link xtargets="1;1"/></linkGrp>',
      }),
  ],
];

describe.each(readers)('%s', (_, read) => {
  test.each(entities)('an entity of %s is refused', (_, doctype) => {
    expect(() => read(doctype, '&l11;')).toThrow(refused('FORMAT_INVALID') as never);
  });

  test('entities of XML itself and numbers are read', () => {
    expect(JSON.stringify(read('', '&lt;&#65;&#x42;&amp;'))).toContain('<AB&');
  });

  test.each(['&#0;', '&#xD800;', '&#x110000;', '&#99999999999999999999;', '&nbsp;'])('%s is refused', (reference) => {
    expect(() => read('', reference)).toThrow(refused('FORMAT_INVALID') as never);
  });

  test('elements within one another without end are refused', () => {
    expect(() => read('', '<a>'.repeat(5000) + '</a>'.repeat(5000))).toThrow(refused('FORMAT_INVALID') as never);
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'an element and an attribute called %s change no prototype',
    (name) => {
      const before = Object.getOwnPropertyNames(Object.prototype).length;
      try {
        read('', `x<${name} ${name}="y" polluted="y">z</${name}>`);
      } catch (error) {
        expect(error).toEqual(refused('FORMAT_INVALID'));
      }
      expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
      expect(({} as { polluted?: string }).polluted).toBeUndefined();
    },
  );
});

describe('pages and documents', () => {
  const docx = (inner: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(inner) });
  const epub = (inner: string): Uint8Array =>
    zipSync({
      'META-INF/container.xml': strToU8('<container><rootfile full-path="b.opf"/></container>'),
      'b.opf': strToU8('<package><item id="a" href="a.html"/><itemref idref="a"/></package>'),
      'a.html': strToU8(inner),
    });

  test.each(entities)('an entity of %s stays what it is in a .docx and an .epub', async (_, doctype) => {
    expect(await textOfFile(docx(`${doctype}<w:document><w:p><w:t>a&l11;b</w:t></w:p></w:document>`), 'a.docx')).toBe('a&l11;b');
    expect(await textOfFile(epub(`${doctype}<html><body><p>a&l11;b</p></body></html>`), 'a.epub')).toContain('a&l11;b');
  });

  test.each([
    ['a.html', (depth: number) => strToU8('<div>'.repeat(depth))],
    ['a.md', (depth: number) => strToU8('<i>'.repeat(depth))],
    ['a.md', (depth: number) => strToU8('>'.repeat(depth))],
    ['a.docx', (depth: number) => docx('<w:p>'.repeat(depth))],
    ['a.epub', (depth: number) => epub('<div>'.repeat(depth))],
  ])('%s with fifty thousand elements within one another is refused', async (name, make) => {
    await expect(textOfFile(make(50_000), name)).rejects.toEqual(refused('TOO_LARGE'));
  });

  test('a page of half a million elements is refused, one of ten thousand is read', async () => {
    await expect(textOfFile(strToU8('<p>x</p>'.repeat(500_000)), 'a.html')).rejects.toEqual(refused('TOO_LARGE'));
    expect((await textOfFile(strToU8('<p>Words of a page.</p>'.repeat(10_000)), 'a.html')).split('\n')).toHaveLength(10_000);
  });

  test('a text box inside a paragraph is a paragraph of its own, once', async () => {
    const inner =
      '<w:document><w:p><w:t>Outer</w:t><w:txbxContent><w:p><w:t>Box</w:t></w:p></w:txbxContent><w:t> end</w:t></w:p></w:document>';
    expect(await textOfFile(docx(inner), 'a.docx')).toBe('Outer end\nBox');
  });
});

describe('json', () => {
  test('fields of prototypes are dropped or refused', () => {
    const text = formats.json
      .write(formats.tsv.read('a\tb\n'))
      .replace('"documents"', '"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "documents"');
    expect(Object.keys(formats.json.read(text))).not.toContain('__proto__');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('lists within one another without end are refused', () => {
    expect(() => formats.json.read('['.repeat(200_000))).toThrow(refused('FORMAT_INVALID') as never);
    expect(() => formats.json.read(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)).toThrow(refused('FORMAT_INVALID') as never);
  });
});
