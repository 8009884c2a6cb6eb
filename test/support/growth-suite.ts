/** Inputs that repeat one small thing, at one size and eight times that size: time may grow with the size, not with its square. */
import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { textOfFile } from '../../src/cli/read-inputs.ts';
import {
  type Alignment,
  alignDocuments,
  createEmbedder,
  detectLanguage,
  type Embedder,
  findDivergences,
  formats,
  nameSimilarity,
  renderHtml,
  splitByLanguage,
  splitSentences,
  traceNames,
} from '../../src/index.ts';
import type { AdditiveEmbedder } from '../../src/types.ts';

/** What is repeated. */
const units: readonly string[] = [
  ...['a', 'A', 'Ab ', 'a. ', '. ', '.', '...', '?"', '"', '“', "'", '(', '1', '1,', '1.', '9 ', '[1]', '|', '-', '@', '%', '·'],
  ...['中', '。', '“”', '，', 'ก', 'ก ', '한', 'カ', 'カ・', 'д', 'Д', 'Д ', 'ا', 'ה', '普京', '特·', '十', '百万', '二', '点', '不'],
  ...['A.', 'A. ', 'Mr. ', 'A-', "A'", 'Ab-Cd ', 'A·', 'Al-', 'van ', 'of the ', 'Steve Witkoff ', 'Wit', 'İ', 'ß'],
  ...[
    '\u0301',
    'a\u0301',
    '\u1100\u1161',
    '\n',
    ' ',
    '\r',
    '\t',
    'x\n',
    'A b.\n',
    '😀',
    '\ud800',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u{1fae9}',
  ],
  ...[
    'http://a.b/',
    'not ',
    'million ',
    'May 1 ',
    '2026',
    '1/2/',
    'half ',
    '½',
    '1st ',
    'III ',
    'twenty-',
    'one hundred ',
    'dua puluh ',
    'двадцать ',
    '“a” ',
  ],
  ...[
    '<b>',
    '<p>',
    '<p>a</p>',
    '<a href=x>',
    '<',
    '>',
    '</p>',
    '<!--',
    '<![CDATA[',
    '&amp;',
    '&',
    '<x a=1 ',
    '<script>',
    '<table><tr><td>',
    '<blockquote>',
  ],
  ...[
    '*',
    '**a',
    '_',
    '`',
    '[',
    '](',
    '![',
    '> ',
    '- ',
    '* * ',
    '~~',
    '|a',
    '\\',
    '# ',
    '    ',
    '&lt;',
    '<a@b.c>',
    '[x]: y\n',
    '```\n',
    '1) ',
  ],
  ...['{', '[', '"a":', '{"a":', '[0]:[0]:1\n', '0\t0\t1\n', 'a\tb\n', '\\t', '<tu>', '<seg>', '<s id="1">', '%'],
];

interface Stage {
  readonly name: string;
  readonly run: (text: string, embedder: Embedder) => unknown;
  /** It compares each sentence with each, and takes so many nanoseconds for a unit of text times another. */
  readonly each?: number;
}

const whole = (id: string, language: string, text: string): Alignment['documents'][number] => ({
  id,
  language,
  languageConfidence: 1,
  text,
  sentences: text === '' ? [] : [{ index: 0, start: 0, end: text.length, text }],
});
const cut = (id: string, language: string, text: string): Alignment['documents'][number] => ({
  ...whole(id, language, text),
  sentences: splitSentences(text, { language }).map((span, index) => ({ index, ...span })),
});
const joined = (one: Alignment['documents'][number], other: Alignment['documents'][number]): Alignment => ({
  documents: [one, other],
  pairs: [
    {
      source: one.id,
      target: other.id,
      relation: 'parallel',
      relationConfidence: 1,
      sameEvent: 1,
      beads: Array.from({ length: Math.min(one.sentences.length, other.sentences.length) }, (_, k) => ({
        source: [k, k + 1],
        target: [k, k + 1],
        similarity: 0.9,
        confidence: 0.95,
      })),
    },
  ],
  names: [],
  groups: [],
  findings: [],
  lineage: [],
  warnings: [],
  model: { id: 'none', revision: 'none', dimensions: 0 },
});
const other = 'Steve Witkoff met Yuri Ushakov and Putin in Moscow on 25 April; 3 million people.';
const tmx = (inner: string): string =>
  `<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>${inner}</seg></tuv></tu></body></tmx>`;

const stages: readonly Stage[] = [
  { name: 'splitSentences', run: (text) => [splitSentences(text), splitSentences(text, { language: 'th' })] },
  { name: 'detectLanguage', run: (text) => detectLanguage(text) },
  { name: 'splitByLanguage', run: (text) => splitByLanguage(text) },
  { name: 'vectors', run: (text, embedder) => embedder.embed([text]) },
  { name: 'pieces', run: (text, embedder) => (embedder as AdditiveEmbedder).pieces([text]) },
  { name: 'names of one long sentence', run: (text) => traceNames(joined(whole('a', 'en', text), whole('b', 'en', other))) },
  { name: 'names in Chinese', run: (text) => traceNames(joined(whole('a', 'zh', text), whole('b', 'en', other))) },
  { name: 'names of many sentences', run: (text) => traceNames(joined(cut('a', 'ru', text), cut('b', 'ja', text))) },
  { name: 'findings of one long sentence', run: (text) => findDivergences(joined(whole('a', 'en', text), whole('b', 'id', `${text} 3`))) },
  { name: 'findings in Chinese', run: (text) => findDivergences(joined(whole('a', 'zh', text), whole('b', 'ja', `${text}3`))) },
  { name: 'findings of many sentences', run: (text) => findDivergences(joined(cut('a', 'en', text), cut('b', 'de', `${text} 3`))) },
  { name: 'report', run: (text) => renderHtml(joined(cut('a', 'en', text), whole('b', 'de', text))) },
  // what is not plainly parallel is aligned freely
  { name: 'alignDocuments', run: (text, embedder) => alignDocuments([text, `${text} x`], { embedder }), each: 6 },
  { name: 'nameSimilarity', run: (text) => nameSimilarity(text.slice(0, 400), `${text.slice(0, 399)}x`) },
  { name: 'html', run: (text) => textOfFile(strToU8(text), 'a.html') },
  { name: 'md', run: (text) => textOfFile(strToU8(text), 'a.md') },
  { name: 'tsv', run: (text) => formats.tsv.read(text) },
  { name: 'tmx', run: (text) => formats.tmx.read(tmx(text)) },
  { name: 'tmx, raw', run: (text) => formats.tmx.read(`<tmx ${text}`) },
  { name: 'xliff', run: (text) => formats.xliff.read(`<xliff version="2.0" srcLang="en">${text}</xliff>`) },
  { name: 'vecalign', run: (text) => formats.vecalign.read(`[${text}]:[0]:1\n${text}`) },
  { name: 'ladder', run: (text) => formats.ladder.read(`0\t0\t0\n${text}`) },
  { name: 'json', run: (text) => formats.json.read(text) },
  { name: 'moses', run: (text) => formats.moses.read({ source: text, target: text }) },
  { name: 'intertext', run: (text) => formats.intertext.read({ source: `<t>${text}</t>`, target: text, alignment: text }) },
];

/** Define the tests: every `step`-th unit, at `size` units of text and eight times that. */
export function expectGrowth(size: number, step: number): void {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await createEmbedder();
    for (const { run } of stages)
      await Promise.resolve(other)
        .then((text) => run(text, embedder))
        .catch(() => undefined); // tables are loaded once
  });
  const time = async ({ run }: Stage, unit: string, length: number): Promise<number> => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    const start = process.cpuUsage().user;
    try {
      await run(text, embedder);
    } catch (error) {
      if ((error as Error).name !== 'AlignmentError') throw error;
    }
    return (process.cpuUsage().user - start) / 1000;
  };
  describe(`time grows with the input, ${size} units to ${8 * size}`, () => {
    test.each(stages.map((stage) => [stage.name, stage] as const))('%s', async (_, stage) => {
      const slow: string[] = [];
      for (const [k, unit] of units.entries()) {
        if ((k + stages.indexOf(stage)) % step !== 0) continue;
        const large = await time(stage, unit, 8 * size);
        if (large < 150) continue;
        const [small, again] = [await time(stage, unit, size), Math.min(large, await time(stage, unit, 8 * size))];
        const most = stage.each ? 1000 + (stage.each * (8 * size) ** 2) / 1e6 : Number.POSITIVE_INFINITY;
        if (again > (stage.each ? 100 : 25) * Math.max(small, 4) || again > most)
          slow.push(`${JSON.stringify(unit)}: ${Math.round(small)} ms, then ${Math.round(again)} ms`);
      }
      expect(slow).toEqual([]);
    });
  });
}
