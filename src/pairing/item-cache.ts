/** A cache of items prepared for alignment, bounded in bytes, that evicts the least recently used. */
import { createBackground } from '../align/centre-vectors.ts';
import { type PreparedDocument, prepareDocument } from '../align/prepare-document.ts';
import { readFacts } from '../align/read-facts.ts';
import type { Embedder } from '../types.ts';
import type { PileItem } from './document-pile.ts';
import { addSentences } from './document-vectors.ts';
import { cutIntoSegments, type Segments } from './sentence-evidence.ts';

/** An item with everything needed to judge its pairs. */
export interface ReadyItem {
  readonly item: PileItem;
  readonly prepared: PreparedDocument;
  readonly segments: Segments;
  /** Unit vector of the whole item, not centred. */
  readonly vector: Float32Array;
}

/** Most bytes of cached vectors. */
const room = 256 * 1024 * 1024;
/** Longest bead for embedders that must embed each run of sentences as a text of its own. */
const shortBead = 4;

/** Returns items, and prepares those that are not cached. */
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

  /** A prepared item. */
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
