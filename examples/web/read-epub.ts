/** The text of an EPUB book: a zip archive of pages, with a list that says in which order they are read. */
import { textOfFragment } from '../../src/cli/text-of-html.ts';

/** The chapters in reading order, as text; `undefined` for what names no chapters. `entries` are the files of the archive, decoded. */
export function textOfEpub(entries: ReadonlyMap<string, string>): string | undefined {
  const packagePath = elementsOf(entries.get('META-INF/container.xml'), 'rootfile')[0]?.getAttribute('full-path') ?? '';
  const book = entries.get(packagePath);
  const hrefs = new Map(elementsOf(book, 'item').map((item) => [item.getAttribute('id'), item.getAttribute('href') ?? '']));
  const order = elementsOf(book, 'itemref').filter((item) => item.getAttribute('linear') !== 'no');
  const chapters = order.flatMap((item) => {
    const { pathname } = new URL(hrefs.get(item.getAttribute('idref')) ?? '', `file:///${packagePath}`);
    return entries.get(decodeURIComponent(pathname).slice(1)) ?? [];
  });
  if (chapters.length === 0) return undefined;
  return chapters.map((chapter) => textOfFragment(chapter, { recognizeSelfClosing: true })).join('\n');
}

function elementsOf(markup: string | undefined, name: string): Element[] {
  return markup === undefined ? [] : [...new DOMParser().parseFromString(markup, 'application/xml').getElementsByTagNameNS('*', name)];
}
