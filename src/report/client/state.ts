/** What the script knows: the data of the page, and which pair is open. */
import type { PageData } from '../page-data.ts';
import type { Chosen } from './corrections.ts';
import { find } from './make.ts';
import type { SideBead } from './rows.ts';
import type { Sheet } from './sheet.ts';

export const page = document.documentElement;
export const data = JSON.parse(find('#data').textContent!) as PageData;
export const sheet = find<HTMLElement>('#sheet');

/** The open pair; `board.ts` alone changes it. */
export const open = {
  /** Position of the pair, -1 before the first. */
  pair: -1,
  /** Whether the target is on the left. */
  flipped: false,
  /** Its beads as they stand: left before right. */
  beads: [] as SideBead[],
  laid: { beads: [], stops: [], columns: [[], []] } as Sheet,
  /** The chosen bead, -1 for none. */
  current: -1,
};

/** Sentences of the source and of the target of a pair about which the reader has decided. */
export const settled = new Map<number, Chosen>();

/** Confidence below which a bead is doubtful, in percent. */
export const least = (): number => Number(find<HTMLInputElement>('#least').value);

/** What the reader wants to see: every passage, only those that need a look, or only the sure ones. */
export type Show = 'all' | 'look' | 'sure';
export const shown = (): Show => find<HTMLSelectElement>('#show').value as Show;

/** Whether a bead is doubtful. What a reader has settled is not. */
export const isDoubtful = (bead: number): boolean => open.beads[bead]![4] < least();

/** Whether a bead is left out of the sheet. */
export const isLeftOut = (bead: number): boolean => shown() === 'sure' && isDoubtful(bead);
