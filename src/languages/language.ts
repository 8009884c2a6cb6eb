/**
 * The data of a language: the exports of a file of this folder. Each may be missing.
 *
 * One notation for all of them: one word or phrase per entry, in small letters unless its capital matters; `*` is any ending (`steig*`), any beginning
 * (`*los`) or any middle (`in*able`).
 */

/** The script that most text of a language is written in. */
export type Script = 'latin' | 'cyrillic' | 'greek' | 'arabic' | 'hebrew' | 'devanagari' | 'thai' | 'han' | 'kana' | 'hangul';

/**
 * Which full stops end no sentence. Entries come without their final full stop.
 * An entry with a small first letter matches its capitalised form too; one with a capital matches only so (`Mar.` is a month, `mar.` is not).
 */
export interface SentenceWords {
  /** Never the end of a sentence: titles and abbreviations that something always follows. */
  readonly open?: readonly string[];
  /** The end of a sentence only where the next word is one of `starters`. */
  readonly either?: readonly string[];
  /** Not the end of a sentence where a number follows: `No. 5`, `S. 161`. */
  readonly number?: readonly string[];
  /** Words that open many sentences and rarely a name. */
  readonly starters?: readonly string[];
  /** Whether a number with a full stop is an ordinal: `3. Oktober`. */
  readonly ordinals?: boolean;
  /** The entries that apply in texts of other languages too: titles and company forms in foreign names. */
  readonly abroad?: Omit<SentenceWords, 'abroad' | 'ordinals'>;
}

/** Sentence ends of a script without marks: words beside a space that make it one, or not. */
export interface BlankWords {
  /** Open many sentences and are rare elsewhere. */
  readonly openers: readonly string[];
  /** Open clauses as well as sentences. */
  readonly clauseOpeners: readonly string[];
  /** The sentence continues after these. */
  readonly goingOn: readonly string[];
}

/** What distinguishes the language from others of its script. */
export interface DetectionWords {
  /** Frequent function words. */
  readonly functionWords?: readonly string[];
  /** Words at least three times as frequent as in the one language that shares nearly all function words. */
  readonly peculiar?: readonly string[];
  /** Letters that few other languages of the script have. */
  readonly letters?: string;
}

/** Boilerplate of web pages around an article. */
export interface FurnitureWords {
  /** Whole lines, without end marks. */
  readonly lines: readonly string[];
  /** Whole lines with something variable in them. Each is bounded by `^` and `$` and has no nested repetition. */
  readonly patterns?: readonly RegExp[];
}

/** The words for days, months and relative dates. */
export interface DateWords {
  /** Monday first; spellings and inflected forms of each. */
  readonly weekdays?: readonly (readonly string[])[];
  /** A pattern for weekdays whose first or second group is one of `weekdaySigns`. */
  readonly weekdayPattern?: RegExp;
  /** Monday first. */
  readonly weekdaySigns?: readonly string[];
  /** January first; none where months are numbers (`3月`). */
  readonly months?: readonly (readonly string[])[];
  /** Days from today: yesterday is -1. */
  readonly relative?: Readonly<Record<string, number>>;
  /** Weeks, months or years from this one. */
  readonly spans?: Readonly<Record<string, readonly [unit: 'week' | 'month' | 'year', distance: number]>>;
  /** Entries that mean something else too: dates only next to a figure, or capitalised, or after a word of `before`. */
  readonly careful?: readonly string[];
  readonly before?: readonly string[];
  /** Whether entries are searched anywhere in the text, since the script has no spaces between words. */
  readonly characters?: boolean;
}

/** How numbers are written. */
export interface NumberWords {
  /** The sign before the decimals. */
  readonly decimal: '.' | ',';
  /** Whether numbers are written in Han characters too. */
  readonly han?: boolean;
  /** Whether spaces may separate thousands. */
  readonly blanks?: boolean;
  /** Whether the lists are complete enough for ordinals and fractions to be reported. Otherwise these only confirm numbers of the other side. */
  readonly complete?: boolean;
  /** Whether number words are compounds that must be split. */
  readonly compound?: boolean;
  /** Whether years are said in halves: nineteen eighty-four. */
  readonly yearHalves?: boolean;
  /** Words that make a four before them eighty: French `vingt`. */
  readonly twenties?: readonly string[];
  /** Whether the script has no spaces, so that a scale is found by its first letters. */
  readonly glued?: boolean;
  /** An ending that any number word can take: Indonesian `nya`. */
  readonly ending?: string;
  /** Values that add up: one, twenty. */
  readonly add?: Readonly<Record<string, number>>;
  /** Values that multiply the number before them: hundred, million. */
  readonly multiply?: Readonly<Record<string, number>>;
  /** Values added to the word before: Indonesian `belas`. */
  readonly plus?: Readonly<Record<string, number>>;
  /** Ordinals that close a number: fifth. */
  readonly ordinals?: Readonly<Record<string, number>>;
  /** Denominators: fifths. An ordinal can be one too. */
  readonly parts?: Readonly<Record<string, number>>;
  /** Words that are a whole fraction: Indonesian `seperlima`. */
  readonly fractions?: Readonly<Record<string, number>>;
  /** Words that suggest a number: they confirm one, and are never reported. */
  readonly loose?: Readonly<Record<string, number>>;
  /** Hints that a number before them counts: three decades. */
  readonly spans?: readonly string[];
  /** Cardinals and ordinals too frequent to be reported on their own, but compared with a number of the same thing. */
  readonly common?: readonly string[];
  readonly commonOrdinals?: readonly string[];
  /** Abbreviations that multiply, after digits only: bn. */
  readonly suffixes?: Readonly<Record<string, number>>;
  /** Words that may occur inside a number: and. */
  readonly joiners?: readonly string[];
  /** What follows a number to make it a percentage; `%` is known. */
  readonly percent?: readonly string[];
  /** What follows a number to add one half. */
  readonly half?: readonly string[];
  /** What stands before a number to add one half to it: Hindi `साढ़े`. */
  readonly halfBefore?: readonly string[];
  /** Whether a joiner may lead to bare hundreds: Portuguese `3 mil e 500`. */
  readonly joinsHundreds?: boolean;
  /** The word for the decimal sign: point. */
  readonly point?: string;
  /** The difference between a year of an era and of ours, by the era name before it: 令和 6 is 2024. */
  readonly eras?: Readonly<Record<string, number>>;
  /** How half past an hour is said; `{hour}` is the hour before it, `{next}` the one after it (German `halb {next}`). */
  readonly halfPast?: readonly string[];
  /** Hours that no other list has: `половина четвёртого`. */
  readonly hours?: Readonly<Record<string, number>>;
}

/** How a language negates. */
export interface NegationWords {
  /** Words that negate a statement. */
  readonly sure: readonly string[];
  /** Words that can represent a negation in a translation: fail, lack, refuse, unlike, only. */
  readonly hints: readonly string[];
  /** Exceptions to a shorter beginning that is a hint: `under` beside `un*`. */
  readonly noHints?: readonly string[];
  /** Phrases with a negator that negates nothing: not only. */
  readonly quiet?: readonly string[];
  /** Words for only; where a language says not only in one phrase that holds no other word, those phrases. */
  readonly only?: readonly string[];
  readonly notOnly?: readonly string[];
  /** Words equivalent to not only: both … and, also. */
  readonly also?: readonly string[];
  /** Whether entries are searched as characters, since the script has no spaces between words. */
  readonly characters?: boolean;
  /** Simplified characters of the entries with their traditional forms, in turn. */
  readonly traditional?: string;
}

/** Things that numbers count in reports. */
export type CountedName =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year'
  | 'decade'
  | 'century'
  | 'dead'
  | 'injured'
  | 'missing'
  | 'arrested'
  | 'rescued'
  | 'aboard'
  | 'attack'
  | 'dollar'
  | 'euro'
  | 'rouble'
  | 'yuan'
  | 'rupiah'
  | 'missile'
  | 'drone'
  | 'kilometre'
  | 'mile'
  | 'metre'
  | 'foot'
  | 'inch'
  | 'acre'
  | 'celsius'
  | 'fahrenheit'
  | 'kilogram'
  | 'tonne'
  | 'gram'
  | 'litre'
  | 'barrel'
  | 'hectare'
  | 'centimetre'
  | 'millimetre'
  | 'pound'
  | 'region'
  | 'country'
  | 'occasion';

/** The words for what is counted. */
export type CountedWords = Readonly<Partial<Record<CountedName, readonly string[]>>>;

/** Words beside names, and words that are none although they have a capital. */
export interface NameWords {
  /** Titles and offices before a person's name. */
  readonly titles?: readonly string[];
  /** Common words in names of organisations: alone they name none. */
  readonly bodies?: readonly string[];
  /** Further forms of days and months, which are never names. */
  readonly calendar?: readonly string[];
}
