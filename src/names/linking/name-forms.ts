/** The distinct spellings found in all documents, and the beads in which two of them meet. */
import type { Alignment } from '../../types.ts';
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
  /** Entries of the table that the form may stand for, in the languages it was found in. */
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

/** Beads, as `[pair, bead]`, that have the one form on one side and the other on the other. */
export class Meetings {
  readonly #beads = new Map<number, [number, number][]>();
  readonly #size: number;

  /** @param size - How many forms there are. */
  constructor(size: number) {
    this.#size = size;
  }

  add(one: number, other: number, bead: [number, number]): void {
    const key = Math.min(one, other) * this.#size + Math.max(one, other);
    const beads = this.#beads.get(key);
    if (beads === undefined) this.#beads.set(key, [bead]);
    else beads.push(bead);
  }

  count(one: NameForm, other: NameForm): number {
    return this.#beads.get(Math.min(one.index, other.index) * this.#size + Math.max(one.index, other.index))?.length ?? 0;
  }

  /** Pairs of forms that meet at all, as indices. */
  *pairs(): Generator<[number, number]> {
    for (const key of this.#beads.keys()) yield [Math.floor(key / this.#size), key % this.#size];
  }
}

/** Find where forms meet. Yields every few milliseconds of work. */
export function* findMeetings(forms: readonly NameForm[], pairs: Alignment['pairs']): Generator<void, Meetings> {
  const bySentence = new Map<string, Set<number>>();
  for (const form of forms) {
    for (const { document, sentence } of form.found) {
      const key = `${document}\n${sentence}`;
      bySentence.set(key, (bySentence.get(key) ?? new Set()).add(form.index));
    }
  }
  const meetings = new Meetings(forms.length);
  for (const [p, pair] of pairs.entries()) {
    for (const [b, bead] of pair.beads.entries()) {
      if (b % perStep === perStep - 1) yield;
      const source = formsIn(bySentence, pair.source, bead.source);
      if (source.size === 0) continue;
      const target = formsIn(bySentence, pair.target, bead.target);
      for (const one of source) for (const other of target) if (one !== other) meetings.add(one, other, [p, b]);
    }
  }
  return meetings;
}

function formsIn(bySentence: ReadonlyMap<string, Set<number>>, document: string, [start, end]: readonly [number, number]): Set<number> {
  const forms = new Set<number>();
  for (let s = start; s < end; s++) for (const form of bySentence.get(`${document}\n${s}`) ?? []) forms.add(form);
  return forms;
}
