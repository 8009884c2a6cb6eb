/** What stands inside quote marks: one pass over a text. */
import type { AlignedDocument } from '../types.ts';
import type { BeadSide } from './bead-side.ts';
import type { Stretch } from './stretch.ts';

const OPENERS: Readonly<Record<string, string>> = {
  '“': '”“"',
  '„': '”“"',
  '«': '»',
  '「': '」',
  '『': '』',
  '"': '"”“',
  '»': '«',
  '”': '”"',
};
const ANY_OPENER = new RegExp(`[${Object.keys(OPENERS).join('')}]`, 'g');
/** Marks that may set off speech and are not read as quotations: single ones, and dashes at the head of a line. */
const OTHER_MARKS = /[‘’‹›'"“”„«»「」『』＂]|(?:^|\n)\s*[—–-]/u;
/** A quotation is not followed further than this; a mark that is never closed would swallow the rest of the text. */
const MAX_LENGTH = 1200;

/**
 * The quotations of a text, in order, marks left out. Straight marks open and close in turn, beginning anew with each paragraph; single marks are left alone,
 * since they are apostrophes as often. A mark without its partner opens nothing.
 */
export function findQuotes(text: string): Stretch[] {
  const quotes: Stretch[] = [];
  let opened = -1;
  let closers = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (opened >= 0) {
      if (character === '\n' || at - opened > MAX_LENGTH) {
        at = opened;
        opened = -1;
        // What follows the stray mark is read again, without it.
        closers = '';
        const end = text.indexOf('\n', at);
        const next = end < 0 || end - at > MAX_LENGTH ? at : end;
        at = Math.max(at, next - 1);
        continue;
      }
      if (!closers.includes(character)) continue;
      if (at > opened) quotes.push({ start: opened, end: at });
      opened = -1;
      continue;
    }
    ANY_OPENER.lastIndex = at;
    const found = ANY_OPENER.exec(text);
    if (!found) break;
    at = found.index;
    opened = at + 1;
    closers = OPENERS[found[0]]!;
  }
  return quotes;
}

const byDocument = new WeakMap<AlignedDocument, { readonly text: string; readonly quotes: readonly Stretch[] }>();

/** The parts of a side that stand in quotations, also when the marks stand in other sentences: stretches of the side's text. */
export function quotesOf(side: BeadSide): Stretch[] {
  const { text } = side.document;
  let known = byDocument.get(side.document);
  if (known?.text !== text) {
    known = { text, quotes: findQuotes(text) };
    byDocument.set(side.document, known);
  }
  const all = known.quotes;
  const offset = side.place({ start: 0, end: 0 }).start;
  const end = offset + side.text.length;
  // The first quotation that ends behind the start of the side: they are in order and do not overlap.
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const found: Stretch[] = [];
  for (let at = low; at < all.length && all[at]!.start < end; at++) {
    found.push({ start: Math.max(0, all[at]!.start - offset), end: Math.min(side.text.length, all[at]!.end - offset) });
  }
  return found;
}

/** Whether anything in the side could set off speech, single marks and dashes included. */
export function mayQuote(side: BeadSide): boolean {
  return OTHER_MARKS.test(side.text) || quotesOf(side).length > 0;
}
