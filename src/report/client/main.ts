/**
 * The script of the report page. It sets two documents side by side out of the articles that stand on the page, and moves along
 * their beads by mouse, by key, and by links (`#d0s3` a sentence, `#pair-2` a pair, `#f4` a finding, `#names` a part of the page).
 */
import type { PageData } from '../page-data.ts';
import {
  beadOf,
  build,
  choose,
  chooseWord,
  chosenBead,
  draw,
  drawSoon,
  filter,
  type Layout,
  layOutForPaper,
  narrow,
  openedPair,
  openPair,
  point,
  setData,
  setLayout,
  showSentence,
  step,
  stepWord,
  swap,
} from './board.ts';
import { addFilterButtons, showAll } from './filter-buttons.ts';
import { pairFor, pairOf } from './find-pair.ts';
import { find } from './make.ts';

const page = document.documentElement;
const data = JSON.parse(find('#data').textContent!) as PageData;
const sheet = find<HTMLElement>('#sheet');

// ── parts of the page ───────────────────────────────────────────────────────

let wantedFinding = -1; // the finding that the next link comes from

function showView(id: string): void {
  for (const view of document.querySelectorAll('.view')) view.classList.toggle('on', view.id === id);
  for (const link of document.querySelectorAll('nav a')) {
    if (link.getAttribute('href') === `#${id}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  drawSoon();
}

function route(address = location.hash): void {
  const hash = address.slice(1);
  const sentence = /^d(\d+)s(\d+)$/.exec(hash);
  const choice = /^pair-(\d+)$/.exec(hash);
  const finding = wantedFinding;
  wantedFinding = -1;
  if (sentence) goTo(Number(sentence[1]), Number(sentence[2]), finding);
  else if (choice && data.pairs[Number(choice[1])]) {
    showView('text');
    openPair(Number(choice[1]), false);
    scrollTo({ top: 0 });
  } else if (/^(name-|f)\d+$/.test(hash)) {
    showView(hash.startsWith('f') ? 'findings' : 'names');
    showAll(find('.view.on')); // nothing that a link points to stays hidden
    document.getElementById(hash)?.scrollIntoView({ block: 'center' });
  } else if (document.getElementById(hash)?.matches('.view')) {
    showView(hash);
    scrollTo({ top: 0 });
  } else showView('text');
}

/** Show a sentence, in the open pair where that aligns it, else in the pair that knows most about it; a finding has pairs of its own. */
function goTo(documentIndex: number, sentence: number, finding: number): void {
  showView('text');
  const best = pairFor(data, documentIndex, sentence, openedPair(), data.findings[finding]?.map(([pair]) => pair) ?? []);
  if (best >= 0 && best !== openedPair()) openPair(best, false);
  if (best >= 0 && showSentence(documentIndex, sentence, finding)) return;
  document.getElementById(`d${documentIndex}s${sentence}`)?.scrollIntoView({ block: 'center' });
}

/** Go where a link inside the page points. Done by hand, since a frame of another origin may not even change its own fragment. */
function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]:not(.skip)');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.matches('#findings .place')) wantedFinding = Number(link.closest('li')!.id.slice(1));
  const hash = link.getAttribute('href')!;
  try {
    history.pushState(null, '', hash);
  } catch (error) {
    if ((error as Error).name !== 'SecurityError') throw error; // in such a frame there is no history, but the page moves
  }
  route(hash);
}

// ── controls ────────────────────────────────────────────────────────────────

function choosePair(): void {
  const left = Number(find<HTMLSelectElement>('#left').value);
  let right = Number(find<HTMLSelectElement>('#right').value);
  if (pairOf(data, left, right) < 0) right = data.documents.findIndex((_, i) => pairOf(data, left, i) >= 0);
  const index = pairOf(data, left, right);
  if (index >= 0) openPair(index, data.pairs[index]!.source !== left);
}

/** The dark colours are a style sheet of their own: it applies as the system says, until the reader says otherwise. */
function changeTheme(): void {
  const dark = find<HTMLStyleElement>('#dark');
  dark.media = matchMedia(dark.media).matches ? 'not all' : 'screen';
}

const beadKeys: Record<string, (position: number) => number> = {
  ArrowDown: (position) => position + 1,
  j: (position) => position + 1,
  ArrowUp: (position) => position - 1,
  k: (position) => position - 1,
  Home: () => 0,
  End: () => Number.POSITIVE_INFINITY,
};
const wordKeys: Record<string, () => void> = { ArrowRight: () => stepWord(1), ArrowLeft: () => stepWord(-1), Escape: () => chooseWord(-1) };

function press(event: KeyboardEvent): void {
  const [move, moveWord] = [beadKeys[event.key], wordKeys[event.key]];
  if ((!move && !moveWord) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (move) step(move);
  else moveWord!();
}

function addFilters(): void {
  const findings = document.querySelector<HTMLElement>('ol.findings');
  if (findings) {
    const items = [...findings.children] as HTMLElement[];
    const ruleOf = (item: HTMLElement) => item.querySelector('.rule')!.textContent!;
    const rules = [...new Set(items.map(ruleOf))];
    addFilterButtons(
      findings,
      items,
      'Rules',
      rules.map((label) => ({ label, holds: (item) => ruleOf(item) === label })),
    );
  }
  const names = document.querySelector<HTMLElement>('#names .scroll');
  if (names) {
    const rows = [...names.querySelectorAll<HTMLElement>('tbody tr')];
    const is = (label: string, kind: string) => ({ label, holds: (row: HTMLElement) => row.dataset.kinds!.split(' ').includes(kind) });
    addFilterButtons(names, rows, 'Kinds', [is('garbled', 'garbled'), is('spelled in several ways', 'several')]);
  }
}

// ── start ───────────────────────────────────────────────────────────────────

function start(): void {
  page.classList.add('js');
  page.dataset.over = 'garbled';
  find<HTMLElement>('#theme').hidden = false;
  find('#theme').addEventListener('click', changeTheme);
  addEventListener('hashchange', () => route());
  addEventListener('popstate', () => route());
  document.addEventListener('click', follow);
  addFilters();
  if (data.pairs.length > 0) startBoard();
  route();
}

function startBoard(): void {
  setData(data);
  find<HTMLElement>('#desk').hidden = false;
  find<HTMLElement>('#documents').hidden = true;
  find('#left').addEventListener('change', choosePair);
  find('#right').addEventListener('change', choosePair);
  find('#swap').addEventListener('click', swap);
  find('#least').addEventListener('input', filter);
  find('#over').addEventListener('change', (event) => {
    page.dataset.over = (event.target as HTMLSelectElement).value;
    draw();
  });
  for (const radio of document.querySelectorAll<HTMLInputElement>('[name=layout]')) {
    radio.addEventListener('change', () => setLayout(radio.value as Layout));
  }
  find('#previous').addEventListener('click', () => step((position) => position - 1, false));
  find('#next').addEventListener('click', () => step((position) => position + 1, false));
  const more = find<HTMLElement>('#more');
  more.addEventListener('click', () => {
    const isOpen = find('aside').classList.toggle('open');
    more.setAttribute('aria-expanded', String(isOpen));
    more.textContent = isOpen ? 'Less' : 'More';
  });

  sheet.addEventListener('click', (event) => {
    const bead = beadOf(event.target);
    const word = (event.target as Element).closest<HTMLElement>('.w')?.dataset.w;
    if (bead >= 0 && !(event.target as Element).closest('a')) choose(bead, true);
    if (bead >= 0 && word !== undefined) chooseWord(Number(word));
  });
  sheet.addEventListener('mouseover', (event) => point(event.target));
  sheet.addEventListener('mouseleave', () => point(null));
  sheet.addEventListener('focusin', (event) => {
    const bead = beadOf(event.target);
    if (bead >= 0 && bead !== chosenBead()) choose(bead, false);
  });
  sheet.addEventListener('keydown', press);
  narrow.addEventListener('change', () => build());
  addEventListener('resize', drawSoon);
  addEventListener('scroll', drawSoon, { passive: true });
  addEventListener('beforeprint', layOutForPaper);
  addEventListener('afterprint', () => build());
  const first = data.pairs.findIndex((pair) => pair.beads.length > 0);
  openPair(Math.max(0, first), false);
  document.fonts?.ready.then(draw);
}

start();
