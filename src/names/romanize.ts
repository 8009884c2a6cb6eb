/** Text of any script in Latin letters, for people to read: pinyin for Chinese, letter by letter for the rest. */
import { transliterate } from 'transliteration';
import { syllableOf } from './sound/sound-units.ts';

/** The text in Latin letters; Latin text as it is. */
export function romanize(text: string): string {
  if (!/[^\u0000-\u024f\u1e00-\u1eff\u2000-\u206f]/.test(text)) return text;
  let read = '';
  for (const character of text)
    read += /\p{Script=Han}/u.test(character) ? syllableOf(character) || character : /[·・‧•]/.test(character) ? ' ' : character;
  return transliterate(read).replace(/\s+/g, ' ').trim();
}
