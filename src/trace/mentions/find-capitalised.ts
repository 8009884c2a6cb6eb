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
import { isCalendarWord, isCommonWord, isGivenName, isInstitutionWord, isPeopleWord, isTitle } from '../tables/common-words.ts';
import { lookUpName } from '../tables/gazetteer.ts';
import { countWords, type TextWord, textWords } from './text-words.ts';

/** A name where it stands. */
export interface FoundName {
  readonly document: string;
  readonly language: string;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Words in lower case. */
  readonly words: readonly string[];
  /** Without evidence of its own. */
  readonly weak: boolean;
}

interface Run {
  /** The word before the run. */
  readonly before: TextWord | undefined;
  readonly words: readonly TextWord[];
  readonly document: AlignedDocument;
  readonly headline: boolean;
}

type WordClass = 'name' | 'place' | 'common';

// small words inside names
const particles = new Set('van von der den de la le du da do dos di del della bin ibn bint al el ter ten af av zu y of'.split(' '));

/** Names of all documents whose language has capitals. */
export function findCapitalised(documents: readonly AlignedDocument[]): FoundName[] {
  const counts = countWords(documents);
  const texts = documents.map((document) => ({ document, words: textWords(document, counts) }));
  const evidence = gatherEvidence(texts);
  const runs = texts.flatMap(({ document, words }) => capitalRuns(document, words));
  const pieces = runs.flatMap((run) => splitAtCommonWords(run, evidence));
  const segments = new Segments(pieces);
  const found: FoundName[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'phrase') {
      found.push(toFound(piece, !piece.known && segments.count(piece) < 2));
      continue;
    }
    const least = piece.beside ? 2 : 1;
    for (const part of segments.split(piece)) found.push(toFound(part, !part.known && !hasEvidence(part, evidence, least)));
  }
  return found;
}

// ── evidence about words ────────────────────────────────────────────────────

interface Evidence {
  /** Capitalised inside a normal sentence, per word, all documents. */
  readonly inside: ReadonlyMap<string, number>;
  /** Words with a capital beside none, in some document. */
  readonly alone: ReadonlySet<string>;
  /** In lower case, per language and word. */
  readonly lower: ReadonlyMap<string, number>;
}

function gatherEvidence(texts: readonly { document: AlignedDocument; words: readonly TextWord[] }[]): Evidence {
  const inside = new Map<string, number>();
  const lower = new Map<string, number>();
  const alone = new Set<string>();
  for (const { document, words } of texts) {
    const headlines = headlineSentences(words, document);
    for (const [at, word] of words.entries()) {
      if (word.shape === 'lower') lower.set(`${document.language} ${word.key}`, (lower.get(`${document.language} ${word.key}`) ?? 0) + 1);
      else if (!word.opens && !joinsCapital(words, at) && !joinsCapital(words, at + 1)) alone.add(word.key);
      if (
        word.shape !== 'lower' &&
        !word.opens &&
        !headlines.has(word.sentence) &&
        (document.language !== 'de' || isNameContext(words[at - 1], word))
      ) {
        inside.set(word.key, (inside.get(word.key) ?? 0) + 1);
      }
    }
  }
  return { inside, alone, lower };
}

/** Whether a word follows another in one run of capitals. */
function joinsCapital(words: readonly TextWord[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return (
    before !== undefined &&
    word !== undefined &&
    word.follows !== '' &&
    before.shape !== 'lower' &&
    word.shape !== 'lower' &&
    before.sentence === word.sentence
  );
}

/** German gives every noun a capital: a name is told by the title or given name before it, or by being one. */
function isNameContext(before: TextWord | undefined, word: TextWord): boolean {
  return isGivenName(word.text) || (before !== undefined && before.shape !== 'lower' && (isTitle(before.text) || isGivenName(before.text)));
}

/** Sentences in which most words have a capital, and page furniture: there a capital says nothing. */
function headlineSentences(words: readonly TextWord[], document: AlignedDocument): Set<number> {
  const tally = new Map<number, { capitals: number; long: number; small: number }>();
  for (const word of words) {
    const entry = tally.get(word.sentence) ?? { capitals: 0, long: 0, small: 0 };
    if (word.shape !== 'lower') entry.capitals++;
    else if (word.key.length > 3) entry.long++;
    else entry.small++;
    tally.set(word.sentence, entry);
  }
  const endsAsText = new Set(document.sentences.filter(({ text }) => /[.。!?]["”’»)]*$/.test(text)).map(({ index }) => index));
  const titled = [...tally]
    .filter(
      ([sentence, { capitals, long, small }]) => capitals >= 4 && capitals >= 2 * long && (!endsAsText.has(sentence) || long + small < 1),
    )
    .map(([sentence]) => sentence);
  return new Set([...titled, ...document.sentences.filter(({ furniture }) => furniture).map(({ index }) => index)]);
}

function classOf(word: TextWord, language: string, evidence: Evidence, before?: TextWord): WordClass {
  if (before?.key === 'bahasa') return 'common'; // Indonesian: the language of a country
  if (word.shape === 'lower' || isCalendarWord(word.text) || isTitle(word.text) || isInstitutionWord(word.text)) return 'common';
  if (/^[IVX]+$/.test(word.text)) return 'common';
  const places = lookUpName(word.text, language);
  if (places.some(({ type }) => type === 'place' || type === 'organization')) {
    const acronym = word.text.length <= 3;
    const given = isGivenName(word.text) && places.every(({ size }) => size <= 4); // Vladimir and George are towns as well
    if (!given && (!acronym || word.shape === 'upper')) return 'place';
  }
  if (word.text.length < 2 || isPeopleWord(word.text, language)) return 'common';
  const seenLower = evidence.lower.get(`${language} ${word.key}`) ?? 0;
  const seenInside = evidence.inside.get(word.key) ?? 0;
  if (seenLower > 0 && seenLower * 2 >= seenInside) return 'common';
  if (isCommonWord(word.text, language) || (language === 'und' && isCommonWord(word.text, 'en'))) return 'common';
  return 'name';
}

function hasEvidence(piece: Piece, evidence: Evidence, least: number): boolean {
  return piece.words.some((word) => {
    if (particles.has(word.key)) return false;
    if (word.shape === 'upper' && word.text.replace(/\P{L}/gu, '').length > 4) return false;
    return (evidence.inside.get(word.key) ?? 0) >= least;
  });
}

// ── runs ────────────────────────────────────────────────────────────────────

function capitalRuns(document: AlignedDocument, words: readonly TextWord[]): Run[] {
  const runs: Run[] = [];
  const headlines = headlineSentences(words, document);
  let current: TextWord[] = [];
  let began = 0;
  const close = () => {
    while (current.length > 0 && current.at(-1)!.shape === 'lower') current.pop();
    if (current.length > 0)
      runs.push({ before: words[began - 1], words: current, document, headline: headlines.has(current[0]!.sentence) });
    current = [];
  };
  for (const [index, word] of words.entries()) {
    const joined =
      current.length > 0 && (word.follows === ' ' || word.follows === '-') && current.at(-1)!.sentence === word.sentence && !word.opens;
    if (word.shape !== 'lower') {
      if (!joined) {
        close();
        began = index;
      }
      current.push(word);
      continue;
    }
    const next = words[index + 1];
    const bridges =
      joined &&
      particles.has(word.key) &&
      next !== undefined &&
      next.follows === ' ' &&
      (next.shape !== 'lower' || particles.has(next.key));
    if (bridges && current.length > 0) current.push(word);
    else close();
  }
  close();
  return runs;
}

/** Part of a run: a name or names still together, or a phrase with common words in it (`Fox News`). */
interface Piece {
  readonly kind: 'names' | 'phrase';
  readonly words: readonly TextWord[];
  readonly document: AlignedDocument;
  readonly headline: boolean;
  /** In the table. */
  readonly known: boolean;
  /** Beside capitalised common words, so perhaps a word of a title or a body (`Foundation for Defense of …`). */
  readonly beside?: boolean;
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
    while (at < words.length && isInitial(words[at]!)) at++;
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
      if (acronym && inner && end === words.length) piece('phrase', at, tail, false);
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

// ── cutting names apart ─────────────────────────────────────────────────────

/** Knows which runs stand alone somewhere, and cuts longer ones by that. */
class Segments {
  readonly #runs = new Map<string, number>();
  readonly #given = new Map<string, number>();

  constructor(pieces: readonly Piece[]) {
    for (const piece of pieces) {
      const key = keyOf(piece.words);
      this.#runs.set(key, (this.#runs.get(key) ?? 0) + 1);
      if (piece.words.length === 2) {
        const first = piece.words[0]!.key;
        this.#given.set(first, (this.#given.get(first) ?? 0) + 1);
      }
    }
  }

  count(piece: Piece): number {
    return this.#runs.get(keyOf(piece.words)) ?? 0;
  }

  /** Best cutting by dynamic programming over the words: parts that stand alone elsewhere, or begin with a given name. */
  split(piece: Piece): Piece[] {
    const { words } = piece;
    const n = words.length;
    if (n === 1) return [piece];
    const best = new Float64Array(n + 1).fill(Number.NEGATIVE_INFINITY);
    const cameFrom = new Int32Array(n + 1);
    best[0] = 0;
    for (let end = 1; end <= n; end++) {
      for (let start = Math.max(0, end - 6); start < end; start++) {
        const worth = best[start]! + this.#worth(words.slice(start, end), start === 0 && end === n, piece.headline);
        if (worth > best[end]!) {
          best[end] = worth;
          cameFrom[end] = start;
        }
      }
    }
    const parts: Piece[] = [];
    for (let end = n; end > 0; end = cameFrom[end]!) {
      let [from, to] = [cameFrom[end]!, end];
      while (from < to && particles.has(words[from]!.key) && words[from]!.shape === 'lower') from++;
      while (to > from && words[to - 1]!.shape === 'lower') to--;
      if (from < to) parts.unshift({ ...piece, words: words.slice(from, to) });
    }
    return parts;
  }

  #worth(words: readonly TextWord[], whole: boolean, headline: boolean): number {
    const alone = (this.#runs.get(keyOf(words)) ?? 0) - (whole ? 1 : 0);
    const names = words.filter((word) => word.text.length > 1 && !(word.shape === 'lower' && particles.has(word.key))).length;
    if (names === 1 && words.length === 1) return alone > 0 ? 1 : 0.4;
    if (alone > 0) return 2 * names;
    if (names < 2) return -1;
    // a given name, and a family name that also stands alone
    if (words.length === 2 && !headline && !this.#runs.has(words[0]!.key) && this.#runs.has(words[1]!.key)) return 2.1;
    if (names > 4) return -1;
    const given = isGivenName(words[0]!.text) ? 1 : 0;
    const afterGiven = given + (this.#given.get(words[0]!.key) ?? 0) - (whole && words.length === 2 ? 1 : 0);
    if (words.some((word) => word.follows === '-')) return 1.2;
    return afterGiven > 0 && names === 2 ? 2.2 : names === 2 ? 1.2 : names === 3 ? 1.5 : 1.3;
  }
}

function keyOf(words: readonly TextWord[]): string {
  return words.map((word) => word.key).join(' ');
}
