/** Extends a name by adjacent parts that belong to it: numbers (`Soyuz-5`, `No. 3`), nouns of places (`Ambouli airport`, `río Piura`), an article in quotation marks. */
import type { AlignedDocument } from '../../types.ts';
import { nameNoun, putsNounFirst } from '../tables/name-nouns.ts';
import type { FoundName } from './found-name.ts';
import type { NameRuns } from './name-runs.ts';

const perStep = 500;
const number = /^(?:[-‑]\d{1,4}(?![\d.,]*\d|\p{L})|\d{1,4}(?![\d\p{L}]|[.,]\d)|(?: No)?\. ?\d{1,3}(?!\d)| No\.? ?\d{1,3}(?!\d))/u;
const looseNumber = /^ \d{1,3}(?![\d\p{L}%]|[.,:]\d)/u;
const legalForm = /^(?:ltd|inc|corp|plc|llc|gmbh|ag|co|sa|nv|bv|tbk|oy|ab|as|spa|srl|kg)$/;
const openingQuote = /(?:["“„«『「‘]\s?)$/u;
const closingQuote = /^\s?[,.]?["”“»』」’]/u;

interface Beside {
  /** The noun with the blank that parts it from the name, before or after it. */
  readonly noun: string;
  readonly number: string;
}

/** The names with their numbers and nouns. Yields every few milliseconds of work. */
export function* extendNames(
  found: readonly FoundName[],
  documents: readonly AlignedDocument[],
  runs: NameRuns,
): Generator<void, FoundName[]> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const besides: Beside[] = [];
  /** Names that somewhere stand without the noun; documents that have the name with a number. */
  const bare = new Set<string>();
  const numbered = new Map<string, Set<string>>();
  /** Documents that have a noun, in whatever language, beside the rest of a name. */
  const withTheNoun = new Map<string, Set<string>>();
  for (const [index, name] of found.entries()) {
    if (index % perStep === perStep - 1) yield;
    for (const key of nounKeys(name, byId.get(name.document)!))
      withTheNoun.set(key, (withTheNoun.get(key) ?? new Set()).add(name.document));
    const beside = lookBeside(name, byId.get(name.document)!);
    besides.push(beside);
    const key = name.words.join(' ');
    if (beside.noun === '') bare.add(key);
    if (beside.number !== '') numbered.set(key + beside.number, (numbered.get(key + beside.number) ?? new Set()).add(name.document));
  }
  const names: FoundName[] = [];
  for (const [index, name] of found.entries()) {
    if (index % perStep === perStep - 1) yield;
    const document = byId.get(name.document)!;
    const { noun, number: digits } = besides[index]!;
    const key = name.words.join(' ');
    names.push(
      inDateline(name, document) ??
        inQuotes(name, document) ??
        withNumber(name, document, (numbered.get(key + digits)?.size ?? 0) > 1 ? digits : '') ??
        withoutNoun(name, document, runs, withTheNoun) ??
        (noun !== '' &&
        !name.weak &&
        ((!bare.has(key) && nameNoun(noun.trim(), document.language)?.kind === 'l') ||
          isNamedWith(noun, name, document.language, withTheNoun))
          ? withNoun(name, document, noun)
          : withoutLegalForm(name, document)),
    );
  }
  return names;
}

function lookBeside(name: FoundName, { text, sentences, language }: AlignedDocument): Beside {
  const sentence = sentences[name.sentence]!;
  const after = text.slice(name.end, sentence.end);
  const digits = looseNumber.exec(after)?.[0] ?? '';
  const first = putsNounFirst(language);
  const match = first ? /(\p{Ll}[\p{L}\p{M}-]*) $/u.exec(text.slice(sentence.start, name.start)) : /^ (\p{Ll}[\p{L}\p{M}-]*)/u.exec(after);
  const kind = match === null ? undefined : nameNoun(match[1]!, language)?.kind;
  return { noun: kind === 'l' || kind === 't' ? match![0] : '', number: digits };
}

/** Whether other documents have the noun beside the name as well. */
function isNamedWith(noun: string, { words }: FoundName, language: string, withTheNoun: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const known = nameNoun(noun.trim(), language);
  return known !== undefined && (withTheNoun.get(`${known.id} ${words.join(' ')}`)?.size ?? 0) > 1;
}

function withNoun(name: FoundName, { text, language }: AlignedDocument, noun: string): FoundName {
  return putsNounFirst(language)
    ? cut(name, name.start - noun.length, name.end, text)
    : cut(name, name.start, name.end + noun.length, text);
}

function withNumber(name: FoundName, { text, sentences }: AlignedDocument, loose: string): FoundName | undefined {
  const after = text.slice(name.end, sentences[name.sentence]!.end);
  const digits = number.exec(after)?.[0] ?? loose;
  if (digits === '' || (digits.startsWith('.') && name.words.at(-1) !== 'no')) return undefined;
  return cut(name, name.start, name.end + digits.length, text);
}

/** `Kecamatan Patikul` as `Patikul`, where that is also said without the noun. */
function withoutNoun(
  name: FoundName,
  document: AlignedDocument,
  runs: NameRuns,
  withTheNoun: ReadonlyMap<string, ReadonlySet<string>>,
): FoundName | undefined {
  const { text, language } = document;
  if (nounKeys(name, document).some((key) => withTheNoun.get(key)!.size > 1)) return undefined;
  if (name.words.length < 2 || runs.shared(name.words.join(' ')) > 1) return undefined;
  const [first, last] = [name.words[0]!, name.words.at(-1)!];
  const stands = (words: readonly string[]) => runs.count(words.join(' ')) > 0 || runs.shared(words.join(' ')) > 1;
  if (nameNoun(first, language)?.kind === 's' && stands(name.words.slice(1)))
    return cut(name, name.start + first.length + 1, name.end, text);
  if (nameNoun(last, language)?.kind === 's' && stands(name.words.slice(0, -1)))
    return cut(name, name.start, name.end - last.length - 1, text);
  return undefined;
}

function withoutLegalForm(name: FoundName, { text }: AlignedDocument): FoundName {
  const last = name.words.at(-1)!;
  return name.words.length > 2 && legalForm.test(last) ? cut(name, name.start, name.end - last.length - 1, text) : name;
}

/** A title in quotation marks with its article. */
function inQuotes(name: FoundName, { text, sentences }: AlignedDocument): FoundName | undefined {
  const { start: from, end: to } = sentences[name.sentence]!;
  if (!closingQuote.test(text.slice(name.end, to)) || name.words.length < 2) return undefined;
  const article = /(?:\p{Lu}\p{Ll}{0,9}\s){1,2}$/u.exec(text.slice(from, name.start))?.[0] ?? '';
  if (!openingQuote.test(text.slice(from, name.start - article.length))) return undefined;
  return { ...cut(name, name.start - article.length, name.end, text), weak: false };
}

function cut(name: FoundName, start: number, end: number, text: string): FoundName {
  const own = text.slice(start, end);
  return { ...name, start, end, text: own, words: own.toLowerCase().split(/[\s-]+/) };
}

/** A noun at an end of the name, or written small beside it, with the rest of the name. */
function nounKeys(name: FoundName, { text, sentences, language }: AlignedDocument): string[] {
  const { words } = name;
  const keys: string[] = [];
  const note = (word: string, rest: readonly string[]) => {
    const noun = nameNoun(word, language);
    if (noun !== undefined && rest.length > 0) keys.push(`${noun.id} ${rest.join(' ')}`);
  };
  note(words[0]!, words.slice(1));
  note(words.at(-1)!, words.slice(0, -1));
  const sentence = sentences[name.sentence]!;
  const beside = putsNounFirst(language)
    ? /(\p{Ll}+) $/u.exec(text.slice(sentence.start, name.start))?.[1]
    : /^ (\p{Ll}+)/u.exec(text.slice(name.end, sentence.end))?.[1];
  if (beside !== undefined) note(beside, words);
  return keys;
}

/** The place that a report opens with, in capitals before a dash. */
function inDateline(name: FoundName, { text, sentences }: AlignedDocument): FoundName | undefined {
  const { start, end } = sentences[name.sentence]!;
  const isPlace = name.start === start && name.text.length > 2 && name.text === name.text.toUpperCase();
  return isPlace && /^(?:, [\p{L} .]{2,30}?)?(?: \([^)]{2,30}\))? ?[–—-]/u.test(text.slice(name.end, end))
    ? { ...name, weak: false }
    : undefined;
}
