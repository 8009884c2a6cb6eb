import { expect, test } from 'vitest';
import { textOfMarkdown } from '../../src/cli/text-of-markdown.ts';

test.each([
  ['a note and its sign', 'The ferry[^1] left.\n\nNobody spoke.\n\n[^1]: Built in 1921.\n', 'The ferry left.\nNobody spoke.'],
  [
    'several notes, with names, in a row',
    'One.[^a]\nTwo.[^long-name] Three.\n\n[^a]: Note a.\n[^long-name]: Note *b*.\n',
    'One. Two. Three.',
  ],
  ['a note of one word, which looks like an address', 'One[^1].\n\n[^1]: Ibid.\n', 'One.'],
  [
    'a note over lines and paragraphs',
    'One[^1].\n\n[^1]: Note\nthat goes on,\n    and on.\n\n    Another paragraph.\n\nTwo.',
    'One.\nTwo.',
  ],
  ['a note between paragraphs', 'One[^1].\n\n[^1]: Note.\n\nTwo.', 'One.\nTwo.'],
  ['a note in its place', 'One^[a note in its *place*] left.', 'One left.'],
  ['what is no note stays', 'Digits are [^0-9]; x^[2](y).', 'Digits are [^0-9]; x^2.'],
  ['code stays', 'One[^1] and `a[^1]`.\n\n```\n[^1]: code\n```\n\n[^1]: Note.\n', 'One and a[^1].\n[^1]: code'],
  [
    'front matter, comments and link definitions',
    '---\ntitle: x\n---\n# The [ferry][s]\n\n<!-- a remark -->\nLeft\\.\n\n[s]: https://example.org "Sea"\n',
    'The ferry\nLeft.',
  ],
  [
    'verse',
    'The sea is wide  \nMy boat is tin\\\nThe gulls are gone<br>\nAnd winter',
    'The sea is wide\nMy boat is tin\nThe gulls are gone\nAnd winter',
  ],
  [
    'lists, quotes and tables',
    '1. Open.\n2. Take.\n   Turn.\n\n- Close\n- Wait\n\n> Quoted.\n\n| Depth | Temp |\n|---|---|\n| 40 m | 3 |\n',
    'Open.\nTake. Turn.\nClose\nWait\nQuoted.\nDepth\nTemp\n40 m\n3',
  ],
  ['lines of code', '```js\nconst a = 1;\nconst b = 2;\n```\n', 'const a = 1;\nconst b = 2;'],
])('%s', (_, markdown, expected) => {
  expect(textOfMarkdown(markdown, 'a.md')).toBe(expected);
});
