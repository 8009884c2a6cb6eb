/** The open pair: two documents side by side, and the bead that is chosen. */
import { showDetail } from './detail.ts';
import { drawRibbons, makeRibbons } from './draw-ribbons.ts';
import { pairOf } from './find-pair.ts';
import { find } from './make.ts';
import { makePlot, type Plot } from './plot.ts';
import { chooseWord, forgetWords, wrap } from './pointing.ts';
import type { Row, SideBead } from './rows.ts';
import { bringLevel, describe, layOut } from './sheet.ts';
import { data, isDoubtful, isLeftOut, least, open, type Show, settled, sheet, shown } from './state.ts';

export type Layout = 'rows' | 'threads';

const leftChoice = find<HTMLSelectElement>('#left');
const rightChoice = find<HTMLSelectElement>('#right');
/** On a phone there is no room for two columns. */
export const narrow = matchMedia('(max-width: 44rem)');

let chosenLayout: Layout | undefined; // until the reader chooses, the pair decides
let plot: Plot | undefined;

// ── opening a pair ──────────────────────────────────────────────────────────

/** Set two documents side by side; `flip` puts the target on the left. The same two stay laid out as they are. */
export function openPair(index: number, flip: boolean): void {
  const { source, target, beads } = data.pairs[index]!;
  const layout = index === open.pair && !narrow.matches ? (sheet.className.split(' ')[0] as Layout) : undefined;
  open.pair = index;
  open.flipped = flip;
  open.beads = beads.map(([s0, s1, t0, t1, ...figures]): SideBead => (flip ? [t0, t1, s0, s1, ...figures] : [s0, s1, t0, t1, ...figures]));
  leftChoice.value = String(flip ? target : source);
  rightChoice.value = String(flip ? source : target);
  for (const option of rightChoice.options) option.disabled = pairOf(data, Number(leftChoice.value), Number(option.value)) < 0;
  build(layout);
}

/** Open the pair that the two lists name, from its top. */
export function openChosenPair(): void {
  const left = Number(leftChoice.value);
  let right = Number(rightChoice.value);
  if (pairOf(data, left, right) < 0) right = data.documents.findIndex((_, i) => pairOf(data, left, i) >= 0);
  const index = pairOf(data, left, right);
  if (index < 0) return;
  openPair(index, data.pairs[index]!.source !== left);
  if (sheet.getBoundingClientRect().top < 0) find('#desk').scrollIntoView();
}

/** Swap the sides. */
export const swap = (): void => openPair(open.pair, !open.flipped);

/** Lay out in the way the reader wants from now on. */
export function setLayout(layout: Layout): void {
  chosenLayout = layout;
  if (layout === 'threads' && shown() === 'look') find<HTMLSelectElement>('#show').value = 'all'; // threads show everything
  build();
}

/** Every passage in rows for paper, whatever the reader has chosen, and what the marks mean. */
export function layOutForPaper(): void {
  find<HTMLDetailsElement>('.legend').open = true;
  build('rows', 'all');
}

function layoutWanted(): Layout {
  if (narrow.matches || shown() === 'look') return 'rows';
  return chosenLayout ?? (data.pairs[open.pair]!.relation === 'parallel' && !hasCrossings() ? 'rows' : 'threads');
}

function hasCrossings(): boolean {
  let reached = 0;
  return open.beads
    .filter(isJoined)
    .sort((a, b) => a[0] - b[0])
    .some(([, , r0, r1]) => {
      if (r0 < reached) return true;
      reached = r1;
      return false;
    });
}

const isJoined = ([l0, l1, r0, r1]: SideBead): boolean => l0 < l1 && r0 < r1;

/** Lay out the open pair again. The chosen bead stays chosen where it is still there. */
export function build(layout: Layout = layoutWanted(), show: Show = shown(), keep = -1): void {
  if (open.pair < 0) return;
  const [left, right] = [Number(leftChoice.value), Number(rightChoice.value)];
  const pair = data.pairs[open.pair]!;
  open.current = -1;
  forgetWords();
  open.laid = layOut(sheet, layout, { data, pair: open.pair, left, right, beads: open.beads, show, least: least(), isSettled });
  find<HTMLInputElement>(`[name=layout][value=${layout}]`).checked = true;
  find('#relation').textContent = relationInWords();
  makeRibbons(layout);
  plot = makePlot(open.beads, data.documents[left]!, data.documents[right]!, (bead) => choose(bead, true));
  find('#plot').replaceChildren(...plot.elements);

  const { stops } = open.laid;
  const none = stops.length === 0;
  find<HTMLElement>('#hint-words').hidden = !pair.words;
  find('aside').classList.toggle('worded', !!pair.words && !none);
  find('aside').classList.toggle('bare', none);
  find('#detail').replaceChildren();
  find('#status').textContent = !none
    ? ''
    : open.beads.some(isJoined)
      ? 'No passage needs a look.'
      : 'No passage of these two documents is aligned.';
  measure();
  filter();
  choose(stops.some(({ bead }) => bead === keep) ? keep : (stops[0]?.bead ?? -1), false);
}

/** Whether the reader has decided about everything in a row. */
function isSettled({ left, right }: Row): boolean {
  const [source, target] = settled.get(open.pair) ?? [];
  const [ofLeft, ofRight] = open.flipped ? [target, source] : [source, target];
  return !!ofLeft && left.every((i) => ofLeft.has(i)) && right.every((i) => ofRight!.has(i));
}

function relationInWords(): string {
  const { source, target, relation, sure } = data.pairs[open.pair]!;
  const meaning = {
    parallel: 'Parallel: one text translates the other',
    comparable: 'Comparable: one event, told in two ways',
    related: 'Related: the same people, another event',
    unrelated: 'Unrelated: these texts are not about the same thing',
  }[relation];
  const share = (from: number, document: number) => {
    const held = new Set<number>();
    for (const bead of open.beads) if (isJoined(bead)) for (let i = bead[from]!; i < bead[from + 1]!; i++) held.add(i);
    return `${held.size} of ${data.documents[document]!.sentences}`;
  };
  const [left, right] = open.flipped ? [target, source] : [source, target];
  const aligned = open.beads.some(isJoined) ? ` Sentences aligned: ${share(0, left)} on the left, ${share(2, right)} on the right.` : '';
  return `${meaning} (${sure} % sure).${aligned}`;
}

/** Sticky headings stand below the tools, however many lines these take. */
function measure(): void {
  const height = (selector: string) => find<HTMLElement>(selector).offsetHeight;
  const style = document.documentElement.style;
  style.setProperty('--nav', `${height('nav')}px`);
  style.setProperty('--tools', `${height('nav') + height('.tools')}px`);
}

// ── filtering ───────────────────────────────────────────────────────────────

/** Show which beads are doubtful, and leave out those that are not wanted. */
export function filter(): void {
  const { laid, beads } = open;
  const joined = [...beads.keys()].filter((bead) => isJoined(beads[bead]!));
  const below = joined.filter(isDoubtful).length;
  find('#least-shown').textContent = `${least()} %, ${below} below`;
  const elements = new Map<HTMLElement, number[]>();
  for (const { bead } of laid.stops)
    for (const element of laid.beads[bead]!.all) elements.set(element, [...(elements.get(element) ?? []), bead]);
  for (const [element, held] of elements) {
    element.classList.toggle('weak', held.every(isLeftOut));
    element.classList.toggle('doubtful', held.every(isDoubtful));
  }
  plot?.draw(open.current, isLeftOut);
  drawRibbons();
}

let isDrawing = false;

/** Draw again with the next frame. */
export function drawSoon(): void {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(() => {
    isDrawing = false;
    measure();
    drawRibbons();
  });
}

// ── choosing a bead ─────────────────────────────────────────────────────────

/** Make a bead the current one. With `level`, its right side is brought to the height of its left side, and into view. */
export function choose(bead: number, level: boolean): void {
  if (open.current >= 0) setCurrent(open.current, false);
  chooseWord(-1);
  open.current = bead;
  sheet.dispatchEvent(new Event('choose'));
  if (bead < 0) return;
  setCurrent(bead, true);
  wrap(bead);
  const { left, right, all } = open.laid.beads[bead]!;
  const fold = all[0]?.closest('details');
  if (fold) fold.open = true;
  if (level && left[0] && right[0]) {
    if (sheet.classList.contains('threads')) bringLevel(sheet, left[0], right[0]);
    bringIntoView(left[0]);
  }
  plot?.draw(bead, isLeftOut);
  drawRibbons();
  const position = open.laid.stops.findIndex((stop) => stop.bead === bead);
  const spoken = Object.assign(document.createElement('span'), { className: 'sr', textContent: ` ${describe(open.beads[bead]!)}.` });
  find('#status').replaceChildren(`Passage ${position + 1} of ${open.laid.stops.length}.`, spoken);
  showDetail(find('#detail'), data, open.pair, bead, open.flipped);
}

/** Where a passage is not well in view, with what follows it, it goes to the middle of the window. */
function bringIntoView(element: HTMLElement): void {
  const { top, bottom } = element.getBoundingClientRect();
  const tools = find('.tools').getBoundingClientRect();
  if (top < Math.max(0, tools.bottom) + 30 || bottom > innerHeight * 0.7) element.scrollIntoView({ block: 'center' });
}

function setCurrent(bead: number, is: boolean): void {
  for (const element of open.laid.beads[bead]!.all) element.classList.toggle('current', is);
  const stop = stopOf(bead);
  if (stop) stop.tabIndex = is ? 0 : -1;
}

const stopOf = (bead: number): HTMLElement | undefined => open.laid.stops.find((stop) => stop.bead === bead)?.element;

/** Give the keyboard to the chosen passage. */
export function focusChosen(): void {
  stopOf(open.current)?.focus({ preventScroll: true });
}

/** Choose another bead, among those that are on view. */
export function step(to: (position: number) => number, focus = true): void {
  const stops = open.laid.stops.filter(({ bead, element }) => !isLeftOut(bead) && !element.closest('details:not([open])'));
  const next = stops[Math.max(0, Math.min(stops.length - 1, to(stops.findIndex((stop) => stop.bead === open.current))))];
  if (!next) return;
  choose(next.bead, true);
  if (focus) next.element.focus({ preventScroll: true });
}

/** Show a sentence on the sheet, its bead level; `false` when it is not there. With a finding (else -1), its bead is chosen and its words are outlined. */
export function showSentence(documentIndex: number, sentence: number, finding: number): boolean {
  const at = `[data-at="${documentIndex}.${sentence}"]`;
  const wanted = data.findings[finding]?.find(([pair]) => pair === open.pair)?.[1] ?? -1;
  const inBead = open.laid.beads[wanted]?.all.map((element) => (element.matches(at) ? element : element.querySelector(at))).find(Boolean);
  const element = (inBead ?? sheet.querySelector(at)) as HTMLElement | null;
  if (!element) return false;
  const bead = inBead ? wanted : Number(element.closest<HTMLElement>('[data-b]')?.dataset.b?.split(' ')[0] ?? -1);
  if (bead >= 0) choose(bead, true);
  const fold = element.closest('details');
  if (fold) fold.open = true;
  element.scrollIntoView({ block: 'center' });
  for (const asked of sheet.querySelectorAll('.asked')) asked.classList.remove('asked');
  for (const place of sheet.querySelectorAll(`[data-f~="${finding}"]`)) place.classList.add('asked');
  element.classList.remove('flash');
  void element.offsetWidth; // restarts the animation
  element.classList.add('flash');
  if (bead >= 0) focusChosen();
  return true;
}
