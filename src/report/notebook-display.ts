/**
 * How an alignment shows itself in a notebook: tables of its documents, pairs and names in place of a dump of the object.
 *
 * Jupyter kernels for JavaScript call the method under `Symbol.for('Jupyter.display')`. It is not enumerable, so that the alignment stays
 * plain JSON to everything else.
 */
import type { Alignment } from '../types.ts';
import { dotPlot } from './dot-plot.ts';
import { html, type SafeHtml } from './html.ts';
import { namesTable } from './names-table.ts';

const displayMethod = Symbol.for('Jupyter.display');

/** Give an alignment its display, and return the same object. */
export function withNotebookDisplay(alignment: Alignment): Alignment {
  return Object.defineProperty(alignment, displayMethod, {
    configurable: true,
    enumerable: false,
    value: () => ({ 'text/html': notebookHtml(alignment), 'text/plain': plainText(alignment) }),
  });
}

function notebookHtml(alignment: Alignment): string {
  const { documents, pairs, names, findings } = alignment;
  const sentences = new Map(documents.map((document) => [document.id, document.sentences.length]));
  const pairRow = (
    pair: Alignment['pairs'][number],
  ): SafeHtml => html`<tr><td>${dotPlot(pair, sentences.get(pair.source)!, sentences.get(pair.target)!)}</td>
<th scope="row"><bdi>${pair.source}</bdi> ↔ <bdi>${pair.target}</bdi></th><td>${pair.relation} ${Math.round(pair.relationConfidence * 100)} %</td><td>${joinedCount(pair)} passages</td></tr>`;
  return html`<style>${notebookStyle}</style><div class="palimpsest">
<p>${documents.map(({ id, language }, i) => html`${i > 0 && ', '}<b><bdi>${id}</bdi></b> (${language}, ${sentences.get(id)} sentences)`)}; ${names.length} names, ${findings.length} findings</p>
<table>${pairs.map(pairRow)}</table>
${namesTable(alignment)}</div>`.markup;
}

const notebookStyle = `.palimpsest table{border-collapse:collapse;margin:.5em 0}.palimpsest th,.palimpsest td{text-align:start;vertical-align:baseline;padding:.25em .9em .25em 0;border-bottom:1px solid #8885;background:none}
.palimpsest .plot{width:3.2em;height:3.2em;border:1px solid #8885;vertical-align:middle}.palimpsest .plot *{fill:#1d8078;fill-opacity:.35}.palimpsest .plot .c1{fill-opacity:.5}.palimpsest .plot .c2{fill-opacity:.75}.palimpsest .plot .c3{fill-opacity:1}
.palimpsest small{display:block;opacity:.7;font-weight:400}.palimpsest .garbled .kind,.palimpsest td b{color:#c0392b}.palimpsest td b{font-weight:inherit}.palimpsest .sr{display:none}.palimpsest a{color:inherit;text-decoration:none}`;

function plainText({ documents, pairs, names, findings }: Alignment): string {
  const lines = pairs.map((pair) => `${pair.source} ↔ ${pair.target}: ${pair.relation}, ${joinedCount(pair)} passages`);
  return [`${documents.length} documents, ${names.length} names, ${findings.length} findings`, ...lines].join('\n');
}

function joinedCount({ beads }: Alignment['pairs'][number]): number {
  return beads.filter((bead) => bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1]).length;
}
