/** Errors that are put into lines of FLORES: another number, another weekday, a negation taken away or put in. */
import { pick, random, replaceAt } from './flores.ts';

/** The languages that are measured beside English. */
export const LANGUAGES = 'id zh ms es fr de ru uk el pt it nl pl tr vi ja ko ar hi th'.split(' ');

const WORDS = 'two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty'.split(' ');
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const AUXILIARY = 'is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|must|may|might';

function otherDigits(old: string): string {
  for (;;) {
    const digits = Array.from(old, (digit) => (random() < 0.5 ? String((Number(digit) + 1 + Math.floor(random() * 8)) % 10) : digit)).join(
      '',
    );
    const kept = digits.length > 1 && digits.startsWith('0') ? `1${digits.slice(1)}` : digits;
    if (kept !== old) return kept;
  }
}

function other(list: readonly string[], old: string): string {
  for (;;) {
    const word = pick(list)!;
    if (word.toLowerCase() !== old.toLowerCase()) return word;
  }
}

/** Errors for the English side. */
export const ENGLISH: Record<string, (text: string) => string | undefined> = {
  number: (text) =>
    replaceAt(text, pick([...text.matchAll(new RegExp(`\\d+|\\b(?:${WORDS.join('|')})\\b`, 'gi'))]), (old) =>
      /\d/.test(old) ? otherDigits(old) : other(WORDS, old),
    ),
  weekday: (text) => replaceAt(text, pick([...text.matchAll(new RegExp(`\\b(?:${DAYS.join('|')})\\b`, 'g'))]), (old) => other(DAYS, old)),
  'negation lost': (text) =>
    replaceAt(text, pick([...text.matchAll(new RegExp(`\\b(?:${AUXILIARY})(?:n't| not)\\b|\\bcannot\\b`, 'gi'))]), (old) =>
      old.replace(/n't$| not$|not$/i, ''),
    ),
  'negation added': (text) =>
    new RegExp(`\\b(?:${AUXILIARY})(?:n't| not)\\b|\\bcannot\\b`, 'i').test(text)
      ? undefined
      : replaceAt(
          text,
          pick([...text.matchAll(/\b(?:is|are|was|were|will|would|can|could|should|must)\b(?! not)/gi)]),
          (old) => `${old} not`,
        ),
};

/** Errors for the Indonesian or Chinese side. */
export const FOREIGN: Record<string, Record<string, (text: string, english: string) => string | undefined>> = {
  id: {
    'number, source': (text) => replaceAt(text, pick([...text.matchAll(/\d+/g)]), otherDigits),
    'negation lost, source': (text, english) =>
      isNegative(english) ? replaceAt(text, pick([...text.matchAll(/\b(?:tidak|bukan|belum|tak) /gi)]), () => '') : undefined,
    'negation added, source': (text) =>
      /\b(?:tidak|bukan|belum|tak)\b/i.test(text)
        ? undefined
        : replaceAt(text, pick([...text.matchAll(/\b(?:adalah|akan|dapat|bisa|harus)\b/g)]), (old) =>
            old === 'adalah' ? 'bukan' : `tidak ${old}`,
          ),
  },
  zh: {
    'number, source': (text) => replaceAt(text, pick([...text.matchAll(/\d+/g)]), otherDigits),
    'negation lost, source': (text, english) =>
      isNegative(english)
        ? replaceAt(text, pick([...text.matchAll(/不(?=[会能是要可应该想愿知需必用允])|没有|(?<=[并从绝])不/g)]), () => '')
        : undefined,
    'negation added, source': (text) =>
      /[不没未]/.test(text) ? undefined : replaceAt(text, pick([...text.matchAll(/是|会|能|可以/g)]), (old) => `不${old}`),
  },
};

/** What can be put into a text in any language. */
export const DIGITS: Record<string, (text: string, english: string) => string | undefined> = {
  'number, source': (text) => replaceAt(text, pick([...text.matchAll(/\d+/g)]), otherDigits),
};

function isNegative(english: string): boolean {
  return /\b(?:not|no|never|none|without|cannot|nothing|neither)\b|n't/i.test(english);
}
