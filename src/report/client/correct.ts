/** Correcting the open pair: what is chosen by the boxes beside the sentences becomes one passage, or leaves its passages. */
import { choose, focusChosen, openPair } from './board.ts';
import { type Chosen, confirm, isPassage, join, separate, settledBy } from './corrections.ts';
import { keyHandler } from './keys.ts';
import { find, make } from './make.ts';
import { savedAlignment, savedAnchors, saveFile } from './save.ts';
import { data, open, page, settled, sheet } from './state.ts';

/** What undoing brings back. */
interface Before {
  pair: number;
  beads: (typeof data.pairs)[number]['beads'];
  words: number[][] | undefined;
  findings: typeof data.findings;
  settled: Chosen | undefined;
}
const history: Before[] = [];
let isSaved = true;

const bar = find<HTMLElement>('#hand');
const says = find('#hand-says');
const isOn = (): boolean => !bar.hidden;
/** In a translation a sentence is in one passage only. */
const once = (): boolean => data.pairs[open.pair]!.relation === 'parallel';

/** Make the controls work. */
export function startCorrecting(): void {
  const toggle = find('#correct');
  toggle.addEventListener('click', () => {
    bar.hidden = isOn();
    toggle.setAttribute('aria-pressed', String(isOn()));
    page.classList.toggle('correcting', isOn());
    says.textContent = '';
    pick();
  });
  const commands: Record<string, () => void> = {
    l: () => correct(join, true),
    u: () => correct(separate, false),
    r: () => correct(confirm, false),
    z: undo,
  };
  for (const key in commands) find(`#hand [data-key="${key}"]`).addEventListener('click', commands[key]!);
  find('#save-anchors').addEventListener('click', () => {
    saveFile('corrections.json', savedAnchors());
    isSaved = true;
  });
  find('#save-alignment').addEventListener('click', () => {
    saveFile('alignment.json', savedAlignment());
    isSaved = true;
  });
  sheet.addEventListener('keydown', (event) => isOn() && keyHandler(commands)(event));
  sheet.addEventListener('choose', pick);
  sheet.addEventListener('change', (event) => {
    const box = event.target as HTMLInputElement;
    const same = box.closest<HTMLElement>('.s')!.dataset.at;
    for (const other of boxes()) if (other.closest<HTMLElement>('.s')!.dataset.at === same) other.checked = box.checked;
  });
  addEventListener('beforeunload', (event) => {
    if (!isSaved) event.preventDefault();
  });
}

const boxes = (): HTMLInputElement[] => [...sheet.querySelectorAll<HTMLInputElement>('.pick')];

/** Put a box beside each sentence, and check those of the chosen passage. */
function pick(): void {
  for (const sentence of sheet.querySelectorAll<HTMLElement>('.s')) {
    const own = sentence.querySelector('.pick');
    if (!isOn()) own?.remove();
    else if (!own) {
      const box = make('input', 'pick') as HTMLInputElement;
      box.type = 'checkbox';
      box.setAttribute(
        'aria-label',
        `Sentence ${sentence.dataset.i} of ${sentence.closest<HTMLElement>('[data-document]')!.dataset.document}`,
      );
      sentence.prepend(box);
    }
  }
  const { left = [], right = [] } = open.laid.beads[open.current] ?? {};
  const chosen = new Set([...left, ...right].map(({ dataset }) => dataset.at));
  for (const box of boxes()) box.checked = chosen.has(box.closest<HTMLElement>('.s')!.dataset.at);
}

/** The checked sentences. */
function checked(): Chosen {
  const { source } = data.pairs[open.pair]!;
  const chosen: [Set<number>, Set<number>] = [new Set(), new Set()];
  for (const box of boxes()) {
    if (!box.checked) continue;
    const [document, sentence] = box.closest<HTMLElement>('.s')!.dataset.at!.split('.').map(Number) as [number, number];
    chosen[document === source ? 0 : 1].add(sentence);
  }
  return chosen;
}

function correct(change: typeof join, needsPassage: boolean): void {
  const chosen = checked();
  const isUsable = needsPassage ? isPassage(chosen) : chosen[0].size + chosen[1].size > 0;
  if (!isUsable) {
    say(needsPassage ? 'Check sentences on both sides that follow one another.' : 'Check sentences first.');
    return;
  }
  const pair = data.pairs[open.pair]!;
  const ours = settled.get(open.pair);
  history.push({ pair: open.pair, beads: pair.beads, words: pair.words, findings: data.findings, settled: ours });
  const touched = settledBy(pair.beads, chosen, once());
  settled.set(open.pair, [new Set([...(ours?.[0] ?? []), ...touched[0]]), new Set([...(ours?.[1] ?? []), ...touched[1]])]);
  replaceBeads(change(pair.beads, chosen, once()));
  isSaved = false;
  showAgain(chosen);
  say(`${history.length === 1 ? '1 correction' : `${history.length} corrections`}.`);
}

function undo(): void {
  const last = history.pop();
  if (!last) {
    say('There is nothing to undo.');
    return;
  }
  Object.assign(data.pairs[last.pair]!, { beads: last.beads, words: last.words });
  data.findings = last.findings;
  if (last.settled) settled.set(last.pair, last.settled);
  else settled.delete(last.pair);
  openPair(last.pair, open.pair === last.pair && open.flipped);
  say('Undone.');
  if (history.length === 0) isSaved = true;
}

/** Words and findings stay with the beads that stay. */
function replaceBeads(beads: Before['beads']): void {
  const pair = data.pairs[open.pair]!;
  const places = new Map(beads.map((bead, i) => [bead.slice(0, 4).join(), i]));
  const moved = pair.beads.map((bead) => places.get(bead.slice(0, 4).join()) ?? -1);
  if (pair.words) {
    const words = beads.map((): number[] => []);
    for (const [from, to] of moved.entries()) if (to >= 0) words[to] = pair.words[from]!;
    pair.words = words;
  }
  data.findings = data.findings.map((list) => list.map(([of, bead]) => [of, of === open.pair ? (moved[bead] ?? -1) : bead]));
  pair.beads = beads;
}

/** The pair again, at the passage that was corrected. */
function showAgain(chosen: Chosen): void {
  openPair(open.pair, open.flipped);
  const beads = data.pairs[open.pair]!.beads;
  const stop = open.laid.stops.find(({ bead }) => {
    const [s0, s1, t0, t1] = beads[bead]!;
    return [...chosen[0]].some((i) => i >= s0 && i < s1) || [...chosen[1]].some((i) => i >= t0 && i < t1);
  });
  if (!stop) return;
  choose(stop.bead, false);
  focusChosen();
}

function say(text: string): void {
  says.textContent = text;
}
