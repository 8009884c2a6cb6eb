/** The text of Word documents and EPUB books: zip archives of XML. Nothing is unpacked to disk, and what unpacks to too much is refused. */
import { posix } from 'node:path';
import { DomUtils, Parser } from 'htmlparser2';
import { AlignmentError } from '../index.ts';
import { decodeText } from './decode-text.ts';
import { checkNesting, parseMarkup } from './parse-markup.ts';
import { openZip, type ReadEntry } from './read-zip.ts';
import { textOfFragment } from './text-of-html.ts';

/** Copies for programs that do not know a newer element, and what was moved elsewhere: their text stands in the document a second time. */
const copies = new Set(['mc:Fallback', 'w:moveFrom']);
/** Characters that are elements. */
const characters: Readonly<Record<string, string>> = { 'w:tab': ' ', 'w:br': ' ', 'w:cr': ' ', 'w:noBreakHyphen': '-' };

/** Text of a .docx: its paragraphs, one a line. Deleted text, comments and notes are left out. */
export function textOfDocx(bytes: Uint8Array, path: string, maxBytes: number): string {
  const markup = part(openZip(bytes, path, maxBytes), path, 'word/document.xml');
  const paragraphs: string[] = [];
  const open: number[] = []; // paragraphs that are not closed yet: one in a text box stands inside another
  let depth = 0;
  let inText = 0;
  let inCopy = 0;
  const write = (text: string): void => {
    const at = open.at(-1);
    if (at !== undefined && inCopy === 0) paragraphs[at] += text;
  };
  const parser = new Parser(
    {
      onopentagname(name) {
        checkNesting(++depth);
        if (name === 'w:p') open.push(paragraphs.push('') - 1);
        else if (name === 'w:t') inText++;
        else if (copies.has(name)) inCopy++;
        else if (Object.hasOwn(characters, name)) write(characters[name]!);
      },
      ontext(text) {
        if (inText > 0) write(text);
      },
      onclosetag(name) {
        depth--;
        if (name === 'w:p') open.pop();
        else if (name === 'w:t') inText--;
        else if (copies.has(name)) inCopy--;
      },
    },
    { xmlMode: true },
  );
  parser.end(markup);
  return paragraphs.filter((text) => text.trim() !== '').join('\n');
}

/** Text of an .epub: its chapters in reading order. */
export function textOfEpub(bytes: Uint8Array, path: string, maxBytes: number): string {
  const read = openZip(bytes, path, maxBytes);
  const container = parseMarkup(part(read, path, 'META-INF/container.xml'), { xmlMode: true });
  const packagePath = DomUtils.getElementsByTagName('rootfile', container.children)[0]?.attribs['full-path'] ?? '';
  const book = parseMarkup(part(read, path, packagePath), { xmlMode: true });
  const items = new Map(DomUtils.getElementsByTagName('item', book.children).map(({ attribs }) => [attribs.id, attribs]));
  const seen = new Set<string>();
  const chapters = DomUtils.getElementsByTagName('itemref', book.children).flatMap(({ attribs }) => {
    const item = items.get(attribs.idref);
    if (!item?.href || attribs.linear === 'no' || item.properties?.split(' ').includes('nav')) return [];
    const name = posix.join(posix.dirname(packagePath), decodeHref(item.href, path));
    // a book that has one chapter a million times is small only as long as it is packed
    if (seen.has(name)) throw new AlignmentError('FORMAT_INVALID', `${path} has ${JSON.stringify(name)} twice in its reading order`);
    seen.add(name);
    return [textOfFragment(part(read, path, name))];
  });
  return chapters.filter(Boolean).join('\n');
}

function decodeHref(href: string, path: string): string {
  try {
    return decodeURIComponent(href);
  } catch (cause) {
    throw new AlignmentError('FORMAT_INVALID', `${path} names a chapter ${JSON.stringify(href.slice(0, 80))}, which is no address`, {
      cause,
    });
  }
}

function part(read: ReadEntry, path: string, name: string): string {
  const bytes = read(name);
  if (!bytes) throw new AlignmentError('FORMAT_INVALID', `${path} holds no ${JSON.stringify(name.slice(0, 200))}`);
  return decodeText(bytes, `${path}, ${name.slice(0, 200)}`);
}
