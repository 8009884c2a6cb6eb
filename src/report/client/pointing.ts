/** What is pointed at: a passage, a name in all its spellings, a word and its counterpart. */
import { ribbonOf } from './draw-ribbons.ts';
import { find } from './make.ts';
import { data, open, sheet } from './state.ts';
import { type BeadWords, unpackWords, unwrapWords, wrapWords } from './words.ts';

let words = new Map<number, BeadWords>(); // of the beads that were pointed at
let currentWord = -1;
let hot: Element[] = [];

/** The sheet is a new one. */
export function forgetWords(): void {
  words = new Map();
  currentWord = -1;
  hot = [];
}

/** The beads that an element of the sheet shows. */
export function beadsOf(target: EventTarget | null): number[] {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-b]') : null;
  return element && sheet.contains(element) ? element.dataset.b!.split(' ').map(Number) : [];
}

/** Light up what is pointed at, and say what its mark means. */
export function point(target: EventTarget | null): void {
  const element = target instanceof Element ? target : null;
  const beads = beadsOf(element);
  const name = element?.closest<HTMLElement>('[data-n]');
  const word = element?.closest<HTMLElement>('.w')?.dataset.w;
  const wordy = beads.includes(open.current) ? open.current : (beads[0] ?? -1);
  if (wordy >= 0) wrap(wordy);
  const lit = beads.flatMap((bead) => [...open.laid.beads[bead]!.all, ...ribbonOf(bead)]);
  if (name) lit.push(...sheet.querySelectorAll<HTMLElement>(`[data-n="${name.dataset.n}"]`));
  if (word !== undefined && wordy >= 0) lit.push(...wordElements(wordy, Number(word)));
  for (const old of hot) old.classList.remove('hot');
  for (const each of lit) each.classList.add('hot');
  hot = lit;
  if (name) explainName(name);
  const mark = element?.closest<HTMLElement>('mark:not(.off)');
  if (mark) mark.title = mark.dataset.f!.split(' ').map(messageOf).join('\n');
}

const kinds = { garbled: 'garbled', variant: 'other spelling', transliterated: 'transliterated' };

function explainName(name: HTMLElement): void {
  const kind = Object.entries(kinds).find(([className]) => name.classList.contains(className))?.[1];
  const original = name.querySelector('rt')?.textContent;
  if (kind) name.title = `${kind}: ${original}`;
}

/** What a finding says. */
export const messageOf = (finding: number | string): string => document.querySelector(`#f${finding} .message`)?.textContent ?? '';

function wordElements(bead: number, word: number): HTMLElement[] {
  const { left, right } = open.laid.beads[bead]!;
  return [...left, ...right].flatMap((sentence) => [...sentence.querySelectorAll<HTMLElement>(`[data-w="${word}"]`)]);
}

/** Give the words of a bead their elements, once. A sentence of several beads has the words of one of them at a time. */
export function wrap(bead: number): void {
  if (words.has(bead)) return;
  const { left, right } = open.laid.beads[bead]!;
  for (const other of new Set([...left, ...right].flatMap(beadsOf)))
    if (words.delete(other))
      for (const sentence of [...open.laid.beads[other]!.left, ...open.laid.beads[other]!.right]) unwrapWords(sentence);
  const ofBead = unpackWords(data.pairs[open.pair]!.words?.[bead], open.flipped);
  words.set(bead, ofBead);
  wrapWords(left, ofBead.left);
  wrapWords(right, ofBead.right);
}

/** Move to another word of the current bead, in the order of the left side. */
export function stepWord(by: number): void {
  const spans = words.get(open.current)?.left ?? [];
  if (spans.length === 0) return;
  const order = [...spans.keys()].sort((a, b) => spans[a]![0] - spans[b]![0]);
  const at = order.indexOf(currentWord);
  const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : Math.max(0, Math.min(order.length - 1, at + by));
  chooseWord(order[next]!);
}

/** Make a word of the current bead the current one, and say its translation; -1 for none. */
export function chooseWord(word: number): void {
  if (currentWord >= 0) for (const element of wordElements(open.current, currentWord)) element.classList.remove('current');
  currentWord = word;
  const label = find<HTMLElement>('#word');
  label.replaceChildren();
  if (word < 0) return;
  const elements = wordElements(open.current, word);
  const { left } = open.laid.beads[open.current]!;
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
