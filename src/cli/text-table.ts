/** Text for a terminal: columns that line up, lines that fit, also in Chinese, whose characters are two cells wide. Nothing is cut off. */
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

/** {@link plainLine} in lines of at most `width` cells, broken between words, and inside one only where it is wider than a line. */
export function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const put = (piece: string): void => {
    const cells = cellWidth(piece);
    if (used > 0 && used + cells > width) {
      lines.push(line.trimEnd());
      [line, used] = ['', 0];
    }
    if (used === 0 && piece.trim() === '') return;
    line += piece;
    used += cells;
  };
  for (const [piece] of plainLine(text).matchAll(/ +|[^ ]+/g)) {
    if (cellWidth(piece) <= width && !wide.test(piece)) put(piece);
    else for (const [cluster] of piece.matchAll(/.[\p{M}\p{Cf}\p{Pe}\p{Pf}\p{Po}]*/gsu)) put(cluster);
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** {@link wrapLine} with `first` in front, and as many blanks and `more` before the lines that follow. */
export function indented(text: string, width: number, first: string, more = 0): string {
  const room = Math.max(width - cellWidth(first) - more, 20);
  return wrapLine(text, room)
    .join(`\n${' '.repeat(cellWidth(first) + more)}`)
    .replace(/^/, first);
}

/** Rows under one another, columns two spaces apart; columns of numbers (by index in `right`) stand right. The last column is wrapped to `width`. */
export function textTable(rows: readonly (readonly string[])[], right: readonly number[] = [], width = Number.POSITIVE_INFINITY): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((text, i) => {
      widths[i] = Math.max(widths[i] ?? 0, cellWidth(text));
    });
  const pad = (text: string, i: number) => {
    const gap = ' '.repeat(widths[i]! - cellWidth(text));
    return right.includes(i) ? gap + text : text + gap;
  };
  const line = (row: readonly string[]) => {
    const front = row
      .slice(0, -1)
      .map((text, i) => `${pad(text, i)}  `)
      .join('');
    if (cellWidth(front) + cellWidth(row.at(-1)!) <= width) return front + pad(row.at(-1)!, row.length - 1);
    return indented(row.at(-1)!, width, front);
  };
  return rows.map((row) => `${row.length === 0 ? '' : line(row).trimEnd()}\n`).join('');
}
