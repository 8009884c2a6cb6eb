/**
 * Which way a text runs: that of most of its letters, so that a foreign name at its start does not turn it round.
 *
 * Whole blocks of Unicode are set aside for scripts written from the right, so fixed ranges tell them apart on every platform.
 */

/** A direction as HTML names it. */
export type Direction = 'ltr' | 'rtl';

/** Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours; digits, which run from the left, are left out. */
const fromTheRight =
  /[\u0590-\u065f\u066a-\u06ef\u06fa-\u07bf\u07ca-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu;
const fromTheLeft = /[A-Za-z\u00c0-\u058f\u0900-\u1fff\u2c00-\u2fff\u3041-\ufb17\uff21-\uffdc\u{20000}-\u{323af}]/gu;

/** The direction of most letters; `undefined` for a text without any, or with as many of either. */
export function textDirection(text: string): Direction | undefined {
  const right = text.match(fromTheRight)?.length ?? 0;
  const left = text.match(fromTheLeft)?.length ?? 0;
  if (right === left) return undefined;
  return right > left ? 'rtl' : 'ltr';
}
