/**
 * Numbers in Chinese characters, with or without digits: `三百五十万`, `2.5亿`, `二〇二六`, `百分之二十`, `五分之一`, `三点五`.
 * One pass over the characters of the number.
 */
import { type NumberMention, numberKey, type Strength } from './number-mention.ts';

const UNITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  貳: 2,
  叁: 3,
  參: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  陸: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}; // prettier-ignore
const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 兆: 1e12 };

/** Characters after which 首 means first: 首次, 首届, but not 首都. */
const FIRST_OF = new Set('次个個位届屆座部家名批例场場');
const STARTS = new Set(['首', ...[UNITS, TENS, SCALES].flatMap((characters) => Object.keys(characters))]);

/** Measure words: before one of these a single character is a number. */
const MEASURES = new Set(
  '个個名位人年岁歲月日号號天周週次只隻条條架艘枚座项項家所种種类類份场場轮輪届屆层層级級倍小时時分秒点點刻元美英欧歐日韩韓公里米吨噸升度件块塊张張本页頁辆輛台臺颗顆匹头頭棵首篇支队隊组組代国國州省市县縣村户戶口双雙对對套门門间間棟栋站步句字招起宗例成章节節段期百千万萬亿億名巨大半',
);
const FORMAL = new Set('壹贰貳叁參肆伍陆陸柒捌玖拾佰仟');
/** Characters after which a numeral is not a number of its own. */
const NOT_AFTER = new Set('唯统統單单专專划劃之万萬星拜周週期');
const NOT_BEFORE = new Set('些样樣直般定起旦切致带帶律共味再边邊方面路生心向流体體并併战戰书書何下点點');

/** The result of the scan: the mention, and whether more digits belong to it. */
export interface HanNumber extends NumberMention {
  readonly value: number;
}

/** Whether a number in characters can start here. */
export function startsHanNumber(character: string): boolean {
  return STARTS.has(character);
}

/** A scale that multiplies the digits before it, `万` and its kind, or 0. */
export function hanScale(character: string): number {
  return SCALES[character] ?? TENS[character] ?? 0;
}

/** The number in characters that starts at `at`, `undefined` where the characters make no number. */
export function scanHan(text: string, at: number): HanNumber | undefined {
  if (text.startsWith('百分之', at)) {
    const rest = readCharacters(text, at + 3);
    if (rest) return { ...make(text, at, rest.end, [rest.value, rest.value / 100], 'words'), sort: 'percent', value: rest.value };
    return undefined;
  }
  if (text[at] === '首')
    return FIRST_OF.has(text[at + 1] ?? '')
      ? { ...make(text, at, at + 1, [1], 'loose'), isCommon: true, sort: 'ordinal', value: 1 }
      : undefined;
  const read = readCharacters(text, at);
  if (!read) return undefined;
  if (text.startsWith('分之', read.end)) {
    const top = readCharacters(text, read.end + 2);
    if (top && read.value > 0)
      return { ...make(text, at, top.end, [top.value / read.value, read.value], 'words'), sort: 'fraction', value: top.value / read.value };
  }
  let { value, end } = read;
  if ((text[end] === '点' || text[end] === '點') && text[end + 1] !== undefined && text[end + 1]! in UNITS && !read.vague) {
    let decimals = '';
    let cursor = end + 1;
    while (text[cursor] !== undefined && text[cursor]! in UNITS && decimals.length < 12) decimals += UNITS[text[cursor++]!];
    value = Number(`${value}.${decimals}`);
    end = cursor;
    while (text[end] !== undefined && text[end]! in SCALES) value *= SCALES[text[end++]!]!;
  }
  const before = text[at - 1] ?? '';
  const after = text[end] ?? '';
  const ordinal = before === '第';
  if (text[at] === '一' && end - at === 1 && NOT_BEFORE.has(after)) return undefined;
  const single = end - at === 1;
  // The formal numerals occur in names too: 陆 is six and land.
  if (single && FORMAL.has(text[at]!)) return undefined;
  let strength: Strength = 'words';
  if (read.vague || NOT_AFTER.has(before) || '数數几幾上近百千成整'.includes(before || ' ')) strength = 'loose';
  else if (single && (value <= 1 || value >= 100 || NOT_BEFORE.has(after) || !(MEASURES.has(after) || ordinal))) strength = 'loose';
  else if (single && ordinal && value <= 2) strength = 'loose';
  else if (end - at === 2 && value >= 1000 && read.value !== 10 && text[at]! in TENS) strength = 'loose';
  else if (value < 2) strength = 'loose';
  const readings = (after === '成' || after === '割') && value < 10 ? [value, value * 10, value / 10] : [value];
  // 七八个: seven or eight
  const isEither = end - at === 2 && value > 10 && value < 100 && value % 10 === Math.floor(value / 10) + 1 && !(text[at]! in TENS);
  const parts = isEither ? [make(text, at, at + 1, [Math.floor(value / 10)], 'loose'), make(text, at + 1, end, [value % 10], 'loose')] : [];
  return {
    ...make(text, at, end, readings, strength),
    ...(parts.length > 0 ? { parts } : {}),
    ...(ordinal ? { sort: 'ordinal' as const } : {}),
    ...(single && strength === 'loose' && (value === 1 || (ordinal && value === 2)) ? { isCommon: true } : {}),
    value,
  };
}

interface Characters {
  value: number;
  end: number;
  /** Two units in a row, as in 三五 (a few): no exact number. */
  vague: boolean;
}

function readCharacters(text: string, at: number): Characters | undefined {
  let total = 0;
  let section = 0;
  let unit = -1;
  let digits = '';
  let scaled = false;
  let vague = false;
  let end = at;
  let lastScale = Number.POSITIVE_INFINITY;
  for (; end < text.length; end++) {
    const character = text[end]!;
    const asUnit = UNITS[character];
    // 二十两 is twenty taels: 两 is two only at the head, or before 百 and its kind.
    if ((character === '两' || character === '兩') && end > at && !/[百千万萬亿億]/.test(text[end + 1] ?? '')) break;
    // 一百多亿: more than ten billion.
    if ((character === '多' || character === '余' || character === '餘') && end > at && (text[end + 1] ?? '') in SCALES) continue;
    if (asUnit !== undefined) {
      if (digits.length < 400) digits += String(asUnit);
      if (unit > 0 && scaled) vague = true;
      unit = asUnit;
      continue;
    }
    const asTen = TENS[character];
    if (asTen !== undefined) {
      if (unit >= 0 && digits.length > 1 && !scaled) vague = true;
      section += (unit <= 0 ? 1 : unit) * asTen;
      unit = -1;
      digits = '';
      scaled = true;
      continue;
    }
    const asScale = SCALES[character];
    if (asScale === undefined) break;
    if (unit >= 0 && digits.length > 1 && !scaled) vague = true;
    section += unit > 0 ? unit : 0;
    if (section === 0 && total > 0) total *= asScale;
    else if (asScale > lastScale) total = (total + Math.max(section, 1)) * asScale;
    else total += Math.max(section, 1) * asScale;
    lastScale = asScale;
    section = 0;
    unit = -1;
    digits = '';
    scaled = true;
  }
  if (end === at) return undefined;
  if (!scaled) {
    // No 十, 百 or 万: a row of digits, 二〇二六, or two neighbours that mean "a few".
    if (digits.length === 2 && !digits.includes('0')) vague = true;
    return { value: Number(digits), end, vague };
  }
  return { value: total + section + Math.max(unit, 0), end, vague };
}

function make(text: string, start: number, end: number, values: number[], strength: Strength): NumberMention {
  return { start, end, text: text.slice(start, end), readings: values.map(numberKey), strength };
}
