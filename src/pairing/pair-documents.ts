/**
 * Finds the documents of a pile that belong together.
 *
 *     documents → items → vectors → nearest → candidates → compared by sentences → aligned → judged
 *                                   n²        n × 32       n × 32                     few
 *
 * Each step passes fewer pairs to the next, which costs more per pair. Time: n² × dimensions for the search (or n × log n with an index), and
 * the alignment of the remaining pairs. Memory: the texts, one vector and the neighbour lists per document, and a cache of prepared documents
 * of at most 256 MB.
 */
import { isAdditive } from '../align/prepare-document.ts';
import { runSteps } from '../align/run-steps.ts';
import { createEmbedder } from '../embed/create-embedder.ts';
import { AlignmentError } from '../errors.ts';
import { checkDocuments } from '../options.ts';
import type { DocumentInput, Embedder } from '../types.ts';
import { collectMatches, type DocumentMatch, type ItemMatch } from './collect-matches.ts';
import { type DocumentPile, readPile } from './document-pile.ts';
import { addSentences, centreByLanguage } from './document-vectors.ts';
import { ItemCache } from './item-cache.ts';
import { findNearestDocuments, type NearestDocuments, type SearchedDocuments } from './nearest-documents.ts';
import { createMeter, createPacer, runPaced } from './paced-work.ts';
import { chooseCandidates, orderByNeighbourhood, type PairCandidate } from './pair-candidates.ts';
import { judgePair } from './pair-evidence.ts';
import { type CheckedPairOptions, checkPairOptions, type PairDocumentsOptions } from './pair-options.ts';
import { nameEvents, weighThirds } from './pair-support.ts';
import { findNearestByIndex, loadUsearch, type Usearch } from './usearch-documents.ts';

/** Fewest neighbours kept in each language: those that the mean similarity is measured on. */
const leastKept = 6;
/** Documents from which an index is faster than exhaustive search. */
const manyDocuments = 20_000;

/**
 * Find the documents of a pile that translate each other or report the same event.
 *
 * Languages are detected as in `alignDocuments`. A document without partners is in no match; copies of one document
 * match each other. Nothing is sent anywhere, and the same pile, options and model give the same matches.
 *
 * @example
 * ```ts
 * const matches = await pairDocuments([
 *   { id: 'en', text: 'Steve Witkoff met Vladimir Putin in Moscow. They talked for three hours.' },
 *   { id: 'weather', text: 'Rain is expected in Rome tomorrow. Take an umbrella.' },
 *   { id: 'id', text: 'Steve Witcaf bertemu Vladimir Putin di Moskow. Mereka berbicara selama tiga jam.' },
 * ]);
 * matches.map(({ source, target }) => [source, target]); // [['en', 'id']]
 * ```
 *
 * @param documents - Texts, or texts with what you know about them.
 * @returns One entry for each pair, in input order; none where nothing belongs together, or there is only one document.
 * @throws {@link AlignmentError} `NO_DOCUMENTS`, `EMPTY_DOCUMENT`, `NOT_TEXT`, `TOO_LARGE`, `DUPLICATE_ID`, `OPTION_UNKNOWN`, `OPTION_INVALID`,
 * `MODEL_MISSING`, `MODEL_INVALID`, `EMBEDDING_INVALID`, `RUNTIME_MISSING`; the reason of the signal when aborted.
 */
export async function pairDocuments(documents: readonly DocumentInput[], options?: PairDocumentsOptions): Promise<DocumentMatch[]> {
  const checked = checkPairOptions(options);
  checkDocuments(documents);
  const { signal, maxDocuments } = checked;
  if (documents.length > maxDocuments) {
    throw new AlignmentError('TOO_LARGE', `Expected at most ${maxDocuments} documents, got ${documents.length}`);
  }
  signal?.throwIfAborted();

  const loaded = createMeter('load', 1, checked.onProgress);
  const embedder = checked.embedder ?? (await createEmbedder());
  loaded(1);
  const pile = await readAll(documents, checked);
  const cache = new ItemCache(pile.items, embedder, signal);
  const searched = await embedAll(pile, cache, embedder, checked);
  const nearest = await search(searched, checked);
  const candidates = await runPaced(
    chooseCandidates(pile.items, searched, nearest, { most: checked.candidates, sameLanguage: checked.sameLanguage }),
    signal,
  );
  const found = await judgeAll(orderByNeighbourhood(candidates, pile.items.length), pile, cache, checked);
  const ids = documents.map((document, index) => (typeof document === 'string' ? undefined : document.id) ?? String(index));
  return collectMatches(pile, found, ids, checked).filter(
    ({ relation, confidence }) => confidence >= checked.minConfidence && (checked.relation === 'auto' || relation === checked.relation),
  );
}

async function readAll(documents: readonly DocumentInput[], options: CheckedPairOptions): Promise<DocumentPile> {
  const progress = createMeter('split', documents.length, options.onProgress);
  return runSteps(readPile(documents, options), {
    ...(options.signal && { signal: options.signal }),
    onProgress: (share) => progress(share * documents.length),
  });
}

async function embedAll(
  { items }: DocumentPile,
  cache: ItemCache,
  embedder: Embedder,
  options: CheckedPairOptions,
): Promise<SearchedDocuments> {
  const { signal, onProgress } = options;
  const { dimensions } = embedder;
  const progress = createMeter('embed', items.length, onProgress);
  const turn = createPacer(signal);
  const additive = isAdditive(embedder);
  const rows = new Float32Array(items.length * dimensions);
  for (const [index, { texts, weights }] of items.entries()) {
    // an embedder that is not additive would embed every run of sentences too, which only candidates need
    if (additive) rows.set((await cache.get(index)).vector, index * dimensions);
    else addSentences(await embedRows(texts, embedder, signal), weights, rows, index * dimensions, dimensions);
    progress(index + 1);
    await turn();
  }
  const names = [...new Set(items.map(({ language }) => language))];
  const languages = Int32Array.from(items, ({ language }) => names.indexOf(language));
  await runPaced(centreByLanguage({ rows, dimensions }, languages), signal);
  return { rows, dimensions, languages, languageCount: names.length };
}

async function embedRows(texts: readonly string[], embedder: Embedder, signal: AbortSignal | undefined): Promise<Float32Array> {
  const rows = await embedder.embed(texts, signal && { signal });
  const count = texts.length * embedder.dimensions;
  if (rows.length === count && rows.every(Number.isFinite)) return rows;
  throw new AlignmentError(
    'EMBEDDING_INVALID',
    `Embedder \`${embedder.id}\` returned ${rows.length} numbers, expected ${count}, all finite`,
  );
}

async function search(searched: SearchedDocuments, options: CheckedPairOptions): Promise<NearestDocuments> {
  const { signal, candidates } = options;
  const count = searched.languages.length;
  const kept = Math.max(leastKept, Math.min(candidates, Math.ceil((2 * candidates) / searched.languageCount)));
  const progress = createMeter('search', count, options.onProgress);
  const library = await chooseLibrary(options.search, count);
  const steps = library ? findNearestByIndex(searched, kept, library) : findNearestDocuments(searched, kept);
  return runSteps(steps, { ...(signal && { signal }), onProgress: (share) => progress(share * count) });
}

async function chooseLibrary(wanted: CheckedPairOptions['search'], count: number): Promise<Usearch | undefined> {
  if (wanted === 'exact' || (wanted === 'auto' && count < manyDocuments)) return undefined;
  try {
    return await loadUsearch();
  } catch (error) {
    if (wanted === 'auto') return undefined;
    throw error;
  }
}

async function judgeAll(
  candidates: readonly PairCandidate[],
  { items, markCounts }: DocumentPile,
  cache: ItemCache,
  options: CheckedPairOptions,
): Promise<ItemMatch[]> {
  const { signal, minConfidence, sameLanguage } = options;
  const progress = createMeter('align', candidates.length, options.onProgress);
  const counts = { items: items.length, markCounts };
  const found: ItemMatch[] = [];
  const turn = createPacer(signal);
  for (const [done, candidate] of candidates.entries()) {
    const source = await cache.get(candidate.source);
    const target = await cache.get(candidate.target);
    const verdict = await runPaced(judgePair(candidate, source, target, counts), signal);
    if (verdict) {
      found.push({ source: candidate.source, target: candidate.target, ...verdict });
    }
    progress(done + 1);
    await turn();
  }
  const canMeet = (one: number, other: number) =>
    items[one]!.document !== items[other]!.document && (sameLanguage || items[one]!.language !== items[other]!.language);
  return weighThirds(await runPaced(nameEvents(found), signal), canMeet).filter(({ confidence }) => confidence >= minConfidence);
}
