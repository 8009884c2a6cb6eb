/**
 * The one call: documents in; aligned sentences, traced names, divergences and lineage out.
 *
 *     texts → sentences → vectors → beads → traces
 *
 * This file alone knows the order of the stages. Each stage takes plain data and returns new plain data.
 */
import { alignPairs, type PairRequest } from './align/align-pairs.ts';
import { createBackground } from './align/centre-vectors.ts';
import { groupSteps } from './align/group-sentences.ts';
import { type PreparedDocument, prepareDocument } from './align/prepare-document.ts';
import { readFacts } from './align/read-facts.ts';
import { runSteps } from './align/run-steps.ts';
import { invalidOption } from './check-options.ts';
import { breathe } from './embed/breathe.ts';
import { createEmbedder } from './embed/create-embedder.ts';
import { inspectTexts } from './embed/inspect-texts.ts';
import { AlignmentError } from './errors.ts';
import { divergenceSteps } from './findings/find-divergences.ts';
import { checkMemory, checkPairCount } from './limits.ts';
import { lineageOfTraced } from './lineage/trace-lineage.ts';
import { nameSteps } from './names/trace-names.ts';
import {
  type AlignOptions,
  type Anchor,
  type CheckedAlignOptions,
  checkAlignOptions,
  checkDocuments,
  type ProgressEvent,
} from './options.ts';
import { withNotebookDisplay } from './report/notebook-display.ts';
import { readDocument } from './text/read-document.ts';
import type { AlignedDocument, Alignment, DocumentInput, Embedder, TextPieces, Warning } from './types.ts';

/**
 * Align documents in several languages and trace what translation garbled.
 *
 * Every pair of documents is aligned once, in input order, unless `pivot` names one document for all.
 * A document that holds two languages becomes two, `<id>:<language>`, and they are aligned with each other too.
 * Nothing is sent anywhere, and the same input, options and model give the same result.
 *
 * @example
 * ```ts
 * const alignment = await alignDocuments([
 *   { id: 'en', text: 'Steve Witkoff met Vladimir Putin in Moscow. They talked for three hours.' },
 *   { id: 'id', text: 'Steve Witcaf bertemu Vladimir Putin di Moskow. Mereka berbicara selama tiga jam.' },
 * ]);
 * for (const bead of alignment.pairs[0]!.beads) console.log(bead.source, bead.target);
 * // → [ 0, 1 ] [ 0, 1 ]
 * // → [ 1, 2 ] [ 1, 2 ]
 * ```
 *
 * @param documents - Texts, or texts with what you know about them. At least two, or one that holds two languages.
 * @throws {@link AlignmentError} `NO_DOCUMENTS`, `ONE_LANGUAGE`, `EMPTY_DOCUMENT`, `NOT_TEXT`, `TOO_LARGE`, `DUPLICATE_ID`,
 * `OPTION_UNKNOWN`, `OPTION_INVALID`, `MODEL_MISSING`, `MODEL_INVALID` or `EMBEDDING_INVALID`; the reason of the signal when aborted.
 */
export async function alignDocuments(documents: readonly DocumentInput[], options?: AlignOptions): Promise<Alignment> {
  const checked = checkAlignOptions(options);
  checkDocuments(documents);
  const { signal } = checked;
  signal?.throwIfAborted();

  const embedder = await loadEmbedder(checked);
  const { parts, warnings } = await readAll(documents, checked);
  const requests = choosePairs(parts, checked);
  checkMemory(
    parts.map(({ sentences }) => ({ characters: sentences.reduce((sum, { text }) => sum + text.length, 0), sentences: sentences.length })),
    embedder.dimensions,
    checked,
  );

  const prepared = await embedAll(parts, embedder, checked);
  warnings.push(
    ...inspectTexts(
      embedder,
      parts,
      prepared.map(({ report }) => report),
    ),
  );

  const progress = meter('align', requests.length, checked);
  const aligned = await runSteps(alignPairs(prepared, requests, checked), {
    signal,
    onProgress: (share) => progress(share * requests.length),
  });
  const pairs = requests.map(({ source, target }, index) => ({ source: parts[source]!.id, target: parts[target]!.id, ...aligned[index]! }));

  const { id, revision, dimensions } = embedder;
  const alignment: Alignment = {
    documents: parts,
    pairs,
    groups: await runSteps(groupSteps(parts, pairs), signal ? { signal } : {}),
    names: [],
    findings: [],
    lineage: [],
    warnings,
    model: { id, revision, dimensions },
  };
  await traceAll(alignment, prepared, checked);
  return withNotebookDisplay(alignment);
}

async function loadEmbedder(options: CheckedAlignOptions): Promise<Embedder> {
  const progress = meter('load', 1, options);
  const embedder = options.embedder ?? (await createEmbedder());
  progress(1);
  return embedder;
}

async function readAll(
  documents: readonly DocumentInput[],
  options: CheckedAlignOptions,
): Promise<{ parts: AlignedDocument[]; warnings: Warning[] }> {
  const progress = meter('split', documents.length, options);
  const parts: AlignedDocument[] = [];
  const warnings: Warning[] = [];
  for (const [index, document] of documents.entries()) {
    const read = readDocument(document, String(index), options);
    parts.push(...read.parts);
    warnings.push(...read.warnings);
    progress(index + 1);
    await nextTurn(options.signal);
  }

  const ids = new Set<string>();
  for (const { id } of parts) {
    if (ids.has(id)) throw new AlignmentError('DUPLICATE_ID', `The id \`${id}\` is that of a document and of a part of a mixed document`);
    ids.add(id);
  }
  if (parts.length < 2) {
    const { id, language } = parts[0]!;
    throw new AlignmentError('ONE_LANGUAGE', `Expected two documents or one in two languages, got only \`${id}\` in \`${language}\``);
  }
  return { parts, warnings };
}

/** Every pair once, in input order, or every document with the pivot; with the anchors of each. */
function choosePairs(parts: readonly AlignedDocument[], { pivot, anchors = [], maxPairs }: CheckedAlignOptions): PairRequest[] {
  const isPivot = ({ id, parent }: AlignedDocument): boolean => pivot === undefined || id === pivot || parent === pivot;
  const pivots = parts.filter(isPivot).length;
  checkPairCount(pivots * (parts.length - pivots) + (pivots * (pivots - 1)) / 2, maxPairs);
  if (pivots === 0) throw invalidOption('pivot', `the id of one of the documents (${parts.map(({ id }) => id).join(', ')})`, pivot);

  const requests: PairRequest[] = [];
  for (let source = 0; source < parts.length; source++) {
    for (let target = source + 1; target < parts.length; target++) {
      if (isPivot(parts[source]!) || isPivot(parts[target]!)) requests.push({ source, target });
    }
  }
  for (const anchor of anchors) addAnchor(requests, parts, anchor);
  return requests;
}

/** Anchors can name the documents of a pair in either order. */
function addAnchor(requests: PairRequest[], parts: readonly AlignedDocument[], anchor: Anchor): void {
  const source = parts.findIndex(({ id }) => id === anchor.source);
  const target = parts.findIndex(({ id }) => id === anchor.target);
  const forward = requests.findIndex((request) => request.source === source && request.target === target);
  const backward = requests.findIndex((request) => request.source === target && request.target === source);
  const index = Math.max(forward, backward);
  if (index < 0) throw invalidOption('anchors', 'about two documents that are aligned with each other', anchor);

  const request = requests[index]!;
  const beads = anchor.beads.map((bead) => (forward >= 0 ? bead : { source: bead.target, target: bead.source }));
  for (const bead of beads) {
    for (const [span, part] of [
      [bead.source, parts[request.source]!],
      [bead.target, parts[request.target]!],
    ] as const) {
      const count = part.sentences.length;
      if (span[0] > span[1] || span[1] > count)
        throw invalidOption('anchors', `ranges within the ${count} sentences of \`${part.id}\``, span);
    }
  }
  const known = beads.map(({ source, target }) => ({ source, target, similarity: 0, confidence: 1 }));
  requests[index] = { ...request, anchors: [...(request.anchors ?? []), ...known] };
}

async function embedAll(parts: readonly AlignedDocument[], embedder: Embedder, options: CheckedAlignOptions): Promise<PreparedDocument[]> {
  const total = parts.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const progress = meter('embed', total, options);
  const prepared: PreparedDocument[] = [];
  const background = createBackground(embedder);
  let before = 0;
  for (const { sentences, language } of parts) {
    const start = before;
    prepared.push(
      await prepareDocument(
        sentences.map(({ text }) => text),
        embedder,
        {
          readFacts: (texts, barred) => readFacts(texts, barred, language),
          furniture: sentences.map(({ furniture }) => furniture === true),
          maxBeadSize: options.maxBeadSize,
          background,
          signal: options.signal,
          onProgress: (event) => progress(start + (event.done / event.total) * sentences.length),
        },
      ),
    );
    before += sentences.length;
    progress(before);
  }
  return prepared;
}

/** The tokens of each document, for the findings; empty with embedders that have no tokens. */
function piecesByDocument({ documents }: Alignment, prepared: readonly PreparedDocument[]): Map<string, TextPieces> {
  return new Map(documents.flatMap(({ id }, index) => (prepared[index]?.tokens ? [[id, prepared[index].tokens] as const] : [])));
}

async function traceAll(alignment: Alignment, prepared: readonly PreparedDocument[], options: CheckedAlignOptions): Promise<void> {
  const { names, findings, lineage } = options.trace;
  if (!names && !findings && !lineage) return;
  const progress = meter('trace', 3, options);
  const stepped = options.signal ? { signal: options.signal } : {};
  // findings and lineage need names, so these are traced even when they are not shown
  const pieces = piecesByDocument(alignment, prepared);
  alignment.names = await runSteps(
    nameSteps(alignment, { knownNames: options.knownNames }, (id) => pieces.get(id)),
    stepped,
  );
  progress(1);
  const choice = typeof findings === 'object' ? findings : {};
  if (findings) alignment.findings = await runSteps(divergenceSteps(alignment, { ...choice, pieces }), stepped);
  progress(2);
  await nextTurn(options.signal);
  if (lineage) alignment.lineage = lineageOfTraced(alignment);
  if (!names) alignment.names = [];
  progress(3);
  options.signal?.throwIfAborted();
}

/** Reports one stage: whole numbers that never fall, from 0 to the total. */
function meter(stage: ProgressEvent['stage'], total: number, { onProgress }: CheckedAlignOptions): (done: number) => void {
  let shown = 0;
  onProgress?.({ stage, done: 0, total });
  return (done) => {
    const whole = Math.min(Math.floor(done + 1e-9), total);
    if (whole <= shown) return;
    shown = whole;
    onProgress?.({ stage, done: whole, total });
  };
}

/** Yields to the event loop, so that a signal is seen between two stages. */
async function nextTurn(signal: AbortSignal | undefined): Promise<void> {
  await breathe();
  signal?.throwIfAborted();
}
