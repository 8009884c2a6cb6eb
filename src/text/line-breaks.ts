/**
 * Finds the line breaks that only wrap a line and do not end a sentence.
 *
 *     Talks in Moscow went on until late on          ← the next word would not have fitted: wrapped
 *     Friday, the Kremlin said.                      ← the last line of the paragraph
 *                                                    ← a blank line always ends a sentence
 *     A heading                                      ← short, 'The' would have fitted: ends
 *     The envoys met again.
 *
 * A program that wraps at width w breaks a line exactly where the next word does not fit. A text counts as wrapped where most breaks are
 * of that kind, most lines stop in mid-sentence, and enough begin with a small letter (in scripts with case). Otherwise a break is a wrap
 * only where a long line stops without a full stop and the next begins with a small letter.
 *
 * Time and memory linear in the text.
 */
import { characterKind, isHanOrKana, isLineBreak, isSpace, LOWER, OTHER, UPPER } from './characters.ts';

/** Wrapped text is narrower than this, in UTF-16 units; wider lines are paragraphs. */
const WIDEST_WRAP = 130;
/** Shorter lines are verse, menus, lists; lines of Han characters or kana may be half as long. */
const NARROWEST_WRAP = 28;
/** With fewer breaks than this, a text counts as wrapped only if all of them agree. */
const FEW_BREAKS = 4;
/** Shortest line that, stopped in mid-sentence, continues on a next line that begins with a small letter. */
const LONG_LINE = 40;
/** Assumed length of a word in Thai to Burmese, which have no spaces between words. */
const UNSPACED_WORD = 8;
const FIRST_UNSPACED = 0xe01;
const LAST_UNSPACED = 0x104f;
/** Smallest share of the breaks of a wrapped text at which the next word does not fit. */
const MOST_FULL = 0.8;
/** Smallest share of the lines of a wrapped text that end without a mark. */
const MOST_OPEN = 0.6;
const SENTENCE_END = /[.!?…。！？｡؟۔।॥։:：;；]["'”’»«“」』）)\]]*$/;

interface Line {
  readonly start: number;
  readonly end: number;
  /** First unit of the line break after the line. */
  readonly breakStart: number;
  /** Whether no blank line separates this line from the one before. */
  readonly follows: boolean;
}

/** Positions (of the first unit of a line break) of the breaks that only wrap a line. */
export function findWrappedBreaks(text: string): ReadonlySet<number> {
  const wrapped = new Set<number>();
  const lines = splitLines(text);
  if (lines.length < 2) return wrapped;
  const breaks = innerBreaks(lines);
  const isWrapped = breaks.length >= 2 && looksWrapped(text, lines, breaks);
  const width = isWrapped ? widest(lines, breaks) : 0;
  for (const index of breaks) {
    const line = lines[index]!;
    const next = lines[index + 1]!;
    const fits = line.end - line.start + 1 + firstWordLength(text, next) <= width;
    const goesOn = isWrapped ? !fits && !beginsItem(text, next) : stopsInMidSentence(text, line, next);
    if (goesOn) wrapped.add(line.breakStart);
  }
  return wrapped;
}

/** The lines that are not blank, trimmed. */
function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let follows = false;
  let from = 0;
  for (let index = 0; index <= text.length; index++) {
    if (index < text.length && !isLineBreak(text.charCodeAt(index))) continue;
    let start = from;
    let end = index;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start) lines.push({ start, end, breakStart: index, follows });
    follows = end > start;
    if (text.charCodeAt(index) === 13 && text.charCodeAt(index + 1) === 10) index++;
    from = index + 1;
  }
  return lines;
}

/** Indices of lines directly followed by another line. */
function innerBreaks(lines: readonly Line[]): number[] {
  const breaks: number[] = [];
  for (let index = 0; index + 1 < lines.length; index++) if (lines[index + 1]!.follows) breaks.push(index);
  return breaks;
}

function looksWrapped(text: string, lines: readonly Line[], breaks: readonly number[]): boolean {
  const width = widest(lines, breaks);
  const isHan = isHanOrKana(text.charCodeAt(lines[breaks[0]!]!.start));
  if (width < (isHan ? NARROWEST_WRAP / 2 : NARROWEST_WRAP) || width > WIDEST_WRAP) return false;
  let full = 0;
  let open = 0;
  let small = 0;
  let capital = 0;
  for (const index of breaks) {
    const line = lines[index]!;
    const next = lines[index + 1]!;
    if (line.end - line.start + 1 + firstWordLength(text, next) > width) full++;
    const kind = characterKind(text.charCodeAt(next.start));
    if (kind === LOWER) small++;
    if (kind === UPPER) capital++;
    if (!SENTENCE_END.test(text.slice(Math.max(line.start, line.end - 8), line.end))) open++;
  }
  if (2 * capital > breaks.length && capital > 4 * small) return false;
  return breaks.length < FEW_BREAKS
    ? full + open === 2 * breaks.length
    : full >= MOST_FULL * breaks.length && open >= MOST_OPEN * breaks.length;
}

function widest(lines: readonly Line[], breaks: readonly number[]): number {
  let width = 0;
  for (const index of breaks) width = Math.max(width, lines[index]!.end - lines[index]!.start);
  return width;
}

function firstWordLength(text: string, line: Line): number {
  let end = line.start;
  while (end < line.end && !isSpace(text.charCodeAt(end)) && end - line.start < WIDEST_WRAP) {
    end++;
    if (isHanOrKana(text.charCodeAt(end - 1))) return 1;
  }
  const first = text.charCodeAt(line.start);
  return first >= FIRST_UNSPACED && first <= LAST_UNSPACED ? Math.min(end - line.start, UNSPACED_WORD) : end - line.start;
}

function stopsInMidSentence(text: string, line: Line, next: Line): boolean {
  if (line.end - line.start < LONG_LINE || characterKind(text.charCodeAt(next.start)) !== LOWER) return false;
  const last = text.charCodeAt(line.end - 1);
  return last === 0x2c || last === 0x2d || characterKind(last) !== OTHER;
}

/** `- `, `• `, `1. `, `2) `: the next item of a list. */
function beginsItem(text: string, line: Line): boolean {
  return /^(?:[-*•–—·▪]\s|\d{1,3}[.)]\s)/.test(text.slice(line.start, line.start + 6));
}
