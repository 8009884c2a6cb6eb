/** What is run on several engines, whose results must be the same to the last digit. Bundled, so that it runs where there are no sources. */
import {
  AlignmentError,
  alignDocuments,
  alignSentences,
  createEmbedder,
  type DocumentInput,
  detectLanguage,
  type Embedder,
  formats,
  nameSimilarity,
  renderHtml,
  restoreNames,
  splitByLanguage,
  splitSentences,
} from '../../src/index.ts';
import { hashJson, hashNumbers } from './hash-json.ts';
import { sampleTexts } from './sample-texts.ts';

/** How much is run. */
export interface EngineInput {
  readonly seeds: readonly DocumentInput[];
  /** Random articles to align. */
  readonly rounds: number;
  /** Every so many-th block of 256 code points is read. */
  readonly everyBlock: number;
  /** Where the model lies. */
  readonly model: { readonly modelUrl: string } | { readonly model: string };
}

/** The classes of characters of which random words are made; the last are unsettled ones. */
const letters: readonly (readonly string[])[] = [
  'abcdefghijklmnopqrstuvwxyz',
  'àéîõüßøłđşğıœæčž',
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  'αβγδεζηθικλμνξοπρσςτυφχψω',
  'اأإبتثجحخدذرزسشصضطظعغفقكلمنهوي',
  'אבגדהוזחטיכלמנסעפצקרשת',
  'कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह',
  '的一是不了人我在有他这为之大来以个中上们普京特使维特科夫总统莫斯科会见',
  'ハルサビシウツカクノメチあいうえおかきくけこ',
  '대통령특사모스크바회담평화우크라이나',
  'กขคงจชซญดตถทนบปผพฟมยรลวสหอ',
]
  .map((row) => [...row])
  .concat([
    [
      '\u{1fae9}',
      '\u088f',
      '\u0264',
      '\u0295',
      '\u019b',
      '\u1c8a',
      '\u{2ebf5}',
      '\u{16d45}',
      '\u{11380}',
      '\ua7cb',
      '\u{10d52}',
      '\u{1fac8}',
      'a',
      'B',
      '\ue000',
    ],
  ]);
const names = [
  'Witkoff',
  'Steve Witcaf',
  'Юрий Ушаков',
  '乌沙科夫',
  '普京',
  'Putin',
  'U.S.',
  'Kyiv',
  'Dr. Özil',
  'ویتکاف',
  'ウシャコフ',
  '3,5',
  '2026年4月25日',
  '"no"',
];

/** A hash of every result, by the name of the case. */
export async function runEngineCases(input: EngineInput): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  const embedder = await createEmbedder(input.model);
  const record = async (name: string, run: () => unknown): Promise<void> => {
    let result: unknown;
    try {
      result = await run();
    } catch (error) {
      if (!(error instanceof AlignmentError)) throw error;
      result = [error.code, error.message];
    }
    hashes[name] = result instanceof Float32Array ? hashNumbers(result) : hashJson(result);
  };
  await record('seeds', async () => {
    const alignment = await alignDocuments(input.seeds, { embedder });
    await record('seeds as a page', () => renderHtml(alignment));
    for (const name of ['json', 'tsv', 'tmx', 'xliff', 'moses', 'vecalign', 'intertext'] as const)
      await record(`seeds as ${name}`, () => formats[name].write(alignment, name === 'json' ? {} : ({ pair: 0 } as object)));
    await record('seeds restored', () => alignment.documents.map(({ id }) => restoreNames(alignment, id)));
    return alignment;
  });
  await record('samples', () => embedder.embed(sampleTexts.map(([, text]) => text)));
  await readCharacters(input.everyBlock, embedder, record);
  for (let round = 0; round < input.rounds; round++) {
    const random = createLcg(round + 1);
    await record(`articles ${round}`, () => alignDocuments(articles(random), { embedder }));
    const [left, right] = [lines(random, 12), lines(random, 9)];
    await record(`lists ${round}`, () => alignSentences(left, right, { embedder, relation: round % 2 === 0 ? 'parallel' : 'comparable' }));
    await record(`names ${round}`, () => Array.from({ length: 20 }, () => nameSimilarity(word(random), word(random))));
  }
  await embedder.dispose();
  return hashes;
}

/** Every character, in a few places of a sentence, through the stages that look at characters. */
async function readCharacters(
  everyBlock: number,
  embedder: Embedder,
  record: (name: string, run: () => unknown) => Promise<void>,
): Promise<void> {
  for (let block = 0; block < 0x1100; block += everyBlock) {
    if (block >= 0x350 && (block < 0xe00 || block > 0xe0f) && block % 64 !== 0) continue; // planes without characters
    const characters = Array.from({ length: 256 }, (_, k) => String.fromCodePoint(block * 256 + k));
    const text = characters.map((c, k) => `A${c}b met ${c}${k} ${c}. ${c}B${c} said “${c}”.`).join(k(block) ? ' ' : '\n');
    await record(`characters ${block.toString(16)}`, () => [
      splitSentences(text),
      detectLanguage(text),
      splitByLanguage(text),
      detectLanguage(characters.join('')),
    ]);
    await record(`vectors ${block.toString(16)}`, () => embedder.embed([text, ...characters.filter((_, at) => at % 16 === 0)]));
    await record(`sounds ${block.toString(16)}`, () =>
      characters.filter((_, at) => at % 8 === 0).map((c) => nameSimilarity(`Wi${c}koff ${c}`, `Wit${c}off`)),
    );
  }
}

const k = (block: number): boolean => block % 2 === 0;

function articles(random: () => number): DocumentInput[] {
  return Array.from({ length: 2 + Math.floor(random() * 2) }, (_, index) => {
    const own = lines(random, 6 + Math.floor(random() * 12));
    return { id: `d${index}`, text: own.join(random() < 0.5 ? ' ' : '\n') };
  });
}

function lines(random: () => number, count: number): string[] {
  const rows = [pick(random, letters), pick(random, letters), letters.at(-1)!];
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 3 + Math.floor(random() * 12) }, () => (random() < 0.2 ? pick(random, names) : word(random, rows)));
    return `${words.join(rows[0] === letters[7] ? '' : ' ')}${pick(random, ['.', '。', '!', '?”', '…', ''])}`;
  });
}

function word(random: () => number, rows: readonly (readonly string[])[] = letters): string {
  const row = pick(random, rows);
  const made = Array.from({ length: 1 + Math.floor(random() * 8) }, () => pick(random, random() < 0.02 ? letters.at(-1)! : row)).join('');
  const [first = ''] = made; // engines differ in the capitals of unsettled characters, so they keep their case
  return random() < 0.3 && !letters.at(-1)!.includes(first) ? first.toUpperCase() + made.slice(first.length) : made;
}

function pick<Item>(random: () => number, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!;
}

/** Numbers from 0 to 1, the same everywhere. */
function createLcg(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 0x1000000;
  };
}
