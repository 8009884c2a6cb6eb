/**
 * Latin letters brought down to a-z: case, accents and ligatures fold away, everything else drops out.
 * What remains is what the sound tables know about.
 */

const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ə: 'e',
  ŋ: 'ng',
  ħ: 'h',
  ĸ: 'k',
  ŧ: 't',
};

/** Fold a word in Latin letters to a-z: `'Žižek'` → `'zizek'`. Characters of other scripts drop out. */
export function foldLatin(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z]*$/.test(lower)) return lower;
  return lower
    .replace(/[ßæœøłđðþıəŋħĸŧ]/g, (letter) => spelledOut[letter]!)
    .normalize('NFKD')
    .replace(/[^a-z]/g, '');
}
