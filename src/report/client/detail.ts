/** What is known about the chosen bead: its figures, its findings, and where other documents say the same. */
import type { PageData } from '../page-data.ts';

/** Fill `into` for one bead of one pair. */
export function showDetail(into: HTMLElement, data: PageData, pair: number, bead: number, flipped: boolean): void {
  into.replaceChildren();
  const { source, target, beads } = data.pairs[pair]!;
  const [s0, s1, t0, t1, confidence, similarity] = beads[bead]!;
  const shape = flipped ? `${t1 - t0}–${s1 - s0}` : `${s1 - s0}–${t1 - t0}`;
  into.append(
    facts([
      ['Confidence', `${confidence} %`],
      ['Similarity', (similarity / 100).toFixed(2)],
      ['Shape', shape],
    ]),
  );

  const findings = data.findings.flatMap(([p, b], index) => (p === pair && b === bead ? [index] : []));
  if (findings.length > 0) {
    into.append(title('Does not agree'));
    into.append(list(findings.map((index) => link(`#f${index}`, document.querySelector(`#f${index} p`)?.textContent ?? ''))));
  }

  const inBead = (document: number, sentence: number) =>
    (document === source && sentence >= s0 && sentence < s1) || (document === target && sentence >= t0 && sentence < t1);
  const others = new Map<string, [document: number, sentence: number]>();
  for (const group of data.groups) {
    if (!group.some(([document, sentence]) => inBead(document, sentence))) continue;
    for (const place of group) if (place[0] !== source && place[0] !== target) others.set(place.join('.'), place);
  }
  if (others.size > 0) {
    into.append(title('Also said in'));
    into.append(
      list(
        [...others.values()].map(([index, sentence]) => {
          const { id, language } = data.documents[index]!;
          const text = document.querySelector(`#d${index}s${sentence}`);
          const item = link(`#d${index}s${sentence}`, `${id} §${sentence + 1}`);
          const quote = document.createElement('q');
          quote.lang = language;
          quote.dir = 'auto';
          quote.textContent = plainText(text).slice(0, 110);
          item.append(' ', quote);
          return item;
        }),
      ),
    );
  }
}

/** Text of a sentence without the originals that stand above its names. */
function plainText(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const note of copy?.querySelectorAll('rt, rp') ?? []) note.remove();
  return copy?.textContent ?? '';
}

function facts(rows: readonly (readonly [string, string])[]): HTMLElement {
  const element = document.createElement('dl');
  for (const [name, value] of rows) {
    const group = document.createElement('div');
    const term = document.createElement('dt');
    const definition = document.createElement('dd');
    term.textContent = name;
    definition.textContent = value;
    group.append(term, definition);
    element.append(group);
  }
  return element;
}

function title(text: string): HTMLElement {
  const element = document.createElement('h3');
  element.textContent = text;
  return element;
}

function link(href: string, text: string): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = href;
  element.textContent = text;
  return element;
}

function list(items: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement('ul');
  for (const item of items) {
    const entry = document.createElement('li');
    entry.append(item);
    element.append(entry);
  }
  return element;
}
