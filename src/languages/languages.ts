/**
 * Language data, looked up by language tag. Each language has one file in this folder; other folders import only this one.
 *
 * Each table is an export of its own, so that a bundle holds only those its importer uses.
 */
import { lazy } from '../lazy.ts';
import { OTHER_NAMES } from './other-names.ts';
import { NAME } from './tables.ts';

export * from './tables.ts';

/** Tags of languages that use the rules of another. */
const READ_AS: Readonly<Record<string, string>> = { yue: 'zh' };

/** The language without region and script: `pt-BR` is `pt`. */
export function baseLanguage(tag: string): string {
  return tag.split('-')[0]!.toLowerCase();
}

/** The entry of a table for a language, given as a BCP 47 tag. */
export function lookUp<Entry>(table: Readonly<Record<string, Entry>>, tag: string): Entry | undefined {
  const base = baseLanguage(tag);
  const key = Object.hasOwn(READ_AS, base) ? READ_AS[base]! : base;
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** A value derived from the words of each language, computed on first use; `undefined` for a language without an entry. */
export function lazyOf<Entry, Made>(
  table: Readonly<Record<string, Entry>>,
  make: (entry: Entry, language: string) => Made,
): (tag: string) => Made | undefined {
  const made = Object.fromEntries(Object.entries(table).map(([language, entry]) => [language, lazy(() => make(entry, language))]));
  return (tag) => lookUp(made, tag)?.();
}

/** The English name of a language; `undefined` for an unknown tag. */
export function languageName(tag: string): string | undefined {
  const base = baseLanguage(tag);
  return Object.hasOwn(OTHER_NAMES, base) ? OTHER_NAMES[base] : lookUp(NAME, tag);
}
