/**
 * All that the library knows of single languages, looked up by language tag. Each language has one file in this folder; other folders import only this one.
 *
 * Every table stands for itself, so that a bundle carries only those its importer uses.
 */
import { lazy } from '../lazy.ts';
import { OTHER_NAMES } from './other-names.ts';
import { NAME } from './tables.ts';

export * from './tables.ts';

/** Tags of languages that are read by the rules of another. */
const READ_AS: Readonly<Record<string, string>> = { yue: 'zh' };

/** The language without region and script: `pt-BR` is `pt`. */
export function baseLanguage(tag: string): string {
  return tag.split('-')[0]!.toLowerCase();
}

/** What a table has for a language, given as a BCP 47 tag. */
export function lookUp<Entry>(table: Readonly<Record<string, Entry>>, tag: string): Entry | undefined {
  const base = baseLanguage(tag);
  const key = Object.hasOwn(READ_AS, base) ? READ_AS[base]! : base;
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** What is made of the words of each language, made when it is first asked for; `undefined` for a language without an entry. */
export function lazyOf<Entry, Made>(
  table: Readonly<Record<string, Entry>>,
  make: (entry: Entry, language: string) => Made,
): (tag: string) => Made | undefined {
  const made = Object.fromEntries(Object.entries(table).map(([language, entry]) => [language, lazy(() => make(entry, language))]));
  return (tag) => lookUp(made, tag)?.();
}

/** What a language is called in English; `undefined` for a tag that is not known. */
export function languageName(tag: string): string | undefined {
  const base = baseLanguage(tag);
  return Object.hasOwn(OTHER_NAMES, base) ? OTHER_NAMES[base] : lookUp(NAME, tag);
}
