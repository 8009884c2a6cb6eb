/**
 * Reports retold from articles of FLORES, one of them garbled as bad machine translation garbles, in names and words: made for `findings-documents.ts` and
 * `fit-drifts.ts`.
 *
 * Each sentence of the garbled report has one word exchanged for another of the same ending or beginning (the garbled article of the seeds has more), half of
 * its names have other letters; both reports turn sentences around and add half sentences of other articles.
 */
import type { DocumentDescription, Finding, Place } from '../src/types.ts';
import { type Flores, retellings, retellPair } from './align-dev-sets.ts';
import { createRandom, type Random } from './align-random.ts';

const PAIRS = 24;
/** Which side is garbled; in Chinese there are no capitals to tell names by. */
const GARBLED: Readonly<Record<string, 'source' | 'target'>> = { id: 'source', es: 'source', zh: 'target', ru: 'target' };

/** Languages that reports are made in, each against English. */
export const reportLanguages = Object.keys(GARBLED);

/** Which articles: those of the lines that serve for tuning, or those kept for checks. */
export type Half = 'tuning' | 'check';

/** Two reports, and the places of the words that were exchanged in the garbled one and have an answer in the other. */
export interface GarbledPair {
  readonly documents: DocumentDescription[];
  readonly exchanged: readonly (readonly [start: number, end: number])[];
}

/** Id of the report that is garbled. */
export const GARBLED_ID = 'garbled';

const classOf = (word: string, language: string): string =>
  language === 'id'
    ? `${/^(?:me|ber|di|ter|ke|pe|se)/.exec(word)?.[0] ?? ''}-${/(?:kan|an|nya|i)$/.exec(word)?.[0] ?? ''}`
    : (/(?:ing|ed|tion|s|ly|er|al|ive|ción|ado|ido|ar|os|as|mente)$/.exec(word)?.[0] ?? '');
const WORD = /(?<=\p{Ll}[,]? )\p{Ll}{5,}/gu;

/** The words of texts by ending or beginning: one may stand in the place of another of its class. */
export function wordsByClass(texts: readonly string[], language: string): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const word of texts.flatMap((text) => text.match(WORD) ?? []))
    words.set(classOf(word, language), [...(words.get(classOf(word, language)) ?? []), word]);
  return words;
}

/** A text with one of its words exchanged for another of the same class, and where that stands; undefined when there is no such word. */
export function exchangeWord(
  text: string,
  language: string,
  others: ReadonlyMap<string, readonly string[]>,
  random: Random,
  isMeant: (start: number) => boolean = () => true,
): { text: string; span: readonly [start: number, end: number] } | undefined {
  const words = [...text.matchAll(WORD)].filter(({ index }) => isMeant(index));
  if (words.length === 0) return undefined;
  const word = words[random.below(words.length)]!;
  const list = others.get(classOf(word[0], language)) ?? [];
  const other = list[random.below(list.length)];
  if (other === undefined || other === word[0]) return undefined;
  return {
    text: text.slice(0, word.index) + other + text.slice(word.index + word[0].length),
    span: [word.index, word.index + other.length],
  };
}

/** The pairs of reports of a language and a half of the articles; the same in every run. */
export function* garbledReports(flores: Flores, language: string, half: Half): Generator<GarbledPair> {
  const middle = flores.articles.findIndex((lines) => lines[0]! >= 500);
  const [first, last] = half === 'check' ? [0, middle] : [middle, flores.articles.length];
  const side = GARBLED[language]!;
  const other = side === 'source' ? 'target' : 'source';
  const own = side === 'source' ? language : 'en';
  const others = wordsByClass(flores.lines(own), own);
  const random = createRandom(11);
  for (let k = 0; k < PAIRS; k++) {
    const articles = random.shuffle(Array.from({ length: last - first }, (_, at) => first + at));
    const retelling = { ...retellings.garbled!, garbling: 0, thinning: 0 };
    const pair = retellPair(flores, articles.slice(0, 8), articles.slice(8, 28), language, 'en', retelling, 500 + k, 'documents');
    const spans: (readonly [start: number, end: number] | undefined)[] = [];
    const garbled = pair[side].map((text) => {
      const named = garbleNames(text, random);
      const made = exchangeWord(named, own, others, random);
      spans.push(made?.span);
      return made?.text ?? named;
    });
    const ours = joinTexts(garbled, own);
    const theirs = own === language ? 'en' : language;
    const answered = new Set(pair.gold.flatMap((bead) => bead[side]));
    yield {
      documents: [
        { id: GARBLED_ID, text: ours.text, language: own },
        { id: 'clean', text: joinTexts(pair[other], theirs).text, language: theirs },
      ],
      exchanged: spans.flatMap((span, at) =>
        span && answered.has(at) ? [[ours.starts[at]! + span[0], ours.starts[at]! + span[1]] as const] : [],
      ),
    };
  }
}

/** Whether a place of the garbled report touches a word that was exchanged. */
export function touches(place: Pick<Place, 'start' | 'end'> | undefined, [start, end]: readonly [number, number]): boolean {
  return place !== undefined && place.start < end && place.end > start;
}

/** The side of a finding that stands in the garbled report. */
export function garbledPlace(finding: Finding): Place | undefined {
  return [finding.source, finding.target].find((place) => place?.document === GARBLED_ID);
}

function garbleNames(text: string, random: Random): string {
  return text.replace(/(?<=\p{Ll} )\p{Lu}\p{Ll}{4,}/gu, (name) => {
    if (random.next() < 0.5) return name;
    const at = 1 + random.below(name.length - 2);
    return `${name.slice(0, at)}${'aeiklnorst'[random.below(10)]}${name.slice(at + 1)}`;
  });
}

/** One text, with a paragraph every three sentences, and where each sentence starts. */
function joinTexts(texts: readonly string[], language: string): { text: string; starts: number[] } {
  let text = '';
  const starts = texts.map((sentence, at) => {
    if (at > 0) text += at % 3 === 0 ? '\n\n' : language === 'zh' ? '' : ' ';
    const start = text.length;
    text += sentence;
    return start;
  });
  return { text, starts };
}
