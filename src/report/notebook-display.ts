/**
 * How an alignment shows itself in a notebook: maps of its pairs, its names, findings and lineage in place of a dump of the object.
 *
 * Jupyter kernels for JavaScript call the method under `Symbol.for('Jupyter.display')`. It is not enumerable, so that the alignment stays
 * plain JSON to everything else.
 */
import { describeLineage } from '../lineage/describe-lineage.ts';
import type { Alignment, TracedName } from '../types.ts';
import { counted, joinedCount, percent } from './counted.ts';
import { dotPlot } from './dot-plot.ts';
import { html, type SafeHtml } from './html.ts';
import { languageLabel } from './language-label.ts';
import { namesTable } from './names-table.ts';
import { surestFirst } from './surest-first.ts';

const displayMethod = Symbol.for('Jupyter.display');

/** A notebook shows the beginning; the object has the rest. */
const most = { names: 12, findings: 6 };

/** Give an alignment its display, and return the same object. */
export function withNotebookDisplay(alignment: Alignment): Alignment {
  return Object.defineProperty(alignment, displayMethod, {
    configurable: true,
    enumerable: false,
    value: () => ({ 'text/html': notebookHtml(alignment), 'text/plain': plainText(alignment) }),
  });
}

function notebookHtml({ documents, pairs, names, findings, lineage, warnings }: Alignment): string {
  const sentences = new Map(documents.map((document) => [document.id, document.sentences.length]));
  const joined = pairs.filter((pair) => joinedCount(pair) > 0);
  const map = (pair: Alignment['pairs'][number]): SafeHtml =>
    html`<figure>${dotPlot(pair, sentences.get(pair.source)!, sentences.get(pair.target)!)}<figcaption><b><bdi>${pair.source}</bdi> ↓ <bdi>${pair.target}</bdi> →</b><br>${pair.relation} ${percent(pair.relationConfidence)} %<br>${counted(joinedCount(pair), 'passage')}</figcaption></figure>`;
  const shown = [...names].sort((one, other) => interest(other) - interest(one)).slice(0, most.names);

  return html`<style>${style}</style><div class="palimpsest">
<p>${documents.map(({ id, language }, i) => html`${i > 0 && ' · '}<b><bdi>${id}</bdi></b> ${languageLabel(language)}, ${counted(sentences.get(id)!, 'sentence')}`)}</p>
<div class="maps">${joined.map(map)}</div>
${joined.length < pairs.length && html`<p>${counted(pairs.length - joined.length, 'pair')} with nothing in common.</p>`}
${names.length > 0 && namesTable({ documents, names: shown })}
${rest(names.length - shown.length, 'name', 'names')}
${
  findings.length > 0 &&
  html`<ul>${surestFirst(findings)
    .slice(0, most.findings)
    .map(({ finding: { rule, message } }) => html`<li><b>${rule}</b> ${message}</li>`)}</ul>`
}
${rest(findings.length - most.findings, 'finding', 'findings')}
${lineage.length > 0 && html`<ul>${lineage.map((entry) => html`<li><bdi>${describeLineage(entry)}</bdi></li>`)}</ul>`}
${warnings.length > 0 && html`<ul>${warnings.map(({ code, message }) => html`<li><b>${code}</b> ${message}</li>`)}</ul>`}</div>`.markup;
}

function rest(count: number, noun: string, property: string): SafeHtml | false {
  return count > 0 && html`<p>… and ${counted(count, `more ${noun}`)} in <code>alignment.${property}</code></p>`;
}

/** Garbled names first, then those spelled in the most ways. */
function interest({ mentions }: TracedName): number {
  return (mentions.some(({ kind }) => kind === 'garbled') ? 1000 : 0) + new Set(mentions.map(({ text }) => text)).size;
}

const style = `.palimpsest{overflow-x:auto}.palimpsest table{border-collapse:collapse;margin:.5em 0}.palimpsest th,.palimpsest td{text-align:start;vertical-align:baseline;padding:.25em .9em .25em 0;border-bottom:1px solid #8885;background:none}
.palimpsest .maps{display:flex;flex-wrap:wrap;gap:1em;margin:.7em 0}.palimpsest figure{margin:0;width:7.5em}.palimpsest figcaption{font-size:.8em;line-height:1.35}
.palimpsest .plot{display:block;width:7.5em;height:7.5em;border:1px solid #8885;margin-bottom:.3em}.palimpsest .plot *{fill:#1d8078;stroke:#1d8078;stroke-width:1px;vector-effect:non-scaling-stroke;opacity:.35}.palimpsest .plot .c1{opacity:.5}.palimpsest .plot .c2{opacity:.75}.palimpsest .plot .c3{opacity:1}
.palimpsest td small,.palimpsest th small{display:block;opacity:.75;font-weight:400}.palimpsest .garbled .kind,.palimpsest td b{color:#c0392b;opacity:1}.palimpsest td b{font-weight:inherit}.palimpsest .sr{display:none}.palimpsest a{color:inherit;text-decoration:none;pointer-events:none}`;

function plainText({ documents, pairs, names, findings }: Alignment): string {
  const lines = pairs.map((pair) => `${pair.source} ↔ ${pair.target}: ${pair.relation}, ${counted(joinedCount(pair), 'passage')}`);
  return [
    [counted(documents.length, 'document'), counted(names.length, 'name'), counted(findings.length, 'finding')].join(', '),
    ...lines,
  ].join('\n');
}
