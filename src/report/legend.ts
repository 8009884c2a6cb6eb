/** What the marks of the page mean, on the screen and on paper. */
import { html } from './html.ts';

const marks = [
  [html`<ruby class="n garbled">Witcaf<rt>Witkoff</rt></ruby>`, 'a garbled name, the original above it'],
  [html`<span class="n variant">Kiev</span>`, 'another spelling of a name'],
  [html`<span class="n transliterated">Rusia</span>`, 'the name as this language writes it'],
  [html`<mark>41 people</mark>`, 'does not agree with the other text'],
  [html`<mark class="unsure">41 people</mark>`, 'perhaps does not agree'],
  [html`<span class="sample beside">All of it</span>`, 'a finding about all of a sentence'],
  [html`<span class="sample alone">A sentence</span>`, 'no sentence of the other text says this'],
  [html`<span class="sample c3">99</span>`, 'how sure it is, in percent, that the two sides say the same'],
  [html`<span class="sample c0 doubtful">40</span>`, 'less sure than you ask for'],
  [html`<span class="sample c3">✓</span>`, 'settled by hand'],
  [html`<span class="sample c3">1–2</span>`, 'one sentence on the left, two on the right'],
] as const;

/** A list to unfold. */
export const legend = html`<details class="legend"><summary>What the marks mean</summary>
<dl>${marks.map(([sample, meaning]) => html`<div><dt>${sample}</dt><dd>${meaning}</dd></div>`)}</dl></details>`;
