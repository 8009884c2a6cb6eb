/**
 * Characters with the same properties in all versions of Unicode from 15.0 on, and a way to mask the others.
 *
 * Each engine takes letters, case, digits and composition from its own copy of Unicode: Node 20.8 has 15.0, Node 24.9 has 16.0, browsers have
 * newer ones, and a later version may assign any code point that was free before. Engines would disagree on texts with such characters (new
 * emoji, rare Han, new scripts, and six letters whose class or case changed). So the stages that use the engine's tables see a different
 * character of the same length in their place, which is no letter, mark or digit in any version.
 *
 * Time linear in the text. Nearly all texts are only scanned, in constant memory.
 */
import { UNSETTLED_RANGES } from './unsettled-ranges.ts';

/** Alternating starts and ends of ranges of unsettled characters, ascending. */
const bounds: readonly number[] = readBounds();
/** By UTF-16 unit. */
const UNSETTLED = 1;
const HIGH_SURROGATE = 2;
const kinds = makeKinds();
/** Anything but settled characters of the most frequent blocks: most texts need no further check. */
const OUT_OF_THE_ORDINARY =
  /[^\0-\u019a\u0400-\u052f\u2010-\u2027\u3000-\u303f\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9f]/;
/** Noncharacters, of one and of two units: no version of Unicode will ever give them a meaning. */
const NOTHING = '\ufdd0';
const NOTHING_ASTRAL = '\u{1fffe}';

/** The text with each unsettled character replaced by a noncharacter of its length: the same string where there is none. */
export function settleText(text: string): string {
  return replaceUnsettled(text, (character) => (character.length === 1 ? NOTHING : NOTHING_ASTRAL));
}

/** A value without unsettled characters, and a function that restores them in results made from it. */
export interface SettledValue<Value> {
  readonly settled: Value;
  /** Plain JSON with the original characters restored. */
  restore<Result>(result: Result): Result;
}

/**
 * Runs a function on a copy of its input in which each unsettled character is replaced by a private-use one that does not occur in it, and restores
 * them in the result. Input and result are plain JSON; without unsettled characters the function gets its input itself.
 */
export function withSettledText<Value, Result>(value: Value, run: (value: Value) => Result): Result {
  const { settled, restore } = settleValue(value);
  return restore(run(settled));
}

/**
 * The two halves of {@link withSettledText}, for work that is done in steps.
 *
 * @param texts - A part of the value that contains all its strings, if that is quicker to scan.
 */
export function settleValue<Value>(value: Value, texts: unknown = value): SettledValue<Value> {
  const found = new Set<string>();
  const collect = (text: string): string =>
    replaceUnsettled(text, (character) => {
      found.add(character);
      return character;
    });
  visitStrings(texts, collect);
  if (found.size === 0) return { settled: value, restore: (result) => result };
  const standIns = chooseStandIns(found, texts);
  const originals = new Map([...standIns].map(([character, standIn]) => [standIn, character]));
  const settled = mapStrings(value, (text) => replaceUnsettled(text, (character) => standIns.get(character) ?? character));
  return {
    settled: settled as Value,
    restore: <Result>(result: Result) =>
      mapStrings(result, (text) => text.replace(PRIVATE, (character) => originals.get(character) ?? character)) as Result,
  };
}

const PRIVATE = /[\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/g;

function chooseStandIns(found: ReadonlySet<string>, texts: unknown): Map<string, string> {
  const taken = new Set<string>();
  visitStrings(texts, (text) => {
    for (const [character] of text.matchAll(PRIVATE)) taken.add(character);
  });
  const next = [0xe000, 0xf0000];
  const standIns = new Map<string, string>();
  for (const character of found) {
    const plane = character.length - 1;
    let standIn: string;
    do standIn = String.fromCodePoint(next[plane]!++);
    while (taken.has(standIn));
    if (PRIVATE.exec(standIn) === null) break; // every private character is in use
    PRIVATE.lastIndex = 0;
    standIns.set(character, standIn);
  }
  return standIns;
}

function replaceUnsettled(text: string, replacement: (character: string) => string): string {
  if (!OUT_OF_THE_ORDINARY.test(text)) return text;
  let replaced = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = kinds[text.charCodeAt(at)]!;
    if (kind === 0) continue;
    const length = kind === UNSETTLED ? 1 : unsettledPair(text, at);
    if (length === 0) continue;
    replaced += text.slice(from, at) + replacement(text.slice(at, at + length));
    from = at + length;
    at = from - 1;
  }
  return from === 0 ? text : replaced + text.slice(from);
}

/** 2 where an unsettled character of two units begins, else 0. */
function unsettledPair(text: string, at: number): number {
  const code = text.codePointAt(at)!;
  return code >= 0x10000 && isUnsettled(code) ? 2 : 0;
}

function isUnsettled(code: number): boolean {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bounds[middle]! <= code) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}

function visitStrings(value: unknown, visit: (text: string) => void): void {
  if (typeof value === 'string') visit(value);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) visitStrings(item, visit);
}

function mapStrings(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, map)]));
}

function readBounds(): number[] {
  let at = 0;
  return UNSETTLED_RANGES.split(' ').map((step) => {
    at += Number.parseInt(step, 36);
    return at;
  });
}

function makeKinds(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let index = 0; bounds[index]! < 0x10000; index += 2) table.fill(UNSETTLED, bounds[index], bounds[index + 1]);
  return table.fill(HIGH_SURROGATE, 0xd800, 0xdc00);
}
