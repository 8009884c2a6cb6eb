/** What a sentence states in figures and days: what two reports of one event share, and what tells two events apart. */
import { log } from '../exact-math.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { findDates } from '../text/find-dates.ts';
import { findNumbers } from '../text/numbers/find-numbers.ts';

/** A number of a sentence. */
export interface Figure {
  /** Keys of the values it may have. */
  readonly readings: readonly string[];
  /** How much it tells: logarithm of its significant digits, since 3 stands in every report and 2,147 in one. */
  readonly weight: number;
  /** A number that may be an idiom (one, both, half): it confirms another, and is not missed. */
  readonly isLoose: boolean;
}

/** What a document states, by sentence. */
export interface StatementFacts {
  /** BCP 47 tag, 'und' where it cannot be told. */
  readonly language: string;
  /** Figures of a sentence, read when first asked for: long documents ask for few. */
  readonly figuresOf: (sentence: number) => readonly Figure[];
  /** Days of the week, Monday 0, in the sentences that open it. */
  readonly openingDays: ReadonlySet<number>;
}

const openingSentences = 4;
const yearWeight = 2;
const mostWeight = 6;

/** Characters that a language is detected by where nobody names it. */
const detectedBy = 4_000;

/** Read the figures and days of sentences. */
export function readFacts(texts: readonly string[], barred: Uint8Array, given: string | undefined): StatementFacts {
  const language = given ?? detectLanguage(texts.slice(0, 100).join(' ').slice(0, detectedBy)).language;
  const known: (readonly Figure[])[] = [];
  const figuresOf = (sentence: number): readonly Figure[] => {
    known[sentence] ??= findNumbers(texts[sentence]!, language).map(
      ({ readings, strength }): Figure => ({ readings, weight: weightOf(readings[0]!), isLoose: strength === 'loose' }),
    );
    return known[sentence];
  };
  const opening = texts.filter((_, s) => !barred[s]).slice(0, openingSentences);
  return { language, figuresOf, openingDays: new Set(opening.flatMap((text) => weekdaysOf(text, language))) };
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

/** How much a number tells. Trailing zeros and the place of the point do not count: 412 million tells as much as 412. */
function weightOf(reading: string): number {
  const value = Math.abs(Number(reading));
  if (!Number.isFinite(value)) return 3;
  if (value >= 1900 && value <= 2100) return yearWeight;
  if (value < 10) return log(1 + value);
  const digits = String(value)
    .split('e')[0]!
    .replace('.', '')
    .replace(/^0+|0+$/g, '');
  return Math.min(log(1 + Number(digits)), mostWeight);
}

/** Whether two figures may be one. */
export function agree(figure: Figure, other: Figure): boolean {
  return figure.readings.some((reading) => other.readings.includes(reading));
}

/** Weight of the figures that the other side confirms, and of those that it does not. */
export function compareFigures(own: readonly Figure[], other: readonly Figure[], least = 0): { shared: number; missed: number } {
  let shared = 0;
  let missed = 0;
  for (const figure of own) {
    if (figure.isLoose || figure.weight < least) continue;
    if (other.some((one) => agree(figure, one))) shared += figure.weight;
    else missed += figure.weight;
  }
  return { shared, missed };
}
