/** What the script on the page needs to know and cannot read off the page itself. Kept small: short keys, whole numbers. */
import type { WordLink } from '../align/words/link-words.ts';
import type { AlignedDocument, Alignment, DocumentPair, ModelInfo, Relation } from '../types.ts';
import { percent } from './counted.ts';

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
  /** Confidence in the relation, in percent. */
  sure: number;
  /** Probability that both report the same event, in percent. */
  event: number;
  beads: PageBead[];
  /** Words that translate each other, four numbers each: start and length in the source, start and length in the target, counted over the joined sentences of the bead. */
  words?: number[][];
}

/** Everything in the data block of a report. */
export interface PageData {
  /** `sure`: confidence in the language, in percent. */
  documents: { id: string; language: string; sure: number; sentences: number }[];
  pairs: PagePair[];
  /** `[pair, bead]` of the beads of each finding, in the order of the list on the page. */
  findings: [pair: number, bead: number][][];
  /** Sentences that say one thing: `[document, sentence]`. */
  groups: [document: number, sentence: number][][];
  model: ModelInfo;
}

/** Collect the data block of an alignment; `words` holds the links of each bead of each pair. */
export function pageData(alignment: Alignment, words?: readonly (readonly (readonly WordLink[])[])[]): PageData {
  const position = new Map(alignment.documents.map((document, i) => [document.id, i]));
  const documentOf = (id: string): AlignedDocument | undefined => alignment.documents[position.get(id) ?? -1];
  return {
    documents: alignment.documents.map(({ id, language, languageConfidence, sentences }) => ({
      id,
      language,
      sure: percent(languageConfidence),
      sentences: sentences.length,
    })),
    pairs: alignment.pairs.map((pair, index) => ({
      source: position.get(pair.source)!,
      target: position.get(pair.target)!,
      relation: pair.relation,
      sure: percent(pair.relationConfidence),
      event: percent(pair.sameEvent),
      beads: pair.beads.map(({ source, target, confidence, similarity }) => [
        ...source,
        ...target,
        percent(confidence),
        percent(similarity),
      ]),
      ...(words?.[index] && { words: packWords(pair, words[index], documentOf(pair.source)!, documentOf(pair.target)!) }),
    })),
    model: alignment.model,
    findings: alignment.findings.map(({ beads }) => beads),
    groups: alignment.groups.map((group) =>
      group.flatMap((place): [number, number][] => {
        const document = position.get(place.document);
        return document === undefined ? [] : [[document, place.sentence]];
      }),
    ),
  };
}

function packWords(
  { beads }: DocumentPair,
  words: readonly (readonly WordLink[])[],
  source: AlignedDocument,
  target: AlignedDocument,
): number[][] {
  return beads.map((bead, b) => {
    const place = [joinedOffsets(source, bead.source), joinedOffsets(target, bead.target)] as const;
    return (words[b] ?? []).flatMap((link) => {
      const from = place[0](link.source[0]);
      const to = place[1](link.target[0]);
      if (from < 0 || to < 0) return [];
      return [from, link.source[1] - link.source[0], to, link.target[1] - link.target[0]];
    });
  });
}

/** From an offset into a document to one into the sentences of a span written one after the other; -1 outside of them. */
function joinedOffsets({ sentences }: AlignedDocument, [first, last]: readonly [number, number]): (offset: number) => number {
  const span = sentences.slice(first, last);
  return (offset) => {
    let before = 0;
    for (const { start, end } of span) {
      if (offset >= start && offset < end) return before + offset - start;
      before += end - start;
    }
    return -1;
  };
}
