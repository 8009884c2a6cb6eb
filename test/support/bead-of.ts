import type { AlignedDocument, Alignment, Relation, TracedName } from '../../src/types.ts';

/** One bead over two texts, whole: what the rules of findings are tried on. Arrays are sentences, joined by blanks. */
export function beadOf(
  source: readonly [language: string, text: string | readonly string[]],
  target: readonly [language: string, text: string | readonly string[]],
  options: { relation?: Relation; confidence?: number; names?: TracedName[] } = {},
): Pick<Alignment, 'documents' | 'pairs' | 'names'> {
  const documents = [documentOf('source', ...source), documentOf('target', ...target)];
  return {
    documents,
    pairs: [
      {
        source: 'source',
        target: 'target',
        relation: options.relation ?? 'parallel',
        relationConfidence: 1,
        sameEvent: 1,
        beads: [
          {
            source: [0, documents[0]!.sentences.length],
            target: [0, documents[1]!.sentences.length],
            similarity: 0.8,
            confidence: options.confidence ?? 0.95,
          },
        ],
      },
    ],
    names: options.names ?? [],
  };
}

/** A document of the given sentences. */
export function documentOf(id: string, language: string, text: string | readonly string[]): AlignedDocument {
  const sentences = typeof text === 'string' ? [text] : text;
  let at = 0;
  return {
    id,
    language,
    languageConfidence: 1,
    text: sentences.join(' '),
    sentences: sentences.map((sentence, index) => {
      const start = at;
      at += sentence.length + 1;
      return { index, start, end: start + sentence.length, text: sentence };
    }),
  };
}
