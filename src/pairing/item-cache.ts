/** Items ready to be aligned, as many as fit into a given room; the one longest not asked for makes place for the next. */
import { createBackground } from '../align/centre-vectors.ts';
import { type PreparedDocument, prepareDocument } from '../align/prepare-document.ts';
import { readFacts } from '../align/read-facts.ts';
import type { Embedder } from '../types.ts';
import type { PileItem } from './document-pile.ts';
import { addSentences } from './document-vectors.ts';
import { cutIntoSegments, type Segments } from './sentence-evidence.ts';

/** An item with all that pairs of it are judged by. */
export interface ReadyItem {
  readonly item: PileItem;
  readonly prepared: PreparedDocument;
  readonly segments: Segments;
  /** Unit vector of the whole, nothing taken off. */
  readonly vector: Float32Array;
}

/** Bytes of vectors held. */
const room = 256 * 1024 * 1024;
/** Longest bead of embedders that need a text of its own for each run of sentences. */
const shortBead = 4;

/** Gives items out, preparing those that it does not hold. */
export class ItemCache {
  readonly #items: readonly PileItem[];
  readonly #embedder: Embedder;
  readonly #signal: AbortSignal | undefined;
  readonly #held = new Map<number, { ready: ReadyItem; bytes: number }>();
  readonly #background: () => Promise<Float32Array>;
  #bytes = 0;

  constructor(items: readonly PileItem[], embedder: Embedder, signal: AbortSignal | undefined) {
    this.#items = items;
    this.#embedder = embedder;
    this.#signal = signal;
    this.#background = createBackground(embedder);
  }

  /** An item, ready. */
  async get(index: number): Promise<ReadyItem> {
    const known = this.#held.get(index);
    if (known) {
      this.#held.delete(index);
      this.#held.set(index, known);
      return known.ready;
    }
    const item = this.#items[index]!;
    const prepared = await prepareDocument(item.texts, this.#embedder, {
      readFacts: (texts, barred) => readFacts(texts, barred, item.language),
      furniture: item.furniture,
      background: this.#background,
      ...(this.#embedder.additive ? {} : { maxBeadSize: shortBead }),
      ...(this.#signal ? { signal: this.#signal } : {}),
    });
    const vector = new Float32Array(prepared.dimensions);
    addSentences(prepared.sums, item.weights, vector, 0, prepared.dimensions);
    const ready = { item, prepared, vector, segments: cutIntoSegments(prepared, item.weights) };
    const bytes = bytesOf(prepared) + ready.segments.rows.byteLength;
    this.#held.set(index, { ready, bytes });
    this.#bytes += bytes;
    for (const [oldest, { bytes: freed }] of this.#held) {
      if (this.#bytes <= room || oldest === index) break;
      this.#held.delete(oldest);
      this.#bytes -= freed;
    }
    return ready;
  }
}

function bytesOf({ sums, norms, overlaps, tokens, lengths, wordWeights }: PreparedDocument): number {
  const own = sums.byteLength + norms.byteLength + (overlaps?.byteLength ?? 0) + lengths.byteLength + wordWeights.byteLength;
  return own + (tokens ? tokens.vectors.byteLength + 5 * tokens.ids.byteLength : 0);
}
