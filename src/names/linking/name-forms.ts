/** The distinct spellings found in all documents. */
import type { FoundName, LinkedName } from '../mentions/found-name.ts';
import { type PreparedName, prepareName } from '../sound/prepared-name.ts';
import { type Concept, lookUpName } from '../tables/gazetteer.ts';

/** One spelling, wherever it stands. */
export interface NameForm {
  readonly index: number;
  /** Lower case. */
  readonly key: string;
  readonly text: string;
  readonly words: readonly string[];
  readonly name: PreparedName;
  readonly found: (FoundName | LinkedName)[];
  readonly documents: Set<string>;
  weak: boolean;
  /** Entries of the table that the form may refer to, in the languages it was found in. */
  concepts: readonly Concept[];
  /** Latin words it was found by, in scripts without capitals. */
  readonly standsFor: readonly string[];
}

/** Russian and Ukrainian names without the case endings that cannot be a name's own; other text as it is. */
function nominative(text: string, language: string): string {
  if (!/^(?:ru|uk)/.test(language) || !/\p{Script=Cyrillic}/u.test(text)) return text;
  const bare = text.replace(/(?<=[а-яёіїє]{3})(?:ого|ому|ым|им|ом|ем|ём|ей|ою|ами|у|ю)(?![а-яёіїє])/giu, '');
  return bare === '' ? text : bare;
}

const perStep = 2_000;

/** Gather equal spellings; a form is weak while all its occurrences are. Yields every few milliseconds of work. */
export function* nameForms(found: readonly (FoundName | LinkedName)[]): Generator<void, NameForm[]> {
  const forms = new Map<string, NameForm>();
  for (const [index, name] of found.entries()) {
    if (index % perStep === perStep - 1) yield;
    const standsFor = 'standsFor' in name ? name.standsFor : [];
    const key = name.text.toLowerCase().replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ');
    let form = forms.get(key);
    if (form === undefined) {
      form = {
        index: forms.size,
        key,
        text: name.text.replace(/\s+/g, ' '),
        words: name.words,
        name: prepareName(nominative(name.text, name.language)),
        found: [],
        documents: new Set(),
        weak: true,
        concepts: [],
        standsFor,
      };
      forms.set(key, form);
    }
    form.found.push(name);
    form.documents.add(name.document);
    if (!name.weak) form.weak = false;
    const entries = 'concept' in name && name.concept !== undefined ? [name.concept] : lookUpName(name.text, name.language);
    if (entries.length > 0) form.concepts = [...new Set([...form.concepts, ...entries])];
  }
  return [...forms.values()];
}
