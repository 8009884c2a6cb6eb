/** A name of any script in the letters a-z, as a machine reads it back that does not know the name. */
import { romanize } from '../names/romanize.ts';
import { foldLatin } from '../names/sound/latin-fold.ts';

export { foldLatin };

// Greek digraphs by ELOT 743; the letter table of `romanize` takes each letter alone
const greek: readonly (readonly [RegExp, string])[] = [
  [/ου/g, 'ou'],
  [/([αεη])υ(?=[βγδζλμνραεηιουω])/g, '$1v'],
  [/([αεη])υ/g, '$1f'],
];

/** What may come back: `'Μπίρα'` → `['mpira']`, `'新加坡'` → `['xinjiapo']`; Greek χ is read as ch and as h. */
export function readBack(name: string): string[] {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\u0301/g, '')
    .normalize('NFC');
  const read = greek.reduce((text, [pattern, reading]) => text.replace(pattern, reading), plain);
  const readings = read.includes('χ') ? [read.replaceAll('χ', 'ch'), read.replaceAll('χ', 'h')] : [read];
  return readings.map((reading) => foldLatin(romanize(reading)));
}
