/** Names as evidence for links, before there are any: which sentences of different documents name the same people, places and bodies. */
import { finishSteps } from '../align/run-steps.ts';
import type { AlignedDocument } from '../types.ts';
import { nameSteps } from './trace-names.ts';

/**
 * The names of each sentence, from the documents alone: no bead is needed, and sound and the table of names cross scripts.
 *
 * @returns for each document, in the order given, and each of its sentences the numbers of the names in it, ascending. Only names
 *   that two documents have count; number n is the same name everywhere.
 */
export function nameKeys(documents: readonly AlignedDocument[]): number[][][] {
  const keys = documents.map(({ sentences }) => sentences.map((): number[] => []));
  const at = new Map(documents.map(({ id }, index) => [id, index]));
  let number = 0;
  for (const { mentions } of finishSteps(nameSteps({ documents: [...documents], pairs: [] }, {}, () => undefined))) {
    if (new Set(mentions.map(({ document }) => document)).size < 2) continue;
    for (const { document, sentence } of mentions) {
      const own = keys[at.get(document)!]![sentence]!;
      if (own.at(-1) !== number) own.push(number);
    }
    number++;
  }
  return keys;
}
