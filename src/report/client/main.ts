/**
 * The script of the report page. It sets two documents side by side out of the articles that stand on the page, and moves along
 * their beads by mouse, by key, and by links (`#d0s3` a sentence, `#pair-2` a pair, `#f4` a finding, `#names` a part of the page).
 */
import type { PageData } from '../page-data.ts';
import { showDetail } from './detail.ts';
import { pairFor, pairOf } from './find-pair.ts';
import { addFindingFilter } from './finding-filter.ts';
import { bigPlot } from './plot.ts';
import { extentOf, ribbonPath } from './ribbons.ts';
import type { SideBead } from './rows.ts';
import { bringLevel, describe, find, layOut, type Sheet } from './sheet.ts';

const page = document.documentElement;
const data = JSON.parse(find('#data').textContent!) as PageData;
const sheet = find<HTMLElement>('#sheet');
const leftChoice = find<HTMLSelectElement>('#left');
const rightChoice = find<HTMLSelectElement>('#right');
const least = find<HTMLInputElement>('#least');
const narrow = matchMedia('(max-width: 44rem)');

type Layout = 'rows' | 'threads';
let chosenLayout: Layout | undefined; // until the reader chooses, the relation of the pair decides
let pair = -1;
let flipped = false;
let beads: SideBead[] = [];
let current = -1;
let wantedPair = -1; // the pair that the next link means
let sides: Sheet['sides'] = [];
let stops: Sheet['stops'] = [];
let ribbons: SVGElement | undefined;

// ── parts of the page ───────────────────────────────────────────────────────

function showView(id: string): void {
  for (const view of document.querySelectorAll('.view')) view.classList.toggle('on', view.id === id);
  for (const link of document.querySelectorAll('nav a')) {
    if (link.getAttribute('href') === `#${id}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function route(address = location.hash): void {
  const hash = address.slice(1);
  const sentence = /^d(\d+)s(\d+)$/.exec(hash);
  const choice = /^pair-(\d+)$/.exec(hash);
  const inPair = wantedPair;
  wantedPair = -1;
  if (sentence) goTo(Number(sentence[1]), Number(sentence[2]), inPair);
  else if (choice && data.pairs[Number(choice[1])]) {
    showView('text');
    openPair(Number(choice[1]), false);
    scrollTo({ top: 0 });
  } else if (/^(name-|f)\d+$/.test(hash)) {
    showView(hash.startsWith('f') ? 'findings' : 'names');
    document.querySelector<HTMLElement>('.filter button')?.click(); // nothing that a link points to stays hidden
    document.getElementById(hash)?.scrollIntoView({ block: 'center' });
  } else if (document.getElementById(hash)?.matches('.view')) {
    showView(hash);
    scrollTo({ top: 0 });
  } else showView('text');
}

/** Show a sentence, in the open pair where that aligns it, else in the pair that knows most about it. */
function goTo(documentIndex: number, sentence: number, inPair: number): void {
  showView('text');
  const best = pairFor(data, documentIndex, sentence, pair, inPair);
  if (best < 0) {
    document.getElementById(`d${documentIndex}s${sentence}`)?.scrollIntoView({ block: 'center' });
    return;
  }
  if (best !== pair) openPair(best, false);
  const element = sheet.querySelector<HTMLElement>(`[data-at="${documentIndex}.${sentence}"]`);
  if (!element) return;
  if (element.dataset.b !== undefined) select(Number(element.dataset.b), false);
  element.scrollIntoView({ block: 'center' });
  element.classList.remove('flash');
  void element.offsetWidth; // restarts the animation
  element.classList.add('flash');
}

// ── two documents side by side ──────────────────────────────────────────────

function openPair(index: number, flip: boolean): void {
  pair = index;
  flipped = flip;
  current = -1;
  const { source, target, beads: stored } = data.pairs[index]!;
  beads = stored.map(([s0, s1, t0, t1, confidence, similarity]) =>
    flip ? [t0, t1, s0, s1, confidence, similarity] : [s0, s1, t0, t1, confidence, similarity],
  );
  leftChoice.value = String(flip ? target : source);
  rightChoice.value = String(flip ? source : target);
  for (const option of rightChoice.options) option.disabled = pairOf(data, Number(leftChoice.value), Number(option.value)) < 0;
  build();
}

function layout(): Layout {
  if (narrow.matches) return 'rows';
  return chosenLayout ?? (data.pairs[pair]!.relation === 'parallel' ? 'rows' : 'threads');
}

function build(): void {
  if (pair < 0) return;
  const left = Number(leftChoice.value);
  const right = Number(rightChoice.value);
  ({ sides, stops } = layOut(sheet, layout(), { data, pair, left, right, beads }));
  find<HTMLInputElement>(`[name=layout][value=${layout()}]`).checked = true;

  ribbons = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  ribbons.setAttribute('class', 'ribbons');
  ribbons.setAttribute('aria-hidden', 'true');
  sheet.append(ribbons);
  const plot = find<HTMLElement>('#plot');
  plot.replaceChildren(bigPlot(beads, data.documents[left]!.sentences, data.documents[right]!.sentences, (bead) => select(bead, true)));
  filter();
  select(stops[0]?.bead ?? -1, false);
  if (stops.length === 0) find('#status').textContent = 'No passage of these two documents is aligned.';
}

// ── beads: drawing, choosing, filtering ─────────────────────────────────────

function draw(): void {
  if (!ribbons) return;
  const gap = find('#sheet .gap');
  const frame = sheet.getBoundingClientRect();
  const box = gap.getBoundingClientRect();
  ribbons.style.left = `${box.left - frame.left}px`;
  ribbons.style.width = `${box.width}px`;
  ribbons.style.height = `${frame.height}px`;
  ribbons.replaceChildren();
  if (narrow.matches) return;
  sides.forEach(({ left, right }, bead) => {
    if (left.length === 0 || right.length === 0 || isWeak(bead)) return;
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', ribbonPath(extentOf(left, frame.top), extentOf(right, frame.top), box.width));
    path.setAttribute('class', `c${Math.min(3, Math.floor(beads[bead]![4] / 25))}${bead === current ? ' current' : ''}`);
    path.dataset.b = String(bead);
    ribbons!.append(path);
  });
}

const isWeak = (bead: number): boolean => beads[bead]![4] < Number(least.value);

function filter(): void {
  find('#least-shown').textContent = `${least.value} %`;
  for (const element of find('.board').querySelectorAll<HTMLElement>('[data-b]'))
    element.classList.toggle('weak', isWeak(Number(element.dataset.b)));
  draw();
}

/** Make a bead the current one. With `level`, its right side is brought to the height of its left side, and into view. */
function select(bead: number, level: boolean): void {
  mark('current', bead);
  current = bead;
  for (const stop of stops) stop.element.tabIndex = stop.bead === bead ? 0 : -1;
  if (bead < 0) return;
  const { left, right } = sides[bead]!;
  if (level && sheet.className === 'threads' && left[0] && right[0]) {
    bringLevel(sheet, left[0], right[0]);
    draw();
  }
  if (level) left[0]?.scrollIntoView({ block: 'nearest' });
  const position = stops.findIndex((stop) => stop.bead === bead);
  find('#status').textContent = `Passage ${position + 1} of ${stops.length}. ${describe(beads[bead]!)}.`;
  showDetail(find('#detail'), data, pair, bead, flipped);
}

function mark(className: string, bead: number, name = '-1'): void {
  const board = find('.board');
  for (const element of board.querySelectorAll(`.${className}`)) element.classList.remove(className);
  for (const element of board.querySelectorAll(`[data-b="${bead}"], [data-n="${name}"]`)) element.classList.add(className);
}

const beadOf = (target: EventTarget | null): number => {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-b]') : null;
  return element && sheet.contains(element) ? Number(element.dataset.b) : -1;
};

function step(to: (position: number) => number): void {
  const shown = stops.filter((stop) => !isWeak(stop.bead));
  const next = shown[Math.max(0, Math.min(shown.length - 1, to(shown.findIndex((stop) => stop.bead === current))))];
  if (!next) return;
  select(next.bead, true);
  next.element.focus({ preventScroll: true });
  next.element.scrollIntoView({ block: 'nearest' });
}

const keys: Record<string, (position: number) => number> = {
  ArrowDown: (position) => position + 1,
  j: (position) => position + 1,
  ArrowUp: (position) => position - 1,
  k: (position) => position - 1,
  Home: () => 0,
  End: () => Number.POSITIVE_INFINITY,
};

// ── wiring ──────────────────────────────────────────────────────────────────

function choose(): void {
  const left = Number(leftChoice.value);
  let right = Number(rightChoice.value);
  if (pairOf(data, left, right) < 0) right = data.documents.findIndex((_, i) => pairOf(data, left, i) >= 0);
  const index = pairOf(data, left, right);
  if (index >= 0) openPair(index, data.pairs[index]!.source !== left);
}

/** Go where a link inside the page points. Done by hand, since a frame of another origin may not even change its own fragment. */
function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]:not(.skip)');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  // a finding opens the pair it was found in, which the link alone does not say
  if (link.matches('#findings .place')) wantedPair = data.findings[Number(link.closest('li')!.id.slice(1))]![0];
  const hash = link.getAttribute('href')!;
  try {
    history.pushState(null, '', hash);
  } catch (error) {
    if ((error as Error).name !== 'SecurityError') throw error; // in such a frame there is no history, but the page moves
  }
  route(hash);
}

function setTheme(): void {
  const dark = page.dataset.theme ? page.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  page.dataset.theme = dark ? 'light' : 'dark';
}

function start(): void {
  page.classList.add('js');
  find<HTMLElement>('#theme').hidden = false;
  find('#theme').addEventListener('click', setTheme);
  addEventListener('hashchange', () => route());
  addEventListener('popstate', () => route());
  document.addEventListener('click', follow);
  addFindingFilter(document.querySelector<HTMLElement>('ol.findings'));
  if (data.pairs.length > 0) {
    find<HTMLElement>('#desk').hidden = false;
    find<HTMLElement>('#documents').hidden = true;
    leftChoice.addEventListener('change', choose);
    rightChoice.addEventListener('change', choose);
    find('#swap').addEventListener('click', () => openPair(pair, !flipped));
    least.addEventListener('input', filter);
    find('#over').addEventListener('change', (event) => {
      page.dataset.over = (event.target as HTMLSelectElement).value;
      draw();
    });
    for (const radio of document.querySelectorAll<HTMLInputElement>('[name=layout]')) {
      radio.addEventListener('change', () => {
        chosenLayout = radio.value as Layout;
        build();
      });
    }
    sheet.addEventListener('click', (event) => beadOf(event.target) >= 0 && select(beadOf(event.target), true));
    sheet.addEventListener('mouseover', (event) => {
      const name = (event.target as Element).closest<HTMLElement>('[data-n]')?.dataset.n;
      mark('hot', beadOf(event.target), name);
    });
    sheet.addEventListener('mouseleave', () => mark('hot', -1));
    sheet.addEventListener('focusin', (event) => {
      const bead = beadOf(event.target);
      if (bead >= 0 && bead !== current) select(bead, false);
    });
    sheet.addEventListener('keydown', (event) => {
      const move = keys[event.key];
      if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      step(move);
    });
    narrow.addEventListener('change', build);
    addEventListener('resize', draw);
    addEventListener('beforeprint', () => {
      if (sheet.className === 'threads') buildFor('rows');
    });
    addEventListener('afterprint', build);
    openPair(
      Math.max(
        0,
        data.pairs.findIndex((pair) => pair.beads.length > 0),
      ),
      false,
    );
    document.fonts?.ready.then(draw);
  }
  page.dataset.over = 'garbled';
  route();
}

function buildFor(wanted: Layout): void {
  const before = chosenLayout;
  chosenLayout = wanted;
  build();
  chosenLayout = before;
}

start();
