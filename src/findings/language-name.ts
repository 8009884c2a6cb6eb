import { languageName } from '../languages/languages.ts';

/** A document as messages speak of it. */
interface Named {
  readonly language: string;
  readonly document: { readonly id: string };
}

/** What messages call a text beside another: by its language, and by its id too where both are in one language. */
export function textName(side: Named, other: Named): string {
  const nameOf = (tag: string): string => languageName(tag) ?? tag;
  const language = nameOf(side.language);
  return language === nameOf(other.language) ? `${language} text ${side.document.id}` : `${language} text`;
}
