/**
 * Numbers in words.
 *
 * Consecutive words are combined by value alone: units under tens, tens under hundreds, hundreds times scale. A word that fits nowhere begins a new number.
 */
import type { Lexicon, LexiconEntry } from './languages.ts';
import { CLOCK_AFTER, CLOCK_BEFORE, centuryYears, isCentury, isPercent } from './number-context.ts';
import { type NumberMention, numberKey } from './number-mention.ts';
import { entryOf, nextWord, readWord, type Word } from './number-word.ts';
import { readScales } from './read-scales.ts';
import { clockHour } from './scan-digits.ts';

const ROMAN = /^(?=[IVXLC]+$)C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** Smallest scale that is a number without one before it; hundreds, thousands and millions are figures of speech as well. */
const LEAST_BARE = 1e9;

/** Adds the number that starts with the word at `at`, if there is one; returns the index to continue at. */
export function takeWords(text: string, at: number, lexicon: Lexicon, found: NumberMention[]): number {
  const first = readWord(text, at);
  if (!first) return at + 1;
  if (lexicon.halfBefore.has(first.word)) return halfMore(text, at, first.end, lexicon, found);
  const entry = entryOf(first.word, lexicon);
  if (!entry) {
    if (ROMAN.test(first.raw) && (first.raw.length > 1 || /[VX]/.test(first.raw))) {
      found.push({ start: at, end: first.end, text: first.raw, readings: romanReadings(first.raw), strength: 'loose' });
    }
    return first.end;
  }
  if (entry.role === 'fraction') {
    found.push(fraction(text, at, first.end, 1, entry.value, lexicon));
    return first.end;
  }
  const halves = entry.role === 'loose' && entry.value % 1 === 0.5 ? scaleAfter(text, first.end, lexicon) : undefined;
  if (halves) {
    const readings = [numberKey(entry.value * halves.value)];
    found.push({ start: at, end: halves.end, text: text.slice(at, halves.end), readings, strength: 'words' });
    return halves.end;
  }
  const before = found[found.length - 1];
  const dual = entry.role === 'loose' && entry.value >= 1000 ? afterDual(text, first.end, entry.value, lexicon) : undefined;
  if (dual) {
    found.push({ start: at, end: dual.end, text: text.slice(at, dual.end), readings: [numberKey(dual.value)], strength: 'words' });
    return dual.end;
  }
  if (entry.role === 'loose' && countsScale(entry, first.end, text, lexicon))
    return compose(text, at, first, asCardinal(entry, lexicon), lexicon, found);
  if (entry.role === 'loose' && lexicon.spans.has(first.word) && before && text.slice(before.end, at) === ' ') return first.end;
  if (entry.role === 'loose' || entry.role === 'part' || entry.role === 'plus') {
    const readings = entry.role === 'part' ? [numberKey(1 / entry.value), numberKey(entry.value)] : [numberKey(entry.value)];
    found.push({ start: at, end: first.end, text: first.raw, readings, strength: 'loose', ...commonness(first.word, lexicon) });
    return first.end;
  }
  return compose(text, at, first, entry, lexicon, found);
}

/** Whether a word that only confirms elsewhere counts a scale here, in languages whose cardinals all only confirm: `तीन लाख`, `خمسة آلاف`. */
function countsScale(entry: LexiconEntry, end: number, text: string, lexicon: Lexicon): boolean {
  if (asCardinal(entry, lexicon).role !== 'add') return false;
  const next = nextWord(text, end, lexicon, true);
  return next !== undefined && lexicon.words.get(next.word)?.role === 'multiply';
}

/** A word that only confirms, as a part of a number in words. */
function asCardinal(entry: LexiconEntry, lexicon: Lexicon): LexiconEntry {
  const counts = entry.role === 'loose' && !lexicon.table.add && Number.isInteger(entry.value);
  return counts ? { value: entry.value, role: 'add' } : entry;
}

/** What follows a word that is a number and its scale in one: `مليونان و300 ألف`, `مليونان ونصف`. */
function afterDual(text: string, from: number, value: number, lexicon: Lexicon): { value: number; end: number } | undefined {
  const unit = [1e12, 1e9, 1e6, 1e3].find((scale) => value % scale === 0);
  if (lexicon.table.add || unit === undefined) return undefined;
  const half = halfAfter(text, from, lexicon);
  return half > 0 ? { value: value + unit / 2, end: from + half } : readScales(text, from, value, lexicon, unit);
}

/** A half that stands before its number: `साढ़े तीन लाख` is three and a half lakh. */
function halfMore(text: string, at: number, from: number, lexicon: Lexicon, found: NumberMention[]): number {
  const word = nextWord(text, from, lexicon, true);
  const entry = word && entryOf(word.word, lexicon);
  if (!word || !entry || !Number.isInteger(entry.value) || entry.value >= 100) return from;
  const value = entry.value + 0.5;
  const scaled = readScales(text, word.end, value, lexicon);
  const end = scaled?.end ?? word.end;
  found.push({ start: at, end, text: text.slice(at, end), readings: [numberKey(scaled?.value ?? value)], strength: 'words' });
  return end;
}

/** The lower part in words after scales in figures whose last one is `unit`: `3 million five hundred thousand`, `2 mil quinientos`. */
export function lowerInWords(text: string, from: number, unit: number, lexicon: Lexicon): { value: number; end: number } | undefined {
  const word = unit >= 1000 ? nextWord(text, from, lexicon) : undefined;
  if (!word) return undefined;
  const found: NumberMention[] = [];
  const end = takeWords(text, word.end - word.raw.length, lexicon, found);
  const [number] = found;
  const value = Number(number?.readings[0]);
  if (number?.strength !== 'words' || number.sort || number.end !== end || !Number.isInteger(value) || value >= unit) return undefined;
  return value >= 1000 || (unit === 1000 && value >= 100) ? { value, end } : undefined;
}

/** A scale of a thousand or more right after a half: half a million, anderthalb Millionen. */
function scaleAfter(text: string, from: number, lexicon: Lexicon): { value: number; end: number } | undefined {
  const article = /^ an?(?= )/.exec(text.slice(from, from + 4))?.[0].length ?? 0;
  const word = nextWord(text, from + article, lexicon, true);
  const entry = word && lexicon.words.get(word.word);
  return word && entry?.role === 'multiply' && entry.value >= 1000 ? { value: entry.value, end: word.end } : undefined;
}

function commonness(word: string, lexicon: Lexicon): Pick<NumberMention, 'isCommon' | 'sort'> {
  if (lexicon.commonOrdinals.has(word)) return { isCommon: true, sort: 'ordinal' };
  return lexicon.common.has(word) ? { isCommon: true } : {};
}

/** Combines consecutive number words; see the head of the file. */
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
    const follower = next ? entryOf(next.word, lexicon) : undefined;
    entry = follower && asCardinal(follower, lexicon);
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
    found.push(fraction(text, at, end, value, denominator, lexicon));
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
  // two and a half million; tiga juta 500 ribu: the lower part is in figures
  const isHalved = lastScale === Number.POSITIVE_INFINITY && halfAfter(text, end, lexicon) > 0;
  const isOpen = !point && !ordinal && (isHalved || (current === undefined && lastScale >= 1000));
  const scaled = isOpen ? readScales(text, end, value, lexicon, isHalved ? 1 : lastScale) : undefined;
  if (scaled) ({ value, end } = scaled);
  const lead = text.slice(Math.max(0, at - 16), at);
  const after = text.slice(end, end + 24);
  const readings = [numberKey(value)];
  if (firstEntry.loose !== undefined && count === 1) readings.push(numberKey(firstEntry.loose));
  if (halfAfter(text, end, lexicon) > 0)
    readings.unshift(numberKey(value + 0.5 * (lastScale < Number.POSITIVE_INFINITY ? lastScale : 1)), numberKey(value + 0.5));
  if (ordinal && count === 1) readings.push(numberKey(1 / value));
  if (isPercent(after, '', lexicon)) readings.push(numberKey(value / 100));
  if (value <= 24)
    readings.push(
      ...(CLOCK_AFTER.test(after) || CLOCK_BEFORE.test(lead)
        ? clockHour({ start: at, end, text: raw, readings, strength: 'words' }).readings.slice(readings.length)
        : []),
    );
  if (/^\s?(?:decades?|dekade|dasawarsa)/i.test(after)) readings.push(numberKey(value * 10));
  if (/^\s?(?:dozen|lusin)/i.test(after)) readings.push(numberKey(value * 12));
  if (isCentury(lead, after)) readings.push(...centuryYears(value, lead, after, ordinal).map(numberKey));
  const strength =
    (ordinal && lexicon.table.complete !== true) ||
    (bare && count === 1 && value < LEAST_BARE) ||
    value < 2 ||
    (firstEntry.loose !== undefined && count === 1 && value < LEAST_BARE)
      ? 'loose'
      : 'words';
  const common = count === 1 && strength === 'loose' ? commonness(first.word, lexicon) : {};
  found.push({
    start: at,
    end,
    text: text.slice(at, end),
    readings,
    strength,
    ...(ordinal ? { sort: 'ordinal' as const } : {}),
    ...common,
  });
  return end;
}

/** Units up to the end of a phrase that adds one half; 0 where none follows. */
function halfAfter(text: string, from: number, lexicon: Lexicon): number {
  const after = text.slice(from, from + 24).toLowerCase();
  const blanks = after.length - after.trimStart().length;
  const phrase = lexicon.half.find((one) => after.startsWith(one, blanks));
  return phrase === undefined ? 0 : blanks + phrase.length;
}

/** A part of a whole; its denominator also agrees with a plain number: one in five. */
function fraction(text: string, start: number, end: number, value: number, denominator: number, lexicon: Lexicon): NumberMention {
  return {
    start,
    end,
    text: text.slice(start, end),
    readings: [numberKey(value / denominator), numberKey(denominator)],
    strength: lexicon.table.complete === true && value < denominator ? 'words' : 'loose',
    sort: 'fraction',
  };
}

/** Whether `value` can be added to the number before it: it is below its lowest non-zero power of ten. */
function fits(current: number, value: number, lexicon: Lexicon): boolean {
  if (current === 0) return false;
  // French dix-neuf: teens from seventeen on are sums.
  if (value < 10 && current % 100 === 10 && (!lexicon.hasTeens || (value >= 7 && lexicon.twenties.size > 0))) return true;
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

function romanReadings(raw: string): string[] {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  let sum = 0;
  for (let i = 0; i < raw.length; i++) {
    const value = values[raw[i]!]!;
    sum += value < (values[raw[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return [numberKey(sum), numberKey((sum - 1) * 100)];
}
