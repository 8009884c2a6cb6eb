import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markFurniture } from '../../src/text/mark-furniture.ts';
import { splitSentences } from '../../src/text/split-sentences.ts';

const marked = (text: string) => {
  const sentences = splitSentences(text);
  const flags = markFurniture(sentences, text);
  return sentences.filter((_, index) => flags[index]).map((sentence) => sentence.text);
};
const prose = 'The envoy met the president on Friday.\n\nThey talked for hours, and nobody knows about what.';
const seeds = new URL('../../seeds/', import.meta.url);
const readSeed = (id: string) => readFileSync(new URL(readdirSync(seeds).find((name) => name.startsWith(id))!, seeds), 'utf8');

describe('markFurniture', () => {
  it.each([
    '01:26',
    '00:00 / 12:34',
    '3 minutes read',
    '5 min read',
    'Lesezeit: 4 Minuten',
    '3 min de lectura',
    'Published by',
    'Share this article',
    'Share on Facebook',
    'RECOMMENDATION',
    'Advertisement',
    'Read more »',
    '© 2025 Example Media. All rights reserved.',
    'https://example.com/news/1',
    '0 seconds of 1 minute, 26 secondsVolume 0%',
    'Press shift question mark to access a list of keyboard shortcuts',
    'Baca juga:',
    'Lesen Sie auch',
    'À lire aussi',
    'Читайте также:',
    'Поделиться',
    '责任编辑：王小明',
    '相关阅读',
    '関連記事',
    '관련기사',
    'اقرأ أيضا',
    '* * *',
    '-----',
    'Updated on April 25, 2025 at 10:30',
    'Foto: Reuters',
  ])('marks the line %s', (line) => {
    expect(marked(`${prose}\n\n${line}\n\n${prose}`).join(' ')).toBe(
      line.includes('Media. All') ? '© 2025 Example Media. All rights reserved.' : line,
    );
  });

  it.each([
    'Major hangups on a peace deal remain',
    'Putin’s third meeting – Whitkov',
    'Trump "not happy" with airstrikes',
    'Additional Insights:',
    '“Yes.”',
    'No.',
    '“…”',
    'Why?',
    'He shared it.',
    'Home at last.',
    'Listen.',
    'Search!',
    'Chapter 3',
    '3. Oktober 1990',
    'Share prices fell sharply on Monday',
    'Next week they meet again.',
    'In Moscow',
    '和平协议的主要障碍仍然存在',
    '“好。”',
    '2022年的战争',
  ])('leaves the line %s alone', (line) => {
    expect(marked(`${prose}\n\n${line}\n\n${prose}`)).toEqual([]);
  });

  it('leaves words of the table alone inside prose', () => {
    expect(marked('He said one word. Advertisement. Then he left the room with all of them. Search. Nothing came of it.')).toEqual([]);
  });

  it('marks the second of two equal lines without a full stop, not that of sentences', () => {
    expect(marked(`A caption of a picture\n\n${prose}\n\nA caption of a picture\n\n${prose}`)).toEqual(['A caption of a picture']);
    expect(marked('“No.”\n“No.”\nHe left.\nHe left.')).toEqual([]);
  });

  it('marks a caption once more with its credit', () => {
    expect(marked(`The envoy arrives in the capital\n\nThe envoy arrives in the capitalAFP\n\n${prose}`)).toEqual([
      'The envoy arrives in the capitalAFP',
    ]);
  });

  it('marks no longer repetition of the line before', () => {
    const line = 'The envoy arrives in the capital';
    expect(marked(`${line}\n\n${line}’s new airport after a flight of nine hours\n\n${prose}`)).toEqual([]);
  });

  it('leaves lines after a single line of certain furniture alone', () => {
    expect(marked(`${prose}\n\nMost read\nSome other headline\nOne more headline`)).toEqual(['Most read']);
  });

  it('marks headings between certain furniture at the end too, and none before prose', () => {
    const teasers = 'Most read\nSome other headline\nOne more headline\n00:12\n\ntracking';
    expect(marked(`${prose}\n\n${teasers}`)).toEqual(teasers.split(/\n+/));
    expect(marked(`${teasers}\n\n${prose}`)).toEqual(['Most read', '00:12']);
  });

  it('finds the furniture of 003 and none in the other seeds', () => {
    expect(marked(readSeed('003'))).toEqual([
      'Voz media US Voz.us',
      'Putin receives White House envoy Steve WitkoffAFP',
      'Published by',
      '3 minutes read',
      'Found a mistake?',
      'Contact us!',
      'RECOMMENDATION',
      'Invertir fondos públicos en un medio de comunicación privado es corrupción',
      'Invertir fondos públicos en un medio de comunicación privado es corrupción',
      '0 seconds of 1 minute, 26 secondsVolume 0%',
      'Press shift question mark to access a list of keyboard shortcuts',
      '00:00',
      '01:26',
      '01:26',
      'tracking',
    ]);
    for (const id of ['000', '001', '002', '004']) expect(marked(readSeed(id))).toEqual([]);
  });

  it('gives one flag a sentence, none for none', () => {
    expect(markFurniture([], '')).toEqual([]);
    expect(markFurniture(splitSentences(prose), prose)).toEqual([false, false]);
  });
});
