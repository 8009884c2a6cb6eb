/**
 * Which documents are looked at closely: those whose vectors are nearer to each other than to what else is near.
 *
 * A document of common words is near to everything, so a cosine is measured against the mean of the next nearest in the language of the other
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
  /** Cosine above what is near to both on average, and above what is near to the one that more is near to. */
  readonly margin: number;
  readonly marginLow: number;
  /** How much nearer one of the two has another in the language of the other. */
  readonly behind: number;
}

/** Neighbours after the nearest, of which the mean is taken. */
const othersCounted = 5;
/** Where there are few others, this many more at this cosine are thought of. */
const imagined = 2;
const imaginedCosine = 0.1;
/** In a pile of more than this many items, candidates less likely are not looked at. In log-odds. */
const smallPile = 64;
const leastDocumentScore = log(0.004);

/** Options of {@link chooseCandidates}. */
export interface CandidateOptions {
  /** Most candidates that an item brings in. */
  readonly most: number;
  readonly sameLanguage: boolean;
  /** Log-odds that a candidate must have. */
  readonly leastScore?: number;
}

/** Choose candidates: for each item at most `most` of its own, those of the others added. By source, then target. */
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

/** Log-odds that two items belong together, going by their vectors alone. */
function scoreOfDocuments({ cosine, margin, marginLow }: PairCandidate, isSameLanguage: boolean, trust: number): number {
  const { constant, sameLanguage } = documentWeights;
  return (
    constant +
    trust * (documentWeights.cosine * cosine + documentWeights.margin * margin + documentWeights.marginLow * marginLow) +
    (isSameLanguage ? sameLanguage : 0)
  );
}

/** How near items of each language usually are to each item: `items × languages`. */
function measureUsual({ items, cosines, kept }: NearestDocuments): Float32Array {
  const usual = new Float32Array(items.length / kept);
  for (let list = 0; list < usual.length; list++) {
    let sum = imagined * imaginedCosine;
    let count = imagined;
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
 * An order of the candidates in which those that share an item, directly or through others, stand close together: what is held of an item
 * is needed once more soon or never. Breadth first over the graph of candidates.
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
