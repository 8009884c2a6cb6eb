/** The text of the main part of a Word document (WordprocessingML, ECMA-376), which is known by its namespace, not by its prefix. */
import { readXml } from './parse-markup.ts';

/** Namespaces of Word documents, transitional and strict, and of alternatives for older programs. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
]);
/** Copies for older programs, what was deleted or moved elsewhere, readings of characters, and how a paragraph looks. */
const skipped = new Set(['mc:Fallback', 'w:moveFrom', 'w:del', 'w:rt', 'w:pPr']);
/** Characters that are elements. */
const characters: ReadonlyMap<string, string> = new Map([
  ['w:tab', ' '],
  ['w:ptab', ' '],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
]);
/** Parts of a document that a paragraph does not reach across. */
const frames = new Set(['w:tc', 'w:txbxContent', 'w:body']);

/**
 * Paragraphs, each line of them a line; `undefined` for what is no Word document. Deleted text, comments and notes are left out; a paragraph whose mark
 * was deleted goes on in the next.
 *
 * @throws `TOO_LARGE` for elements hundreds deep.
 */
export function textOfWordMarkup(markup: string): string | undefined {
  const paragraphs: string[] = [];
  const open: number[] = []; // paragraphs that are not closed yet: one in a text box stands inside another
  const merged = new Set<number>(); // paragraphs whose mark was deleted
  let carried: number | undefined;
  let inSkipped = 0;
  let isDocument = false;
  const write = (text: string): void => {
    const at = open.at(-1);
    if (at !== undefined && inSkipped === 0) paragraphs[at] += text;
  };
  readXml(markup, prefixes, {
    onOpen(element, _, within) {
      if (element === 'w:body') isDocument = true;
      if (element === 'w:p') {
        open.push(carried ?? paragraphs.push('') - 1);
        carried = undefined;
      } else if (element === 'w:del' && within.at(-1) === 'w:rPr' && within.at(-2) === 'w:pPr') merged.add(open.at(-1) ?? -1);
      else write(characters.get(element) ?? '');
      if (skipped.has(element)) inSkipped++;
      if (frames.has(element)) carried = undefined;
    },
    onText(text, within) {
      if (within.at(-1) === 'w:t') write(text);
    },
    onClose(element) {
      if (skipped.has(element)) inSkipped--;
      if (element === 'w:p') {
        const closed = open.pop()!;
        carried = merged.delete(closed) ? closed : undefined;
      } else if (frames.has(element)) carried = undefined;
    },
  });
  if (!isDocument && paragraphs.length === 0) return undefined;
  return paragraphs
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.trim() !== '')
    .join('\n');
}
