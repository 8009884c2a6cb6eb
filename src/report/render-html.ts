/**
 * The report: one HTML page that holds everything it needs and asks the network for nothing.
 *
 * Every document stands on the page once, with its names and findings marked. That alone reads well, prints, and works without
 * JavaScript. The script then sets two documents side by side, draws their beads, and moves along them: it rearranges what is
 * there, so a page of many pairs is hardly larger than its texts.
 *
 * Nothing from outside becomes markup or code: all values go through `html`, data stand in an inert JSON block, and the content
 * security policy lets run only the one script and the one style sheet whose hashes it names.
 */
import type { AlignedDocument, Alignment, Lineage, Sentence, Warning } from '../types.ts';
import { dotPlot } from './dot-plot.ts';
import { findingsList } from './findings-list.ts';
import { html, jsonBlock, type SafeHtml, trusted } from './html.ts';
import { collectMarks, type Marks, markedSentence } from './marked-sentence.ts';
import { kindLabels, namesTable } from './names-table.ts';
import { pageScript, pageScriptHash, pageStyle, pageStyleHash } from './page-assets.generated.ts';
import { pageData } from './page-data.ts';

/** Options of {@link renderHtml}. */
export interface ReportOptions {
  /** Heading and window title. @defaultValue `'Alignment of …'` with the ids of the documents */
  readonly title?: string;
}

/**
 * The report of an alignment as one self-contained HTML page: documents side by side, names, findings, a map of every pair.
 *
 * Its size is about three times that of the texts plus 40 kB. It opens from disk, in any browser of the last five years, and makes no request.
 */
export function renderHtml(alignment: Alignment, options: ReportOptions = {}): string {
  const { documents, pairs, names, findings, lineage, warnings, model } = alignment;
  const title = options.title ?? defaultTitle(documents);
  const marks = collectMarks(names, findings);
  const policy = `default-src 'none'; script-src '${pageScriptHash}'; style-src '${pageStyleHash}'; base-uri 'none'; form-action 'none'`;
  const links = [
    ['text', 'Text', ''],
    ['names', 'Names', String(names.length)],
    ['findings', 'Findings', String(findings.length)],
    ['map', 'Map', pairs.length > 1 ? `${pairs.length} pairs` : ''],
    ['notes', 'Notes', warnings.length > 0 ? count(warnings.length, 'warning') : ''],
  ] as const;

  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="top">
<h1>${title}</h1>
<p class="facts">${facts(alignment)}</p>
<nav aria-label="Parts of this report"><ul>${links.map(
    ([id, label, note]) => html`<li><a href="#${id}">${label}${note !== '' && html` <small>${note}</small>`}</a></li>`,
  )}</ul><button type="button" id="theme" title="Light or dark" hidden><span aria-hidden="true">◐</span> <span class="word">Theme</span></button></nav>
</header>
<main id="main" tabindex="-1">
<section class="view" id="text" aria-labelledby="text-title">
<h2 id="text-title" class="sr">Text</h2>
${desk(documents, pairs.length)}
<div id="documents">${documents.map((document, i) => documentMarkup(document, i, marks))}</div>
</section>
<section class="view" id="names" aria-labelledby="names-title">
<h2 id="names-title">Names</h2>
<p class="lead">Every spelling found, document by document. <b class="key">Red letters</b> are those that differ from the original form.</p>
${namesTable(alignment)}
</section>
<section class="view" id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Findings</h2>
<p class="lead">Where two aligned passages do not agree. A finding is a reason to look, not a verdict.</p>
${findingsList(alignment)}
</section>
<section class="view" id="map" aria-labelledby="map-title">
<h2 id="map-title">Map</h2>
<p class="lead">Sentences of the first document run down, those of the second to the right. Each box is a pair of passages that say the same, stronger where surer.</p>
${maps(alignment)}
</section>
<section class="view" id="notes" aria-labelledby="notes-title">
<h2 id="notes-title">Notes</h2>
${lineageList(lineage)}
${warningList(warnings)}
${sources(documents)}
<p class="model">Vectors by <bdi>${model.id}</bdi>, revision <bdi>${model.revision}</bdi>, ${model.dimensions} dimensions.</p>
</section>
</main>
<script type="application/json" id="data">${jsonBlock(pageData(alignment))}</script>
<script>${trusted(pageScript)}</script>
</body>
</html>
`.markup;
}

function defaultTitle(documents: readonly AlignedDocument[]): string {
  const ids = documents.map((document) => document.id);
  return `Alignment of ${ids.length > 4 ? `${ids.length} documents` : ids.join(', ')}`;
}

function facts({ documents, pairs, names, findings }: Alignment): string {
  const languages = new Set(documents.map((document) => document.language)).size;
  const beads = pairs.reduce(
    (sum, pair) => sum + pair.beads.filter((bead) => bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1]).length,
    0,
  );
  const garbled = names.filter((name) => name.mentions.some((mention) => mention.kind === 'garbled')).length;
  return [
    `${count(documents.length, 'document')} in ${count(languages, 'language')}`,
    `${count(beads, 'aligned passage')}`,
    `${count(names.length, 'name')}${garbled > 0 ? `, ${garbled} garbled somewhere` : ''}`,
    count(findings.length, 'finding'),
  ].join(' · ');
}

/** Frame that the script fills; hidden, and not needed, without it. */
function desk(documents: readonly AlignedDocument[], pairCount: number): SafeHtml {
  const choices = documents.map((document, i) => html`<option value="${i}">${document.id} · ${languageName(document.language)}</option>`);
  return html`<div id="desk" hidden>
<form class="tools" aria-label="View">
<div class="tool pick"${pairCount < 2 && html` hidden`}><label>Left <select id="left">${choices}</select></label>
<button type="button" id="swap" title="Swap sides"><span aria-hidden="true">⇄</span><span class="sr">Swap sides</span></button>
<label>Right <select id="right">${choices}</select></label></div>
<fieldset class="tool layout"><legend class="sr">Layout</legend>
<label><input type="radio" name="layout" value="rows" checked><span>Rows</span></label><label><input type="radio" name="layout" value="threads"><span>Threads</span></label></fieldset>
<div class="tool"><label>Confidence from <input type="range" id="least" min="0" max="100" step="5" value="0"></label> <output id="least-shown" for="least">0 %</output></div>
<div class="tool"><label>Originals above <select id="over"><option value="garbled">garbled names</option><option value="all">all changed names</option><option value="none">none</option></select></label></div>
</form>
<div class="board"><div id="sheet"></div>
<aside aria-label="Chosen passage"><div id="plot"></div><p id="status" role="status"></p><div id="detail"></div>
<p class="hint"><kbd>↑</kbd> <kbd>↓</kbd> move from passage to passage</p></aside></div>
</div>`;
}

function documentMarkup(document: AlignedDocument, index: number, marks: Marks): SafeHtml {
  const sentence = (value: Sentence, i: number) => {
    const gap = i === 0 ? '' : document.text.slice(document.sentences[i - 1]!.end, value.start);
    const kind = ['s', i > 0 && gap.includes('\n') && 'para', value.furniture && 'furniture'].filter(Boolean).join(' ');
    return html`<p class="${kind}" id="d${index}s${value.index}" data-i="${value.index + 1}" dir="auto">${markedSentence(document, value, marks)}</p>\n`;
  };
  return html`<article class="doc" id="d${index}" lang="${document.language}" aria-labelledby="d${index}-title">
<h3 id="d${index}-title" lang="en"><bdi>${document.id}</bdi> <small>${languageName(document.language)}</small></h3>
${document.sentences.map(sentence)}</article>
`;
}

function maps({ documents, pairs }: Alignment): SafeHtml {
  if (pairs.length === 0) return html`<p class="empty">There is no pair to draw.</p>`;
  const sentences = new Map(documents.map((document) => [document.id, document.sentences.length]));
  return html`<ul class="maps">${pairs.map((pair, i) => {
    const joined = pair.beads.filter((bead) => bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1]).length;
    return html`<li id="pair-${i}"><a href="#pair-${i}">${dotPlot(pair, sentences.get(pair.source)!, sentences.get(pair.target)!)}
<span class="ids"><bdi>${pair.source}</bdi> <span aria-hidden="true">→</span><span class="sr">to</span> <bdi>${pair.target}</bdi></span>
<small>${pair.relation} <span class="sure">${Math.round(pair.relationConfidence * 100)} %</span> · ${count(joined, 'passage')}</small></a></li>`;
  })}</ul>`;
}

function lineageList(lineage: readonly Lineage[]): SafeHtml {
  if (lineage.length === 0) return html``;
  const origin = ({ source, through }: Lineage) => {
    const from = source !== undefined && html`<span aria-hidden="true">←</span><span class="sr">comes from</span> <bdi>${source}</bdi>`;
    const by = through !== undefined && html`${from ? ', through' : 'came through'} ${languageName(through)}`;
    return from || by ? html`${from}${by}` : html`has no source among these documents`;
  };
  return html`<h3>Where each text likely comes from</h3><ul class="lineage">${lineage.map(
    (
      entry,
    ) => html`<li><p><bdi>${entry.document}</bdi> ${origin(entry)} <span class="sure">${Math.round(entry.confidence * 100)} %</span></p>
${entry.evidence.length > 0 && html`<ul>${entry.evidence.map((line) => html`<li>${line}</li>`)}</ul>`}</li>`,
  )}</ul>`;
}

function warningList(warnings: readonly Warning[]): SafeHtml {
  if (warnings.length === 0) return html``;
  return html`<h3>Warnings</h3><ul class="warnings">${warnings.map(
    ({ code, message, document, sentence }) =>
      html`<li><code>${code}</code> ${document !== undefined && html`<bdi>${document}</bdi>${sentence !== undefined && ` §${sentence + 1}`}: `}${message}</li>`,
  )}</ul>`;
}

function sources(documents: readonly AlignedDocument[]): SafeHtml {
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
  }</th><td>${languageName(language)} <small class="sure">${Math.round(languageConfidence * 100)} %</small></td><td>${sentences.length}</td>${
    dated && html`<td>${date}</td>`
  }${linked && html`<td>${url !== undefined && source(url)}</td>`}</tr>
`;
  return html`<h3>Documents</h3><div class="scroll" tabindex="0" role="region" aria-label="Documents"><table class="sources">
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${documents.map(row)}</tbody></table></div>
<p class="legend">Kinds of spellings: ${Object.values(kindLabels).join(', ')}.</p>`;
}

/** A link for web addresses; anything else, `javascript:` included, stays text. */
function source(url: string): SafeHtml {
  return /^https?:\/\//i.test(url) ? html`<a href="${url}" rel="noreferrer noopener">${url}</a>` : html`${url}`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

const displayNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

function languageName(tag: string): string {
  if (tag === 'und') return 'unknown language';
  try {
    return displayNames.of(tag) ?? tag;
  } catch {
    return tag; // not a BCP 47 tag: the caller's own word for the language
  }
}
