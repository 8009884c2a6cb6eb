/**
 * The numbers of a text, in digits and words.
 *
 * One pass over the characters: a digit starts a number in digits, a Han numeral one in characters (Chinese and Japanese), a letter a word that is looked
 * up and combined with those after it. Linear in the text.
 */
import { lowerInWords, takeWords } from './compose-words.ts';
import { digitValue } from './digit-value.ts';
import { type Lexicon, lexiconOf } from './languages.ts';
import {
  CLOCK_AFTER,
  CLOCK_BEFORE,
  centuryYears,
  DECADE,
  DECADE_BEFORE,
  IS_CLOCK,
  isCentury,
  isPercent,
  percentEnd,
} from './number-context.ts';
import { type NumberMention, numberKey } from './number-mention.ts';
import { readScales } from './read-scales.ts';
import { scanDate } from './scan-date.ts';
import { clockHour, scanDigits } from './scan-digits.ts';
import { scanHan, startsHanNumber } from './scan-han.ts';
import { findSetPhrases } from './set-phrases.ts';

const LETTER = /[\p{L}\p{M}]/u;
const VULGAR = /[½⅓⅔¼¾⅕⅖⅗⅘⅛⅜]/;

/** The numbers of a text, in order; `language` is a BCP 47 tag and decides marks and words. */
export function findNumbers(text: string, language: string): NumberMention[] {
  const lexicon = lexiconOf(language);
  const found: NumberMention[] = [];
  const phrases = findSetPhrases(text, lexicon.phrases);
  let nextPhrase = 0;
  let at = 0;
  while (at < text.length || nextPhrase < phrases.length) {
    const phrase = phrases[nextPhrase];
    if (phrase && phrase.start <= at) {
      nextPhrase++;
      // a number that began before the phrase includes its beginning
      if (phrase.start < (found.at(-1)?.end ?? 0)) continue;
      found.push(phrase);
      at = phrase.end;
      continue;
    }
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      if (code >= 0x30 && code <= 0x39) at = takeDigits(text, at, lexicon, language, found);
      else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) at = takeWords(text, at, lexicon, found);
      else at++;
      continue;
    }
    const character = text[at]!;
    const codePoint = text.codePointAt(at)!;
    const length = codePoint > 0xffff ? 2 : 1;
    if (isHan(codePoint)) {
      if (lexicon.han && (startsHanNumber(character) || text.startsWith('百分之', at))) at = takeHan(text, at, found);
      else if (lexicon.han) at += length;
      else at = takeWords(text, at, lexicon, found);
    } else if (digitValue(codePoint) >= 0 || VULGAR.test(character)) at = takeDigits(text, at, lexicon, language, found);
    else if (LETTER.test(String.fromCodePoint(codePoint))) at = takeWords(text, at, lexicon, found);
    else at += length;
  }
  return found;
}

function isHan(codePoint: number): boolean {
  return (
    codePoint === 0x3007 ||
    (codePoint >= 0x3400 && codePoint <= 0x9fff) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0x20000 && codePoint <= 0x323af)
  );
}

/** A number that starts with digits: marks, then letters and words that multiply or classify it. */
function takeDigits(text: string, at: number, lexicon: Lexicon, language: string, found: NumberMention[]): number {
  const date = scanDate(text, at);
  if (date) {
    found.push(date);
    return date.end;
  }
  const digits = scanDigits(text, at, lexicon.table);
  if (!digits) return at + 1;
  let { value, end } = digits;
  let readings = [...digits.readings];
  let sort = digits.sort;
  let parts = digits.parts;
  let factor = 1;
  if (!Number.isNaN(value)) {
    const scaled = readScales(text, end, value, lexicon);
    if (scaled) {
      // 3,5 juta has one reading left: what is a thousand mark in front of a million is a decimal sign too, so both are kept.
      readings = [numberKey(scaled.value), ...readings.slice(1).map((key) => numberKey(Number(key) * scaled.factor))];
      ({ end, value, factor } = scaled);
      parts = undefined;
      const lower = Number.isInteger(value / scaled.unit) ? lowerInWords(text, end, scaled.unit, lexicon) : undefined;
      if (lower) {
        value += lower.value;
        end = lower.end;
        readings = [numberKey(value)];
      }
    }
  }
  const after = text.slice(end, end + 24);
  const before = text.slice(Math.max(0, at - 16), at);
  const half = lexicon.half.find((phrase) => after.trimStart().toLowerCase().startsWith(phrase));
  if (half && !Number.isNaN(value)) {
    readings.unshift(numberKey(value + 0.5 * factor));
    if (factor > 1) end += text.slice(end).search(/\S/) + half.length;
  }
  if (lexicon.han && /^割/.test(after) && value < 10) {
    // 6割: six tenths; 2割5分: 25 hundredths
    const hundredths = /^割[ \u00a0]?(\p{Nd}|[一二三四五六七八九])分/u.exec(after);
    const figure = hundredths?.[1] ?? '0';
    const share = value * 10 + (scanDigits(figure, 0, lexicon.table)?.value ?? scanHan(figure, 0)?.value ?? 0);
    sort = 'percent';
    readings = [numberKey(share), numberKey(share / 100)];
    end += hundredths?.[0].length ?? 1;
  } else if (isPercent(after, before, lexicon)) {
    sort = 'percent';
    readings.push(numberKey(value / 100));
  } else if (!parts && readings.length === 1 && Number.isInteger(value)) {
    const suffix = (/^['’-]?(?:ті|те|х|[a-z]{1,5}|ых)(?![\p{L}])|^年代|^년대/iu.exec(after)?.[0] ?? '').replace(/^['’-]/, '');
    if (isCentury(before, after) && value > 0 && value < 30) {
      const decade = /^\s?(?:世纪|世紀)\s?(\d0|[二三四五六七八九]十)\s?年代/.exec(after);
      if (decade) {
        const tens = scanDigits(decade[1]!, 0, lexicon.table)?.value ?? scanHan(decade[1]!, 0)?.value ?? 0;
        readings = [numberKey((value - 1) * 100 + tens)];
        sort = 'decade';
        end += decade[0].length;
      } else readings.push(...centuryYears(value, before, after, undefined).map(numberKey));
    } else if (
      (DECADE.test(suffix) || DECADE_BEFORE.test(before)) &&
      value % 10 === 0 &&
      value >= 10 &&
      (value < 100 || (value >= 1000 && value < 2100))
    ) {
      sort = 'decade';
      if (value < 100) readings.push(numberKey(1900 + value), numberKey(1800 + value));
      else readings.push(numberKey(value % 100 === 0 ? value / 100 + 1 : value % 100));
    } else if (language.startsWith('th') && value > 2300 && value < 2600) readings.push(numberKey(value - 543));
    else if (value > 0 && value < 100 && /[\d/][-–—/]$/.test(before)) {
      const earlier = found[found.length - 1];
      const year = earlier && earlier.end === at - 1 ? Number(earlier.readings[0]) : 0;
      if (year > 1000 && year < 2100 && end - at === 2) readings.push(numberKey(Math.floor(year / 100) * 100 + value));
    }
    // 1200 GMT is twelve o'clock.
    if (value < 2400 && digits.text.length === 4 && /^\s?(?:GMT|UTC|WIB|hrs|hours|h\b|Uhr)/.test(after))
      readings.push(numberKey(value / 100));
    if (value <= 24 && (CLOCK_AFTER.test(after) || CLOCK_BEFORE.test(before))) readings = [...clockHour({ ...digits, readings }).readings];
  } else if (parts?.length === 2 && sort !== 'fraction' && Number(parts[0]!.readings[0]) <= 24) {
    parts = parts[0]!.readings.length > 1 ? parts : [clockHour(parts[0]!), parts[1]!];
    // pukul 05.30: the point sets off the minutes
    if (IS_CLOCK.test(before) && /^\d{1,2}[.]\d\d$/.test(digits.text)) {
      sort = 'clock';
      readings = [digits.text.replace('.', ':')];
    }
  }
  // 4.2-3.9 million: the magnitude holds for both ends of a range.
  const previous = found[found.length - 1];
  if (factor > 1 && previous && /^\s?(?:[-–—~～至到]|to|and|hingga|sampai|dan|bis|y|a|и|до|à|et)\s?$/i.test(text.slice(previous.end, at))) {
    found[found.length - 1] = {
      ...previous,
      readings: [...previous.readings, ...previous.readings.map((key) => numberKey(Number(key) * factor))],
    };
  }
  const month = /^\s?[月월](?![之以])/.test(text.slice(end, end + 3)) || /(?:tháng|เดือน)\s?$/iu.test(before);
  const roundabout = /[백십]/.test(text.slice(at, end + 1));
  const strength = (month && value <= 12) || roundabout ? 'loose' : 'digits';
  found.push({ start: at, end, text: text.slice(at, end), readings, strength, ...(parts ? { parts } : {}), ...(sort ? { sort } : {}) });
  return sort === 'percent' ? percentEnd(text, end, lexicon) : end;
}

/** A number in characters. */
function takeHan(text: string, at: number, found: NumberMention[]): number {
  const number = scanHan(text, at);
  if (!number) return at + 1;
  const { value, ...mention } = number;
  const after = text.slice(number.end, number.end + 12);
  const readings = [...mention.readings];
  if (/^世[纪紀]/.test(after)) {
    const decade = /^世[纪紀]([二三四五六七八九]十|\d0)年代/.exec(after);
    if (decade) {
      const tens = /\d/.test(decade[1]!) ? Number(decade[1]) : (scanHan(decade[1]!, 0)?.value ?? 0);
      const end = number.end + decade[0].length;
      found.push({ ...mention, end, text: text.slice(at, end), readings: [numberKey((value - 1) * 100 + tens)], sort: 'decade' });
      return end;
    }
    readings.push(numberKey((value - 1) * 100));
  } else if (/^[个個]世[纪紀]/.test(after)) readings.push(numberKey(value * 100));
  else if (/^年代/.test(after)) readings.push(numberKey(1900 + value));
  else if (/^[点點时時]/.test(after)) readings.push(...clockHour(mention).readings.slice(1));
  if (/^[个個年天小次倍]{1,2}半/.test(after)) readings.unshift(numberKey(value + 0.5));
  // 十分 is very, 三月 is March, 周三 Wednesday: dates have their own rule.
  const dated =
    (mention.text === '十' && after.startsWith('分')) ||
    (/^月/.test(after) && !/^月[份]?[之以]/.test(after) && value <= 12 && !/[个個]/.test(text[at - 1] ?? ''));
  found.push({ ...mention, readings, ...(dated ? { strength: 'loose' as const } : {}) });
  return number.end;
}
