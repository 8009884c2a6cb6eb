/**
 * What a sentence states in figures and days: what two reports of one event share, and what tells two events apart.
 *
 * Whoever knows the languages reads the facts (`read-facts.ts`); without a language the digits are all that can be read.
 */
import { log } from '../exact-math.ts';
import { digitValue } from '../text/numbers/digit-value.ts';
import type { NumberMention } from '../text/numbers/number-mention.ts';
import { scanDigits } from '../text/numbers/scan-digits.ts';

/** A number of a sentence. */
export interface Figure {
  /** Keys of the values it may have. */
  readonly readings: readonly string[];
  /** Weight: logarithm of its significant digits, since 3 is in every report and 2,147 in one. */
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

const yearWeight = 2;
const mostWeight = 6;

/** Read the figures of texts in an unknown language: those in digits. */
export function readDigits(texts: readonly string[]): StatementFacts {
  return factsOf(texts, 'und', new Set(), (text) => {
    const found: NumberMention[] = [];
    for (let at = 0; at < text.length; at++) {
      if (digitValue(text.codePointAt(at)!) < 0) continue;
      const number = scanDigits(text, at, { decimal: '.' });
      if (!number) continue;
      found.push(number);
      at = number.end - 1;
    }
    return found;
  });
}

/** Facts whose figures are read by `find`, sentence by sentence. */
export function factsOf(
  texts: readonly string[],
  language: string,
  openingDays: ReadonlySet<number>,
  find: (text: string) => readonly Pick<NumberMention, 'readings' | 'strength'>[],
): StatementFacts {
  const known: (readonly Figure[])[] = [];
  const figuresOf = (sentence: number): readonly Figure[] => {
    known[sentence] ??= find(texts[sentence]!).map(
      ({ readings, strength }): Figure => ({ readings, weight: weightOf(readings[0]!), isLoose: strength === 'loose' }),
    );
    return known[sentence];
  };
  return { language, figuresOf, openingDays };
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
