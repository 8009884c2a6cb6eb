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
    [
      'is found in blocks of any kind, also where lines are broken by hand',
      `<table><tr><td><font>Home<br><a href="#">Mail</a></font></td><td><font>${sentence}<br><br>${sentence}</font></td></tr></table>`,
      `${sentence}\n${sentence}`,
    ],
    [
      'is not lost to a class that tells a state, or what comes with the article',
      `<div class="has-sidebar"><article class="story story--with-comments"><div class="body--shareable"><p>${sentence}</p></div></article></div>`,
      sentence,
    ],
    [
      'is taken from all sections of one kind',
      `<div><section class="part first"><p>${sentence}</p></section><section class="part"><p>${sentence}</p></section></div><div class="rail"><p>Weather and stocks.</p></div>`,
      `${sentence}\n${sentence}`,
    ],
    [
      'keeps title and lead in the header of an article, not the header of the site',
      `<header><p>${sentence}</p></header><article><header><h1>Head</h1></header><p>${sentence}</p></article>`,
      `Head\n${sentence}`,
    ],
    [
      'leaves out paragraphs that are little but a link, and blocks of links',
      `<article><p>${sentence}</p><p><b>Read also: <a href="#">${sentence}</a></b></p><p>${sentence} <a href="#">More</a></p><div><a href="#">#tag</a> <a href="#">#tag</a></div></article>`,
      `${sentence}\n${sentence} More`,
    ],
    [
      'leaves out what is hidden, and advertising elements',
      `<article><div hidden><p>${sentence}</p></div><p style="display: none">${sentence}</p><amp-ad><p>${sentence}</p></amp-ad><p>${sentence}</p></article>`,
      sentence,
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
