/** Single words join the name in full they are part of, or like a part of. */

import type { FoundName, LinkedName } from '../mentions/found-name.ts';
import type { PreparedWord } from '../sound/prepared-name.ts';
import { wordSimilarity } from '../sound/word-similarity.ts';
import { isGivenName } from '../tables/common-words.ts';
import type { Concept } from '../tables/gazetteer.ts';
import type { NameForm } from './name-forms.ts';
import { isFull } from './name-links.ts';
import type { PairEvidence } from './pair-evidence.ts';
import { skeleton } from './skeleton.ts';

/** Spellings of one name, with the mentions that belong to it. */
export interface NameCluster {
  readonly forms: NameForm[];
  readonly mentions: { readonly form: NameForm; readonly found: FoundName | LinkedName }[];
}

/** Clusters in full, with the single words that belong to them, and the clusters of single words that belong to none. Yields at every group. */
export function* attachSingles(
  groups: readonly NameForm[][],
  meetings: PairEvidence,
  given: ReadonlyMap<string, string>,
): Generator<void, NameCluster[]> {
  const toCluster = (group: NameForm[]): NameCluster => ({
    forms: group,
    mentions: group.flatMap((form) => form.found.map((found) => ({ form, found }))),
  });
  const isNamed = (group: readonly NameForm[]) =>
    group.some((form) => isFull(form) && !form.weak) || (group.length > 1 && group.every((form) => isFull(form)));
  const full = groups.filter(isNamed).map(toCluster);
  const rest = groups.filter((group) => !isNamed(group));
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
    yield;
    const home = chooseHomes(group);
    if (home === undefined) {
      const documents = new Set(group.flatMap((form) => [...form.documents]));
      if (group.some((form) => !form.weak) || documents.size > 1) result.push(toCluster(group));
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
    if (type === 'person') return false;
    const isFamily = () => full.some((cluster) => cluster.forms.some((other) => other.name.words.at(-1)?.key === form.name.words[0]?.key));
    if (type === 'other') return !isGivenName(form.key) && !isFamily();
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
    const keys = new Set<string | undefined>(group.flatMap((form) => [form.name.words[0]?.key, ...form.standsFor]));
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
