/** The `<file>` elements of XLIFF, in any version, and the choice of those to read: the files of one pair of languages. */
import { AlignmentError } from '../errors.ts';
import type { Passage } from './bitext-alignment.ts';
import { canonicalTag, findLanguage } from './language-tag.ts';

/** The contents of a `<file>`. */
export interface XliffFile {
  readonly sourceLanguage: string;
  readonly targetLanguage: string | undefined;
  /** Name of the original. */
  readonly original: string | undefined;
  /** The document attributes of our own writer. */
  readonly told: (type: string) => string | undefined;
  readonly passages: readonly Passage[];
}

/** Options of the reader. */
export interface XliffReadOptions {
  /** Language of the source, or of the target to read the file the other way round. Needed where the files inside differ in their languages. */
  readonly source?: string;
  /** Language of the target. */
  readonly target?: string;
}

/** Some files of one pair of languages; `isSwapped` where the caller named it the other way round. */
export interface ChosenFiles {
  readonly files: readonly XliffFile[];
  readonly source: string;
  readonly target: string | undefined;
  readonly isSwapped: boolean;
}

/**
 * Choose the files to read.
 *
 * @throws `OPTION_INVALID` where the languages that were named are not there, or none were named and there are several pairs.
 */
export function chooseFiles(files: readonly XliffFile[], options: XliffReadOptions): ChosenFiles {
  const pairs = files.map((file) => ({
    file,
    source: tagOf(file.sourceLanguage),
    target: file.targetLanguage && tagOf(file.targetLanguage),
  }));
  const found = [...new Set(pairs.flatMap(({ source, target }) => (target ? [source, target] : [source])))];
  const isOpen = pairs.some(({ target }) => !target); // the caller may name the language that the file leaves out
  const resolve = (wanted: string | undefined) => {
    const language = findLanguage(wanted, found) ?? (isOpen && wanted !== undefined ? tagOf(wanted) : undefined);
    if (wanted !== undefined && language === undefined)
      throw new AlignmentError('OPTION_INVALID', `XLIFF: holds ${found.join(', ')}, not ${wanted}`);
    return language;
  };
  const [from, to] = [resolve(options.source), resolve(options.target)];
  const between = (source: string | undefined, target: string | undefined) =>
    pairs.filter((pair) => (source ?? pair.source) === pair.source && (target ?? pair.target ?? '') === (pair.target ?? target ?? ''));
  const straight = between(from, to);
  const isSwapped = straight.length === 0;
  const chosen = isSwapped ? between(to, from) : straight;
  const sources = new Set(chosen.map(({ source }) => source));
  const targets = new Set(chosen.flatMap(({ target }) => target || []));
  if (sources.size !== 1 || targets.size > 1) {
    const names = [...new Set(pairs.map(({ source, target }) => (target ? `${source} to ${target}` : source)))];
    throw new AlignmentError(
      'OPTION_INVALID',
      `XLIFF: holds ${names.join(', ')}: name one pair of languages with \`source\` and \`target\``,
    );
  }
  return { files: chosen.map(({ file }) => file), source: [...sources][0]!, target: [...targets][0] ?? (isSwapped ? from : to), isSwapped };
}

function tagOf(language: string): string {
  return canonicalTag(language) ?? language;
}
