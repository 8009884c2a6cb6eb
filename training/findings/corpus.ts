/** Parallel sentences and dictionary entries as words of the lexicon. Dev data: nothing of it is kept but counts. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutHan, MAX_HAN_WORD } from '../../src/findings/lexicon/han-words.ts';
import { wordKey } from '../../src/findings/lexicon/word-key.ts';

const corpora = process.env.PALIMPSEST_CORPORA ?? '../shared/corpora';
/** Narrow jargon is sampled: most lines taken of one source. */
const MOST: Readonly<Record<string, number>> = {
  'tw-laws': 60_000,
  'openclaw-docs': 12_000,
  'python-docs': 25_000,
  'tensorflow-docs': 15_000,
};
const USUAL_MOST = 25_000;
const MAX_TOKENS = 50;

export type Cut = (text: string) => string[];

export const cutWords =
  (base: string): Cut =>
  (text) =>
    Array.from(
      text
        .normalize('NFC')
        .toLowerCase()
        .matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu),
      (match) => wordKey(match[0].replace(/’/g, "'"), base),
    );

function unpack(file: string): [string, string][] {
  return execFileSync('xz', ['-dc', file], { maxBuffer: 1 << 30, encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t').slice(0, 2) as [string, string]);
}

/** Sampled sentence pairs, foreign first, in an order that mixes the sources alike in every run. */
export function sentencePairs(language: string): [string, string][] {
  const folder = join(corpora, 'train', `${language}-en`);
  const pairs: [string, string][] = [];
  for (const file of readdirSync(folder).sort()) {
    const lines = unpack(join(folder, file));
    const most = MOST[file.split('.')[0]!] ?? USUAL_MOST;
    const step = Math.max(1, lines.length / most);
    for (let at = 0; at < lines.length; at += step) pairs.push(lines[Math.floor(at)]!);
  }
  return language === 'zh' ? pairs.map(([foreign, english]) => [simplify(foreign), english]) : pairs;
}

export function dictionary(language: string, sources: readonly string[]): [string, string][] {
  return sources.flatMap((source) => {
    const file = join(corpora, 'lexicon', `${language}-en`, `${source}.tsv.xz`);
    if (!existsSync(file)) return [];
    const entries = unpack(file);
    return language === 'zh' ? entries.map(([foreign, english]): [string, string] => [simplify(foreign), english]) : entries;
  });
}

let simple: Map<string, string> | undefined;

/** Traditional characters to simplified ones, one by one. */
export function simplify(text: string): string {
  simple ??= new Map(
    readFileSync(join(corpora, 'lexicon', 't2s_chars.tsv'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('\t'))
      .map((line) => line.split('\t').map((one) => one.split(' ')[0]!) as [string, string]),
  );
  return Array.from(text, (one) => simple!.get(one) ?? one).join('');
}

/** Chinese words out of the dictionary, by how often a cut of the sentences uses them. */
export function hanWords(
  pairs: readonly (readonly [string, string])[],
  entries: readonly (readonly [string, string])[],
): Map<string, number> {
  const listed = new Set(
    entries.map(([foreign]) => foreign).filter((word) => /^[\u4e00-\u9fff]+$/.test(word) && word.length <= MAX_HAN_WORD),
  );
  let counts = new Map<string, number>();
  for (const [foreign] of pairs) {
    for (const run of foreign.matchAll(/[\u4e00-\u9fff]+/g)) {
      for (let at = 0; at < run[0].length; at++) {
        for (let length = 1; length <= MAX_HAN_WORD && at + length <= run[0].length; length++) {
          const word = run[0].slice(at, at + length);
          if (length === 1 || listed.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
        }
      }
    }
  }
  for (let round = 0; round < 2; round++) {
    const cut = cutHanBy(counts);
    const next = new Map<string, number>();
    for (const [foreign] of pairs) for (const word of cut(foreign)) next.set(word, (next.get(word) ?? 0) + 1);
    counts = new Map([...next].filter(([, count]) => count >= 4));
  }
  return counts;
}

/** What a word costs that so many of all are. */
export function costOf(count: number, total: number): number {
  return Math.log(total / count);
}

export function cutHanBy(counts: ReadonlyMap<string, number>): Cut {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const costs = new Map([...counts].map(([word, count]) => [word, costOf(count, total)]));
  return (text) => cutHan(text, (word) => costs.get(word), costOf(1, total)).map((word) => word.text);
}

/** A vocabulary and sentences in its ids; rare words are left out of the sentences. */
export function toTokens(
  texts: readonly string[][],
  least: number,
): { words: string[]; counts: number[]; ids: Int32Array; offsets: Int32Array } {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].filter(([, count]) => count >= least).sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  const numbers = new Map(words.map(([word], at) => [word, at]));
  const kept = texts.map((text) => text.flatMap((word) => numbers.get(word) ?? []).slice(0, MAX_TOKENS));
  const offsets = new Int32Array(texts.length + 1);
  kept.forEach((text, at) => {
    offsets[at + 1] = offsets[at]! + text.length;
  });
  return { words: words.map(([word]) => word), counts: words.map(([, count]) => count), ids: Int32Array.from(kept.flat()), offsets };
}
