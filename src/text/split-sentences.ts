/**
 * Cuts text into sentences by rules and tables: marks that end a sentence, what may follow them, and abbreviations.
 *
 *     … a deal.” He added: …       … said U.S. President …        … up to us.It's not …
 *           ├┤└ capital: cut            └ either-abbreviation,          └ small letter before, capital + letter after:
 *        mark, closing quotes             no opener after it: no cut      glued sentences: cut
 *
 * One pass from mark to mark, with bounded looks back and ahead: time and memory linear in the text, also for one line of many megabytes.
 * The rules follow Unicode UAX #29 (sentence boundaries) where it has an answer; departures: abbreviations and openers by language, glued sentences,
 * quotes open on the line, ASCII marks between Han characters, wrapped lines, Thai. Character classes are our own, so no platform's Unicode
 * version moves a boundary.
 */

import { checkOptions, expectText, type OptionChecks } from '../check-options.ts';
import { checkSentenceCount } from '../limits.ts';
import { type Abbreviations, abbreviationsFor } from './abbreviations.ts';
import { characterKind, DIGIT, isHanOrKana, isLetter, isLineBreak, isSpace, LOWER, OTHER, SPACE, UNCASED, UPPER } from './characters.ts';
import { cutThai } from './cut-thai.ts';
import { visibleMarks } from './invisible.ts';
import { findWrappedBreaks } from './line-breaks.ts';
import { QuoteState } from './quote-state.ts';

/** One trimmed sentence: `text` is `[start, end)` of the input, UTF-16 units. */
export interface SentenceSpan {
  start: number;
  end: number;
  text: string;
}

/** Options of {@link splitSentences}. */
export interface SplitOptions {
  /**
   * BCP 47 tag: whose abbreviations and ordinals to expect in Latin letters. English ones are always known, and other scripts need no hint.
   *
   * @defaultValue `'en'`
   */
  readonly language?: string;
  /** More sentences throw `TOO_LARGE`. @defaultValue no limit */
  readonly maxSentences?: number;
}

const MARKS = /[|\n\r\u000b\f\u0085\u2028\u2029.!?;\u037e…。！？．｡‼⁇⁈⁉‽؟۔।॥։።៕"“”„«»]/g;
const FULL_STOPS = '。！？｡．।॥։።៕۔';
const OPENERS = '"“‘\'«„([{「『（【《〈¿¡‹”»';
const BULLETS_AND_DASHES = '-–—•·*';
const CLAUSE_MARKS = ',;:，、；：،؛)]）】';
/** Particles that continue a sentence after a quotation. */
const JAPANESE_QUOTING = /^[とをのにはがもや、]|^(?:って|など|で(?!も|は))/;
/** A speaker after a quoted question or exclamation: `“…？”他问。`, `"…?" Ann Lee asked`. What ends in `：` opens the next speech. */
const CHINESE_SPEECH = /^[\u3400-\u9fff·]{1,8}?(?:[问問说說答喊叫][道]?|道)[。，,]/;
const ENGLISH_SPEECH =
  /^(?:[A-Z][\w'’.-]{0,20} ){1,4}(?:said|asked|replied|answered|wrote|cried|shouted|added|continued|told|demanded|exclaimed|whispered)\b(?! that\b|\s*:)/;
/** A capitalised pronoun after a quotation is its speaker only where the verb is followed by nothing but an adverb or an addressee. */
const PRONOUN_SPEECH = /^(?:I|He|She|They|We|It) (?:[a-z]+ly )?(?:told [\w’']+|(?!told\b)[a-z]+)(?: [a-z]+ly| again| back)?\s*[.,;!?—–]/;
/** Pronouns that {@link PRONOUN_SPEECH} applies to. */
const SPEAKING: ReadonlySet<string> = new Set(['I', 'He', 'She', 'They', 'We', 'It']);
/** Marks of a note right after the mark that ends a sentence. */
const NOTE_MARKS =
  /^(?:\[(?:\p{L}{2,6}\.?[ \u00a0]?)?\d{1,3}(?: ?[,–-] ?\d{1,3}){0,3}\]|\[[a-z]\]|[［〔]\p{Nd}{1,3}[］〕]|[（(][注註] ?\p{Nd}{1,3}[）)]|⁽?[⁰¹²³⁴-⁹]{1,4}[⁾)]?|[†‡§¶‖]{1,3}|\*{1,3}(?:\)|(?![\p{L}\p{N}*])))+/u;
/** The figure of a note, before a sentence that opens with a capital. */
const NOTE_FIGURE = /^\d{1,3}(?=[ \u00a0\u202f]+["'“„«(]?\p{Lu})/u;
/** Short words, each with a full stop and a space, before a mark and after it. */
const PARTS_BEFORE = /(?:(?<![\p{L}\p{M}.])\p{L}{1,4}\.[ \u00a0\u202f]){0,3}(?<![\p{L}\p{M}.])\p{L}{1,4}$/u;
const PARTS_AFTER = /^(?:[ \u00a0\u202f]\p{L}{1,4}\.){0,3}/u;
const PART_GAP = /\.[ \u00a0\u202f]/u;
/** A date with the year first up to one of its full stops, and what comes from its first, second or third on. */
const YEAR_FIRST_BEFORE = /(?<!\d)\d{4}(?:\. ?\d{1,2}){0,2}$/;
const REST_OF_DATE = [/^\. ?\d{1,2}\. ?\d{1,2}(?!\d)/, /^\. ?\d{1,2}(?!\d)/, /^\. ?[가-힣]/];
/** A Roman numeral in capitals. */
const ROMAN = /^(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const PRONOUNS: ReadonlySet<string> = new Set(['He', 'She', 'They', 'I', 'We', 'It', 'The', 'My', 'His', 'Her', 'Their', 'Our']);
/** Most units read before a full stop: longer tokens are no abbreviations, and the bound keeps time linear. */
const LONGEST_TOKEN = 64;

/**
 * The sentences of a text, in order, trimmed. Sentences and the gaps between them restore the text; blank text has none.
 *
 * A line break ends a sentence unless it only wraps a line. Lone surrogates and control characters pass through.
 *
 * @example
 * ```ts
 * const sentences = splitSentences('Dr. Lee arrived at 3.30 p.m. He left. 他走了。');
 * console.log(sentences.map(({ start, end }) => [start, end])); // → [ [ 0, 28 ], [ 29, 37 ], [ 38, 42 ] ]
 * ```
 */
export function splitSentences(text: string, options: SplitOptions = {}): SentenceSpan[] {
  expectText('text', text);
  const { language = 'en', maxSentences = Number.POSITIVE_INFINITY } = checkOptions(options, optionChecks);
  const visible = visibleMarks(text);
  const sentences = new Cutter(visible?.text ?? text, language, maxSentences).run();
  if (!visible) return sentences;
  return sentences.map((sentence) => {
    const [start, end] = visible.original(sentence.start, sentence.end);
    return { start, end, text: text.slice(start, end) };
  });
}

const optionChecks: OptionChecks<SplitOptions> = {
  language: ['a BCP 47 language tag', (value) => typeof value === 'string'],
  maxSentences: ['a positive number', (value) => typeof value === 'number' && value > 0],
};

/** Hindi is often typed with `|` for the danda. */
function isDevanagari(code: number): boolean {
  return code >= 0x900 && code <= 0x97f;
}

function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}

class Cutter {
  readonly #text: string;
  readonly #language: string;
  readonly #abbreviations: Abbreviations;
  readonly #wrapped: ReadonlySet<number>;
  readonly #sentences: SentenceSpan[] = [];
  /** Start of the current sentence. */
  #start = 0;
  readonly #quotes = new QuoteState();

  readonly #maxSentences: number;

  constructor(text: string, language: string, maxSentences: number) {
    this.#text = text;
    this.#maxSentences = maxSentences;
    this.#language = language.toLowerCase().split('-')[0]!;
    this.#abbreviations = abbreviationsFor(this.#language);
    this.#wrapped = findWrappedBreaks(text);
  }

  run(): SentenceSpan[] {
    const text = this.#text;
    const marks = new RegExp(MARKS.source, 'g');
    for (let match = marks.exec(text); match; match = marks.exec(text)) {
      const at = match.index;
      const code = text.charCodeAt(at);
      if (isLineBreak(code)) {
        if (!this.#wrapped.has(at)) this.#endLine(at);
        else if (code === 13 && text.charCodeAt(at + 1) === 10) marks.lastIndex++;
      } else if (!this.#quotes.see(code)) {
        marks.lastIndex = this.#seeMark(at);
      }
    }
    this.#cut(text.length);
    return this.#sentences;
  }

  #endLine(at: number): void {
    this.#cut(at);
    this.#quotes.reset();
  }

  /** Adds `[start, end)` as a sentence unless it is blank. */
  #cut(end: number): void {
    const text = this.#text;
    let from = this.#start;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (to > from) {
      const pieces = cutThai(text, from, to);
      for (const [start, stop] of pieces) this.#sentences.push({ start, end: stop, text: text.slice(start, stop) });
    }
    if (this.#sentences.length > this.#maxSentences) checkSentenceCount('text', this.#sentences.length, this.#maxSentences);
    this.#start = end;
  }

  /** Reads a run of marks and its closing quotes, and cuts there if a sentence ends; returns the index to continue at. */
  #seeMark(at: number): number {
    const text = this.#text;
    if (text[at] === ';' && this.#language !== 'el') return at + 1;
    // a full-width point before a figure: ３．５
    if (text[at] === '．' && characterKind(text.charCodeAt(at + 1)) === DIGIT) return at + 1;
    if (text[at] === '|' && !isDevanagari(text.charCodeAt(at - 1))) return at + 1;
    let end = at + this.#ellipsisLength(at);
    let full = false;
    let ellipsis = end > at;
    let question = false;
    let closed = false;
    for (;;) {
      const character = text[end];
      if (character === undefined) break;
      if (FULL_STOPS.includes(character) || (character === '|' && end === at)) full = true;
      else if (character === '…') ellipsis = true;
      else if ('!?؟‼⁇⁈⁉‽'.includes(character) || character === '\u037e' || (character === ';' && this.#language === 'el')) question = true;
      else if (character !== '.') {
        const length = this.#quotes.closerLength(text, end);
        if (length === 0) break;
        closed = true;
        end += length - 1;
      }
      end++;
    }
    const noted = this.#skipNoteMarks(at, end);
    // « Il pleut.¹ »
    if (noted > end) end = noted + this.#quotes.closerLength(text, noted);
    if (this.#endsSentence(at, end, full, ellipsis, question, closed)) this.#cut(end);
    return end;
  }

  /** The marks of notes right after a mark belong to the sentence: `[1]`, `²`, `†`, `*`, and a figure before a sentence: `rose.1 Nobody`. */
  #skipNoteMarks(at: number, end: number): number {
    const text = this.#text;
    const after = text.slice(end, end + 16);
    const marks = NOTE_MARKS.exec(after)?.[0].length ?? 0;
    if (marks > 0 || characterKind(text.charCodeAt(at - 1)) !== LOWER) return end + marks;
    const figure = NOTE_FIGURE.exec(after)?.[0].length ?? 0;
    if (figure === 0) return end;
    const word = this.#wordBefore(at);
    const isWord = word.length > 2 && !word.includes('.');
    return isWord && !(['open', 'either', 'number'] as const).some((list) => this.#abbreviations.has(list, word)) ? end + figure : end;
  }

  /** Units of two or more full stops from `at` on, single blanks between them allowed: `...`, `. . .`, and the `. ...` after a sentence. */
  #ellipsisLength(at: number): number {
    const text = this.#text;
    let last = at;
    for (let index = at; text[index] === '.' || (text[index] === ' ' && text[index + 1] === '.'); index++)
      if (text[index] === '.') last = index;
    return last > at ? last + 1 - at : 0;
  }

  /** First unit after blanks and wrapped breaks, or -1 where the line ends. */
  #nextOnLine(from: number): number {
    const text = this.#text;
    for (let index = from; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (isLineBreak(code)) {
        if (!this.#wrapped.has(index) && !(code === 10 && this.#wrapped.has(index - 1))) return -1;
      } else if (!isSpace(code)) return index;
    }
    return -1;
  }

  #endsSentence(at: number, end: number, full: boolean, ellipsis: boolean, question: boolean, closed: boolean): boolean {
    const text = this.#text;
    const next = this.#nextOnLine(end);
    if (next < 0) return true;
    if (CLAUSE_MARKS.includes(text[next]!)) return false;
    const before = text.charCodeAt(at - 1);
    const glued = next === end;
    const eastAsian = isHanOrKana(before) || (isHanOrKana(text.charCodeAt(next)) && !OPENERS.includes(text[next]!));
    if (full) return this.#fullStopEnds(at, end, next, closed);
    if (eastAsian) {
      if (ellipsis && !question) return closed;
      return (text[at] !== '.' || !glued || closed || this.#gluedHanEnds(at, next)) && this.#fullStopEnds(at, end, next, closed);
    }
    if (glued) return this.#gluedEnds(at, end, before, closed);
    const letter = this.#firstLetter(next);
    const kind = characterKind(text.charCodeAt(letter));
    if (kind === LOWER && characterKind(before) !== UNCASED) return false;
    if (question) return !closed || !this.#isAttribution(next);
    if (ellipsis) return kind !== DIGIT;
    return closed || this.#dotEnds(at, letter, kind);
  }

  /** Whether `Ann Lee asked` stands at `next`; `When asked` does not count. */
  #isAttribution(next: number): boolean {
    const speech = this.#text.slice(next, next + 100);
    if (!ENGLISH_SPEECH.test(speech)) return false;
    const first = this.#wordAt(next);
    if (SPEAKING.has(first)) return PRONOUN_SPEECH.test(speech);
    return PRONOUNS.has(first) || !this.#abbreviations.starters.has(first);
  }

  /** After `。` and its like: a sentence ends, unless a Japanese quoting particle continues it. */
  #fullStopEnds(at: number, end: number, next: number, closed: boolean): boolean {
    const text = this.#text;
    const code = text.charCodeAt(next);
    if (closed && '」』）”"'.includes(text[end - 1]!) && JAPANESE_QUOTING.test(text.slice(next, next + 2))) return false;
    if (closed && '？！?!'.includes(text[at]!) && CHINESE_SPEECH.test(text.slice(next, next + 12))) return false;
    return '。।॥|'.includes(text[at]!) || isHanOrKana(code) || characterKind(code) !== LOWER;
  }

  /** An ASCII full stop right between two characters, one of them Han: `走.他`, `好.OK`; not `A.I.公司`. */
  #gluedHanEnds(at: number, next: number): boolean {
    const code = this.#text.charCodeAt(next);
    if (isHanOrKana(this.#text.charCodeAt(at - 1))) return isHanOrKana(code) || characterKind(code) === UPPER;
    const word = this.#wordBefore(at);
    return isHanOrKana(code) && word.length > 1 && !word.includes('.') && !this.#abbreviations.has('open', word);
  }

  /** No blank after the mark: `us.It's`, `!"He`; not `U.S`, `example.Com/path`, `3.5`. */
  #gluedEnds(at: number, end: number, before: number, closed: boolean): boolean {
    const text = this.#text;
    let first = end;
    if (OPENERS.includes(text[first]!)) first++;
    const code = text.charCodeAt(first);
    const kind = characterKind(code);
    if (!closed && isHangul(code) && isHangul(before)) return isHangul(text.charCodeAt(at - 2));
    if (kind !== UPPER) return first > end && kind === UNCASED && !closed;
    const after = text.charCodeAt(first + 1);
    const wordLike = characterKind(after) === LOWER || after === 0x27 || after === 0x2019 || characterKind(after) === SPACE;
    if (!wordLike) return false;
    if (closed || first > end || text[at] !== '.') return !this.#looksLikeAddress(at);
    const beforeKind = characterKind(before);
    if (beforeKind === DIGIT) return characterKind(text.charCodeAt(at - 2)) === DIGIT;
    if (beforeKind !== LOWER || !isLetter(text.charCodeAt(at - 2))) return false;
    const word = this.#wordBefore(at);
    return (
      !word.includes('.') &&
      !this.#abbreviations.has('open', word) &&
      !this.#abbreviations.has('either', word) &&
      !this.#looksLikeAddress(at)
    );
  }

  #looksLikeAddress(at: number): boolean {
    const text = this.#text;
    let from = at;
    while (from > 0 && at - from < LONGEST_TOKEN && !isSpace(text.charCodeAt(from - 1))) from--;
    let to = at;
    while (to < text.length && to - at < LONGEST_TOKEN && !isSpace(text.charCodeAt(to))) to++;
    return /:\/\/|www\.|@|\/\w+\//i.test(text.slice(from, to));
  }

  /** The first letter or digit from `next` on, past quotes, brackets, dashes. */
  #firstLetter(next: number): number {
    const text = this.#text;
    let at = next;
    while (
      at < next + 8 &&
      (OPENERS.includes(text[at] ?? 'x') || BULLETS_AND_DASHES.includes(text[at] ?? 'x') || text[at] === ' ' || text[at] === '\u00a0')
    )
      at++;
    return at;
  }

  /** A single full stop before a space ends a sentence unless it belongs to an abbreviation, an initial, an ordinal or the number of a list item. */
  #dotEnds(at: number, letter: number, kind: number): boolean {
    const text = this.#text;
    const spaced = this.#spacedAbbreviation(at);
    if (spaced?.goesOn) return false;
    const word = spaced?.word ?? this.#wordBefore(at);
    if (word === '' || /^\d+[.,]\d[\d.,]*$/.test(word)) return true;
    const rules = this.#abbreviations;
    if (rules.has('open', word) || this.#isInDate(at)) return false;
    if (/^\d+$/.test(word) || (word.length > 1 && ROMAN.test(word))) return this.#numberEnds(at, word, letter, kind);
    if (kind === DIGIT) return !rules.has('number', word) && !word.includes('.') && !(word.length === 1 && isLetter(word.charCodeAt(0)));
    const nextWord = this.#wordAt(letter);
    if (nextWord.length > 1 && ROMAN.test(nextWord) && rules.has('number', word)) return false;
    const starts = rules.starters.has(nextWord) && !(nextWord.length === 1 && text[letter + 1] === '.');
    if (rules.has('either', word)) return starts;
    if (word.includes('.')) return starts || characterKind(word.charCodeAt(word.length - 1)) === LOWER;
    const initial = word.length === 1 && characterKind(word.charCodeAt(0)) === UPPER;
    return initial && characterKind(text.charCodeAt(letter)) === UPPER ? starts : true;
  }

  /** An abbreviation of several parts that is written with blanks: `z. B.`, `EE. UU.`, `т. е.`; `goesOn`: further parts follow at `at`. */
  #spacedAbbreviation(at: number): { readonly word: string; readonly goesOn: boolean } | undefined {
    const text = this.#text;
    const before = PARTS_BEFORE.exec(text.slice(Math.max(this.#start, at - 24), at))?.[0];
    if (before === undefined) return undefined;
    const parts = before.split(PART_GAP);
    const last = parts.length - 1;
    parts.push(
      ...PARTS_AFTER.exec(text.slice(at + 1, at + 24))![0]
        .split(/[. \u00a0\u202f]+/)
        .filter((part) => part !== ''),
    );
    for (let to = parts.length; to > last; to--) {
      for (let from = 0; from <= last; from++) {
        const word = parts.slice(from, to).join('.');
        if (to - from > 1 && (this.#abbreviations.has('open', word) || this.#abbreviations.has('either', word)))
          return { word, goesOn: to - 1 > last };
      }
    }
    return undefined;
  }

  #numberEnds(at: number, word: string, letter: number, kind: number): boolean {
    if (this.#onlyTheNumber(at, word)) return false;
    if (!this.#abbreviations.ordinals || (word.length > 2 && characterKind(word.charCodeAt(0)) === DIGIT)) return true;
    if (kind === DIGIT) return characterKind(word.charCodeAt(0)) !== DIGIT;
    return this.#abbreviations.starters.has(this.#wordAt(letter));
  }

  /** Whether a full stop belongs to a date with the year first, as Korean writes it: `2024. 6. 5. 개장했다`. */
  #isInDate(at: number): boolean {
    const text = this.#text;
    const before = YEAR_FIRST_BEFORE.exec(text.slice(Math.max(this.#start, at - 12), at))?.[0];
    if (before === undefined) return false;
    return REST_OF_DATE[before.split('.').length - 1]!.test(text.slice(at, at + 10));
  }

  /** Whether the sentence so far is nothing but this number: `1. First, …`. */
  #onlyTheNumber(at: number, word: string): boolean {
    const from = at - word.length;
    if (word.length > 5 || (word.length > 3 && characterKind(word.charCodeAt(0)) === DIGIT) || from - this.#start > 16) return false;
    for (let index = this.#start; index < from; index++) if (!isSpace(this.#text.charCodeAt(index))) return false;
    return true;
  }

  /** Letters, digits and inner full stops right before `at`. */
  #wordBefore(at: number): string {
    const text = this.#text;
    let from = at;
    while (from > this.#start && at - from < 24) {
      const code = text.charCodeAt(from - 1);
      const kind = characterKind(code);
      if ((kind === OTHER && code !== 0x2e && code !== 0x2d && code !== 0xba && code !== 0xaa && code !== 0x2116) || kind === SPACE) break;
      from--;
    }
    return text.slice(from, at);
  }

  #wordAt(from: number): string {
    const text = this.#text;
    let to = from;
    while (to - from < 24 && isLetter(text.charCodeAt(to))) to++;
    return text.slice(from, to);
  }
}
