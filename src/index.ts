/**
 * Palimpsest aligns articles in several languages sentence by sentence and traces what translation garbled.
 *
 * Start with {@link alignDocuments}. Each of its stages is exported too.
 *
 * @module palimpsest
 */

export { type FixedLink, linkTokens, type Token, type TokenLink, type TokenLinks, type TokenRange } from './align/words/link-tokens.ts';
export { type LinkWordsOptions, linkWords, type WordLink } from './align/words/link-words.ts';
export { alignDocuments } from './align-documents.ts';
export { alignSentences } from './align-sentences.ts';
export { alignCorpus } from './corpus/align-corpus.ts';
export {
  type AlignedLine,
  type BeadFilter,
  type BeadLine,
  beadLine,
  checkBeadFilter,
  type FailedLine,
  type FilteredLine,
  filterLine,
  type LineBead,
  type LineDocument,
  writeBeadLine,
} from './corpus/bead-line.ts';
export type { CorpusOptions, CorpusProgress } from './corpus/corpus-options.ts';
export type {
  AlignedPair,
  CorpusAlignOptions,
  CorpusError,
  CorpusErrorCode,
  CorpusPair,
  CorpusPairInput,
  CorpusResult,
  FailedPair,
  UnreadablePair,
} from './corpus/corpus-pair.ts';
export { createEmbedder, type EmbedderOptions } from './embed/create-embedder.ts';
export { createMemoryCache, type EmbeddingCache } from './embed/embedding-cache.ts';
export { AlignmentError, type ErrorCode } from './errors.ts';
export { type AlignmentScore, scoreAlignment } from './evaluate/score-alignment.ts';
export { type LinkScoreOptions, scoreLinks } from './evaluate/score-links.ts';
export { type DivergenceOptions, findDivergences } from './findings/find-divergences.ts';
export { RULE_NAMES } from './findings/rule-names.ts';
export { type BitextSide, bitextAlignment, type FileBead } from './formats/bitext-alignment.ts';
export type { WriteOptions } from './formats/chosen-pair.ts';
export { type FormatName, formats } from './formats/formats.ts';
export type { InterTextFiles, InterTextWriteOptions } from './formats/intertext.ts';
export type { JsonWriteOptions } from './formats/json.ts';
export type { MosesLanguages, MosesPair } from './formats/moses.ts';
export type { TmxReadOptions } from './formats/tmx.ts';
export type { VecalignReadOptions, VecalignWriteOptions } from './formats/vecalign.ts';
export type { XliffWriteOptions } from './formats/xliff.ts';
export type { XliffReadOptions } from './formats/xliff-files.ts';
export { describeLineage } from './lineage/describe-lineage.ts';
export { traceLineage } from './lineage/trace-lineage.ts';
export { nameSimilarity } from './names/name-similarity.ts';
export { type NameChange, restoreNames } from './names/restore-names.ts';
export { traceNames } from './names/trace-names.ts';
export type { AlignOptions, Anchor, KnownName, ProgressEvent, TraceOptions } from './options.ts';
export type { DocumentMatch } from './pairing/collect-matches.ts';
export { pairDocuments } from './pairing/pair-documents.ts';
export type { PairDocumentsOptions, PairProgress } from './pairing/pair-options.ts';
export { type ReportOptions, renderHtml } from './report/render-html.ts';
export { detectLanguage, type LanguageGuess } from './text/detect-language.ts';
export { joinLines } from './text/join-lines.ts';
export { LEAST_LANGUAGE_CONFIDENCE } from './text/language-confidence.ts';
export { type ReadOptions, type ReadResult, readDocument } from './text/read-document.ts';
export { type LanguageRun, splitByLanguage } from './text/split-by-language.ts';
export { type SentenceSpan, type SplitOptions, splitSentences } from './text/split-sentences.ts';
export type * from './types.ts';
