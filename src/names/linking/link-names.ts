/**
 * Joins spellings into names: one cluster for each person, place or body.
 *
 * Links are weighed and taken strongest first (agglomerative clustering), and refused where two clusters hold names
 * that cannot be one: two people in full who differ in a word, two entries of the table. In order:
 *
 * 1. the table has both under one entry;
 * 2. names in full that sound alike, word by word: a meeting in beads lowers the price;
 * 3. single words that sound alike, at a higher cost without beads, and for short words;
 * 4. a single word joins the name in full it is part of, or like a part of; where several would do, each mention joins
 *    the one last named before it in its document, or the most frequent.
 *
 * Candidates are drawn from meetings in beads and from blocks of one consonant skeleton with at most one class left out,
 * so that the work grows with the number of alike spellings, not with the square of all.
 */

import { attachSingles, type NameCluster } from './attach-singles.ts';
import { candidatePairs } from './link-candidates.ts';
import type { NameForm } from './name-forms.ts';
import { areStrangers, givenLinks, initialsDiffer, isFull, type Link, linkStrength, soughtLinks, tableLinks } from './name-links.ts';
import type { PairEvidence } from './pair-evidence.ts';

/**
 * Cluster the forms. `given` are keys (lower case) of spellings that belong together by the caller's word.
 *
 * Yields every few milliseconds of work.
 */
export function* linkNames(
  forms: readonly NameForm[],
  meetings: PairEvidence,
  given: ReadonlyMap<string, string>,
): Generator<void, NameCluster[]> {
  const clusters = new Clusters(forms, meetings, given);
  const links: Link[] = [...tableLinks(forms), ...givenLinks(forms, given)];
  yield;
  for (const link of soughtLinks(forms)) {
    links.push(link);
    yield;
  }
  let work = 0;
  for (const [one, other] of candidatePairs(forms, meetings)) {
    const strength = linkStrength(one, other, meetings);
    if (strength > leastOdds) links.push({ one, other, strength });
    if (++work % pairsPerStep === 0) yield;
  }
  links.sort((a, b) => b.strength - a.strength || a.one.index - b.one.index || a.other.index - b.other.index);
  yield;
  for (const [k, link] of links.entries()) {
    clusters.join(link);
    if (k % linksPerStep === linksPerStep - 1) yield;
  }
  return yield* attachSingles(clusters.all(), meetings, given);
}

const pairsPerStep = 500;
const linksPerStep = 100;
/** Of equal worth on the stories from -1.2 to 0; below 0, since clusters that hold strangers refuse what is wrong. */
const leastOdds = -0.6;

/** How much of the strength of a link stands against strangers in the names it joins: a name read back from another script sounds like that one only. */
const trustInLink = 0.5;

class Clusters {
  readonly #of: NameForm[][];
  readonly #meetings: PairEvidence;
  readonly #given: ReadonlyMap<string, string>;

  constructor(forms: readonly NameForm[], meetings: PairEvidence, given: ReadonlyMap<string, string>) {
    this.#of = forms.map((form) => [form]);
    this.#meetings = meetings;
    this.#given = given;
  }

  join({ one, other, strength }: Link): void {
    const [a, b] = [this.#of[one.index]!, this.#of[other.index]!];
    if (a === b || !this.#compatible(a, b, strength)) return;
    const [large, small] = a.length >= b.length ? [a, b] : [b, a];
    for (const form of small) {
      large.push(form);
      this.#of[form.index] = large;
    }
  }

  all(): NameForm[][] {
    return [...new Set(this.#of)];
  }

  #compatible(a: readonly NameForm[], b: readonly NameForm[], strength: number): boolean {
    const canonical = (forms: readonly NameForm[]) => new Set(forms.flatMap((form) => this.#given.get(form.key) ?? []));
    const [givenA, givenB] = [canonical(a), canonical(b)];
    if (givenA.size > 0 && givenB.size > 0) return [...givenA].some((name) => givenB.has(name));
    const concepts = (forms: readonly NameForm[]) => new Set(forms.flatMap((form) => form.concepts.filter(({ type }) => type !== 'other')));
    const [knownA, knownB] = [concepts(a), concepts(b)];
    if (knownA.size > 0 && knownB.size > 0 && ![...knownA].some((concept) => knownB.has(concept))) return false;
    for (const one of a) {
      for (const other of b) {
        if (!isFull(one) || !isFull(other)) continue;
        if (one.concepts.some((concept) => other.concepts.includes(concept))) continue;
        if (initialsDiffer(one, other)) return false;
        if (areStrangers(one, other) && linkStrength(one, other, this.#meetings) + trustInLink * strength <= 0) return false;
      }
    }
    return true;
  }
}
