/** What the caller of a corpus may set, checked once, before the first pair is read. */
import { AlignmentError } from '../errors.ts';
import { type AlignOptions, checkAlignOptions, invalidOption } from '../options.ts';
import type { CorpusAlignOptions } from './corpus-pair.ts';

/** Options that mean the same for a pair of a corpus as for `alignDocuments`. */
export const CORPUS_ALIGN_OPTIONS = [
  'relation',
  'maxBeadSize',
  'skipCost',
  'minConfidence',
  'trace',
  'knownNames',
  'maxCharacters',
] as const;

/**
 * Check how pairs are to be aligned.
 *
 * @throws AlignmentError `OPTION_UNKNOWN` or `OPTION_INVALID`, naming the option, what was expected and what came.
 */
export function checkCorpusAlignOptions(options: CorpusAlignOptions = {}): CorpusAlignOptions {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) throw invalidOption('options', 'an object', options);
  for (const name of Object.keys(options)) {
    if (!(CORPUS_ALIGN_OPTIONS as readonly string[]).includes(name)) throw unknownOption(name, CORPUS_ALIGN_OPTIONS);
  }
  checkAlignOptions(options as AlignOptions);
  return options;
}

/** The error for an option that is not one. */
export function unknownOption(name: string, known: readonly string[]): AlignmentError {
  return new AlignmentError('OPTION_UNKNOWN', `Unknown option \`${name}\`; known options: ${known.join(', ')}`);
}
