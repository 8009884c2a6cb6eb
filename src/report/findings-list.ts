/** The findings list: what documents tell otherwise, the surest first, each with the passages of all its witnesses and the words in question marked in them. */
import type { AlignedDocument, Alignment, Finding, Witness } from '../types.ts';
import { percent } from './counted.ts';
import { html, type SafeHtml } from './html.ts';
import { isWhole } from './marked-sentence.ts';
import { surestFirst } from './surest-first.ts';
import { textDirection } from './text-direction.ts';

/** Characters shown on either side of the words in question. */
const context = 90;
/** Of the words in question, at most this many characters. */
const most = 240;

/** The list, or a sentence that says that there is nothing to list. */
export function findingsList({ documents, findings }: Pick<Alignment, 'documents' | 'findings'>): SafeHtml {
  if (findings.length === 0) return html`<p class="empty">Nothing that the rules look for disagrees.</p>`;
  const position = new Map(documents.map((document, i) => [document.id, i]));

  const place = (witness: Witness) => {
    const index = position.get(witness.document);
    if (index === undefined) return undefined;
    const document = documents[index]!;
    return html`<a class="place${witness.odd && ' odd'}" href="#d${index}s${witness.sentence}"><span class="where"><bdi>${witness.document}</bdi> §${witness.sentence + 1}</span>${witness.odd && html` <span class="sr">(stands alone)</span>`}
<q lang="${document.language}" dir="${textDirection(witness.text) ?? 'auto'}">${inContext(document, witness)}</q></a>`;
  };

  const item = ({ finding, index }: { finding: Finding; index: number }) => {
    return html`<li id="f${index}" data-finding="${index}"><article>
<h3><span class="rule">${finding.rule}</span> <span class="sure">${percent(finding.confidence)} % sure</span></h3>
<p class="message">${finding.message}</p>
<p class="places">${finding.witnesses.map(place)}</p>
</article></li>`;
  };
  return html`<ol class="findings">${surestFirst(findings).map(item)}</ol>`;
}

/** The words of a place, marked, with what stands around them in their sentence. */
function inContext(document: AlignedDocument, { sentence, start, end, text }: Witness): SafeHtml {
  const around = document.sentences[sentence];
  if (!around || start < around.start || end > around.end) return html`<mark>${shorten(text)}</mark>`;
  const before = document.text.slice(around.start, start);
  const after = document.text.slice(end, around.end);
  const words = shorten(document.text.slice(start, end));
  if (start === end) return html`${lastPart(before)}${firstPart(after)}`;
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
