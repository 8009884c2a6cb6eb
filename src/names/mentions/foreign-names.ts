/**
 * Foreign names in Chinese text, by the characters they are written with: a hidden Markov model of two states, text and name.
 *
 *     据 | 苏 门 答 腊 | 岛 多 | 巴 湖 |     log odds of each character, against what it costs to begin and to end a name
 *
 * No other text need have the name. Time is that of the text.
 */
import { exp, log } from '../../exact-math.ts';
import { lazy } from '../../lazy.ts';
import { simplify } from '../tables/simplified.ts';
import { meanLength, transliterationTable } from '../tables/transliteration-table.ts';

/** A stretch of a text. */
export interface ForeignName {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Nats above running text. */
  readonly worth: number;
}

const odds = lazy(() => {
  const read = new Map<string, readonly [number, number]>();
  const value = (letter: string) => (letter.charCodeAt(0) - 110) / 2;
  for (let at = 0; at < transliterationTable.length; at += 3)
    read.set(transliterationTable[at]!, [value(transliterationTable[at + 1]!), value(transliterationTable[at + 2]!)]);
  return read;
});

/** Characters of news per foreign name, on average. */
const charactersPerName = 60;
const begins = -log(charactersPerName);
const ends = -log(meanLength);
const goesOn = log(1 - exp(ends));
const dot = /[·・‧•]/;

/** The names in a text, in order. */
export function foreignNames(text: string): ForeignName[] {
  const table = odds();
  const simple = simplify(text);
  const names: ForeignName[] = [];
  const n = simple.length;
  const best = new Float64Array(n + 1); // of all ways to read the first characters, none in a name
  const inside = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY); // the last one in a name
  const began = new Int32Array(n + 1);
  const closed = new Int32Array(n + 1).fill(-1);
  for (let at = 0; at < n; at++) {
    const [first, rest] = table.get(simple[at]!) ?? [
      Number.NEGATIVE_INFINITY,
      dot.test(simple[at]!) && at > 0 ? 0 : Number.NEGATIVE_INFINITY,
    ];
    const opened = best[at]! + begins + first;
    const kept = inside[at]! + goesOn + rest;
    inside[at + 1] = Math.max(opened, kept);
    began[at + 1] = opened > kept ? at : began[at]!;
    best[at + 1] = best[at]!;
    if (at - began[at + 1]! < 1 || dot.test(simple[at]!) || inside[at + 1]! + ends <= best[at + 1]!) continue;
    best[at + 1] = inside[at + 1]! + ends;
    closed[at + 1] = began[at + 1]!;
  }
  for (let at = n; at > 0; ) {
    if (closed[at]! < 0) at--;
    else {
      names.unshift({ start: closed[at]!, end: at, text: text.slice(closed[at]!, at), worth: best[at]! - best[closed[at]!]! });
      at = closed[at]!;
    }
  }
  return names;
}
