/** Patterns that classify a number by the text around it, for many languages, each anchored to a short span before or after it. */
import type { Lexicon } from './languages.ts';

/** Endings that make a round year a decade: 1970s, 1970-an, 70er. */
export const DECADE = /^(?:s|er|ern|an|es|х|ті|те|ых|ых|年代|年代初|년대|lar|li|lı|luk|lu|lerin|lerde)$/i;
/** The word for a century after a number. */
const CENTURY_AFTER =
  /^[\s-]{0,2}(?:个|個|th|st|nd|rd|e|è|ème|ος|ου|ο|го|й|м|-м|-й|ст|세기|ος|ό)?[\s.-]{0,2}(?:centur|abad|世纪|世紀|siglo|siècle|sekolo|secol|séc|Jahrh|Jh|eeuw|век|столет|століт|αιών|αιώνα|wiek|yüzyıl|세기|शताब्दी|सदी|ศตวรรษ)/iu;
/** The word for a century before its ordinal. */
const CENTURY_BEFORE =
  /(?:abad|abad ke|kurun|siglo|século|siècle|secolo|thế kỷ|thế kỉ|wieku|القرن|ศตวรรษที่|คริสต์ศตวรรษที่)[\s-]{0,2}(?:ke)?[\s-]{0,2}$/iu;
/** The word for years before a decade: años 70. */
export const DECADE_BEFORE = /(?:años|anos|anni|années|lata|lat|latach|jaren|δεκαετία του|δεκαετίας του|década de|thập niên)\s['’]?$/iu;
/** What follows an hour. */
export const CLOCK_AFTER =
  /^\s?(?:点|點|时|時|시|h\b|hrs?\b|Uhr|uur|o['’]clock|a\.?m\b|p\.?m\b|น\.|นาฬิกา|giờ|ώρα|μ\.?μ|π\.?μ|ч\b|час|год|bị|सायं|बजे|ص|م\b)/iu;
/** What precedes an hour. */
export const CLOCK_BEFORE =
  /(?:\bjam|\bpukul|\bat|\bum|\bkl\.?|à|às|las|alle|ore|saat|الساعة|στις|\bв|\bо|o|godz\.|godzinie|om|lúc|เวลา|下午|晚上|上午|凌晨|中午|傍晚|清晨|早上|午後|午前|오전|오후|दोपहर|शाम|सुबह|around|about)\s?$/iu;

/** What leads to nothing but a time. */
export const IS_CLOCK = /(?:\bpukul|\bjam|\bkl\.?|o['’]clock)\s$/iu;

/** What marks digits as the ordinal of a century, and what marks them as a count of centuries. */
const ORDINAL_CENTURY = /^[\s-]{0,2}(?:世|세기|\.|th|st|nd|rd|e\b|è|ος|ου|ο|го|й|м|-)/iu;
const COUNTED_CENTURIES = /^\s?(?:[个個]|centur)/i;
/** Without either mark, a larger number is taken for an ordinal. */
const MOST_CENTURIES = 10;

/** Whether the word for a century is next to a number. */
export function isCentury(before: string, after: string): boolean {
  return CENTURY_AFTER.test(after) || CENTURY_BEFORE.test(before);
}

/** The years that a number next to the word for a century may mean: the first year of the nineteenth, the length of two. `ordinal`: `undefined` for digits. */
export function centuryYears(value: number, before: string, after: string, ordinal: boolean | undefined): number[] {
  const began = (value - 1) * 100;
  const lasted = value * 100;
  if (CENTURY_BEFORE.test(before)) return [began];
  if (ordinal !== undefined) return [ordinal ? began : lasted];
  if (COUNTED_CENTURIES.test(after)) return [lasted];
  return value > MOST_CENTURIES || ORDINAL_CENTURY.test(after) ? [began] : [began, lasted];
}

/** Whether a number is a percentage: a sign or a word next to it. */
export function isPercent(after: string, before: string, lexicon: Lexicon): boolean {
  const rest = after.trimStart().toLowerCase();
  if (/^[%٪％﹪]/.test(rest) || /[%％]\s?$/.test(before) || /百分之$/.test(before) || /yüzde\s$/i.test(before)) return true;
  return lexicon.percent.some((word) => rest.startsWith(word));
}

/** The end of a word for a percentage that starts at `end`, so that the hundred in it is no number of its own; `end` without such a word. */
export function percentEnd(text: string, end: number, lexicon: Lexicon): number {
  const after = text.slice(end, end + 24);
  const blanks = after.length - after.trimStart().length;
  const rest = after.trimStart().toLowerCase();
  const word = lexicon.percent.find((one) => rest.startsWith(one));
  return word === undefined ? end : end + blanks + word.length;
}
