import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { textOfFile } from '../../src/cli/read-inputs.ts';
import { encodeText } from '../support/encode-text.ts';

const chapter = (text: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p>${text}</p></body></html>`;
const container = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>';
const read = (parts: Record<string, string | Uint8Array>) =>
  textOfFile(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]))),
    'a.epub',
  );
const book = (hrefs: readonly string[], names: readonly string[], change = (markup: string) => markup) =>
  read({
    'META-INF/container.xml': change(container),
    'OEBPS/book.opf': change(
      `<package><manifest>${hrefs.map((href, i) => `<item id="i${i}" href="${href}"/>`).join('')}</manifest><spine>${hrefs.map((_, i) => `<itemref idref="i${i}"/>`).join('')}</spine></package>`,
    ),
    ...Object.fromEntries(names.map((name, i) => [`OEBPS/${name}`, chapter(`Chapter ${i}.`)])),
  });

test.each([
  ['as it stands', 'one.xhtml', 'one.xhtml'],
  ['decoded', 'a%20b.xhtml', 'a b.xhtml'],
  ['not decoded, where the archive has it so', 'a%20b.xhtml', 'a%20b.xhtml'],
  ['that is no address', '50%.xhtml', '50%.xhtml'],
  ['without its fragment', 'one.xhtml#top', 'one.xhtml'],
  ['with a fragment in its name', 'one#1.xhtml', 'one#1.xhtml'],
  ['decoded, without its fragment', 'a%20b.xhtml#x', 'a b.xhtml'],
  ['composed, where the archive has it decomposed', 'caf%C3%A9.xhtml', 'cafe\u0301.xhtml'],
  ['decomposed, where the archive has it composed', 'cafe\u0301.xhtml', 'café.xhtml'],
  ['in Hangul, decomposed', '가.xhtml', '가'.normalize('NFD').concat('.xhtml')],
  ['from the top of the archive', '/OEBPS/one.xhtml', 'one.xhtml'],
  ['without its query', 'one.xhtml?x=1', 'one.xhtml'],
  ['with the slashes of Windows', 'text\\one.xhtml', 'text/one.xhtml'],
  ['from another folder', '../OEBPS/./text/../one.xhtml', 'one.xhtml'],
])('an address %s is found', async (_, href, name) => {
  expect(await book(['zero.xhtml', href], ['zero.xhtml', name])).toBe('Chapter 0.\nChapter 1.');
});

test.each([
  [
    'a prefix',
    (markup: string) =>
      markup.replace(/(<\/?)(\w)/g, '$1opf:$2').replace('<opf:package', '<opf:package xmlns:opf="http://www.idpf.org/2007/opf"'),
  ],
  ['a namespace without prefix', (markup: string) => markup.replace('<package', '<package xmlns="http://www.idpf.org/2007/opf"')],
])('a package with %s is read', async (_, change) => {
  expect(await book(['a.xhtml', 'b.xhtml'], ['a.xhtml', 'b.xhtml'], change)).toBe('Chapter 0.\nChapter 1.');
});

test('a chapter is read in the encoding that it declares', async () => {
  const parts = {
    'META-INF/container.xml': container,
    'OEBPS/book.opf': '<package><item id="a" href="a.html"/><itemref idref="a"/></package>',
  };
  const markup = (head: string) => `${head}<html><body><p>渡船中午离开了港口。</p></body></html>`;
  for (const head of ['<?xml version="1.0" encoding="gb2312"?>', '<meta charset="gbk">'])
    expect(await read({ ...parts, 'OEBPS/a.html': encodeText(markup(head), 'gbk') })).toBe('渡船中午离开了港口。');
});

test('pictures in the order of reading, pages of contents and what is not in line are left out', async () => {
  const items = `<item id="c" href="c.svg" media-type="image/svg+xml"/><item id="n" href="n.xhtml" properties="scripted nav"/><item id="x" href="x.xhtml"/><item id="a" href="a.xhtml"/>`;
  const spine = '<itemref idref="c"/><itemref idref="n"/><itemref idref="x" linear="no"/><itemref idref="a"/>';
  const parts = { 'META-INF/container.xml': container, 'OEBPS/book.opf': `<package>${items}<spine>${spine}</spine></package>` };
  expect(
    await read({
      ...parts,
      'OEBPS/c.svg': '<svg/>',
      'OEBPS/n.xhtml': chapter('Contents.'),
      'OEBPS/x.xhtml': chapter('Notes.'),
      'OEBPS/a.xhtml': chapter('Text.'),
    }),
  ).toBe('Text.');
});

describe('a book is refused', () => {
  test.each([
    ['without chapters', () => book([], [])],
    ['with a chapter that is not there', () => book(['a.xhtml', 'b.xhtml'], ['a.xhtml'])],
    ['whose package is something else', () => read({ 'META-INF/container.xml': container, 'OEBPS/book.opf': '<workbook/>' })],
  ])('%s', async (_, make) => {
    await expect(make()).rejects.toThrow(expect.objectContaining({ code: 'FORMAT_INVALID' }) as never);
  });
});
