/**
 * Measures the findings rules on FLORES: how many seeded errors are found, and what is reported on untouched translations.
 *
 * `node bench/run.mjs bench/findings.ts [first line] [last line] [--only id,zh] [--show rule] [--record]`; texts: `flores.ts`.
 * Lines 501 to 1012 served for tuning, the first 500 as a check. Errors are put into the English side: another number (digits or a word), another weekday, a
 * negation taken away or put in; and into the other side: another number in digits, and in Indonesian or Chinese a negation. Each sentence pair is a
 * pair of documents of its own.
 */
import { findDivergences } from '../src/findings/find-divergences.ts';
import type { Finding } from '../src/types.ts';
import { chosen, from, lineByLine, linesOf, Reliability, shown, updateRecord, wording } from './flores.ts';
import { DIGITS, ENGLISH, FOREIGN, LANGUAGES } from './injected-errors.ts';

function find(language: string, source: string, target: string): Finding[] {
  return findDivergences({ ...lineByLine(language, [source], [target]), names: [] });
}

const reliability = new Reliability();
const english = linesOf('en');
const record: Record<string, { untouched: Record<string, number>; found: Record<string, [hits: number, all: number]> }> = {};
for (const language of chosen(LANGUAGES)) {
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
    for (const [kind, change] of Object.entries(FOREIGN[language] ?? DIGITS)) tryOn(kind, change(source, target), target);
  });
  record[language] = { untouched, found };
  const errors = Object.entries(found).map(([kind, [hits, all]]) => `${kind} ${hits}/${all} = ${(hits / all).toFixed(3)}`);
  console.log([`${language}: untouched ${JSON.stringify(untouched)}`, ...errors].join('\n    '));
}
console.log(`confidence of findings, untouched pairs and all injected errors together:\n    ${reliability}`);
if (process.argv.includes('--record')) updateRecord({ flores: record });
