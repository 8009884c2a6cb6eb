/**
 * Which words that look negative stand for a negation in a translation, counted in parallel sentences. Those that hardly ever do answer no negator; and
 * negators with a word that translators often say without any negation (不变, tidak sengaja) need no answer. Both are written to
 * `src/findings/harmless-hints.ts`. `node bench/run.mjs training/findings/count-negations.ts`; texts: `corpus.ts`.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { BeadSide } from '../../src/findings/bead-side.ts';
import { findNegations, type Negations } from '../../src/findings/find-negations.ts';
import { wordsOf } from '../../src/findings/lexicon/side-words.ts';
import { sentencePairs } from './corpus.ts';

/** Rarer words are not judged. */
const LEAST_COUNT = 20;
/** In sentences with the word and no sure negator: the share whose translation negates. Without the word it is below a hundredth. */
const MOST_ANSWERS = 0.06;
/** Single characters say too little. What is negative by its form may stand for a negation any time, also where it seldom did; set phrases have lost that meaning. */
const NEGATIVE_FORM = /^[不无未非]/;
const SET_PHRASE = /^(?:不断|不论|不管|不久|无论|无线|无缝|未来|非常|非洲)/;
/** Longer sentences may negate anywhere. */
const LONGEST = 400;

class Tally {
  readonly #counts = new Map<string, [all: number, answers: number]>();

  add(word: string, answers: boolean): void {
    const entry = this.#counts.get(word) ?? [0, 0];
    this.#counts.set(word, [entry[0] + 1, entry[1] + Number(answers)]);
  }

  /** Words of which so large a share was answered. */
  often(least: number, share: number): string[] {
    return [...this.#counts]
      .filter(([, [all, answers]]) => all >= least && answers >= share * all)
      .map(([word]) => word)
      .sort();
  }

  harmless(): string[] {
    const words = [...this.#counts].filter(([, [all, answers]]) => all >= LEAST_COUNT && answers < MOST_ANSWERS * all);
    return words
      .flatMap(([word]) => (/^\p{Script=Han}$/u.test(word) || (NEGATIVE_FORM.test(word) && !SET_PHRASE.test(word)) ? [] : [word]))
      .sort();
  }
}

const side = (language: string, text: string): BeadSide =>
  new BeadSide(
    { id: language, language, languageConfidence: 1, text, sentences: [{ index: 0, start: 0, end: text.length, text }] },
    [0, 1],
  );

function count({ hints }: Negations, own: BeadSide, other: Negations, tally: Tally): void {
  const words = own.base === 'zh' ? wordsOf(own, 'en') : [];
  for (const hint of hints) {
    // a character counts in its word
    const word = words.find(({ end }) => end > hint.start);
    const [start, end] = word && word.start <= hint.start ? [word.start, Math.max(word.end, hint.end)] : [hint.start, hint.end];
    tally.add(own.lower.slice(start, end), other.sure.length > 0);
  }
}

/** A negator with what it negates: its word in Chinese, else the word that follows. */
function countSure({ sure }: Negations, own: BeadSide, other: Negations, tally: Tally): void {
  if (sure.length !== 1) return;
  const [{ start, end }] = sure as [{ start: number; end: number }];
  const isSilent = other.sure.length === 0 && other.hints.length === 0;
  if (own.base === 'zh') {
    const word = wordsOf(own, 'en').find((one) => one.end > start);
    if (word && word.end > end) tally.add(own.text.slice(Math.min(word.start, start), word.end), isSilent);
    return;
  }
  const next = own.words.find((word) => word.start >= end);
  if (next) tally.add(`${own.lower.slice(start, end)}_${next.text}`, isSilent);
}

/** Rarer negators are not judged. */
const LEAST_SURE = 8;
/** Share of translations without any negation from which on none is expected. */
const SILENT_SHARE = 0.25;

const lines: string[] = [];
const quiet: string[] = [];
for (const language of ['id', 'zh']) {
  const [foreign, english, sure] = [new Tally(), new Tally(), new Tally()];
  for (const [text, translation] of sentencePairs(language)) {
    if (text.length > LONGEST || translation.length > LONGEST) continue;
    const [source, target] = [side(language, text), side('en', translation)];
    const [ours, theirs] = [findNegations(source), findNegations(target)];
    if (!ours || !theirs) continue;
    if (ours.sure.length === 0) count(ours, source, theirs, foreign);
    if (theirs.sure.length === 0) count(theirs, target, ours, english);
    countSure(ours, source, theirs, sure);
  }
  quiet.push(`'${language} en': ${JSON.stringify(sure.often(LEAST_SURE, SILENT_SHARE).join('|'))},`);
  lines.push(
    `'${language} en': ${JSON.stringify(foreign.harmless().join('|'))},`,
    `'en ${language}': ${JSON.stringify(english.harmless().join('|'))},`,
  );
}
const file = 'src/findings/harmless-hints.ts';
writeFileSync(
  file,
  `/**
 * Words that look negative and hardly ever stand for a negation in a translation, by language and that of the translation, bars between. Written by
 * \`training/findings/count-negations.ts\`; do not edit.
 */
export const HARMLESS_HINTS: Readonly<Record<string, string>> = {
${lines.join('\n')}
};

/** Negators with a word that is often said without any negation, in the same form as the \`quiet\` phrases. */
export const QUIET_NEGATORS: Readonly<Record<string, string>> = {
${quiet.join('\n')}
};
`,
);
execFileSync('npx', ['biome', 'check', '--write', file]);
