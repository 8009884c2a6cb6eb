/** The consonants of a word by class, by which spellings of one sound are found. */

const classes: Readonly<Record<string, string>> = {
  b: 'P',
  p: 'P',
  f: 'P',
  v: 'P',
  w: 'P',
  c: 'K',
  k: 'K',
  g: 'K',
  q: 'K',
  x: 'K',
  d: 'T',
  t: 'T',
  s: 'S',
  z: 'S',
  j: 'S',
  l: 'L',
  r: 'L',
  m: 'M',
  n: 'M',
};
/** Consonant classes of a word in Latin letters, doubles once; vowels, h and y drop out. */
export function skeleton(letters: string): string {
  let classesSeen = '';
  for (const letter of letters) {
    const consonant = classes[letter];
    if (consonant !== undefined && classesSeen.at(-1) !== consonant) classesSeen += consonant;
  }
  return classesSeen;
}
