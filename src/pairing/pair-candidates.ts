/**
 * Chooses the pairs of documents to compare closely: those nearer to each other than to their other neighbours.
 *
 * A document of common words is near to all others, so a cosine is compared with the mean over the nearest neighbours in the language of the other
 * (Artetxe and Schwenk 2019, https://aclanthology.org/P19-1309/, there for sentences). Time: items × languages × neighbours kept.
 */
import { log } from '../exact-math.ts';
import { type PileItem, trustOf } from './document-pile.ts';
import type { NearestDocuments, SearchedDocuments } from './nearest-documents.ts';
import { documentWeights } from './pair-weights.ts';

/** Two items that may belong together. */
export interface PairCandidate {
  /** Position of the items in the pile, the lower first. */
  readonly source: number;
  readonly target: number;
  /** Cosine of their vectors. */
  readonly cosine: number;
  /** Cosine minus the mean neighbour similarity of both items, and minus the higher of the two. */
  readonly margin: number;
  readonly marginLow: number;
  /** Difference to the cosine of the nearest neighbour of either item, in the language of the other; 0 if they are nearest. */
  readonly behind: number;
}

/** Neighbours after the nearest in the mean. */
const othersCounted = 5;
/** Weight of the prior of that mean, in neighbours: two, so that the five real ones outweigh it. */
const priorNeighbours = 2;
/** Cosine of the prior: low, so that a document with few neighbours keeps most of its cosine as margin. */
const priorCosine = 0.1;
/** Up to this many items every candidate is compared closely: all pairs of 64 items are 2,016. */
const smallPile = 64;
/** Smallest log-odds of a candidate in a larger pile. */
const leastDocumentScore = log(0.004);

/** Options of {@link chooseCandidates}. */
export interface CandidateOptions {
  /** Most candidates per item. */
  readonly most: number;
  readonly sameLanguage: boolean;
  /** Log-odds that a candidate must have. */
  readonly leastScore?: number;
}

/** Choose candidates: the union of at most `most` for each item, sorted by source, then target. */
export function* chooseCandidates(
  items: readonly PileItem[],
  searched: SearchedDocuments,
  nearest: NearestDocuments,
  { most, sameLanguage, leastScore = items.length > smallPile ? leastDocumentScore : Number.NEGATIVE_INFINITY }: CandidateOptions,
): Generator<void, PairCandidate[]> {
  const { languages, languageCount } = searched;
  const { kept } = nearest;
  const usual = measureUsual(nearest);
  const trust = trustOf(items.length);
  const chosen = new Map<number, PairCandidate>();
  for (let item = 0; item < items.length; item++) {
    const own: { candidate: PairCandidate; score: number }[] = [];
    for (let place = item * languageCount * kept; place < (item + 1) * languageCount * kept; place++) {
      const other = nearest.items[place]!;
      if (other < 0 || items[other]!.document === items[item]!.document) continue;
      const same = languages[item] === languages[other];
      if (same && !sameLanguage) continue;
      const cosine = nearest.cosines[place]!;
      const [here, there] = [usual[item * languageCount + languages[other]!]!, usual[other * languageCount + languages[item]!]!];
      const margins = { margin: cosine - (here + there) / 2, marginLow: cosine - Math.max(here, there) };
      const [nearestHere, nearestThere] = [
        nearestOf(nearest, item * languageCount + languages[other]!),
        nearestOf(nearest, other * languageCount + languages[item]!),
      ];
      const behind = Math.max(nearestHere, nearestThere, cosine) - cosine;
      const candidate = { source: Math.min(item, other), target: Math.max(item, other), cosine, ...margins, behind };
      const score = scoreOfDocuments(candidate, same, trust);
      if (score >= leastScore) own.push({ candidate, score });
    }
    own.sort((x, y) => y.score - x.score || x.candidate.source - y.candidate.source || x.candidate.target - y.candidate.target);
    for (const { candidate } of own.slice(0, most)) {
      const key = candidate.source * items.length + candidate.target;
      if (!chosen.has(key)) chosen.set(key, candidate);
    }
    if (item % 200 === 0) yield;
  }
  return [...chosen.values()].sort((x, y) => x.source - y.source || x.target - y.target);
}

/** Cosine of the first in a list of neighbours; 0 in an empty one. */
function nearestOf({ items, cosines, kept }: NearestDocuments, list: number): number {
  return items[list * kept]! < 0 ? 0 : cosines[list * kept]!;
}

/** Log-odds that two items match, from their vectors alone. */
function scoreOfDocuments({ cosine, margin, marginLow }: PairCandidate, isSameLanguage: boolean, trust: number): number {
  const { constant, sameLanguage } = documentWeights;
  return (
    constant +
    trust * (documentWeights.cosine * cosine + documentWeights.margin * margin + documentWeights.marginLow * marginLow) +
    (isSameLanguage ? sameLanguage : 0)
  );
}

/** Mean similarity of each item to its neighbours in each language: `items × languages`. */
function measureUsual({ items, cosines, kept }: NearestDocuments): Float32Array {
  const usual = new Float32Array(items.length / kept);
  for (let list = 0; list < usual.length; list++) {
    let sum = priorNeighbours * priorCosine;
    let count = priorNeighbours;
    for (let k = list * kept + 1; k < list * kept + Math.min(1 + othersCounted, kept); k++) {
      if (items[k]! < 0) break;
      sum += cosines[k]!;
      count++;
    }
    usual[list] = sum / count;
  }
  return usual;
}

/**
 * Orders candidates so that those that share an item, directly or through others, are close together, which suits a cache of items.
 * Breadth-first over the graph of candidates.
 */
export function orderByNeighbourhood(candidates: readonly PairCandidate[], itemCount: number): PairCandidate[] {
  const partners: number[][] = Array.from({ length: itemCount }, () => []);
  for (const { source, target } of candidates) {
    partners[source]!.push(target);
    partners[target]!.push(source);
  }
  const place = new Int32Array(itemCount).fill(-1);
  let next = 0;
  for (let start = 0; start < itemCount; start++) {
    if (place[start]! >= 0) continue;
    const queue = [start];
    place[start] = next++;
    for (let at = 0; at < queue.length; at++) {
      for (const partner of partners[queue[at]!]!) {
        if (place[partner]! >= 0) continue;
        place[partner] = next++;
        queue.push(partner);
      }
    }
  }
  const later = ({ source, target }: PairCandidate) => Math.max(place[source]!, place[target]!);
  const earlier = ({ source, target }: PairCandidate) => Math.min(place[source]!, place[target]!);
  return [...candidates].sort((x, y) => later(x) - later(y) || earlier(x) - earlier(y));
}
