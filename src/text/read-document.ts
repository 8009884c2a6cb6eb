/**
 * Turns an input into documents ready for the aligner: checked, each in one language, cut into sentences, with furniture marked.
 *
 *     input → checkText → cutMixedDocument → splitSentences, in the language of the part → markFurniture
 *
 * Time and memory linear in the text.
 */
import { AlignmentError } from '../errors.ts';
import { checkSentenceCount } from '../limits.ts';
import type { AlignedDocument, DocumentDescription, DocumentInput, Warning } from '../types.ts';
import { checkText } from './check-text.ts';
import { detectLanguage, type LanguageGuess } from './detect-language.ts';
import { markFurniture } from './mark-furniture.ts';
import { cutMixedDocument } from './split-by-language.ts';
import { type SentenceSpan, splitSentences } from './split-sentences.ts';

/** Options of {@link readDocument}. */
export interface ReadOptions {
  /** Whether a mixed text becomes one part a language. @defaultValue `true` */
  readonly splitLanguages?: boolean;
  /** Longest text accepted, in UTF-16 units. @defaultValue no limit */
  readonly maxCharacters?: number;
  /** Most sentences accepted. @defaultValue no limit */
  readonly maxSentences?: number;
}

/** The result of {@link readDocument}: at least one part, each with at least one sentence. */
export interface ReadResult {
  /** The document itself; or its parts, `<id>:<language>`, in the order in which they begin. */
  parts: AlignedDocument[];
  warnings: Warning[];
}

/**
 * Reads one document: checks that it is text, finds its language, cuts it into sentences as {@link alignDocuments} does.
 *
 * A document whose language the caller names is never divided. The caller's own sentences are kept unchanged, white space included.
 *
 * @param fallbackId - Id of a document that brings none.
 * @throws {@link AlignmentError} `EMPTY_DOCUMENT`, `NOT_TEXT`, `TOO_LARGE`; `OPTION_INVALID` when a given sentence is not in the given text, in order.
 */
export function readDocument(input: DocumentInput, fallbackId: string, options: ReadOptions = {}): ReadResult {
  const { splitLanguages = true, maxCharacters = Number.POSITIVE_INFINITY, maxSentences } = options;
  const description: DocumentDescription = typeof input === 'string' ? { text: input } : input;
  const id = description.id ?? fallbackId;
  const text = description.text ?? description.sentences!.join('\n');
  if (text.length > maxCharacters) {
    throw new AlignmentError(
      'TOO_LARGE',
      `document ${JSON.stringify(id)}: expected at most ${maxCharacters} characters, got ${text.length}`,
    );
  }
  checkSentenceCount(`document ${JSON.stringify(id)}`, description.sentences?.length ?? 0, maxSentences ?? Number.POSITIVE_INFINITY);
  const warnings = checkText(text, id);
  const given = description.sentences && locateSentences(description.sentences, text, id);
  if (given?.length === 0)
    throw new AlignmentError('EMPTY_DOCUMENT', `document ${JSON.stringify(id)}: expected sentences, got an empty list`);

  const cuts =
    splitLanguages && description.language === undefined ? cutMixedDocument(text, given ?? splitSentences(text, { maxSentences })) : [];
  const isMixed = cuts.length > 1;
  const parts = isMixed
    ? cuts.map(({ language, runs }) => {
        const guess = nameLanguage(language, runs.map((run) => text.slice(run.start, run.end)).join('\n'));
        const spans = given
          ? given.filter((span) => runs.some((run) => span.start >= run.start && span.end <= run.end))
          : runs.flatMap((run) => splitRun(text, run.start, run.end, guess.language));
        return makePart(`${id}:${guess.language}`, text, guess, spans, description, id);
      })
    : [makeWhole(id, text, given, description, maxSentences)];

  for (const part of parts) {
    if (part.language === 'und') {
      warnings.push({
        code: 'LANGUAGE_UNKNOWN',
        message: `document ${JSON.stringify(part.id)}: the language could not be determined (confidence ${part.languageConfidence.toFixed(2)})`,
        document: part.id,
      });
    }
  }
  return { parts, warnings };
}

/** Runs are found per family (`zh` for both scripts, `id` for Malay too); the text of the whole part decides the member. */
function nameLanguage(family: string, text: string): LanguageGuess {
  const guess = detectLanguage(text);
  return guess.language === 'und' ? { language: family, confidence: guess.confidence } : guess;
}

function makeWhole(
  id: string,
  text: string,
  given: SentenceSpan[] | undefined,
  description: DocumentDescription,
  maxSentences: number | undefined,
): AlignedDocument {
  const guess = description.language === undefined ? detectLanguage(text) : { language: description.language, confidence: 1 };
  return makePart(id, text, guess, given ?? splitSentences(text, { language: guess.language, maxSentences }), description);
}

function makePart(
  id: string,
  text: string,
  guess: LanguageGuess,
  spans: readonly SentenceSpan[],
  { url, date }: DocumentDescription,
  parent?: string,
): AlignedDocument {
  const flags = markFurniture(spans, text);
  return {
    id,
    ...(parent === undefined ? {} : { parent }),
    language: guess.language,
    languageConfidence: guess.confidence,
    text,
    ...(url === undefined ? {} : { url }),
    ...(date === undefined ? {} : { date }),
    sentences: spans.map((span, index) => (flags[index] ? { index, ...span, furniture: true } : { index, ...span })),
  };
}

function splitRun(text: string, start: number, end: number, language: string): SentenceSpan[] {
  return splitSentences(text.slice(start, end), { language }).map((span) => ({
    start: span.start + start,
    end: span.end + start,
    text: span.text,
  }));
}

/** The position of each of the caller's sentences in the text, each after the one before. */
function locateSentences(sentences: readonly string[], text: string, id: string): SentenceSpan[] {
  let from = 0;
  return sentences.map((sentence, index) => {
    const start = text.indexOf(sentence, from);
    if (start < 0) {
      throw new AlignmentError(
        'OPTION_INVALID',
        `document ${JSON.stringify(id)}: expected each of \`sentences\` in \`text\`, in order; sentence ${index} is not there`,
      );
    }
    from = start + sentence.length;
    return { start, end: from, text: sentence };
  });
}
