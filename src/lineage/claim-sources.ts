/** Which sources can be said, from the probabilities of all histories. */
import type { Alignment } from '../types.ts';

/** A claim that is less likely than this is not made. */
export const leastConfidence = 0.5;
/** Translations of the likeliest source explain a document as well as it does: shares of linked sentences differ by language. */
const asLikely = 0.05;
/** So many times likelier than the reverse: one odd name (a factor of 1.9) is not enough to say which of two texts came first. */
const clearly = 2;

/** What a document was made from, and how likely. */
export interface SourceClaim {
  readonly child: number;
  readonly parents: readonly number[];
  readonly confidence: number;
}

/** Whether two documents, by their places, are translations of one another. */
export function translatesIn({ documents, pairs }: Pick<Alignment, 'documents' | 'pairs'>): (one: number, other: number) => boolean {
  const parallel = new Set(
    pairs.filter(({ relation }) => relation === 'parallel').flatMap(({ source, target }) => [`${source} ${target}`, `${target} ${source}`]),
  );
  return (one, other) => parallel.has(`${documents[one]!.id} ${documents[other]!.id}`);
}

/** The sources that can be said, the surest first, so that no document becomes its own ancestor. */
export function claimSources(edges: Float64Array, size: number, translates: (a: number, b: number) => boolean): Map<number, SourceClaim> {
  const drafts: SourceClaim[] = [];
  for (let child = 0; child < size; child++) {
    const ranked = Array.from({ length: size }, (_, parent) => parent)
      .filter((parent) => parent !== child && edges[parent * size + child]! > clearly * edges[child * size + parent]!)
      .sort((a, b) => edges[b * size + child]! - edges[a * size + child]!);
    const [best] = ranked;
    if (best === undefined) continue;
    const parents = ranked.filter(
      (parent) => parent === best || (translates(parent, best) && edges[parent * size + child]! >= asLikely * edges[best * size + child]!),
    );
    drafts.push({ child, parents, confidence: parents.reduce((sum, parent) => sum + edges[parent * size + child]!, 0) });
  }
  const claims = new Map<number, SourceClaim>();
  const isAncestor = (child: number, place: number): boolean =>
    place === child || (claims.get(place)?.parents ?? []).some((parent) => isAncestor(child, parent));
  for (const draft of drafts.sort((a, b) => b.confidence - a.confidence || a.child - b.child)) {
    const parents = draft.parents.filter((parent) => !isAncestor(draft.child, parent));
    const confidence = parents.reduce((sum, parent) => sum + edges[parent * size + draft.child]!, 0);
    if (confidence >= leastConfidence) claims.set(draft.child, { child: draft.child, parents, confidence });
  }
  return claims;
}
