/** What the browser test runs in the page. */
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import { sampleTexts } from '../support/sample-texts.ts';

/** Vectors of the sample texts, row after row. */
export async function embedSamples(modelUrl?: string): Promise<number[]> {
  const embedder = await createEmbedder({ modelUrl });
  const vectors = await embedder.embed(sampleTexts.map(([, text]) => text));
  await embedder.dispose();
  return Array.from(vectors);
}

/** The code and message of what a model URL leads to. */
export async function errorOf(options: Parameters<typeof createEmbedder>[0]): Promise<string> {
  try {
    await createEmbedder(options);
    return 'none';
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return `${code} ${message}`;
  }
}

/** Sentences a second, cut from the same text as in Node's bench. */
export async function measure(texts: readonly string[]): Promise<{ load: number; fresh: number; warm: number }> {
  const loadStart = performance.now();
  const embedder = await createEmbedder({ modelUrl: '/models/palimpsest-base/' });
  const load = performance.now() - loadStart;
  const time = async (): Promise<number> => {
    const start = performance.now();
    await embedder.embed(texts);
    return performance.now() - start;
  };
  return { load, fresh: await time(), warm: await time() };
}
