/** Files that hold text but are not read: what they are, by their first bytes, and what to do instead. */
import { extname } from 'node:path';
import { AlignmentError } from '../index.ts';

const asDocx = 'open it in a word processor and save it as .docx or as text';
const kinds: readonly (readonly [what: string, start: string, advice: string])[] = [
  ['a PDF', '%PDF-', 'save its text as .txt, for example with pdftotext, or copy it out'],
  ['a document of old Word or Office (.doc, .xls, .ppt)', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', asDocx],
  ['an RTF document', '{\\rtf', asDocx],
  ['a zip archive: an .odt, .pages or .zip, say, under another name', 'PK\x03\x04', 'unpack it, or save the document in it as .docx'],
  ['a gzip archive', '\x1f\x8b', 'unpack it first'],
  ['a picture', '\x89PNG', 'its text has to be recognised first'],
  ['a picture', '\xff\xd8\xff', 'its text has to be recognised first'],
];
const byName: Readonly<Record<string, number>> = { '.pdf': 0, '.doc': 1, '.rtf': 2 };

/** @throws {@link AlignmentError} `NOT_TEXT` for a file that would be taken for plain text and is none. */
export function refuseOtherFiles(bytes: Uint8Array, path: string): void {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const [what, , advice] = kinds.find(([, start]) => head.startsWith(start)) ?? kinds[byName[extname(path).toLowerCase()] ?? -1] ?? [];
  if (what !== undefined) throw new AlignmentError('NOT_TEXT', `${path} is ${what}, which is not read: ${advice}`);
}
