/** What is known about the documents themselves: where each likely comes from, what was doubtful in it, its language, date and address. */
import type { AlignedDocument, Alignment, Lineage, Warning } from '../types.ts';
import { percent } from './counted.ts';
import { sourceLink } from './document-markup.ts';
import { html, type SafeHtml } from './html.ts';
import { languageLabel } from './language-label.ts';
import { lineageDrawing } from './lineage-drawing.ts';

/** Lineage, warnings, and a table of the documents. */
export function sources({ documents, lineage, warnings }: Pick<Alignment, 'documents' | 'lineage' | 'warnings'>): SafeHtml {
  return html`${lineageList(lineage)}${warningList(warnings)}${documentTable(documents)}`;
}

function lineageList(lineage: readonly Lineage[]): SafeHtml {
  if (lineage.length === 0) return html``;
  const lines = (evidence: readonly string[], label: string) =>
    evidence.length > 0 && html`<ul aria-label="${label}">${evidence.map((line) => html`<li><bdi>${label} ${line}</bdi></li>`)}</ul>`;
  return html`<h3>Where each text likely comes from</h3>${lineageDrawing(lineage)}<ul class="lineage">${lineage.map(
    (entry) => html`<li><p><b><bdi>${entry.document}</bdi></b> ${claim(entry)} <span class="sure">${percent(entry.confidence)} %</span></p>
${lines(entry.evidence, 'For:')}${lines(entry.against, 'Against:')}</li>`,
  )}</ul>`;
}

function claim({ kind, source, alternatives = [], with: others = [], through }: Lineage): SafeHtml {
  const by = through !== undefined && html`, through ${languageLabel(through)}`;
  const names = (ids: readonly string[], word: string) => ids.map((id, i) => html`${i > 0 && ` ${word} `}<b><bdi>${id}</bdi></b>`);
  if (kind === 'common-source') return html`likely comes from the same text as ${names(others, 'and')}, which is not here${by}`;
  if (source === undefined) return html`was likely made from a text that is not here${by}`;
  const behind = alternatives.length === 0 ? 'it' : 'them';
  return html`was likely made from ${names([source, ...alternatives], 'or')}, or from the text behind ${behind}${by}`;
}

function warningList(warnings: readonly Warning[]): SafeHtml {
  if (warnings.length === 0) return html``;
  return html`<h3>Warnings</h3><ul class="warnings">${warnings.map(
    ({ code, message, document, sentence }) =>
      html`<li>${document !== undefined && html`<b><bdi>${document}</bdi></b>${sentence !== undefined && ` §${sentence + 1}`}: `}${message} <code>${code}</code></li>`,
  )}</ul>`;
}

function documentTable(documents: readonly AlignedDocument[]): SafeHtml {
  const dated = documents.some((document) => document.date !== undefined);
  const linked = documents.some((document) => document.url !== undefined);
  const head = ['Document', 'Language', 'Sentences', dated && 'Date', linked && 'Source'].filter((name) => name !== false);
  const row = ({
    id,
    parent,
    language,
    languageConfidence,
    sentences,
    date,
    url,
  }: AlignedDocument) => html`<tr><th scope="row"><bdi>${id}</bdi>${
    parent !== undefined && html` <small>part of <bdi>${parent}</bdi></small>`
  }</th><td>${languageLabel(language)} <small class="sure">${percent(languageConfidence)} %</small></td><td>${sentences.length}</td>${
    dated && html`<td><bdi>${date}</bdi></td>`
  }${linked && html`<td>${url !== undefined && sourceLink(url)}</td>`}</tr>
`;
  return html`<h3>Documents</h3><div class="scroll" tabindex="0" role="region" aria-label="Documents"><table class="sources">
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${documents.map(row)}</tbody></table></div>`;
}
