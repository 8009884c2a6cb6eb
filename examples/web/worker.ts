/** The work, off the page's own thread: the model is loaded once, then texts come in and reports go out. */
import { alignDocuments, createEmbedder, type Embedder, formats, linkWords, renderHtml } from 'palimpsest';
import { countFetched } from './counted-fetch.ts';
import type { Answer, NamedText, Request } from './messages.ts';

const answer = (message: Answer) => postMessage(message);
let embedder: Promise<Embedder> | undefined;
let running: AbortController | undefined;

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.type === 'stop') running?.abort(new Error('stopped'));
  else if (data.type === 'load') void load();
  else void align(data.texts);
});

async function load(): Promise<void> {
  countFetched((loaded, total) => answer({ type: 'loading', loaded, total }));
  try {
    embedder = createEmbedder();
    await embedder;
    answer({ type: 'ready' });
  } catch (error) {
    answer({ type: 'failed', message: `The model could not be loaded. ${(error as Error).message}` });
  }
}

async function align(texts: NamedText[]): Promise<void> {
  running = new AbortController();
  const { signal } = running;
  try {
    const model = await embedder!;
    const alignment = await alignDocuments(texts, { embedder: model, signal, onProgress: (event) => answer({ type: 'progress', event }) });
    const words = await linkWords(alignment, { embedder: model, signal });
    const ids = alignment.documents.map(({ id }) => id);
    const fullest = alignment.pairs.reduce((best, pair, i) => (pair.beads.length > alignment.pairs[best]!.beads.length ? i : best), 0);
    answer({
      type: 'done',
      report: renderHtml(alignment, { title: ids.length > 3 ? `${ids.length} texts, side by side` : ids.join(', '), words }),
      json: formats.json.write(alignment),
      tmx: alignment.pairs[fullest]!.beads.length > 0 ? formats.tmx.write(alignment, { pair: fullest }) : undefined,
      warnings: alignment.warnings.length,
    });
  } catch (error) {
    answer(signal.aborted ? { type: 'stopped' } : { type: 'failed', message: explain(error as Error & { code?: string }) });
  }
}

/** Errors of the library in the words of this page. */
function explain({ code, message }: Error & { code?: string }): string {
  if (code === 'ONE_LANGUAGE') return 'There is only one text, and it is in one language. Put another into the second pane.';
  if (code === 'NOT_TEXT') return `That does not look like text. ${message}`;
  return message;
}
