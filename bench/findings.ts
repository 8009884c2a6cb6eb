/**
 * Measures the findings rules on FLORES: how many seeded errors are found, and what is reported on untouched translations.
 *
 * `node bench/run.mjs bench/findings.ts [first line] [last line] [--show rule]`; texts: `flores.ts`.
 * Lines 501 to 1012 served for tuning, the first 500 as a check. Errors are put into the English side: another number (digits or a word), another weekday, a
 * negation taken away or put in; and into the Indonesian or Chinese side: another number in digits, a negation. Each sentence pair is a bead of its own.
 * Names and content: `findings-names.ts`, `findings-content.ts`.
 */
import { findDivergences } from '../src/findings/find-divergences.ts';
import type { Finding } from '../src/types.ts';
import { chosen, from, lineByLine, linesOf, pick, Reliability, random, replaceAt, shown, wording } from './flores.ts';

const WORDS = 'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty'.split(' ');
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const AUXILIARY = 'is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|must|may|might';

function otherDigits(old: string): string {
  for (;;) {
    const digits = Array.from(old, (digit) => (random() < 0.5 ? String((Number(digit) + 1 + Math.floor(random() * 8)) % 10) : digit)).join(
      '',
    );
    const kept = digits.length > 1 && digits.startsWith('0') ? `1${digits.slice(1)}` : digits;
    if (kept !== old) return kept;
  }
}

function other(list: readonly string[], old: string): string {
  for (;;) {
    const word = pick(list)!;
    if (word.toLowerCase() !== old.toLowerCase()) return word;
  }
}

const ENGLISH: Record<string, (text: string) => string | undefined> = {
  number: (text) =>
    replaceAt(text, pick([...text.matchAll(new RegExp(`\\d+|\\b(?:${WORDS.join('|')})\\b`, 'gi'))]), (old) =>
      /\d/.test(old) ? otherDigits(old) : other(WORDS, old),
    ),
  weekday: (text) => replaceAt(text, pick([...text.matchAll(new RegExp(`\\b(?:${DAYS.join('|')})\\b`, 'g'))]), (old) => other(DAYS, old)),
  'negation lost': (text) =>
    replaceAt(text, pick([...text.matchAll(new RegExp(`\\b(?:${AUXILIARY})(?:n't| not)\\b|\\bcannot\\b`, 'gi'))]), (old) =>
      old.replace(/n't$| not$|not$/i, ''),
    ),
  'negation added': (text) =>
    new RegExp(`\\b(?:${AUXILIARY})(?:n't| not)\\b|\\bcannot\\b`, 'i').test(text)
      ? undefined
      : replaceAt(
          text,
          pick([...text.matchAll(/\b(?:is|are|was|were|will|would|can|could|should|must)\b(?! not)/gi)]),
          (old) => `${old} not`,
        ),
};

const FOREIGN: Record<string, Record<string, (text: string, english: string) => string | undefined>> = {
  id: {
    'number, source': (text) => replaceAt(text, pick([...text.matchAll(/\d+/g)]), otherDigits),
    'negation lost, source': (text, english) =>
      isNegative(english) ? replaceAt(text, pick([...text.matchAll(/\b(?:tidak|bukan|belum|tak) /gi)]), () => '') : undefined,
    'negation added, source': (text) =>
      /\b(?:tidak|bukan|belum|tak)\b/i.test(text)
        ? undefined
        : replaceAt(text, pick([...text.matchAll(/\b(?:adalah|akan|dapat|bisa|harus)\b/g)]), (old) =>
            old === 'adalah' ? 'bukan' : `tidak ${old}`,
          ),
  },
  zh: {
    'number, source': (text) => replaceAt(text, pick([...text.matchAll(/\d+/g)]), otherDigits),
    'negation lost, source': (text, english) =>
      isNegative(english)
        ? replaceAt(text, pick([...text.matchAll(/不(?=[会能是要可应该想愿知需必用允])|没有|(?<=[并从绝])不/g)]), () => '')
        : undefined,
    'negation added, source': (text) =>
      /[不没未]/.test(text) ? undefined : replaceAt(text, pick([...text.matchAll(/是|会|能|可以/g)]), (old) => `不${old}`),
  },
};

function isNegative(english: string): boolean {
  return /\b(?:not|no|never|none|without|cannot|nothing|neither)\b|n't/i.test(english);
}

function find(language: string, source: string, target: string): Finding[] {
  return findDivergences({ ...lineByLine(language, [source], [target]), names: [] });
}

const reliability = new Reliability();
const english = linesOf('en');
for (const language of chosen([
  'id',
  'zh',
  'ms',
  'es',
  'fr',
  'de',
  'ru',
  'uk',
  'el',
  'pt',
  'it',
  'nl',
  'pl',
  'tr',
  'vi',
  'ja',
  'ko',
  'ar',
  'hi',
  'th',
])) {
  const foreign = linesOf(language);
  const untouched: Record<string, number> = {};
  const found: Record<string, [hits: number, all: number]> = {};
  foreign.forEach((source, at) => {
    const target = english[at]!;
    const clean = find(language, source, target);
    for (const finding of clean) {
      untouched[finding.rule] = (untouched[finding.rule] ?? 0) + 1;
      if (finding.rule === shown) console.log(`${language} ${from + at + 1}: ${finding.message}\n  ${source}\n  ${target}`);
    }
    if (!FOREIGN[language]) return;
    const known = new Set(clean.map(wording));
    for (const finding of clean) reliability.add(finding.confidence, false);
    const tryOn = (kind: string, changedSource: string | undefined, changedTarget: string | undefined): void => {
      if (changedSource === undefined || changedTarget === undefined) return;
      const added = find(language, changedSource, changedTarget).filter((finding) => !known.has(wording(finding)));
      for (const finding of added) reliability.add(finding.confidence, true);
      const [hits, all] = found[kind] ?? [0, 0];
      found[kind] = [hits + Number(added.length > 0), all + 1];
    };
    for (const [kind, change] of Object.entries(ENGLISH)) tryOn(kind, source, change(target));
    for (const [kind, change] of Object.entries(FOREIGN[language])) tryOn(kind, change(source, target), target);
  });
  const errors = Object.entries(found).map(([kind, [hits, all]]) => `${kind} ${hits}/${all} = ${(hits / all).toFixed(3)}`);
  console.log([`${language}: untouched ${JSON.stringify(untouched)}`, ...errors].join('\n    '));
}
console.log(`confidence of findings, untouched pairs and all injected errors together:\n    ${reliability}`);
