import { describe, expect, test } from 'vitest';
import { finishSteps } from '../../src/align/run-steps.ts';
import { findCapitalised } from '../../src/names/mentions/find-capitalised.ts';
import { traceNames } from '../../src/names/trace-names.ts';
import { newsAlignment, newsDocument, spellings } from '../support/news.ts';

function found(...texts: readonly (readonly [language: string, lines: readonly string[]])[]): string[] {
  const documents = texts.map(([language, lines], index) => newsDocument(String(index), language, lines));
  return [...new Set(finishSteps(findCapitalised(documents)).flatMap(({ text, weak }) => (weak ? [] : [text])))].sort();
}

describe('names are found whole', () => {
  test.each<[string, string, string[], string[]]>([
    ['with a connector', 'en', ['He studied at the University of Torvald before the war.'], ['University of Torvald']],
    ['with a noun after the name', 'en', ['Patients reached the Torvald National Hospital late.'], ['Torvald National Hospital']],
    ['with a noun before the name', 'id', ['Korban dibawa ke Rumah Sakit Torvald tadi malam.'], ['Rumah Sakit Torvald']],
    ['with a small noun beside a place', 'en', ['The road to Morvik airport was closed.'], ['Morvik airport']],
    ['with a number', 'en', ['It was the rocket Morvik-3 that failed.'], ['Morvik-3']],
    ['with an article in its middle', 'en', ['It was Faraj Morvik al-Dovari who spoke.'], ['Faraj Morvik al-Dovari']],
    ['without a legal form', 'en', ['A fire broke out at Morvik Dovari Ltd on the coast.'], ['Morvik Dovari']],
    ['without the business of an office', 'en', ['It was Minister of Shipping Lars Dovari who spoke.'], ['Lars Dovari']],
  ])('%s', (_, language, lines, expected) => {
    expect(found([language, lines])).toEqual(expected);
  });

  test('what several documents have is one name, whatever stands before it', () => {
    const texts = [
      ['en', ['It was Kolonel Bravo Dovari Menskov who spoke.']],
      ['es', ['Habló el jefazo Dovari Menskov en la sala.']],
    ] as const;
    expect(found(...texts)).toContain('Dovari Menskov');
  });
});

describe('names of scripts without capitals', () => {
  test('pinyin leads to Chinese names with their family names', () => {
    const names = traceNames(
      newsAlignment([
        ['en', 'en', ['Mayor Song Zhiyuan opened the bridge.', 'Then Song Zhiyuan left.']],
        ['zh', 'zh', ['市长宋志远为大桥揭幕。', '随后宋志远离开。']],
      ]),
    );
    expect(spellings(names)).toMatchObject({ 'Song Zhiyuan': ['Song Zhiyuan', '宋志远'] });
  });

  test('an office before and a verb of speech after tell a name that no other text has', () => {
    const names = traceNames({ documents: [newsDocument('zh', 'zh', ['董事长宋立群表示，公司会负责。'])], pairs: [] });
    expect(names.map(({ canonical }) => canonical)).toContain('宋立群');
  });

  const weekdays: Record<string, readonly [string, readonly string[]]> = {
    zh: ['市议会将于W再次开会。', ['星期二', '星期三', '星期六', '周日']],
    ja: ['市議会はWに再び開かれる。', ['火曜日', '水曜日', '土曜日', '日曜日']],
    ko: ['시의회는 W에 다시 열린다.', ['화요일', '수요일', '토요일', '일요일']],
    ar: ['يجتمع المجلس مرة أخرى يوم W.', ['الثلاثاء', 'الأربعاء', 'السبت', 'الأحد']],
    th: ['สภาเทศบาลจะประชุมอีกครั้งในW', ['วันอังคาร', 'วันพุธ', 'วันเสาร์', 'วันอาทิตย์']],
    hi: ['परिषद की बैठक W को फिर होगी।', ['मंगलवार', 'बुधवार', 'शनिवार', 'रविवार']],
    vi: ['Hội đồng sẽ họp lại vào W.', ['thứ Ba', 'thứ Tư', 'thứ Bảy', 'Chủ nhật']],
  };
  test.each(Object.keys(weekdays))('weekdays are none: %s', (language) => {
    const [text, days] = weekdays[language]!;
    for (const [index, day] of ['Tuesday', 'Wednesday', 'Saturday', 'Sunday'].entries()) {
      const names = traceNames(
        newsAlignment([
          ['en', 'en', [`The council will meet again on ${day}.`]],
          [language, language, [text.replace('W', days[index]!)]],
        ]),
      );
      expect(names, day).toEqual([]);
    }
  });
});

describe('names translated word by word', () => {
  test('are found in the aligned sentence by what they mean', () => {
    const names = traceNames(
      newsAlignment([
        [
          'en',
          'en',
          ['It was the Garment Workers Solidarity Forum that called the strike.', 'The Garment Workers Solidarity Forum met twice.'],
        ],
        ['zh', 'zh', ['服装工人团结论坛号召罢工。', '服装工人团结论坛开了两次会。']],
      ]),
    );
    expect(Object.values(spellings(names)).find((forms) => forms.includes('Garment Workers Solidarity Forum'))).toContain(
      '服装工人团结论坛',
    );
  });
});
