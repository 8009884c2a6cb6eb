/**
 * Joins spellings into names: one cluster for each person, place or body.
 *
 * Links are weighed and taken strongest first (agglomerative clustering), and refused where two clusters hold names
 * that cannot be one: two people in full who differ in a word, two entries of the table. In order:
 *
 * 1. the table says both stand for one thing;
 * 2. names in full that sound alike, word by word: a meeting in beads lowers the price;
 * 3. single words that sound alike, dearer still without beads, and for short words;
 * 4. a single word joins the name in full it is part of, or like a part of; where several would do, each mention joins
 *    the one last named before it in its document, or the most frequent.
 *
 * Candidates are drawn from meetings in beads and from blocks of one consonant skeleton with at most one class left out,
 * so that the work grows with the number of alike spellings, not with the square of all.
 */
import type { FoundName } from './mentions/find-capitalised.ts';
import type { LinkedName } from './mentions/find-uncased.ts';
import type { Meetings, NameForm } from './name-forms.ts';
import { preparedSimilarity } from './name-similarity.ts';
import { type PreparedWord, prepareName } from './sound/prepared-name.ts';
import { wordSimilarity } from './sound/word-similarity.ts';
import { isGivenName } from './tables/common-words.ts';
import type { Concept } from './tables/gazetteer.ts';

/** Spellings of one name, with the mentions that belong to it. */
export interface NameCluster {
  readonly forms: NameForm[];
  readonly mentions: { readonly form: NameForm; readonly found: FoundName | LinkedName }[];
}

interface Link {
  readonly one: NameForm;
  readonly other: NameForm;
  readonly strength: number;
}

/** Cluster the forms. `given` are keys (lower case) of spellings that belong together by the caller's word. */
export function linkNames(forms: readonly NameForm[], meetings: Meetings, given: ReadonlyMap<string, string> = new Map()): NameCluster[] {
  const clusters = new Clusters(forms, meetings, given);
  const candidates = [...candidatePairs(forms, meetings)];
  const links: Link[] = [...tableLinks(forms), ...givenLinks(forms, given), ...soughtLinks(forms)];
  for (const [one, other] of candidates) {
    const strength = linkStrength(one, other, meetings);
    if (strength > 0) links.push({ one, other, strength });
  }
  links.sort((a, b) => b.strength - a.strength || a.one.index - b.one.index || a.other.index - b.other.index);
  for (const { one, other } of links) clusters.join(one, other);
  return attachSingles(clusters.all(), meetings, given);
}

// ── links ───────────────────────────────────────────────────────────────────

function isFull(form: NameForm): boolean {
  return form.name.words.filter((word) => !word.light && !word.initial).length > 1;
}

function* tableLinks(forms: readonly NameForm[]): Generator<Link> {
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

function* givenLinks(forms: readonly NameForm[], given: ReadonlyMap<string, string>): Generator<Link> {
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
function* soughtLinks(forms: readonly NameForm[]): Generator<Link> {
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
function linkStrength(one: NameForm, other: NameForm, meetings: Meetings): number {
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
function fullStrength(one: NameForm, other: NameForm, beads: number, together: boolean): number {
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
function areStrangers(one: NameForm, other: NameForm): boolean {
  const words = (form: NameForm) => form.name.words.filter((word) => !word.light && !word.initial);
  const [a, b] = [words(one), words(other)];
  const alone = (from: readonly PreparedWord[], to: readonly PreparedWord[]) =>
    from.some((word) => Math.max(...to.map((candidate) => wordSimilarity(word, candidate))) < 0.42);
  return alone(a, b) && alone(b, a);
}

function initialsDiffer(one: NameForm, other: NameForm): boolean {
  const initials = (form: NameForm) => form.name.words.filter((word) => word.initial).map((word) => word.key);
  const [a, b] = [initials(one), initials(other)];
  return a.length > 0 && b.length > 0 && a.join(' ') !== b.join(' ');
}

// ── candidates ──────────────────────────────────────────────────────────────

const classes: Readonly<Record<string, string>> = {
  b: 'P',
  p: 'P',
  f: 'P',
  v: 'P',
  w: 'P',
  c: 'K',
  k: 'K',
  g: 'K',
  q: 'K',
  x: 'K',
  d: 'T',
  t: 'T',
  s: 'S',
  z: 'S',
  j: 'S',
  l: 'L',
  r: 'L',
  m: 'M',
  n: 'M',
};
const largestBlock = 60;

/** Consonant classes of a word in Latin letters, doubles once; vowels, h and y drop out. */
export function skeleton(letters: string): string {
  let classesSeen = '';
  for (const letter of letters) {
    const consonant = classes[letter];
    if (consonant !== undefined && classesSeen.at(-1) !== consonant) classesSeen += consonant;
  }
  return classesSeen;
}

function* candidatePairs(forms: readonly NameForm[], meetings: Meetings): Generator<[NameForm, NameForm]> {
  const seen = new Set<number>();
  const fresh = (one: number, other: number) => {
    const key = Math.min(one, other) * forms.length + Math.max(one, other);
    if (one === other || seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  for (const [one, other] of meetings.pairs()) if (fresh(one, other)) yield [forms[one]!, forms[other]!];
  const blocks = new Map<string, number[]>();
  for (const form of forms) {
    const kind = isFull(form) ? 'full' : 'single';
    for (const word of form.name.words) {
      if (word.light || word.initial) continue;
      const bones = skeleton(word.latin.letters);
      const keys = new Set([bones]);
      if (bones.length > 2) for (let cut = 0; cut < bones.length; cut++) keys.add(bones.slice(0, cut) + bones.slice(cut + 1));
      for (const key of keys) {
        const block = blocks.get(`${kind} ${key}`);
        if (block === undefined) blocks.set(`${kind} ${key}`, [form.index]);
        else if (block.at(-1) !== form.index) block.push(form.index);
      }
    }
  }
  for (const block of blocks.values()) {
    // in a block too large to compare each with each, spellings near in the alphabet are compared
    const ordered = block.length <= largestBlock ? block : [...block].sort((a, b) => (forms[a]!.key < forms[b]!.key ? -1 : 1));
    for (let i = 0; i < ordered.length; i++) {
      for (let j = i + 1; j < Math.min(ordered.length, i + largestBlock); j++) {
        if (fresh(ordered[i]!, ordered[j]!)) yield [forms[ordered[i]!]!, forms[ordered[j]!]!];
      }
    }
  }
}

// ── clusters ────────────────────────────────────────────────────────────────

class Clusters {
  readonly #of: NameForm[][];
  readonly #meetings: Meetings;
  readonly #given: ReadonlyMap<string, string>;

  constructor(forms: readonly NameForm[], meetings: Meetings, given: ReadonlyMap<string, string>) {
    this.#of = forms.map((form) => [form]);
    this.#meetings = meetings;
    this.#given = given;
  }

  join(one: NameForm, other: NameForm): void {
    const [a, b] = [this.#of[one.index]!, this.#of[other.index]!];
    if (a === b || !this.#compatible(a, b)) return;
    const [large, small] = a.length >= b.length ? [a, b] : [b, a];
    for (const form of small) {
      large.push(form);
      this.#of[form.index] = large;
    }
  }

  all(): NameForm[][] {
    return [...new Set(this.#of)];
  }

  #compatible(a: readonly NameForm[], b: readonly NameForm[]): boolean {
    const canonical = (forms: readonly NameForm[]) => new Set(forms.flatMap((form) => this.#given.get(form.key) ?? []));
    const [givenA, givenB] = [canonical(a), canonical(b)];
    if (givenA.size > 0 && givenB.size > 0) return [...givenA].some((name) => givenB.has(name));
    const concepts = (forms: readonly NameForm[]) => new Set(forms.flatMap((form) => form.concepts.filter(({ type }) => type !== 'other')));
    const [knownA, knownB] = [concepts(a), concepts(b)];
    if (knownA.size > 0 && knownB.size > 0 && ![...knownA].some((concept) => knownB.has(concept))) return false;
    for (const one of a) {
      for (const other of b) {
        if (!isFull(one) || !isFull(other)) continue;
        const together = [...one.documents].some((id) => other.documents.has(id));
        if (one.concepts.some((concept) => other.concepts.includes(concept))) continue;
        if (initialsDiffer(one, other)) return false;
        if (areStrangers(one, other) && fullStrength(one, other, this.#meetings.count(one, other), together) === 0) return false;
      }
    }
    return true;
  }
}

// ── single words join names in full ─────────────────────────────────────────

function attachSingles(groups: readonly NameForm[][], meetings: Meetings, given: ReadonlyMap<string, string>): NameCluster[] {
  const toCluster = (group: NameForm[]): NameCluster => ({
    forms: group,
    mentions: group.flatMap((form) => form.found.map((found) => ({ form, found }))),
  });
  const full = groups.filter((group) => group.some((form) => isFull(form) && !form.weak)).map(toCluster);
  const rest = groups.filter((group) => !group.some((form) => isFull(form) && !form.weak));
  const result: NameCluster[] = [...full];
  const byWord = new Map<string, Set<NameCluster>>();
  const byBones = new Map<string, Set<NameCluster>>();
  for (const cluster of full) {
    for (const form of cluster.forms) {
      for (const word of form.name.words) {
        if (word.light || word.initial) continue;
        byWord.set(word.key, (byWord.get(word.key) ?? new Set()).add(cluster));
        for (const key of bonesOf(word)) byBones.set(key, (byBones.get(key) ?? new Set()).add(cluster));
      }
    }
  }
  for (const group of rest) {
    const home = chooseHomes(group);
    if (home === undefined) {
      if (group.some((form) => !form.weak)) result.push(toCluster(group));
      continue;
    }
    const preferred = home;
    for (const form of group) {
      for (const found of form.found) {
        const cluster = preferred.length === 1 ? preferred[0]! : nearest(preferred, found);
        cluster.mentions.push({ form, found });
        if (!cluster.forms.includes(form)) cluster.forms.push(form);
      }
    }
  }
  return result;

  function bonesOf(word: PreparedWord): string[] {
    const bones = skeleton(word.latin.letters);
    return bones.length > 2 ? [bones, ...[...bones].map((_, cut) => bones.slice(0, cut) + bones.slice(cut + 1))] : [bones];
  }

  /** A place or body is no part of a person's name, unless hardly known and a given name of someone here (Vladimir). */
  function standsForItself({ type, size }: Concept, form: NameForm): boolean {
    if (type !== 'place' && type !== 'organization') return false;
    return (
      size > 4 ||
      !isGivenName(form.key) ||
      !full.some((cluster) => cluster.forms.some((other) => other.name.words[0]?.key === form.name.words[0]?.key))
    );
  }

  /** Names in full that a group of single words may belong to. */
  function chooseHomes(group: readonly NameForm[]): NameCluster[] | undefined {
    if (
      group.some((form) => given.has(form.key)) ||
      group.some((form) => form.concepts.some((concept) => standsForItself(concept, form)))
    ) {
      const canonical = new Set(group.flatMap((form) => given.get(form.key) ?? []));
      const own = full.filter((cluster) => cluster.forms.some((form) => canonical.has(given.get(form.key) ?? '\n')));
      return own.length > 0 ? own.slice(0, 1) : undefined;
    }
    const exact = new Set(
      group
        .flatMap((form) =>
          form.name.words.length === 1 ? [form.name.words[0]!.key, ...(form.standsFor.length === 1 ? form.standsFor : [])] : [],
        )
        .flatMap((key) => [...(byWord.get(key) ?? [])]),
    );
    if (exact.size > 0) return preferFamily([...exact], group);
    let best: { cluster: NameCluster; score: number }[] = [];
    for (const form of group) {
      if (form.name.words.length !== 1 || form.name.joined.initial || form.name.joined.latin.codes.length < 4) continue;
      const word = form.name.words[0]!;
      const near = new Set([
        ...bonesOf(word).flatMap((key) => [...(byBones.get(key) ?? [])]),
        ...full.filter((cluster) => cluster.forms.some((other) => meetings.count(form, other) > 0)),
      ]);
      for (const cluster of near) {
        const score = likeness(form, word, cluster);
        if (score > 0) best.push({ cluster, score });
      }
    }
    best = best.sort((a, b) => b.score - a.score);
    const [first] = best;
    if (first === undefined) return undefined;
    const rival = best.find(({ cluster }) => cluster !== first.cluster);
    return rival !== undefined && first.score - rival.score < 0.05 ? undefined : [first.cluster];
  }

  function likeness(form: NameForm, word: PreparedWord, cluster: NameCluster): number {
    let best = 0;
    for (const other of cluster.forms) {
      const beads = meetings.count(form, other);
      const together = [...form.documents].some((id) => other.documents.has(id));
      for (const part of other.name.words) {
        if (part.light || part.initial || part.latin.codes.length < 3) continue;
        const similarity = wordSimilarity(word, part);
        let least = together ? 0.8 : 0.78;
        if (beads > 0 && !together) least = 0.55;
        if (form.weak) least = Math.max(least, 0.76);
        if (similarity >= least) best = Math.max(best, similarity + (beads > 0 ? 0.1 : 0));
      }
    }
    return best;
  }

  /** A family name before a given name: `Bush` is not Bush Smith where there is a George Bush. */
  function preferFamily(candidates: NameCluster[], group: readonly NameForm[]): NameCluster[] {
    const keys = new Set(group.flatMap((form) => [form.name.words[0]?.key, ...form.standsFor]));
    const asFamily = candidates.filter((cluster) => cluster.forms.some((form) => keys.has(form.name.words.at(-1)?.key)));
    return asFamily.length > 0 ? asFamily : candidates;
  }

  function nearest(candidates: readonly NameCluster[], found: FoundName): NameCluster {
    let best = candidates[0]!;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const cluster of candidates) {
      let score = cluster.mentions.length / 1e6;
      for (const mention of cluster.mentions) {
        if (mention.found.document !== found.document || !isFull(mention.form)) continue;
        // the last one before counts more than any after, the nearer the more
        const distance = found.start - mention.found.start;
        score = Math.max(score, distance >= 0 ? 2 + 1 / (1 + distance) : 1 + 1 / (1 - distance));
      }
      if (score > bestScore) {
        bestScore = score;
        best = cluster;
      }
    }
    return best;
  }
}
