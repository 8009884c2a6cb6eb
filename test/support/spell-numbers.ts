/** Spells whole numbers the way a speaker does: slow, obvious twins for the grammar that reads them. */

const ENGLISH =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const ENGLISH_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** English words of a number below a trillion. */
export function spellEnglish(value: number): string {
  if (value < 20) return ENGLISH[value]!;
  if (value < 100) return ENGLISH_TENS[Math.floor(value / 10)]! + (value % 10 ? `-${ENGLISH[value % 10]}` : '');
  for (const [size, word] of [
    [1e9, 'billion'],
    [1e6, 'million'],
    [1e3, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (value < size) continue;
    const rest = value % size;
    const head = `${spellEnglish(Math.floor(value / size))} ${word}`;
    if (rest === 0) return head;
    return `${head} ${size === 100 ? 'and ' : ''}${spellEnglish(rest)}`;
  }
  throw new Error(String(value));
}

const INDONESIAN = 'nol satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ');

/** Indonesian words of a number below a trillion. */
export function spellIndonesian(value: number): string {
  if (value < 10) return INDONESIAN[value]!;
  if (value === 10) return 'sepuluh';
  if (value === 11) return 'sebelas';
  if (value < 20) return `${INDONESIAN[value - 10]} belas`;
  for (const [size, word] of [
    [1e9, 'miliar'],
    [1e6, 'juta'],
    [1e3, 'ribu'],
    [100, 'ratus'],
    [10, 'puluh'],
  ] as const) {
    if (value < size) continue;
    const count = Math.floor(value / size);
    const head = count === 1 && size <= 1000 ? `se${word}` : `${spellIndonesian(count)} ${word}`;
    return value % size === 0 ? head : `${head} ${spellIndonesian(value % size)}`;
  }
  throw new Error(String(value));
}

const CHINESE = '零一二三四五六七八九';

/** Chinese characters of a number below a trillion. */
export function spellChinese(value: number): string {
  if (value === 0) return '零';
  let text = '';
  for (const [size, sign] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const section = Math.floor(value / size) % 1e4;
    if (section === 0) continue;
    if (text !== '' && section < 1000) text += '零';
    text += spellSection(section) + sign;
  }
  return text;
}

function spellSection(value: number): string {
  let text = '';
  let gap = false;
  for (const [size, sign] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) {
      gap ||= text !== '';
      continue;
    }
    if (gap) text += '零';
    gap = false;
    text += CHINESE[digit] + sign;
  }
  return text;
}
