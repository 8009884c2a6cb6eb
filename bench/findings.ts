/**
 * Measures the findings rules on FLORES: how many seeded errors are found, and what is reported on untouched translations.
 *
 * `node bench/run.mjs bench/findings.ts [first line] [last line] [--show rule]`; the folder comes from `PALIMPSEST_DEV`, default `../shared/eval-dev`.
 * Lines 501 to 1012 served for tuning, the first 500 as a check. Errors are put into the English side: another number (digits or a word), another weekday, a
 * negation taken away or put in; and into the Indonesian or Chinese side: another number in digits, a negation. Each sentence pair is a bead of its own.
 * Clauses are cut out of English sentences of one long document, with the tokens of the built-in model.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEmbedder } from '../src/embed/create-embedder.ts';
import { findDivergences } from '../src/trace/findings/find-divergences.ts';
import type { AdditiveEmbedder, AlignedDocument, Finding } from '../src/types.ts';

const folder = process.env.PALIMPSEST_DEV ?? '../shared/eval-dev';
const [from = 0, to = 500] = process.argv
  .slice(2)
  .filter((one) => /^\d+$/.test(one))
  .map(Number);
const shown = process.argv.includes('--show') ? process.argv[process.argv.indexOf('--show') + 1] : undefined;
const lines = (language: string): string[] =>
  readFileSync(join(folder, 'flores-devtest', `${language}.txt`), 'utf8')
    .trimEnd()
    .split('\n');

let state = 7;
/** A number from 0 to 1, the same in every run. */
const random = (): number => {
  state = (state * 1103515245 + 12345) & 0x7fffffff;
  return state / 0x7fffffff;
};
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

const WORDS = 'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty'.split(' ');
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const AUXILIARY = 'is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|must|may|might';

function replaceAt(text: string, match: RegExpMatchArray | undefined, by: (old: string) => string): string | undefined {
  if (!match) return undefined;
  return text.slice(0, match.index) + by(match[0]) + text.slice(match.index! + match[0].length);
}

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

function documentOf(id: string, language: string, text: string): AlignedDocument {
  return { id, language, languageConfidence: 1, text, sentences: [{ index: 0, start: 0, end: text.length, text }] };
}

function find(language: string, source: string, target: string): Finding[] {
  return findDivergences({
    documents: [documentOf('source', language, source), documentOf('target', 'en', target)],
    pairs: [
      {
        source: 'source',
        target: 'target',
        relation: 'parallel',
        relationConfidence: 1,
        beads: [{ source: [0, 1], target: [0, 1], similarity: 0.8, confidence: 0.95 }],
      },
    ],
    names: [],
  });
}

const english = lines('en').slice(from, to);
for (const language of [
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
]) {
  const foreign = lines(language).slice(from, to);
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
    const known = new Set(clean.map(({ rule, actual, expected }) => `${rule} ${actual} ${expected}`));
    const tryOn = (kind: string, changedSource: string | undefined, changedTarget: string | undefined): void => {
      if (changedSource === undefined || changedTarget === undefined) return;
      const isNew = find(language, changedSource, changedTarget).some(
        ({ rule, actual, expected }) => !known.has(`${rule} ${actual} ${expected}`),
      );
      const [hits, all] = found[kind] ?? [0, 0];
      found[kind] = [hits + Number(isNew), all + 1];
    };
    for (const [kind, change] of Object.entries(ENGLISH)) tryOn(kind, source, change(target));
    for (const [kind, change] of Object.entries(FOREIGN[language])) tryOn(kind, change(source, target), target);
  });
  const errors = Object.entries(found).map(([kind, [hits, all]]) => `${kind} ${hits}/${all} = ${(hits / all).toFixed(3)}`);
  console.log([`${language}: untouched ${JSON.stringify(untouched)}`, ...errors].join('\n    '));
}

/** A sentence without one of its clauses of six words or more, where it has one beside others. */
function cutClause(text: string): string | undefined {
  const clauses = text.split(/(?<=,) /);
  const long = clauses.filter((clause) => clause.split(' ').length >= 6);
  const cut = clauses.length > 1 ? pick(long) : undefined;
  return (
    cut &&
    clauses
      .filter((clause) => clause !== cut)
      .join(' ')
      .replace(/,\s*$/, '.')
  );
}

async function findClauses(
  embedder: AdditiveEmbedder,
  language: string,
  source: readonly string[],
  target: readonly string[],
): Promise<Set<number>> {
  const documents = [linesOf('source', language, source), linesOf('target', 'en', target)];
  const pieces = new Map([
    ['source', await embedder.pieces(source)],
    ['target', await embedder.pieces(target)],
  ]);
  const beads = source.map((_, at) => ({
    source: [at, at + 1] as [number, number],
    target: [at, at + 1] as [number, number],
    similarity: 0.8,
    confidence: 0.95,
  }));
  const pairs = [{ source: 'source', target: 'target', relation: 'parallel' as const, relationConfidence: 1, beads }];
  return new Set(findDivergences({ documents, pairs, names: [] }, { rules: ['content'], pieces }).map((finding) => finding.bead));
}

function linesOf(id: string, language: string, texts: readonly string[]): AlignedDocument {
  let start = 0;
  const sentences = texts.map((text, index) => {
    const sentence = { index, start, end: start + text.length, text };
    start += text.length + 1;
    return sentence;
  });
  return { id, language, languageConfidence: 1, text: texts.join('\n'), sentences };
}

const embedder = (await createEmbedder()) as AdditiveEmbedder;
// A few of many, so that the usual ratio of lengths stays that of the whole texts.
const cut = english.map((text, at) => (at % 4 === 0 ? cutClause(text) : undefined));
const count = cut.filter((text) => text !== undefined).length;
for (const language of ['id', 'zh', 'es', 'de', 'fr', 'ru', 'el', 'ja', 'ar']) {
  const foreign = lines(language).slice(from, to);
  const clean = await findClauses(embedder, language, foreign, english);
  const found = await findClauses(
    embedder,
    language,
    foreign,
    cut.map((text, at) => text ?? english[at]!),
  );
  const hits = cut.filter((text, at) => text !== undefined && found.has(at)).length;
  console.log(`${language}: clause lost ${hits}/${count} = ${(hits / count).toFixed(3)}, untouched ${clean.size} of ${english.length}`);
}
