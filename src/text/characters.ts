/**
 * Classes of UTF-16 units for sentence boundaries.
 *
 * The classes are fixed ranges, not `\p{…}` or `Intl`: an engine with a different Unicode version must not move a boundary.
 * Case is taken from `toLowerCase` only in blocks whose casing has been stable for years (Latin, Greek, Cyrillic, Armenian).
 */

/** Kind of a UTF-16 unit: {@link OTHER}, {@link SPACE}, {@link UPPER}, {@link LOWER}, {@link UNCASED}, {@link DIGIT}. */
export type CharacterKind = 0 | 1 | 2 | 3 | 4 | 5;
/** Punctuation, symbols, control characters, surrogates, and the end of the text. */
export const OTHER: CharacterKind = 0;
/** White space, including line breaks. */
export const SPACE: CharacterKind = 1;
/** Capital letters. */
export const UPPER: CharacterKind = 2;
/** Small letters of scripts with case. */
export const LOWER: CharacterKind = 3;
/** Letters of scripts without case, and combining marks. */
export const UNCASED: CharacterKind = 4;
/** Decimal digits of common scripts. */
export const DIGIT: CharacterKind = 5;

/** Units below have their kind in a table: all cased blocks and all digits of `DIGIT_ZEROS` are among them. */
const TABLE_SIZE = 0x2000;
const CASED_BLOCKS: readonly (readonly [number, number])[] = [
  [0x41, 0x588],
  [0x1e00, 0x1fff],
];
/** Punctuation inside blocks of letters. */
const NOT_LETTERS =
  /[\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb-\u00bf\u00d7\u00f7\u02c2-\u02df\u037e\u0387\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3\u05f3\u05f4\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u0964\u0965\u0970\u0df4\u0e2f\u0e3f\u0e5a\u0e5b\u10fb\u1360-\u1368\u17d4-\u17da]/;
const DIGIT_ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0];

const kinds = makeTable();

/** Class of the unit; `NaN` (past the end) is {@link OTHER}. */
export function characterKind(code: number): CharacterKind {
  if (code < TABLE_SIZE) return kinds[code] as CharacterKind;
  if (isSpace(code)) return SPACE;
  if (code >= 0xff10 && code <= 0xff19) return DIGIT;
  if (code >= 0xff21 && code <= 0xff3a) return UPPER;
  if (code >= 0xff41 && code <= 0xff5a) return LOWER;
  if (code === 0x3005 || code === 0x3007 || (code >= 0x3041 && code <= 0xd7a3 && code !== 0x30fb && code !== 0x30a0)) return UNCASED;
  if ((code >= 0xf900 && code <= 0xfaff) || (code >= 0xfb50 && code <= 0xfdfb) || (code >= 0xfe70 && code <= 0xfefc)) return UNCASED;
  return code >= 0xff66 && code <= 0xff9f ? UNCASED : OTHER;
}

/** Whether the unit is white space in the wide sense: white space, the byte order mark, zero-width space and word joiner. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0xa0 || code === 0x85;
  if (code >= 0x2000 && code <= 0x200b) return true;
  return (
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x1680
  );
}

/** Whether the unit ends a line. */
export function isLineBreak(code: number): boolean {
  return (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Whether the unit is a letter or a combining mark. */
export function isLetter(code: number): boolean {
  const kind = characterKind(code);
  return kind === UPPER || kind === LOWER || kind === UNCASED;
}

/** Whether the unit is a Han character, kana, or punctuation of Chinese and Japanese: scripts written without spaces and with full-width stops. */
export function isHanOrKana(code: number): boolean {
  return (
    (code >= 0x3001 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff01 && code <= 0xff60)
  );
}

function makeTable(): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE);
  for (let code = 0; code < TABLE_SIZE; code++) table[code] = tableKind(code);
  for (const zero of DIGIT_ZEROS) table.fill(DIGIT, zero, zero + 10);
  return table;
}

function tableKind(code: number): CharacterKind {
  if (isSpace(code)) return SPACE;
  const character = String.fromCharCode(code);
  if (NOT_LETTERS.test(character)) return OTHER;
  if (CASED_BLOCKS.some(([first, last]) => code >= first && code <= last)) {
    if (character.toLowerCase() !== character) return UPPER;
    if (character.toUpperCase() !== character) return LOWER;
    return code < 0xaa ? OTHER : LOWER;
  }
  return code > 0x588 && !(code >= 0x2000) ? UNCASED : OTHER;
}
