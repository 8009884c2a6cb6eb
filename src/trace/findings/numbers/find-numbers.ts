/**
 * The numbers of a text, in digits and words.
 *
 * One pass over the characters: a digit starts a number in digits, a Han numeral one in characters (Chinese and Japanese), a letter a word that is looked
 * up. Number words in a row are put together by value alone: units under tens, tens under hundreds, hundreds times scale. Linear in the text.
 */
import { readCompound } from './compound.ts';
import { digitValue } from './digit-value.ts';
import { type Lexicon, type LexiconEntry, lexiconOf } from './languages.ts';
import { type NumberMention, numberKey } from './number-mention.ts';
import { clockHour, scanDigits } from './scan-digits.ts';
import { hanScale, scanHan, startsHanNumber } from './scan-han.ts';

const LETTER = /[\p{L}\p{M}]/u;
const WORD = /[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/uy;
const VULGAR = /[½⅓⅔¼¾⅕⅖⅗⅘⅛⅜]/;
const ROMAN = /^(?=[IVXLC]+$)C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const DECADE = /^(?:s|er|ern|an|es|х|ті|те|ых|ых|年代|年代初|년대|lar|li|lı|luk|lu|lerin|lerde)$/i;
const CENTURY_AFTER =
  /^[\s-]{0,2}(?:th|st|nd|rd|e|è|ème|ος|ου|ο|го|й|м|-м|-й|ст|세기|ος|ό)?[\s.-]{0,2}(?:centur|世纪|世紀|siglo|siècle|sekolo|secol|séc|Jahrh|Jh|eeuw|век|столет|століт|αιών|αιώνα|wiek|yüzyıl|세기|शताब्दी|सदी|ศตวรรษ)/iu;
const CENTURY_BEFORE =
  /(?:abad|abad ke|kurun|siglo|século|siècle|secolo|thế kỷ|thế kỉ|wieku|القرن|ศตวรรษที่|คริสต์ศตวรรษที่)[\s-]{0,2}(?:ke)?[\s-]{0,2}$/iu;
const DECADE_BEFORE = /(?:años|anos|anni|années|lata|lat|latach|jaren|δεκαετία του|δεκαετίας του|década de|thập niên)\s['’]?$/iu;
const CLOCK_AFTER =
  /^\s?(?:点|點|时|時|시|h\b|hrs?\b|Uhr|uur|o['’]clock|a\.?m\b|p\.?m\b|น\.|นาฬิกา|giờ|ώρα|μ\.?μ|π\.?μ|ч\b|час|год|bị|सायं|बजे|ص|م\b)/iu;
const CLOCK_BEFORE =
  /(?:\bjam|\bpukul|\bat|\bum|\bkl\.?|à|às|las|alle|ore|saat|الساعة|στις|\bв|\bо|o|godz\.|godzinie|om|lúc|เวลา|下午|晚上|上午|凌晨|中午|傍晚|清晨|早上|午後|午前|오전|오후|दोपहर|शाम|सुबह|around|about)\s?$/iu;

/** The numbers of a text, in order; `language` is a BCP 47 tag and decides marks and words. */
export function findNumbers(text: string, language: string): NumberMention[] {
  const lexicon = lexiconOf(language);
  const found: NumberMention[] = [];
  let at = 0;
  while (at < text.length) {
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

/** A number that starts with digits: marks, then letters and words that multiply it or say what it is. */
function takeDigits(text: string, at: number, lexicon: Lexicon, language: string, found: NumberMention[]): number {
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
    }
  }
  const after = text.slice(end, end + 24);
  const before = text.slice(Math.max(0, at - 16), at);
  const half = lexicon.half.find((phrase) => after.trimStart().toLowerCase().startsWith(phrase));
  if (half && !Number.isNaN(value)) readings.unshift(numberKey(value + 0.5));
  if (isPercent(after, before, lexicon)) {
    sort = 'percent';
    readings.push(numberKey(value / 100));
  } else if (!parts && readings.length === 1 && Number.isInteger(value)) {
    const suffix = (/^['’-]?(?:ті|те|х|[a-z]{1,5}|ых)(?![\p{L}])|^年代|^년대/iu.exec(after)?.[0] ?? '').replace(/^['’-]/, '');
    const century = CENTURY_AFTER.test(after) || CENTURY_BEFORE.test(before);
    if (century && value > 0 && value < 30) {
      const decade = /^\s?(?:世纪|世紀)\s?(\d0|[二三四五六七八九]十)\s?年代/.exec(after);
      if (decade) {
        const tens = scanDigits(decade[1]!, 0, lexicon.table)?.value ?? scanHan(decade[1]!, 0)?.value ?? 0;
        readings = [numberKey((value - 1) * 100 + tens)];
        sort = 'decade';
        end += decade[0].length;
      } else readings.push(numberKey((value - 1) * 100));
    } else if (
      (DECADE.test(suffix) || DECADE_BEFORE.test(before)) &&
      value % 10 === 0 &&
      value >= 10 &&
      (value < 100 || (value >= 1000 && value < 2100))
    ) {
      sort = 'decade';
      if (value < 100) readings.push(numberKey(1900 + value), numberKey(1800 + value));
      else if (value % 100 === 0) readings.push(numberKey(value / 100 + 1));
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
  return end;
}

/** Scales after digits: ` million`, `bn`, `万`, one after the other (`3 mil millones`, `2亿5000万`). */
function readScales(
  text: string,
  from: number,
  value: number,
  lexicon: Lexicon,
): { value: number; factor: number; end: number } | undefined {
  let end = from;
  let factor = 1;
  let extra = 0;
  for (;;) {
    // 400 多万: more than four million.
    if (lexicon.han && /^\s?[多余餘来來][万萬亿億]/.test(text.slice(end, end + 3)))
      end = text.slice(end, end + 3).search(/[多余餘来來]/) + end + 1;
    const han = text[end] === ' ' ? text[end + 1] : text[end];
    const scale = han !== undefined ? (HANGUL_SCALES[han] ?? (lexicon.han && han !== '十' ? hanScale(han) : 0)) : 0;
    const unit = '克米瓦卡赫字兆分';
    if (
      scale > 0 &&
      !(text[end] === ' ' && scale < 1e4) &&
      !(scale === 1000 && unit.includes(text[end + 1] ?? ' ')) &&
      !(scale === 1e12 && !lexicon.han)
    ) {
      end += text[end] === ' ' ? 2 : 1;
      if (extra > 0) extra *= scale;
      else factor *= scale;
      const more = scale >= 1e4 && digitValue(text.codePointAt(end) ?? 32) >= 0 ? scanDigits(text, end, lexicon.table) : undefined;
      if (more && more.value < scale && !more.parts) {
        extra = more.value;
        end = more.end;
        const next = text[end] === undefined ? 0 : (HANGUL_SCALES[text[end]!] ?? hanScale(text[end]!));
        if (next === 0) return { value: value * factor + extra, factor, end };
      }
      continue;
    }
    if (lexicon.table.glued) {
      const glued = gluedScale(text, text[end] === ' ' ? end + 1 : end, lexicon);
      if (!glued) break;
      factor *= glued.value;
      end = glued.end;
      continue;
    }
    const space = text[end] === ' ' || text[end] === '\u00a0' || text[end] === '-' ? 1 : 0;
    WORD.lastIndex = end + space;
    const word = WORD.exec(text)?.[0].toLowerCase();
    if (word === undefined) break;
    const entry = entryOf(word, lexicon);
    const times = entry?.role === 'multiply' ? entry.value : (lexicon.suffixes.get(word) ?? 0);
    // A bare letter is a magnitude only where it touches its number and money or a head count is likely: 2.5m, not 5 m.
    if (
      times < 100 ||
      (word.length <= 2 &&
        entry === undefined &&
        !word.endsWith('n') &&
        (space === 1 || !/[$€£¥]\s?$|[$€£¥]/.test(text.slice(Math.max(0, from - 14), from))))
    )
      break;
    factor *= times;
    end += space + word.length;
  }
  return end === from ? undefined : { value: value * factor + extra, factor, end };
}

/** The longest scale that the text goes on with, for scripts without blanks. */
function gluedScale(text: string, at: number, lexicon: Lexicon): { value: number; end: number } | undefined {
  for (let length = 9; length >= 2; length--) {
    const entry = lexicon.words.get(text.slice(at, at + length));
    if (entry?.role === 'multiply') return { value: entry.value, end: at + length };
  }
  return undefined;
}

const HANGUL_SCALES: Readonly<Record<string, number>> = { 백: 100, 천: 1e3, 만: 1e4, 억: 1e8, 조: 1e12 };

function isPercent(after: string, before: string, lexicon: Lexicon): boolean {
  const rest = after.trimStart().toLowerCase();
  if (/^[%٪％﹪]/.test(rest) || /[%％]\s?$/.test(before) || /百分之$/.test(before) || /yüzde\s$/i.test(before)) return true;
  return lexicon.percent.some((word) => rest.startsWith(word));
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
  } else if (/^年代/.test(after)) readings.push(numberKey(1900 + value));
  else if (/^[点點时時]/.test(after)) readings.push(...clockHour(mention).readings.slice(1));
  if (/^[个個年天小次倍]{1,2}半/.test(after)) readings.unshift(numberKey(value + 0.5));
  // 十分 is very, 三月 is March, 周三 Wednesday: dates have their own rule.
  const dated =
    (mention.text === '十' && after.startsWith('分')) ||
    (/^月/.test(after) && !/^月[份]?[之以]/.test(after) && value <= 12 && !/[个個]$/.test(text.slice(0, at)));
  found.push({ ...mention, readings, ...(dated ? { strength: 'loose' as const } : {}) });
  return number.end;
}

/** Number words in a row. */
function takeWords(text: string, at: number, lexicon: Lexicon, found: NumberMention[]): number {
  const first = readWord(text, at);
  if (!first) return at + 1;
  const entry = entryOf(first.word, lexicon);
  if (!entry) {
    if (ROMAN.test(first.raw) && (first.raw.length > 1 || /[VX]/.test(first.raw))) {
      found.push({ start: at, end: first.end, text: first.raw, readings: romanReadings(first.raw), strength: 'loose' });
    }
    return first.end;
  }
  if (entry.role === 'loose' || entry.role === 'part' || entry.role === 'plus') {
    const readings = entry.role === 'part' ? [numberKey(1 / entry.value), numberKey(entry.value)] : [numberKey(entry.value)];
    found.push({ start: at, end: first.end, text: first.raw, readings, strength: 'loose' });
    return first.end;
  }
  return compose(text, at, first, entry, lexicon, found);
}

interface Word {
  word: string;
  raw: string;
  end: number;
}

/** Puts number words in a row together; see the head of the file. */
function compose(text: string, at: number, first: Word, firstEntry: LexiconEntry, lexicon: Lexicon, found: NumberMention[]): number {
  let total = 0;
  let current: number | undefined;
  let lastScale = Number.POSITIVE_INFINITY;
  let count = 0;
  let end = at;
  let ordinal = false;
  let denominator = 0;
  let bare = false;
  let word: Word | undefined = first;
  let entry: LexiconEntry | undefined = firstEntry;
  while (word && entry) {
    const { value, role } = entry;
    if (role === 'add' || role === 'ordinal') {
      if (role === 'ordinal' && count > 0 && current !== undefined && !fits(current, value, lexicon)) {
        if (value >= 3 && current < 20) denominator = value;
        if (denominator > 0) end = word.end;
        break;
      }
      if (current !== undefined && !fits(current, value, lexicon)) {
        // Nineteen eighty-four: a year in two halves.
        if (lexicon.twenties.has(word.word) && current % 100 === 4) current += 76;
        else if (!lexicon.table.yearHalves || !(total === 0 && current >= 11 && current < 100 && value >= 10 && value < 100)) break;
        else current = current * 100 + value;
      } else current = (current ?? 0) + value;
      ordinal = role === 'ordinal';
    } else if (role === 'plus') {
      if (current === undefined || current % 10 === 0) break;
      current += value;
    } else if (role === 'multiply') {
      if (value < 1000) {
        const low: number = current === undefined ? 1 : current % value;
        if (current !== undefined && low === 0) break;
        bare ||= current === undefined;
        current = (current ?? 0) - (current === undefined ? 0 : low) + low * value;
      } else if (value > lastScale) {
        total = (total + (current ?? 0)) * value;
        current = undefined;
        lastScale = value;
      } else {
        bare ||= current === undefined;
        total += (current ?? 1) * value;
        current = undefined;
        lastScale = value;
      }
    } else if (role === 'part') {
      if (count === 0) break;
      denominator = value;
      end = word.end;
      break;
    } else break;
    count++;
    end = word.end;
    const next = nextWord(text, end, lexicon, current === undefined && lastScale >= 1e6);
    word = next;
    entry = next ? entryOf(next.word, lexicon) : undefined;
    // Indonesian ketiga belas, kedua puluh empat: the ordinal comes first.
    const goesOn =
      entry?.role === 'plus' ||
      (entry?.role === 'multiply' && entry.value === 10) ||
      (role === 'multiply' && entry?.role === 'add' && current !== undefined && fits(current, entry.value, lexicon));
    if (ordinal && !goesOn) break;
  }
  if (count === 0) return first.end;
  let value = total + (current ?? 0);
  const raw = text.slice(at, end);
  if (denominator > 0) {
    found.push({ start: at, end, text: raw, readings: [numberKey(value / denominator)], strength: 'loose', sort: 'fraction' });
    return end;
  }
  const point = readDecimals(text, end, lexicon);
  if (point) {
    value = Number(`${value}.${point.digits}`);
    end = point.end;
    const scale = nextWord(text, end, lexicon);
    const times = scale ? lexicon.words.get(scale.word) : undefined;
    if (scale && times?.role === 'multiply') {
      value *= times.value;
      end = scale.end;
    }
  }
  const after = text.slice(end, end + 24);
  const readings = [numberKey(value)];
  if (firstEntry.loose !== undefined && count === 1) readings.push(numberKey(firstEntry.loose));
  if (lexicon.half.some((phrase) => after.trimStart().toLowerCase().startsWith(phrase))) readings.unshift(numberKey(value + 0.5));
  if (ordinal && count === 1) readings.push(numberKey(1 / value));
  if (isPercent(after, '', lexicon)) readings.push(numberKey(value / 100));
  if (value <= 24)
    readings.push(
      ...(CLOCK_AFTER.test(after) || CLOCK_BEFORE.test(text.slice(Math.max(0, at - 16), at))
        ? clockHour({ start: at, end, text: raw, readings, strength: 'words' }).readings.slice(readings.length)
        : []),
    );
  if (/^\s?(?:decades?|dekade|dasawarsa)/i.test(after)) readings.push(numberKey(value * 10));
  if (/^\s?(?:dozen|lusin)/i.test(after)) readings.push(numberKey(value * 12));
  if (CENTURY_AFTER.test(after) || CENTURY_BEFORE.test(text.slice(Math.max(0, at - 16), at))) readings.push(numberKey((value - 1) * 100));
  const complete = lexicon.table.complete === true;
  const strength = !complete || (bare && count === 1) || value < 2 || (firstEntry.loose !== undefined && count === 1) ? 'loose' : 'words';
  found.push({ start: at, end, text: text.slice(at, end), readings, strength, ...(ordinal ? { sort: 'ordinal' as const } : {}) });
  return end;
}

/** Whether `value` can be added to what stands before it: under the lowest power that is filled. */
function fits(current: number, value: number, lexicon: Lexicon): boolean {
  if (current === 0) return false;
  if (value < 10 && current % 100 === 10 && !lexicon.hasTeens) return true;
  if (value < 10) return current % 10 === 0 && (current % 100 >= 20 || current % 100 === 0);
  if (value < 100) return current % 100 === 0 || (current % 100 === 60 && value < 20) || (current % 100 === 80 && value < 20);
  return value < 1000 && current % 1000 === 0;
}

/** Digits after the word for the decimal sign: `point five`. */
function readDecimals(text: string, from: number, lexicon: Lexicon): { digits: string; end: number } | undefined {
  if (!lexicon.table.point) return undefined;
  const point = readWord(text, from + 1);
  if (!point || point.word !== lexicon.table.point || text[from] !== ' ') return undefined;
  let digits = '';
  let end = point.end;
  while (digits.length < 12) {
    const next = readWord(text, end + 1);
    const entry = next && text[end] === ' ' ? lexicon.words.get(next.word) : undefined;
    const value = entry?.role === 'add' ? entry.value : entry?.loose === 1 || entry?.value === 1 ? 1 : -1;
    if (!next || value < 0 || value > 9) break;
    digits += String(value);
    end = next.end;
  }
  return digits === '' ? undefined : { digits, end };
}

function entryOf(word: string, lexicon: Lexicon): LexiconEntry | undefined {
  const entry =
    lexicon.words.get(word) ??
    (lexicon.table.ending && word.endsWith(lexicon.table.ending)
      ? lexicon.words.get(word.slice(0, -lexicon.table.ending.length))
      : undefined);
  if (entry || !lexicon.table.compound) return entry;
  const value = readCompound(word, lexicon);
  return value === undefined ? undefined : { value, role: 'add' };
}

function readWord(text: string, at: number): Word | undefined {
  WORD.lastIndex = at;
  const raw = WORD.exec(text)?.[0];
  return raw === undefined ? undefined : { word: raw.toLowerCase(), raw, end: at + raw.length };
}

/** The word after a blank or a hyphen, past one joiner. */
function nextWord(text: string, from: number, lexicon: Lexicon, plain = false): Word | undefined {
  const gap = /^(?:[ \u00a0]|[-‐‑])/.exec(text.slice(from, from + 2))?.[0].length ?? 0;
  if (gap === 0) return undefined;
  const word = readWord(text, from + gap);
  if (!word || !lexicon.joiners.has(word.word)) return word;
  if (plain) return undefined;
  const next = text[word.end] === ' ' ? readWord(text, word.end + 1) : undefined;
  const entry = next ? entryOf(next.word, lexicon) : undefined;
  return entry?.role === 'add' ? next : undefined;
}

function romanReadings(raw: string): string[] {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  let sum = 0;
  for (let i = 0; i < raw.length; i++) {
    const value = values[raw[i]!]!;
    sum += value < (values[raw[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return [numberKey(sum), numberKey((sum - 1) * 100)];
}
