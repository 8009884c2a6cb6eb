/**
 * A name made ready for comparing: its words in sound units, their Latin reading, and how much there is to explain in
 * each. Preparing costs far more than comparing: who compares a name twice keeps it.
 */
import { chineseSpellings } from './chinese-spellings.ts';
import { foldLatin, spellOut } from './latin-fold.ts';
import { latinSurprise } from './latin-score.ts';
import { type LatinLetters, latinLetters, letterSurprise, unitSurprise } from './sound-score.ts';
import { soundTable } from './sound-table.ts';
import { type SoundScript, soundUnits } from './sound-units.ts';

/** One word of a name. */
export interface PreparedWord {
  /** Lower case, folded where Latin: equal keys are equal words. */
  readonly key: string;
  readonly script: SoundScript | 'digits';
  /** Numbers of the units in the table of the script; empty for Latin and digits. */
  readonly units: Int32Array;
  /** The word itself where Latin, else its likeliest spelling in Latin letters. */
  readonly latin: LatinLetters;
  /** Han only: the pinyin, as Chinese names are spelled. */
  readonly pinyin?: LatinLetters;
  /** Surprise of the units, and of the Latin reading, in nats. */
  readonly unitSurprise: number;
  readonly latinSurprise: number;
  /** Latin with umlauts or rings: as they are spelled where a keyboard lacks them (`Mueller`, `Haaland`). */
  readonly spelledOut?: PreparedWord;
  /** Legal forms, articles and particles: hardly tell names apart. */
  readonly light: boolean;
  /** One letter that abbreviates a word. */
  readonly initial: boolean;
  /** Classes of the consonants in `latin`, a bit each. */
  readonly consonants: number;
  /** Surprise of `latin` by the shares of each table it was compared through. */
  readonly surprises: Map<SoundScript, number>;
}

/** A name, its words, and all of them written as one. */
export interface PreparedName {
  readonly text: string;
  readonly words: readonly PreparedWord[];
  readonly joined: PreparedWord;
  /** A Chinese name in Latin letters as it is not read character by character, made when first asked for; absent for other names. */
  readonly spellings?: () => readonly { readonly name: PreparedName; readonly isPinyin: boolean }[];
}

// legal forms, titles, articles and particles of names; general knowledge
const lightWords = new Set(
  (
    'inc incorporated llc llp ltd limited liability co company corp corporation plc pty ag aktiengesellschaft gmbh kg sa sas sarl srl spa bv nv ab as oy ' +
    'ooo oao zao pao ao jsc ojsc pjsc joint stock open public private societatea cu raspundere limitata holding holdings group mv mt ss ' +
    'mr mrs ms miss dr prof sir lord lady sheikh shaikh shaykh haji hajji mullah qari general gen col president ' +
    'the a an of and in for on de la le les du des del della di da do dos das e y und der die den von van ter ten zu al el ul as ash ad ar an bin ben ibn bint abu jr sr ' +
    'ооо оао зао пао ао'
  ).split(' '),
);

/** The name made ready. */
export function prepareName(text: string): PreparedName {
  const words = wordsOf(text).map(prepareWord);
  if (words.length !== 1) return { text, words, joined: prepareWord(words.map((word) => word.key).join('')) };
  const [joined] = words as [PreparedWord];
  if (joined.script !== 'han') return { text, words, joined };
  let made: ReturnType<NonNullable<PreparedName['spellings']>> | undefined;
  const spellings = () => {
    made ??= chineseSpellings(joined.key).map(({ text: spelling, isPinyin }) => ({ name: prepareName(spelling), isPinyin }));
    return made;
  };
  return { text, words, joined, spellings };
}

/** Names made ready once for a call that asks for the same again. */
export class PreparedNames {
  readonly #names = new Map<string, PreparedName>();

  get(text: string): PreparedName {
    let name = this.#names.get(text);
    if (name === undefined) {
      name = prepareName(text);
      this.#names.set(text, name);
    }
    return name;
  }
}

/** Words of a name. Initials written together (`U.S.`) are one word, hyphens and middle dots part words, apostrophes do not. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/[\uff61-\uff9f]+/g, (halfWidth) => halfWidth.normalize('NFKC'))
    .replace(/['’‘ʼʻ`´]/gu, '')
    .replace(/(?<![\p{L}\p{N}])((?:\p{L}\.){2,}\p{L}?)(?!\p{L})/gu, (letters) => letters.replaceAll('.', ''))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');
}

function prepareWord(word: string): PreparedWord {
  const none = new Int32Array(0);
  if (/^\p{N}*$/u.test(word)) {
    const latin = latinLetters('');
    return {
      key: word,
      script: 'digits',
      units: none,
      latin,
      unitSurprise: 0,
      latinSurprise: 0,
      light: false,
      initial: false,
      surprises: new Map(),
      consonants: consonantClasses(latin),
    };
  }
  const { script, units } = soundUnits(word);
  if (script === 'latin') {
    const letters = units.join('');
    const latin = latinLetters(letters);
    const key = letters === '' ? word.toLowerCase() : letters;
    const surprise = latinSurprise(latin);
    const expanded = spellOut(word);
    const light = lightWords.has(key);
    const initial = letters.length === 1;
    return {
      key,
      script,
      units: none,
      latin,
      unitSurprise: surprise,
      latinSurprise: surprise,
      light,
      initial,
      surprises: new Map(),
      consonants: consonantClasses(latin),
      ...(expanded === word ? {} : { spelledOut: prepareWord(expanded) }),
    };
  }
  const table = soundTable(script);
  const numbers = Int32Array.from(units, (unit) => table.numbers.get(unit) ?? table.unknown);
  const latin = latinLetters(units.map((unit) => likeliestSpelling(script, unit)).join(''));
  const key = word.toLowerCase();
  return {
    key,
    script,
    units: numbers,
    latin,
    ...(script === 'han' ? { pinyin: latinLetters(foldLatin(units.join(''))) } : {}),
    unitSurprise: unitSurprise(table, numbers),
    latinSurprise: latinSurprise(latin),
    light: lightWords.has(key),
    initial: script === 'cyrillic' && units.length === 1,
    surprises: new Map(),
    consonants: consonantClasses(latin),
  };
}

function likeliestSpelling(script: SoundScript, unit: string): string {
  const table = soundTable(script);
  const number = table.numbers.get(unit);
  return number === undefined ? '' : (table.spellings[number]?.[0]?.group ?? '');
}

/** Surprise of a word's Latin letters by the shares of a script's table. */
export function surpriseIn(word: PreparedWord, script: SoundScript): number {
  let surprise = word.surprises.get(script);
  if (surprise === undefined) {
    surprise = letterSurprise(soundTable(script), word.latin);
    word.surprises.set(script, surprise);
  }
  return surprise;
}

const classOfLetter: Readonly<Record<string, number>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [
    letter,
    ['bpfvw', 'ckgqx', 'dt', 'szjc', 'lr', 'mn'].reduce(
      (bits, letters, index) => (letters.includes(letter) ? bits | (1 << index) : bits),
      0,
    ),
  ]),
);

function consonantClasses(latin: LatinLetters): number {
  let bits = 0;
  for (const letter of latin.letters) bits |= classOfLetter[letter] ?? 0;
  return bits;
}
