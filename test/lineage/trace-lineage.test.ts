import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AlignmentError } from '../../src/errors.ts';
import { habitMarks } from '../../src/lineage/spelling-habits.ts';
import { longestRising, traceLineage } from '../../src/lineage/trace-lineage.ts';
import { letterChanges } from '../../src/names/linking/name-evidence.ts';
import { nameKind } from '../../src/names/name-kind.ts';
import { restoreNames } from '../../src/names/restore-names.ts';
import { traceNames } from '../../src/names/trace-names.ts';
import { newsAlignment } from '../support/news.ts';
import { seedAlignment } from '../support/seed-alignment.ts';

describe('lineage', () => {
  const seeds = seedAlignment();
  const lineage = traceLineage({ ...seeds, names: traceNames(seeds) });
  const entry = (id: string) => lineage.find(({ document }) => document === id);

  test('the garbled article comes after the one that has its names right', () => {
    expect(entry('000')).toMatchObject({ source: '001' });
    expect(entry('000')!.evidence.join('; ')).toMatch(/garbles what 001 has right: .*Witcaf/);
  });

  test('a translation that gives names in Latin letters as well comes after its original', () => {
    expect(entry('002:zh')).toMatchObject({ source: '002:en' });
    expect(entry('002:en')).toBeUndefined();
  });

  test('spellings tell the language on the way', () => {
    expect(entry('004')).toMatchObject({ through: 'el' });
    expect(entry('004')!.source).toBeUndefined();
  });

  test('every claim has a confidence and evidence', () => {
    for (const { confidence, evidence } of lineage) {
      expect(confidence).toBeGreaterThan(0.3);
      expect(confidence).toBeLessThanOrEqual(0.9);
      expect(evidence.length).toBeGreaterThan(0);
    }
  });

  test('without beads and without odd spellings nothing is claimed', () => {
    const alignment = newsAlignment(
      [
        ['a', 'en', ['We met Torvald there.']],
        ['b', 'en', ['Then Olenko spoke.']],
      ],
      { beads: false },
    );
    expect(traceLineage({ ...alignment, names: traceNames(alignment) })).toEqual([]);
  });

  test('equal texts have no direction', () => {
    const lines = ['We met Torvald there.', 'Then Olenko spoke.', 'And Torvald left.', 'Nobody saw Olenko again.'];
    const alignment = newsAlignment([
      ['a', 'en', lines],
      ['b', 'en', lines],
    ]);
    expect(traceLineage({ ...alignment, names: traceNames(alignment) })).toEqual([]);
    // unless they are dated
    alignment.documents[0]!.date = '2025-05-02';
    alignment.documents[1]!.date = '2025-05-01';
    expect(traceLineage({ ...alignment, names: traceNames(alignment) })).toMatchObject([{ document: 'a', source: 'b' }]);
  });

  test('the longest rising run is what trying all subsequences finds', () => {
    const byTrying = (values: readonly number[]): number => {
      let best = 0;
      for (let mask = 0; mask < 1 << values.length; mask++) {
        const chosen = values.filter((_, index) => mask & (1 << index));
        if (chosen.every((value, index) => index === 0 || chosen[index - 1]! <= value)) best = Math.max(best, chosen.length);
      }
      return best;
    };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 9 }), (values) => {
        expect(longestRising(values)).toBe(byTrying(values));
      }),
      { seed: 20_250_503, numRuns: 200 },
    );
  });
});

describe('spelling habits', () => {
  test.each([
    [
      'el',
      [
        ['Ushakov', 'Usakov'],
        ['Zaporizhzhia', 'Zaporizia'],
        ['Kherson', 'Hersona'],
      ],
    ],
    [
      'id',
      [
        ['Crimea', 'Krimea'],
        ['Moscow', 'Moskow'],
      ],
    ],
    [
      'de',
      [
        ['Ushakov', 'Uschakow'],
        ['Lavrov', 'Lawrow'],
      ],
    ],
    [
      'fr',
      [
        ['Putin', 'Poutine'],
        ['Ushakov', 'Ouchakov'],
      ],
    ],
  ] as const)('%s explains its spellings best', (language, pairs) => {
    const weights = [...habitMarks(pairs)].map(([tag, marks]) => [tag, marks.reduce((sum, { weight }) => sum + weight, 0)] as const);
    expect(weights.sort((a, b) => b[1] - a[1])[0]![0]).toBe(language);
  });
});

describe('kinds', () => {
  test.each<[string, string, string, string, 'person' | 'place' | 'organization', string]>([
    ['Putin', 'en', 'Vladimir Putin', 'en', 'person', 'exact'],
    ['PUTIN', 'en', 'Vladimir Putin', 'en', 'person', 'exact'],
    ['Sergei Lavrov', 'en', 'Sergey Lavrov', 'en', 'person', 'variant'],
    ['Zelensky', 'en', 'Volodymyr Zelenskyy', 'en', 'person', 'variant'],
    ['Ušakov', 'en', 'Ushakov', 'en', 'person', 'variant'],
    ['Usakov', 'en', 'Ushakov', 'en', 'person', 'garbled'],
    ['Witcaf', 'id', 'Steve Witkoff', 'en', 'person', 'garbled'],
    ['普京', 'zh', 'Vladimir Putin', 'en', 'person', 'transliterated'],
    ['Путиным', 'ru', 'Путин', 'ru', 'person', 'variant'],
    ['Fox', 'en', 'Fox News', 'en', 'organization', 'variant'],
    ['Social Truth', 'en', 'Truth Social', 'en', 'organization', 'garbled'],
    ['Kim Jong-un', 'en', 'Kim Jong Un', 'en', 'person', 'exact'],
  ])('%s (%s) beside %s (%s), a %s: %s', (text, language, canonical, other, type, kind) => {
    expect(nameKind({ text, language }, { text: canonical, language: other }, type, [])).toBe(kind);
  });

  test.each([
    ['Steve Witkoff', 'Witcaf', 'kof → ca'],
    ['Ushakov', 'Usakov', 'h → ∅'],
    ['Kyiv', 'Kyiv', ''],
  ])('the letters changed from %s to %s are told', (canonical, written, changes) => {
    expect(letterChanges(canonical, written)).toBe(changes);
  });
});

describe('restoreNames', () => {
  const seeds = seedAlignment();
  const alignment = { ...seeds, names: traceNames(seeds) };

  test('changes only what it lists, at offsets into the text before', () => {
    const { text } = alignment.documents[0]!;
    const restored = restoreNames(alignment, '000');
    expect(restored.changes.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      'Steve Witcaf → Steve Witkoff',
      'Witcaf → Witkoff',
      'Witcaf → Witkoff',
      'Whitcaff → Witkoff',
      'Witcaf → Witkoff',
      'Kiv → Kyiv',
      'Volodmir Zelensky → Volodymyr Zelenskyy',
    ]);
    let again = '';
    let done = 0;
    for (const { start, end, from, to } of restored.changes) {
      expect(text.slice(start, end)).toBe(from);
      again += text.slice(done, start) + to;
      done = end;
    }
    expect(restored.text).toBe(again + text.slice(done));
  });

  test('a document with nothing garbled comes back as it is', () => {
    expect(restoreNames(alignment, '001')).toEqual({ text: alignment.documents[1]!.text, changes: [] });
  });

  test('the parts of a mixed document are restored under its id', () => {
    expect(restoreNames(alignment, '002').text).toBe(alignment.documents[2]!.text);
  });

  test('an id that no document has is refused', () => {
    expect(() => restoreNames(alignment, 'x')).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }));
    expect(() => restoreNames(alignment, 'x')).toThrow(AlignmentError);
  });
});
