import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readInputs } from '../../src/cli/read-inputs.ts';
import { memoryIo } from './support/memory-io.ts';

const docx = zipSync({
  'word/document.xml': strToU8(
    '<w:document><w:body><w:p><w:r><w:t>One </w:t></w:r><w:r><w:t xml:space="preserve">&amp; two.</w:t></w:r></w:p><w:p/><w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>Three</w:t><w:tab/><w:t>four.</w:t></w:r></w:p></w:body></w:document>',
  ),
  'word/media/image.png': new Uint8Array([1, 2, 3]),
});
const epub = zipSync({
  'META-INF/container.xml': strToU8('<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'),
  'OEBPS/book.opf': strToU8(
    '<package><manifest><item id="nav" href="nav.xhtml" properties="nav"/><item id="b" href="b%20b.xhtml"/><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/></spine></package>',
  ),
  'OEBPS/nav.xhtml': strToU8('<html><body><p>Contents</p></body></html>'),
  'OEBPS/a.xhtml': strToU8('<html><body><p>First chapter.</p></body></html>'),
  'OEBPS/b b.xhtml': strToU8('<html><body><p>Second chapter.</p></body></html>'),
});

test('a .docx is read once: no text of copies for old programs, of moves and of fields', async () => {
  const text = (value: string) => `<w:r><w:t>${value}</w:t></w:r>`;
  const box = (value: string) => `<w:txbxContent><w:p>${text(value)}</w:p></w:txbxContent>`;
  const alternatives = `<mc:AlternateContent><mc:Choice>${box('In a box.')}</mc:Choice><mc:Fallback>${box('In a box.')}</mc:Fallback></mc:AlternateContent>`;
  const body = `<w:p>${text('Before')}<w:r>${alternatives}</w:r>${text(' and after.')}</w:p><w:p><w:moveFrom>${text('Moved.')}</w:moveFrom></w:p><w:p><w:moveTo>${text('Moved.')}</w:moveTo><w:r><w:instrText>PAGE</w:instrText></w:r></w:p><w:p><w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r></w:p>`;
  const bytes = zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) });
  const [document] = await readInputs(['a.docx'], {}, memoryIo({ 'a.docx': bytes }));
  expect(document!.text).toBe('Before and after.\nIn a box.\nMoved.\nco-op');
});

test('marks of emphasis by the thousand in one paragraph of a .md are characters; in others they are marks', async () => {
  const many = '**a'.repeat(3_000);
  const [document] = await readInputs(['a.md'], {}, memoryIo({ 'a.md': `Some *text*.\n\n${many}\n\nMore **text**.\n` }));
  expect(document!.text).toBe(`Some text.\n${many}\nMore text.`);
});

describe('a file becomes text', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['a.txt', 'Plain <b>text</b>.\r\n', 'Plain <b>text</b>.\r\n'],
    ['a', 'No extension.', 'No extension.'],
    ['a.md', '---\ntitle: x\n---\n# Head\n\nSome *text* with a [link](http://x.y).\n\n- item\n', 'Head\nSome text with a link.\nitem'],
    ['a.html', '<article><p>A paragraph that is long enough to count.</p></article>', 'A paragraph that is long enough to count.'],
    ['a.docx', docx, 'One & two.\nThree four.'],
    ['a.epub', epub, 'First chapter.\nSecond chapter.'],
  ])('%s', async (path, content, expected) => {
    expect(await readInputs([path], {}, memoryIo({ [path]: content }))).toEqual([{ id: 'a', text: expected }]);
  });

  test('standard input', async () => {
    expect(await readInputs(['-'], {}, memoryIo({}, { stdin: 'Text.' }))).toEqual([{ id: 'stdin', text: 'Text.' }]);
  });

  test('JSON with what is known about it', async () => {
    const documents = [{ id: 'x', text: 'A.', url: 'https://x.y/', date: '2026-01-01' }, { sentences: ['B.'] }];
    expect(await readInputs(['d.json'], {}, memoryIo({ 'd.json': JSON.stringify(documents) }))).toEqual(documents);
  });
});

test('an id is the file name, or the path where two names are the same', async () => {
  const io = memoryIo({ 'a/x.txt': '1', 'b/x.md': '2', 'c.tar.txt': '3' });
  expect((await readInputs(['a/x.txt', 'b/x.md', 'c.tar.txt'], {}, io)).map(({ id }) => id)).toEqual(['a/x.txt', 'b/x.md', 'c.tar']);
});

test('a language is given to its file', async () => {
  const read = await readInputs(['a.txt', 'b=c.txt'], { language: ['b=c.txt=id'] }, memoryIo({ 'a.txt': '1', 'b=c.txt': '2' }));
  expect(read.map(({ language }) => language)).toEqual([undefined, 'id']);
});

test.each<[string, string[], Record<string, string | Uint8Array>, object, object]>([
  ['a file that is not there', ['gone.txt'], {}, {}, { message: 'cannot read gone.txt: there is no such file' }],
  ['bytes that are not UTF-8', ['a.txt'], { 'a.txt': new Uint8Array([0xd6, 0xd0]) }, {}, { code: 'NOT_TEXT' }],
  ['an encoding that nobody knows', ['a.txt'], { 'a.txt': 'x' }, { encoding: ['klingon'] }, { name: 'UsageError' }],
  ['an encoding for no file', ['a.txt'], { 'a.txt': 'x' }, { encoding: ['b.txt=gbk'] }, { name: 'UsageError' }],
  ['a language for no file', ['a.txt'], { 'a.txt': 'x' }, { language: ['b.txt=en'] }, { name: 'UsageError' }],
  ['a language without its file', ['a.txt'], { 'a.txt': 'x' }, { language: ['en'] }, { name: 'UsageError' }],
  ['standard input twice', ['-', '-'], {}, {}, { name: 'UsageError' }],
  ['a .docx that is no archive', ['a.docx'], { 'a.docx': 'x' }, {}, { code: 'FORMAT_INVALID' }],
  ['a .docx without a text', ['a.docx'], { 'a.docx': zipSync({ 'x.xml': strToU8('x') }) }, {}, { code: 'FORMAT_INVALID' }],
  ['an .epub without a container', ['a.epub'], { 'a.epub': zipSync({ 'x.xml': strToU8('x') }) }, {}, { code: 'FORMAT_INVALID' }],
  ['JSON that is none', ['a.json'], { 'a.json': '{' }, {}, { code: 'FORMAT_INVALID' }],
  ['JSON of something else', ['a.json'], { 'a.json': '[1]' }, {}, { code: 'FORMAT_INVALID' }],
])('%s is refused', async (_, paths, files, options, error) => {
  await expect(readInputs(paths, options, memoryIo(files))).rejects.toThrow(expect.objectContaining(error));
});
