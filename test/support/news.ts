/** Small alignments written for tests: documents as lists of sentences, aligned line by line or not at all. */
import type { AlignedDocument, Alignment, TracedName } from '../../src/types.ts';

/** A document from its sentences, one a line. */
export function newsDocument(id: string, language: string, lines: readonly string[]): AlignedDocument {
  let at = 0;
  const sentences = lines.map((text, index) => {
    const start = at;
    at += text.length + 1;
    return { index, start, end: start + text.length, text };
  });
  return { id, language, languageConfidence: 1, text: lines.join('\n'), sentences };
}

/** An alignment of documents given as `[id, language, sentences]`; every line is a bead with the same line of the others. */
export function newsAlignment(
  texts: readonly (readonly [id: string, language: string, lines: readonly string[]])[],
  options: { beads?: boolean } = {},
): Pick<Alignment, 'documents' | 'pairs'> {
  const documents = texts.map(([id, language, lines]) => newsDocument(id, language, lines));
  const pairs = documents.flatMap((source, s) =>
    documents.slice(s + 1).map((target) => ({
      source: source.id,
      target: target.id,
      relation: 'parallel' as const,
      relationConfidence: 1,
      sameEvent: 1,
      beads: (options.beads === false ? [] : source.sentences)
        .filter(({ index }) => index < target.sentences.length)
        .map(({ index }) => ({
          source: [index, index + 1] as [number, number],
          target: [index, index + 1] as [number, number],
          similarity: 0.8,
          confidence: 0.9,
        })),
    })),
  );
  return { documents, pairs };
}

/** Spellings of each name, sorted, by canonical form. */
export function spellings(names: readonly TracedName[]): Record<string, string[]> {
  return Object.fromEntries(names.map(({ canonical, mentions }) => [canonical, [...new Set(mentions.map(({ text }) => text))].sort()]));
}
