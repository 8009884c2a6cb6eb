/**
 * What a mention is beside the canonical form of its name: exact, an accepted variant, a conventional form in another
 * script or language, or garbled. Only rules of spelling and the table decide; how common a form is does not.
 */
import type { MentionKind, TracedName } from '../types.ts';
import { nameSimilarity } from './name-similarity.ts';
import { isOrdinaryWord } from './tables/common-words.ts';
import { type Concept, isConventional, nameKey } from './tables/gazetteer.ts';

/** A spelling and where it stands. */
export interface Spelling {
  readonly text: string;
  readonly language: string;
}

/** Kind of `mention` beside `canonical`. `concepts` are the entries of the table the name may be. */
export function nameKind(mention: Spelling, canonical: Spelling, type: TracedName['type'], concepts: readonly Concept[]): MentionKind {
  if (scriptClass(mention.text) !== scriptClass(canonical.text)) return 'transliterated';
  const [own, other] = [wordsOf(mention.text), wordsOf(canonical.text)];
  const partOf = isSubsequence(own, other);
  if (partOf && own.length === other.length) return 'exact';
  if (partOf) return type === 'organization' ? 'variant' : 'exact';
  if (isSubsequence(other, own)) return 'variant'; // the same and more: a longer form
  const known = concepts.filter(
    (concept) => nameKey(concept.name) === nameKey(mention.text) || [...concept.forms.keys()].includes(nameKey(mention.text)),
  );
  if (
    mention.language !== canonical.language &&
    mention.language !== 'en' &&
    known.some((concept) => isConventional(concept, mention.text, mention.language))
  )
    return 'transliterated';
  if (known.length > 0) {
    // the conventional form of another language, in a text that is in neither
    const isForeign = known.every((concept) => {
      const where = concept.forms.get(nameKey(mention.text));
      return where !== undefined && !where.has(mention.language.split('-')[0]!) && !where.has('en') && where.size < 4;
    });
    return isForeign && nameSimilarity(mention.text, canonical.text) < 0.9 ? 'garbled' : 'variant';
  }
  if (sameWords(own, other, variantFold)) return 'variant';
  if (mention.language !== canonical.language && sameWords(own, other, (word) => habitFold(word, mention.language)))
    return 'transliterated';
  if (own.length === other.length && type === 'person' && isSubsequence([...own].sort(), [...other].sort())) return 'variant';
  if (inflects.has(mention.language) && own.length > 0 && own.every((word) => other.some((right) => isInflected(word, right))))
    return 'variant';
  // a body's name translated word by word (Survei Geologi, Geological Survey)
  if (mention.language !== canonical.language && other.some((word) => isOrdinaryWord(word, canonical.language))) return 'transliterated';
  return 'garbled';
}

const inflects = new Set(['ru', 'uk', 'pl', 'el', 'cs', 'sk', 'bg', 'sr', 'hr', 'sl', 'lt', 'lv', 'fi', 'hu', 'et', 'tr']);

/** Whether two words differ in a case ending only: one beginning, and up to three letters after it. */
function isInflected(one: string, other: string): boolean {
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  return shared >= Math.max(3, other.length - 2) && Math.max(one.length, other.length) - shared <= 3;
}

const scripts = ['Latin', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Thai', 'Devanagari'].map(
  (script) => ({ name: /^(?:Hira|Kata)/.test(script) ? 'Kana' : script, letter: new RegExp(`\\p{Script=${script}}`, 'u') }),
);

/** Letters that distinguish scripts; scripts with the same reading count as one. */
export function scriptClass(text: string): string {
  return scripts.find(({ letter }) => letter.test(text))?.name ?? 'Other';
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const word of whole) if (at < part.length && part[at] === word) at++;
  return at === part.length;
}

/** Whether every word of the mention, folded, is one of the canonical form's, in order. */
function sameWords(own: readonly string[], other: readonly string[], fold: (word: string) => string): boolean {
  return own.length > 0 && isSubsequence(own.map(fold), other.map(fold));
}

/**
 * One letter sequence for spellings that bodies which romanise names all accept: i, y and j; a doubled ending
 * (-sky, -skyy, -skij); ks and x; háčeks and their English digraphs; umlauts; doubled consonants.
 */
export function variantFold(word: string): string {
  return word
    .replace(/š|ś|ş/g, 'sh')
    .replace(/č|ć|ç/g, 'ch')
    .replace(/ž|ż|ź/g, 'zh')
    .replace(/ä|æ/g, 'ae')
    .replace(/ö|ø|œ/g, 'oe')
    .replace(/ü/g, 'ue')
    .normalize('NFD')
    .replace(/[^a-zа-яёіїєґα-ω]/g, '')
    .replace(/ł/g, 'l')
    .replace(/[yj]/g, 'i')
    .replace(/ii+$/, 'i')
    .replace(/ii+(?=[aeou])/g, 'i')
    .replace(/ks/g, 'x')
    .replace(/([b-df-hj-np-tv-z])\1/g, '$1');
}

// how languages write foreign names in their own spelling, as letters that fall together
const habits: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  id: [
    [/ph/g, 'f'],
    [/[cq](?=[aouklrt]|$)/g, 'k'],
    [/ck/g, 'k'],
    [/cr/g, 'kr'],
    [/x/g, 'ks'],
    [/th/g, 't'],
    [/sh/g, 'sy'],
    [/ss/g, 's'],
    [/ia$/g, 'ia'],
    [/e$/g, 'a'],
    [/y/g, 'i'],
  ],
  tr: [
    [/sh|ş/g, 'ş'],
    [/ch|ç/g, 'ç'],
    [/c(?=[aou])/g, 'k'],
    [/ph/g, 'f'],
    [/w/g, 'v'],
    [/x/g, 'ks'],
    [/j|zh/g, 'j'],
    [/y/g, 'i'],
    [/ı/g, 'i'],
  ],
  pl: [
    [/sh|sz/g, 'sz'],
    [/ch|cz/g, 'cz'],
    [/v|w/g, 'w'],
    [/c(?=[aoulr])/g, 'k'],
    [/y|j/g, 'i'],
    [/x/g, 'ks'],
  ],
  de: [
    [/sch|sh/g, 'sch'],
    [/tsch|ch/g, 'ch'],
    [/v|w/g, 'w'],
    [/c|k/g, 'k'],
    [/y|j/g, 'i'],
    [/z|s/g, 's'],
  ],
  es: [
    [/ph/g, 'f'],
    [/sh|ch/g, 'ch'],
    [/k|qu|c(?=[aou])/g, 'c'],
    [/y|i/g, 'i'],
    [/th/g, 't'],
    [/ss/g, 's'],
    [/w|v/g, 'v'],
    [/kh|j|h/g, 'j'],
  ],
  fr: [
    [/ou|u/g, 'u'],
    [/tch|ch/g, 'ch'],
    [/sh|ch/g, 'ch'],
    [/dj|j/g, 'j'],
    [/v|w/g, 'v'],
    [/k|c/g, 'k'],
    [/y|i/g, 'i'],
    [/ine$|in$/g, 'in'],
  ],
};

function habitFold(word: string, language: string): string {
  let folded = word.normalize('NFD').replace(/\p{M}/gu, '');
  for (const [pattern, replacement] of habits[language === 'ms' ? 'id' : language === 'pt' || language === 'it' ? 'es' : language] ?? [])
    folded = folded.replace(pattern, replacement);
  return folded;
}
