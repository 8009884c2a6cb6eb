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

const spelledWithTwo: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** A word with its umlauts and rings as two letters each, as German and Nordic names are spelled in ASCII: `'Müller'` → `'mueller'`. The word itself where it has none. */
export function spellOut(word: string): string {
  return /[äöüøå]/i.test(word) ? word.toLowerCase().replace(/[äöüøå]/g, (letter) => spelledWithTwo[letter]!) : word;
}

/** Fold a word in Latin letters to a-z: `'Žižek'` → `'zizek'`. Characters of other scripts drop out. */
export function foldLatin(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z]*$/.test(lower)) return lower;
  return lower
    .replace(/[ßæœøłđðþıəŋħĸŧ]/g, (letter) => spelledOut[letter]!)
    .normalize('NFKD')
    .replace(/[^a-z]/g, '');
}
