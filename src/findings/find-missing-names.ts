/**
 * Names of one side that the other side has in no spelling: not by the traced names, not by the table of conventional forms, not by sound.
 *
 * Time: names of a bead × words (or sound units) of the other side.
 */

import { findBySound, soundText } from '../names/mentions/find-by-sound.ts';
import { type PreparedWord, prepareName } from '../names/sound/prepared-name.ts';
import { wordSimilarity } from '../names/sound/word-similarity.ts';
import { isPeopleWord } from '../names/tables/common-words.ts';
import { type Concept, lookUpName, nameKey } from '../names/tables/gazetteer.ts';
import type { TracedName } from '../types.ts';
import type { BeadSide } from './bead-side.ts';
import type { NameIndex } from './mentions-in.ts';
import type { Stretch } from './stretch.ts';

/** Words this alike may be one name. */
const LEAST_SIMILARITY = 0.5;
/** A stretch of Han worth so many nats may be the name; by chance one in some ten sentences is. */
const LEAST_WORTH = 4;
/** Adjectives of places keep so many letters. */
const STEM = 3;
/** Relatives of a name (French, Français) share their beginning. */
const SHARED = 4;

/** A person or place that the other side has nowhere. */
export interface MissingName extends Stretch {
  readonly canonical: string;
  readonly type: TracedName['type'];
  /** The table says how the other language calls it, so that it would have been seen there. */
  readonly isPlain: boolean;
  /** A seat of government, which may stand for it. */
  readonly isSeat: boolean;
}

/** Persons and places of a side that are certain to be names and stand nowhere on the other. */
export function missingNames(side: BeadSide, other: BeadSide, names: NameIndex): MissingName[] {
  const there = new Set(names.in(other).map(({ name }) => name));
  const offset = side.place({ start: 0, end: 0 }).start;
  return names.in(side).flatMap(({ name, mention }): MissingName[] => {
    if (there.has(name) || !COMPARED.has(name.type) || /\d/.test(mention.text)) return [];
    const concepts = lookUpName(mention.text).filter(({ type }) => COMPARED.has(type));
    if (concepts.length === 0 && !names.isLinked(name, side, other)) return [];
    const spellings = [
      name.canonical,
      mention.text,
      ...name.mentions.flatMap((one) => (one.document === other.document.id ? [one.text] : [])),
    ];
    if (hasForm(other, [...formsOf(concepts), ...spellings]) || isAlluded(other, concepts)) return [];
    if ([...new Set(spellings)].some((spelling) => sounds(other, spelling))) return [];
    const isSeat = concepts.some((concept) => SEATS.has(concept.name.toLowerCase()));
    const isPlain = !isSeat && wouldBeSeen(concepts, side, other);
    return [{ start: mention.start - offset, end: mention.end - offset, canonical: name.canonical, type: name.type, isPlain, isSeat }];
  });
}

/** Seats of governments, which stand for those: Washington's plan is the plan of the United States. */
const SEATS: ReadonlySet<string> = new Set(
  (
    'washington|moscow|kremlin|white house|kyiv|beijing|london|brussels|paris|berlin|tokyo|seoul|pyongyang|tehran|ankara|jakarta|delhi|new delhi|canberra|ottawa|' +
    'rome|vatican|madrid|lisbon|warsaw|athens|vienna|budapest|belgrade|bucharest|minsk|jerusalem|riyadh|cairo|damascus|baghdad|kabul|islamabad|taipei|hanoi|manila|' +
    'bangkok|singapore|kuala lumpur|caracas|havana|brasilia|buenos aires|mexico city|pretoria|nairobi'
  ).split('|'),
);

/** Languages that write names in Latin letters, with capitals. */
const LATIN: ReadonlySet<string> = new Set(['en', 'id', 'ms', 'es', 'pt', 'fr', 'it', 'de', 'nl', 'pl', 'tr', 'vi']);

/**
 * Whether a name that a Latin text has would be seen in the other text: it goes by nearly one form in Latin letters, and where the table has its Han forms,
 * not even the first character of one is there (美 for 美国).
 */
function wouldBeSeen(concepts: readonly Concept[], side: BeadSide, other: BeadSide): boolean {
  if (concepts.length === 0 || !LATIN.has(side.base)) return false;
  if (LATIN.has(other.base)) {
    // Poland, polnisch; Northern India, Nordindien; the United States, americano
    const stems = formsOf(concepts).map((form) => nameKey(form).slice(0, STEM));
    return !other.words.some(({ text, start, end }) => {
      const key = nameKey(text);
      return isPeopleWord(other.text.slice(start, end), other.base) || (key.length > STEM && stems.some((stem) => key.includes(stem)));
    });
  }
  if (other.base !== 'zh') return false;
  return concepts.every(({ forms }) => {
    const theirs = [...forms].flatMap(([form, languages]) => (languages.has('zh') ? [form] : []));
    return theirs.length > 0 && !theirs.some((form) => other.text.includes(form[0]!));
  });
}

const COMPARED: ReadonlySet<string> = new Set(['person', 'place']);

function formsOf(concepts: readonly Concept[]): string[] {
  return concepts.flatMap((concept) => [concept.name, ...concept.forms.keys()]);
}

function hasForm(side: BeadSide, forms: readonly string[]): boolean {
  const text = ` ${nameKey(side.text).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `;
  return forms.some((form) => {
    const key = nameKey(form).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
    if (key.length < 2) return false;
    return /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\uac00-\ud7af]/.test(key)
      ? text.includes(key)
      : text.includes(` ${key.length > SHARED ? key.slice(0, Math.max(SHARED, key.length - 3)) : `${key} `}`);
  });
}

/** Countries by one character each, which stand two or more in a row (美中关系, 俄乌). */
const COUNTRY_SIGNS = /[中美俄苏英法德意日韩朝印巴越泰澳加乌以伊土波欧]{2,}/g;

/** Whether a side has a place as one character among others, or only its people (苏联, Soviet). */
function isAlluded(side: BeadSide, concepts: readonly Concept[]): boolean {
  const forms = formsOf(concepts);
  if (side.base === 'zh') return side.text.match(COUNTRY_SIGNS)?.some((signs) => forms.some((form) => signs.includes(form[0]!))) ?? false;
  const stems = forms.map(nameKey).filter(({ length }) => length >= SHARED);
  return side.words.some(({ text, start, end }) => {
    const key = nameKey(text);
    return stems.some((stem) => key.startsWith(stem.slice(0, SHARED))) && isPeopleWord(side.text.slice(start, end), side.base);
  });
}

/** Whether some word of the name is heard on a side. */
function sounds(side: BeadSide, spelling: string): boolean {
  const words = prepareName(spelling).words.filter((word) => !word.light && !word.initial && word.latin.codes.length >= 3);
  if (/[\u3400-\u9fff]/.test(side.text)) {
    const text = soundText(side.text, 'han');
    if (words.some((word) => findBySound(text, word.latin, LEAST_WORTH).length > 0)) return true;
  }
  const theirs = wordsOf(side);
  return words.some((word) => theirs.some((one) => wordSimilarity(word, one) >= LEAST_SIMILARITY || shares(word, one)));
}

function shares(one: PreparedWord, other: PreparedWord): boolean {
  return one.key.length >= SHARED && one.key.slice(0, SHARED) === other.key.slice(0, SHARED);
}

const prepared = new WeakMap<BeadSide, readonly PreparedWord[]>();

/** Capitalised words, and all words where there are no capitals. */
function wordsOf(side: BeadSide): readonly PreparedWord[] {
  const known = prepared.get(side);
  if (known) return known;
  const made = side.words.flatMap((word) => {
    const text = side.text.slice(word.start, word.end);
    return /^\p{Ll}/u.test(text) || /[\u3400-\u9fff]/.test(text) || text.length < 3 ? [] : prepareName(text).words;
  });
  prepared.set(side, made);
  return made;
}
