import { alignPair } from './align/align-pairs.ts';
import { createBackground } from './align/centre-vectors.ts';
import { prepareDocument } from './align/prepare-document.ts';
import { runSteps } from './align/run-steps.ts';
import { invalidOption } from './check-options.ts';
import { createEmbedder } from './embed/create-embedder.ts';
import { AlignmentError } from './errors.ts';
import { checkMemory, checkSentenceCount, type DocumentSize } from './limits.ts';
import { type AlignOptions, type CheckedAlignOptions, checkAlignOptions } from './options.ts';
import { withNotebookTable } from './report/notebook-table.ts';
import type { Bead, Relation } from './types.ts';

/**
 * Align two lists of sentences, kept unchanged, without tracing.
 *
 * The language of the sentences is not known here, so only numbers in digits are evidence; {@link alignDocuments} uses number words and dates too.
 *
 * One side may be empty: then every sentence of the other is a skip.
 * Of the options, those about documents (`pivot`, `anchors`, `splitLanguages`, `trace`, `knownNames`, `maxPairs`) have no effect here.
 *
 * @throws {@link AlignmentError} `OPTION_UNKNOWN`, `OPTION_INVALID`, `TOO_LARGE`, `MODEL_MISSING`, `MODEL_INVALID` or `EMBEDDING_INVALID`; the reason of the signal when aborted.
 *
 * @example
 * ```ts
 * const { relation, beads } = await alignSentences(['The cat sleeps.', 'It rains.'], ['Kucing itu tidur.', 'Hujan turun.']);
 * console.log(relation, beads.map((bead) => bead.target)); // → parallel [ [ 0, 1 ], [ 1, 2 ] ]
 * ```
 */
export async function alignSentences(
  source: readonly string[],
  target: readonly string[],
  options?: AlignOptions,
): Promise<{ relation: Relation; relationConfidence: number; sameEvent: number; beads: Bead[] }> {
  const checked = checkAlignOptions(options);
  expectSentences('source', source);
  expectSentences('target', target);
  const sizes = (['source', 'target'] as const).map((name, side) => checkSize(name, side === 0 ? source : target, checked));
  const { signal, onProgress, relation, maxBeadSize, skipCost, minConfidence } = checked;
  signal?.throwIfAborted();

  onProgress?.({ stage: 'load', done: 0, total: 1 });
  const embedder = checked.embedder ?? (await createEmbedder());
  onProgress?.({ stage: 'load', done: 1, total: 1 });
  checkMemory(sizes, embedder.dimensions, checked);

  const total = source.length + target.length;
  const background = createBackground(embedder);
  let done = 0;
  const prepare = async (texts: readonly string[]) => {
    const before = done;
    // a text may take several steps: its runs are embedded too
    const report = (share: number) => {
      const now = before + Math.floor(share * texts.length);
      if (now <= done) return;
      done = now;
      onProgress?.({ stage: 'embed', done, total });
    };
    const prepared = await prepareDocument(texts, embedder, {
      maxBeadSize,
      background,
      signal,
      onProgress: (event) => report(event.done / Math.max(event.total, 1)),
    });
    report(1);
    return prepared;
  };
  onProgress?.({ stage: 'embed', done, total });
  const sides = [await prepare(source), await prepare(target)] as const;

  onProgress?.({ stage: 'align', done: 0, total: 1 });
  const aligned = await runSteps(alignPair(...sides, { relation, maxBeadSize, skipCost, minConfidence }), { signal });
  onProgress?.({ stage: 'align', done: 1, total: 1 });
  const textOf = (sentences: readonly string[], [from, to]: Bead['source']) => sentences.slice(from, to).join(' ');
  return withNotebookTable(aligned, () => ({
    head: ['confidence', 'source', 'target'],
    rows: aligned.beads.map((bead) => [bead.confidence.toFixed(2), textOf(source, bead.source), textOf(target, bead.target)]),
  }));
}

function checkSize(name: string, texts: readonly string[], { maxSentences, maxCharacters }: CheckedAlignOptions): DocumentSize {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  checkSentenceCount(name, texts.length, maxSentences);
  if (characters > maxCharacters)
    throw new AlignmentError('TOO_LARGE', `${name}: expected at most ${maxCharacters} characters, got ${characters}`);
  return { characters, sentences: texts.length };
}

function expectSentences(name: string, sentences: readonly string[]): void {
  if (!Array.isArray(sentences) || sentences.some((sentence) => typeof sentence !== 'string')) {
    throw invalidOption(name, 'a list of strings', sentences);
  }
}
