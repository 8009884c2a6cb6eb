/**
 * Evidence that a part of a run of capitalised words is one name: how it is built, where else it occurs, what other
 * documents have of it, and what is cut apart at its ends.
 */
import { isGivenName } from '../tables/common-words.ts';
import { lookUpName } from '../tables/gazetteer.ts';
import { nameNoun, putsNounFirst } from '../tables/name-nouns.ts';
import { isSmallWord, joining, particles } from './found-name.ts';
import type { ClassedRun, NameRuns } from './name-runs.ts';
import type { TextWord } from './text-words.ts';
import type { WordClass } from './word-evidence.ts';

const wordClasses = ['name', 'place', 'noun', 'common', 'title', 'people'] as const;
type OwnClass = (typeof wordClasses)[number];

/** Evidence by name. */
export type SegmentFeature =
  | `only.${OwnClass}`
  | `first.${OwnClass}`
  | `last.${OwnClass}`
  | `out.${OwnClass}`
  | `cut.${'name' | 'place' | 'noun' | 'other'}.${'name' | 'place' | 'noun' | 'other'}`
  | `inside.${'name' | 'place' | 'noun' | 'other'}.${'name' | 'place' | 'noun' | 'other'}`
  | (typeof otherFeatures)[number];

const otherFeatures = [
  'two',
  'three',
  'four',
  'more',
  'fiveNames',
  'whole',
  'table',
  'alone',
  'aloneInside',
  'elsewhere',
  'elsewhereOften',
  'elsewhereOther',
  'elsewhereSingle',
  'alike',
  'shared',
  'boundBefore',
  'boundAfter',
  'namesOnly',
  'smallParticle',
  'smallOf',
  'smallJoining',
  'ofBeforeNames',
  'opensCommon',
  'opensOther',
  'given',
  'givenSeen',
  'givenInside',
  'familySeen',
  'builtWell',
  'builtNot',
  'titleInside',
  'qualifierEnd',
  'headline',
  'german',
  'germanCommon',
  'titleBefore',
  'titleAfter',
  'upperChange',
  'outOpens',
  'smallFirst',
] as const;

const four = (kind: WordClass) => (kind === 'name' || kind === 'place' || kind === 'noun' ? kind : 'other');
const fourClasses = ['name', 'place', 'noun', 'other'] as const;
const own = (kind: WordClass): OwnClass => (kind === 'calendar' ? 'common' : kind);

/** All features. */
export const segmentFeatures: readonly SegmentFeature[] = [
  ...wordClasses.flatMap((kind) => [`only.${kind}`, `first.${kind}`, `last.${kind}`, `out.${kind}`] as const),
  ...fourClasses.flatMap((one) => fourClasses.flatMap((other) => [`cut.${one}.${other}`, `inside.${one}.${other}`] as const)),
  ...otherFeatures,
];

/** Whether the words from `start` to `end` of a run can be a name at all. */
export function isPossible({ words, classes, document: { language } }: ClassedRun, start: number, end: number, runs: NameRuns): boolean {
  const isSmall = (at: number) => classes[at] === 'common' && isSmallWord(words[at]!.key, language);
  if (words[start]!.shape === 'lower' || words[end - 1]!.shape === 'lower' || isSmall(end - 1)) return false;
  if (isSmall(start) && (words[start]!.opens || end === start + 1)) return false;
  const cutsHyphen = (at: number) => at > 0 && words[at]?.follows === '-' && !runs.parts(words, at);
  return !cutsHyphen(start) && !cutsHyphen(end);
}

/** Tells `note` what is known of a word that no name takes. */
export function evidenceOutside({ words, classes }: ClassedRun, at: number, note: (feature: SegmentFeature, value: number) => void): void {
  if (words[at]!.shape === 'lower') return;
  note(`out.${own(classes[at]!)}`, 1);
  if (words[at]!.opens) note('outOpens', 1);
}

/** Tells `note` what is known of the words from `start` to `end` of a run. */
export function evidenceInside(
  run: ClassedRun,
  start: number,
  end: number,
  runs: NameRuns,
  note: (feature: SegmentFeature, value: number) => void,
): void {
  const { words, classes, document, headline } = run;
  const { language } = document;
  let [capitals, hyphens, names, nouns, placed, last] = [0, 0, 0, 0, 0, -1];
  const german = language === 'de';
  for (let at = start; at < end; at++) {
    const word = words[at]!;
    if (word.shape === 'lower') {
      if (joining.has(word.key) && word.key !== 'of') note('smallJoining', 1);
      else if (word.key === 'of' || !particles.has(word.key)) note('smallOf', 1);
      else note('smallParticle', 1);
      continue;
    }
    const kind = classes[at]!;
    capitals++;
    if (at > start && word.follows === '-') hyphens++;
    if (kind === 'name' || kind === 'place') names++;
    if (kind === 'noun') nouns++;
    if (last >= 0) {
      if (word.follows !== '-') note(`inside.${four(classes[last]!)}.${four(kind)}`, 1);
      if (kind === 'title') note('titleInside', 1);
      if (word.shape !== words[last]!.shape) note('upperChange', 1);
      if (kind !== 'title' && isGivenName(word.text) && classes[last] !== 'noun' && !isGivenName(words[last]!.text)) note('givenInside', 1);
    }
    if (run.alone[at]) placed++;
    last = at;
  }
  const key = runs.key(words, start, end);
  const [first, final] = [words[start]!, words[end - 1]!];
  if (start > 0 && first.follows !== '-') note(`cut.${four(classes[start - 1]!)}.${four(classes[start]!)}`, 1);
  if (headline) note('headline', capitals > 1 ? 1 : 0.5);
  if (german) note('german', 1);
  if (classes[start - 1] === 'title') note('titleBefore', 1);
  if (classes[end] === 'title') note('titleAfter', 1);
  const isWhole = runs.isWhole(run, start, end);
  if (isWhole) note('whole', 1);
  const elsewhere = runs.count(key) - (isWhole ? 1 : 0);
  if (capitals === 1) {
    note(`only.${own(classes[start]!)}`, 1);
    if (elsewhere > 0) note('elsewhereSingle', 1);
    if (run.alone[start]) note('alone', 1);
    if (first.opens) note(classes[start] === 'common' || classes[start] === 'people' ? 'opensCommon' : 'opensOther', 1);
    if (runs.isAlike(words, start, end, document.id)) note('alike', 1);
    return;
  }
  note(`first.${own(classes[start]!)}`, 1);
  note(`last.${own(classes[end - 1]!)}`, 1);
  const size = capitals - hyphens;
  note(size <= 2 ? 'two' : size === 3 ? 'three' : size === 4 ? 'four' : 'more', 1);
  if (placed > 0) note('aloneInside', 1);
  if (elsewhere > 0) {
    note('elsewhere', 1);
    if (elsewhere > 2) note('elsewhereOften', 1);
    if (runs.documents(key) > (isWhole ? 1 : 0)) note('elsewhereOther', 1);
  }
  if (runs.isAlike(words, start, end, document.id)) note('alike', 1);
  if (lookUpName(surface(words, start, end), language).length > 0) note('table', 1);
  const shared = runs.shared(key);
  if (shared > 1) {
    const before = start > 0 ? runs.shared(runs.key(words, start - 1, end)) : 0;
    const after = end < words.length ? runs.shared(runs.key(words, start, end + 1)) : 0;
    if (shared > before && shared > after) note('shared', 1);
    if (before === shared) note('boundBefore', 1);
    if (after === shared) note('boundAfter', 1);
  }
  if (first.opens) note(classes[start] === 'common' || classes[start] === 'people' ? 'opensCommon' : 'opensOther', 1);
  if (classes[start] === 'common' && isSmallWord(first.key, language)) note('smallFirst', 1);
  if (german && names < capitals) note('germanCommon', 1);
  if (names === capitals) {
    note('namesOnly', 1);
    if (size > 5) note('fiveNames', 1);
    if (isGivenName(first.text)) note('given', 1);
    if (runs.givenCount(first.key) > (isWhole && words.length === 2 ? 1 : 0)) note('givenSeen', 1);
    if (runs.endsInFamilyName(run, start, end)) note('familySeen', 1);
  }
  if (nouns > 0 && end - start > nouns) {
    const built = buildOf(words.slice(start, end), classes.slice(start, end), language);
    if (built === 'well') note('builtWell', 1);
    if (built === 'not') note('builtNot', 1);
  }
  const of = words.findIndex((word, at) => at > start && at < end && word.shape === 'lower');
  if (of > 0 && nouns === 0 && (classes[start] === 'name' || classes[start] === 'place')) note('ofBeforeNames', 1);
  if (classes[end - 1] === 'noun' && !putsNounFirst(language) && nameNoun(final.key, language)?.kind === 'q') note('qualifierEnd', 1);
}

/**
 * Whether a noun stands where the language has it: first (`Kementerian Kesehatan`), last (`Kenyatta National Hospital`), or
 * before a connector (`University of Leeds`). No body ends in `of` and a place where it has a name already (`Ruichi Power of Wuxi`).
 */
function buildOf(words: readonly TextWord[], classes: readonly WordClass[], language: string): 'well' | 'so-so' | 'not' {
  const kindAt = (at: number) => (classes[at] === 'noun' ? (nameNoun(words[at]!.key, language)?.kind ?? 'b') : undefined);
  const of = words.findIndex((word) => word.shape === 'lower');
  const isName = (kind: WordClass) => kind === 'name' || kind === 'place';
  const capitals = (from: number, to: number) => classes.slice(from, to).filter((_, at) => words[from + at]!.shape !== 'lower');
  if (of > 0 && capitals(0, of).some(isName) && capitals(of, words.length).every(isName)) return 'not';
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

/** Adjacent words. */
export function surface(words: readonly TextWord[], start: number, end: number): string {
  let text = words[start]!.text;
  for (let at = start + 1; at < end; at++) text += (words[at]!.follows === '-' ? '-' : ' ') + words[at]!.text;
  return text;
}
