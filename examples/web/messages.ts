/** What the page and its worker say to one another. */
import type { ProgressEvent } from 'palimpsest';

/** From the page. */
export type Request = { type: 'load'; modelUrl: string } | { type: 'align'; texts: string[] } | { type: 'stop' };

/** From the worker. */
export type Answer =
  | { type: 'ready' }
  | { type: 'progress'; event: ProgressEvent }
  | { type: 'done'; report: string; json: string; tmx: string; warnings: string[] }
  | { type: 'stopped' }
  | { type: 'failed'; message: string };
