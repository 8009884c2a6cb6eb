/** What languages and scripts are called on the page. Our own tables: names that come from the platform differ between platforms. */
import { languageName } from '../languages/languages.ts';
import { weighScripts } from '../text/scripts.ts';

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
  const [, ...subtags] = tag.toLowerCase().split('-');
  const language = languageName(tag);
  if (language === undefined) return tag;
  const kinds = subtags.map((subtag) => (Object.hasOwn(written, subtag) ? written[subtag]! : subtag.toUpperCase()));
  return kinds.length === 0 ? language : `${language} (${kinds.join(', ')})`;
}

/** English name of the script that most letters of a spelling are in; `undefined` for scripts this library does not tell apart. */
export function scriptLabel(text: string): string | undefined {
  const [heaviest] = [...weighScripts(text)].sort(([, one], [, other]) => other - one);
  return heaviest && heaviest[0][0]!.toUpperCase() + heaviest[0].slice(1);
}
