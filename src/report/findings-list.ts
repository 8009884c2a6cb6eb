/** The findings list: what does not agree inside a bead, the surest first, each with both passages and the words in question marked in them. */
import type { AlignedDocument, Alignment, Finding, Place } from '../types.ts';
import { percent } from './counted.ts';
import { html, type SafeHtml } from './html.ts';
import { isWhole } from './marked-sentence.ts';
import { surestFirst } from './surest-first.ts';
import { textDirection } from './text-direction.ts';

/** Characters shown on either side of the words in question. */
const context = 90;
/** Of the words in question, at most so many characters. */
const most = 240;

/** The list, or a sentence that says that there is nothing to list. */
export function findingsList({ documents, findings, pairs }: Pick<Alignment, 'documents' | 'findings' | 'pairs'>): SafeHtml {
  if (findings.length === 0) return html`<p class="empty">Nothing that the rules look for disagrees inside an aligned passage.</p>`;
  const position = new Map(documents.map((document, i) => [document.id, i]));

  const place = (side: string, value: Place | undefined) => {
    const index = value && position.get(value.document);
    if (value === undefined || index === undefined) return undefined;
    const document = documents[index]!;
    return html`<a class="place" href="#d${index}s${value.sentence}"><span class="where"><bdi>${value.document}</bdi> §${value.sentence + 1}</span><span class="sr"> (${side})</span>
<q lang="${document.language}" dir="${textDirection(value.text) ?? 'auto'}">${inContext(document, value)}</q></a>`;
  };

  const item = ({ finding, index }: { finding: Finding; index: number }) => {
    const pair = pairs[finding.pair];
    const between = pair && html`<span class="between"><bdi>${pair.source}</bdi> and <bdi>${pair.target}</bdi></span>`;
    // most messages quote both values, or these are the words marked below
    const said = [finding.message, finding.source?.text, finding.target?.text];
    const told = [finding.actual, finding.expected].some((value) => value !== '' && said.some((text) => text?.includes(bare(value))));
    return html`<li id="f${index}"><article>
<h3><span class="rule">${finding.rule}</span> ${between} <span class="sure">${percent(finding.confidence)} % sure</span></h3>
<p class="message">${finding.message}</p>
${!told && html`<p class="values"><span><small>found</small> <bdi class="actual">${finding.actual || '—'}</bdi></span> <span><small>expected</small> <bdi class="expected">${finding.expected || '—'}</bdi></span></p>`}
<p class="places">${place('source', finding.source)} ${place('target', finding.target)}</p>
</article></li>`;
  };
  return html`<ol class="findings">${surestFirst(findings).map(item)}</ol>`;
}

/** A value without the quote marks around it. */
function bare(value: string): string {
  return value.replace(/^[“"«„]|[”"»“]$/g, '');
}

/** The words of a place, marked, with what stands around them in their sentence. */
function inContext(document: AlignedDocument, { sentence, start, end, text }: Place): SafeHtml {
  const around = document.sentences[sentence];
  if (!around || start < around.start || end > around.end || start >= end) return html`<mark>${shorten(text)}</mark>`;
  const before = document.text.slice(around.start, start);
  const after = document.text.slice(end, around.end);
  const words = shorten(document.text.slice(start, end));
  if (isWhole({ start, end }, around)) return html`${before}<span class="all">${words}</span>${after}`;
  return html`${lastPart(before)}<mark>${words}</mark>${firstPart(after)}`;
}

/** Long quotes are cut at the end. */
function shorten(text: string): string {
  const points = [...text];
  return points.length <= most ? text : `${points.slice(0, most - 1).join('')}…`;
}

/** The first part of what follows, cut between words where there are any. */
function firstPart(text: string): string {
  if (text.length <= context) return text;
  const cut = text.lastIndexOf(' ', context);
  return `${whole(text.slice(0, cut > context / 2 ? cut : context))} …`;
}

function lastPart(text: string): string {
  if (text.length <= context) return text;
  const from = text.length - context;
  const cut = text.indexOf(' ', from);
  return `… ${whole(text.slice(cut >= 0 && cut < from + context / 2 ? cut + 1 : from))}`;
}

/** Without the half of a surrogate pair that a cut may leave at either end. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
