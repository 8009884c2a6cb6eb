/**
 * Scales after digits, and the lower parts that follow them: `3.5 million`, `2bn`, `3 mil millones`, `3 juta 500 ribu`, `1千3百万`, `2조 3천억`, `3 mil e 500`.
 *
 * Parts are kept on a stack, the highest first. A part is added when it is less than the unit of the part before it; a scale greater than the parts
 * before it multiplies them too (2 mil 500 millones is 2,500 million). Where neither holds, the number ended before that part. Linear in the length of the number.
 */
import { digitValue } from './digit-value.ts';
import type { Lexicon } from './languages.ts';
import { entryOf, readWord } from './number-word.ts';
import { scanDigits } from './scan-digits.ts';
import { hanScale, scanHan, startsHanNumber } from './scan-han.ts';

/** A number with its scales: `factor` is the product of those of its first part. */
export interface ScaledNumber {
  readonly value: number;
  readonly factor: number;
  readonly end: number;
  /** What a further part must be less than: the unit of the last one. */
  readonly unit: number;
}

interface Part {
  value: number;
  /** What a lower part must be less than: the product of the scales read so far. */
  unit: number;
}

/**
 * The number that begins with `value`, which ends at `from`; `undefined` where no scale follows.
 *
 * @param unit - The scale that `value` has already, if any.
 */
export function readScales(text: string, from: number, value: number, lexicon: Lexicon, unit = 1): ScaledNumber | undefined {
  const parts: Part[] = [{ value, unit }];
  // $300+ billion
  let end = text[from] === '+' ? from + 1 : from;
  if (unit === 1) end = withHalf(text, end, from, parts[0]!, lexicon);
  let read: ScaledNumber | undefined;
  for (;;) {
    const scale = nextScale(text, end, from, lexicon);
    if (scale) {
      if (!multiply(parts, scale.value)) return read;
      end = scale.end;
    } else {
      const last = parts.at(-1)!;
      const lower = last.unit > 1 && Number.isInteger(last.value / last.unit) ? nextPart(text, end, last.unit, lexicon) : undefined;
      if (!lower) return read;
      const isScaled = nextScale(text, lower.end, end, lexicon) !== undefined;
      if (!isScaled && !lower.isWhole) return read;
      parts.push({ value: lower.value, unit: 1 });
      end = lower.end;
      if (isScaled) continue;
    }
    const factor: number = read?.factor !== undefined && parts.length > 1 ? read.factor : parts[0]!.unit / unit;
    read = { value: parts.reduce((sum, part) => sum + part.value, 0), factor, end, unit: parts.at(-1)!.unit };
  }
}

/** Multiplies the last part, and the parts before it that are less than the scale; false where the result is no number. */
function multiply(parts: Part[], scale: number): boolean {
  const last = parts.at(-1)!;
  const limit = parts.at(-2)?.unit ?? Number.POSITIVE_INFINITY;
  if (last.value * scale < limit) {
    last.unit *= scale;
  } else {
    if (scale < limit) return false;
    parts.pop();
    while (parts.length > 0 && parts.at(-1)!.value < scale) last.value += parts.pop()!.value;
    last.unit = scale;
    if (last.value * scale >= (parts.at(-1)?.unit ?? Number.POSITIVE_INFINITY)) return false;
    parts.push(last);
  }
  last.value *= scale;
  return true;
}

/** `2 buçuk milyon`: a half between a number and its scale. */
function withHalf(text: string, at: number, from: number, part: Part, lexicon: Lexicon): number {
  const blank = text[at] === ' ' ? 1 : 0;
  const half = lexicon.half.find((phrase) => text.startsWith(phrase, at + blank));
  if (half === undefined || !nextScale(text, at + blank + half.length, from, lexicon)) return at;
  part.value += 0.5;
  return at + blank + half.length;
}

/** A part in figures or Han after a scale; `isWhole`: it needs no scale of its own. */
function nextPart(text: string, at: number, unit: number, lexicon: Lexicon): { value: number; end: number; isWhole: boolean } | undefined {
  const gap = gapAt(text, at, lexicon);
  if (gap === undefined) return undefined;
  const start = at + gap.length;
  if (lexicon.han && gap.length === 0 && startsHanNumber(text[start] ?? '')) {
    const han = scanHan(text, start);
    return han && han.value < unit && han.value * 1e4 >= unit ? { value: han.value, end: han.end, isWhole: true } : undefined;
  }
  if (digitValue(text.codePointAt(start) ?? 32) < 0) return undefined;
  const number = scanDigits(text, start, lexicon.table);
  if (!number || number.parts || !Number.isInteger(number.value) || number.value >= unit) return undefined;
  const length = number.end - start;
  const fills = unit === 1000 ? length === 3 : gap.length === 0 || length === 3 || length === 4;
  const isYear = /^\s?[年년]/.test(text.slice(number.end, number.end + 2));
  // 2 million 300,000: thousands are set off, so that it is the lower part of a million and no count beside it
  const isSetOff = unit >= 1e6 && number.value >= 1000 && gap.kind !== 'character' && length > String(number.value).length;
  const isWhole =
    isSetOff || (fills && !isYear && (gap.kind === 'character' || (unit === 1000 && (gap.kind === 'blank' || gap.kind === 'hundreds'))));
  return { value: number.value, end: number.end, isWhole };
}

interface Gap {
  readonly length: number;
  /** After a scale of one character; after a blank; after a joiner; after one that leads to bare hundreds (`3 mil e 500`); after a full stop. */
  readonly kind: 'character' | 'blank' | 'joiner' | 'hundreds' | 'stop';
}

/** What may separate a scale from the part after it. */
function gapAt(text: string, at: number, lexicon: Lexicon): Gap | undefined {
  const before = text[at - 1] ?? '';
  const isCharacter = before in HANGUL_SCALES || (lexicon.han && hanScale(before) > 0);
  if (!isBlank(text[at])) {
    if (isCharacter || lexicon.table.glued) return { length: 0, kind: isCharacter ? 'character' : 'blank' };
    // 2 млн. 500 тыс.
    return text[at] === '.' && isBlank(text[at + 1]) && lexicon.suffixes.has(wordBefore(text, at))
      ? { length: 2, kind: 'stop' }
      : undefined;
  }
  for (const joiner of lexicon.joiners) {
    if (!text.startsWith(joiner, at + 1)) continue;
    const end = at + 1 + joiner.length;
    const blank = isBlank(text[end]) ? 1 : 0;
    return { length: 1 + joiner.length + blank, kind: lexicon.table.joinsHundreds ? 'hundreds' : 'joiner' };
  }
  return { length: 1, kind: isCharacter ? 'character' : 'blank' };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\u00a0' || character === '\u202f';
}

function wordBefore(text: string, at: number): string {
  return /\p{L}*$/u.exec(text.slice(Math.max(0, at - 6), at))![0].toLowerCase();
}

/** 조 is a trillion before money and lower parts, otherwise an article of a law or a team. */
const TRILLION = /^조\s?(?:\d|원|달러|유로|엔|위안|루블|여|규모)/;

/** Characters that form a unit of measure with the character for a thousand: 千米. */
const MEASURED = '克米瓦卡赫字兆分';

/** The scale that follows in the text; `digits` is the end of the digits that it multiplies. */
function nextScale(text: string, from: number, digits: number, lexicon: Lexicon): { value: number; end: number } | undefined {
  let at = from;
  // 400 多万: more than four million.
  if (lexicon.han && /^\s?[多余餘来來][万萬亿億]/.test(text.slice(at, at + 3))) at += text.slice(at, at + 3).search(/[多余餘来來]/) + 1;
  const blank = text[at] === ' ' ? 1 : 0;
  const character = text[at + blank];
  const scale = character === undefined ? 0 : (HANGUL_SCALES[character] ?? (lexicon.han && character !== '十' ? hanScale(character) : 0));
  const isMeasure =
    (scale === 1000 && MEASURED.includes(text[at + 1] ?? ' ')) ||
    (character === '조' && !TRILLION.test(text.slice(at + blank, at + blank + 4)));
  if (scale > 0 && !(blank === 1 && scale < 1e4) && !isMeasure) return { value: scale, end: at + blank + 1 };
  if (lexicon.table.glued) return gluedScale(text, at + blank, lexicon);
  const gap = blank === 1 || text[at] === '\u00a0' || text[at] === '-' ? 1 : 0;
  const word = readWord(text, at + gap)?.word;
  if (word === undefined) return undefined;
  // 2,1 billions: a translator's plural. Thousands have none in French: 28 milles are miles.
  const plural = word.endsWith('s') ? entryOf(word.slice(0, -1), lexicon) : undefined;
  const entry = entryOf(word, lexicon) ?? (plural && (plural.value > 1000 || lexicon.twenties.size === 0) ? plural : undefined);
  const value = entry?.role === 'multiply' ? entry.value : (lexicon.suffixes.get(word) ?? 0);
  if (value < 100) return undefined;
  // A bare letter is a magnitude only directly after its number and after a currency sign: $2.5m, not 5 m.
  const isLetter = word.length <= 2 && entry === undefined && !word.endsWith('n');
  if (isLetter && (gap === 1 || !/[$€£¥]/.test(text.slice(Math.max(0, digits - 14), digits)))) return undefined;
  return { value, end: at + gap + word.length };
}

/** The longest scale that follows in the text, for scripts without spaces. */
function gluedScale(text: string, at: number, lexicon: Lexicon): { value: number; end: number } | undefined {
  for (let length = 9; length >= 2; length--) {
    const entry = lexicon.words.get(text.slice(at, at + length));
    if (entry?.role === 'multiply') return { value: entry.value, end: at + length };
  }
  return undefined;
}

const HANGUL_SCALES: Readonly<Record<string, number>> = { 백: 100, 천: 1e3, 만: 1e4, 억: 1e8, 조: 1e12 };
