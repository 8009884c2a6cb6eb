/**
 * The text of subtitles, .srt and .vtt: cues joined to sentences, which run over several of them.
 *
 * After "WebVTT", W3C 2019; SubRip has no standard.
 */
import { AlignmentError } from '../index.ts';
import { textOfFragment } from './text-of-html.ts';

const timing = /^\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}/;
/** Where an utterance ends: a stop and what closes behind it, notes in brackets, music. */
const end = /(?:[.!?…。！？؟۔।॥።។][\p{Pe}\p{Pf}"'’”»]*|[\])）】♪♫])$/u;
const fullStop = /[.。।۔።។](?:[\p{Pe}\p{Pf}"'’”»\s]|$)/u;
/** Share of cues with a full stop in them below which a language of subtitles has none: Chinese and Thai write one phrase a cue. */
const leastFullStops = 0.1;
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]/u;

/**
 * Text of subtitles, one utterance a line. What speaks in turn inside a cue, with dashes in front, is a line each. Times, numbers, styles and notes are
 * left out.
 *
 * @throws {@link AlignmentError} `FORMAT_INVALID` for a file without a cue.
 */
export function textOfSubtitles(text: string, path: string): string {
  const cues = readCues(text)
    .map(plainLines)
    .filter((lines) => lines.length > 0);
  if (cues.length === 0)
    throw new AlignmentError('FORMAT_INVALID', `${path} holds no subtitles: expected lines such as 00:01:02,000 --> 00:01:04,000`);
  const stops = cues.filter((lines) => lines.some((line) => fullStop.test(line))).length;
  if (stops < cues.length * leastFullStops)
    return cues
      .map((lines) => lines.flatMap((line, i) => (i > 0 && isTurn(line) ? ['\n', line] : i > 0 ? [' ', line] : [line])).join(''))
      .join('\n');

  const utterances: string[] = [];
  let isOpen = false;
  for (const lines of cues) {
    for (const line of lines) {
      const before = utterances.at(-1);
      if (isOpen && before !== undefined && !isTurn(line)) utterances[utterances.length - 1] = joined(before, line);
      else utterances.push(line);
      isOpen = true;
    }
    isOpen = !end.test(lines.at(-1)!);
  }
  return utterances.join('\n');
}

/** Lines of each cue. In WebVTT a blank line ends a cue; in SubRip some have one inside. */
function readCues(text: string): string[][] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const isVtt = /^WEBVTT(?:\s|$)/.test(lines[0]!);
  const isBlank = (line: string | undefined) => line === undefined || line.trim() === '';
  const cues: string[][] = [];
  let isInside = false;
  lines.forEach((line, i) => {
    if (timing.test(line)) {
      const [name, above] = [lines[i - 1], lines[i - 2]];
      const isNamed = isInside && !isBlank(name) && (isBlank(above) || /^\d+$/.test(name!.trim()));
      if (isNamed) cues.at(-1)!.pop(); // the name of this cue was taken for text of the one before
      cues.push([]);
      isInside = true;
    } else if (isBlank(line)) isInside = isInside && !isVtt;
    else if (isInside) cues.at(-1)!.push(line);
  });
  return cues;
}

/** Lines without markup: tags, times inside a cue, and the styles that SubRip borrowed from others. */
function plainLines(lines: readonly string[]): string[] {
  return lines
    .map((line) => textOfFragment(line.replace(/\{\\[^}]*\}|<\d[\d:.]*>/g, '')).replace(/\n/g, ' '))
    .filter((line) => line !== '');
}

function isTurn(line: string): boolean {
  return /^[-–—‐]\s*\p{L}/u.test(line);
}

function joined(before: string, line: string): string {
  return unspaced.test(before.at(-1)!) && unspaced.test(line[0]!) ? before + line : `${before} ${line}`;
}
