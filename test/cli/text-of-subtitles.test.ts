import { describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { textOfSubtitles } from '../../src/cli/text-of-subtitles.ts';
import { memoryIo } from './support/memory-io.ts';

const time = (second: number, mark = ',') =>
  `00:00:${String(second).padStart(2, '0')}${mark}000 --> 00:00:${String(second + 1).padStart(2, '0')}${mark}500`;
const srt = (...cues: string[]) => cues.map((cue, i) => `${i + 1}\n${time(i)}\n${cue}\n\n`).join('');
const vtt = (...cues: string[]) => `WEBVTT\n\n${cues.map((cue, i) => `${time(i, '.')}\n${cue}\n\n`).join('')}`;

describe.each([
  ['SubRip', srt],
  ['WebVTT', vtt],
])('%s', (_, file) => {
  test.each([
    ['lines of a cue are one', ['The ferry left the harbour\nat noon.'], 'The ferry left the harbour at noon.'],
    [
      'a sentence runs over cues',
      ['The ferry that left', 'the harbour at noon', 'has sunk. Nobody was', 'hurt.'],
      'The ferry that left the harbour at noon has sunk. Nobody was hurt.',
    ],
    [
      'an utterance ends with its cue',
      ['Where is the goat?', 'In the water!', 'It swims…', 'It can swim.'],
      'Where is the goat?\nIn the water!\nIt swims…\nIt can swim.',
    ],
    ['speakers in one cue', ['- Where is it?\n- In the water.', 'I see.'], '- Where is it?\n- In the water.\nI see.'],
    ['a stop inside quotation marks', ['He said: “Swim.”', 'It did.'], 'He said: “Swim.”\nIt did.'],
    ['sounds and music', ['[Thunder]', '♪ The sea is wide ♪', 'They left.'], '[Thunder]\n♪ The sea is wide ♪\nThey left.'],
    ['tags', ['<i>The <b>ferry</b></i> <font color="#fff">left</font> 5 < 6 &amp; 7.'], 'The ferry left 5 < 6 & 7.'],
    [
      'voices, classes, languages, times',
      ['<v.loud Mary Ann>The <c.yellow>ferry</c> <00:00:00.500><lang en>left</lang>.'],
      'The ferry left.',
    ],
    ['ruby', ['<ruby>駅<rt>えき</rt></ruby>へ行った。'], '駅へ行った。'],
    ['Japanese without blanks', ['彼は昨日の\n夜、', '港を出た。'], '彼は昨日の夜、港を出た。'],
    [
      'languages that write no full stops in subtitles',
      ['渡船中午离开了', '海上风浪很大\n没有人说话', '你去哪儿?'],
      '渡船中午离开了\n海上风浪很大 没有人说话\n你去哪儿?',
    ],
    ['Windows line ends', ['One\r\ntwo.'], 'One two.'],
  ])('%s', (_, cues, expected) => {
    expect(textOfSubtitles(file(...cues), 'a')).toBe(expected);
    expect(textOfSubtitles(file(...cues).replace(/\r?\n/g, '\r\n'), 'a')).toBe(expected);
  });
});

test.each([
  ['styles of other formats', srt('{\\an8}One.', '{\\pos(1,2)}Two.'), 'One.\nTwo.'],
  ['a blank line inside a cue', `${srt('One.')}2\n${time(3)}\nTwo\n\nthree.\n\n4\n${time(5)}\nFour.`, 'One.\nTwo three.\nFour.'],
  ['no blank line between cues', `1\n${time(1)}\nIn 1999.\n2\n${time(3)}\nTwo.`, 'In 1999.\nTwo.'],
  ['a number as text', srt('10', '9', 'Go.'), '10 9 Go.'],
  ['empty cues', srt('One.', '', ' ', 'Two.'), 'One.\nTwo.'],
  ['a byte order mark, and times without hours', '\ufeff1\n00:01,000 --> 00:02,000\nOne.\n', 'One.'],
])('SubRip: %s', (_, text, expected) => {
  expect(textOfSubtitles(text, 'a.srt')).toBe(expected);
});

test('WebVTT: header, styles, regions, notes, names and settings are no text', () => {
  const text = `WEBVTT - A film\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:fred\n\nNOTE a note\nover two lines\n\nintro - 1\n00:01.000 --> 00:04.000 position:10% line:0\nOne.\n\nNOTE another\n\n2\n${time(5, '.')}\nTwo.\n\nNOTE last`;
  expect(textOfSubtitles(text, 'a.vtt')).toBe('One.\nTwo.');
});

test('a file without a cue is refused, from the command line too', async () => {
  const io = memoryIo({ 'a.srt': 'Just text.\n', 'b.srt': srt('One sentence', 'over two cues.') });
  expect(await runCli(['split', 'a.srt'], io)).toBe(1);
  expect(io.err).toContain('a.srt holds no subtitles');
  expect(await runCli(['split', 'b.srt'], io), io.err).toBe(0);
  expect(io.out).toBe('One sentence over two cues.\n');
});
