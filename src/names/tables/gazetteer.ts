/**
 * Conventional names: the spellings of one place, organisation or person in each language.
 *
 * The table is read on first use (about 15 ms, 3 MB). Look-up is by the exact form, case and accents aside.
 */
import { lazy } from '../../lazy.ts';
import { gazetteerTable } from './gazetteer-table.ts';
import { simplify } from './simplified.ts';

/** One entry of the table. */
export interface Concept {
  /** The English name. */
  readonly name: string;
  readonly type: 'person' | 'place' | 'organization' | 'other';
  /** How many forms the table has: how well known the name is. */
  readonly size: number;
  /** Latin and Han forms with the languages they are conventional in. */
  readonly forms: ReadonlyMap<string, ReadonlySet<string>>;
}

const languages = 'ar de el es fr hi id it ja ko ms nl pl pt ru th tr uk vi zh ro he en'.split(' ');
const types = { l: 'place', b: 'organization', p: 'person', o: 'other' } as const;

interface Gazetteer {
  readonly byKey: ReadonlyMap<string, readonly Concept[]>;
  /** Forms without spaces between words (Han, kana, Thai …), by first character, longest first. */
  readonly byFirst: ReadonlyMap<string, readonly { readonly form: string; readonly concept: Concept }[]>;
}

/** The form a name is looked up by: lower case, without accents on Latin letters, without dots. */
export function nameKey(text: string): string {
  if (/^[A-Za-z]*$/.test(text)) return text.toLowerCase();
  const lower = text.toLowerCase().replace(/[’']/g, "'").replace(/\./g, '').replace(/\s+/g, ' ').trim();
  return /[^\u0000-\u024f]/.test(lower)
    ? simplify(lower.normalize('NFC'))
    : lower.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i').replace(/ł/g, 'l');
}

const load = lazy((): Gazetteer => {
  const byKey = new Map<string, Concept[]>();
  const byFirst = new Map<string, { form: string; concept: Concept }[]>();
  const enter = (form: string, concept: Concept) => {
    const key = nameKey(form);
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [concept]);
    else if (!list.includes(concept)) list.push(concept);
    if (/^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Thai}ー]/u.test(form)) {
      const forms = byFirst.get(key[0]!);
      if (forms === undefined) byFirst.set(key[0]!, [{ form: key, concept }]);
      else forms.push({ form: key, concept });
    }
  };
  for (const line of gazetteerTable.split('\n')) {
    const [name, type, ...cells] = line.split('/');
    if (name === undefined || type === undefined) continue;
    const forms = new Map<string, Set<string>>();
    const concept: Concept = { name, type: types[type as keyof typeof types], size: cells.length, forms };
    enter(name, concept);
    for (const cell of cells) {
      const colon = cell.lastIndexOf(':');
      const form = colon > 0 ? cell.slice(0, colon) : cell;
      if (colon > 0) {
        const where = [...cell.slice(colon + 1)].map((letter) => languages[letter.charCodeAt(0) - 97]!);
        forms.set(nameKey(form), new Set([...(forms.get(nameKey(form)) ?? []), ...where])); // Seúl and Seul are one key
      }
      enter(form, concept);
    }
  }
  for (const forms of byFirst.values()) forms.sort((a, b) => b.form.length - a.form.length);
  return { byKey, byFirst };
});

/** Entries that a form may represent in a language: its own forms first, English names in every language. */
export function lookUpName(form: string, language?: string): readonly Concept[] {
  const key = nameKey(form);
  const found = load().byKey.get(key) ?? inflected(key);
  if (language === undefined || /[^\u0000-\u024f]/.test(key)) return found;
  const fits = (concept: Concept) => {
    if (nameKey(concept.name) === key) return true;
    const where = concept.forms.get(key);
    return where === undefined || where.has(language) || where.size >= 3;
  };
  return found.filter(fits);
}

// endings of place names in the cases of Slavic languages and Greek, by which the table's nominative is found
const cases = /(?:ией|ией|иею|ами|ах|ам|ов|ої|ою|ею|ей|ой|ом|ем|ём|ии|ію|ії|ию|ия|ія|у|ю|а|я|е|и|і|ы|ь|ος|ου|ον|ας|ης|ες|ων|ους|α|η|ο|ι)$/u;
const nominatives = ['', 'а', 'я', 'ия', 'ія', 'ь', 'е', 'о', 'ы', 'и', 'й', 'α', 'η', 'ος', 'ο', 'ες', 'ά', 'ή', 'ία'];

function inflected(key: string): readonly Concept[] {
  if (key.length < 5 || !/^[а-яёіїєґ]+$|^[α-ωά-ώ]+$/u.test(key)) return [];
  const stem = key.replace(cases, '');
  if (stem.length < 4 || key.length - stem.length > 3) return [];
  for (const ending of nominatives) {
    const found = load().byKey.get(stem + ending);
    if (found !== undefined) return found;
  }
  return [];
}

/** Whether a Latin form is conventional for the entry in that language. */
export function isConventional(concept: Concept, form: string, language: string): boolean {
  return concept.forms.get(nameKey(form))?.has(language) ?? false;
}

/** Forms of the table that start at a place of a text whose script has no spaces, in simplified characters: the longest one. */
export function conventionalNameAt(text: string, start: number, language: string): { form: string; concept: Concept } | undefined {
  const base = language.split('-')[0]!;
  return load()
    .byFirst.get(text[start]!)
    ?.find(({ form, concept }) => form.length > 1 && text.startsWith(form, start) && (concept.forms.get(nameKey(form))?.has(base) ?? true));
}
