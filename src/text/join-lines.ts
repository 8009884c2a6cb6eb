/** Joins text of several lines into one line. */

const BLANK = '[^\\S\\n\\r\\v\\f\\x85\\u2028\\u2029]';
const BREAK = `(?:(?<!${BLANK})${BLANK}+)?[\\n\\r\\v\\f\\x85\\u2028\\u2029]\\s*`;
// fixed ranges of Han and kana, their punctuation and full-width forms: the engine's own Han class changes with its version of Unicode
const WIDE =
  '[\\u2e80-\\u2fdf\\u3000-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u{1aff0}-\\u{1b16f}\\u{20000}-\\u{3fffd}]';
const WIDE_BREAK = new RegExp(`(?<=${WIDE})${BREAK}(?=${WIDE})`, 'gu');
/** A hyphen between two letters, the second on the next line. The hyphen of `Vor- und Nachteile` does not match. */
const HYPHEN = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])([\\p{L}\\p{M}\\p{N}]{1,40})([-\\u2010\\u00ad])${BREAK}(?!(?:and|or|to|und|oder|bis|sowie|en|of|och|eller|og)(?!\\p{L}))(?=([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]{0,39}))`,
  'gu',
);
/** A word with a hyphen inside a line. */
const HYPHENATED = /(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}\p{N}]{1,40})(?=([-\u2010][\p{L}\p{M}\p{N}]{1,40}))/gu;
/** Letters from which on a word said twice is two words: `anak-anak`, `bersama-sama`, but `bonbon`. */
const SHORTEST_DOUBLED = 4;
const ANY_BREAK = new RegExp(BREAK, 'g');

/**
 * A sentence or passage as one line, as the formats write it. A line break becomes a space, or nothing between two characters of Chinese or Japanese.
 * A hyphen that divides a word at the end of a line is removed, unless the word occurs with its hyphen elsewhere, or continues with a capital or digit.
 *
 * @param whole - The text that the passage is from, in which hyphenated words are looked for.
 *
 * @example
 * ```ts
 * console.log(joinLines('The envoy Wit-\nkoff met\nthem.')); // → The envoy Witkoff met them.
 * ```
 */
export function joinLines(text: string, whole: string = text): string {
  if (!/[\n\r\v\f\x85\u2028\u2029]/.test(text)) return text.trim();
  let words: ReadonlySet<string> | undefined; // those with a hyphen
  return text
    .replace(HYPHEN, (_, left: string, hyphen: string, right: string) => {
      if (hyphen === '\u00ad') return left;
      if (!/\p{Ll}\p{M}*$/u.test(left) || !/^\p{Ll}/u.test(right) || isDoubled(left, right)) return left + hyphen;
      words ??= new Set(Array.from(whole.matchAll(HYPHENATED), ([, first, rest]) => `${first}${rest}`));
      return words.has(left + hyphen + right) ? left + hyphen : left;
    })
    .replace(WIDE_BREAK, '')
    .replace(ANY_BREAK, ' ')
    .trim();
}

function isDoubled(left: string, right: string): boolean {
  return right.length >= SHORTEST_DOUBLED && left.toLowerCase().endsWith(right);
}
