/** The open pair: two documents side by side, the bead and the word that are chosen, the ribbons between them, and what is filtered out. */
import type { PageData } from '../page-data.ts';
import { showDetail } from './detail.ts';
import { pairOf } from './find-pair.ts';
import { find, makeSvg } from './make.ts';
import { makePlot, type Plot, shadeOf } from './plot.ts';
import { elementsBetween, extentOf, ribbonPath } from './ribbons.ts';
import type { SideBead } from './rows.ts';
import { bringLevel, describe, layOut, type Sheet } from './sheet.ts';
import { type BeadWords, unpackWords, wrapWords } from './words.ts';

export type Layout = 'rows' | 'threads';

const sheet = find<HTMLElement>('#sheet');
const leftChoice = find<HTMLSelectElement>('#left');
const rightChoice = find<HTMLSelectElement>('#right');
const least = find<HTMLInputElement>('#least');
/** On a phone there is no room for two columns. */
export const narrow = matchMedia('(max-width: 44rem)');

let data: PageData;
let chosenLayout: Layout | undefined; // until the reader chooses, the pair decides
let pair = -1;
let flipped = false;
let beads: SideBead[] = [];
let laid: Sheet = { beads: [], stops: [], columns: [[], []] };
let words = new Map<number, BeadWords>(); // of the beads that were pointed at
let plot: Plot | undefined;
let ribbons: SVGElement | undefined;
let current = -1;
let currentWord = -1;
let hot: Element[] = [];

// ── opening a pair ──────────────────────────────────────────────────────────

/** Use these data, and open nothing yet. */
export function setData(value: PageData): void {
  data = value;
}

/** Position of the open pair, -1 before the first. */
export const openedPair = (): number => pair;

/** Set two documents side by side; `flip` puts the target on the left. */
export function openPair(index: number, flip: boolean): void {
  pair = index;
  flipped = flip;
  const { source, target, beads: stored } = data.pairs[index]!;
  beads = stored.map(([s0, s1, t0, t1, confidence, similarity]) =>
    flip ? [t0, t1, s0, s1, confidence, similarity] : [s0, s1, t0, t1, confidence, similarity],
  );
  leftChoice.value = String(flip ? target : source);
  rightChoice.value = String(flip ? source : target);
  for (const option of rightChoice.options) option.disabled = pairOf(data, Number(leftChoice.value), Number(option.value)) < 0;
  build();
}

/** Swap the sides. */
export const swap = (): void => openPair(pair, !flipped);

/** Lay out in the way the reader wants from now on. */
export function setLayout(layout: Layout): void {
  chosenLayout = layout;
  build();
}

/** Rows for paper, whatever the reader has chosen. */
export function layOutForPaper(): void {
  if (sheet.classList.contains('threads')) build('rows');
}

function layoutWanted(): Layout {
  if (narrow.matches) return 'rows';
  return chosenLayout ?? (data.pairs[pair]!.relation === 'parallel' && !hasCrossings() ? 'rows' : 'threads');
}

function hasCrossings(): boolean {
  let reached = 0;
  return [...beads]
    .filter(([l0, l1, r0, r1]) => l0 < l1 && r0 < r1)
    .sort((a, b) => a[0] - b[0])
    .some(([, , r0, r1]) => {
      if (r0 < reached) return true;
      reached = r1;
      return false;
    });
}

/** Lay out the open pair again. */
export function build(layout: Layout = layoutWanted()): void {
  if (pair < 0) return;
  const [left, right] = [Number(leftChoice.value), Number(rightChoice.value)];
  [current, currentWord, hot, words] = [-1, -1, [], new Map()];
  laid = layOut(sheet, layout, { data, pair, left, right, beads });
  find<HTMLInputElement>(`[name=layout][value=${layout}]`).checked = true;
  find('#relation').textContent = relationInWords();

  ribbons = makeSvg('svg', { class: 'ribbons', 'aria-hidden': 'true' });
  if (layout === 'threads') sheet.append(ribbons);
  plot = makePlot(beads, data.documents[left]!.sentences, data.documents[right]!.sentences, (bead) => choose(bead, true));
  find('#plot').replaceChildren(plot.element);
  const none = laid.stops.length === 0;
  find<HTMLElement>('#hint-words').hidden = !data.pairs[pair]!.words;
  find('aside').classList.toggle('worded', !!data.pairs[pair]!.words && !none);
  find('aside').classList.toggle('bare', none);
  find('#detail').replaceChildren();
  find('#status').textContent = none ? 'No passage of these two documents is aligned.' : '';
  measure();
  filter();
  choose(laid.stops[0]?.bead ?? -1, false);
}

function relationInWords(): string {
  const { source, target, relation, sure } = data.pairs[pair]!;
  const meaning = {
    parallel: 'Parallel: one text translates the other',
    comparable: 'Comparable: one event, told in two ways',
    related: 'Related: the same people, another event',
    unrelated: 'Unrelated: these texts are not about the same thing',
  }[relation];
  const share = (from: number, document: number) => {
    const count = data.documents[document]!.sentences;
    const held = new Set<number>();
    for (const bead of beads) if (bead[0] < bead[1] && bead[2] < bead[3]) for (let i = bead[from]!; i < bead[from + 1]!; i++) held.add(i);
    return `${held.size} of ${count}`;
  };
  const [leftDocument, rightDocument] = flipped ? [target, source] : [source, target];
  const aligned =
    laid.stops.length > 0 ? ` Sentences aligned: ${share(0, leftDocument)} on the left, ${share(2, rightDocument)} on the right.` : '';
  return `${meaning} (${sure} % sure).${aligned}`;
}

/** Sticky headings stand below the tools, however many lines these take. */
function measure(): void {
  sheet.style.setProperty('--tools', `${find<HTMLElement>('.tools').offsetHeight}px`);
}

// ── drawing and filtering ───────────────────────────────────────────────────

const isWeak = (bead: number): boolean => beads[bead]![4] < Number(least.value);

/** Leave out the beads below the confidence asked for. */
export function filter(): void {
  const left = laid.stops.filter(({ bead }) => !isWeak(bead)).length;
  find('#least-shown').textContent = Number(least.value) > 0 ? `${least.value} %, ${left} of ${laid.stops.length}` : `${least.value} %`;
  for (const { bead } of laid.stops) for (const element of laid.beads[bead]!.all) element.classList.toggle('weak', isWeak(bead));
  plot?.draw(current, isWeak);
  draw();
}

/** Draw the ribbons that are on the screen, with something above and below. */
export function draw(): void {
  if (!ribbons?.isConnected) return;
  const [leftColumn, rightColumn] = laid.columns;
  const gap = find('#sheet .gap').getBoundingClientRect();
  const frame = sheet.getBoundingClientRect();
  ribbons.style.left = `${gap.left - frame.left}px`;
  ribbons.style.width = `${gap.width}px`;
  ribbons.style.height = `${frame.height}px`;
  const near = new Set<number>();
  for (const column of [leftColumn, rightColumn]) {
    for (const element of elementsBetween(column, -innerHeight, 2 * innerHeight)) {
      if (element.dataset.b !== undefined) near.add(Number(element.dataset.b));
    }
  }
  const paths = [...near].filter((bead) => !isWeak(bead));
  paths.sort((a, b) => Number(a === current) - Number(b === current)); // the chosen one over the others
  ribbons.replaceChildren(
    ...paths.map((bead) => {
      const { left, right } = laid.beads[bead]!;
      const d = ribbonPath(extentOf(left, frame.top), extentOf(right, frame.top), gap.width);
      return makeSvg('path', { d, class: `${shadeOf(beads[bead]!)}${bead === current ? ' current' : ''}`, 'data-b': bead });
    }),
  );
}

let isDrawing = false;

/** Draw again with the next frame. */
export function drawSoon(): void {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(() => {
    isDrawing = false;
    measure();
    draw();
  });
}

// ── choosing a bead ─────────────────────────────────────────────────────────

/** The bead that an element of the sheet shows, -1 for none. */
export function beadOf(target: EventTarget | null): number {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-b]') : null;
  return element && sheet.contains(element) ? Number(element.dataset.b) : -1;
}

/** The current bead, -1 for none. */
export const chosenBead = (): number => current;

/** Make a bead the current one. With `level`, its right side is brought to the height of its left side, and into view. */
export function choose(bead: number, level: boolean): void {
  if (current >= 0) setCurrent(current, false);
  chooseWord(-1);
  current = bead;
  if (bead < 0) return;
  setCurrent(bead, true);
  wrap(bead);
  const { left, right } = laid.beads[bead]!;
  if (level && left[0] && right[0]) {
    if (sheet.classList.contains('threads')) bringLevel(sheet, left[0], right[0]);
    left[0].scrollIntoView({ block: 'nearest' });
  }
  plot?.draw(current, isWeak);
  draw();
  const position = laid.stops.findIndex((stop) => stop.bead === bead);
  const spoken = Object.assign(document.createElement('span'), { className: 'sr', textContent: ` ${describe(beads[bead]!)}.` });
  find('#status').replaceChildren(`Passage ${position + 1} of ${laid.stops.length}.`, spoken);
  showDetail(find('#detail'), data, pair, bead, flipped);
}

function setCurrent(bead: number, is: boolean): void {
  for (const element of laid.beads[bead]!.all) element.classList.toggle('current', is);
  const stop = laid.stops.find((stop) => stop.bead === bead);
  if (stop) stop.element.tabIndex = is ? 0 : -1;
}

/** Choose another bead, among those that are not filtered out. */
export function step(to: (position: number) => number, focus = true): void {
  const shown = laid.stops.filter((stop) => !isWeak(stop.bead));
  const next = shown[Math.max(0, Math.min(shown.length - 1, to(shown.findIndex((stop) => stop.bead === current))))];
  if (!next) return;
  choose(next.bead, true);
  if (focus) next.element.focus({ preventScroll: true });
  next.element.scrollIntoView({ block: 'nearest' });
}

/** Show a sentence on the sheet; `false` when it is not there. With a finding (else -1), its bead is chosen and its words are outlined. */
export function showSentence(documentIndex: number, sentence: number, finding: number): boolean {
  const element = sheet.querySelector<HTMLElement>(`[data-at="${documentIndex}.${sentence}"]`);
  if (!element) return false;
  const bead = data.findings[finding]?.find(([of]) => of === pair)?.[1] ?? beadOf(element);
  if (bead >= 0) choose(bead, finding >= 0);
  element.scrollIntoView({ block: 'center' });
  for (const asked of sheet.querySelectorAll('.asked')) asked.classList.remove('asked');
  for (const place of sheet.querySelectorAll(`[data-f~="${finding}"]`)) place.classList.add('asked');
  element.classList.remove('flash');
  void element.offsetWidth; // restarts the animation
  element.classList.add('flash');
  return true;
}

// ── pointing at beads, names and words ──────────────────────────────────────

/** Light up what is pointed at: the bead, every spelling of a name, a word and its counterpart. */
export function point(target: EventTarget | null): void {
  const element = target instanceof Element ? target : null;
  const bead = beadOf(element);
  const name = element?.closest<HTMLElement>('[data-n]')?.dataset.n;
  const word = element?.closest<HTMLElement>('.w')?.dataset.w;
  if (bead >= 0) wrap(bead);
  const lit: Element[] = [];
  if (bead >= 0) lit.push(...laid.beads[bead]!.all, ...(ribbons?.querySelectorAll(`[data-b="${bead}"]`) ?? []));
  if (name !== undefined) lit.push(...sheet.querySelectorAll(`[data-n="${name}"]`));
  if (word !== undefined && bead >= 0) lit.push(...wordElements(bead, Number(word)));
  for (const old of hot) old.classList.remove('hot');
  for (const each of lit) each.classList.add('hot');
  hot = lit;
}

function wordElements(bead: number, word: number): HTMLElement[] {
  const { left, right } = laid.beads[bead]!;
  return [...left, ...right].flatMap((sentence) => [...sentence.querySelectorAll<HTMLElement>(`[data-w="${word}"]`)]);
}

/** Give the words of a bead their elements, once. */
function wrap(bead: number): void {
  if (words.has(bead)) return;
  const ofBead = unpackWords(data.pairs[pair]!.words?.[bead], flipped);
  words.set(bead, ofBead);
  wrapWords(laid.beads[bead]!.left, ofBead.left);
  wrapWords(laid.beads[bead]!.right, ofBead.right);
}

/** Move to another word of the current bead, in the order of the left side. */
export function stepWord(by: number): void {
  const spans = words.get(current)?.left ?? [];
  if (spans.length === 0) return;
  const order = [...spans.keys()].sort((a, b) => spans[a]![0] - spans[b]![0]);
  const at = order.indexOf(currentWord);
  const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : Math.max(0, Math.min(order.length - 1, at + by));
  chooseWord(order[next]!);
}

/** Make a word of the current bead the current one, and say what it stands for; -1 for none. */
export function chooseWord(word: number): void {
  if (currentWord >= 0) for (const element of wordElements(current, currentWord)) element.classList.remove('current');
  currentWord = word;
  const label = find<HTMLElement>('#word');
  label.replaceChildren();
  if (word < 0) return;
  const elements = wordElements(current, word);
  const { left } = laid.beads[current]!;
  const text = (isLeft: boolean) =>
    elements.filter((element) => left.some((side) => side.contains(element)) === isLeft).map((element) => element.textContent);
  for (const element of elements) element.classList.add('current');
  label.append(
    ...[text(true), text(false)].flatMap((parts, i) => [
      i > 0 ? ' – ' : '',
      Object.assign(document.createElement('bdi'), { textContent: parts.join('') }),
    ]),
  );
}
