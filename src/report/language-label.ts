/** What languages and scripts are called on the page. */

/** A table of our own: the names that engines know change with their version. */
const languages = new Map(
  (
    'ar:Arabic am:Amharic az:Azerbaijani be:Belarusian bg:Bulgarian bn:Bangla bo:Tibetan bs:Bosnian ca:Catalan cs:Czech ' +
    'cy:Welsh da:Danish de:German el:Greek en:English eo:Esperanto es:Spanish et:Estonian eu:Basque fa:Persian fi:Finnish ' +
    'fil:Filipino fr:French ga:Irish gl:Galician gu:Gujarati ha:Hausa he:Hebrew hi:Hindi hr:Croatian hu:Hungarian ' +
    'hy:Armenian id:Indonesian ig:Igbo is:Icelandic it:Italian ja:Japanese jv:Javanese ka:Georgian kk:Kazakh km:Khmer ' +
    'kn:Kannada ko:Korean ku:Kurdish ky:Kyrgyz la:Latin lo:Lao lt:Lithuanian lv:Latvian mg:Malagasy mk:Macedonian ' +
    'ml:Malayalam mn:Mongolian mr:Marathi ms:Malay mt:Maltese my:Burmese ne:Nepali nl:Dutch no:Norwegian nb:Norwegian_Bokmål ' +
    'nn:Norwegian_Nynorsk or:Odia pa:Punjabi pl:Polish ps:Pashto pt:Portuguese ro:Romanian ru:Russian sa:Sanskrit sd:Sindhi ' +
    'si:Sinhala sk:Slovak sl:Slovenian so:Somali sq:Albanian sr:Serbian su:Sundanese sv:Swedish sw:Swahili ta:Tamil ' +
    'te:Telugu tg:Tajik th:Thai tk:Turkmen tl:Filipino tr:Turkish tt:Tatar ug:Uyghur uk:Ukrainian ur:Urdu uz:Uzbek ' +
    'vi:Vietnamese yi:Yiddish yo:Yoruba zh:Chinese zu:Zulu zh-hant:Traditional_Chinese zh-hans:Simplified_Chinese'
  )
    .split(' ')
    .map((entry) => entry.replaceAll('_', ' ').split(':') as [tag: string, name: string]),
);

/** Most used first: what a spelling is in is decided by the first that has a letter in it. */
const scriptNames: readonly (readonly [code: string, name: string])[] = [
  ['Latn', 'Latin'],
  ['Hira', 'kana'],
  ['Kana', 'kana'],
  ['Hani', 'Han'],
  ['Cyrl', 'Cyrillic'],
  ['Arab', 'Arabic'],
  ['Hang', 'Hangul'],
  ['Grek', 'Greek'],
  ['Hebr', 'Hebrew'],
  ['Deva', 'Devanagari'],
  ['Thai', 'Thai'],
  ['Armn', 'Armenian'],
  ['Geor', 'Georgian'],
  ['Beng', 'Bangla'],
  ['Taml', 'Tamil'],
];
const scriptPatterns = scriptNames.map(([code, name]) => [name, new RegExp(`\\p{Script=${code}}`, 'u')] as const);

/** English name of a language, with what its tag says of script and place; the tag itself where the table has no name. */
export function languageLabel(tag: string): string {
  if (tag === 'und') return 'unknown language';
  const [base = '', ...rest] = tag.split('-');
  const name = languages.get(tag.toLowerCase()) ?? languages.get(base.toLowerCase());
  if (name === undefined) return tag; // or the caller's own word for the language
  return rest.length === 0 || languages.has(tag.toLowerCase()) ? name : `${name} (${rest.join('-')})`;
}

/** English name of the script a spelling is written in; `undefined` for scripts this page has no word for. */
export function scriptLabel(text: string): string | undefined {
  return scriptPatterns.find(([, pattern]) => pattern.test(text))?.[0];
}
