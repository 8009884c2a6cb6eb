/** Person, place, body or other, from the table, from titles and from the words around. */
import type { AlignedDocument, TracedName } from '../types.ts';
import type { NameCluster } from './linking/attach-singles.ts';
import { isGivenName, isOrdinaryWord, isTitle } from './tables/common-words.ts';
import { nameNoun, nounEndings } from './tables/name-nouns.ts';

const bodyWords =
  /(?:^|\s)(?:news|bank|ministry|university|council|party|inc|corp|company|group|union|agency|times|post|journal|institute|foundation|committee|commission|court|army|forces|police|club|federation|association|organi[sz]ation|airlines?|television|tv|radio|social|house|fund|league|front|movement|kementerian|partai|universitas|komisi|ministerio|partido|universidad|banco|parti|université|banque|partei|universität)(?:$|\s)/i;
const placePrepositions = new Set(
  'in at from near to into di ke dari en desde hacia à au aux dans depuis nach aus bei a da verso em para w do z ze из у через την στη στην στο στον στους'.split(
    ' ',
  ),
);

/** Type of the name that a cluster refers to. */
export function nameType(cluster: NameCluster, documents: readonly AlignedDocument[]): TracedName['type'] {
  const types = cluster.forms.flatMap(({ concepts }) => concepts.map(({ type }) => type));
  for (const type of ['person', 'place', 'organization'] as const)
    if (types.includes(type) && !(type !== 'person' && types.includes('person'))) return type;
  const latin = cluster.forms.filter(({ text }) => /[\p{Lu}\p{Ll}]/u.test(text));
  const nouns = new Set(
    cluster.forms.flatMap(({ text, words, found }) => {
      const language = found[0]!.language;
      const inWords = words.length > 1 ? words.flatMap((word) => nameNoun(word, language)?.kind ?? []) : [];
      const ending = /\p{Script=Han}|\p{Script=Hangul}/u.test(text)
        ? nounEndings(language).find(([end]) => text.length > end.length + 1 && text.endsWith(end))
        : undefined;
      return ending === undefined ? inWords : [...inWords, ending[1].kind];
    }),
  );
  if (nouns.has('b')) return 'organization';
  if (latin.some(({ text }) => bodyWords.test(text))) return 'organization';
  if (nouns.has('l') || nouns.has('s')) return 'place';
  if (nouns.has('t') || latin.some(({ text }) => /\d/.test(text))) return 'other';
  let titled = 0;
  let placed = 0;
  for (const { found } of cluster.mentions) {
    const before = /(\p{L}[\p{L}\p{M}'’.-]*)[\s,]{1,2}$/u.exec(
      (documents.find(({ id }) => id === found.document)?.text ?? '').slice(Math.max(0, found.start - 40), found.start),
    )?.[1];
    if (before === undefined) continue;
    if (isTitle(before.replace(/\.$/, ''))) titled++;
    else if (placePrepositions.has(before.toLowerCase())) placed++;
  }
  const full = latin.some(({ name, text }) => name.words.filter((word) => !word.light).length >= 2 && !/\d/.test(text));
  if (titled > 0 && titled * 6 >= cluster.mentions.length) return 'person';
  const given = latin.some(({ text, name }) => name.words.length > 1 && isGivenName(text.split(/[\s-]/)[0]!));
  if (
    given ||
    cluster.forms.some(({ text }) => /^[\p{Script=Han}\p{Script=Katakana}ー]+[·・‧•][\p{Script=Han}\p{Script=Katakana}ー·・]+$/u.test(text))
  )
    return 'person';
  if (placed * 3 >= cluster.mentions.length && cluster.mentions.length > 0 && placed > 0) return 'place';
  // a full name whose part also occurs alone is usually a person's
  const alone = cluster.forms.some((form) => form.words.length === 1) && full;
  if (alone) return 'person';
  if (latin.some(({ text }) => /^\p{Lu}{2,6}$/u.test(text))) return 'organization';
  const isPlain = (text: string) => !/\p{Lu}{2}|-/u.test(text);
  const ordinary = latin.some(({ words, found }) => words.some((word) => isOrdinaryWord(word, found[0]!.language)));
  return full && !ordinary && latin.every(({ text }) => isPlain(text)) ? 'person' : 'other';
}
