/** The facts of sentences in a language that is known or can be detected: numbers in digits and words, days of the week. */
import { detectLanguage } from '../text/detect-language.ts';
import { findDates } from '../text/find-dates.ts';
import { findNumbers } from '../text/numbers/find-numbers.ts';
import { factsOf, type StatementFacts } from './statement-facts.ts';

const openingSentences = 4;

/** Characters on which the language is detected if the caller does not name it. */
const detectedBy = 4_000;

/** Read the figures and days of sentences. */
export function readFacts(texts: readonly string[], barred: Uint8Array, given: string | undefined): StatementFacts {
  const language = given ?? detectLanguage(texts.slice(0, 100).join(' ').slice(0, detectedBy)).language;
  const opening = texts.filter((_, s) => !barred[s]).slice(0, openingSentences);
  const openingDays = new Set(opening.flatMap((text) => weekdaysOf(text, language)));
  return factsOf(texts, language, openingDays, (text) => findNumbers(text, language));
}

function weekdaysOf(text: string, language: string): number[] {
  const lower = text.toLowerCase();
  // letters that grow in lower case would shift the places of words
  if (lower.length !== text.length) return [];
  const words = Array.from(lower.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu), (match) => ({
    text: match[0].replace(/’/g, "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const base = language.split('-')[0]!.toLowerCase();
  return findDates({ text, lower, base, words, numbers: [] }).flatMap(({ kind, value }) => (kind === 'weekday' ? [value] : []));
}
