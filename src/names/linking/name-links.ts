/** What joins two spellings, and how strongly: the table, the caller's word, a search that led from one to the other, sound. */

import { preparedSimilarity } from '../name-similarity.ts';
import { type PreparedWord, prepareName } from '../sound/prepared-name.ts';
import { wordSimilarity } from '../sound/word-similarity.ts';
import type { Concept } from '../tables/gazetteer.ts';
import type { Meetings, NameForm } from './name-forms.ts';

/** Two forms that seem one name; the stronger, the sooner they are joined. */
export interface Link {
  readonly one: NameForm;
  readonly other: NameForm;
  readonly strength: number;
}

/** Whether a form has two words or more that tell names apart. */
export function isFull(form: NameForm): boolean {
  return form.name.words.filter((word) => !word.light && !word.initial).length > 1;
}

/** Forms that the table has under one entry. */
export function* tableLinks(forms: readonly NameForm[]): Generator<Link> {
  const byConcept = new Map<Concept, NameForm>();
  const byName = new Map<string, Concept>();
  for (const form of forms) {
    for (const concept of form.concepts) {
      const first = byConcept.get(concept);
      if (first === undefined) byConcept.set(concept, form);
      else yield { one: first, other: form, strength: concept.type === 'other' ? 1.5 : 2 };
      if (concept.type === 'person') byName.set(concept.name.toLowerCase(), concept);
    }
  }
  // `川普` stands for Donald Trump; where only `Trump` is written, the last word of the entry's name leads there
  for (const [name, concept] of byName) {
    const first = byConcept.get(concept)!;
    const last = name.split(' ').at(-1)!;
    for (const form of forms)
      if (form !== first && (form.key === name || form.key === last))
        yield { one: first, other: form, strength: form.key === name ? 2 : 1.4 };
  }
}

/** Forms that the caller's glossary has under one name. */
export function* givenLinks(forms: readonly NameForm[], given: ReadonlyMap<string, string>): Generator<Link> {
  const byCanonical = new Map<string, NameForm>();
  for (const form of forms) {
    const canonical = given.get(form.key);
    if (canonical === undefined) continue;
    const first = byCanonical.get(canonical);
    if (first === undefined) byCanonical.set(canonical, form);
    else yield { one: first, other: form, strength: 3 };
  }
}

/** A string found by searching for a word's sound belongs to that word. */
export function* soughtLinks(forms: readonly NameForm[]): Generator<Link> {
  const byKey = new Map(
    forms.flatMap((form) => [[form.key.replaceAll('-', ' '), form] as const, [form.key.replace(/[ -]/g, ''), form] as const]),
  );
  for (const form of forms) {
    const sought = form.standsFor.length > 0 ? byKey.get(form.standsFor.join(' ')) : undefined;
    const asOneWord = form.standsFor.length === 1 && sought?.key.replace(/[ -]/g, '') === form.standsFor[0]; // 김의겸, Kim Eui-kyeom
    if (sought !== undefined && sought !== form && form.concepts.length === 0 && (asOneWord || isFull(sought) === isFull(form)))
      yield { one: form, other: sought, strength: 1.2 };
    if (!isFull(form) || form.standsFor.length === 0 || (sought !== undefined && isFull(sought))) continue;
    // part of the full name is known: of the full names with that family name, the one whose rest sounds most alike
    const family = prepareName(form.standsFor.at(-1)!).joined;
    const namesakes = forms
      .filter(
        (other) =>
          other !== form &&
          isFull(other) &&
          /\p{Script=Latin}/u.test(other.text) &&
          wordSimilarity(other.name.words.at(-1)!, family) >= 0.85,
      )
      .map((other) => ({ other, likeness: preparedSimilarity(form.name, other.name) }))
      .sort((a, b) => b.likeness - a.likeness);
    if (namesakes[0] !== undefined && namesakes[0].likeness >= 0.3) yield { one: form, other: namesakes[0].other, strength: 1.1 };
  }
}

/** How strongly two forms seem one name; 0 for not enough. */
export function linkStrength(one: NameForm, other: NameForm, meetings: Meetings): number {
  if (one.weak && other.weak) return 0;
  if (isFull(one) !== isFull(other)) return 0;
  const beads = meetings.count(one, other);
  const together = [...one.documents].some((id) => other.documents.has(id));
  if (isFull(one)) return fullStrength(one, other, beads, together);
  if (one.name.words.length === 0 || other.name.words.length === 0) return 0;
  const similarity = preparedSimilarity(one.name, other.name);
  const length = Math.min(one.name.joined.latin.codes.length, other.name.joined.latin.codes.length);
  if (length < 2 || one.name.joined.initial || other.name.joined.initial) return 0;
  let least = together ? 0.86 : length >= 5 ? 0.82 : length === 4 ? 0.9 : 0.97;
  if (beads > 0 && !together) least = length >= 5 ? 0.52 : length === 4 ? 0.62 : 0.68;
  if (one.weak || other.weak) least = Math.max(least, beads > 0 || together ? 0.75 : 0.9);
  return similarity >= least ? similarity + (beads > 0 ? 0.1 : 0) : 0;
}

/** Names in full: every word has its partner, or one is left out on one side. */
export function fullStrength(one: NameForm, other: NameForm, beads: number, together: boolean): number {
  const words = (form: NameForm) => form.name.words.filter((word) => !word.light && !word.initial);
  const [a, b] = [words(one), words(other)];
  if (initialsDiffer(one, other)) return 0;
  const similarity = preparedSimilarity(one.name, other.name);
  if (a.length !== b.length) return similarity >= (together ? 0.88 : 0.82) ? similarity : 0;
  const least = beads === 0 ? 0.5 : 0; // without beads nothing below matters
  const pairs = a.length === 2 ? bestOfTwo(a, b, least) : a.map((word, index) => wordSimilarity(word, b[index]!, least));
  const [low, high] = [Math.min(...pairs), Math.max(...pairs)];
  const mean = pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
  if (one.weak || other.weak) return low >= 0.85 ? mean : 0;
  if (together) return low >= 0.8 ? mean : 0;
  if (low >= 0.78) return mean;
  if (beads > 0 && ((high >= 0.9 && low >= 0.45) || low >= 0.6)) return mean + 0.1;
  if (beads > 0 && one.name.joined.script !== other.name.joined.script && low >= 0.3 && mean >= 0.62) return mean;
  return high >= 0.95 && low >= 0.66 ? mean : 0;
}

function bestOfTwo(a: readonly PreparedWord[], b: readonly PreparedWord[], least: number): number[] {
  const straight = [wordSimilarity(a[0]!, b[0]!, least), wordSimilarity(a[1]!, b[1]!, least)];
  if (Math.min(...straight) >= 0.75) return straight;
  const crossed = [wordSimilarity(a[0]!, b[1]!, least), 0];
  if (crossed[0]! > Math.min(...straight)) crossed[1] = wordSimilarity(a[1]!, b[0]!, least);
  return Math.min(...crossed) > Math.min(...straight) ? crossed : straight;
}

/** Names in full with a word on each side that has no partner at all. */
export function areStrangers(one: NameForm, other: NameForm): boolean {
  const words = (form: NameForm) => form.name.words.filter((word) => !word.light && !word.initial);
  const [a, b] = [words(one), words(other)];
  const alone = (from: readonly PreparedWord[], to: readonly PreparedWord[]) =>
    from.some((word) => Math.max(...to.map((candidate) => wordSimilarity(word, candidate))) < 0.42);
  return alone(a, b) && alone(b, a);
}

/** Whether both have initials, and not the same ones. */
export function initialsDiffer(one: NameForm, other: NameForm): boolean {
  const initials = (form: NameForm) => form.name.words.filter((word) => word.initial).map((word) => word.key);
  const [a, b] = [initials(one), initials(other)];
  return a.length > 0 && b.length > 0 && a.join(' ') !== b.join(' ');
}
