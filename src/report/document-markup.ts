/** A document as shown on the page: its heading, then a paragraph for each sentence with names and findings marked. */
import type { AlignedDocument, Sentence } from '../types.ts';
import { html, type SafeHtml } from './html.ts';
import { languageLabel } from './language-label.ts';
import { type Marks, markedSentence, wholeFindings } from './marked-sentence.ts';
import { textDirection } from './text-direction.ts';

/** Markup of the document at `index` of the alignment; sentences are `#d<index>s<sentence>`. */
export function documentMarkup(document: AlignedDocument, index: number, marks: Marks): SafeHtml {
  const direction = textDirection(document.sentences.map(({ text }) => text).join('\n')) ?? 'ltr';
  const sentence = (value: Sentence, i: number) => {
    const gap = i === 0 ? '' : document.text.slice(document.sentences[i - 1]!.end, value.start);
    const kind = ['s', i > 0 && gap.includes('\n') && 'para', value.furniture && 'furniture'].filter(Boolean).join(' ');
    // a sentence that runs against its document, such as an English caption in an Arabic article
    const own = textDirection(value.text) ?? direction;
    const whole = wholeFindings(document, value, marks);
    return html`<p class="${kind}" id="d${index}s${value.index}" data-i="${value.index + 1}"${own !== direction && html` dir="${own}"`}${whole.length > 0 && html` data-f="${whole.join(' ')}"`}>${markedSentence(document, value, marks)}</p>\n`;
  };
  return html`<article class="doc" id="d${index}" lang="${document.language}" dir="${direction}" aria-labelledby="d${index}-title">
<h3 id="d${index}-title" lang="en" dir="ltr"><bdi>${document.id}</bdi> <small>${languageLabel(document.language)}${document.date !== undefined && html` · <bdi>${document.date}</bdi>`}${
    document.url !== undefined && html` · ${sourceLink(document.url, true)}`
  }</small></h3>
${document.sentences.map(sentence)}</article>
`;
}

/** A link for web addresses, called by its host if `short`; anything else, `javascript:` included, stays text. */
export function sourceLink(url: string, short = false): SafeHtml {
  const host = /^https?:\/\/(?:www\.)?([^/?#\s]+)/i.exec(url)?.[1];
  if (host === undefined) return html`<bdi>${url}</bdi>`;
  return html`<a href="${url}" rel="noreferrer noopener"><bdi>${short ? host : url}</bdi></a>`;
}
