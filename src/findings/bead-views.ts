import type { AlignedDocument, Alignment, Bead, DocumentPair } from '../types.ts';
import { BeadSide } from './bead-side.ts';
import { NameIndex } from './mentions-in.ts';
import type { BeadView } from './rule.ts';

const VIEWS_PER_STEP = 1_000;
/** Beads that are less likely to be right say nothing about their sentences. Comparable texts differ anyway, so there a bead must be surer. */
const MIN_CONFIDENCE = { parallel: 0.3, comparable: 0.5, unrelated: Number.POSITIVE_INFINITY } as const;

/** The beads of each pair that can be trusted, as the rules see them. What is read from a side is read once, however many pairs have it. Yields in between. */
export function* beadViews(
  { documents, pairs, names }: Pick<Alignment, 'documents' | 'pairs' | 'names'>,
  piecesOf: BeadView['piecesOf'],
): Generator<number, BeadView[][]> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const index = new NameIndex(names);
  const bySentence = new Map<string, BeadView[]>();
  const beadsOf = (document: string, sentence: number): readonly BeadView[] => bySentence.get(`${sentence} ${document}`) ?? [];
  const sides = new Map<string, BeadSide>();
  const sideOf = (document: AlignedDocument, range: Bead['source']): BeadSide => {
    const key = `${range[0]} ${range[1]} ${document.id}`;
    const known = sides.get(key) ?? new BeadSide(document, range);
    sides.set(key, known);
    return known;
  };
  const views: BeadView[][] = [];
  let count = 0;
  for (const [at, pair] of pairs.entries()) {
    const source = byId.get(pair.source);
    const target = byId.get(pair.target);
    const here: BeadView[] = [];
    views.push(here);
    if (!source || !target) continue;
    for (const [k, bead] of pair.beads.entries()) {
      if (++count % VIEWS_PER_STEP === 0) yield 0;
      if (!isTrusted(pair, bead.confidence) || bead.source[0] >= bead.source[1] || bead.target[0] >= bead.target[1]) continue;
      const view: BeadView = {
        pair: at,
        bead: k,
        parallel: pair.relation === 'parallel',
        confidence: bead.confidence,
        source: sideOf(source, bead.source),
        target: sideOf(target, bead.target),
        names: index,
        beadsOf,
        piecesOf,
      };
      here.push(view);
      for (const side of [view.source, view.target]) {
        for (let sentence = side.first; sentence < side.last; sentence++) {
          const key = `${sentence} ${side.document.id}`;
          const beads = bySentence.get(key);
          if (beads) beads.push(view);
          else bySentence.set(key, [view]);
        }
      }
    }
  }
  return views;
}

function isTrusted(pair: DocumentPair, confidence: number): boolean {
  return confidence >= MIN_CONFIDENCE[pair.relation];
}
