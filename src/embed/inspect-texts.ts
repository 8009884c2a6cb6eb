import type { AlignedDocument, Embedder, EmbedderReport, Warning } from '../types.ts';

/** Share of characters in unknown pieces from which a document gets a warning. */
const manyUnknown = 0.2;

/**
 * Warnings about an embedder and these documents: a language it was not trained on (`LANGUAGE_UNTRAINED`), many unknown pieces
 * (`UNKNOWN_PIECES`, with their share), truncated sentences (`TRUNCATED`), and the embedder's own warnings.
 *
 * @param reports - The report of the embedder on the sentences of each document.
 */
export function inspectTexts(
  embedder: Embedder,
  documents: readonly AlignedDocument[],
  reports: readonly (EmbedderReport | undefined)[],
): Warning[] {
  const warnings = [...(embedder.warnings ?? [])];
  for (const [index, document] of documents.entries()) {
    warnings.push(...inspectLanguage(embedder, document), ...inspectPieces(embedder, document.id, reports[index]));
  }
  return warnings;
}

function inspectLanguage({ id, languages }: Embedder, { id: document, language }: AlignedDocument): Warning[] {
  const base = language.split('-')[0]!;
  if (languages === undefined || base === 'und' || languages.includes(base)) return [];
  const message = `Document \`${document}\` is in \`${language}\`, which the model \`${id}\` was not trained on; similarities are unreliable`;
  return [{ code: 'LANGUAGE_UNTRAINED', message, document }];
}

function inspectPieces({ id }: Embedder, document: string, report: EmbedderReport | undefined): Warning[] {
  if (report === undefined) return [];
  const warnings: Warning[] = [];
  if (report.unknownShare >= manyUnknown) {
    const share = `${Math.round(100 * report.unknownShare)} %`;
    const message = `${share} of document \`${document}\` are pieces that the model \`${id}\` does not know`;
    warnings.push({ code: 'UNKNOWN_PIECES', message, document });
  }
  if (report.truncated.length > 0) {
    const message = `The model \`${id}\` cuts off ${report.truncated.length} sentences of document \`${document}\``;
    warnings.push({ code: 'TRUNCATED', message, document, sentence: report.truncated[0]! });
  }
  return warnings;
}
