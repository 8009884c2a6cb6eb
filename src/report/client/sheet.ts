/** The two documents on the sheet, as rows of beads or as two columns, made of copies of the sentences on the page. */
import type { PageData } from '../page-data.ts';
import { foldRuns } from './fold-runs.ts';
import { find, make } from './make.ts';
import { shadeOf } from './plot.ts';
import { planRows, type Row, type SideBead } from './rows.ts';

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
  /** With `look`, rows that need none are folded. */
  show: 'all' | 'look' | 'sure';
  /** Confidence below which a bead is doubtful, in percent. */
  least: number;
  /** Whether a reader has decided about a row. */
  isSettled(row: Row): boolean;
}

/** More sentences than this on a side are drawn only when they come into view. */
const longDocument = 400;

/** Fill the sheet. */
export function layOut(sheet: HTMLElement, layout: 'rows' | 'threads', spread: Spread): Sheet {
  const { data, left, right } = spread;
  const made: Sheet = { beads: spread.beads.map(() => ({ left: [], right: [], all: [] })), stops: [], columns: [[], []] };
  sheet.className = layout;
  sheet.classList.toggle('long', Math.max(data.documents[left]!.sentences, data.documents[right]!.sentences) > longDocument);
  const between = make('div', 'gap', layout === 'rows' ? '% sure' : '');
  sheet.replaceChildren(heading(left), between, heading(right));
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
  const { data, left, right, beads, show, isSettled } = spread;
  const rows = planRows(beads, data.documents[left]!.sentences, data.documents[right]!.sentences);
  const elements = rows.map((row) => {
    const sides = [side('div', 'cell', spread, left, row.left), side('div', 'cell', spread, right, row.right)] as const;
    const isJoined = row.bead >= 0 && row.left.length > 0 && row.right.length > 0;
    const element = make(
      'div',
      isJoined ? 'row' : 'row lone',
      sides[0],
      isJoined ? link(beads[row.bead]!, isSettled(row)) : make('div', 'link'),
      sides[1],
    );
    element.setAttribute('role', 'listitem');
    if (isJoined) {
      element.dataset.b = String(row.bead);
      element.setAttribute('aria-label', describe(beads[row.bead]!));
      laid[row.bead] = { left: sentencesOf(sides[0]), right: sentencesOf(sides[1]), all: [element] };
    }
    return { row, element };
  });
  const kept = show === 'look' ? foldRuns(elements, ({ row, element }) => needsLook(row, element, spread)) : elements;
  for (const { row, element } of kept.flatMap((part) => ('folded' in part ? [] : [part])))
    if (element.dataset.b !== undefined) stops.push({ bead: row.bead, element });
  sheet.append(list(kept.map((part) => ('folded' in part ? fold(part.folded.map(({ element }) => element)) : part.element))));
}

/** Whether a reader should look at a row: it is doubtful, something does not agree, a name is garbled, or a translation leaves something out. */
function needsLook(row: Row, element: HTMLElement, { data, pair, beads, least, isSettled }: Spread): boolean {
  if (isSettled(row)) return false;
  if (element.querySelector('mark:not(.off), .doubted, .n.garbled')) return true;
  if (element.dataset.b !== undefined) return beads[row.bead]![4] < least;
  return data.pairs[pair]!.relation === 'parallel' && element.querySelector('.s:not(.furniture)') !== null;
}

function list(items: readonly HTMLElement[]): HTMLElement {
  const element = make('div', 'list', ...items);
  element.setAttribute('role', 'list');
  return element;
}

/** Rows that are shown when one asks for them. */
function fold(rows: readonly HTMLElement[]): HTMLElement {
  const summary = make('summary', '', rows.length === 1 ? '1 row that needs no look' : `${rows.length} rows that need no look`);
  const item = make('div', 'fold', make('details', '', summary, list(rows)));
  item.setAttribute('role', 'listitem');
  return item;
}

/** The cell between the sides of a row: the confidence of the bead, and its shape. */
function link(bead: SideBead, isSettled: boolean): HTMLElement {
  const [l0, l1, r0, r1, confidence] = bead;
  const element = make('div', `link ${shadeOf(bead)}`, make('b', '', isSettled ? '✓' : String(confidence)));
  if (l1 - l0 + r1 - r0 > 2) element.append(make('span', '', `${l1 - l0}–${r1 - r0}`));
  element.setAttribute('aria-hidden', 'true');
  return element;
}

function layOutThreads(sheet: HTMLElement, spread: Spread, { beads: laid, stops, columns }: Sheet): void {
  const { data, beads } = spread;
  const joined = [...beads.keys()].filter((bead) => beads[bead]![0] < beads[bead]![1] && beads[bead]![2] < beads[bead]![3]);
  const sides = (['left', 'right'] as const).map((name, position) => {
    const column = side('div', 'column', spread, spread[name], [...Array(data.documents[spread[name]]!.sentences).keys()]);
    const elements = sentencesOf(column);
    columns[position] = elements;
    const held: number[][] = elements.map(() => []); // a sentence may be in several beads
    for (const bead of joined) for (let i = beads[bead]![position * 2]!; i < beads[bead]![position * 2 + 1]!; i++) held[i]!.push(bead);
    for (const beadsHere of held) beadsHere.sort((a, b) => beads[b]![4] - beads[a]![4]); // the surest comes first
    elements.forEach((element, i) => {
      if (held[i]!.length > 0) element.dataset.b = held[i]!.join(' ');
      else element.classList.add('lone');
      for (const bead of held[i]!) {
        laid[bead]![name].push(element);
        laid[bead]!.all.push(element);
      }
    });
    return column;
  });
  joined.sort((a, b) => beads[a]![0] - beads[b]![0] || beads[a]![2] - beads[b]![2]);
  for (const bead of joined) {
    const element = laid[bead]!.left[0]!;
    stops.push({ bead, element });
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', [element.getAttribute('aria-label'), describe(beads[bead]!)].filter(Boolean).join('; '));
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
