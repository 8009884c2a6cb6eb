import { describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { bitextAlignment } from '../../src/formats/bitext-alignment.ts';
import { formats } from '../../src/formats/formats.ts';
import { joinLines } from '../../src/text/join-lines.ts';
import { memoryIo } from '../cli/support/memory-io.ts';

test.each([
  ['a word divided at the end of a line', 'The envoy Wit-\nkoff met them.', 'The envoy Witkoff met them.'],
  ['with blanks and Windows line ends', 'The envoy Wit- \r\n  koff met them.', 'The envoy Witkoff met them.'],
  ['with U+2010', 'Die Regie‐\nrung schweigt.', 'Die Regierung schweigt.'],
  ['with a soft hyphen', 'Die Regie\u00ad\nrung schweigt.', 'Die Regierung schweigt.'],
  ['in Cyrillic', 'Прави-\nтельство молчит.', 'Правительство молчит.'],
  ['twice in a row', 'un-\nbe-\nkannt', 'unbekannt'],
  ['a word that has a hyphen elsewhere', 'A well-\nknown and well-known one.', 'A well-known and well-known one.'],
  ['a hyphen before a capital', 'Anglo-\nSaxon', 'Anglo-Saxon'],
  ['a hyphen before a figure', 'COVID-\n19 in 2019-\n2020', 'COVID-19 in 2019-2020'],
  ['a hyphen in place of a word', 'Vor-\nund Nachteile, pre-\nand post-war', 'Vor- und Nachteile, pre- and post-war'],
  ['a word said twice', 'Anak-\nanak itu bersama-\nsama makan bon-\nbon.', 'Anak-anak itu bersama-sama makan bonbon.'],
  ['a compound in Hindi', 'वह कहते-\nकहते रुका।', 'वह कहते-कहते रुका।'],
  ['letters with marks of their own', 'le re\u0301-\ngime', 'le re\u0301gime'],
  ['a dash', 'They left -\nand came back –\nat noon.', 'They left - and came back – at noon.'],
  ['lines of words', 'They left\nat noon.', 'They left at noon.'],
  ['Chinese and Japanese', '渡船\n离开了。駅\r\n\t へ行った。', '渡船离开了。駅へ行った。'],
  ['Chinese beside Latin letters', '渡船\nferry', '渡船 ferry'],
  ['other line ends', 'a\u2028b\u0085c\vd', 'a b c d'],
  ['one line', '  as  it is - ', 'as  it is -'],
  ['nothing', '', ''],
])('%s', (_, text, expected) => {
  expect(joinLines(text)).toBe(expected);
});

test('words with a hyphen are looked for in the whole text', () => {
  expect(joinLines('A well-\nknown one.', 'It is well-known. A well-\nknown one.')).toBe('A well-known one.');
});

test('time is linear in the text', () => {
  const start = performance.now();
  joinLines('a-\n'.repeat(50_000));
  joinLines(`${'a'.repeat(200_000)}-\n${'b'.repeat(200_000)}`);
  joinLines(`${' '.repeat(100_000)}x\n`.repeat(2));
  joinLines(`${'\n'.repeat(100_000)}x`.repeat(2));
  expect(performance.now() - start).toBeLessThan(2000);
});

describe('a divided word is whole in every format', () => {
  const alignment = bitextAlignment(
    { language: 'en', sentences: ['The envoy Wit-\nkoff came.'] },
    { language: 'de', sentences: ['Der Gesandte Wit-\nkoff kam.'] },
    [{ source: [0], target: [0] }],
  );
  test.each([
    ['tmx', formats.tmx.write(alignment)],
    ['xliff', formats.xliff.write(alignment)],
    ['xliff 1.2', formats.xliff.write(alignment, { version: '1.2' })],
    ['tsv', formats.tsv.write(alignment)],
    ['moses', Object.values(formats.moses.write(alignment)).join('')],
  ])('%s', (_, text) => {
    expect(text.match(/Witkoff (?:came|kam)\./g)).toHaveLength(2);
  });

  test('split', async () => {
    const lines = [
      'On Friday afternoon the envoy of the president, Steve Wit-',
      'koff, came to Moscow for the fifth time since the beginning of',
      'this year. Nobody spoke.',
    ];
    const io = memoryIo({ 'a.txt': lines.join('\n') });
    expect(await runCli(['split', 'a.txt'], io)).toBe(0);
    expect(io.out).toBe(
      'On Friday afternoon the envoy of the president, Steve Witkoff, came to Moscow for the fifth time since the beginning of this year.\nNobody spoke.\n',
    );
  });
});
