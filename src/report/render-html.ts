/**
 * The report: one HTML page that holds everything it needs and asks the network for nothing.
 *
 * Every document is on the page once, with its names and findings marked. That alone reads well, prints, and works without
 * JavaScript. The script then sets two documents side by side, draws their beads, and moves along them: it rearranges what is
 * there, so a page of many pairs is hardly larger than its texts.
 *
 * Nothing from outside becomes markup or code: all values go through `html`, data are in an inert JSON block, and the content
 * security policy lets run only the one script and the one style sheet whose hashes it names.
 */

import type { WordLink } from '../align/words/link-words.ts';
import { checkAlignment } from '../alignment-shape.ts';
import { checkOptions } from '../check-options.ts';
import { withSettledText } from '../text/settled-characters.ts';
import type { AlignedDocument, Alignment } from '../types.ts';
import { counted, joinedCount } from './counted.ts';
import { desk } from './desk.ts';
import { documentMarkup } from './document-markup.ts';
import { findingsList } from './findings-list.ts';
import { html, jsonBlock, trusted } from './html.ts';
import { maps } from './maps.ts';
import { collectMarks } from './marked-sentence.ts';
import { namesTable } from './names-table.ts';
import { darkStyle, darkStyleHash, pageScript, pageScriptHash, pageStyle, pageStyleHash } from './page-assets.generated.ts';
import { pageData } from './page-data.ts';
import { sources } from './sources.ts';
import { witnessTable } from './witness-table.ts';

/** Options of {@link renderHtml}. */
export interface ReportOptions {
  /** Heading and window title. @defaultValue `'Alignment of …'` with the ids of the documents */
  readonly title?: string;
  /** Words that translate each other, from {@link linkWords}: they light up on both sides. @defaultValue none */
  readonly words?: readonly (readonly (readonly WordLink[])[])[];
}

/**
 * The report of an alignment as one self-contained HTML page: documents side by side, names, findings, a map of every pair, sources.
 *
 * Its size is about three times that of the texts plus 50 kB, and a tenth more with word links. It opens from disk, in any browser of the
 * last five years, and makes no request.
 *
 * @example
 * ```ts
 * const alignment = await alignDocuments(['The cat sleeps.', 'Kucing itu tidur.']);
 * const page = renderHtml(alignment, { title: 'A cat' });
 * console.log(page.includes('<title>A cat</title>')); // → true
 * ```
 *
 * @throws {@link AlignmentError} `OPTION_INVALID` for an alignment that does not hang together, naming the place; `OPTION_UNKNOWN`.
 */
export function renderHtml(alignment: Alignment, options: ReportOptions = {}): string {
  checkAlignment(alignment, ['pairs', 'names', 'findings', 'groups', 'lineage', 'warnings', 'model']);
  checkOptions(options, {
    title: ['a string', (value) => typeof value === 'string'],
    words: ['links by pair and by bead, as linkWords gives them', (value) => isListOf(value, (pair) => isListOf(pair, Array.isArray))],
  });
  return withSettledText({ alignment, options }, (settled) => renderSettled(settled.alignment, settled.options));
}

function isListOf(value: unknown, fits: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(fits);
}

function renderSettled(alignment: Alignment, options: ReportOptions): string {
  const { documents, pairs, names, findings, warnings, model } = alignment;
  const title = options.title ?? defaultTitle(documents);
  const marks = collectMarks(names, findings);
  const policy = `default-src 'none'; script-src '${pageScriptHash}'; style-src '${pageStyleHash}' '${darkStyleHash}'; base-uri 'none'; form-action 'none'`;
  const links = [
    ['text', 'Text', ''],
    ['names', 'Names', String(names.length)],
    ['findings', 'Findings', String(findings.length)],
    ['map', 'Map', pairs.length > 1 ? `${pairs.length} pairs` : ''],
    ['sources', 'Sources', warnings.length > 0 ? counted(warnings.length, 'warning') : ''],
  ] as const;

  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(pageStyle)}</style>
<style id="dark" media="screen and (prefers-color-scheme: dark)">${trusted(darkStyle)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="top">
<h1 dir="auto">${title}</h1>
<p class="facts">${facts(alignment)}</p>
</header>
<nav aria-label="Parts of this report"><ul>${links.map(
    ([id, label, note]) => html`<li><a href="#${id}">${label}${note !== '' && html` <small>${note}</small>`}</a></li>`,
  )}</ul>
<form id="search" role="search" hidden><input type="search" id="find" placeholder="Find in all texts" aria-label="Find in all texts"><output id="found" for="find"></output></form>
<button type="button" id="theme" title="Light or dark" hidden><span aria-hidden="true">◐</span> <span class="word">Theme</span></button></nav>
<main id="main" tabindex="-1">
<section class="view" id="text" aria-labelledby="text-title">
<h2 id="text-title" class="sr">Text</h2>
${desk(documents, pairs.length, findings.length)}
<div id="documents">${documents.map((document, i) => documentMarkup(document, i, marks))}</div>
</section>
<section class="view" id="names" aria-labelledby="names-title">
<h2 id="names-title">Names</h2>
<p class="lead">Every spelling found, document by document. <b class="key">Red letters</b> are those that differ from the original form.</p>
${namesTable(alignment)}
</section>
<section class="view" id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Findings</h2>
<p class="lead">Where aligned passages do not agree. A finding is a reason to look, not a verdict.</p>
${witnessTable(alignment)}
${findingsList(alignment)}
</section>
<section class="view" id="map" aria-labelledby="map-title">
<h2 id="map-title">Map</h2>
<p class="lead">Sentences of the first document run down, those of the second to the right. Each box is a pair of passages that say the same, stronger where surer. A diagonal is a close translation, scattered boxes are a retelling.</p>
${maps(alignment)}
</section>
<section class="view" id="sources" aria-labelledby="sources-title">
<h2 id="sources-title">Sources</h2>
${sources(alignment)}
<p class="model">Vectors by <bdi>${model.id}</bdi>, revision <bdi>${model.revision}</bdi>, ${model.dimensions} dimensions.</p>
</section>
</main>
<script type="application/json" id="data">${jsonBlock(pageData(alignment, options.words))}</script>
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
  const passages = pairs.reduce((sum, pair) => sum + joinedCount(pair), 0);
  const garbled = names.filter((name) => name.mentions.some((mention) => mention.kind === 'garbled')).length;
  return [
    `${counted(documents.length, 'document')} in ${counted(languages, 'language')}`,
    counted(passages, 'aligned passage'),
    `${counted(names.length, 'name')}${garbled > 0 ? `, ${garbled} garbled somewhere` : ''}`,
    counted(findings.length, 'finding'),
  ].join(' · ');
}
