/**
 * A word of any script as a sequence of sound units, the symbols that the learned tables price.
 *
 * | script            | unit                                              |
 * |-------------------|---------------------------------------------------|
 * | Han               | pinyin syllable without tone                      |
 * | kana              | mora: a kana with its small vowel (`シャ`)        |
 * | Hangul            | onset, vowel, coda                                |
 * | Cyrillic          | letter; letters outside Russian by their nearest  |
 * | Arabic, Hebrew    | letter without points                             |
 * | Latin             | letter a-z, accents folded                        |
 * | any other         | romanised first, then as Latin                    |
 *
 * Readings come one character at a time (a table for Han, transliteration for scripts without one), so that the
 * units of a string are the units of its parts, and a name can be searched for inside running text.
 */
import { transliterate } from 'transliteration';
import { lazy } from '../../lazy.ts';
import { foldLatin } from './latin-fold.ts';
import { readingsTable } from './readings-table.ts';

/** The scripts that have a table of their own, and Latin for all others. */
export type SoundScript = 'han' | 'kana' | 'hangul' | 'cyrillic' | 'arabic' | 'hebrew' | 'latin';

/** A word in sound units. */
export interface SoundWord {
  readonly script: SoundScript;
  readonly units: readonly string[];
}

/** Which table a character belongs to; undefined for what is no letter of a name. */
export function scriptOf(character: string): SoundScript | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x250) return /\p{L}/u.test(character) ? 'latin' : undefined;
  if (code >= 0x400 && code < 0x530) return 'cyrillic';
  if (code >= 0x590 && code < 0x600) return /\p{L}/u.test(character) ? 'hebrew' : undefined;
  if ((code >= 0x600 && code < 0x780) || (code >= 0xfb50 && code < 0xff00)) return /\p{L}/u.test(character) ? 'arabic' : undefined;
  if (code >= 0xac00 && code < 0xd7a4) return 'hangul';
  if ((code >= 0x3041 && code < 0x3097) || (code >= 0x30a1 && code < 0x30fb) || code === 0x30fc) return 'kana';
  if (/\p{Script=Han}/u.test(character)) return /\p{L}/u.test(character) ? 'han' : undefined;
  return /[\p{L}\p{M}]/u.test(character) ? 'latin' : undefined;
}

const syllables = lazy(() => readSyllables(readingsTable));

/** A table of syllables, each before the characters read so. */
export function readSyllables(table: string): Map<string, string> {
  const read = new Map<string, string>();
  for (const [, syllable, characters] of table.matchAll(/([a-z]+)([^a-z ]+)/g))
    for (const character of characters!) read.set(character, syllable!);
  return read;
}

/** The pinyin of one Han character without tone, ü as v; the empty string where there is none. */
export function syllableOf(character: string): string {
  return syllables().get(character) ?? '';
}

// letters of other Cyrillic alphabets by the Russian ones that sound nearest
const nearCyrillic: Readonly<Record<string, string>> = {
  і: 'и',
  ї: 'йи',
  є: 'е',
  ґ: 'г',
  ў: 'у',
  ј: 'й',
  љ: 'ль',
  њ: 'нь',
  ћ: 'ч',
  ђ: 'дж',
  џ: 'дж',
  ѓ: 'г',
  ќ: 'к',
  ѕ: 'дз',
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  '\u2019': '',
};

// Persian, Urdu and presentation letters by the corresponding Arabic ones; points and tatweel are dropped
const nearArabic: Readonly<Record<string, string>> = { ک: 'ك', ی: 'ي', ۀ: 'ه', ہ: 'ه', ە: 'ه', ھ: 'ه', ے: 'ي', ۃ: 'ة', ڭ: 'ك', ٱ: 'ا' };
const finalHebrew: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };

const smallKana = new Set('ァィゥェォャュョヮ');

/** The word in sound units. Digits, marks and signs are left out; a word of several scripts is read in the script of most letters. */
export function soundUnits(word: string): SoundWord {
  const text = word.normalize('NFC');
  if (/^[A-Za-z]+$/.test(text)) return { script: 'latin', units: [...text.toLowerCase()] };

  const counts = new Map<SoundScript, number>();
  for (const character of text) {
    const script = scriptOf(character);
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  let script: SoundScript = 'latin';
  for (const [candidate, count] of counts) if (count > (counts.get(script) ?? 0)) script = candidate;
  // a kana word with kanji in it is Japanese all the same, and its kanji have no kana here
  return { script, units: unitsIn(text, script) };
}

function unitsIn(text: string, script: SoundScript): string[] {
  const units: string[] = [];
  switch (script) {
    case 'han':
      for (const character of text) if (scriptOf(character) === 'han') units.push(syllableOf(character) || character);
      return units;
    case 'kana':
      for (const kana of toKatakana(text)) {
        if (smallKana.has(kana) && units.length > 0) units[units.length - 1] += kana;
        else if (scriptOf(kana) === 'kana') units.push(kana);
      }
      return units;
    case 'hangul':
      for (const character of text) units.push(...jamoOf(character));
      return units;
    case 'cyrillic':
      for (const letter of text.toLowerCase()) if (scriptOf(letter) === 'cyrillic') units.push(...(nearCyrillic[letter] ?? letter));
      return units;
    case 'arabic':
      for (const letter of text.normalize('NFKC'))
        if (scriptOf(letter) === 'arabic' && letter !== 'ـ') units.push(nearArabic[letter] ?? letter);
      return units;
    case 'hebrew':
      for (const letter of text) if (scriptOf(letter) === 'hebrew') units.push(finalHebrew[letter] ?? letter);
      return units;
    case 'latin':
      return [...foldLatin(toLatin(text))];
  }
}

function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

/** Onset, vowel and coda of a Hangul syllable; the silent onset is left out. */
function jamoOf(character: string): string[] {
  const index = (character.codePointAt(0) ?? 0) - 0xac00;
  if (index < 0 || index >= 11172) return [];
  const [onset, vowel, coda] = [Math.floor(index / 588), Math.floor((index % 588) / 28), index % 28];
  const units = [`v${vowel}`];
  if (onset !== 11) units.unshift(`o${onset}`);
  if (coda !== 0) units.push(`t${coda}`);
  return units;
}

// Greek by sound: `transliteration` goes letter by letter (mp, nt, gk, ou), which is not how names are carried over
const greekGroups: readonly (readonly [RegExp, string])[] = [
  [/ντζ/g, 'j'],
  [/τζ/g, 'j'],
  [/τσ/g, 'ts'],
  [/μπ/g, 'b'],
  [/(^|[^α-ω])ντ/g, '$1d'],
  [/ντ/g, 'nt'],
  [/γκ/g, 'g'],
  [/γγ/g, 'ng'],
  [/ου/g, 'u'],
  [/αι/g, 'e'],
  [/ει|οι|υι/g, 'i'],
  [/αυ/g, 'av'],
  [/ευ/g, 'ev'],
  [/η/g, 'i'],
  [/υ/g, 'i'],
  [/ω/g, 'o'],
  [/β/g, 'v'],
  [/φ/g, 'f'],
  [/χ/g, 'h'],
];

function toLatin(text: string): string {
  if (/\p{Script=Greek}/u.test(text)) {
    let greek = text
      .toLowerCase()
      .normalize('NFD')
      .replace(/([αεο])[\u0300\u0301](?=[ιυ])/g, '$1|') // an accent on the first vowel keeps two vowels apart
      .replace(/[\u0300\u0301\u0313\u0314\u0342]/g, '')
      .replace(/ς/g, 'σ');
    for (const [group, latin] of greekGroups) greek = greek.replace(group, latin);
    return transliterate(greek.replaceAll('|', ''));
  }
  // Thai writes some vowels before the consonant they follow
  const read = text.replace(/([เแโใไ])([ก-ฮ])/g, '$2$1');
  return /[^\u0000-\u024f\u1e00-\u1eff]/.test(read) ? transliterate(read) : read;
}
