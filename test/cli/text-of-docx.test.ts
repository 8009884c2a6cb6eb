import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { textOfFile } from '../../src/cli/read-inputs.ts';

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = (target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r0" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string) => `<w:p>${inner}</w:p>`;
const document = (body: string, namespace = transitional) =>
  `<?xml version="1.0"?><w:document xmlns:w="${namespace}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${body}</w:body></w:document>`;
const read = (parts: Record<string, string>) =>
  textOfFile(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))), 'a.docx');
const readBody = (body: string) => read({ 'word/document.xml': document(body) });

describe('the document is found', () => {
  const body = paragraph(run('Found.'));
  test.each([
    ['where the archive says', 'word/document2.xml', 'word/document2.xml'],
    ['by an address from the root', '/word/document2.xml', 'word/document2.xml'],
    ['in a folder of another name', 'content/./main.xml', 'content/main.xml'],
  ])('%s', async (_, target, name) => {
    expect(await read({ '_rels/.rels': relations(target), [name]: document(body) })).toBe('Found.');
  });

  test('in its usual place where the archive does not say', async () => {
    expect(await read({ 'word/document.xml': document(body) })).toBe('Found.');
    expect(await read({ '_rels/.rels': '<Relationships/>', 'word/document.xml': document(body) })).toBe('Found.');
  });

  test.each([
    ['another prefix', (markup: string) => markup.replaceAll('w:', 'ns0:').replace('xmlns:w', 'xmlns:ns0')],
    ['no prefix', (markup: string) => markup.replaceAll('xmlns:w', 'xmlns').replace(/(<\/?)w:/g, '$1')],
    [
      'a prefix of its own each',
      (markup: string) => markup.replace('<w:p>', `<x:p xmlns:x="${transitional}">`).replace('</w:p>', '</x:p>'),
    ],
    ['the strict namespace', (markup: string) => markup.replace(transitional, 'http://purl.oclc.org/ooxml/wordprocessingml/main')],
    ['no declaration', (markup: string) => markup.replace(/ xmlns:\w+="[^"]*"/g, '')],
  ])('with %s', async (_, change) => {
    expect(await read({ 'word/document.xml': change(document(body + paragraph(run('Twice.')))) })).toBe('Found.\nTwice.');
  });

  test('paragraphs and texts of other namespaces are none of Word', async () => {
    const math = '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>';
    const drawing = '<a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:r><a:t>label</a:t></a:r></a:p>';
    expect(await readBody(paragraph(run('One ') + math + drawing + run('two.')))).toBe('One two.');
  });

  test.each([
    ['XML of something else', { 'word/document.xml': '<workbook><sheet/></workbook>' }],
    ['no part that the archive names', { '_rels/.rels': relations('word/gone.xml') }],
  ])('%s is refused', async (_, parts) => {
    await expect(read(parts as Record<string, string>)).rejects.toThrow(expect.objectContaining({ code: 'FORMAT_INVALID' }) as never);
  });

  test('a document without a word is empty', async () => {
    expect(await readBody('<w:p/><w:sectPr/>')).toBe('');
  });
});

test.each([
  ['a line break', `${run('One')}<w:r><w:br/></w:r>${run('two')}<w:r><w:cr/></w:r>${run('three')}`, 'One\ntwo\nthree'],
  [
    'a tab, a tab of a place, a hyphen that does not break',
    `<w:r><w:t>1</w:t><w:tab/><w:t>2</w:t><w:ptab/><w:t>3</w:t><w:noBreakHyphen/><w:t>4</w:t></w:r>`,
    '1 2 3-4',
  ],
  ['tab stops are no tabs', `<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('One.')}`, 'One.'],
  [
    'ruby',
    `<w:r><w:ruby><w:rubyPr/><w:rt>${run('わたし')}</w:rt><w:rubyBase>${run('私')}</w:rubyBase></w:ruby></w:r>${run('は行く。')}`,
    '私は行く。',
  ],
  [
    'deleted text with its breaks',
    `${run('One')}<w:del><w:r><w:delText>gone</w:delText><w:br/><w:tab/></w:r></w:del>${run(' two.')}`,
    'One two.',
  ],
  ['a footnote', `${run('One')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}`, 'One.'],
])('%s', async (_, inner, expected) => {
  expect(await readBody(paragraph(inner))).toBe(expected);
});

describe('a paragraph whose mark was deleted goes on in the next', () => {
  const deleted = '<w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>';
  const inserted = '<w:pPr><w:rPr><w:ins w:id="1" w:author="x"/></w:rPr></w:pPr>';
  test.each([
    ['once', paragraph(deleted + run('The ferry left ')) + paragraph(run('at noon.')), 'The ferry left at noon.'],
    [
      'twice',
      paragraph(deleted + run('The ')) + paragraph(deleted + run('ferry ')) + paragraph(run('left.')) + paragraph(run('So.')),
      'The ferry left.\nSo.',
    ],
    ['not when it was inserted', paragraph(inserted + run('One.')) + paragraph(run('Two.')), 'One.\nTwo.'],
    [
      'not into another cell',
      `<w:tbl><w:tr><w:tc>${paragraph(deleted + run('One.'))}</w:tc><w:tc>${paragraph(run('Two.'))}</w:tc></w:tr></w:tbl>`,
      'One.\nTwo.',
    ],
  ])('%s', async (_, body, expected) => {
    expect(await readBody(body)).toBe(expected);
  });
});
