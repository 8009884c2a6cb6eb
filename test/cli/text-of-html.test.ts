import { describe, expect, test } from 'vitest';
import { textOfFragment, textOfHtml } from '../../src/cli/text-of-html.ts';

const sentence = 'The envoy met the president for three hours on Friday, the Kremlin said.';
const page = (body: string) => `<!doctype html><html><head><title>T</title><style>p{}</style></head><body>${body}</body></html>`;

describe('the main text of a page', () => {
  test.each([
    [
      'leaves out menus, captions, scripts and footers',
      `<nav><p>${sentence}</p></nav><article><h1>Head</h1><p>${sentence}</p><figure><figcaption>Photo</figcaption></figure><script>x()</script></article><footer><p>Contact</p></footer>`,
      `Head\n${sentence}`,
    ],
    [
      'is found without an article element',
      `<div class="menu"><p><a href="#">${sentence} ${sentence} ${sentence}</a></p></div><div id="story"><p>${sentence}</p><p>${sentence}</p></div><div><p>Subscribe now, it is cheap and good.</p></div>`,
      `${sentence}\n${sentence}`,
    ],
    [
      'leaves out what its class says is none',
      `<article><p>${sentence}</p><div class="related-links"><p>${sentence}</p></div></article>`,
      sentence,
    ],
    [
      'keeps a line break as one, and other white space as a space',
      `<article><p>${sentence}<br>Two\n  words&nbsp;&amp; <b>more</b>.</p></article>`,
      `${sentence}\nTwo words\u00a0& more.`,
    ],
    ['is the whole body where there are no paragraphs', 'Just <b>text</b>.', 'Just text.'],
    ['is empty for an empty page', '', ''],
  ])('%s', (_, body, expected) => {
    expect(textOfHtml(page(body))).toBe(expected);
  });

  test('survives markup that is broken', () => {
    expect(textOfHtml(`<article><p>${sentence}<div><p>Not closed <b>at all`)).toContain('Not closed at all');
  });
});

test('a fragment is kept whole', () => {
  expect(textOfFragment('<header><h1>Title</h1></header><ul><li>one</li><li>two</li></ul>')).toBe('Title\none\ntwo');
});
