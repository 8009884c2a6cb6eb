/** The frame that the script fills: controls to choose, filter and correct, the sheet, and the panel beside it. Hidden, and not needed, without the script. */
import type { AlignedDocument } from '../types.ts';
import { counted } from './counted.ts';
import { html, type SafeHtml } from './html.ts';
import { languageLabel } from './language-label.ts';
import { legend } from './legend.ts';

/** From this confidence on a passage counts as sure until the reader says otherwise, in percent. */
const sureFrom = 75;

/** Markup of the frame. */
export function desk(documents: readonly AlignedDocument[], pairCount: number, findingCount: number): SafeHtml {
  const choices = documents.map((document, i) => html`<option value="${i}">${document.id} · ${languageLabel(document.language)}</option>`);
  return html`<div id="desk" hidden>
<form class="tools" aria-label="View">
<div class="tool pair"${pairCount < 2 && html` hidden`}><label><span class="sr">Left</span> <select id="left">${choices}</select></label>
<button type="button" id="swap" title="Swap sides"><span aria-hidden="true">⇄</span><span class="sr">Swap sides</span></button>
<label><span class="sr">Right</span> <select id="right">${choices}</select></label></div>
<fieldset class="tool layout"><legend class="sr">Layout</legend>
<label><input type="radio" name="layout" value="rows" checked><span>Rows</span></label><label><input type="radio" name="layout" value="threads"><span>Threads</span></label></fieldset>
<div class="tool"><label>Show <select id="show"><option value="all">all passages</option><option value="look">what needs a look</option><option value="sure">sure passages</option></select></label></div>
<div class="tool"><label>Sure from <input type="range" id="least" min="0" max="100" step="5" value="${sureFrom}"></label> <output id="least-shown" for="least"></output></div>
</form>
<div class="under"><p id="relation"></p>
<label>Originals above <select id="over"><option value="garbled">garbled names</option><option value="all">all changed names</option><option value="none">none</option></select></label>
<button type="button" id="correct" aria-pressed="false" aria-controls="hand">Correct</button></div>
${legend}
<div class="board"><div id="sheet"></div>
<aside aria-label="Chosen passage">
<div class="pagers"><div class="pager">${button('previous', '↑', 'Previous passage')}${button('next', '↓', 'Next passage')}
<p id="status" role="status"></p></div>
<div class="pager finder"${findingCount === 0 && html` hidden`}>${button('previous-finding', '↑', 'Previous finding (p)')}${button('next-finding', '↓', 'Next finding (n)')}
<p id="finding" role="status">${counted(findingCount, 'finding')}</p></div>
<button type="button" id="more" aria-expanded="false" aria-controls="about">More</button></div>
<div id="hand" role="toolbar" aria-label="Corrections" hidden>
<p>Check the sentences that belong together, on both sides.</p>
<button type="button" data-key="l" title="The checked sentences become one passage (l)">Link</button><button type="button" data-key="u" title="The checked sentences have no partner (u)">Unlink</button><button type="button" data-key="r" title="This passage is right as it is (r)">Right</button><button type="button" data-key="z" title="Take the last correction back (z)">Undo</button>
<p id="hand-says" role="status"></p>
<button type="button" id="save-anchors" title="To align the same texts again: palimpsest align … --anchors corrections.json">Save corrections</button><button type="button" id="save-alignment" title="The passages as they stand, to convert: palimpsest convert alignment.json memory.tmx">Save alignment</button></div>
<p id="word" role="status"></p>
<div id="about"><div id="plot"></div><p class="scale" aria-hidden="true"><span>less sure</span><i class="c0"></i><i class="c1"></i><i class="c2"></i><i class="c3"></i><span>sure</span></p><div id="detail"></div>
<p class="hint"><kbd>↑</kbd> <kbd>↓</kbd> passage <kbd>n</kbd> <kbd>p</kbd> finding <kbd>/</kbd> find<span id="hint-words" hidden><br><kbd>←</kbd> <kbd>→</kbd> word</span></p></div></aside></div>
</div>`;
}

function button(id: string, sign: string, label: string): SafeHtml {
  return html`<button type="button" id="${id}" title="${label}"><span aria-hidden="true">${sign}</span><span class="sr">${label}</span></button>`;
}
