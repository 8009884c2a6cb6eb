/** Search in all texts of the page, whatever pair is open. */
import { findText } from './find-text.ts';
import { find } from './make.ts';
import { goTo } from './route.ts';
import { data, open, sheet } from './state.ts';
import { textNodes } from './words.ts';

const field = find<HTMLInputElement>('#find');
const count = find('#found');

interface Hit {
  document: number;
  sentence: number;
}
let hits: Hit[] = [];
let at = -1;

/** Make the field work. */
export function startSearch(): void {
  find<HTMLElement>('#search').hidden = false;
  field.addEventListener('input', () => {
    hits = collect(field.value);
    at = -1;
    show();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      field.value = '';
      field.dispatchEvent(new Event('input'));
      field.blur();
    }
    if (event.key !== 'Enter' || hits.length === 0) return;
    event.preventDefault();
    at = (at + (event.shiftKey ? -1 : 1) + hits.length + (at < 0 && event.shiftKey ? 1 : 0)) % hits.length;
    goTo(hits[at]!.document, hits[at]!.sentence, -1);
    field.focus({ preventScroll: true });
    show();
  });
  sheet.addEventListener('choose', () => mark(field.value)); // a new sheet is marked anew
}

/** The sentences that hold the words: those of the left document first, then those of the documents after it. */
function collect(query: string): Hit[] {
  const { length } = data.documents;
  const first = Math.max(0, Number(find<HTMLSelectElement>('#left').value));
  return data.documents.flatMap((_, i) => {
    const document = (first + i) % length;
    const { sentences } = data.documents[document]!;
    return [...Array(sentences).keys()]
      .filter((s) => findText(textOf(document, s), query).length > 0)
      .map((sentence) => ({ document, sentence }));
  });
}

const textOf = (index: number, sentence: number): string =>
  textNodes(document.getElementById(`d${index}s${sentence}`)!)
    .map(({ data }) => data)
    .join('');

function show(): void {
  count.textContent =
    field.value.trim() === '' ? '' : hits.length === 0 ? 'none' : at < 0 ? String(hits.length) : `${at + 1} of ${hits.length}`;
  mark(field.value);
}

/** Mark the words on the sheet, in browsers that can mark without new elements. */
function mark(query: string): void {
  if (typeof Highlight === 'undefined') return;
  CSS.highlights.delete('found');
  if (query.trim() === '' || open.pair < 0) return;
  const ranges = [...sheet.querySelectorAll('.s')].flatMap((sentence) => {
    const nodes = textNodes(sentence);
    return findText(nodes.map(({ data }) => data).join(''), query).map(([start, end]) => rangeOf(nodes, start, end));
  });
  CSS.highlights.set('found', new Highlight(...ranges));
}

function rangeOf(nodes: readonly Text[], start: number, end: number): Range {
  const range = document.createRange();
  let before = 0;
  for (const node of nodes) {
    const after = before + node.length;
    if (start >= before && start < after) range.setStart(node, start - before);
    if (end > before && end <= after) range.setEnd(node, end - before);
    before = after;
  }
  return range;
}
