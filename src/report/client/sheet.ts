/** The two documents on the sheet, as rows of beads or as two columns, made of copies of the sentences that stand on the page. */
import type { PageData } from '../page-data.ts';
import { planRows, type SideBead } from './rows.ts';

/** The first element that matches; the page always holds what is asked for. */
export const find = <E extends Element>(selector: string): E => document.querySelector<E>(selector)!;

/** What was laid out: the elements of each bead, and where the keyboard stops, in reading order. */
export interface Sheet {
  sides: { left: HTMLElement[]; right: HTMLElement[] }[];
  stops: { bead: number; element: HTMLElement }[];
}

/** Two documents, by position, and their beads. */
export interface Spread {
  data: PageData;
  /** Position of the pair: findings of others are not marked. */
  pair: number;
  left: number;
  right: number;
  beads: readonly SideBead[];
}

/** Fill the sheet. */
export function layOut(sheet: HTMLElement, layout: 'rows' | 'threads', spread: Spread): Sheet {
  const made: Sheet = { sides: spread.beads.map(() => ({ left: [], right: [] })), stops: [] };
  sheet.className = layout;
  sheet.replaceChildren(heading(spread.left), make('div', 'gap'), heading(spread.right));
  if (layout === 'rows') layOutRows(sheet, spread, made);
  else layOutThreads(sheet, spread, made);
  return made;
}

/** Push down the column whose passage stands higher, and keep the left passage where it is on the screen. */
export function bringLevel(sheet: HTMLElement, left: HTMLElement, right: HTMLElement): void {
  const before = left.getBoundingClientRect().top;
  const [leftColumn, rightColumn] = sheet.querySelectorAll<HTMLElement>('.column') as unknown as [HTMLElement, HTMLElement];
  leftColumn.style.marginTop = rightColumn.style.marginTop = '0';
  const difference = left.getBoundingClientRect().top - right.getBoundingClientRect().top;
  (difference > 0 ? rightColumn : leftColumn).style.marginTop = `${Math.abs(difference)}px`;
  scrollBy({ top: left.getBoundingClientRect().top - before, behavior: 'instant' });
}

function layOutRows(sheet: HTMLElement, spread: Spread, { sides, stops }: Sheet): void {
  const { data, left, right, beads } = spread;
  const list = make('div', 'list');
  list.setAttribute('role', 'list');
  for (const row of planRows(beads, data.documents[left]!.sentences, data.documents[right]!.sentences)) {
    const element = make('div', row.bead < 0 || row.left.length === 0 || row.right.length === 0 ? 'row lone' : 'row');
    element.setAttribute('role', 'listitem');
    const cells = [cell(spread, left, row.left, row.bead), make('div', 'link'), cell(spread, right, row.right, row.bead)] as const;
    element.append(...cells);
    list.append(element);
    if (element.classList.contains('lone')) continue;
    element.dataset.b = String(row.bead);
    element.setAttribute('aria-label', describe(beads[row.bead]!));
    cells[1].textContent = String(beads[row.bead]![4]);
    cells[1].setAttribute('aria-hidden', 'true');
    sides[row.bead] = { left: [cells[0]], right: [cells[2]] };
    stops.push({ bead: row.bead, element });
  }
  sheet.append(list);
}

function layOutThreads(sheet: HTMLElement, spread: Spread, { sides, stops }: Sheet): void {
  const { data, left, right, beads } = spread;
  const columns = [make('div', 'column'), make('div', 'gap'), make('div', 'column')] as const;
  for (const [side, documentIndex] of [
    ['left', left],
    ['right', right],
  ] as const) {
    const from = side === 'left' ? 0 : 2;
    for (let i = 0; i < data.documents[documentIndex]!.sentences; i++) {
      const bead = beads.findIndex((bead) => bead[from] <= i && i < bead[from + 1]! && bead[0] < bead[1] && bead[2] < bead[3]);
      const element = copy(spread, documentIndex, i, bead);
      columns[side === 'left' ? 0 : 2].append(element);
      if (bead < 0) element.classList.add('lone');
      else {
        sides[bead]![side].push(element);
        if (side === 'left' && sides[bead]!.left.length === 1) stops.push({ bead, element });
      }
    }
  }
  for (const { bead, element } of stops) {
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', describe(beads[bead]!));
  }
  sheet.append(...columns);
}

function heading(documentIndex: number): HTMLElement {
  const title = find(`#d${documentIndex}-title`).cloneNode(true) as HTMLElement;
  title.removeAttribute('id');
  return title;
}

function cell(spread: Spread, documentIndex: number, sentences: readonly number[], bead: number): HTMLElement {
  const element = make('div', 'cell');
  element.dataset.document = spread.data.documents[documentIndex]!.id;
  element.append(...sentences.map((i) => copy(spread, documentIndex, i, bead)));
  return element;
}

function copy({ data, pair }: Spread, documentIndex: number, sentence: number, bead: number): HTMLElement {
  const element = document.getElementById(`d${documentIndex}s${sentence}`)!.cloneNode(true) as HTMLElement;
  element.removeAttribute('id');
  element.lang = data.documents[documentIndex]!.language;
  element.dataset.at = `${documentIndex}.${sentence}`;
  for (const mark of element.querySelectorAll<HTMLElement>('mark')) {
    const findings = mark.dataset.f!.split(' ').map((index) => data.findings[Number(index)]![0]);
    mark.classList.toggle('off', !findings.includes(pair));
  }
  if (bead >= 0) element.dataset.b = String(bead);
  return element;
}

function make(tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

/** A bead in words, for labels and for the status line. */
export function describe([l0, l1, r0, r1, confidence]: SideBead): string {
  const span = (start: number, end: number) => (end - start === 1 ? String(start + 1) : `${start + 1} to ${end}`);
  return `Sentence ${span(l0, l1)} with ${span(r0, r1)}, confidence ${confidence} percent`;
}
