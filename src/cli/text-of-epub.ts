/** The text of EPUB books: zip archives of pages. */
import { posix } from 'node:path';
import { DomUtils } from 'htmlparser2';
import { AlignmentError } from '../index.ts';
import { metaCharset } from './meta-charset.ts';
import { localName, parseMarkup } from './parse-markup.ts';
import { openZip, partOf } from './read-zip.ts';
import { textOfFragment } from './text-of-html.ts';

/**
 * Text of an .epub: its chapters in reading order.
 *
 * @throws {@link AlignmentError} `FORMAT_INVALID` for what is no archive, names no chapters, or names some that it does not hold.
 */
export function textOfEpub(bytes: Uint8Array, path: string, maxBytes: number): string {
  const read = openZip(bytes, path, maxBytes);
  const container = parseMarkup(partOf(read, path, ['META-INF/container.xml']).text, { xmlMode: true });
  const packagePath = elements(container, 'rootfile')[0]?.attribs['full-path'] ?? '';
  const { name: packageName, text } = partOf(read, path, addresses(packagePath));
  const book = parseMarkup(text, { xmlMode: true });
  const items = new Map(elements(book, 'item').map(({ attribs }) => [attribs.id, attribs]));
  const order = elements(book, 'itemref');
  if (order.length === 0) throw new AlignmentError('FORMAT_INVALID', `${path}: ${JSON.stringify(packageName)} names no chapters`);

  const seen = new Set<string>();
  const chapters = order.flatMap(({ attribs }) => {
    const item = items.get(attribs.idref);
    if (!item?.href || attribs.linear === 'no' || item.properties?.split(/\s+/).includes('nav')) return [];
    if (item['media-type']?.startsWith('image/')) return [];
    const candidates = addresses(item.href).map((href) =>
      posix.join(href.startsWith('/') ? '' : posix.dirname(packageName), href).replace(/^\//, ''),
    );
    const chapter = partOf(read, path, candidates, metaCharset);
    // a book that has one chapter a million times is small only as long as it is packed
    if (seen.has(chapter.name))
      throw new AlignmentError('FORMAT_INVALID', `${path} has ${JSON.stringify(chapter.name)} twice in its reading order`);
    seen.add(chapter.name);
    return [textOfFragment(chapter.text, { recognizeSelfClosing: true })];
  });
  return chapters.filter(Boolean).join('\n');
}

/** What an address may mean in an archive, as readers of books try it: the name itself, then decoded, then both without query and fragment, then with the slashes of Windows turned. */
function addresses(href: string): string[] {
  const [plain = ''] = href.split(/[#?]/);
  return [...new Set([href, decoded(href), plain, decoded(plain), plain.replaceAll('\\', '/')])];
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href; // `50%.xhtml` is a name, if no address
  }
}

function elements(document: ReturnType<typeof parseMarkup>, name: string) {
  return DomUtils.getElementsByTagName((written) => localName(written) === name, document.children);
}
