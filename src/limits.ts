/**
 * Limits of one call, for services that accept documents from strangers. All are options with defaults, and throw `TOO_LARGE`.
 *
 * Memory is estimated before the work begins, since a program that has run out of memory cannot report it. The figures are measured
 * (`bench/memory.ts`) and rounded up.
 */
import { AlignmentError } from './errors.ts';
import type { Relation } from './types.ts';

/** Sizes of a document. */
export interface DocumentSize {
  readonly characters: number;
  readonly sentences: number;
}

/** Bytes per sentence while its document is aligned, besides its vector; and in the search of one pair. */
const bytesOfSentence = 1500;
const bytesInSearch = { parallel: 7000, free: 46_000 } as const;
/** Bytes per character: in the text, in its sentences, and as part of tokens. */
const bytesOfCharacter = 40;
/** Bytes of the model, its tables, and the program. */
const bytesOfModel = 120_000_000;

/** @throws {@link AlignmentError} `TOO_LARGE` when a document has more sentences than `maxSentences`. */
export function checkSentenceCount(name: string, count: number, maxSentences: number): void {
  if (count > maxSentences)
    throw new AlignmentError('TOO_LARGE', `${name}: expected at most ${maxSentences} sentences, got ${count} or more`);
}

/** @throws {@link AlignmentError} `TOO_LARGE` when there are more than `maxPairs` pairs to align. */
export function checkPairCount(count: number, maxPairs: number): void {
  if (count > maxPairs)
    throw new AlignmentError(
      'TOO_LARGE',
      `Expected at most ${maxPairs} pairs of documents, got ${count}: name a \`pivot\`, or raise \`maxPairs\``,
    );
}

/**
 * Check that the work is likely to fit into `maxMemory` bytes.
 *
 * @param dimensions - Length of a vector.
 * @throws {@link AlignmentError} `TOO_LARGE`, with the estimate.
 */
export function checkMemory(
  documents: readonly DocumentSize[],
  dimensions: number,
  { relation, maxMemory }: { relation: Relation | 'auto'; maxMemory: number },
): void {
  const bytes = estimateMemory(documents, dimensions, relation);
  if (bytes > maxMemory) {
    throw new AlignmentError(
      'TOO_LARGE',
      `These documents may take ${Math.round(bytes / 1e6)} MB, and \`maxMemory\` allows ${Math.round(maxMemory / 1e6)} MB`,
    );
  }
}

/** Approximate upper bound on the bytes of aligning documents. An unknown relation counts as the more expensive one. */
export function estimateMemory(documents: readonly DocumentSize[], dimensions: number, relation: Relation | 'auto'): number {
  let bytes = bytesOfModel;
  const counts: number[] = [];
  for (const { characters, sentences } of documents) {
    bytes += characters * bytesOfCharacter + sentences * (bytesOfSentence + 8 * dimensions);
    counts.push(sentences);
  }
  const [first = 0, second = 0] = counts.sort((a, b) => b - a); // pairs are searched one at a time
  return bytes + (first + second) * bytesInSearch[relation === 'parallel' ? 'parallel' : 'free'];
}
