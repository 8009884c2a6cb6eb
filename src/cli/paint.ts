/** Colour for a terminal, and none elsewhere. */
import { styleText } from 'node:util';
import type { Sink } from './io.ts';

/** What a text is, which says how it looks. */
export type Look = 'heading' | 'doubt' | 'wrong' | 'aside';
/** Gives a text its look. */
export type Paint = (look: Look, text: string) => string;

const styles = { heading: 'bold', doubt: 'yellow', wrong: 'red', aside: 'dim' } as const;

/** No colour. */
export const plain: Paint = (_, text) => text;

/** Colour where a person looks and has not said no: `NO_COLOR`, `TERM=dumb`. */
export function paintFor(sink: Sink): Paint {
  const { NO_COLOR, TERM } = process.env;
  return sink.isTTY && !NO_COLOR && TERM !== 'dumb' ? (look, text) => styleText(styles[look], text, { validateStream: false }) : plain;
}
