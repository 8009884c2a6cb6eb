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

describe('readings and notes are no text', () => {
  test.each([
    [
      'ruby',
      '<p><ruby>彼女<rp>（</rp><rt>かのじょ</rt><rp>）</rp></ruby>は<ruby><rb>駅</rb><rt>えき</rt></ruby>へ行った。</p>',
      '彼女は駅へ行った。',
    ],
    ['ruby a character each', '<p><ruby>季<rt>き</rt>節<rt>せつ</rt></ruby>は冬だった。</p>', '季節は冬だった。'],
    ['ruby whose elements are not closed', '<p><ruby>東<rp>(<rt>とう<rp>)京<rp>(<rt>きょう<rp>)</ruby>だ。</p>', '東だ。'],
    [
      'ruby on both sides',
      '<p><ruby><rb>東</rb><rb>京</rb><rtc><rt>とう</rt><rt>きょう</rt></rtc><rtc>Tokyo</rtc></ruby>だ。</p>',
      '東京だ。',
    ],
    ['bopomofo', '<p><ruby>北<rt>ㄅㄟˇ</rt></ruby>京很大。</p>', '北京很大。'],
    ['a raised number that is a link', '<p>It rose.<sup><a href="#fn1">1</a></sup> It fell.</p>', 'It rose. It fell.'],
    ['a link that is raised', '<p>It rose<a href="n.xhtml#n1"><sup>*</sup></a>. It fell.</p>', 'It rose. It fell.'],
    ['a raised number behind a full stop', '<p>It rose.<sup>12</sup> It fell.</p>', 'It rose. It fell.'],
    ['a number in brackets that is a link', '<p>It rose<a href="#cite-1">[1]</a>. It fell.</p>', 'It rose. It fell.'],
    ['a reference with its word', '<p>It rose.<sup class="reference"><a href="#n1">[note 1]</a></sup> It fell.</p>', 'It rose. It fell.'],
    ['a reference in Chinese', '<p>涨了。<sup><a href="#n1">[注 1]</a></sup>跌了。</p>', '涨了。跌了。'],
    [
      'a reference of a book',
      '<p>It rose<a epub:type="noteref" href="#n">1</a>.</p><aside epub:type="footnote" id="n"><p>Note.</p></aside>',
      'It rose.',
    ],
    ['notes below', '<p>It rose.</p><section class="footnotes" role="doc-endnotes"><ol><li>Note.</li></ol></section>', 'It rose.'],
    [
      'but powers, ordinals and places in a page are',
      '<p>40 m<sup>2</sup>, the 1<sup>er</sup> of CO<sub>2</sub>, see <a href="#s">3</a>.</p>',
      '40 m2, the 1er of CO2, see 3.',
    ],
  ])('%s', (_, body, expected) => {
    expect(textOfFragment(body)).toBe(expected);
    expect(textOfHtml(page(`<article>${body}</article>`))).toBe(expected);
  });
});

describe('preformatted text keeps its lines', () => {
  const poem = 'The sea is wide and grey\n  My boat is made of tin\n\n\nThe gulls have gone away';
  const expected = 'The sea is wide and grey\nMy boat is made of tin\n\nThe gulls have gone away';
  test.each([
    ['pre', `<pre>${poem}</pre>`],
    ['pre with Windows line ends', `<pre>\n${poem.replaceAll('\n', '\r\n')}\n</pre>`],
    ['pre around code', `<pre><code>${poem}</code></pre>`],
    ['a style', `<p style="color: red; white-space: pre-wrap">${poem}</p>`],
    ['markup inside', `<pre>${poem.replace('boat', '<b>boat</b>')}</pre>`],
  ])('%s', (_, body) => {
    expect(textOfFragment(body)).toBe(expected);
    expect(textOfFragment(`<p>Before.</p>${body}<p>After.</p>`)).toBe(`Before.\n${expected}\nAfter.`);
  });
});

describe('a paragraph that is a link', () => {
  const chinese = '港口办公室说，渡船中午离开港口时载有四十名乘客和两只山羊。';
  const around = (inner: string, text = sentence) => page(`<article><p>${text}</p>${inner}<p>${text}</p></article>`);
  test.each([
    ['a sentence', `<p><a href="/x"><strong>${sentence}</strong></a></p>`],
    ['a sentence in a wrapper', `<div class="Markup"><p><a href="/x">${sentence}</a></p></div>`],
    ['a sentence with its full stop outside', `<p>“<a href="/x">${sentence.slice(0, -1)}</a>.”</p>`, `“${sentence}”`],
    ['a sentence that ends behind the link', `<p><a href="/x">${sentence.slice(0, -6)}</a> said.</p>`],
    ['a block', `<div><a href="/x">${sentence}</a></div>`],
    ['a sentence of two links', `<p><a href="/x">${sentence.slice(0, 30)}</a><a href="/y">${sentence.slice(30)}</a></p>`],
  ])('is text when it is %s', (_, inner, expected = sentence) => {
    expect(textOfHtml(around(inner))).toBe([sentence, expected, sentence].join('\n'));
  });

  test('is text in scripts without blanks', () => {
    expect(textOfHtml(around(`<p><a href="/x">${chinese}</a></p>`, chinese))).toBe([chinese, chinese, chinese].join('\n'));
  });

  test.each([
    ['a title', '<p><a href="/x">Ferry leaves the harbour with forty passengers and two goats</a></p>'],
    ['a question', '<p><a href="/x">Why did forty passengers and two goats leave the harbour at noon?</a></p>'],
    ['short', '<p><a href="/x">Read it all here.</a></p>'],
    ['labelled', `<p>Lesen Sie auch: <a href="/x">${sentence}</a></p>`],
    ['one of a list', `<ul><li><a href="/x">${sentence}</a></li></ul>`],
    ['one of several in a block', `<div><a href="/x">${sentence}</a> <a href="/y">${sentence}</a></div>`],
  ])('is none when it is %s', (_, inner) => {
    expect(textOfHtml(around(inner))).toBe([sentence, sentence].join('\n'));
  });
});

describe('pages in XHTML', () => {
  test('elements that close themselves are closed', () => {
    const head = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x"/></head>';
    expect(textOfFragment(`${head}<body><p/><p><a id="x"/>One.</p><p>Two.</p></body></html>`)).toBe('One.\nTwo.');
  });

  test('elements may have a prefix', () => {
    const markup =
      '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body><h:p>One<h:br/>line.</h:p><h:p>Two&nbsp;<h:ruby>駅<h:rt>えき</h:rt></h:ruby>.</h:p></h:body></h:html>';
    expect(textOfFragment(markup)).toBe('One\nline.\nTwo\u00a0駅.');
  });
});
