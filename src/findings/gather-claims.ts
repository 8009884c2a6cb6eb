/**
 * From disagreements of two documents to one entry a fact, with a witness from each document.
 *
 *     harbour 3 ──≠── kabar 8          the surest disagreement makes an entry; then, again and again, whatever shares a place with it and
 *        │  ╲          │               brings a document that the entry lacks: a disagreement, or an agreement (=)
 *        =    ≠        ≠
 *     hafen 3   haixia 3
 *
 * Time: n log n in disagreements and agreements.
 */
import type { Claim } from './compare/pair-view.ts';

/** Two places that say the same thing, in one way or in two. */
export interface Edge {
  readonly rule: string;
  readonly source: Claim;
  readonly target: Claim;
  /** Probability that they contradict each other; of an agreement, that they speak of one thing. */
  readonly confidence: number;
  readonly bead?: readonly [pair: number, bead: number];
  /** By which model it was weighed. */
  readonly model?: string;
}

/** A fact that documents tell otherwise. */
export interface Entry {
  readonly rule: string;
  /** By which model its surest disagreement was weighed. */
  readonly model: string;
  readonly confidence: number;
  readonly claims: readonly Claim[];
  readonly beads: readonly [pair: number, bead: number][];
}

/** Less probable ones neither make nor join an entry. */
const LEAST_JOINING = 0.35;

/** The entries, the surest first; every disagreement belongs to at most one. */
export function gatherClaims(disagreements: readonly Edge[], agreements: readonly Edge[]): Entry[] {
  const byPlace = new Map<string, { edge: Edge; isAgreement: boolean }[]>();
  const register = (edge: Edge, isAgreement: boolean): void => {
    for (const claim of [edge.source, edge.target]) {
      const key = `${edge.rule} ${placeOf(claim)}`;
      const edges = byPlace.get(key);
      if (edges) edges.push({ edge, isAgreement });
      else byPlace.set(key, [{ edge, isAgreement }]);
    }
  };
  for (const edge of disagreements) register(edge, false);
  for (const edge of agreements) if (edge.confidence >= LEAST_JOINING) register(edge, true);

  // What each place contradicts most surely: it is no witness to what it contradicts less surely.
  const surest = new Map<string, Edge>();
  for (const edge of disagreements)
    for (const claim of [edge.source, edge.target]) {
      const key = `${edge.rule} ${placeOf(claim)}`;
      if ((surest.get(key)?.confidence ?? -1) < edge.confidence) surest.set(key, edge);
    }

  const taken = new Set<Edge>();
  const told = new Set<string>();
  const entries: Entry[] = [];
  for (const seed of [...disagreements].sort((one, other) => other.confidence - one.confidence)) {
    if (taken.has(seed)) continue;
    taken.add(seed);
    // A place tells one fact: what contradicts it less surely is another thing.
    if ([seed.source, seed.target].some((claim) => told.has(`${seed.rule} ${placeOf(claim)}`))) continue;
    const claims = new Map<string, Claim>();
    const documents = new Map<string, string>();
    const beads: (readonly [number, number])[] = [];
    const joined = new Set([seed]);
    const queue: Claim[] = [];
    const add = (claim: Claim): void => {
      claims.set(placeOf(claim), claim);
      documents.set(claim.sentence.document.id, claim.value ?? '');
      queue.push(claim);
    };
    add(seed.source);
    add(seed.target);
    if (seed.bead) beads.push(seed.bead);
    for (let claim = queue.shift(); claim; claim = queue.shift()) {
      const near = byPlace.get(`${seed.rule} ${placeOf(claim)}`) ?? [];
      for (const { edge, isAgreement } of [...near].sort((one, other) => other.edge.confidence - one.edge.confidence)) {
        if (edge === seed || (!isAgreement && edge.confidence < LEAST_JOINING)) continue;
        const other = placeOf(edge.source) === placeOf(claim) ? edge.target : edge.source;
        const value = documents.get(other.sentence.document.id);
        const isNew = !claims.has(placeOf(other));
        if (isNew && !isAgreement) {
          const { source, target } = surest.get(`${seed.rule} ${placeOf(other)}`)!;
          if (!claims.has(placeOf(source)) && !claims.has(placeOf(target))) continue;
        }
        // A document says one thing: what it says elsewhere about this is taken in only when it is the same.
        if (isNew && value !== undefined && value !== (other.value ?? '')) continue;
        if (isNew) add(other);
        if (isAgreement || joined.has(edge)) continue;
        joined.add(edge);
        taken.add(edge);
        if (edge.bead) beads.push(edge.bead);
      }
    }
    for (const place of claims.keys()) told.add(`${seed.rule} ${place}`);
    entries.push({
      rule: seed.rule,
      model: seed.model ?? seed.rule,
      confidence: seed.confidence,
      claims: [...claims.values()],
      beads: beads.map(([pair, bead]) => [pair, bead]),
    });
  }
  // Witnesses that agreements brought in may say the same after all.
  return mergeRepeated(entries.filter((entry) => entry.rule !== 'number' || new Set(valuesOf(entry).values()).size > 1));
}

/** Entries in which the same documents give the same values tell one fact twice, as a heading and its text do. */
function mergeRepeated(entries: readonly Entry[]): Entry[] {
  const merged: Entry[] = [];
  for (const entry of entries) {
    const values = valuesOf(entry);
    const at =
      entry.rule === 'polarity'
        ? -1
        : merged.findIndex(
            (one) => one.rule === entry.rule && [...values].every(([document, value]) => valuesOf(one).get(document) === value),
          );
    if (at < 0) merged.push(entry);
    else merged[at] = { ...merged[at]!, claims: [...merged[at]!.claims, ...entry.claims], beads: [...merged[at]!.beads, ...entry.beads] };
  }
  return merged;
}

/** What each document says, without the unit. */
function valuesOf({ rule, claims }: Entry): Map<string, string> {
  return new Map(claims.map(({ sentence, value = '' }) => [sentence.document.id, rule === 'number' ? value.split(' ')[0]! : value]));
}

/** Where a claim stands; words that are lacking have no place but their sentence. */
export function placeOf({ sentence, start, end }: Claim): string {
  return `${sentence.index} ${start === end ? '' : start} ${sentence.document.id}`;
}
