/**
 * The script of the report page. It sets two documents side by side out of the articles on the page, and moves along
 * their beads by mouse, by key and by links. What a reader corrects stays on the page until it is saved.
 */
import {
  build,
  choose,
  drawSoon,
  filter,
  focusChosen,
  type Layout,
  layOutForPaper,
  narrow,
  openChosenPair,
  openPair,
  setLayout,
  step,
  swap,
} from './board.ts';
import { startCorrecting } from './correct.ts';
import { drawRibbons } from './draw-ribbons.ts';
import { addFilterButtons } from './filter-buttons.ts';
import { pressAnywhere, pressOnSheet } from './keys.ts';
import { find } from './make.ts';
import { beadsOf, chooseWord, point } from './pointing.ts';
import { follow, goBack, route, stepFinding } from './route.ts';
import { startSearch } from './search.ts';
import { data, open, page, sheet, shown } from './state.ts';
import { startTheme } from './theme.ts';

function start(): void {
  page.classList.add('js');
  page.dataset.over = 'garbled';
  startTheme();
  history.scrollRestoration = 'manual'; // what is shown changes with the address
  addEventListener('popstate', goBack);
  document.addEventListener('click', follow);
  addFilters();
  if (data.pairs.length > 0) startBoard();
  route();
}

function startBoard(): void {
  find<HTMLElement>('#desk').hidden = false;
  find<HTMLElement>('#documents').hidden = true;
  startTools();
  startPager();
  startSheet();
  startSearch();
  startCorrecting();
  document.addEventListener('keydown', pressAnywhere);
  narrow.addEventListener('change', () => build());
  addEventListener('resize', drawSoon);
  addEventListener('scroll', drawSoon, { passive: true });
  addEventListener('beforeprint', layOutForPaper);
  addEventListener('afterprint', () => build());
  const first = data.pairs.findIndex((pair) => pair.beads.length > 0);
  openPair(Math.max(0, first), false);
  document.fonts?.ready.then(drawRibbons);
}

function startTools(): void {
  find('#left').addEventListener('change', openChosenPair);
  find('#right').addEventListener('change', openChosenPair);
  find('#swap').addEventListener('click', swap);
  find('#show').addEventListener('change', () => build(undefined, undefined, open.current));
  find('#least').addEventListener('input', filter);
  find('#least').addEventListener('change', () => shown() === 'look' && build(undefined, undefined, open.current));
  find('#over').addEventListener('change', (event) => {
    page.dataset.over = (event.target as HTMLSelectElement).value;
    drawRibbons();
  });
  for (const radio of document.querySelectorAll<HTMLInputElement>('[name=layout]'))
    radio.addEventListener('change', () => setLayout(radio.value as Layout));
}

function startPager(): void {
  find('#previous').addEventListener('click', () => step((position) => position - 1, false));
  find('#next').addEventListener('click', () => step((position) => position + 1, false));
  find('#previous-finding').addEventListener('click', () => stepFinding(-1));
  find('#next-finding').addEventListener('click', () => stepFinding(1));
  const more = find<HTMLElement>('#more');
  more.addEventListener('click', () => {
    const isOpen = find('aside').classList.toggle('open');
    more.setAttribute('aria-expanded', String(isOpen));
    more.textContent = isOpen ? 'Less' : 'More';
  });
}

function startSheet(): void {
  sheet.addEventListener('click', (event) => {
    const target = event.target as Element;
    const beads = beadsOf(target);
    if (beads.length === 0 || target.closest('a, .pick')) return;
    const word = target.closest<HTMLElement>('.w')?.dataset.w;
    // of a sentence in several beads each click chooses the next
    const at = beads.indexOf(open.current);
    choose(word !== undefined && at >= 0 ? open.current : beads[(at + 1) % beads.length]!, true);
    if (word !== undefined) chooseWord(Number(word));
    focusChosen();
  });
  sheet.addEventListener('mouseover', (event) => point(event.target));
  sheet.addEventListener('mouseleave', () => point(null));
  sheet.addEventListener('focusin', (event) => {
    const beads = (event.target as Element).matches('.pick') ? [] : beadsOf(event.target);
    if (beads.length > 0 && !beads.includes(open.current)) choose(beads[0]!, false);
  });
  sheet.addEventListener('keydown', pressOnSheet);
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

start();
