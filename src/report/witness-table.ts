/** The facts in three or more documents, one row per fact, one column per document: what each says, and which one disagrees with all others. */
import type { AlignedDocument, Alignment, Finding, Witness } from '../types.ts';
import { percent } from './counted.ts';
import { html, type SafeHtml } from './html.ts';
import { languageLabel } from './language-label.ts';
import { mostOnPaper } from './names-table.ts';
import { surestFirst } from './surest-first.ts';
import { textDirection } from './text-direction.ts';

/** The table; nothing where no finding has three documents. */
export function witnessTable({ documents, findings }: Pick<Alignment, 'documents' | 'findings'>): SafeHtml {
  const told = surestFirst(findings).filter(({ finding }) => new Set(finding.witnesses.map(({ document }) => document)).size > 2);
  if (told.length === 0) return html``;
  const columns = documents
    .map((document, index) => ({ document, index }))
    .filter(({ document }) => told.some(({ finding }) => finding.witnesses.some((witness) => witness.document === document.id)));

  return html`<h3>Facts, document by document</h3>
<div class="scroll" tabindex="0" role="region" aria-label="Facts, document by document">
<table class="names witnesses${columns.length > mostOnPaper && ' wide'}">
<thead><tr><th scope="col">Fact</th>${columns.map(
    ({ document }) => html`<th scope="col"><bdi>${document.id}</bdi> <small>${languageLabel(document.language)}</small></th>`,
  )}</tr></thead>
<tbody>
${told.map(
  ({
    finding,
    index,
  }) => html`<tr data-finding="${index}"><th scope="row"><a href="#f${index}">${finding.rule}</a> <small>${percent(finding.confidence)} %</small></th>${columns.map(
    (column) =>
      html`<td data-label="${column.document.id}" lang="${column.document.language}">${cell(finding, column.document, column.index)}</td>`,
  )}</tr>
`,
)}</tbody></table></div>`;
}

/** The words of a document about a fact, each spelling once. */
function cell({ witnesses }: Finding, document: AlignedDocument, index: number): SafeHtml[] {
  const own = witnesses.filter((witness) => witness.document === document.id);
  const words = ({ text }: Witness) => (text === '' ? html`<i lang="en">not said</i>` : html`<bdi>${text}</bdi>`);
  return own
    .filter(({ text }, i) => own.findIndex((other) => other.text === text) === i)
    .map(
      (witness) =>
        html`<div class="spelling${witness.odd && ' garbled'}"><a class="place-link" href="#d${index}s${witness.sentence}" dir="${textDirection(witness.text) ?? 'auto'}">${words(witness)}</a>${witness.odd && html` <small class="kind">alone</small>`}</div>`,
    );
}
