/** Words that are no names although a sentence or a headline may give them a capital. */
import { DATES, NAMES } from '../../languages/languages.ts';
import { lazy } from '../../lazy.ts';
import { commonWordsTable, givenNamesTable } from './common-words-table.ts';
import { type Concept, lookUpName } from './gazetteer.ts';

/** Undo front coding: a digit says how many letters are as in the word before. */
function decode(table: string): ReadonlySet<string> {
  const list = new Set<string>();
  let before = '';
  for (const match of table.matchAll(/([0-9A-Z])([^0-9A-Z]*)/gu)) {
    before = before.slice(0, Number.parseInt(match[1]!, 36)) + match[2]!;
    list.add(before);
  }
  return list;
}

const givenNames = lazy(() => decode(givenNamesTable));

/** Whether the word is a given name that many people have (Latin letters, accents aside). */
export function isGivenName(word: string): boolean {
  return givenNames().has(word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''));
}

const decoded = Object.fromEntries(Object.entries(commonWordsTable).map(([language, words]) => [language, lazy(() => decode(words))]));
const none: ReadonlySet<string> = new Set();

function wordsOfLanguage(language: string): ReadonlySet<string> {
  return Object.hasOwn(decoded, language) ? decoded[language]!() : none;
}

// nationality words whose country does not begin alike, and peoples and faiths; the regular ones are derived from their country
const irregularPeoples = new Set(
  (
    'norwegian peruvian belgian maltese lebanese congolese burmese filipino welshman french dutch british greek swiss danish turkish welsh irish spanish polish finnish swedish english scottish chinese japanese thai arab arabic jewish muslim christian ' +
    'muslims christians jews arabs germans greeks turks kurds kurdish kurd russians ukrainians americans europeans westerners westerner western eastern northern southern ' +
    'islamic islamist catholic orthodox sunni shia shiite hindu buddhist african asian latin hispanic briton britons frenchman dutchman scot scots turk pole poles dane finn swede ' +
    'republican republicans democrat democrats democratic communist socialist conservative liberal nazi soviet soviets ' +
    'russisch russische ukrainische amerikaanse europese franse duitse britse chinese belgische'
  ).split(' '),
);

const peopleEndings: Readonly<Record<string, RegExp>> = {
  en: /(?:an|ans|ian|ians|ean|ese|ish|i|is|ic|er|ers)$/,
  de: /(?:er|ern|ers|erin|erinnen|e|en|n|isch\p{L}*)$/u,
  fr: /(?:ien|iens|ienne|iennes|ain|ains|aine|aines|ais|aise|ois|oise|en|ens|éen|éens|e|es)$/,
  nl: /(?:er|ers|s|se|isch|ische|aan|aans|aanse|ees|ese)$/,
  it: /(?:ano|ana|ani|ane|ese|esi|o|i)$/,
  es: /(?:ano|ana|anos|anas|és|esa|o|os)$/,
  pt: /(?:ano|ana|anos|ês|esa|o|os)$/,
  tr: /(?:lı|li|lu|lü|lılar|liler|lar|ler)$/,
  pl: /(?:in|anin|anie|anka|ka|czyk|cy|ów|i)$/,
};

/** Whether the word is among the most frequent words of the language. */
export function isCommonWord(word: string, language: string): boolean {
  const key = word.toLowerCase();
  return wordsOfLanguage(language).has(key) || (language !== 'en' && /^[a-z]{3,}$/.test(key) && strongEnglish.has(key));
}

// English function words also occur in texts of other languages (quotes, boilerplate)
const strongEnglish = new Set(
  'the and for with from that this they there here when what which who how why not but are was were has have had will would could should'.split(
    ' ',
  ),
);

/** Words before a person's name. */
const titles: ReadonlySet<string> = new Set(Object.values(NAMES).flatMap((words) => words.titles ?? []));

/** What bodies are named with: alone it names none. */
const institutions: ReadonlySet<string> = new Set(Object.values(NAMES).flatMap((words) => words.bodies ?? []));

/** Whether the word is one that bodies are named with (`Council`, `Ministry`). */
export function isInstitutionWord(word: string): boolean {
  return institutions.has(word.toLowerCase());
}

/** Whether the word is one of the language, or one that bodies are named with: no part of a person's name. */
export function isOrdinaryWord(word: string, language: string): boolean {
  return isInstitutionWord(word) || isCommonWord(word, language);
}

/** Whether the word is a title or an office that precedes a name. */
export function isTitle(word: string): boolean {
  const key = word.toLowerCase();
  return (
    titles.has(key) || /(?:minister|ministerin|präsidentin?|kanzlerin?|sprecherin?|meisterin?|vorsitzende[rn]?|direktorin?)$/u.test(key)
  );
}

const calendar = lazy(
  () =>
    new Set([
      ...Object.values(NAMES).flatMap((words) => words.calendar ?? []),
      ...Object.values(DATES).flatMap(({ weekdays = [], months = [], weekdaySigns = [] }) => [
        ...[...weekdays, ...months].flat().map((word) => word.replace('*', '').toLowerCase()),
        ...weekdaySigns.flatMap((sign) => [`星期${sign}`, `周${sign}`, `週${sign}`, `${sign}曜日`, `${sign}요일`]),
      ]),
    ]),
);

/** Weekdays and months that words end with: `*سبت` for السبت. */
const calendarEndings = lazy(() =>
  Object.values(DATES).flatMap(({ weekdays = [], months = [] }) =>
    [...weekdays, ...months].flat().flatMap((word) => (word.startsWith('*') ? [word.slice(1)] : [])),
  ),
);

/** What the article and a preposition add before a weekday. */
const LONGEST_PREFIX = 3;

const weekdayPatterns = lazy(() =>
  Object.values(DATES).flatMap(({ weekdayPattern }) => (weekdayPattern ? [new RegExp(`^(?:${weekdayPattern.source})$`, 'u')] : [])),
);

/** Whether the word names a month or a weekday in some language. */
export function isCalendarWord(word: string): boolean {
  const key = word.toLowerCase();
  return (
    calendar().has(key) ||
    /^(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]$|曜日?$|요일$/u.test(key) ||
    calendarEndings().some((ending) => key.length <= ending.length + LONGEST_PREFIX && key.endsWith(ending)) ||
    weekdayPatterns().some((pattern) => pattern.test(word))
  );
}

/** Whether the word means the people of a place, or their adjective, rather than the place (`Russian`, `Ukrainer`). */
export function isPeopleWord(word: string, language: string): boolean {
  const key = word.toLowerCase();
  if (irregularPeoples.has(key)) return true;
  const endings = peopleEndings[language];
  if (endings === undefined || !endings.test(key) || key.length < 5) return false;
  return (
    lookUpName(word, language).every((concept) => concept.type === 'other' || concept.type === 'person') &&
    isPlaceWithEnding(key, endings, language)
  );
}

/** Whether the word is a place of the table, but for what countries end in, and then an ending of peoples. */
function isPlaceWithEnding(key: string, endings: RegExp, language: string): boolean {
  for (let length = key.length - 1; length >= Math.max(4, key.length - 5); length--) {
    if (endings.exec(key.slice(length))?.index !== 0) continue;
    const stem = key.slice(0, length);
    for (const ending of placeEndings) {
      if (lookUpName(stem + ending, language).some(isPlaceLike) || lookUpName(stem + ending, 'en').some(isPlaceLike)) return true;
    }
  }
  return false;
}

const placeEndings = ['', 'a', 'e', 'ia', 'y', 'o', 'en', 'ien', 'ea', 'ne', 'ina', 'ie', 'ka', 'ica', 'any', 'land', 'istan'];

function isPlaceLike(concept: Concept): boolean {
  return concept.type === 'place' || (concept.type === 'other' && /(?:ia|land|a)$/.test(concept.name) && !concept.name.includes(' '));
}
