/**
 * What a capital says: where it stands, how often, and whether the word is also written small.
 *
 * A capital at the start of a sentence, in a headline or in page furniture says nothing; in German it says little.
 */
import type { AlignedDocument } from '../../types.ts';
import { isCalendarWord, isCommonWord, isGivenName, isInstitutionWord, isPeopleWord, isTitle } from '../tables/common-words.ts';
import { lookUpName } from '../tables/gazetteer.ts';
import { nameNoun } from '../tables/name-nouns.ts';
import { isSmallWord, type Piece, particles } from './found-name.ts';
import type { TextWord } from './text-words.ts';

/** `noun` builds names of bodies (`Ministry`), `people` are adjectives of places; `common` is any other word of the language. */
export type WordClass = 'name' | 'place' | 'common' | 'noun' | 'title' | 'people' | 'calendar';

/** What all documents together say about words. */
export interface Evidence {
  /** Capitalised inside a normal sentence, per word, all documents. */
  readonly inside: ReadonlyMap<string, number>;
  /** Words with a capital beside none, in some document. */
  readonly alone: ReadonlySet<string>;
  /** In lower case, per language and word. */
  readonly lower: ReadonlyMap<string, number>;
  /** Whether words mean the people of a place, per language and word, as far as it has been asked. */
  readonly peoples: Map<string, boolean>;
}

/** A document with its words and the sentences in which a capital says nothing. */
export interface CapitalText {
  readonly document: AlignedDocument;
  readonly words: readonly TextWord[];
  readonly headlines: ReadonlySet<number>;
}

const wordsPerStep = 20_000;

/** Count once, over all documents. Yields every few milliseconds of work. */
export function* gatherEvidence(texts: readonly CapitalText[]): Generator<void, Evidence> {
  const inside = new Map<string, number>();
  const lower = new Map<string, number>();
  const alone = new Set<string>();
  for (const { document, words, headlines } of texts) {
    for (const [at, word] of words.entries()) {
      if (at % wordsPerStep === wordsPerStep - 1) yield;
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
  return { inside, alone, lower, peoples: new Map() };
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

/** German gives every noun a capital: a name is recognised by the title or given name before it, or by being one. */
function isNameContext(before: TextWord | undefined, word: TextWord): boolean {
  return isGivenName(word.text) || (before !== undefined && before.shape !== 'lower' && (isTitle(before.text) || isGivenName(before.text)));
}

/** Sentences in which most words have a capital, and page furniture: there a capital says nothing. */
export function* headlineSentences(words: readonly TextWord[], document: AlignedDocument): Generator<void, Set<number>> {
  const tally = new Map<number, { capitals: number; long: number; small: number }>();
  for (const [at, word] of words.entries()) {
    if (at % wordsPerStep === wordsPerStep - 1) yield;
    const entry = tally.get(word.sentence) ?? { capitals: 0, long: 0, small: 0 };
    if (word.shape !== 'lower') entry.capitals++;
    else if (word.key.length > 3) entry.long++;
    else entry.small++;
    tally.set(word.sentence, entry);
  }
  yield;
  const endsAsText = new Set(document.sentences.filter(({ text }) => /[.。!?]["”’»)]*$/.test(text)).map(({ index }) => index));
  const titled = [...tally]
    .filter(
      ([sentence, { capitals, long, small }]) => capitals >= 4 && capitals >= 2 * long && (!endsAsText.has(sentence) || long + small < 1),
    )
    .map(([sentence]) => sentence);
  return new Set([...titled, ...document.sentences.filter(({ furniture }) => furniture).map(({ index }) => index)]);
}

/** What a word of a run may be: part of a name, a place by itself, or no name. */
export function classOf(word: TextWord, language: string, evidence: Evidence, before?: TextWord, after?: TextWord): WordClass {
  if (before?.key === 'bahasa') return 'common'; // Indonesian: the language of a country
  if (word.shape === 'lower') return 'common';
  if (isCalendarWord(word.text)) return 'calendar';
  if (isTitle(word.text)) return 'title';
  const isNoun =
    isInstitutionWord(word.text) ||
    nameNoun(word.text, language) !== undefined ||
    (after !== undefined && nameNoun(`${word.text} ${after.text}`, language) !== undefined) ||
    (before !== undefined && nameNoun(`${before.text} ${word.text}`, language) !== undefined);
  if (isNoun && word.opens) return 'noun';
  if (/^[IVX]+$/.test(word.text)) return 'common';
  if (word.shape === 'capital' && !isNoun && isSmallWord(word.key, language)) return 'common';
  const places = lookUpName(word.text, language);
  // an entry of two forms is hardly known: its English name may be a word or a person's as well
  if (places.some(({ type, size }) => type === 'organization' || (type === 'place' && size > 2))) {
    const acronym = word.text.length <= 3;
    const given = isGivenName(word.text) && places.every(({ size }) => size <= 4); // Vladimir and George are towns as well
    if (!given && (!acronym || word.shape === 'upper')) return 'place';
  }
  if (isNoun) return 'noun';
  if (isPeople(word.key, language, evidence)) return 'people';
  if (word.text.length < 2) return 'common';
  const seenLower = evidence.lower.get(`${language} ${word.key}`) ?? 0;
  const seenInside = evidence.inside.get(word.key) ?? 0;
  if (seenLower > 0 && seenLower * 2 >= seenInside) return 'common';
  if (isCommonWord(word.text, language) || (language === 'und' && isCommonWord(word.text, 'en'))) return 'common';
  return 'name';
}

function isPeople(key: string, language: string, { peoples }: Evidence): boolean {
  const known = `${language} ${key}`;
  let answer = peoples.get(known);
  if (answer === undefined) {
    answer = isPeopleWord(key, language);
    peoples.set(known, answer);
  }
  return answer;
}

/** Whether some word of a piece has a capital where that says something, `least` times. */
export function hasEvidence(piece: Piece, evidence: Evidence, least: number): boolean {
  return piece.words.some((word) => {
    if (particles.has(word.key)) return false;
    return (evidence.inside.get(word.key) ?? 0) >= least;
  });
}
