/** Ids and languages of documents are anybody's words: in a file name they may neither leave the folder nor grow without end. */

const longest = 60;

/** A word as part of a file name: letters, digits, `.`, `_` and `-`; runs of anything else become one `_`. */
export function fileNamePart(word: string): string {
  return word
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/\.{2,}/g, '_')
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '');
}
