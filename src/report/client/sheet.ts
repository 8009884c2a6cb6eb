/** The two documents on the sheet, as rows of beads or as two columns, made of copies of the sentences that stand on the page. */
import type { PageData } from '../page-data.ts';
import { find, make } from './make.ts';
import { shadeOf } from './plot.ts';
import { planRows, type SideBead } from './rows.ts';

/** A bead on the sheet. */
export interface Laid {
  /** Its sentences on either side, in order. */
  left: HTMLElement[];
  right: HTMLElement[];
  /** Every element that shows it: its row, or its sentences. */
  all: HTMLElement[];
}

/** What was laid out: each bead, and where the keyboard stops, in reading order. */
export interface Sheet {
  beads: Laid[];
  stops: { bead: number; element: HTMLElement }[];
  /** In threads, the sentences of both columns from top to bottom. */
  columns: [HTMLElement[], HTMLElement[]];
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

/** More sentences than this on a side are drawn only when they come into view. */
const longDocument = 400;

/** Fill the sheet. */
export function layOut(sheet: HTMLElement, layout: 'rows' | 'threads', spread: Spread): Sheet {
  const { data, left, right } = spread;
  const made: Sheet = { beads: spread.beads.map(() => ({ left: [], right: [], all: [] })), stops: [], columns: [[], []] };
  sheet.className = layout;
  sheet.classList.toggle('long', Math.max(data.documents[left]!.sentences, data.documents[right]!.sentences) > longDocument);
  sheet.replaceChildren(heading(left), make('div', 'gap'), heading(right));
  if (layout === 'rows') layOutRows(sheet, spread, made);
  else layOutThreads(sheet, spread, made);
  return made;
}

/** Push down the column whose passage stands higher, and keep the left passage where it is on the screen. Moves without a new layout. */
export function bringLevel(sheet: HTMLElement, left: HTMLElement, right: HTMLElement): void {
  const columns = sheet.querySelectorAll<HTMLElement>('.column') as unknown as [HTMLElement, HTMLElement];
  const [before, other] = [left.getBoundingClientRect().top, right.getBoundingClientRect().top];
  const [leftShift, rightShift] = [shiftOf(columns[0]), shiftOf(columns[1])];
  const difference = before - leftShift - (other - rightShift);
  shift(columns[0], Math.max(0, -difference));
  shift(columns[1], Math.max(0, difference));
  scrollBy({ top: Math.max(0, -difference) - leftShift, behavior: 'instant' });
}

const shiftOf = (column: HTMLElement): number => Number(column.dataset.shift ?? 0);

function shift(column: HTMLElement, by: number): void {
  column.dataset.shift = String(by);
  column.style.transform = by === 0 ? '' : `translateY(${by}px)`;
}

function layOutRows(sheet: HTMLElement, spread: Spread, { beads: laid, stops }: Sheet): void {
  const { data, left, right, beads } = spread;
  const list = make('div', 'list');
  list.setAttribute('role', 'list');
  for (const row of planRows(beads, data.documents[left]!.sentences, data.documents[right]!.sentences)) {
    const isJoined = row.bead >= 0 && row.left.length > 0 && row.right.length > 0;
    const link = make('div', 'link');
    const sides = [side('div', 'cell', spread, left, row.left), side('div', 'cell', spread, right, row.right)] as const;
    const element = make('div', isJoined ? 'row' : 'row lone', sides[0], link, sides[1]);
    element.setAttribute('role', 'listitem');
    list.append(element);
    if (!isJoined) continue;
    const bead = beads[row.bead]!;
    element.dataset.b = String(row.bead);
    element.setAttribute('aria-label', describe(bead));
    link.setAttribute('aria-hidden', 'true');
    link.classList.add(shadeOf(bead));
    link.append(make('b', '', String(bead[4])));
    if (row.left.length + row.right.length > 2) link.append(make('span', '', `${row.left.length}–${row.right.length}`));
    laid[row.bead] = { left: sentencesOf(sides[0]), right: sentencesOf(sides[1]), all: [element] };
    stops.push({ bead: row.bead, element });
  }
  sheet.append(list);
}

function layOutThreads(sheet: HTMLElement, spread: Spread, { beads: laid, stops, columns }: Sheet): void {
  const { data, beads } = spread;
  const sides = (['left', 'right'] as const).map((name, position) => {
    const count = data.documents[spread[name]]!.sentences;
    const column = side('div', 'column', spread, spread[name], [...Array(count).keys()]);
    const elements = sentencesOf(column);
    columns[position] = elements;
    const beadOf = new Int32Array(count).fill(-1);
    beads.forEach((bead, index) => {
      if (bead[0] === bead[1] || bead[2] === bead[3]) return;
      for (let i = bead[position * 2]!; i < bead[position * 2 + 1]!; i++) beadOf[i] = index;
    });
    elements.forEach((element, i) => {
      const bead = beadOf[i]!;
      if (bead < 0) {
        element.classList.add('lone');
        return;
      }
      element.dataset.b = String(bead);
      laid[bead]![name].push(element);
      laid[bead]!.all.push(element);
      if (position === 0 && laid[bead]!.left.length === 1) stops.push({ bead, element });
    });
    return column;
  });
  for (const { bead, element } of stops) {
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', describe(beads[bead]!));
  }
  sheet.append(sides[0]!, make('div', 'gap'), sides[1]!);
}

function heading(documentIndex: number): HTMLElement {
  const title = find(`#d${documentIndex}-title`).cloneNode(true) as HTMLElement;
  title.removeAttribute('id');
  return title;
}

/** A box with copies of sentences of a document, in its language and direction. */
function side(tag: string, className: string, spread: Spread, documentIndex: number, sentences: readonly number[]): HTMLElement {
  const element = make(tag, className, ...sentences.map((i) => copy(spread, documentIndex, i)));
  const original = find<HTMLElement>(`#d${documentIndex}`);
  element.lang = original.lang;
  element.dir = original.dir;
  element.dataset.document = spread.data.documents[documentIndex]!.id;
  return element;
}

const sentencesOf = (element: HTMLElement) => [...element.children] as HTMLElement[];

function copy({ data, pair }: Spread, documentIndex: number, sentence: number): HTMLElement {
  const element = document.getElementById(`d${documentIndex}s${sentence}`)!.cloneNode(true) as HTMLElement;
  element.removeAttribute('id');
  element.dataset.at = `${documentIndex}.${sentence}`;
  const isOurs = (of: HTMLElement) => of.dataset.f!.split(' ').some((index) => isIn(data.findings[Number(index)]!, pair));
  for (const mark of element.querySelectorAll<HTMLElement>('mark')) mark.classList.toggle('off', !isOurs(mark));
  if (element.dataset.f !== undefined) element.classList.toggle('doubted', isOurs(element));
  return element;
}

/** Whether a finding is shown with a pair: it was found there, or in sentences that no bead joins. */
function isIn(beads: PageData['findings'][number], pair: number): boolean {
  return beads.length === 0 || beads.some(([of]) => of === pair);
}

/** A bead in words, for labels and for the status line. */
export function describe([l0, l1, r0, r1, confidence]: SideBead): string {
  const span = (start: number, end: number) => (end - start === 1 ? String(start + 1) : `${start + 1} to ${end}`);
  return `Sentence ${span(l0, l1)} with ${span(r0, r1)}, confidence ${confidence} percent`;
}
