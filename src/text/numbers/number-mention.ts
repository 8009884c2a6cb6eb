/** How certain it is that the text states a number here. */
export type Strength = 'digits' | 'words' | 'loose';

/**
 * A number and its position in a text.
 *
 * One spelling can be read in several ways: `1.234` is a thousand or a little more than one, `8` o'clock in the evening is `20`.
 * Two mentions agree when they share a reading.
 */
export interface NumberMention {
  /** UTF-16 units into the text given, half-open. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Keys of the values it may have, the likeliest first. */
  readonly readings: readonly string[];
  /** The same characters as several numbers: `20.46` o'clock, `3/4`. */
  readonly parts?: readonly NumberMention[];
  /** The days that a date in figures may be: `12/08/2025` is one of two. */
  readonly dates?: readonly CalendarDate[];
  /** `digits` and `words` can be reported; `loose` ones (one, both, half, an idiom) only confirm the other side. */
  readonly strength: Strength;
  /** A loose mention that is still compared with a number of the same thing: one, first, second. */
  readonly isCommon?: boolean;
  /** The kind of quantity, where it can be determined. */
  readonly sort?: 'percent' | 'ordinal' | 'decade' | 'clock' | 'fraction' | 'date';
}

/** A day of the calendar. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The key under which a value is compared: twelve significant digits, so that 0.1 + 0.2 is 0.3. */
export function numberKey(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(12))) : 'huge';
}

/** The key of a run of digits, of any length: linear, where turning it into a number would lose its end. */
export function digitKey(digits: string): string {
  let from = 0;
  while (from < digits.length - 1 && digits[from] === '0') from++;
  const plain = digits.slice(from);
  return plain.length <= 12 ? String(Number(plain)) : plain;
}
