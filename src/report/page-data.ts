/** What the script on the page needs to know and cannot read off the page itself. Kept small: short keys, whole numbers. */
import type { Alignment, Relation } from '../types.ts';

/** Sentence spans of both sides, then confidence and similarity in percent. */
export type PageBead = [
  sourceStart: number,
  sourceEnd: number,
  targetStart: number,
  targetEnd: number,
  confidence: number,
  similarity: number,
];

/** One pair of documents; `source` and `target` are positions in `documents`. */
export interface PagePair {
  source: number;
  target: number;
  relation: Relation;
  beads: PageBead[];
}

/** Everything in the data block of a report. */
export interface PageData {
  documents: { id: string; language: string; sentences: number }[];
  pairs: PagePair[];
  /** `[pair, bead]` of each finding, in the order of the list on the page. */
  findings: [pair: number, bead: number][];
  /** Sentences that say one thing: `[document, sentence]`. */
  groups: [document: number, sentence: number][][];
}

/** Collect the data block of an alignment. */
export function pageData(alignment: Alignment): PageData {
  const position = new Map(alignment.documents.map((document, i) => [document.id, i]));
  // what is less than certain is never shown as 100 %
  const percent = (value: number) => (value < 1 ? Math.min(99, Math.round(value * 100)) : 100);
  return {
    documents: alignment.documents.map(({ id, language, sentences }) => ({ id, language, sentences: sentences.length })),
    pairs: alignment.pairs.map((pair) => ({
      source: position.get(pair.source)!,
      target: position.get(pair.target)!,
      relation: pair.relation,
      beads: pair.beads.map(({ source, target, confidence, similarity }) => [
        ...source,
        ...target,
        percent(confidence),
        percent(similarity),
      ]),
    })),
    findings: alignment.findings.map(({ pair, bead }) => [pair, bead]),
    groups: alignment.groups.map((group) =>
      group.flatMap((place): [number, number][] => {
        const document = position.get(place.document);
        return document === undefined ? [] : [[document, place.sentence]];
      }),
    ),
  };
}
