/**
 * Names in scripts with capitals: runs of capitalised words, cut where one name ends and the next begins.
 *
 *     Duta Besar Presiden AS Donald Trump Steve Witcaf bertemu …
 *     '---- common -----' '' '----------' '----------'
 *                    place   seen alone    given name seen before another
 *
 * A capital is evidence only inside a sentence that is not a headline. What has no such evidence, and no entry in the
 * table, is `weak`: it survives only when it turns out to be like a strong name.
 */
import type { AlignedDocument } from '../../types.ts';
import { isCalendarWord, isGivenName, isInstitutionWord, isPeopleWord, isTitle } from '../tables/common-words.ts';
import { lookUpName } from '../tables/gazetteer.ts';
import { type FoundName, isParticle, type Piece, particles } from './found-name.ts';
import { NameSegments } from './name-segments.ts';
import { countWords, type TextWord, textWords } from './text-words.ts';
import {
  type CapitalText,
  classOf,
  type Evidence,
  gatherEvidence,
  hasEvidence,
  headlineSentences,
  type WordClass,
} from './word-evidence.ts';

/** Nobody has more initials in a row. */
const mostInitials = 8;

interface Run {
  /** The word before the run. */
  readonly before: TextWord | undefined;
  readonly words: readonly TextWord[];
  readonly document: AlignedDocument;
  readonly headline: boolean;
}

const runsPerStep = 500;

/** Names of all documents whose language has capitals. Yields every few milliseconds of work. */
export function* findCapitalised(documents: readonly AlignedDocument[]): Generator<void, FoundName[]> {
  const counts = yield* countWords(documents);
  const texts: CapitalText[] = [];
  for (const document of documents) {
    const words = yield* textWords(document, counts);
    texts.push({ document, words, headlines: yield* headlineSentences(words, document) });
  }
  const evidence = yield* gatherEvidence(texts);
  const pieces: Piece[] = [];
  for (const text of texts) {
    let runs = 0;
    for (const run of capitalRuns(text)) {
      if (runs++ % runsPerStep === 0) yield;
      pieces.push(...splitAtCommonWords(run, evidence));
    }
  }
  yield;
  const segments = new NameSegments(pieces);
  const found: FoundName[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index % runsPerStep === 0) yield;
    if (piece.kind === 'phrase') {
      found.push(toFound(piece, !piece.known && segments.count(piece) < 2));
      continue;
    }
    const least = piece.beside ? 2 : 1;
    for (const part of segments.split(piece)) found.push(toFound(part, !part.known && !hasEvidence(part, evidence, least)));
  }
  return found;
}

// ── runs ────────────────────────────────────────────────────────────────────

function* capitalRuns({ document, words, headlines }: CapitalText): Generator<Run> {
  let current: TextWord[] = [];
  let began = 0;
  function* close(): Generator<Run> {
    while (current.length > 0 && current.at(-1)!.shape === 'lower') current.pop();
    if (current.length > 0) yield { before: words[began - 1], words: current, document, headline: headlines.has(current[0]!.sentence) };
    current = [];
  }
  for (const [index, word] of words.entries()) {
    const joined =
      current.length > 0 && (word.follows === ' ' || word.follows === '-') && current.at(-1)!.sentence === word.sentence && !word.opens;
    if (word.shape !== 'lower') {
      if (!joined) {
        yield* close();
        began = index;
      }
      current.push(word);
      continue;
    }
    const next = words[index + 1];
    const bridges =
      joined &&
      isParticle(word.key, document.language) &&
      next !== undefined &&
      next.follows === ' ' &&
      (next.shape !== 'lower' || isParticle(next.key, document.language));
    if (bridges && current.length > 0) current.push(word);
    else if (current.length > 0) yield* close();
  }
  yield* close();
}

function splitAtCommonWords(run: Run, evidence: Evidence): Piece[] {
  const { words, document, headline } = run;
  const language = document.language;
  const pieces: Piece[] = [];
  const piece = (kind: Piece['kind'], from: number, to: number, known = false, beside = false) => {
    const part = words.slice(from, to);
    if (part.length > 0) pieces.push({ kind, words: part, document, headline, known, beside });
  };
  const isCapitalCommon = (from: number) => {
    let at = from;
    while (at > 0 && words[at]!.shape === 'lower') at--;
    const word = words[at];
    return (
      word !== undefined &&
      !word.opens &&
      classes[at] === 'common' &&
      word.shape !== 'lower' &&
      !isTitle(word.text) &&
      !isPeopleWord(word.text, language) &&
      !isCalendarWord(word.text)
    );
  };
  const classes = words.map((word, at) => classOf(word, language, evidence, at === 0 ? run.before : words[at - 1]));
  // an initial between or before words of a name belongs to it (George W. Bush)
  for (const [at, word] of words.entries()) {
    if (
      word.text.length === 1 &&
      word.shape !== 'lower' &&
      at + 1 < words.length &&
      (classes[at - 1] === 'name' || classes[at - 1] === 'place' || isInitial(words[at + 1]!)) &&
      endsInName(at)
    )
      classes[at] = 'name';
  }
  const loose: [number, number][] = []; // stretches that the table does not explain
  let from = 0;
  for (let at = 0; at < words.length; ) {
    let length = Math.min(5, words.length - at);
    for (; length > 1; length--) {
      if (particles.has(words[at]!.key)) continue;
      if (lookUpName(surface(words.slice(at, at + length)), language).length > 0) break;
    }
    if (length > 1 || (classes[at] === 'place' && standsAlone(words, classes, at, evidence))) {
      if (from < at) loose.push([from, at]);
      piece('phrase', at, at + length, true);
      from = at + length;
    }
    at += length;
  }
  if (from < words.length) loose.push([from, words.length]);
  for (const [start, end] of loose) splitLoose(start, end);
  return pieces.sort((a, b) => a.words[0]!.start - b.words[0]!.start);

  function isInitial(word: TextWord): boolean {
    return word.text.length === 1 && word.shape !== 'lower';
  }

  function endsInName(from: number): boolean {
    let at = from;
    while (at < words.length && at - from < mostInitials && isInitial(words[at]!)) at++;
    return classes[at] === 'name' || classes[at] === 'place';
  }

  function splitLoose(start: number, end: number): void {
    let at = start;
    let common = start;
    while (at < end) {
      if (classes[at] === 'common') {
        at++;
        continue;
      }
      let stop = at;
      while (stop < end) {
        if (classes[stop] !== 'common') {
          stop++;
          continue;
        }
        // small words inside a name (Ursula von der Leyen)
        let beyond = stop;
        while (beyond < end && words[beyond]!.shape === 'lower' && particles.has(words[beyond]!.key)) beyond++;
        if (beyond === stop || beyond === end || classes[beyond] === 'common') break;
        stop = beyond;
      }
      let tail = stop;
      while (tail < end && classes[tail] === 'common' && words[tail]!.shape !== 'lower') tail++;
      const acronym = stop - at === 1 && words[at]!.shape === 'upper';
      const inner =
        tail > stop &&
        tail === end &&
        !headline &&
        stop - at === 1 &&
        !isCalendarWord(words[stop]!.text) &&
        !isPeopleWord(words[stop]!.text, language);
      if (acronym && inner && end === words.length)
        piece('phrase', at, tail, isInstitutionWord(words[stop]!.text)); // CBS News
      else {
        if (inner) piece('phrase', at, tail, false);
        const beside =
          stop - at === 1 &&
          ((tail > stop && !isTitle(words[stop]!.text) && !isPeopleWord(words[stop]!.text, language)) || isCapitalCommon(at - 1));
        piece('names', at, stop, false, beside);
      }
      common = tail;
      at = Math.max(stop, tail);
    }
    // nothing but common words: a body perhaps (`White House`), when it comes again
    if (
      common === start &&
      end - start >= 2 &&
      !headline &&
      start === 0 &&
      end === words.length &&
      !words[start]!.opens &&
      words.slice(start, end).every((word) => word.shape === 'capital' && !isCalendarWord(word.text) && !isPeopleWord(word.text, language))
    ) {
      piece('phrase', start, end);
    }
  }
}

/** A place in a run is a name of its own at the edge of the run, or beside common words, unless a given name leads to it. */
function standsAlone(words: readonly TextWord[], classes: readonly WordClass[], at: number, evidence: Evidence): boolean {
  const before = classes[at - 1];
  const after = classes[at + 1];
  if (before !== 'name' && after !== 'name') return true;
  if (words[at]!.follows === '-' || words[at + 1]?.follows === '-') return true;
  if (before === 'name') return false; // George Washington
  if (words[at + 1]?.text.length === 1) return false; // George W. Bush
  if (before === 'common' && isTitle(words[at - 1]!.text) && !isGivenName(words[at]!.text)) return true; // Presiden Rusia Vladimir Putin
  if (after === 'name' && isGivenName(words[at]!.text)) return false; // David Lammy
  return evidence.alone.has(words[at]!.key) || words[at]!.shape === 'upper'; // Kremlin Yuri Ushakov
}

function surface(words: readonly TextWord[]): string {
  return words.map((word, index) => (index === 0 ? '' : word.follows === '-' ? '-' : ' ') + word.text).join('');
}

function toFound({ words, document }: Piece, weak: boolean): FoundName {
  const [start, end] = [words[0]!.start, words.at(-1)!.end];
  return {
    document: document.id,
    language: document.language,
    sentence: words[0]!.sentence,
    start,
    end,
    text: document.text.slice(start, end),
    words: words.map((word) => word.key),
    weak,
  };
}
