import type { DocumentPair } from '../types.ts';

/** A number with its noun: `1 passage`, `2 passages`. */
export function counted(n: number, noun: string): string {
  return `${String(n).replace(/\B(?=(\d{3})+$)/g, ',')} ${noun}${n === 1 ? '' : 's'}`;
}

/** How many beads of a pair join sentences of both sides. */
export function joinedCount({ beads }: Pick<DocumentPair, 'beads'>): number {
  return beads.filter((bead) => bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1]).length;
}

/** A share as a percentage; what is less than certain is never shown as 100. */
export function percent(share: number): number {
  return share < 1 ? Math.min(99, Math.round(share * 100)) : 100;
}
