/** Alignments made for one purpose each, from lists of sentences and of beads. */
import type { Alignment, Bead, Relation } from '../../../src/types.ts';

/** A document: id, language, sentences. */
export type MadeDocument = readonly [id: string, language: string, sentences: readonly string[]];

/** An alignment of two documents without names or findings; beads are `[source start, source end, target start, target end]`. */
export function madeAlignment(
  source: MadeDocument,
  target: MadeDocument,
  spans: readonly (readonly [number, number, number, number])[],
  relation: Relation = 'parallel',
): Alignment {
  const beads = spans.map(([s0, s1, t0, t1]): Bead => ({ source: [s0, s1], target: [t0, t1], similarity: 0.7, confidence: 0.9 }));
  return {
    documents: [source, target].map(([id, language, sentences]) => {
      let at = 0;
      const placed = sentences.map((text, index) => {
        const start = at;
        at += text.length + 1;
        return { index, start, end: start + text.length, text };
      });
      return { id, language, languageConfidence: 1, text: sentences.join(' '), sentences: placed };
    }),
    pairs: [{ source: source[0], target: target[0], relation, relationConfidence: 0.9, sameEvent: 1, beads }],
    groups: [],
    names: [],
    findings: [],
    lineage: [],
    warnings: [],
    model: { id: 'made', revision: '1', dimensions: 0 },
  };
}

/** Two documents of `count` sentences, aligned one to one; those from `moved` on come first in the second document. */
export function countedAlignment(count: number, moved = 0): Alignment {
  const numbers = [...Array(count).keys()];
  const there = (i: number) => (i + count - moved) % count;
  const order = [...numbers].sort((a, b) => there(a) - there(b));
  return madeAlignment(
    ['en', 'en', numbers.map((i) => `This is sentence ${i + 1} of a text that goes on and on, for as long as it may please.`)],
    ['id', 'id', order.map((i) => `Ini kalimat ${i + 1} dari sebuah teks yang terus berlanjut.`)],
    numbers.map((i) => [i, i + 1, there(i), there(i) + 1]),
  );
}

/** Arabic against English; the second sentence on the right begins with a Latin name, the last is an English caption. */
export function arabicAlignment(): Alignment {
  return madeAlignment(
    ['ar', 'ar', ['التقى المبعوث بالرئيس في موسكو.', 'Witkoff لم يتحدث إلى الصحفيين بعد الاجتماع.', 'Share this article']],
    ['en', 'en', ['The envoy met the president in Moscow.', 'Witkoff did not speak to reporters after the meeting.']],
    [
      [0, 1, 0, 1],
      [1, 2, 1, 2],
    ],
  );
}
