/** The maps of all pairs that have anything in common, each a link that opens the pair; the others are named below. */
import type { Alignment, Relation } from '../types.ts';
import { counted, joinedCount, percent } from './counted.ts';
import { dotPlot } from './dot-plot.ts';
import { html, type SafeHtml } from './html.ts';

const order: readonly Relation[] = ['parallel', 'comparable', 'related', 'unrelated'];

/** Closest relations first. */
export function maps({ documents, pairs }: Pick<Alignment, 'documents' | 'pairs'>): SafeHtml {
  if (pairs.length === 0) return html`<p class="empty">There is no pair to draw.</p>`;
  const sentences = new Map(documents.map((document) => [document.id, document.sentences.length]));
  const all = pairs.map((pair, index) => ({ pair, index, joined: joinedCount(pair) }));
  const drawn = all
    .filter(({ joined }) => joined > 0)
    .sort((a, b) => order.indexOf(a.pair.relation) - order.indexOf(b.pair.relation) || b.joined - a.joined);
  const bare = all.filter(({ joined }) => joined === 0);

  return html`${
    drawn.length > 0 &&
    html`<ul class="maps">${drawn.map(
      ({
        pair,
        index,
        joined,
      }) => html`<li><a href="#pair-${index}">${dotPlot(pair, sentences.get(pair.source)!, sentences.get(pair.target)!)}
<span class="ids"><bdi>${pair.source}</bdi> <span aria-hidden="true">↓</span><span class="sr">and</span> <bdi>${pair.target}</bdi> <span aria-hidden="true">→</span></span>
<small>${pair.relation} <span class="sure">${percent(pair.relationConfidence)} %</span> · ${counted(joined, 'passage')}</small></a></li>`,
    )}</ul>`
  }${
    bare.length > 0 &&
    html`<h3>Nothing in common</h3>
<ul class="bare">${bare.map(({ pair, index }) => html`<li><a href="#pair-${index}"><bdi>${pair.source}</bdi> and <bdi>${pair.target}</bdi></a></li>`)}</ul>`
  }`;
}
