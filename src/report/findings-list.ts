/** The findings list: what does not agree inside a bead, each with a link to where it stands. */
import type { Alignment, Finding, Place } from '../types.ts';
import { html, type SafeHtml } from './html.ts';

/** The list, or a sentence that says that there is nothing to list. */
export function findingsList({ documents, findings, pairs }: Pick<Alignment, 'documents' | 'findings' | 'pairs'>): SafeHtml {
  if (findings.length === 0) return html`<p class="empty">Nothing that the rules look for disagrees inside an aligned bead.</p>`;
  const position = new Map(documents.map((document, i) => [document.id, i]));
  const language = new Map(documents.map((document) => [document.id, document.language]));

  const place = (side: string, value: Place | undefined) =>
    value &&
    html`<a class="place" href="#d${position.get(value.document) ?? 0}s${value.sentence}"><span class="where"><bdi>${value.document}</bdi> §${value.sentence + 1}</span> <q lang="${language.get(value.document) ?? ''}" dir="auto">${shorten(value.text)}</q><span class="sr"> (${side})</span></a>`;

  const item = (finding: Finding, index: number) => {
    const pair = pairs[finding.pair];
    const between = pair && html`<span class="between"><bdi>${pair.source}</bdi> ↔ <bdi>${pair.target}</bdi></span>`;
    return html`<li id="f${index}"><article>
<h3><span class="rule">${finding.rule}</span> ${between} <span class="sure" title="confidence">${Math.round(finding.confidence * 100)} %</span></h3>
<p>${finding.message}</p>
${(finding.actual !== '' || finding.expected !== '') && html`<p class="values"><span><small>found</small> <bdi class="actual">${finding.actual || '—'}</bdi></span> <span><small>expected</small> <bdi class="expected">${finding.expected || '—'}</bdi></span></p>`}
<p class="places">${place('source', finding.source)} ${place('target', finding.target)}</p>
</article></li>`;
  };
  return html`<ol class="findings">${findings.map(item)}</ol>`;
}

/** At most 120 code points; long quotes are cut at the end. */
function shorten(text: string): string {
  const points = [...text];
  return points.length <= 120 ? text : `${points.slice(0, 119).join('')}…`;
}
