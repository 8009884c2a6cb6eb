import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AlignmentError } from '../../src/errors.ts';
import { longestRising } from '../../src/lineage/copy-evidence.ts';
import { describeLineage } from '../../src/lineage/describe-lineage.ts';
import { onlyExplanation } from '../../src/lineage/passed-language.ts';
import { traceLineage } from '../../src/lineage/trace-lineage.ts';
import { letterChanges } from '../../src/names/linking/name-evidence.ts';
import { nameKind } from '../../src/names/name-kind.ts';
import { restoreNames } from '../../src/names/restore-names.ts';
import { traceNames } from '../../src/names/trace-names.ts';
import type { Lineage } from '../../src/types.ts';
import { newsAlignment } from '../support/news.ts';
import { seedAlignment } from '../support/seed-alignment.ts';

describe('lineage', () => {
  const seeds = seedAlignment();
  const lineage = traceLineage({ ...seeds, names: traceNames(seeds) });
  const entry = (id: string) => lineage.find(({ document }) => document === id);

  test('a translation that gives names in Latin letters as well comes after its original', () => {
    expect(entry('002:zh')).toMatchObject({ kind: 'derived', source: '002:en' });
    expect(entry('002:en')).toBeUndefined();
  });

  test('neither of two retellings of one report is made from the other', () => {
    expect(entry('000')?.source).toBeUndefined();
    expect(entry('001')?.source).toBeUndefined();
  });

  test('every claim has a confidence of one half or more, and evidence', () => {
    for (const { confidence, evidence } of lineage) {
      expect(confidence).toBeGreaterThanOrEqual(0.5);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(new Set(evidence).size).toBe(evidence.length);
      expect(evidence.length).toBeGreaterThan(0);
    }
  });

  test('without beads nothing is claimed', () => {
    const alignment = newsAlignment(
      [
        ['a', 'en', ['We met Torvald there.']],
        ['b', 'en', ['Then Olenko spoke.']],
      ],
      { beads: false },
    );
    expect(traceLineage({ ...alignment, names: traceNames(alignment) })).toEqual([]);
  });

  test('equal texts have no direction, unless they are dated: a text is not made from a later one', () => {
    const lines = ['We met Torvald there.', 'Then Olenko spoke.', 'And Torvald left.', 'Nobody saw Olenko again.'];
    const alignment = newsAlignment([
      ['a', 'en', lines],
      ['b', 'en', lines],
    ]);
    expect(traceLineage({ ...alignment, names: [] })).toEqual([]);
    alignment.documents[0]!.date = '2025-05-02';
    alignment.documents[1]!.date = '2025-05-01';
    expect(traceLineage({ ...alignment, names: [] })).toMatchObject([{ document: 'a', source: 'b' }]);
  });

  test('what garbles the names that the other has right was made from it, and what it lacks speaks against that', () => {
    const shared = ['Nobody was hurt.', 'The hall was full.', 'Doors had opened at eight.', 'A choir sang.', 'Buses ran late.'];
    const original = ['Marta Olenko came to Lund.', 'Torvald Brekke spoke.', 'Olenko left at noon.', ...shared, 'Brekke stayed there.'];
    const copy = ['Marta Olenka came to Lund.', 'Torvald Breke spoke.', 'Olenka left at noon.', ...shared, 'It rained.'];
    const alignment = newsAlignment([
      ['copy', 'en', copy],
      ['original', 'en', original],
    ]);
    alignment.pairs[0]!.beads = alignment.pairs[0]!.beads.slice(0, -1).map((bead) => ({ ...bead, confidence: 1 }));
    const mention = (document: string, text: string, kind: 'exact' | 'garbled') => ({
      document,
      sentence: 0,
      start: 0,
      end: text.length,
      text,
      kind,
      romanized: text,
      similarity: 1,
      beads: [],
    });
    const names = ['Olenko Olenka', 'Brekke Breke', 'Lund Lunt', 'Torvald Torvalt'].map((forms) => {
      const [right, wrong] = forms.split(' ') as [string, string];
      return {
        canonical: right,
        type: 'person' as const,
        mentions: [mention('original', right, 'exact'), mention('copy', wrong, 'garbled')],
      };
    });
    const [claim, ...others] = traceLineage({ ...alignment, names });
    expect(others).toEqual([]);
    expect(claim).toMatchObject({ document: 'copy', kind: 'derived', source: 'original' });
    expect(claim!.evidence.join('; ')).toContain('it garbles names that original has right: Olenka, Breke, Lunt, Torvalt');
    expect(claim!.against).toEqual(['one sentence of it is not in original']);
    // one odd name does not say which of two texts was first
    expect(traceLineage({ ...alignment, names: names.slice(0, 1) })).toEqual([]);
  });

  test('blanks that machine translation leaves say which of two texts came second', () => {
    const lines = ['We met Torvald there.', 'Then Olenko spoke.', 'And Torvald left.', 'Nobody saw Olenko again.'];
    const alignment = newsAlignment([
      ['first', 'en', lines],
      ['second', 'en', ['We met Torvald there .', ...lines.slice(1)]],
    ]);
    const [claim] = traceLineage({ ...alignment, names: [] });
    expect(claim).toMatchObject({ document: 'second', source: 'first' });
    expect(claim!.evidence.at(-1)).toBe('blanks stand where machine translation leaves them: “there .”');
  });

  test.each<[Omit<Lineage, 'confidence' | 'evidence' | 'against'>, string]>([
    [{ document: 'c', kind: 'derived', source: 'a' }, 'c was likely made from a, or from the text behind it (80 %)'],
    [
      { document: 'c', kind: 'derived', source: 'a', alternatives: ['b'], through: 'el' },
      'c was likely made from a or b, or from the text behind them, through Greek (80 %)',
    ],
    [{ document: 'c', kind: 'derived', through: 'el' }, 'c was likely made from a text that is not here, through Greek (80 %)'],
    [{ document: 'c', kind: 'common-source', with: ['d'] }, 'c likely comes from the same text as d, which is not here (80 %)'],
  ])('%j in words', (claim, words) => {
    expect(describeLineage({ ...claim, confidence: 0.8, evidence: [], against: [] })).toBe(words);
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

describe('the language passed through', () => {
  const text = (right: string, written: string) => onlyExplanation([right, written]);

  test.each([
    ['el', 'bira', 'mpira'],
    ['el', 'sibali', 'simpali'],
    ['zh', 'singapore', 'xinjiapo'],
    ['zh', 'halcyon', 'haierxiang'],
  ])('only %s makes of %s %s', (language, right, written) => {
    expect(text(right, written)).toBe(language);
  });

  test.each([
    ['kherson', 'kherson'],
    ['star', 'bintang'],
    ['mueller', 'muller'],
  ])('no one language alone makes of %s %s', (right, written) => {
    expect(text(right, written)).toBeUndefined();
  });

  const garbled = (pairs: readonly (readonly [string, string])[], languages: readonly string[]) => {
    const alignment = newsAlignment(languages.map((language, k) => [`d${k}`, language, ['One.', 'Two.']] as const));
    const names = pairs.map(([canonical, text]) => ({
      canonical,
      type: 'place' as const,
      mentions: [
        { document: 'd0', sentence: 0, start: 0, end: 4, text, kind: 'garbled' as const, romanized: text, similarity: 0.5, beads: [] },
      ],
    }));
    return traceLineage({ ...alignment, names }).find(({ document }) => document === 'd0')?.through;
  };
  const greek = [
    ['Bira', 'Mpira'],
    ['Sumatra', 'Soumatra'],
    ['Sibali', 'Simpali'],
    ['Benteng', 'Mpenteng'],
  ] as const;

  test('several spellings of one language are needed', () => {
    expect(garbled(greek, ['id', 'en'])).toBe('el');
    expect(garbled(greek.slice(0, 2), ['id', 'en'])).toBeUndefined();
  });

  test('the language of another document is not one that was passed through', () => {
    expect(garbled(greek, ['id', 'el'])).toBeUndefined();
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
