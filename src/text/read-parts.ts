/**
 * From a text to sentences ready for the aligner: language, parts of a mixed document, sentences, furniture. The one call that `alignDocuments` needs.
 *
 * Time linear in the text.
 */
import type { Sentence } from '../types.ts';
import { detectLanguage } from './detect-language.ts';
import { markFurniture } from './mark-furniture.ts';
import { cutMixedDocument } from './split-by-language.ts';
import { type SentenceSpan, splitSentences } from './split-sentences.ts';

/** What {@link readParts} makes of a text, or of the part of it that is in one language. */
export interface TextPart {
  /** BCP 47 tag, `'und'` where the language could not be told. */
  language: string;
  /** 0 to 1; 1 when the caller named the language. */
  confidence: number;
  /** Offsets point into the whole text. */
  sentences: Sentence[];
}

/** Options of {@link readParts}. */
export interface ReadOptions {
  /** The language of the whole text, if known; then it is not divided. */
  readonly language?: string;
  /** @defaultValue `true` */
  readonly splitLanguages?: boolean;
}

/** One part for a text in one language; one for each language of a mixed text (see {@link cutMixedDocument}), ordered by where they begin. Blank text gives one part without sentences. */
export function readParts(text: string, options?: ReadOptions): TextPart[] {
  const language = options?.language;
  if (language !== undefined) return [{ language, confidence: 1, sentences: finish(splitSentences(text, { language }), text) }];
  const parts = options?.splitLanguages === false ? [] : cutMixedDocument(text);
  if (parts.length < 2) {
    const guess = detectLanguage(text);
    return [{ ...guess, sentences: finish(splitSentences(text, { language: guess.language }), text) }];
  }
  return parts.map((part) => {
    const guess = detectLanguage(part.runs.map((run) => text.slice(run.start, run.end)).join('\n'));
    const spans = part.runs.flatMap((run) =>
      splitSentences(text.slice(run.start, run.end), { language: guess.language }).map((span) => ({
        ...span,
        start: span.start + run.start,
        end: span.end + run.start,
      })),
    );
    return { ...guess, sentences: finish(spans, text) };
  });
}

function finish(spans: readonly SentenceSpan[], text: string): Sentence[] {
  const flags = markFurniture(spans, text);
  return spans.map((span, index) => (flags[index] ? { index, ...span, furniture: true } : { index, ...span }));
}
