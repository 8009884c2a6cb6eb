import type { Alignment, Place } from '../../../src/types.ts';

/** An alignment of two documents in which every string that is free to say anything is `text`. */
export function hostileAlignment(text: string): Alignment {
  const place = (document: string): Place => ({ document, sentence: 0, start: 0, end: text.length, text });
  const makeDocument = (id: string) => ({
    id,
    parent: text,
    language: text,
    languageConfidence: 1,
    text,
    url: text,
    date: text,
    sentences: [{ index: 0, start: 0, end: text.length, text }],
  });
  const ids = [text, `${text}2`] as const;
  return {
    documents: ids.map(makeDocument),
    pairs: [
      {
        source: ids[0],
        target: ids[1],
        relation: 'comparable',
        relationConfidence: 1,
        sameEvent: 1,
        beads: [{ source: [0, 1], target: [0, 1], similarity: 1, confidence: 1 }],
      },
    ],
    groups: [[place(ids[0]), place(ids[1])]],
    names: [
      {
        canonical: text,
        type: 'person',
        mentions: [
          { ...place(ids[0]), kind: 'garbled', romanized: text, similarity: 1, beads: [[0, 0]] },
          { ...place(ids[1]), kind: 'exact', romanized: text, similarity: 1, beads: [[0, 0]] },
        ],
      },
    ],
    findings: [
      {
        rule: 'number',
        beads: [[0, 0]],
        witnesses: [
          { ...place(ids[0]), value: text },
          { ...place(ids[1]), value: text, odd: true },
        ],
        message: text,
        confidence: 1,
      },
    ],
    lineage: [{ document: ids[0], kind: 'derived', source: ids[1], through: text, confidence: 1, evidence: [text], against: [text] }],
    warnings: [{ code: text, message: text, document: ids[0], sentence: 0 }],
    model: { id: text, revision: text, dimensions: 1 },
  };
}
