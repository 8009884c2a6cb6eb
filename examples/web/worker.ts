/** The work, off the page's own thread: the model is loaded once, then texts come in and reports go out. */
import { alignDocuments, createEmbedder, type Embedder, formats, renderHtml } from 'palimpsest';
import type { Answer, Request } from './messages.ts';

const answer = (message: Answer) => postMessage(message);
let embedder: Promise<Embedder> | undefined;
let running: AbortController | undefined;

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.type === 'stop') running?.abort(new Error('stopped'));
  else if (data.type === 'load') void load(data.modelUrl);
  else void align(data.texts);
});

async function load(modelUrl: string): Promise<void> {
  try {
    embedder = createEmbedder({ modelUrl });
    await embedder;
    answer({ type: 'ready' });
  } catch (error) {
    answer({ type: 'failed', message: (error as Error).message });
  }
}

async function align(texts: string[]): Promise<void> {
  running = new AbortController();
  const { signal } = running;
  try {
    const documents = texts.map((text, i) => ({ id: `Text ${i + 1}`, text }));
    const alignment = await alignDocuments(documents, {
      embedder: await embedder!,
      signal,
      onProgress: (event) => answer({ type: 'progress', event }),
    });
    answer({
      type: 'done',
      report: renderHtml(alignment, { title: `${alignment.documents.length} texts, side by side` }),
      json: formats.json.write(alignment),
      tmx: formats.tmx.write(alignment, { pair: 0 }),
      warnings: alignment.warnings.map(({ message, document }) => (document === undefined ? message : `${document}: ${message}`)),
    });
  } catch (error) {
    answer(signal.aborted ? { type: 'stopped' } : { type: 'failed', message: (error as Error).message });
  }
}
