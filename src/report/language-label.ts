/** What languages and scripts are called on the page. */

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
const scripts = new Intl.DisplayNames(['en'], { type: 'script', fallback: 'code' });

/** Most used first: what a spelling is in is decided by the first that has a letter in it. */
const scriptCodes = [
  'Latn',
  'Hira',
  'Kana',
  'Hani',
  'Cyrl',
  'Arab',
  'Hang',
  'Grek',
  'Hebr',
  'Deva',
  'Thai',
  'Armn',
  'Geor',
  'Beng',
  'Taml',
];
const scriptPatterns = scriptCodes.map((code) => [code, new RegExp(`\\p{Script=${code}}`, 'u')] as const);

/** English name of a language; the tag itself where it is none of BCP 47. */
export function languageLabel(tag: string): string {
  if (tag === 'und') return 'unknown language';
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag; // the caller's own word for the language
  }
}

/** English name of the script a spelling is written in; `undefined` for scripts this page has no word for. */
export function scriptLabel(text: string): string | undefined {
  const code = scriptPatterns.find(([, pattern]) => pattern.test(text))?.[0];
  if (code === undefined) return undefined;
  return code === 'Hira' || code === 'Kana' ? 'kana' : scripts.of(code);
}
