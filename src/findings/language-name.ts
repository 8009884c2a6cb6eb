const NAMES: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  de: 'German',
  el: 'Greek',
  en: 'English',
  es: 'Spanish',
  fr: 'French',
  hi: 'Hindi',
  id: 'Indonesian',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  ms: 'Malay',
  nl: 'Dutch',
  pl: 'Polish',
  pt: 'Portuguese',
  ru: 'Russian',
  th: 'Thai',
  tr: 'Turkish',
  uk: 'Ukrainian',
  vi: 'Vietnamese',
  zh: 'Chinese',
}; // prettier-ignore

/** What a language is called in messages: its English name, or its tag where the table has none. */
export function languageName(tag: string): string {
  return NAMES[tag.split('-')[0]!.toLowerCase()] ?? tag;
}

/** A document as messages speak of it. */
interface Named {
  readonly language: string;
  readonly document: { readonly id: string };
}

/** What messages call a text beside another: by its language, and by its id too where both are in one language. */
export function textName(side: Named, other: Named): string {
  const language = languageName(side.language);
  return language === languageName(other.language) ? `${language} text ${side.document.id}` : `${language} text`;
}
