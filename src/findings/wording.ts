/** A finding in the words of a reader: what each document says, those that say the same together. */
import type { Finding, Witness } from '../types.ts';
import type { Claim } from './compare/pair-view.ts';
import type { SentenceFacts } from './facts/sentence-facts.ts';
import type { Entry } from './gather-claims.ts';

const HEADS: Readonly<Record<string, string>> = {
  number: 'Different numbers',
  date: 'A different date',
  'count-noun': 'The same number of different things',
  polarity: 'Negated in one text and not in the other',
};

/** What a date is, by the kind of its value. */
const DATE_HEADS: readonly (readonly [start: RegExp, head: string])[] = [
  [/^weekday/, 'A different day of the week'],
  [/^month/, 'A different month'],
  [/^day|day$/, 'A different day'],
  [/^week-span/, 'A different week'],
  [/^month-span/, 'A different month'],
  [/^year-span/, 'A different year'],
];

/** The finding of an entry, witnesses in the order of their documents. */
export function describeEntry({ rule, confidence, claims, beads }: Entry, order: ReadonlyMap<string, number>): Finding {
  const position = ({ sentence, start }: Claim): [number, number, number] => [order.get(sentence.document.id) ?? 0, sentence.index, start];
  const sorted = [...claims].sort((one, other) => {
    const [a, b] = [position(one), position(other)];
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
  });
  const odd = oddValue(rule, sorted);
  const witnesses = sorted.map((claim): Witness => {
    const { sentence, value } = claim;
    const stretch = phraseOf(rule, claim);
    return { ...sentence.place(stretch), ...(value !== undefined && { value }), ...(plainValue(rule, value) === odd && { odd: true }) };
  });
  return {
    rule: rule as Finding['rule'],
    witnesses,
    beads: beads.map(([pair, bead]) => [pair, bead]),
    message: `${headOf(rule, sorted)}: ${quotes(rule, witnesses)}.`,
    confidence: Math.round(confidence * 1000) / 1000,
  };
}

/** What is compared of a value: the number, without what it counts. */
function plainValue(rule: string, value = ''): string {
  return rule === 'number' ? value.split(' ')[0]! : value;
}

/** The value of one document against one and the same of two others or more. */
function oddValue(rule: string, claims: readonly Claim[]): string | undefined {
  const documents = new Map<string, Set<string>>();
  for (const { sentence, value } of claims) {
    const plain = plainValue(rule, value);
    documents.set(plain, (documents.get(plain) ?? new Set()).add(sentence.document.id));
  }
  const counts = [...documents].sort(([, one], [, other]) => one.size - other.size);
  const most = counts.at(-1)?.[1].size ?? 0;
  const least = counts[0];
  return counts.length === 2 && least?.[1].size === 1 && most > 1 ? least[0] : undefined;
}

function headOf(rule: string, [claim]: readonly Claim[]): string {
  const date = rule === 'date' ? DATE_HEADS.find(([start]) => start.test(claim?.value ?? '')) : undefined;
  return date?.[1] ?? HEADS[rule] ?? rule;
}

/** “22,000 tonnes” (harbour-times, kabar-selat), “25,000 tons” (strait-daily). */
function quotes(rule: string, witnesses: readonly Witness[]): string {
  const groups = new Map<string, { text: string; documents: string[] }>();
  for (const { document, text, value } of witnesses) {
    const plain = plainValue(rule, value);
    const group = groups.get(plain) ?? { text, documents: [] };
    groups.set(plain, group);
    if (!group.documents.includes(document)) group.documents.push(document);
  }
  return [...groups.values()]
    .map(
      ({ text, documents }) =>
        `${text === '' ? (rule === 'polarity' ? 'not negated' : 'nothing') : `“${shorten(text.replace(/\s+/g, ' '))}”`} (${documents.join(', ')})`,
    )
    .join(', ');
}

/** Longest quotation in a message. */
const LONGEST = 60;

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The words that are quoted: a number with its unit, a negator with what it negates. */
function phraseOf(rule: string, { sentence, start, end }: Claim): { start: number; end: number } {
  if (start === end || rule === 'date') return { start, end };
  const { text } = sentence;
  const words = rule === 'polarity' ? 2 : 1;
  const after = text.slice(end, end + 60);
  if (/^\s?[%％]/.test(after)) return { start: withSign(text, start), end: end + after.search(/[%％]/) + 1 };
  const isUnspaced = /^\s?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(after);
  const tail = isUnspaced
    ? nextTokens(sentence, end, words)
    : (new RegExp(`^(?:[ \\u00a0-]\\p{L}[\\p{L}\\p{M}'’]*){1,${words}}`, 'u').exec(after)?.[0] ?? '');
  return { start: withSign(text, start), end: end + tail.length };
}

/** The start of a number with the currency sign before it. */
function withSign(text: string, start: number): number {
  return start - (/(?:US\$|R\$|Rp\.?|[$€£¥￥₽₹])\s?$/.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0);
}

/** The tokens after a place, in a text that sets no blanks: the model cuts it into words, roughly. */
function nextTokens(sentence: SentenceFacts, from: number, count: number): string {
  let at = from;
  let taken = 0;
  for (const { start, end } of sentence.context.tokens()) {
    if (end <= at) continue;
    if (start > at + 1 || taken++ === count || !/^\s?\p{L}+$/u.test(sentence.text.slice(at, end))) break;
    at = end;
  }
  return sentence.text.slice(from, at);
}
