/**
 * Reads a regular-expression character class such as `[!-\/:-@\[-`{-~]` into code ranges, so that splitting text needs one table look-up per
 * character and no regular expression. Only literal characters, ranges and `\` before a punctuation character are accepted: a class that
 * used Unicode tables (`\p{P}`, `\s`) would split differently from platform to platform.
 */

/** Inclusive `[first, last]` code points. */
export type CodeRange = readonly [first: number, last: number];

/** The ranges of a character class, or `undefined` when it is not of the plain form above. */
export function parseCharacterClass(source: string): CodeRange[] | undefined {
  if (!source.startsWith('[') || !source.endsWith(']') || source.startsWith('[^')) return undefined;
  const points = [...source.slice(1, -1)];
  const ranges: CodeRange[] = [];
  let at = 0;

  const readPoint = (): number | undefined => {
    let point = points[at++];
    if (point === '[' || point === ']') return undefined;
    if (point === '\\') {
      point = points[at++];
      if (point === undefined || /[\p{L}\p{N}]/u.test(point)) return undefined;
    }
    return point?.codePointAt(0);
  };

  while (at < points.length) {
    const first = readPoint();
    let last = first;
    if (points[at] === '-' && at + 1 < points.length) {
      at++;
      last = readPoint();
    }
    if (first === undefined || last === undefined || last < first) return undefined;
    ranges.push([first, last]);
  }
  return ranges;
}
