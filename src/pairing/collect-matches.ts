/** Turns matches of items into matches of the documents that hold them. */
import type { Relation } from '../types.ts';
import type { DocumentPile } from './document-pile.ts';

/** Two documents that belong together: one translates the other, or both report the same event. Plain JSON. */
export interface DocumentMatch {
  /** Ids of the documents, in input order. */
  source: string;
  target: string;
  relation: Relation;
  /** Probability that `relation` is right, given that they belong together; 0 to 1. */
  relationConfidence: number;
  /** Cosine of the vectors of the documents, -1 to 1. */
  similarity: number;
  /** Probability that they belong together, 0 to 1. */
  confidence: number;
}

/** Two items that belong together. */
export interface ItemMatch extends Omit<DocumentMatch, 'source' | 'target'> {
  /** Positions in the pile. */
  readonly source: number;
  readonly target: number;
  /** Probability that both report one event; unknown where the aligner found no relation. */
  readonly sameEvent?: number | undefined;
}

interface FoundPair extends Omit<DocumentMatch, 'source' | 'target'> {
  readonly documents: readonly [first: number, second: number];
  /** Languages of the matching items, in the same order. */
  readonly languages: readonly [first: string, second: string];
}

/** The options used here. */
export interface CollectOptions {
  readonly candidates: number;
  readonly sameLanguage: boolean;
  readonly oneToOne: boolean;
}

/**
 * One match for each pair of documents, in input order. Documents with the same sentences match each other and every match of any of them,
 * at most `candidates` copies each.
 */
export function collectMatches(
  { items, holders }: Pick<DocumentPile, 'items' | 'holders'>,
  found: readonly ItemMatch[],
  ids: readonly string[],
  { candidates, sameLanguage, oneToOne }: CollectOptions,
): DocumentMatch[] {
  const pairs = new Map<number, FoundPair>();
  const add = (one: number, other: number, match: Omit<FoundPair, 'documents' | 'languages'>, languages: readonly [string, string]) => {
    if (one === other) return;
    const turned = one > other;
    const documents = turned ? ([other, one] as const) : ([one, other] as const);
    const key = documents[0] * ids.length + documents[1];
    const { relation, relationConfidence, similarity, confidence } = match;
    if (confidence <= (pairs.get(key)?.confidence ?? 0)) return;
    pairs.set(key, {
      relation,
      relationConfidence,
      similarity,
      confidence,
      documents,
      languages: turned ? [languages[1], languages[0]] : languages,
    });
  };

  const equal = { relation: 'parallel', relationConfidence: 1, similarity: 1, confidence: 1 } as const;
  for (const [item, documents] of holders.entries()) {
    if (!sameLanguage) break;
    const { language } = items[item]!;
    for (const [k, one] of documents.entries()) {
      for (const other of documents.slice(k + 1, k + 1 + candidates)) add(one, other, equal, [language, language]);
    }
  }
  for (const match of found) {
    const languages = [items[match.source]!.language, items[match.target]!.language] as const;
    for (const one of holders[match.source]!) {
      for (const other of holders[match.target]!.slice(0, candidates)) add(one, other, match, languages);
    }
  }

  const inOrder = (x: FoundPair, y: FoundPair) => x.documents[0] - y.documents[0] || x.documents[1] - y.documents[1];
  const all = [...pairs.values()];
  return (oneToOne ? keepSurest(all, inOrder) : all)
    .sort(inOrder)
    .map(({ documents, languages: _, ...match }) => ({ source: ids[documents[0]]!, target: ids[documents[1]]!, ...match }));
}

/** The pairs with the highest confidence, such that no document has two partners in one language. */
function keepSurest(pairs: readonly FoundPair[], inOrder: (x: FoundPair, y: FoundPair) => number): FoundPair[] {
  const taken = new Set<string>();
  return [...pairs]
    .sort((x, y) => y.confidence - x.confidence || y.similarity - x.similarity || inOrder(x, y))
    .filter(({ documents, languages }) => {
      const keys = [`${documents[0]} ${languages[1]}`, `${documents[1]} ${languages[0]}`];
      if (keys.some((key) => taken.has(key))) return false;
      for (const key of keys) taken.add(key);
      return true;
    });
}
