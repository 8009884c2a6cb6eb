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

/** Greek letters that come back in two ways: by the table, and by their sound or their old name. */
const greekChoices: readonly (readonly [string, readonly [string, string]])[] = [
  ['χ', ['ch', 'h']],
  ['β', ['v', 'b']],
  ['ντ', ['nt', 'd']],
];

/** What may come back: `'Μπίρα'` → `['mpira']`, `'新加坡'` → `['xinjiapo']`, `'Ρέντης'` → `['rentis', 'redis']`. */
export function readBack(name: string): string[] {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\u0301/g, '')
    .normalize('NFC');
  const read = greek.reduce((text, [pattern, reading]) => text.replace(pattern, reading), plain);
  const readings = greekChoices.reduce(
    (all, [letters, ways]) => (read.includes(letters) ? all.flatMap((form) => ways.map((way) => form.replaceAll(letters, way))) : all),
    [read],
  );
  return readings.map((reading) => foldLatin(romanize(reading)));
}
