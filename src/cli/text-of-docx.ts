/** The text of Word documents: zip archives of XML. */
import { posix } from 'node:path';
import { AlignmentError } from '../index.ts';
import { decodeText } from './decode-text.ts';
import { readXml } from './parse-markup.ts';
import { openZip, partOf } from './read-zip.ts';
import { textOfWordMarkup } from './text-of-word-markup.ts';

/**
 * Text of a .docx.
 *
 * @throws {@link AlignmentError} `FORMAT_INVALID` for what is no archive, or holds no Word document.
 */
export function textOfDocx(bytes: Uint8Array, path: string, maxBytes: number): string {
  const read = openZip(bytes, path, maxBytes);
  const { name, text: markup } = partOf(read, path, [...mainParts(read, path), 'word/document.xml']);
  const text = textOfWordMarkup(markup);
  if (text === undefined) throw new AlignmentError('FORMAT_INVALID', `${path}: ${JSON.stringify(name)} is no Word document`);
  return text;
}

/** Where the archive says that its document lies. */
function mainParts(read: ReturnType<typeof openZip>, path: string): string[] {
  const relations = read('_rels/.rels');
  const found: string[] = [];
  if (!relations) return found;
  readXml(decodeText(relations, `${path}, _rels/.rels`), new Map(), {
    onOpen(_, { Type: type = '', Target: target }) {
      if (type.endsWith('/relationships/officeDocument') && target !== undefined) found.push(posix.join('/', target).slice(1));
    },
    onText() {},
    onClose() {},
  });
  return found;
}
