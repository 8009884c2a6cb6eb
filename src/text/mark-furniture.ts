/**
 * Finds page furniture (boilerplate): menus, time codes, share buttons, players, credits. The aligner leaves marked sentences unaligned, so precision comes
 * first: a line that might be a heading or dialogue is not marked.
 *
 *     Headline                       a heading: no mark
 *     Published by                   known phrase
 *     Prose. Prose. Prose.
 *     01:26                          time code
 *     Another headline               between certain furniture and the end, no full stop: marked too
 *     tracking
 *
 * Time linear in the text.
 */
import { FURNITURE } from '../languages/languages.ts';
import { isLetter, isLineBreak, isSpace } from './characters.ts';
import { withoutInvisible } from './invisible.ts';
import { settleText } from './settled-characters.ts';
import type { SentenceSpan } from './split-sentences.ts';

/** Longer lines are prose, in UTF-16 units. */
const LONGEST_FURNITURE = 120;
/** Certain furniture lines that the end of a page must have before the unmarked lines between them are marked too. */
const SURE_AT_END = 2;
const SENTENCE_MARK = /[.!?。！？…؟۔।:：;；][\s"'”’»」』）)\]]*$/;
const SITE_NAME = /^(?:\S+ ){0,5}(?:www\.)?[\p{L}\d-]{2,30}\.(?:com|net|org|info|[a-z]{2})(?:\.[a-z]{2})?$/iu;

/** Whole lines of page furniture, in all languages. */
const LINES: ReadonlySet<string> = new Set(Object.values(FURNITURE).flatMap(({ lines }) => lines));
/** Patterns of furniture lines: for any language (a time code, a copyright, an address) and for single languages. */
const PATTERNS: readonly RegExp[] = [
  /^\d{1,2}:\d{2}(?::\d{2})?(?:\s*[/|–-]\s*\d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^(?:©|\(c\)|copyright\b).{0,80}$/i,
  /^(?:https?:\/\/|www\.)\S+$/i,
  ...Object.values(FURNITURE).flatMap(({ patterns = [] }) => patterns),
];

/** One flag a sentence: whether it is page furniture. `sentences` are those of `text`, in order. */
export function markFurniture(sentences: readonly SentenceSpan[], text: string): boolean[] {
  const lines = findLines(sentences, text);
  const seen = new Set<string>();
  let previous = '';
  const flags = lines.map((line, index) => {
    if (line === undefined) return false;
    const repeats = seen.has(line) || addsCredit(line, previous);
    seen.add(line);
    previous = line;
    if (line.length > LONGEST_FURNITURE) return false;
    return isKnown(line) || isMarksOnly(line) || (repeats && !SENTENCE_MARK.test(line)) || (index === 0 && SITE_NAME.test(line));
  });
  sweepEnd(flags, lines);
  return flags;
}

/** For each sentence the whole line it is on; `undefined` where that line is prose, that is, has further sentences that are no known phrases. */
function findLines(sentences: readonly SentenceSpan[], text: string): (string | undefined)[] {
  const lines: (string | undefined)[] = new Array(sentences.length);
  for (let from = 0; from < sentences.length; ) {
    let to = from + 1;
    while (to < sentences.length && !hasLineBreak(text, sentences[to - 1]!.end, sentences[to]!.start)) to++;
    const pieces = sentences.slice(from, to).map((sentence) => sentence.text);
    const isWhole = pieces.length === 1 || (pieces.length <= 3 && pieces.some(isKnown) && pieces.every((piece) => piece.length <= 40));
    for (let index = from; index < to; index++) lines[index] = isWhole ? (pieces.length === 1 ? pieces[0]! : knownOf(pieces)) : undefined;
    from = to;
  }
  return lines;
}

/** A line like `Found a mistake? Contact us!` counts as its known phrase. */
function knownOf(pieces: readonly string[]): string {
  return pieces.find(isKnown)!;
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (isLineBreak(text.charCodeAt(index))) return true;
  return false;
}

function isKnown(given: string): boolean {
  if (given.length > LONGEST_FURNITURE) return false;
  const line = withoutInvisible(settleText(given));
  const plain = line.toLowerCase().replace(/^[\s»›>•|#-]+|[\s.!?:：！？。…»›>|-]+$/g, '');
  // A single word with a full stop is speech: `Listen.`
  const isPhrase = LINES.has(plain) && (plain.includes(' ') || !/[.!?。！？]$/.test(line));
  return isPhrase || PATTERNS.some((pattern) => pattern.test(line));
}

/** No letters, at most one number, and no mark of speech (`…`, `?`, `!`): rulers, page numbers, counters. */
function isMarksOnly(line: string): boolean {
  if (/\d\D+\d/.test(line)) return false;
  for (let index = 0; index < line.length; index++) {
    const code = line.charCodeAt(index);
    if (isLetter(code) || (code >= 0xd800 && code < 0xe000)) return false;
  }
  return !/[…?!？！]|\.\./.test(line);
}

/** Whether a line repeats the one before with a credit appended: a caption and its photographer. */
function addsCredit(line: string, previous: string): boolean {
  return (
    previous.length >= 12 &&
    line.length > previous.length &&
    line.length <= previous.length + 30 &&
    line.startsWith(previous) &&
    !isSpace(line.charCodeAt(previous.length))
  );
}

/** Marks lines without a full stop between certain furniture at the end of the text. */
function sweepEnd(flags: boolean[], lines: readonly (string | undefined)[]): void {
  let from = flags.length;
  let sure = 0;
  while (from > 0) {
    const line = lines[from - 1];
    if (!flags[from - 1] && (line === undefined || line.length > LONGEST_FURNITURE || SENTENCE_MARK.test(line))) break;
    if (flags[from - 1]) sure++;
    from--;
  }
  if (sure < SURE_AT_END) return;
  const first = flags.indexOf(true, from);
  for (let index = first; index < flags.length; index++) flags[index] = true;
}
