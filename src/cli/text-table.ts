/** Text for a terminal: columns that line up, lines that fit, also in Chinese, whose characters are two cells wide. */
import { joinLines } from '../index.ts';

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]|\p{Emoji_Presentation}/u;
const invisible = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Cells that a text takes on a terminal. */
export function cellWidth(text: string): number {
  let width = 0;
  for (const c of text) width += invisible.test(c) ? 0 : wide.test(c) ? 2 : 1;
  return width;
}

/** {@link joinLines} without anything that steers a terminal: control characters become spaces, turns of direction are dropped. */
export function plainLine(text: string): string {
  return joinLines(text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/** {@link plainLine} of at most `width` cells; what is cut off is shown as `…`. */
export function fitLine(text: string, width: number): string {
  const line = plainLine(text);
  if (cellWidth(line) <= width) return line;
  let kept = '';
  let used = 1;
  for (const c of line) {
    used += cellWidth(c);
    if (used > width) break;
    kept += c;
  }
  return `${kept}…`;
}

/** Rows under one another, columns two spaces apart; columns of numbers (by index in `right`) stand right. */
export function textTable(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((text, i) => {
      widths[i] = Math.max(widths[i] ?? 0, cellWidth(text));
    });
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => {
        const gap = ' '.repeat(widths[i]! - cellWidth(text));
        return right.includes(i) ? gap + text : text + gap;
      })
      .join('  ')
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}
