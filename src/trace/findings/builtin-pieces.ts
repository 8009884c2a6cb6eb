import { finishSteps } from '../../align/run-steps.ts';
import { builtinModelNow } from '../../embed/builtin-model.ts';
import type { LoadedModel } from '../../embed/model-folder.ts';
import { findTextPieces } from '../../embed/text-pieces.ts';
import { AlignmentError } from '../../errors.ts';
import type { AlignedDocument, TextPieces } from '../../types.ts';

/** The tokens of documents by the built-in model, each document when it is first asked for; none where the model is not at hand. */
export function builtinPieces(documents: readonly AlignedDocument[]): (id: string) => TextPieces | undefined {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const read = new Map<string, TextPieces | undefined>();
  return (id) => {
    if (!read.has(id)) {
      const document = byId.get(id);
      const loaded = document && modelAtHand();
      const texts = document?.sentences.map(({ text }) => text) ?? [];
      read.set(id, loaded && finishSteps(findTextPieces(loaded.model, texts)));
    }
    return read.get(id);
  };
}

/** Whoever bundles this package without its model still compares numbers, dates and negations. */
function modelAtHand(): LoadedModel | undefined {
  try {
    return builtinModelNow();
  } catch (error) {
    if (error instanceof AlignmentError && error.code === 'MODEL_MISSING') return undefined;
    throw error;
  }
}
