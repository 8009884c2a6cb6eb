/**
 * Names in scripts with capitals: runs of capitalised words, cut where one name ends and the next begins.
 *
 *     Duta Besar Presiden AS Donald Trump Steve Witcaf bertemu …
 *     '---- titles ------' '' '----------' '----------'
 *                     place   seen alone    given name seen before another
 *
 * A capital is evidence only inside a sentence that is not a headline. What has no such evidence, and no entry in the
 * table, is `weak`: it survives only when it turns out to be like a strong name.
 */
import type { AlignedDocument } from '../../types.ts';
import { isGivenName } from '../tables/common-words.ts';
import { nameNoun } from '../tables/name-nouns.ts';
import { extendNames } from './extend-names.ts';
import { type FoundName, isConnector, isParticle, joining, type Piece } from './found-name.ts';
import { type ClassedRun, NameRuns } from './name-runs.ts';
import { splitRun } from './name-segments.ts';
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
const runsPerStep = 500;

/** Names of all documents whose language has capitals. Yields every few milliseconds of work. */
export function* findCapitalised(documents: readonly AlignedDocument[]): Generator<void, FoundName[]> {
  const { runs, evidence } = yield* classedRuns(documents);
  const known = new NameRuns(runs);
  yield;
  const found: FoundName[] = [];
  for (const [index, run] of runs.entries()) {
    if (index % runsPerStep === 0) yield;
    for (const piece of splitRun(run, known)) found.push(toFound(piece, isWeak(piece, evidence, known)));
  }
  return yield* extendNames(found, documents, known);
}

/** The runs of capitalised words, and what capitals say. Yields every few milliseconds of work. */
export function* classedRuns(documents: readonly AlignedDocument[]): Generator<void, { runs: ClassedRun[]; evidence: Evidence }> {
  const counts = yield* countWords(documents);
  const texts: CapitalText[] = [];
  for (const document of documents) {
    const words = yield* textWords(document, counts);
    texts.push({ document, words, headlines: yield* headlineSentences(words, document) });
  }
  const evidence = yield* gatherEvidence(texts);
  const runs: ClassedRun[] = [];
  for (const text of texts) {
    let done = 0;
    for (const run of capitalRuns(text)) {
      if (done++ % runsPerStep === 0) yield;
      runs.push(...withClasses(run, evidence));
    }
  }
  yield;
  return { runs, evidence };
}

function isWeak(piece: Piece, evidence: Evidence, runs: NameRuns): boolean {
  if (piece.known || piece.certain) return false;
  if (piece.kind === 'phrase') return runs.count(piece.words.map(({ key }) => key).join(' ')) < 2;
  return !hasEvidence(piece, evidence, 1);
}

// ── runs ────────────────────────────────────────────────────────────────────

interface Run {
  /** The word before the run. */
  readonly before: TextWord | undefined;
  readonly words: readonly TextWord[];
  readonly document: AlignedDocument;
  readonly headline: boolean;
}

function* capitalRuns({ document, words, headlines }: CapitalText): Generator<Run> {
  let current: TextWord[] = [];
  let began = 0;
  function* close(): Generator<Run> {
    while (current.length > 0 && current.at(-1)!.shape === 'lower') current.pop();
    if (current.length > 0) yield { before: words[began - 1], words: current, document, headline: headlines.has(current[0]!.sentence) };
    current = [];
  }
  const small = (word: TextWord) => isParticle(word.key, document.language) || isConnector(word.key, document.language);
  for (const [index, word] of words.entries()) {
    const joined =
      current.length > 0 && word.follows !== '' && word.follows !== 'glued' && current.at(-1)!.sentence === word.sentence && !word.opens;
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
      small(word) &&
      next !== undefined &&
      (next.follows === ' ' || next.follows === '-') &&
      !(word.key === 'for' && next.shape === 'upper') &&
      !(joining.has(word.key) && word.key !== 'of' && next.shape === 'lower') &&
      (next.shape !== 'lower' || small(next));
    if (bridges) current.push(word);
    else if (current.length > 0) yield* close();
  }
  yield* close();
}

/** `Prosecutor's Office`, but not `Iran's Ministry`. */
function isOrdinary(kind: WordClass | undefined): boolean {
  return kind === 'common' || kind === 'noun' || kind === 'title';
}

/** The run with what each word may be, cut at days and months, and after a possessor that is a name itself (`Iran's ministry`). */
function withClasses({ words, document, headline, before }: Run, evidence: Evidence): ClassedRun[] {
  const classes = words.map((word, at) => classOf(word, document.language, evidence, at === 0 ? before : words[at - 1], words[at + 1]));
  // an initial between or before words of a name belongs to it (George W. Bush)
  const isInitial = (word: TextWord) => word.text.length === 1 && word.shape !== 'lower';
  for (const [at, word] of words.entries()) {
    const isInside = classes[at - 1] === 'name' || classes[at - 1] === 'place' || (at + 1 < words.length && isInitial(words[at + 1]!));
    if (!isInitial(word) || at + 1 >= words.length || !isInside) continue;
    let end = at;
    while (end < words.length && end - at < mostInitials && isInitial(words[end]!)) end++;
    if (classes[end] === 'name' || classes[end] === 'place') classes[at] = 'name';
  }
  const alone = words.map((_, at) => classes[at] === 'place' && standsAlone(words, classes, at, evidence));
  // the business of an office belongs to it (Minister of Shipping)
  for (let at = 1; at < words.length; at++) {
    let office = at - 1;
    while (office > 0 && words[office]!.shape === 'lower') office--;
    if (classes[office] === 'title' && (classes[at] === 'noun' || classes[at] === 'common') && words[at]!.shape !== 'lower') {
      if (nameNoun(words[at]!.key, document.language)?.kind === 'q' || office < at - 1) classes[at] = 'title';
    }
  }
  // a family name may end as peoples do (`Togoi`)
  for (let at = 1; at < words.length; at++)
    if (classes[at] === 'people' && classes[at - 1] === 'name' && words[at]!.follows === ' ') classes[at] = 'name';
  const runs: ClassedRun[] = [];
  let from = 0;
  const close = (to: number) => {
    if (to > from)
      runs.push({ words: words.slice(from, to), classes: classes.slice(from, to), alone: alone.slice(from, to), document, headline });
  };
  for (const [at, word] of words.entries()) {
    if (classes[at] === 'calendar') {
      close(at);
      from = at + 1;
    } else if (at > from && word.follows === "'" && !(isOrdinary(classes[at - 1]) && isOrdinary(classes[at]))) {
      close(at);
      from = at;
    }
  }
  close(words.length);
  return runs;
}

/** A place in a run is a name of its own at the edge of the run, or beside common words, unless a given name leads to it. */
function standsAlone(words: readonly TextWord[], classes: readonly string[], at: number, evidence: Evidence): boolean {
  const [before, after] = [classes[at - 1], classes[at + 1]];
  if (before !== 'name' && after !== 'name') return true;
  if (words[at]!.follows === '-' || words[at + 1]?.follows === '-') return true;
  if (before === 'name') return false; // George Washington
  if (words[at + 1]?.text.length === 1) return false; // George W. Bush
  if (before === 'title' && !isGivenName(words[at]!.text)) return true; // Presiden Rusia Vladimir Putin
  if (after === 'name' && isGivenName(words[at]!.text)) return false; // David Lammy
  return evidence.alone.has(words[at]!.key) || words[at]!.shape === 'upper'; // Kremlin Yuri Ushakov
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
