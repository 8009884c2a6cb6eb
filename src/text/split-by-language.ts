/**
 * Finds the runs of one language in a text, and the parts of a mixed document.
 *
 *     sentence   1  2  3  4  5  6  7  8  9        each votes for a language, weighted by its confidence;
 *     vote       zh zh en zh zh en en en en       a change of language costs more than one vote is worth,
 *     run        zh zh zh zh zh en en en en       so a single foreign sentence or name is no run
 *
 * Time: sentences × languages²; in long texts, sentences vote in groups, and one by one only near a change.
 */
import { findBestLabels } from './best-labels.ts';
import { guessLanguage, guessQuickly, type LanguageGuess } from './detect-language.ts';
import { LEAST_LANGUAGE_CONFIDENCE } from './language-confidence.ts';
import { type SentenceSpan, splitSentences } from './split-sentences.ts';

/** A span of text in one language, `[start, end)`, UTF-16 units. */
export interface LanguageRun {
  language: string;
  start: number;
  end: number;
}

/** A part of a document: all runs in one language. */
export interface LanguagePart {
  language: string;
  /** The runs, in order. Together the parts cover every sentence. */
  runs: LanguageRun[];
}

/** The vote of a sentence; `shared` when its group voted for it. */
interface Vote extends LanguageGuess {
  shared: boolean;
}

/** Cost of a change of language. A sentence with confidence 1 changes the score by 2, so one sentence alone never causes two changes. */
const CHANGE_COST = 2.6;
/** Most groups that vote in the first pass. */
const MOST_GROUPS = 300;
/** Fewest sentences of a run that makes a document mixed. */
const LONG_RUN = 5;
/** Least share of a document, in sentences, that the long runs of a language must have. */
const LEAST_SHARE = 0.2;
/** Close languages, with the one that represents both while runs are found: single sentences do not distinguish them, a document does. */
const CLOSE_LANGUAGES: Readonly<Record<string, string>> = {
  'zh-Hant': 'zh',
  ms: 'id',
  da: 'no',
  sk: 'cs',
  mr: 'hi',
  ne: 'hi',
  be: 'ru',
  gl: 'pt',
  af: 'nl',
};

/**
 * The runs of one language, in order, each from its first sentence to its last. Text without any letters is one run `'und'`; blank text has no run.
 * One or two sentences inside another run are not a run of their own.
 *
 * @example
 * ```ts
 * const runs = splitByLanguage('The envoy met the president. They talked for hours. He left.\n特使会见了总统。会谈持续了三个小时。他走了。');
 * console.log(runs.map(({ language, start }) => `${language} from ${start}`)); // → [ 'en from 0', 'zh from 61' ]
 * ```
 */
export function splitByLanguage(text: string): LanguageRun[] {
  return runsOf(splitSentences(text)).map((run) => ({ ...run, language: memberOf(run.language, text.slice(run.start, run.end)) }));
}

/** The language of a run, chosen between close languages by the text of the whole run. */
function memberOf(family: string, text: string): string {
  const { language } = guessLanguage(text);
  return CLOSE_LANGUAGES[language] === family ? language : family;
}

/**
 * The parts of a mixed document: one for each language with long runs (at least 5 sentences each, together a fifth of the document).
 * Shorter runs join the part before them (at the beginning, the part after). A document that is not mixed is one part.
 */
export function cutMixedDocument(text: string, sentences: readonly SentenceSpan[] = splitSentences(text)): LanguagePart[] {
  const runs = runsOf(sentences);
  if (runs.length === 0) return [];
  const lengths = runs.map((run) => sentences.filter((sentence) => sentence.start >= run.start && sentence.end <= run.end).length);
  const languages = longLanguages(runs, lengths, sentences.length);
  if (languages.size < 2)
    return [
      {
        language: mainLanguage(runs, lengths),
        runs: [{ language: mainLanguage(runs, lengths), start: runs[0]!.start, end: runs.at(-1)!.end }],
      },
    ];
  const parts = new Map<string, LanguagePart>([...languages].map((language) => [language, { language, runs: [] }]));
  let current = runs.find((run, index) => isLong(run, lengths[index]!, languages))!.language;
  let last: LanguageRun | undefined;
  runs.forEach((run, index) => {
    if (isLong(run, lengths[index]!, languages)) current = run.language;
    if (last && last.language === current) last.end = run.end;
    else {
      last = { language: current, start: run.start, end: run.end };
      parts.get(current)!.runs.push(last);
    }
  });
  return [...parts.values()];
}

function isLong(run: LanguageRun, sentences: number, languages: ReadonlySet<string>): boolean {
  return sentences >= LONG_RUN && languages.has(run.language);
}

function longLanguages(runs: readonly LanguageRun[], lengths: readonly number[], total: number): Set<string> {
  const sums = new Map<string, number>();
  runs.forEach((run, index) => {
    if (lengths[index]! >= LONG_RUN && run.language !== 'und') sums.set(run.language, (sums.get(run.language) ?? 0) + lengths[index]!);
  });
  return new Set([...sums].filter(([, sum]) => sum >= LEAST_SHARE * total).map(([language]) => language));
}

function mainLanguage(runs: readonly LanguageRun[], lengths: readonly number[]): string {
  const sums = new Map<string, number>();
  runs.forEach((run, index) => {
    sums.set(run.language, (sums.get(run.language) ?? 0) + lengths[index]!);
  });
  return [...sums].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

function runsOf(sentences: readonly SentenceSpan[]): LanguageRun[] {
  const votes = castVotes(sentences);
  const labels = label(votes, sentences);
  const runs: LanguageRun[] = [];
  sentences.forEach((sentence, index) => {
    const last = runs.at(-1);
    if (last && last.language === labels[index]) last.end = sentence.end;
    else runs.push({ language: labels[index]!, start: sentence.start, end: sentence.end });
  });
  return runs;
}

/** One vote per sentence. In long texts a group votes for all its sentences, unless it and a neighbour are confident and disagree. */
function castVotes(sentences: readonly SentenceSpan[]): Vote[] {
  const size = Math.ceil(sentences.length / MOST_GROUPS);
  if (size <= 1) return sentences.map((sentence) => vote(sentence.text));
  const groups: SentenceSpan[][] = [];
  for (let from = 0; from < sentences.length; from += size) groups.push(sentences.slice(from, from + size));
  const votes = groups.map((group) => {
    const text = group.map((sentence) => sentence.text.slice(0, 300)).join('\n');
    return { ...vote(text.slice(0, 1200)), shared: true };
  });
  return groups.flatMap((group, index) => {
    const own = votes[index]!;
    const disputed =
      isSure(own) && [votes[index - 1], votes[index + 1]].some((other) => other && isSure(other) && other.language !== own.language);
    return group.map((sentence) => (disputed ? vote(sentence.text) : own));
  });
}

function isSure(guess: LanguageGuess): boolean {
  return guess.confidence >= LEAST_LANGUAGE_CONFIDENCE;
}

function vote(text: string, among?: readonly string[]): Vote {
  const guess = among ? guessLanguage(text, among) : guessQuickly(text);
  return {
    language: CLOSE_LANGUAGES[guess.language] ?? guess.language,
    confidence: guess.confidence * Math.min(1, text.length / 12),
    shared: false,
  };
}

/** The languages that could have a run: their votes together exceed the cost of a change. Where there is none, the one with most votes. */
function candidates(votes: readonly LanguageGuess[]): string[] {
  const sums = new Map<string, number>();
  for (const { language, confidence } of votes) if (language !== 'und') sums.set(language, (sums.get(language) ?? 0) + confidence);
  const strong = [...sums].filter(([, sum]) => 2 * sum > CHANGE_COST).map(([language]) => language);
  if (strong.length > 0) return strong;
  const best = [...sums].reduce<[string, number]>((first, each) => (each[1] > first[1] ? each : first), ['und', 0]);
  return [best[1] >= LEAST_LANGUAGE_CONFIDENCE ? best[0] : 'und'];
}

/** The labelling with the highest sum of votes, less the cost of changes. A sentence with low confidence, or a vote for a language without a run, votes again among the languages with one. */
function label(votes: readonly Vote[], sentences: readonly SentenceSpan[]): string[] {
  const languages = candidates(votes);
  if (languages.length === 1) return votes.map(() => languages[0]!);
  const ballots = votes.map((first, place) => {
    const stands = first.shared || (isSure(first) && languages.includes(first.language));
    const { language, confidence } = stands ? first : vote(sentences[place]!.text, languages);
    return { label: languages.indexOf(language), weight: confidence };
  });
  return findBestLabels(ballots, languages.length, CHANGE_COST).map((index) => languages[index]!);
}
