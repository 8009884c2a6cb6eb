/** How one language writes numbers. Tables are strings of `word=value`, read once; words are in lower case. */
export interface NumberWords {
  /** The sign before the decimals. */
  readonly decimal: '.' | ',';
  /** Whether blanks may set off thousands. */
  readonly blanks?: boolean;
  /** Whether words are read so fully that a number in words may be reported. Else words only confirm numbers of the other side. */
  readonly complete?: boolean;
  /** From which value on a cardinal in words may be reported although not all words are read: smaller ones are articles, pronouns and figures of speech. */
  readonly sureFrom?: number;
  /** Whether number words are written together, and must be taken apart. */
  readonly compound?: boolean;
  /** Whether years are said in halves: nineteen eighty-four. */
  readonly yearHalves?: boolean;
  /** Words that make a four before them eighty: French `vingt`. */
  readonly twenties?: string;
  /** Whether the script has no blanks, so that a scale is found by its first letters. */
  readonly glued?: boolean;
  /** An ending that any number word can take: Indonesian `nya`. */
  readonly ending?: string;
  /** Values that add up: `one=1 twenty=20`. */
  readonly add?: string;
  /** Values that multiply what stands before them: `hundred=100 million=1e6`. */
  readonly multiply?: string;
  /** What is added to the one word before: Indonesian `belas=10`. */
  readonly plus?: string;
  /** Ordinals that close a number: `fifth=5`. */
  readonly ordinals?: string;
  /** Denominators: `fifths=5`. An ordinal can be one too. */
  readonly parts?: string;
  /** Words that are a whole fraction: Indonesian `seperlima=5`. */
  readonly fractions?: string;
  /** Words that hint at a number: they confirm one, and are never reported. */
  readonly loose?: string;
  /** Hints that a number before them counts: `three decades`. */
  readonly spans?: string;
  /** Cardinals and ordinals that are too common to be reported for themselves, but are compared with a number of the same thing. */
  readonly common?: string;
  readonly commonOrdinals?: string;
  /** Abbreviations that multiply, after digits only: `bn=1e9`. */
  readonly suffixes?: string;
  /** Words that may stand inside a number: `and`. */
  readonly joiners?: string;
  /** What follows a number to make it a percentage, a bar between; `%` is known. */
  readonly percent?: string;
  /** What follows a number to add one half, a bar between. */
  readonly half?: string;
  /** The word for the decimal sign: `point`. */
  readonly point?: string;
}
