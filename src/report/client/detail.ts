/** What is known about the chosen bead: its figures, its findings, and where other documents say the same. */
import type { PageData } from '../page-data.ts';
import { make } from './make.ts';
import { messageOf } from './pointing.ts';

/** Longest quote from another document, in characters. */
const quoteLength = 110;

/** Fill `into` for one bead of one pair. */
export function showDetail(into: HTMLElement, data: PageData, pair: number, bead: number, flipped: boolean): void {
  const { source, target, beads } = data.pairs[pair]!;
  const [s0, s1, t0, t1, confidence, similarity] = beads[bead]!;
  const shape = flipped ? `${t1 - t0}–${s1 - s0}` : `${s1 - s0}–${t1 - t0}`;
  into.replaceChildren(
    facts([
      ['Confidence', `${confidence} %`],
      ['Similarity', (similarity / 100).toFixed(2)],
      ['Shape', shape],
    ]),
  );

  const findings = data.findings.flatMap((beads, index) => (beads.some(([p, b]) => p === pair && b === bead) ? [index] : []));
  if (findings.length > 0) {
    const messages = findings.map((index) => link(`#f${index}`, messageOf(index)));
    into.append(make('h3', 'doubt', 'Does not agree'), list(messages));
  }

  const inBead = (document: number, sentence: number) =>
    (document === source && sentence >= s0 && sentence < s1) || (document === target && sentence >= t0 && sentence < t1);
  const others = new Map<string, [document: number, sentence: number]>();
  for (const group of data.groups) {
    if (!group.some(([document, sentence]) => inBead(document, sentence))) continue;
    for (const place of group) if (place[0] !== source && place[0] !== target) others.set(place.join('.'), place);
  }
  if (others.size > 0) into.append(make('h3', '', 'Also said in'), list([...others.values()].map((place) => elsewhere(data, ...place))));
}

/** A link to a sentence of another document, with its beginning. */
function elsewhere({ documents }: PageData, index: number, sentence: number): HTMLElement {
  const { id, language } = documents[index]!;
  const item = link(`#d${index}s${sentence}`, `${id} §${sentence + 1}`);
  const quote = make('q', '', plainText(document.getElementById(`d${index}s${sentence}`)).slice(0, quoteLength));
  quote.lang = language;
  quote.dir = 'auto';
  item.append(' ', quote);
  return item;
}

/** Text of a sentence without the originals that stand above its names. */
function plainText(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const note of copy?.querySelectorAll('rt, rp') ?? []) note.remove();
  return copy?.textContent ?? '';
}

function facts(rows: readonly (readonly [string, string])[]): HTMLElement {
  return make('dl', '', ...rows.map(([name, value]) => make('div', '', make('dt', '', name), make('dd', '', value))));
}

function link(href: string, text: string): HTMLAnchorElement {
  const element = make('a', '', text) as HTMLAnchorElement;
  element.href = href;
  return element;
}

function list(items: readonly HTMLElement[]): HTMLElement {
  return make('ul', '', ...items.map((item) => make('li', '', item)));
}
