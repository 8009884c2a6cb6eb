/**
 * The shapes that pass between the stages and out to the caller. All of them are plain JSON.
 *
 * Ranges are half-open, `[start, end)`. Offsets are UTF-16 units into the untouched input.
 * A similarity is a cosine, -1 to 1; a confidence is a probability, 0 to 1.
 */

// ── documents in ────────────────────────────────────────────────────────────

/** A document to align: its text, or its text with what the caller knows about it. */
export type DocumentInput = string | DocumentDescription;

/** A document with what the caller knows about it. At least one of `text` and `sentences` is needed. */
export interface DocumentDescription {
  /** The untouched input. Left out when `sentences` is given: then they are joined by `'\n'`. */
  readonly text?: string;
  /** The caller's own segmentation, kept as it is. With `text` given too, each sentence must stand in it, in order. */
  readonly sentences?: readonly string[];
  /** @defaultValue the position in the input: `'0'`, `'1'`, … */
  readonly id?: string;
  /** BCP 47 tag: `'id'`, `'zh'`, `'zh-Hant'`, `'en'`. Left out: detected. */
  readonly language?: string;
  /** Carried through to reports. */
  readonly url?: string;
  /** Carried through to reports. */
  readonly date?: string;
}

// ── results ─────────────────────────────────────────────────────────────────

/** What {@link alignDocuments} finds. Plain JSON. */
export interface Alignment {
  documents: AlignedDocument[];
  /** One entry per pair of documents, in input order. */
  pairs: DocumentPair[];
  /** Sentences of all documents that say one thing; each group holds places of at least two documents. */
  groups: Place[][];
  names: TracedName[];
  findings: Finding[];
  lineage: Lineage[];
  /** What is usable but doubtful about the input. */
  warnings: Warning[];
  model: ModelInfo;
}

/** The model that made the vectors. */
export interface ModelInfo {
  id: string;
  revision: string;
  dimensions: number;
}

/** A document, or the part of a mixed document that is in one language. */
export interface AlignedDocument {
  id: string;
  /** Id of the mixed document this part was cut from. Offsets then point into the text of the parent, which is `text`. */
  parent?: string;
  /** BCP 47 tag, `'und'` where the language could not be told. */
  language: string;
  /** 0 to 1; 1 when the caller named the language. */
  languageConfidence: number;
  text: string;
  url?: string;
  date?: string;
  sentences: Sentence[];
}

/** One trimmed sentence. Sentences plus the gaps between them give the text back. */
export interface Sentence {
  index: number;
  start: number;
  end: number;
  text: string;
  /** Menus, time codes and the like: at most a skip. */
  furniture?: boolean;
}

/** Parallel: one translates the other. Comparable: one event, told differently. Related: the same people or subject, another event. */
export type Relation = 'parallel' | 'comparable' | 'related' | 'unrelated';

/** Two documents and their beads. */
export interface DocumentPair {
  source: string;
  target: string;
  relation: Relation;
  /** Probability that `relation` is right, 0 to 1. */
  relationConfidence: number;
  /** Probability that both report (chiefly) the same event, 0 to 1. */
  sameEvent: number;
  /**
   * Parallel: each sentence once, in reading order, skips included; blocks that moved come as crossing beads.
   * Comparable and related: by source; a bead is a link of statements, may cross others, and a sentence may stand in several.
   */
  beads: Bead[];
}

/** Sentences of one side matched with sentences of the other. */
export interface Bead {
  /** Sentence indices, half-open; an empty side has `start === end`. */
  source: [start: number, end: number];
  target: [start: number, end: number];
  /** Cosine, -1 to 1; 0 for a skip. */
  similarity: number;
  /** Calibrated probability that the bead is right, 0 to 1. */
  confidence: number;
}

/** Where something stands: offsets into the text of the document, and the words there. */
export interface Place {
  document: string;
  /** Index of the sentence, from 0. */
  sentence: number;
  start: number;
  end: number;
  text: string;
}

/** How a mention relates to the canonical form of its name. */
export type MentionKind = 'exact' | 'variant' | 'transliterated' | 'garbled';

/** One spot where a name stands. */
export interface Mention extends Place {
  /** `exact`: the canonical form or a part of it; `variant`: an accepted other spelling; `transliterated`: the conventional form in another script or language; `garbled`: no convention explains it. */
  kind: MentionKind;
  /** The mention in Latin letters. */
  romanized: string;
  /** {@link nameSimilarity} to the canonical form, 0 to 1. */
  similarity: number;
  /** Beads that join this mention to others of the name: `[pair, bead]` indices. */
  beads: number[][];
  /** Why it is linked, in plain words: romanised forms, letters that changed. */
  evidence?: string[];
}

/** A person, place or body, with every spelling found. */
export interface TracedName {
  canonical: string;
  type: 'person' | 'place' | 'organization' | 'other';
  mentions: Mention[];
}

/** Something that documents tell otherwise: one entry a disagreement, whatever number of documents bears witness to it. */
export interface Finding {
  /** Name of the rule. */
  rule: 'number' | 'date' | 'name' | 'polarity' | 'quotation' | 'count-noun' | 'content' | 'clause';
  /** Two or more, in the order of the documents. */
  witnesses: Witness[];
  /** `[pair, bead]` indices of the beads in which it was found; empty where the sentences are not linked. */
  beads: [pair: number, bead: number][];
  /** One sentence for a reader. */
  message: string;
  /** Share of such findings that were true on development texts, 0 to 1. */
  confidence: number;
}

/** What one document says about a fact. `text` is empty, and `start` is `end`, where it lacks the words that others have. */
export interface Witness extends Place {
  /** The value without language: `22000 ton`, `weekday 3`, `not`. */
  value?: string;
  /** Stands against most of the others. */
  odd?: boolean;
}

/** What a document was made from, as far as that can be told. Documents about which nothing can be told have no entry. */
export interface Lineage {
  document: string;
  /** Made from `source`, or from the text behind it; or it and those of `with` come from one text that is not among the documents. */
  kind: 'derived' | 'common-source';
  /** Derived: the likeliest source. Absent: it was made from a text that is not here, of which only `through` is known. */
  source?: string;
  /** Derived: documents that explain it as well as `source` does, being translations of that. */
  alternatives?: string[];
  /** Common source: the documents that come from the same text. */
  with?: string[];
  /** BCP 47 tag of the language it passed through, neither its own nor that of its source. */
  through?: string;
  /** Probability of the claim, 0.5 to 1. */
  confidence: number;
  /** What speaks for the claim, and what against it, in sentences. */
  evidence: string[];
  against: string[];
}

/** Input that was usable but doubtful. */
export interface Warning {
  /** Stable identifier: `LANGUAGE_UNKNOWN`, `LANGUAGE_UNTRAINED`, `UNKNOWN_PIECES`, `UNUSUAL_CHARACTERS`, `TRUNCATED`, … */
  code: string;
  message: string;
  document?: string;
  sentence?: number;
}

// ── embedding ───────────────────────────────────────────────────────────────

/** Turns texts into unit vectors. Every implementation passes `test/support/embedder-contract.ts`. */
export interface Embedder {
  readonly id: string;
  /** Part of every cache key. */
  readonly revision: string;
  /** Length of one vector. */
  readonly dimensions: number;
  /** Whether the vector of joined texts is the normalised sum of raw sums; then it is an {@link AdditiveEmbedder}. */
  readonly additive: boolean;
  /**
   * One row per text: `texts.length × dimensions`, row-major, each row of length 1 (a text without any known piece has the zero row).
   *
   * @throws the reason of the signal, checked between batches.
   */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array>;
  /** Free what the embedder holds. It cannot be used afterwards. */
  dispose(): Promise<void>;
  /** Doubts about texts this embedder has difficulty with: cut off (`TRUNCATED`), made of unknown pieces (`UNKNOWN_PIECES`). Indices are positions in `texts`. */
  inspect?(texts: readonly string[], options?: Pick<EmbedOptions, 'signal'>): EmbedderReport | Promise<EmbedderReport>;
  /** Languages it was trained on, BCP 47 base tags; absent when nobody knows. */
  readonly languages?: readonly string[];
  /** Doubts about the embedder itself, for the warnings of a result: `REVISION_UNPINNED`. */
  readonly warnings?: readonly Warning[];
}

/** Options of {@link Embedder.embed}. */
export interface EmbedOptions {
  readonly signal?: AbortSignal;
  /** Called with the number of texts done, which never falls. */
  readonly onProgress?: (event: { done: number; total: number }) => void;
}

/** What an embedder says about texts it has difficulty with. */
export interface EmbedderReport {
  /** Share of characters in pieces the model does not know, 0 to 1, over all texts. */
  unknownShare: number;
  /** Positions of the texts that the model cuts off. */
  truncated: number[];
}

/** An embedder whose sums add up: a run of sentences is the sum of their sums, then normalised. */
export interface AdditiveEmbedder extends Embedder {
  readonly additive: true;
  /** Raw sums, not normalised: `texts.length × dimensions`, row-major. */
  embedSums(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array>;
  /** The tokens of each text with their vectors, from which token coverage is computed. */
  pieces(texts: readonly string[], options?: Pick<EmbedOptions, 'signal'>): Promise<TextPieces>;
  /** All of it, and what `inspect` says, in one pass; an embedder without it is asked three times. */
  analyse?(texts: readonly string[], options?: EmbedOptions): Promise<TextAnalysis>;
}

/** What an additive embedder knows of texts. */
export interface TextAnalysis {
  readonly sums: Float32Array;
  readonly pieces: TextPieces;
  readonly report?: EmbedderReport;
}

/** Tokens of many texts in flat arrays. A token is a word, or in scripts without spaces a subword; its raw vectors add up to the raw sum of its text. */
export interface TextPieces {
  /** Tokens of text t are `offsets[t]` to `offsets[t + 1]`; length `texts.length + 1`. */
  offsets: Int32Array;
  /** Per token: which row of `vectors` it has. Equal tokens share one. */
  ids: Int32Array;
  /** Per token: Euclidean length of its raw vector. */
  weights: Float32Array;
  /** Distinct tokens × dimensions, row-major, unit rows. */
  vectors: Float32Array;
  /** Length of a row of `vectors`; counted where it is absent. */
  dimensions?: number;
  /** Per token: where it stands in its text, UTF-16 units, half-open. */
  starts: Int32Array;
  ends: Int32Array;
}

// ── scoring ─────────────────────────────────────────────────────────────────

/** A human bead: index lists, so gaps and crossings are possible. */
export interface GoldBead {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** Precision, recall and their harmonic mean, 0 to 1; `count`: how many gold beads were counted. */
export interface Score {
  precision: number;
  recall: number;
  f1: number;
  count: number;
}
