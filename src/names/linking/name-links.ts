/** What joins two spellings, and how strongly: the table, the caller's word, a search that led from one to the other, sound. */

import { preparedSimilarity } from '../name-similarity.ts';
import { type PreparedWord, prepareName } from '../sound/prepared-name.ts';
import { wordSimilarity } from '../sound/word-similarity.ts';
import type { Concept } from '../tables/gazetteer.ts';
import { linkWeights } from './link-weights.ts';
import type { NameForm } from './name-forms.ts';
import { logOdds, type PairEvidence } from './pair-evidence.ts';

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
      else yield { one: first, other: form, strength: concept.type === 'other' ? 15 : 20 };
      if (concept.type === 'person') byName.set(concept.name.toLowerCase(), concept);
    }
  }
  // `川普` is Donald Trump; where only `Trump` is written, the last word of the entry's name leads there
  for (const [name, concept] of byName) {
    const first = byConcept.get(concept)!;
    const last = name.split(' ').at(-1)!;
    for (const form of forms)
      if (form !== first && (form.key === name || form.key === last))
        yield { one: first, other: form, strength: form.key === name ? 20 : 14 };
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
    else yield { one: first, other: form, strength: 30 };
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
      yield { one: form, other: sought, strength: 12 };
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
    if (namesakes[0] !== undefined && namesakes[0].likeness >= 0.3) yield { one: form, other: namesakes[0].other, strength: 11 };
  }
}

/** Whether the pair is left to {@link attachSingles}: a single word, and a name in full that has it or one like it. */
function isPart(one: NameForm, other: NameForm): boolean {
  if (isFull(one) === isFull(other)) return false;
  const [single, full] = isFull(one) ? [other, one] : [one, other];
  const word = single.name.words.find(({ light, initial }) => !light && !initial);
  if (word === undefined) return true;
  if (wordSimilarity(word, full.name.joined) >= leastAsOne) return false;
  return full.name.words.some((part) => !part.light && !part.initial && wordSimilarity(word, part) >= 0.75);
}

/** A word that sounds like all words of a name together is more than a part of it (`Umbulado`, `Umbu Lado`). */
const leastAsOne = 0.8;

/** Whether a pair is to be weighed at all. */
export function isWeighed(one: NameForm, other: NameForm, evidence: PairEvidence): boolean {
  // what has no evidence of its own on either side needs a bead
  if ((one.weak && other.weak && evidence.count(one, other) === 0) || one.name.words.length === 0 || other.name.words.length === 0)
    return false;
  if (one.name.joined.initial || other.name.joined.initial || initialsDiffer(one, other)) return false;
  return !isPart(one, other);
}

/** The log odds of two forms being one name; below 0 where they are not, or not to be weighed. */
export function linkStrength(one: NameForm, other: NameForm, evidence: PairEvidence): number {
  return isWeighed(one, other, evidence) ? logOdds(evidence.of(one, other), linkWeights) : Number.NEGATIVE_INFINITY;
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
