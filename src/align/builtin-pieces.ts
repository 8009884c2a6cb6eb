import { builtinModelNow } from '../embed/builtin-model.ts';
import type { LoadedModel } from '../embed/model-folder.ts';
import { analyseTexts } from '../embed/text-pieces.ts';
import { AlignmentError } from '../errors.ts';
import type { AlignedDocument, TextPieces } from '../types.ts';
import { finishSteps } from './run-steps.ts';

/** The tokens of documents by the built-in model, each document when it is first asked for; none where the model is not at hand. */
export function builtinPieces(documents: readonly AlignedDocument[]): (id: string) => TextPieces | undefined {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const read = new Map<string, TextPieces | undefined>();
  return (id) => {
    const document = byId.get(id);
    if (document && !read.has(id)) read.set(id, readPieces(document));
    return read.get(id);
  };
}

function readPieces(document: AlignedDocument): TextPieces | undefined {
  const loaded = modelAtHand();
  if (!loaded) return undefined;
  const texts = document.sentences.map(({ text }) => text);
  return finishSteps(analyseTexts(loaded.model, texts)).pieces;
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
