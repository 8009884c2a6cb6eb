/**
 * Checks that a string is text, and warns of unusual characters. The text is never changed.
 *
 * Time linear, memory constant.
 */
import { AlignmentError } from '../errors.ts';
import type { Warning } from '../types.ts';
import { isSpace } from './characters.ts';

/** Share of junk units (control characters, replacement characters, noncharacters, lone surrogates, private use) from which a string is not text. */
const MOST_JUNK = 0.3;

/**
 * Warnings about the text of the document `id`: none, or one `UNUSUAL_CHARACTERS`.
 *
 * @throws `EMPTY_DOCUMENT` when it holds only white space; `NOT_TEXT` for binary junk: a NUL character, or 30 % and more of control characters,
 * replacement characters, noncharacters, lone surrogates and private-use characters.
 */
export function checkText(text: string, id: string): Warning[] {
  const counts = countUnits(text);
  if (counts.visible === 0)
    throw new AlignmentError(
      'EMPTY_DOCUMENT',
      `document ${JSON.stringify(id)}: expected text, got ${text.length === 0 ? 'nothing' : 'only blanks'}`,
    );
  if (counts.nul > 0)
    throw new AlignmentError(
      'NOT_TEXT',
      `document ${JSON.stringify(id)}: expected text, got ${counts.nul} NUL ${counts.nul === 1 ? 'character' : 'characters'}`,
    );
  const junk = counts.control + counts.surrogates + counts.replacement + counts.unassigned;
  if (junk >= MOST_JUNK * counts.visible) {
    throw new AlignmentError(
      'NOT_TEXT',
      `document ${JSON.stringify(id)}: expected text, got ${Math.round((100 * junk) / counts.visible)} % control, private or unassigned characters`,
    );
  }
  const found = describe(counts);
  if (found === '') return [];
  return [{ code: 'UNUSUAL_CHARACTERS', message: `document ${JSON.stringify(id)} has ${found}; the text is kept as it is`, document: id }];
}

interface Counts {
  visible: number;
  nul: number;
  control: number;
  surrogates: number;
  replacement: number;
  unassigned: number;
  marks: number;
}

function countUnits(text: string): Counts {
  const counts: Counts = { visible: 0, nul: 0, control: 0, surrogates: 0, replacement: 0, unassigned: 0, marks: 0 };
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfeff) counts.marks++;
    if (isSpace(code)) continue;
    counts.visible++;
    if (code === 0) counts.nul++;
    else if (code < 0x20 || (code >= 0x7f && code < 0xa0)) counts.control++;
    else if (code === 0xfffd) counts.replacement++;
    else if ((code >= 0xe000 && code < 0xf900) || (code >= 0xfdd0 && code < 0xfdf0) || code >= 0xfffe) counts.unassigned++;
    else if (code >= 0xd800 && code < 0xe000) index += countSurrogate(text, index, counts);
  }
  return counts;
}

/** Counts a lone surrogate, or a pair in a plane that holds no characters; returns the number of further units read. */
function countSurrogate(text: string, index: number, counts: Counts): number {
  const point = text.codePointAt(index)!;
  if (point < 0x10000) {
    counts.surrogates++;
    return 0;
  }
  if ((point >= 0x40000 && point >> 16 !== 0xe) || (point & 0xfffe) === 0xfffe) counts.unassigned++;
  return 1;
}

function describe(counts: Counts): string {
  const parts: [number, string, string][] = [
    [counts.surrogates, 'lone surrogate', 'lone surrogates'],
    [counts.marks, 'byte order mark', 'byte order marks'],
    [counts.control, 'control character', 'control characters'],
    [counts.replacement, 'replacement character', 'replacement characters'],
    [counts.unassigned, 'private or unassigned character', 'private or unassigned characters'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
    .join(', ');
}
