/** Piles of articles with planted truth, made from FLORES: which of them render the same article, wholly, abridged, reordered or rewritten. */
import type { DocumentDescription } from '../src/types.ts';
import { syntheticPair } from '../test/support/synthetic-corpus.ts';
import { cutText, type Flores, thinText } from './align-dev-sets.ts';
import { createRandom, type Random } from './align-random.ts';

/** A pile of documents and what is known of them. */
export interface DevPile {
  readonly name: string;
  readonly documents: readonly (DocumentDescription & { readonly id: string; readonly text: string; readonly language: string })[];
  /** Pairs of ids that belong together, the first of each before the second in the pile, and their relation where it is plainly one. */
  readonly pairs: readonly (readonly [source: string, target: string, relation: 'parallel' | 'comparable' | 'either'])[];
  /** Pairs that share too little to count either way. */
  readonly doubtful: readonly (readonly [source: string, target: string])[];
}

/** How one document is made from its article. */
interface Telling {
  /** Share of the lines kept. */
  readonly keep: readonly [least: number, most: number];
  /** Lines of other articles, as a share of those kept. */
  readonly foreign: number;
  readonly shuffled: boolean;
  /** Largest share of the words left out. */
  readonly thinning: number;
  /** Largest share of the sentences whose second half comes first. */
  readonly turning: number;
  /** Largest share of the sentences that half a sentence of another article is added to. */
  readonly padding: number;
  readonly cut: number;
  readonly merge: number;
}

const translated: Telling = {
  keep: [0.95, 1],
  foreign: 0,
  shuffled: false,
  thinning: 0,
  turning: 0,
  padding: 0,
  cut: 0.1,
  merge: 0.1,
};
const tellings: readonly Telling[] = [
  translated,
  { ...translated, keep: [0.5, 0.8] },
  { ...translated, shuffled: true },
  { ...translated, keep: [0.7, 0.9], foreign: 0.3, shuffled: true },
  { ...translated, keep: [0.7, 1], foreign: 0.1, shuffled: true, thinning: 0.3, turning: 0.4, padding: 0.3, cut: 0.2 },
];

/** What a pile is made of. */
export interface PileShape {
  readonly name: string;
  readonly languages: readonly string[];
  /** How many documents each story has, drawn from this range. */
  readonly copies: readonly [least: number, most: number];
  /** Articles that make one story, drawn from this range. */
  readonly articles: readonly [least: number, most: number];
  /** Whether stories are told freely or translated whole. */
  readonly free: boolean;
  /** Chance that a further document of a story is in a language it has already. */
  readonly sameLanguage: number;
  /** Most documents. */
  readonly most: number;
}

interface Made {
  readonly id: string;
  readonly story: number;
  /** Lines of its own story. */
  readonly lines: ReadonlySet<number>;
  /** Lines of others. */
  readonly foreign: ReadonlySet<number>;
  readonly language: string;
  readonly sentences: string[];
  /** Whether it is the story, translated whole; or told in another order or other words. */
  readonly isWhole: boolean;
  readonly isFree: boolean;
}

const spaceless = new Set(['zh', 'zh-Hant', 'ja', 'th']);

/** Make a pile from the articles `[first, last)`. Each article is in one story. */
export function makePile(flores: Flores, range: readonly [number, number], shape: PileShape, seed: number): DevPile {
  const random = createRandom(seed);
  const between = ([least, most]: readonly [number, number]) => least + random.below(most - least + 1);
  const articles = random.shuffle(Array.from({ length: range[1] - range[0] }, (_, k) => range[0] + k));
  const foreign = random.shuffle(articles).flatMap((article) => flores.articles[article]!);
  const made: Made[] = [];
  for (let next = 0, story = 0; next < articles.length && made.length < shape.most; story++) {
    const size = between(shape.articles);
    const lines = articles.slice(next, next + size).flatMap((article) => flores.articles[article]!);
    next += size;
    const unused = random.shuffle(shape.languages);
    const copies = between(shape.copies);
    for (let copy = 0; copy < copies && made.length < shape.most; copy++) {
      const language = copy > 0 && random.next() < shape.sameLanguage ? made.at(-1)!.language : (unused.pop() ?? shape.languages[0]!);
      const telling = shape.free ? tellings[random.below(tellings.length)]! : translated;
      const others = foreign.filter((line) => !lines.includes(line));
      made.push({
        id: '',
        story,
        language,
        isWhole: telling === translated,
        isFree: telling.shuffled,
        ...tell(flores, lines, others, language, telling, random),
      });
    }
  }
  const shuffled = random.shuffle(made).map((document, k) => ({ ...document, id: `d${k}` }));
  const pairs: [string, string, 'parallel' | 'comparable' | 'either'][] = [];
  const doubtful: [string, string][] = [];
  shuffled.forEach((one, k) => {
    for (const other of shuffled.slice(k + 1)) {
      if (one.story !== other.story) {
        if (countShared(one.foreign, other.lines) + countShared(other.foreign, one.lines) > 0) doubtful.push([one.id, other.id]);
        continue;
      }
      const shared = countShared(one.lines, other.lines);
      const enough = shared >= 0.5 * Math.min(one.lines.size, other.lines.size) && (shared > 1 || one.lines.size + other.lines.size < 4);
      if (enough) pairs.push([one.id, other.id, relationOf(one, other)]);
      else doubtful.push([one.id, other.id]);
    }
  });
  const documents = shuffled.map(({ id, language, sentences }) => ({
    id,
    language,
    text: sentences.join(spaceless.has(language) && language !== 'th' ? '' : ' '),
  }));
  return { name: shape.name, documents, pairs, doubtful };
}

/** Whole translations of one another are parallel, and so are two abridgements alike; who turned, mixed or rewrote it is comparable. */
function relationOf(one: Made, other: Made): 'parallel' | 'comparable' | 'either' {
  if (one.isWhole && other.isWhole) return 'parallel';
  return one.isFree || other.isFree ? 'comparable' : 'either';
}

function countShared(lines: ReadonlySet<number>, others: ReadonlySet<number>): number {
  let shared = 0;
  for (const line of lines) if (others.has(line)) shared++;
  return shared;
}

function tell(
  flores: Flores,
  lines: readonly number[],
  foreign: readonly number[],
  language: string,
  telling: Telling,
  random: Random,
): Pick<Made, 'lines' | 'foreign' | 'sentences'> {
  const texts = flores.lines(language);
  const share = telling.keep[0] + random.next() * (telling.keep[1] - telling.keep[0]);
  let kept = lines.filter(() => random.next() < share);
  if (kept.length < Math.min(2, lines.length)) kept = lines.slice(0, 2);
  if (telling.shuffled) kept = random.shuffle(kept);
  const thinning = random.next() * telling.thinning;
  const turning = random.next() * telling.turning;
  const padding = random.next() * telling.padding;
  const joint = spaceless.has(language) ? '' : ' ';
  const sentences: string[] = [];
  const added = new Set<number>();
  for (const line of kept) {
    let text = texts[line]!;
    if (thinning > 0) text = thinText(text, random.next() * 2 * thinning, random);
    const halves = cutText(text);
    if (halves.length === 2 && random.next() < turning) text = `${halves[1]}${joint}${halves[0]}`;
    if (random.next() < padding && foreign.length > 0) {
      const line = foreign[random.below(foreign.length)]!;
      added.add(line);
      text = `${text}${joint}${cutText(texts[line]!).at(-1)}`;
    }
    const chance = random.next();
    if (chance < telling.cut && halves.length === 2) sentences.push(...halves);
    else if (chance > 1 - telling.merge && sentences.length > 0) sentences.push(`${sentences.pop()}${joint}${text}`);
    else sentences.push(text);
  }
  const strangers = Math.round(kept.length * telling.foreign * random.next() * 2);
  for (let k = 0; k < strangers && foreign.length > 0; k++) {
    const line = foreign[random.below(foreign.length)]!;
    added.add(line);
    sentences.splice(random.below(sentences.length + 1), 0, texts[line]!);
  }
  return { lines: new Set(kept), foreign: added, sentences };
}

const learned = ['en', 'id', 'zh', 'ru', 'es', 'de', 'ja', 'ar', 'vi', 'pt', 'nl', 'zh-Hant'];
const all = [...learned, 'fr', 'it', 'ko', 'hi', 'tr', 'uk', 'th', 'el', 'pl', 'ms'];

function pileShapes(languages: readonly string[]): PileShape[] {
  const shape: PileShape = { name: '', languages, copies: [2, 2], articles: [1, 1], free: false, sameLanguage: 0, most: 500 };
  return [
    { ...shape, name: 'pairs of translations', copies: [1, 2] },
    { ...shape, name: 'translations, five languages', languages: ['id', 'zh', 'en', 'ru', 'es'], copies: [1, 5] },
    { ...shape, name: 'told freely', copies: [1, 6], free: true, sameLanguage: 0.2 },
    { ...shape, name: 'told freely, long', copies: [1, 8], articles: [2, 6], free: true, sameLanguage: 0.2 },
    { ...shape, name: 'many languages', copies: [languages.length, languages.length], most: languages.length * 10 },
    { ...shape, name: 'one language', languages: ['en'], copies: [1, 3], free: true, sameLanguage: 1 },
    { ...shape, name: 'unrelated', copies: [1, 1] },
  ];
}

/** Invented articles, all of one kind: only who did what where tells them apart. Every third has no translation. */
function inventedPile(name: string, count: number, sentences: readonly [number, number], seed: number): DevPile {
  const random = createRandom(seed);
  const made = Array.from({ length: count }, (_, story) => {
    const length = sentences[0] + random.below(sentences[1] - sentences[0] + 1);
    const { source, target } = syntheticPair(seed * 100_000 + story, length);
    const both = [
      { story, ...source },
      { story, ...target },
    ];
    return story % 3 === 2 ? [both[random.below(2)]!] : both;
  });
  const documents = random.shuffle(made.flat()).map((document, k) => ({ ...document, id: `d${k}` }));
  const pairs = documents.flatMap((one, k) =>
    documents.slice(k + 1).flatMap((other) => (one.story === other.story ? [[one.id, other.id, 'parallel'] as const] : [])),
  );
  return { name, documents: documents.map(({ story: _, ...document }) => document), pairs, doubtful: [] };
}

const learningHalf = [0, 141] as const;
const otherHalf = [141, 281] as const;

/** The piles that weights are fitted to: some languages, one half of the articles; also very small piles. */
export function* learningPiles(flores: Flores): Generator<DevPile> {
  const shapes = pileShapes(learned);
  for (const [k, shape] of shapes.entries()) yield makePile(flores, learningHalf, shape, 7 + k);
  yield inventedPile('invented', 120, [3, 12], 1);
  const random = createRandom(5);
  for (let k = 0; k < 40; k++) {
    const first = random.below(learningHalf[1] - 4);
    const shape = { ...shapes[2]!, name: 'few', copies: [1, 3] as const, free: k % 2 === 0, most: 8 };
    const pile = makePile(flores, [first, first + 1 + random.below(4)], shape, 100 + k);
    if (pile.documents.length > 1) yield pile;
  }
  for (let k = 0; k < 16; k++) yield inventedPile('invented, few', 3 + random.below(8), [3, 10], 20 + k);
  // and piles in which all report one event
  for (let k = 0; k < 24; k++) yield oneStory(flores, learningHalf, learned, 200 + k, random);
}

function oneStory(
  flores: Flores,
  [from, to]: readonly [number, number],
  languages: readonly string[],
  seed: number,
  random: Random,
): DevPile {
  const size = 1 + random.below(4);
  const first = from + random.below(to - from - size);
  const copies = 2 + random.below(9);
  const shape: PileShape = {
    name: 'one story',
    languages: random.shuffle(languages).slice(0, 2 + random.below(4)),
    copies: [copies, copies],
    articles: [size, size],
    free: seed % 2 === 0,
    sameLanguage: 0.4,
    most: 12,
  };
  return makePile(flores, [first, first + size], shape, seed);
}

/** The piles that figures are reported for: the other half of the articles, in more languages. */
export function* heldOutPiles(flores: Flores): Generator<DevPile> {
  for (const [k, shape] of pileShapes(all).entries()) yield makePile(flores, otherHalf, shape, 57 + k);
  yield inventedPile('invented', 250, [3, 12], 2);
  const random = createRandom(6);
  for (let k = 0; k < 10; k++) yield inventedPile('invented, few', 3 + random.below(8), [3, 10], 50 + k);
  for (let k = 0; k < 20; k++) yield oneStory(flores, otherHalf, all, 300 + k, random);
}
