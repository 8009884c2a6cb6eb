import { expect, test } from 'vitest';
import { html, jsonBlock, trusted } from '../../src/report/html.ts';

test.each([
  ['text in an element', html`<p>${'<b>&"\''}</p>`, '<p>&lt;b&gt;&amp;&quot;&#39;</p>'],
  ['markup made by html itself', html`<p>${html`<b>${'<'}</b>`}</p>`, '<p><b>&lt;</b></p>'],
  ['lists, also of lists', html`${['a', ['<', html`<i>`]]}`, 'a&lt;<i>'],
  ['numbers, zero included', html`${0}${1.5}`, '01.5'],
  ['absent values leave nothing', html`a${undefined}${null}${false}b`, 'ab'],
  ['control characters as their pictures', html`${'a\0b\x1b\tc\n'}`, 'a␀b␛\tc\n'],
  ['lone surrogates and C1 controls as replacement characters', html`${'\ud83d x \x85 😀'}`, '\ufffd x \ufffd 😀'],
  ['what we vouch for', html`${trusted('<hr>')}`, '<hr>'],
])('%s', (_, made, expected) => {
  expect(made.markup).toBe(expected);
});

test('a JSON block cannot end its script element or open a comment, and parses to the same value', () => {
  const value = { text: '</script><!--<script>&\u2028"' };
  const block = jsonBlock(value).markup;
  expect(block).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(block)).toEqual(value);
});
