/**
 * Cuts runs of capitalised words into names: by what stands alone elsewhere, by what other documents share of the run, and by
 * how names of people and bodies are built. One dynamic programme over the words of a run; words that no name takes drop out.
 */
import type { AlignedDocument } from '../../types.ts';
import { isGivenName } from '../tables/common-words.ts';
import { lookUpName } from '../tables/gazetteer.ts';
import { nameNoun, putsNounFirst } from '../tables/name-nouns.ts';
import { isSmallWord, joining, type Piece, particles } from './found-name.ts';
import type { TextWord } from './text-words.ts';
import type { WordClass } from './word-evidence.ts';

/** A run of capitalised words and small words between them, with what each may be. */
export interface ClassedRun {
  readonly words: readonly TextWord[];
  readonly classes: readonly WordClass[];
  /** Places that seem to be names of their own here. */
  readonly alone: readonly boolean[];
  readonly document: AlignedDocument;
  readonly headline: boolean;
}

const longestName = 9;
const longestShared = 6;

/** What speaks for a stretch being one name. */
type Judged = Pick<Piece, 'kind' | 'known' | 'certain'> & { readonly worth: number };

/** Knows which runs stand alone somewhere, and which stretches documents share, and cuts runs by that. */
export class NameSegments {
  /** How often a run stands alone, and in which documents a stretch of a run stands. */
  readonly #runs = new Map<string, { count: number; readonly documents: Set<string> }>();
  readonly #documents = new Map<string, Set<string>>();
  readonly #given = new Map<string, number>();

  constructor(runs: readonly ClassedRun[]) {
    for (const run of runs) {
      const words = standing(run);
      const key = keyOf(words);
      const stands = this.#runs.get(key);
      if (stands !== undefined) {
        stands.count++;
        stands.documents.add(run.document.id);
      } else if (words.length > 0) this.#runs.set(key, { count: 1, documents: new Set([run.document.id]) });
      if (words.length === 2) this.#given.set(words[0]!.key, (this.#given.get(words[0]!.key) ?? 0) + 1);
      if (run.headline) continue;
      for (let start = 0; start < run.words.length; start++) {
        let stretch = '';
        for (let end = start; end < Math.min(run.words.length, start + longestShared); end++) {
          stretch += end > start ? ` ${run.words[end]!.key}` : run.words[end]!.key;
          const documents = this.#documents.get(stretch);
          if (documents === undefined) this.#documents.set(stretch, new Set([run.document.id]));
          else documents.add(run.document.id);
        }
      }
    }
  }

  /** How often the words (lower case) stand alone as a run. */
  count(words: readonly string[]): number {
    return this.#runs.get(words.join(' '))?.count ?? 0;
  }

  /** In how many documents the words (lower case) stand beside one another in a run. */
  shared(words: readonly string[]): number {
    return this.#documents.get(words.join(' '))?.size ?? 0;
  }

  /** The names of a run, in order. */
  split(run: ClassedRun): Piece[] {
    const { words, document } = run;
    const n = words.length;
    const best = new Float64Array(n + 1);
    const cameFrom = new Int32Array(n + 1);
    const judged: (Judged | undefined)[] = new Array(n + 1);
    const whole = keyOf(standing(run));
    for (let end = 1; end <= n; end++) {
      best[end] = best[end - 1]! + dropped(run, end - 1);
      cameFrom[end] = end - 1;
      for (let start = Math.max(0, end - longestName); start < end; start++) {
        const judgement = this.#judge(run, start, end, whole);
        if (judgement === undefined || best[start]! + judgement.worth <= best[end]!) continue;
        best[end] = best[start]! + judgement.worth;
        cameFrom[end] = start;
        judged[end] = judgement;
      }
    }
    const pieces: Piece[] = [];
    for (let end = n; end > 0; end = cameFrom[end]!) {
      const judgement = judged[end];
      if (judgement === undefined) continue;
      const { kind, known, certain } = judgement;
      pieces.unshift({ kind, known, certain, words: words.slice(cameFrom[end]!, end), document });
    }
    return pieces;
  }

  #judge(run: ClassedRun, start: number, end: number, whole: string): Judged | undefined {
    const { classes, document, headline } = run;
    const words = run.words.slice(start, end);
    if (words[0]!.shape === 'lower' || words.at(-1)!.shape === 'lower') return undefined;
    if ((words[0]!.follows === '-' && start > 0 && !this.#parts(run, start)) || (run.words[end]?.follows === '-' && !this.#parts(run, end)))
      return undefined;
    const own = classes.slice(start, end).filter((_, at) => words[at]!.shape !== 'lower');
    const names = own.filter((kind) => kind === 'name' || kind === 'place').length;
    const n = own.length;
    const weight = n - words.filter((word, at) => at > 0 && word.follows === '-').length;
    const phrase = (worth: number, certain: boolean, known = false): Judged => ({ worth, kind: 'phrase', known, certain });
    if (words.length > 1 && lookUpName(surface(words), document.language).length > 0) return phrase(2 * n + 0.5, true, true);
    const key = keyOf(words);
    const elsewhere = (this.#runs.get(key)?.count ?? 0) - (whole === key ? 1 : 0);
    const isShared = n > 1 && this.#isShared(run, start, end);
    if (n === 1) return names === 1 ? this.#single(own[0]!, elsewhere, run.alone[start]!) : undefined;
    const small = words.filter((word) => word.shape === 'lower');
    const first = own[0]!;
    const isFunctionWord = (at: number) => own.at(at) === 'common' && isSmallWord(words.at(at)!.key, document.language);
    if (isFunctionWord(0) || isFunctionWord(-1)) return undefined;
    // a common word that opens a sentence has its capital from there
    if (words[0]!.opens && (first === 'common' || first === 'people') && !isShared) return undefined;
    if (names === n && small.every((word) => particles.has(word.key) && !joining.has(word.key)))
      return this.#person(run, start, end, elsewhere > 0 || isShared, weight, whole === key);
    const nouns = own.filter((kind) => kind === 'noun').length;
    if (first === 'title' || (nouns === 0 && !isShared && own.some((kind) => kind === 'people' || kind === 'title'))) return undefined;
    const ordinaryEnd = own.at(-1) === 'common' || (own.at(-1) === 'noun' && nameNoun(words.at(-1)!.key, document.language)?.kind === 'q');
    if (ordinaryEnd && classes[end] === 'title' && !putsNounFirst(document.language)) return undefined; // Philippines Foreign | Minister
    if (own.some((kind, at) => kind === 'title' && !own.includes('noun', at))) return undefined; // ministry of defence | secretary
    if (small.length > 0 && first === 'name' && nouns === 0) return undefined;
    const ands = small.filter((word) => joining.has(word.key) && word.key !== 'of').length;
    if (elsewhere > 0 || isShared) return phrase(2 * n - ands, true);
    const german = document.language === 'de';
    if (headline || (german && names === 0)) return undefined;
    if (nouns > 0 && (nouns < n || small.length > 0)) {
      const built = isBuiltAsBody(words, classes.slice(start, end), document.language);
      if (built === 'not') return undefined;
      const given = words.slice(1).some((word) => isGivenName(word.text)) ? 1.2 : 0;
      return phrase(
        (built === 'well' ? 1.9 : 1.15) * n - 1.2 * ands - given,
        names > 0 && (!german || words.some(({ follows }) => follows === '-')),
      );
    }
    if (small.some((word) => !particles.has(word.key)) || german) return undefined;
    return phrase(
      0.9 * n,
      words.every((word) => word.shape === 'capital'),
    );
  }

  /** Whether both sides of a hyphen stand alone elsewhere, or are names in full (`Ada Lund-Max Berg`). */
  #parts({ words }: ClassedRun, at: number): boolean {
    if (this.#runs.has(words[at]!.key) && this.#runs.has(words[at - 1]!.key)) return true;
    return words[at - 1]!.follows === ' ' && at > 1 && words[at + 1]?.follows === ' ' && words[at + 1]?.shape === 'capital';
  }

  /** Whether more documents have the stretch than have it with a word more of this run on either side. */
  #isShared({ words }: ClassedRun, start: number, end: number): boolean {
    const inHow = (from: number, to: number) =>
      from < 0 || to > words.length ? 0 : (this.#documents.get(keyOf(words.slice(from, to)))?.size ?? 0);
    const here = inHow(start, end);
    return here > 1 && here > inHow(start - 1, end) && here > inHow(start, end + 1);
  }

  #single(kind: WordClass, elsewhere: number, alone: boolean): Judged {
    return { worth: alone ? 1.6 : elsewhere > 0 ? 1 : 0.4, kind: 'name', known: kind === 'place', certain: false };
  }

  #person(run: ClassedRun, start: number, end: number, standsElsewhere: boolean, names: number, isWhole: boolean): Judged | undefined {
    const words = run.words.slice(start, end);
    const judged = (worth: number): Judged => ({ worth, kind: 'name', known: false, certain: false });
    if (names === 1) return judged(standsElsewhere ? 1 : 0.6);
    if (standsElsewhere) return judged(2 * names);
    if (run.alone.slice(start, end).some((alone) => alone) || names > 5) return undefined;
    // a second family name after a name in full (`Iván Sotelo Pimentel`)
    if (isWhole && names > 2 && this.#runs.has(keyOf(words.slice(0, -1)))) return judged(2 * names - 1);
    const given = isGivenName(words[0]!.text) ? 1 : 0;
    const afterGiven = given + (this.#given.get(words[0]!.key) ?? 0) - (isWhole && words.length === 2 ? 1 : 0);
    const base = names === 2 ? 1.45 : names === 3 ? 1.9 : 2.3;
    return judged(base + (afterGiven > 0 || this.#endsInFamilyName(run, words) ? 1 : 0));
  }

  /** Whether a document that has the words also has the last one alone: a given name, and a family name. */
  #endsInFamilyName(run: ClassedRun, words: readonly TextWord[]): boolean {
    let from = words.length - 1;
    while (from > 0 && words[from]!.follows === '-') from--;
    const last = this.#runs.get(keyOf(words.slice(from)))?.documents;
    if (run.headline || last === undefined || this.#runs.has(words[0]!.key)) return false;
    return [...(this.#documents.get(keyOf(words)) ?? [])].some((id) => last.has(id));
  }
}

/**
 * Whether a noun stands where the language has it: first (`Kementerian Kesehatan`), last (`Kenyatta National Hospital`), or
 * before a connector (`University of Leeds`). No body ends in `of` and a place where it has a name already (`Ruichi Power of Wuxi`).
 */
function isBuiltAsBody(words: readonly TextWord[], classes: readonly WordClass[], language: string): 'well' | 'so-so' | 'not' {
  const kindAt = (at: number) => (classes[at] === 'noun' ? (nameNoun(words[at]!.key, language)?.kind ?? 'b') : undefined);
  const of = words.findIndex((word) => word.shape === 'lower');
  const isName = (kind: WordClass) => kind === 'name' || kind === 'place';
  const own = (from: number, to: number) => classes.slice(from, to).filter((_, at) => words[from + at]!.shape !== 'lower');
  if (of > 0 && own(0, of).some(isName) && own(of, words.length).every(isName)) return 'not';
  const [head, tail] = [kindAt(0), kindAt(words.length - 1)];
  if (putsNounFirst(language)) {
    // a body's name ends with the place it is in: a person's follows
    if (classes.some((kind, at) => kind === 'place' && classes[at + 1] === 'name')) return 'not';
    if (head === 'q' && (tail === undefined || tail === 'q') && classes.some(isName)) return 'not'; // Luar Negeri | Sergei Lavrov
    return (head !== undefined && head !== 'q') || (tail !== undefined && tail !== 'q') ? 'well' : 'so-so';
  }
  if (tail !== undefined || of > 0) return 'well';
  return head !== undefined && head !== 'b' && head !== 'q' ? 'well' : 'so-so';
}

/** What it costs to leave a word out of every name. */
function dropped({ words, classes }: ClassedRun, at: number): number {
  if (words[at]!.shape === 'lower') return 0;
  const kind = classes[at]!;
  return kind === 'name' || kind === 'place' ? -1 : kind === 'noun' && !words[at]!.opens ? -0.1 : 0;
}

/** The stretch of a run that stands alone in it: without titles, and common words that open a sentence, at its ends. */
function standing({ words, classes, headline }: ClassedRun): readonly TextWord[] {
  if (headline) return [];
  let [from, to] = [0, words.length];
  const outside = (at: number) => classes[at] === 'title' || words[at]!.shape === 'lower' || (words[at]!.opens && classes[at] === 'common');
  while (from < to && outside(from)) from++;
  while (to > from && outside(to - 1)) to--;
  return words.slice(from, to);
}

function surface(words: readonly TextWord[]): string {
  return words.map((word, index) => (index === 0 ? '' : word.follows === '-' ? '-' : ' ') + word.text).join('');
}

function keyOf(words: readonly TextWord[]): string {
  let key = '';
  for (const word of words) key += key === '' ? word.key : ` ${word.key}`;
  return key;
}
