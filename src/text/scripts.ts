/**
 * Which scripts a text is written in. Fixed ranges, so that no platform's Unicode version decides.
 */

/** A script this library distinguishes. */
export type Script =
  | 'latin'
  | 'han'
  | 'kana'
  | 'hangul'
  | 'cyrillic'
  | 'greek'
  | 'arabic'
  | 'hebrew'
  | 'devanagari'
  | 'thai'
  | 'armenian'
  | 'georgian'
  | 'bengali'
  | 'gurmukhi'
  | 'gujarati'
  | 'tamil'
  | 'telugu'
  | 'kannada'
  | 'khmer'
  | 'lao'
  | 'burmese'
  | 'tibetan'
  | 'ethiopic';

const RANGES: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xc0, 0x24f, 'latin'],
  [0x370, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x531, 0x587, 'armenian'],
  [0x5d0, 0x5f2, 'hebrew'],
  [0x620, 0x6d3, 'arabic'],
  [0x750, 0x77f, 'arabic'],
  [0x904, 0x97f, 'devanagari'],
  [0x980, 0x9ff, 'bengali'],
  [0xa00, 0xa7f, 'gurmukhi'],
  [0xa80, 0xaff, 'gujarati'],
  [0xb80, 0xbff, 'tamil'],
  [0xc00, 0xc7f, 'telugu'],
  [0xc80, 0xcff, 'kannada'],
  [0xe01, 0xe4e, 'thai'],
  [0xe81, 0xedf, 'lao'],
  [0xf40, 0xfbc, 'tibetan'],
  [0x1000, 0x104f, 'burmese'],
  [0x10a0, 0x10fa, 'georgian'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1200, 0x135a, 'ethiopic'],
  [0x1780, 0x17d3, 'khmer'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x3041, 0x30ff, 'kana'],
  [0x3400, 0x4dbf, 'han'],
  [0x4e00, 0x9fff, 'han'],
  [0xac00, 0xd7a3, 'hangul'],
  [0xf900, 0xfaff, 'han'],
  [0xfb50, 0xfdfb, 'arabic'],
  [0xfe70, 0xfefc, 'arabic'],
];

/** Weight of a letter relative to a Latin one: a Han character carries about as much text as two and a half Latin letters. */
const WEIGHTS: Partial<Record<Script, number>> = { han: 2.5, kana: 1.5, hangul: 2 };

/** Script of the unit; `undefined` if it is not a letter. */
export function scriptOf(code: number): Script | undefined {
  let low = 0;
  let high = RANGES.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last, script] = RANGES[middle]!;
    if (code < first) high = middle - 1;
    else if (code > last) low = middle + 1;
    else return code === 0xd7 || code === 0xf7 || code === 0x3040 || code === 0x30fb ? undefined : script;
  }
  return undefined;
}

/** Letters of each script, weighted so that equal amounts of text weigh about the same. */
export function weighScripts(text: string): Map<Script, number> {
  const weights = new Map<Script, number>();
  for (let index = 0; index < text.length; index++) {
    const script = scriptOf(text.charCodeAt(index));
    if (script) weights.set(script, (weights.get(script) ?? 0) + (WEIGHTS[script] ?? 1));
  }
  return weights;
}
