/** Checks options. Invalid ones are refused with their name, the expected value and the actual one, and never corrected. */
import { AlignmentError } from './errors.ts';

/** For each option of a call, a description of its valid values and a test for them. */
export type OptionChecks<Options> = Readonly<
  Record<keyof Options & string, readonly [expected: string, fits: (value: unknown) => boolean]>
>;

/**
 * Check the options of a call against a table; `undefined` means not given.
 *
 * @returns the options that are given.
 * @throws {@link AlignmentError} `OPTION_UNKNOWN` or `OPTION_INVALID`, naming the option, what was expected and what came.
 */
export function checkOptions<Options extends object>(options: Options, checks: OptionChecks<Options>): Options {
  expectObject(options, 'options');
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof Options & string] : undefined;
    if (!check) throw unknownOption(name, Object.keys(checks));
    if (value === undefined) continue;
    if (!check[1](value)) throw invalidOption(name, check[0], value);
    given[name] = value;
  }
  return given as Options;
}

/** Check that a stage was given text. @throws {@link AlignmentError} `OPTION_INVALID`. */
export function expectText(name: string, value: unknown): asserts value is string {
  if (typeof value !== 'string') throw invalidOption(name, 'a string', value);
}

/** The error for an unknown option. */
export function unknownOption(name: string, known: readonly string[]): AlignmentError {
  return new AlignmentError('OPTION_UNKNOWN', `Unknown option \`${name}\`; known options: ${known.join(', ')}`);
}

/** The error for an invalid value of an option. */
export function invalidOption(name: string, wanted: string, got: unknown): AlignmentError {
  return new AlignmentError('OPTION_INVALID', `Option \`${name}\` must be ${wanted}, got ${describe(got)}`);
}

/** Check that a value is an object and not a list. @throws {@link AlignmentError} `OPTION_INVALID`. */
export function expectObject(value: unknown, place: string): asserts value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidOption(place, 'an object', value);
}

/** A short description of a value, for messages. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return `'${value.length > 40 ? `${value.slice(0, 40)}…` : value}' (string)`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return `an object with ${Object.keys(value).slice(0, 5).join(', ') || 'no fields'}`;
  return `${String(value)} (${typeof value})`;
}
