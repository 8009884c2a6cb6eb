/** A Moses pair: two plain texts, line i of one matches line i of the other. The format cannot hold skips, so they are left out. */
import type { Alignment } from '../types.ts';
import { passagesAlignment } from './bitext-alignment.ts';
import { choosePair, isJoined, passageText, type WriteOptions } from './chosen-pair.ts';
import { checkFiles, checkInput, formatError } from './format-error.ts';

/** The two files. */
export interface MosesPair {
  source: string;
  target: string;
}

/** Languages of the two files, BCP 47, which the files do not contain. */
export interface MosesLanguages {
  readonly source?: string;
  readonly target?: string;
}

/** Write one pair. Control characters, which some tools treat as line ends, become spaces. */
export function writeMoses(alignment: Alignment, options?: WriteOptions): MosesPair {
  const { source, target, beads } = choosePair(alignment, options);
  const joined = beads.filter(isJoined);
  let replaced = 0;
  const line = (text: string) => {
    replaced += text.match(control)?.length ?? 0;
    return `${text.replace(control, ' ').trim()}\n`;
  };
  const files = {
    source: joined.map((bead) => line(passageText(source, bead.source))).join(''),
    target: joined.map((bead) => line(passageText(target, bead.target))).join(''),
  };
  if (replaced > 0) {
    const what = replaced === 1 ? '1 control character became a space' : `${replaced} control characters became spaces`;
    options?.onWarning?.({ code: 'CHARACTERS_REPLACED', message: `Moses: ${what}` });
  }
  return files;
}

const control = /[\0-\x1f\x7f-\x9f]/g;

/**
 * Read the two files. A line that is empty on one side is a skip.
 *
 * @throws `FORMAT_INVALID` when they differ in their number of lines.
 */
export function readMoses(files: MosesPair, languages: MosesLanguages = {}): Alignment {
  checkFiles('Moses', files);
  const [source, target] = [lines(files.source), lines(files.target)];
  if (source.length !== target.length) {
    throw formatError(
      'Moses',
      Math.min(source.length, target.length) + 1,
      `the source has ${source.length} lines, the target ${target.length}`,
    );
  }
  const passages = source.map((text, i) => ({ source: text, target: target[i]! }));
  return passagesAlignment(passages, { language: languages.source }, { language: languages.target });
}

function lines(text: string): string[] {
  const found = checkInput('Moses', text).split(/\r?\n/);
  if (found.at(-1) === '') found.pop();
  return found;
}
