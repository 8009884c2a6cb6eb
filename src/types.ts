/**
 * The data that passes between the stages and to the caller. All of it is plain JSON.
 *
 * Ranges are half-open, `[start, end)`. Offsets are UTF-16 units into the untouched input.
 * A similarity is a cosine, -1 to 1; a confidence is a probability, 0 to 1.
 */

// ── documents in ────────────────────────────────────────────────────────────

/** A document to align: its text, or a description with metadata. */
export type DocumentInput = string | DocumentDescription;

/** A document with metadata. At least one of `text` and `sentences` is required. */
export interface DocumentDescription {
  /** The untouched input. Left out when `sentences` is given: then they are joined by `'\n'`. */
  readonly text?: string;
  /** The caller's own segmentation, kept as it is. With `text` too, each sentence must occur in it, in order. */
  readonly sentences?: readonly string[];
  /** @defaultValue the position in the input: `'0'`, `'1'`, … */
  readonly id?: string;
  /** BCP 47 tag: `'id'`, `'zh'`, `'zh-Hant'`, `'en'`. Left out: the language is detected. */
  readonly language?: string;
  /** Carried through to reports. */
  readonly url?: string;
  /** Carried through to reports. */
  readonly date?: string;
}

// ── results ─────────────────────────────────────────────────────────────────

/** The result of {@link alignDocuments}. Plain JSON. */
export interface Alignment {
  documents: AlignedDocument[];
  /** One entry per pair of documents, in input order. */
  pairs: DocumentPair[];
  /** Groups of sentences of all documents that say the same; each holds places in at least two documents. */
  groups: Place[][];
  names: TracedName[];
  findings: Finding[];
  lineage: Lineage[];
  /** Input that is usable but doubtful. */
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
  /** BCP 47 tag, `'und'` where the language could not be determined. */
  language: string;
  /** 0 to 1; 1 when the caller named the language. */
  languageConfidence: number;
  text: string;
  url?: string;
  date?: string;
  sentences: Sentence[];
}

/** One trimmed sentence. Sentences and the gaps between them restore the text. */
export interface Sentence {
  index: number;
  start: number;
  end: number;
  text: string;
  /** Boilerplate such as menus and time codes: at most a skip. */
  furniture?: boolean;
}

/** Parallel: one translates the other. Comparable: reports of the same event. Related: the same people or subject, a different event. */
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
   * Parallel: each sentence once, in reading order, skips included; moved blocks are crossing beads.
   * Comparable and related: ordered by source; a bead links statements and may cross others, and a sentence may be in several.
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

/** A place in a document: offsets into its text, and the words there. */
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

/** One occurrence of a name. */
export interface Mention extends Place {
  /** `exact`: the canonical form or a part of it; `variant`: an accepted different spelling; `transliterated`: the conventional form in another script or language; `garbled`: no convention explains it. */
  kind: MentionKind;
  /** The mention in Latin letters. */
  romanized: string;
  /** {@link nameSimilarity} to the canonical form, 0 to 1. */
  similarity: number;
  /** Beads that join this mention to others of the name: `[pair, bead]` indices. */
  beads: number[][];
  /** Why it is linked, in words: romanised forms, letters that changed. */
  evidence?: string[];
}

/** A person, place or organisation, with every spelling found. */
export interface TracedName {
  canonical: string;
  type: 'person' | 'place' | 'organization' | 'other';
  mentions: Mention[];
}

/** A fact on which documents disagree: one entry per disagreement, for any number of documents. */
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

/** What one document says about a fact. `text` is empty, and `start` is `end`, where it lacks the words of the others. */
export interface Witness extends Place {
  /** The value without language: `22000 ton`, `weekday 3`, `not`. */
  value?: string;
  /** Disagrees with most of the others. */
  odd?: boolean;
}

/** The source of a document, as far as it can be inferred. Documents without evidence have no entry. */
export interface Lineage {
  document: string;
  /** Made from `source`, or from the source of that; or it and those of `with` come from one text that is not among the documents. */
  kind: 'derived' | 'common-source';
  /** Derived: the likeliest source. Absent: it was made from a text that is not among the documents, of which only `through` is known. */
  source?: string;
  /** Derived: documents that explain it as well as `source` does, since they are translations of it. */
  alternatives?: string[];
  /** Common source: the documents that come from the same text. */
  with?: string[];
  /** BCP 47 tag of the language it passed through, neither its own nor that of its source. */
  through?: string;
  /** Probability of the claim, 0.5 to 1. */
  confidence: number;
  /** The evidence for the claim and against it, in sentences. */
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
  /** Whether the vector of joined texts is the normalised sum of raw sums; then this is an {@link AdditiveEmbedder}. */
  readonly additive: boolean;
  /**
   * One row per text: `texts.length × dimensions`, row-major, each row of length 1 (a text without any known piece has the zero row).
   *
   * @throws the reason of the signal, checked between batches.
   */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array>;
  /** Release the resources of the embedder. It cannot be used afterwards. */
  dispose(): Promise<void>;
  /** Reports texts that it truncates (`TRUNCATED`) or that consist of unknown pieces (`UNKNOWN_PIECES`). Indices are positions in `texts`. */
  inspect?(texts: readonly string[], options?: Pick<EmbedOptions, 'signal'>): EmbedderReport | Promise<EmbedderReport>;
  /** Languages it was trained on, BCP 47 base tags; absent if unknown. */
  readonly languages?: readonly string[];
  /** Warnings about the embedder itself, for the result: `REVISION_UNPINNED`. */
  readonly warnings?: readonly Warning[];
}

/** Options of {@link Embedder.embed}. */
export interface EmbedOptions {
  readonly signal?: AbortSignal;
  /** Called with the number of texts done, which never decreases. */
  readonly onProgress?: (event: { done: number; total: number }) => void;
}

/** Report of an embedder on problematic texts. */
export interface EmbedderReport {
  /** Share of characters in pieces the model does not know, 0 to 1, over all texts. */
  unknownShare: number;
  /** Positions of the texts that the model truncates. */
  truncated: number[];
}

/** An embedder with additive vectors: the vector of a run of sentences is the sum of their raw sums, normalised. */
export interface AdditiveEmbedder extends Embedder {
  readonly additive: true;
  /** Raw sums, not normalised: `texts.length × dimensions`, row-major. */
  embedSums(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array>;
  /** The tokens of each text with their vectors, from which token coverage is computed. */
  pieces(texts: readonly string[], options?: Pick<EmbedOptions, 'signal'>): Promise<TextPieces>;
  /** Both, and the report of `inspect`, in one pass. Without it the three methods are called in turn. */
  analyse?(texts: readonly string[], options?: EmbedOptions): Promise<TextAnalysis>;
}

/** The analysis of texts by an additive embedder. */
export interface TextAnalysis {
  readonly sums: Float32Array;
  readonly pieces: TextPieces;
  readonly report?: EmbedderReport;
}

/** Tokens of many texts in flat arrays. A token is a word, or in scripts without spaces a subword; its raw vectors add up to the raw sum of its text. */
export interface TextPieces {
  /** Tokens of text t are `offsets[t]` to `offsets[t + 1]`; length `texts.length + 1`. */
  offsets: Int32Array;
  /** Per token: its row of `vectors`. Equal tokens share one. */
  ids: Int32Array;
  /** Per token: Euclidean length of its raw vector. */
  weights: Float32Array;
  /** Distinct tokens × dimensions, row-major, unit rows. */
  vectors: Float32Array;
  /** Length of a row of `vectors`; derived where it is absent. */
  dimensions?: number;
  /** Per token: its span in its text, UTF-16 units, half-open. */
  starts: Int32Array;
  ends: Int32Array;
}

// ── scoring ─────────────────────────────────────────────────────────────────

/** A human bead: index lists, so gaps and crossings are possible. */
export interface GoldBead {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** Precision, recall and their harmonic mean, 0 to 1; `count`: number of gold beads counted. */
export interface Score {
  precision: number;
  recall: number;
  f1: number;
  count: number;
}
