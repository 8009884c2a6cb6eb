/** Decides what two documents are to one another, from what both ways of aligning them found. */
import type { Bead, Relation } from '../types.ts';
import type { ParallelAlignment } from './parallel-alignment.ts';
import type { PreparedDocument } from './prepare-document.ts';

/** A relation and the probability that it is right. */
export interface RelationDecision {
  readonly relation: Relation;
  readonly confidence: number;
}

/** Decide from the beads found in order and those found freely. */
export function decideRelation(
  source: PreparedDocument,
  target: PreparedDocument,
  inOrder: Pick<ParallelAlignment, 'beads'>,
  freely: { readonly beads: readonly Bead[] },
): RelationDecision {
  const linked = freely.beads.reduce(
    (sum, bead) => sum + bead.confidence * (bead.source[1] - bead.source[0] + bead.target[1] - bead.target[0]),
    0,
  );
  const count = (document: PreparedDocument) => document.barred.reduce((sum, flag) => sum + (flag ? 0 : 1), 0);
  const share = linked / Math.max(2 * Math.min(count(source), count(target)), 1);
  const keys = new Set(inOrder.beads.map(({ source: s, target: t }) => `${s[0]}-${s[1]}:${t[0]}-${t[1]}`));
  const agreeing =
    freely.beads.filter(({ source: s, target: t }) => keys.has(`${s[0]}-${s[1]}:${t[0]}-${t[1]}`)).length /
    Math.max(freely.beads.length, 1);
  if (share < 0.05 || linked < 1) return { relation: 'unrelated', confidence: 0.8 };
  if (share > 0.45 && agreeing > 0.75) return { relation: 'parallel', confidence: 0.9 };
  return { relation: 'comparable', confidence: 0.8 };
}
