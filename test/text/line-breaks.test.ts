import { expect, it } from 'vitest';
import { findWrappedBreaks } from '../../src/text/line-breaks.ts';

it('takes a word of a script without spaces to be of usual length, so that a short line ends its paragraph', () => {
  const letters = 'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผ';
  const [full, short] = [letters + letters, letters.slice(0, 20)];
  const lines = [full, full, full, full, full, short, full];
  const breakAfter = (count: number) => lines.slice(0, count).join('\n').length;
  expect([...findWrappedBreaks(lines.join('\n'))]).toEqual([1, 2, 3, 4, 5].map(breakAfter));
});
