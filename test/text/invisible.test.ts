/** Characters that show nothing change nothing: no sentence, no vector, no bead, no name. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import { traceNames } from '../../src/names/trace-names.ts';
import { detectLanguage } from '../../src/text/detect-language.ts';
import { visibleDocuments, withoutInvisible } from '../../src/text/invisible.ts';
import { splitSentences } from '../../src/text/split-sentences.ts';
import type { AdditiveEmbedder, AlignedDocument } from '../../src/types.ts';

const SEED = 20_261_130;
const INVISIBLE = [
  '\u00ad',
  '\u034f',
  '\u061c',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202c',
  '\u2062',
  '\u2067',
  '\u2069',
  '\ufe0f',
  '\u{e0100}',
  '\u206a',
  '\u17b4',
  '\u{e0067}',
  '\u{1d173}',
];
const TEXTS = [
  'Die Regierungskommission lehnte den Vorschlag am 3. Oktober ab. Habermann sagte nichts.',
  'Комиссия правительства отклонила предложение. Все вернулись домой.',
  'اجتمعت اللجنة في القاهرة. بدأ المطر بعد ذلك.',
  '委员会拒绝了提议。他们明天再开会。',
  'Ủy ban đã từ chối đề nghị. Ông Minh không nói gì.',
];

/** The text with invisible characters inside its words. */
const sprinkle = (text: string, marks: readonly string[]): string => {
  let used = 0;
  return text.replace(/(?<=\p{L})(?=\p{L})/gu, () => marks[used++ % marks.length]!);
};
const documentOf = (id: string, language: string, text: string): AlignedDocument => ({
  id,
  language,
  languageConfidence: 1,
  text,
  sentences: splitSentences(text, { language }).map((sentence, index) => ({ index, ...sentence })),
});

describe('sentences', () => {
  test.each([
    ['ar', 'انتهى الاجتماع.\u200f بدأ المطر.', 2],
    ['he', 'הישיבה הסתיימה.\u200f הגשם התחיל.', 2],
    ['en', 'It ended.\u200e The rain began.', 2],
    ['en', 'It ended.\u00ad The rain began.', 2],
    ['fa', 'جلسه تمام شد.\u200c باران گرفت.', 2],
    ['en', 'It ended.\u2060 The rain began.', 2],
    ['hi', 'बैठक खत्म हुई।\u200d बारिश शुरू हुई।', 2],
    ['en', '“It ended.”\u200f The rain began.', 2],
    ['de', 'Am 3.\u00ad Oktober kam Dr.\u200d Lee.', 1],
  ])('%s: %s', (language, text, count) => {
    const sentences = splitSentences(text, { language });
    expect(sentences).toHaveLength(count);
    for (const { start, end, text: own } of sentences) expect(text.slice(start, end)).toBe(own);
    expect(sentences[0]!.text.startsWith(text.slice(0, 2))).toBe(true);
    if (count > 1) expect(withoutInvisible(sentences.at(-1)!.text)).toBe(sentences.at(-1)!.text);
  });

  test('are those of the text without them, with offsets into the text with them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.array(fc.constantFrom(...INVISIBLE), { minLength: 1, maxLength: 4 }), (text, marks) => {
        const given = sprinkle(text, marks);
        const cut = splitSentences(given, { language: 'de' });
        expect(cut.map((sentence) => withoutInvisible(sentence.text))).toEqual(
          splitSentences(text, { language: 'de' }).map((sentence) => sentence.text),
        );
        for (const { start, end, text: own } of cut) expect(given.slice(start, end)).toBe(own);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});

test('the language is the same', () => {
  for (const text of TEXTS) expect(detectLanguage(sprinkle(text, INVISIBLE))).toEqual(detectLanguage(text));
});

describe('the model', () => {
  let embedder: AdditiveEmbedder;
  beforeAll(async () => {
    embedder = (await createEmbedder()) as AdditiveEmbedder;
  });

  test('gives the same vectors', async () => {
    const marks = [...INVISIBLE, '\u0640', '\u200b', '\ufeff', '\u2060'];
    for (const text of TEXTS) expect(await embedder.embed([sprinkle(text, marks)])).toEqual(await embedder.embed([text]));
  });

  test('gives pieces whose places are in the text as it stands', async () => {
    const [text] = TEXTS as [string];
    const given = sprinkle(text, ['\u00ad']);
    const [plain, pieces] = [await embedder.pieces!([text]), await embedder.pieces!([given])];
    const wordsOf = (from: string, { starts, ends }: typeof plain): string[] =>
      Array.from(starts, (start, index) => withoutInvisible(from.slice(start, ends[index])));
    expect(wordsOf(given, pieces)).toEqual(wordsOf(text, plain));
  });
});

describe('names', () => {
  test('with soft hyphens are mentions of the name', () => {
    const plain = documentOf('en', 'en', 'Jürgen Habermann spoke in Bonn. Later Habermann left.');
    const hyphened = documentOf('de', 'de', 'Jürgen Haber\u00admann sprach in Bonn. Später ging Haber\u00admann.');
    const bead = (index: number) => ({
      source: [index, index + 1] as [number, number],
      target: [index, index + 1] as [number, number],
      similarity: 0.9,
      confidence: 0.9,
    });
    const names = traceNames({
      documents: [plain, hyphened],
      pairs: [{ source: 'en', target: 'de', relation: 'parallel', relationConfidence: 1, sameEvent: 1, beads: [bead(0), bead(1)] }],
    } as never);
    const name = names.find(({ canonical }) => canonical.includes('Habermann'))!;
    const mentions = name.mentions.filter(({ document }) => document === 'de');
    expect(mentions.length).toBeGreaterThanOrEqual(2);
    for (const { start, end, text, kind } of mentions) {
      expect(hyphened.text.slice(start, end)).toBe(text);
      expect(kind).toBe('exact');
    }
  });
});

test('places come back as they were', () => {
  const document = documentOf('x', 'de', 'Die Re\u00adgie\u00adrung kam. \u200fAlle gin\u00adgen.');
  const { visible, restore } = visibleDocuments({ documents: [document] });
  expect(visible.documents[0]!.text).toBe('Die Regierung kam. Alle gingen.');
  const places = visible.documents[0]!.sentences.map(({ start, end, text }) => ({ document: 'x', start, end, text }));
  expect(places.map(({ start, end, text }) => visible.documents[0]!.text.slice(start, end) === text)).toEqual([true, true]);
  expect(restore(places)).toEqual(document.sentences.map(({ start, end, text }) => ({ document: 'x', start, end, text })));
  expect(visibleDocuments({ documents: [visible.documents[0]!] }).visible.documents[0]).toBe(visible.documents[0]);
});
