/**
 * Names that Latin text spells in pinyin, found in Chinese text by their syllables: `Song Liqun` is `宋立群`.
 *
 * All stretches of two to five Han characters are read once; a name is looked up among them. Time grows with the text.
 */
import type { AlignedDocument } from '../../types.ts';
import { foldLatin } from '../sound/latin-fold.ts';
import { syllableOf } from '../sound/sound-units.ts';
import type { FoundName } from './found-name.ts';

const longest = 5;
const leastLetters = 5;

/** Strings of the document by the names (lower case, as one word) whose letters are their syllables. */
export function pinyinNames(document: AlignedDocument, names: readonly FoundName[]): Map<string, string> {
  const wanted = new Map<string, string>();
  for (const { words, text } of names) {
    if (words.length > 3 || !/^[\p{Script=Latin}\s'’-]+$/u.test(text)) continue;
    const folded = words.map((word) => foldLatin(word));
    const key = words.join(' ').replace(/[ -]/g, '');
    const letters = folded.join('');
    if (letters.length < leastLetters) continue;
    wanted.set(letters, key);
    if (words.length > 1) wanted.set(folded.slice(1).join('') + folded[0], key); // family name last
  }
  const found = new Map<string, string>();
  for (const { text } of document.sentences) {
    const characters = [...text];
    const syllables = characters.map((character) => (/\p{Script=Han}/u.test(character) ? syllableOf(character) : ''));
    for (let start = 0; start < characters.length; start++) {
      let letters = '';
      for (let end = start; end < Math.min(characters.length, start + longest) && syllables[end] !== ''; end++) {
        letters += syllables[end]!.replace('v', 'u');
        const key = end > start ? wanted.get(letters) : undefined;
        if (key !== undefined) found.set(characters.slice(start, end + 1).join(''), key);
      }
    }
  }
  return found;
}
