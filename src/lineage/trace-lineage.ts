/**
 * Which document was likely made from which, which share a source that is not here, and through which language one passed.
 *
 *     beads, names ── copyEvidence ── copyScore ── sourceForest ─┬─ derived: from one document, or from any of several
 *                                                                ├─ common source: neither from the other, both from one text
 *     garbled names ── passedLanguage ───────────────────────────┴─ through
 *
 * All histories of the documents are weighed at once: a document has one source or none, and none is its own ancestor. The
 * default is to say nothing: a claim needs a probability of one half, and what speaks against it is listed beside what
 * speaks for it. Weights are fitted on written stories (`bench/fit-lineage.ts`).
 */
import { checkAlignment } from '../alignment-shape.ts';
import { settleValue } from '../text/settled-characters.ts';
import type { Alignment, DocumentPair, Lineage } from '../types.ts';
import { claimSources, leastConfidence, type SourceClaim, translatesIn } from './claim-sources.ts';
import { type CopyEvidence, copyEvidence, viewDocuments } from './copy-evidence.ts';
import { commonSourceProbability, copyScore } from './copy-score.ts';
import { describeCommonSource, describeCopy } from './describe-evidence.ts';
import { passedLanguages } from './passed-language.ts';
import { sourceForest } from './source-forest.ts';

type Traced = Pick<Alignment, 'documents' | 'pairs' | 'names'>;

/**
 * At most one entry for each document, in document order: what it was made from, or with what it shares a source that is not
 * here, or the language it passed through. Documents about which nothing can be told have none.
 *
 * @throws {@link AlignmentError} `OPTION_INVALID` when documents, pairs and names do not fit together.
 *
 * @example
 * ```ts
 * const alignment = await alignDocuments([
 *   { id: 'agency', text: 'Steve Witkoff met Vladimir Putin in Moscow on Tuesday. They talked for three hours. Yuri Ushakov called the talks useful. No date for another meeting was set.' },
 *   { id: 'copy', text: 'Steve Witcaf bertemu Vladimir Putin di Moskow pada Selasa. Mereka berbicara selama tiga jam. Yuri Usyakof menyebut pembicaraan itu berguna. Tidak ada tanggal untuk pertemuan lain.' },
 * ]);
 * for (const { document, source } of traceLineage(alignment)) console.log(document, source); // → copy agency
 * ```
 */
export function traceLineage(alignment: Pick<Alignment, 'documents' | 'pairs' | 'names'>): Lineage[] {
  checkAlignment(alignment, ['pairs', 'names']);
  return lineageOfTraced(alignment);
}

/** {@link traceLineage} of an alignment that is known to be sound. */
export function lineageOfTraced({ documents, pairs, names }: Traced): Lineage[] {
  const { settled, restore } = settleValue({ documents, pairs, names }, { documents, names });
  return restore(lineageOf(settled));
}

/** Evidence for each ordered pair of documents that was aligned, at `parent * size + child`. */
export function evidenceOfPairs({ documents, pairs, names }: Traced): (CopyEvidence | undefined)[] {
  const views = viewDocuments(documents, names);
  const places = new Map(documents.map(({ id }, place) => [id, place]));
  const evidence: (CopyEvidence | undefined)[] = new Array(documents.length * documents.length).fill(undefined);
  const measure = (childId: string, parentId: string, pair: DocumentPair): void => {
    const [child, parent] = [places.get(childId)!, places.get(parentId)!];
    if (child !== parent) evidence[parent * documents.length + child] = copyEvidence(views.get(childId)!, views.get(parentId)!, pair);
  };
  for (const pair of pairs) {
    measure(pair.source, pair.target, pair);
    measure(pair.target, pair.source, pair);
  }
  return evidence;
}

function lineageOf(alignment: Traced): Lineage[] {
  const { documents } = alignment;
  const size = documents.length;
  const evidence = evidenceOfPairs(alignment);
  const scores = Float64Array.from(evidence, (shown, place) =>
    shown === undefined || isDatedBefore(documents[place % size]!.date, documents[Math.floor(place / size)]!.date)
      ? Number.NEGATIVE_INFINITY
      : copyScore(shown),
  );
  const { edges, roots } = sourceForest(scores, size);
  const claims = claimSources(edges, size, translatesIn(alignment));
  const languages = passedLanguages(alignment);

  return documents.flatMap(({ id }, child): Lineage[] => {
    const through = languages.get(id);
    const passed = through === undefined ? {} : { through: through.language };
    const claim = claims.get(child);
    if (claim !== undefined) {
      const [parent, ...others] = claim.parents;
      const shown = evidence[parent! * size + child]!;
      const { pro, contra } = describeCopy(shown, documents[child]!, documents[parent!]!);
      const alternatives = others.length === 0 ? {} : { alternatives: others.map((place) => documents[place]!.id) };
      return [
        {
          document: id,
          kind: 'derived',
          source: documents[parent!]!.id,
          ...alternatives,
          ...passed,
          confidence: round(claim.confidence),
          evidence: [...pro, ...(through?.evidence ?? [])],
          against: contra,
        },
      ];
    }
    const shared = shareSource(child, { evidence, roots, size, claims });
    if (shared.length > 0) {
      const { pro, contra } = describeCommonSource(
        shared.map(({ other }) => ({ evidence: evidence[other * size + child]!, other: documents[other]! })),
      );
      const confidence = round(Math.max(...shared.map(({ probability }) => probability)));
      const others = shared.map(({ other }) => documents[other]!.id);
      return [
        {
          document: id,
          kind: 'common-source',
          with: others,
          ...passed,
          confidence,
          evidence: [...pro, ...(through?.evidence ?? [])],
          against: contra,
        },
      ];
    }
    if (through === undefined) return [];
    return [{ document: id, kind: 'derived', ...passed, confidence: round(through.confidence), evidence: through.evidence, against: [] }];
  });
}

/** Documents that likely come from the text that `child` comes from, where neither has a source among the documents. */
function shareSource(
  child: number,
  {
    evidence,
    roots,
    size,
    claims,
  }: { evidence: readonly (CopyEvidence | undefined)[]; roots: Float64Array; size: number; claims: ReadonlyMap<number, SourceClaim> },
): { other: number; probability: number }[] {
  const found: { other: number; probability: number }[] = [];
  for (let other = 0; other < size; other++) {
    const shown = evidence[other * size + child];
    if (shown === undefined || claims.has(other)) continue;
    const probability = roots[child]! * roots[other]! * commonSourceProbability(shown);
    if (probability >= leastConfidence) found.push({ other, probability });
  }
  return found.sort((a, b) => b.probability - a.probability);
}

/** Whether the first of two dates, where both are dates, is a day or more before the second: a text is not made from a later one. */
function isDatedBefore(date: string | undefined, other: string | undefined): boolean {
  if (date === undefined || other === undefined) return false;
  return Date.parse(other) - Date.parse(date) >= 86_400_000;
}

function round(value: number): number {
  return Math.round(Math.min(1, value) * 100) / 100;
}
