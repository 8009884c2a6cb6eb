/** What the page and its worker say to one another. */
import type { ProgressEvent } from 'palimpsest';

/** A text and what it is called. */
export interface NamedText {
  id: string;
  text: string;
}

/** From the page. */
export type Request = { type: 'load' } | { type: 'align'; texts: NamedText[] } | { type: 'stop' };

/** From the worker. */
export type Answer =
  | { type: 'loading'; loaded: number; total: number }
  | { type: 'ready' }
  | { type: 'progress'; event: ProgressEvent }
  | { type: 'done'; report: string; json: string; tmx: string | undefined; warnings: number }
  | { type: 'stopped' }
  | { type: 'failed'; message: string };
