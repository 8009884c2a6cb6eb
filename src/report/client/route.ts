/** Where links of the page lead: `#d0s3` a sentence, `#pair-2` a pair, `#f4` a finding, `#name-1` a name, `#names` a part of the page. */
import { drawSoon, openPair, showSentence } from './board.ts';
import { showAll } from './filter-buttons.ts';
import { pairFor } from './find-pair.ts';
import { find } from './make.ts';
import { data, open } from './state.ts';

let wantedFinding = -1; // the finding that the next link comes from

function showView(id: string): void {
  for (const view of document.querySelectorAll('.view')) view.classList.toggle('on', view.id === id);
  for (const link of document.querySelectorAll('nav a')) {
    if (link.getAttribute('href') === `#${id}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  drawSoon();
}

/** Go to an address of the page. */
export function route(address = location.hash): void {
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
export function goTo(documentIndex: number, sentence: number, finding: number): void {
  showView('text');
  const best = pairFor(data, documentIndex, sentence, open.pair, data.findings[finding]?.map(([pair]) => pair) ?? []);
  if (best >= 0 && best !== open.pair) openPair(best, false);
  if (best >= 0 && showSentence(documentIndex, sentence, finding)) return;
  document.getElementById(`d${documentIndex}s${sentence}`)?.scrollIntoView({ block: 'center' });
}

/** Go where a link inside the page points. Done by hand, since a frame of another origin may not even change its own fragment. */
export function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]:not(.skip)');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const item = link.closest<HTMLElement>('#findings [data-finding]');
  if (item) wantedFinding = Number(item.dataset.finding);
  const hash = link.getAttribute('href')!;
  remember(hash);
  route(hash);
}

/** A step in the history of the page: the way back leads to where one was. */
function remember(hash: string): void {
  try {
    history.replaceState({ top: scrollY }, '');
    history.pushState(null, '', hash);
  } catch (error) {
    if ((error as Error).name !== 'SecurityError') throw error; // in such a frame there is no history, but the page moves
  }
}

/** The reader has gone back, or forward. */
export function goBack(event: PopStateEvent): void {
  route();
  const top = (event.state as { top?: number } | null)?.top;
  if (top !== undefined) scrollTo({ top });
}

/**
 * Show the next finding, or the one before, in the order of the page; from the one last shown. After the last comes the first.
 *
 * A finding of the open pair is shown there, another in a pair of its own.
 */
export function stepFinding(by: number): void {
  const items = [...document.querySelectorAll<HTMLElement>('#findings li[data-finding]')];
  if (items.length === 0) return;
  const next = items[(lastShown < 0 && by < 0 ? items.length - 1 : lastShown + by + items.length) % items.length]!;
  lastShown = items.indexOf(next);
  const [, document_, sentence] = /#d(\d+)s(\d+)/.exec(next.querySelector('.place')!.getAttribute('href')!)!;
  goTo(Number(document_), Number(sentence), Number(next.dataset.finding));
  find('#finding').textContent = `Finding ${lastShown + 1} of ${items.length}`;
}

let lastShown = -1;
