import { languageName } from '../languages/languages.ts';
import type { Lineage } from '../types.ts';

/**
 * A claim about a document in one sentence.
 *
 * @example
 * ```ts
 * console.log(
 *   describeLineage({ document: 'copy', kind: 'derived', source: 'agency', through: 'el', confidence: 0.84, evidence: [], against: [] }),
 * ); // → copy was likely made from agency, through Greek (84 %)
 * ```
 */
export function describeLineage({ document, kind, source, alternatives = [], with: others = [], through, confidence }: Lineage): string {
  const by = through === undefined ? '' : `, through ${languageName(through)}`;
  const sure = ` (${Math.round(confidence * 100)} %)`;
  if (kind === 'common-source')
    return `${document} likely comes from the same text as ${others.join(' and ')}, which is not here${by}${sure}`;
  if (source === undefined) return `${document} was likely made from a text that is not here${by}${sure}`;
  return `${document} was likely made from ${[source, ...alternatives].join(' or ')}${by}${sure}`;
}
