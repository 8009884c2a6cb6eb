/** The text of Word documents and EPUB books: zip archives of XML. Nothing is unpacked to disk, and what unpacks to too much is refused. */
import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { DomUtils, parseDocument } from 'htmlparser2';
import { AlignmentError } from '../index.ts';
import { textOfFragment } from './text-of-html.ts';

const largestPart = 100_000_000;

/** Text of a .docx: its paragraphs, one a line. Deleted text, comments and notes are left out. */
export function textOfDocx(bytes: Uint8Array, path: string): string {
  const parts = unpack(bytes, path, (name) => name === 'word/document.xml');
  const body = xml(parts['word/document.xml'], path, 'word/document.xml');
  const paragraphs = DomUtils.getElementsByTagName('w:p', body.children);
  return paragraphs
    .map((paragraph) =>
      DomUtils.findAll((element) => ['w:t', 'w:tab', 'w:br'].includes(element.name), paragraph.children)
        .map((element) => (element.name === 'w:t' ? DomUtils.textContent(element) : ' '))
        .join(''),
    )
    .filter((text) => text.trim() !== '')
    .join('\n');
}

/** Text of an .epub: its chapters in reading order. */
export function textOfEpub(bytes: Uint8Array, path: string): string {
  const parts = unpack(bytes, path, (name) => /\.(opf|x?html?|xml)$/i.test(name));
  const container = xml(parts['META-INF/container.xml'], path, 'META-INF/container.xml');
  const packagePath = DomUtils.getElementsByTagName('rootfile', container.children)[0]?.attribs['full-path'] ?? '';
  const book = xml(parts[packagePath], path, packagePath || 'a package file');
  const items = new Map(DomUtils.getElementsByTagName('item', book.children).map(({ attribs }) => [attribs.id, attribs]));
  const chapters = DomUtils.getElementsByTagName('itemref', book.children).flatMap(({ attribs }) => {
    const item = items.get(attribs.idref);
    if (!item?.href || attribs.linear === 'no' || item.properties?.split(' ').includes('nav')) return [];
    const name = posix.join(posix.dirname(packagePath), decodeURIComponent(item.href));
    return [textOfFragment(decode(part(parts[name], path, name)))];
  });
  return chapters.filter(Boolean).join('\n');
}

function unpack(bytes: Uint8Array, path: string, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        total += originalSize;
        if (total > largestPart) throw new AlignmentError('TOO_LARGE', `${path} unpacks to more than ${largestPart} bytes`);
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof AlignmentError) throw cause;
    throw new AlignmentError('FORMAT_INVALID', `${path} is not a whole zip archive`, { cause });
  }
}

function part(bytes: Uint8Array | undefined, path: string, name: string): Uint8Array {
  if (!bytes) throw new AlignmentError('FORMAT_INVALID', `${path} holds no ${name}`);
  return bytes;
}

function xml(bytes: Uint8Array | undefined, path: string, name: string) {
  return parseDocument(decode(part(bytes, path, name)), { xmlMode: true });
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
