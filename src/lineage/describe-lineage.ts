import { languageName } from '../languages/languages.ts';
import type { Lineage } from '../types.ts';

/**
 * A claim about a document in one sentence. A source may itself be a copy of a text that is not here; nothing tells a copy of that from a copy
 * of a copy, so the sentence leaves it open.
 *
 * @example
 * ```ts
 * console.log(
 *   describeLineage({ document: 'copy', kind: 'derived', source: 'agency', through: 'el', confidence: 0.84, evidence: [], against: [] }),
 * ); // → copy was likely made from agency, or from the text behind it, through Greek (84 %)
 * ```
 */
export function describeLineage({ document, kind, source, alternatives = [], with: others = [], through, confidence }: Lineage): string {
  const by = through === undefined ? '' : `, through ${languageName(through)}`;
  const sure = ` (${Math.round(confidence * 100)} %)`;
  if (kind === 'common-source')
    return `${document} likely comes from the same text as ${others.join(' and ')}, which is not here${by}${sure}`;
  if (source === undefined) return `${document} was likely made from a text that is not here${by}${sure}`;
  const behind = alternatives.length === 0 ? 'it' : 'them';
  return `${document} was likely made from ${[source, ...alternatives].join(' or ')}, or from the text behind ${behind}${by}${sure}`;
}
