/** What languages and scripts are called on the page. Our own tables: names that come from the platform differ between platforms. */
import { weighScripts } from '../text/scripts.ts';

const languages: Readonly<Record<string, string>> = Object.fromEntries(
  `af Afrikaans, am Amharic, ar Arabic, az Azerbaijani, be Belarusian, bg Bulgarian, bn Bengali, bs Bosnian, ca Catalan, cs Czech, cy Welsh,
da Danish, de German, el Greek, en English, eo Esperanto, es Spanish, et Estonian, eu Basque, fa Persian, fi Finnish, fil Filipino, fr French, ga Irish,
gl Galician, gu Gujarati, ha Hausa, he Hebrew, hi Hindi, hr Croatian, hu Hungarian, hy Armenian, id Indonesian, is Icelandic, it Italian,
ja Japanese, jv Javanese, ka Georgian, kk Kazakh, km Khmer, kn Kannada, ko Korean, ku Kurdish, ky Kyrgyz, la Latin, lo Lao, lt Lithuanian,
lv Latvian, mk Macedonian, ml Malayalam, mn Mongolian, mr Marathi, ms Malay, mt Maltese, my Burmese, ne Nepali, nl Dutch, no Norwegian,
nb Norwegian, nn Norwegian Nynorsk, or Odia, pa Punjabi, pl Polish, ps Pashto, pt Portuguese, ro Romanian, ru Russian, rw Kinyarwanda, sd Sindhi,
si Sinhala, sk Slovak, sl Slovenian, so Somali, sq Albanian, sr Serbian, su Sundanese, sv Swedish, sw Swahili, ta Tamil, te Telugu, tg Tajik,
th Thai, ti Tigrinya, tk Turkmen, tl Tagalog, tr Turkish, tt Tatar, ug Uyghur, uk Ukrainian, ur Urdu, uz Uzbek, vi Vietnamese, xh Xhosa,
yi Yiddish, yo Yoruba, yue Cantonese, zh Chinese, zu Zulu, und unknown language`
    .split(/,\s+/)
    .map((entry) => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]),
);

/** Scripts in which one language is written in more than one way, as subtags name them. */
const written: Readonly<Record<string, string>> = {
  hans: 'simplified',
  hant: 'traditional',
  latn: 'Latin',
  cyrl: 'Cyrillic',
  arab: 'Arabic',
};

/** English name of a language; the caller's own word where it is not in the table. */
export function languageLabel(tag: string): string {
  const [base = '', ...subtags] = tag.toLowerCase().split('-');
  if (!Object.hasOwn(languages, base)) return tag;
  const kinds = subtags.map((subtag) => (Object.hasOwn(written, subtag) ? written[subtag]! : subtag.toUpperCase()));
  return kinds.length === 0 ? languages[base]! : `${languages[base]} (${kinds.join(', ')})`;
}

/** English name of the script that most letters of a spelling are in; `undefined` for scripts this library does not tell apart. */
export function scriptLabel(text: string): string | undefined {
  const [heaviest] = [...weighScripts(text)].sort(([, one], [, other]) => other - one);
  return heaviest && heaviest[0][0]!.toUpperCase() + heaviest[0].slice(1);
}
