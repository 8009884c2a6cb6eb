import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AlignmentError } from '../../src/errors.ts';
import { traceLineage } from '../../src/lineage/trace-lineage.ts';
import { restoreNames } from '../../src/names/restore-names.ts';
import { traceNames } from '../../src/names/trace-names.ts';
import type { TracedName } from '../../src/types.ts';
import { newsAlignment, spellings } from '../support/news.ts';
import { scoreNames } from '../support/score-names.ts';
import { seedAlignment } from '../support/seed-alignment.ts';

function named(names: readonly TracedName[], canonical: string): TracedName {
  const name = names.find((candidate) => candidate.canonical === canonical);
  if (name === undefined) throw new Error(`no ${canonical} among ${names.map((candidate) => candidate.canonical).join(', ')}`);
  return name;
}

describe('the seeds', () => {
  const alignment = seedAlignment();
  const names = traceNames(alignment);

  test('with the gold beads, names.json is met: linked, unmixed, of the right kind', () => {
    const score = scoreNames(names, alignment.documents);
    expect(score.count).toBeGreaterThan(400);
    expect(score.linked, score.problems.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(score.wrong, score.problems.join('\n')).toBeLessThanOrEqual(0.03);
    expect(score.kinds, score.problems.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  test('without any bead, most names are still linked', () => {
    const alone = traceNames({ documents: alignment.documents, pairs: [] });
    const score = scoreNames(alone, alignment.documents);
    expect(score.linked, score.problems.join('\n')).toBeGreaterThanOrEqual(0.9);
    expect(score.wrong, score.problems.join('\n')).toBeLessThanOrEqual(0.03);
  });

  test('no common word is listed as a name', () => {
    const listed = new Set(names.map(({ canonical }) => canonical.toLowerCase()));
    const words =
      'the however president presiden minister kamis jumat russian ukrainian friday february stop done crisis meanwhile finally special envoy'.split(
        ' ',
      );
    expect(words.filter((word) => listed.has(word))).toEqual([]);
  });

  test('mentions stand where they say, none twice, with romanised forms', () => {
    const texts = new Map(alignment.documents.map(({ id, text }) => [id, text]));
    for (const { mentions } of names) {
      for (const { document, start, end, text, romanized, similarity } of mentions) {
        expect(texts.get(document)!.slice(start, end)).toBe(text);
        expect(romanized).toMatch(/^[\p{Script=Latin}\p{M}\p{P}\p{N} ]+$/u);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
      }
    }
    const places = names.flatMap(({ mentions }) => mentions.map(({ document, start }) => `${document} ${start}`));
    expect(new Set(places).size).toBe(places.length);
  });

  test('what is garbled says why', () => {
    const witcaf = named(names, 'Steve Witkoff').mentions.find(({ text }) => text === 'Witcaf')!;
    expect(witcaf.kind).toBe('garbled');
    expect(witcaf.evidence!.join('; ')).toMatch(/aligned with the name in \d bead.*letters changed: .*→/);
  });
});

describe('people who share a name', () => {
  test('a given name', () => {
    const names = traceNames(
      newsAlignment([
        [
          'en',
          'en',
          [
            'Supreme Leader Ali Khamenei met his adviser Ali Shamkhani in Tehran.',
            'Khamenei said little.',
            'Then Shamkhani spoke at length.',
          ],
        ],
        [
          'id',
          'id',
          [
            'Pemimpin Ali Khamenei bertemu penasihat Ali Shamkani di Teheran.',
            'Khamenei tidak banyak bicara.',
            'Kemudian Shamkani berbicara panjang.',
          ],
        ],
      ]),
    );
    expect(spellings(names)).toMatchObject({
      'Ali Khamenei': ['Ali Khamenei', 'Khamenei'],
      'Ali Shamkhani': ['Ali Shamkani', 'Ali Shamkhani', 'Shamkani', 'Shamkhani'],
    });
  });

  test('a family name, in four scripts', () => {
    const names = traceNames(
      newsAlignment([
        ['en', 'en', ['On Friday Kim Jong Un sent his sister Kim Yo Jong to the talks.', 'It was Kim Yo Jong who met Moon Jae-in.']],
        ['ko', 'ko', ['김정은은 금요일에 여동생 김여정을 회담에 보냈다.', '문재인을 만난 사람은 김여정이었다.']],
        ['ja', 'ja', ['金正恩は金曜日に妹の金与正を会談に派遣した。', '文在寅と会談したのは金与正だった。']],
        [
          'es',
          'es',
          [
            'El viernes Kim Jong-un envió a su hermana Kim Yo-jong a las conversaciones.',
            'Fue Kim Yo-jong quien se reunió con Moon Jae-in.',
          ],
        ],
      ]),
    );
    expect(spellings(names)).toMatchObject({
      'Kim Jong Un': ['Kim Jong Un', 'Kim Jong-un', '金正恩', '김정은'],
      'Kim Yo Jong': ['Kim Yo Jong', 'Kim Yo-jong', '金与正', '김여정'],
    });
  });

  test('both, but for an initial', () => {
    const lines = [
      'It was George H. W. Bush who led the way, not his son George W. Bush.',
      'When George W. Bush left, Barbara Bush stayed.',
    ];
    const names = traceNames(
      newsAlignment([
        ['en', 'en', lines],
        ['en2', 'en', lines],
      ]),
    );
    expect(spellings(names)).toMatchObject({
      'George H. W. Bush': ['George H. W. Bush'],
      'George W. Bush': ['George W. Bush'],
      'Barbara Bush': ['Barbara Bush'],
    });
  });

  test('a family name alone joins the one last named in full', () => {
    const lines = ['We saw Barbara Harlow first.', 'Then Harlow left.', 'We saw Edward Harlow next.', 'Then Harlow slept.'];
    const names = traceNames(newsAlignment([['en', 'en', lines]]));
    const sentences = (canonical: string) => named(names, canonical).mentions.map(({ sentence }) => sentence);
    expect(sentences('Barbara Harlow')).toEqual([0, 1]);
    expect(sentences('Edward Harlow')).toEqual([2, 3]);
  });
});

describe('kinds and canonical forms', () => {
  const alignment = newsAlignment([
    [
      'en',
      'en',
      [
        'Prime Minister Keir Starmer spoke to Narendra Modi by phone.',
        'Then Starmer flew to Kyiv and London.',
        'The trip to Kherson was put off by Starmer.',
      ],
    ],
    [
      'bad',
      'en',
      [
        'Prime minister Kier Starmar talked with Narender Mody on the phone.',
        'Then Starmar flew to Kiev and London.',
        'The trip to Hersona was delayed by Starmar.',
      ],
    ],
    [
      'es',
      'es',
      [
        'El primer ministro Keir Starmer habló con Narendra Modi por teléfono.',
        'Luego Starmer voló a Kiev y Londres.',
        'El viaje a Jersón fue aplazado por Starmer.',
      ],
    ],
  ]);
  const names = traceNames(alignment);
  const kinds = (canonical: string) =>
    Object.fromEntries(named(names, canonical).mentions.map(({ document, text, kind }) => [`${document} ${text}`, kind]));

  test('a name in full is exact, and so is a part of it', () => {
    expect(kinds('Keir Starmer')).toMatchObject({
      'en Keir Starmer': 'exact',
      'en Starmer': 'exact',
      'bad Kier Starmar': 'garbled',
      'bad Starmar': 'garbled',
    });
  });

  test('an exonym is a variant at home and a conventional form abroad', () => {
    expect(kinds('Kyiv')).toMatchObject({ 'en Kyiv': 'exact', 'bad Kiev': 'variant', 'es Kiev': 'transliterated' });
    expect(kinds('London')).toMatchObject({ 'es Londres': 'transliterated' });
  });

  test('a garbled document is put right, as parts and in full', () => {
    const restored = restoreNames({ ...alignment, names }, 'bad');
    expect(restored.text).toContain('Prime minister Keir Starmer talked with Narendra Modi');
    expect(restored.text).toContain('delayed by Starmer');
    expect(restored.text).toContain('flew to Kiev');
  });
});

describe('a glossary', () => {
  const alignment = newsAlignment([['el', 'en', ['Yesterday they left Hersona and Luhank for the sea.', 'In Hersona it rained.']]]);

  test('wins over guesses, and brings in names that stand in no document', () => {
    const names = traceNames(alignment, { knownNames: [{ canonical: 'Kherson', forms: ['Hersona'] }] });
    expect(named(names, 'Kherson').mentions.map(({ text, kind }) => [text, kind])).toEqual([
      ['Hersona', 'garbled'],
      ['Hersona', 'garbled'],
    ]);
    expect(restoreNames({ ...alignment, names }, 'el').text).toBe(
      'Yesterday they left Kherson and Luhank for the sea.\nIn Kherson it rained.',
    );
  });

  test('brings in a name by its sound alone, where nothing else is as near', () => {
    const names = traceNames(alignment, { knownNames: [{ canonical: 'Kherson' }, { canonical: 'Luhansk' }, { canonical: 'Montevideo' }] });
    expect(spellings(names)).toEqual({ Kherson: ['Hersona'], Luhansk: ['Luhank'] });
    expect(restoreNames({ ...alignment, names }, 'el').text).toBe(
      'Yesterday they left Kherson and Luhansk for the sea.\nIn Kherson it rained.',
    );
  });

  test('keeps apart what sounds alike', () => {
    const texts = newsAlignment([
      ['a', 'en', ['We met Torvald there.']],
      ['b', 'en', ['We met Torvalt there.']],
    ]);
    expect(traceNames(texts)).toHaveLength(1);
    expect(traceNames(texts, { knownNames: [{ canonical: 'Torvald' }, { canonical: 'Torvalt' }] })).toHaveLength(2);
  });

  test.each<[string, unknown]>([
    [
      'one spelling under two names',
      [
        { canonical: 'Kherson', forms: ['Hersona'] },
        { canonical: 'Herson', forms: ['hersona'] },
      ],
    ],
    ['no list', { canonical: 'Kherson' }],
    ['no canonical form', [{ forms: ['x'] }]],
    ['a blank form', [{ canonical: 'Kherson', forms: [' '] }]],
    ['forms that are no list', [{ canonical: 'Kherson', forms: 'Hersona' }]],
  ])('%s is refused', (_, knownNames) => {
    const call = () => traceNames(alignment, { knownNames: knownNames as never });
    expect(call).toThrow(AlignmentError);
    expect(call).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }));
  });
});

describe('odd input', () => {
  test.each<[string, string, string[]]>([
    ['names of one letter', 'en', ['A said X. Y is Z.', 'And then X met Y.']],
    ['capitals throughout', 'en', ['THE WHOLE TEXT IS IN CAPITALS AND NOTHING ELSE', 'ANOTHER LINE OF THEM']],
    ['emoji in names', 'en', ['We met 🙂Z😀oë🙂 and 😀😀.']],
    ['right-to-left text, mixed', 'he', ['שלום Torvald לכולם 🙂', 'לא קרה (דבר) — 123']],
    ['no letters', 'und', ['123 — 456', '…']],
    ['empty sentences', 'en', ['', '   ']],
    ['a lone surrogate', 'en', ['We met \ud800 there.']],
  ])('%s: no crash, no two things joined', (_, language, lines) => {
    const names = traceNames(
      newsAlignment([
        ['a', language, lines],
        ['b', 'en', ['nothing to see here.', 'not here either.']],
      ]),
    );
    for (const { mentions } of names) expect(new Set(mentions.map(({ text }) => text.toLowerCase())).size).toBe(1);
  });

  test('any text at all is traced, and every mention stands where it says', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        'Putin',
        'Witkoff',
        '普京',
        '史蒂夫·威特科夫',
        'von',
        'der',
        'U.S.',
        "l'Ukraine",
        'Путина',
        'الرئيس',
        '·',
        'McDonald',
        'PutinSteve',
        '김정은은',
        'プーチン',
        '-',
        '\n',
        'I',
        'St.',
      ),
    );
    const line = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '));
    const text = fc.tuple(
      fc.constantFrom('en', 'id', 'zh', 'ja', 'ko', 'ar', 'he', 'de', 'ru', 'th', 'und'),
      fc.array(line, { maxLength: 4 }),
    );
    fc.assert(
      fc.property(text, text, ([one, first], [other, second]) => {
        const alignment = newsAlignment([
          ['a', one, first],
          ['b', other, second],
        ]);
        const texts = new Map(alignment.documents.map((document) => [document.id, document.text]));
        const names = traceNames(alignment);
        for (const { mentions } of names) {
          expect(mentions.length).toBeGreaterThan(0);
          for (const mention of mentions) expect(texts.get(mention.document)!.slice(mention.start, mention.end)).toBe(mention.text);
        }
        restoreNames({ ...alignment, names }, 'a');
        traceLineage({ ...alignment, names });
      }),
      { seed: 20_250_504, numRuns: 150 },
    );
  });

  test('no documents have no names', () => {
    expect(traceNames({ documents: [], pairs: [] })).toEqual([]);
  });
});
