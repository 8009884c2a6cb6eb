import { describe, expect, test } from 'vitest';
import { formats } from '../../src/formats/formats.ts';
import { canonicalTag, findLanguage } from '../../src/formats/language-tag.ts';

test.each([
  ['en_us', 'en-US'],
  ['EN-us', 'en-US'],
  ['zh_TW.UTF-8', 'zh-TW'],
  ['ca_ES@valencia', 'ca-ES'],
  ['zh_hant_hk', 'zh-Hant-HK'],
  ['SR-latn-rs', 'sr-Latn-RS'],
  ['es-419', 'es-419'],
  ['sl-ROZAJ-biske', 'sl-rozaj-biske'],
  ['en-US-u-CA-Buddhist', 'en-US-u-ca-buddhist'],
  ['X-Klingon', 'x-klingon'],
  ['iw', 'iw'],
  ['', undefined],
  ['x', undefined],
  ['English', undefined],
  ['Spanish (Spain)', undefined],
  ['1033', undefined],
  ['en--us', undefined],
])('%s is %s', (tag, expected) => {
  expect(canonicalTag(tag)).toBe(expected);
});

test.each([
  ['en', ['en-GB', 'es'], 'en-GB'],
  ['en_us', ['en-US', 'en-GB'], 'en-US'],
  ['en-US', ['en', 'es'], 'en'],
  ['en-US', ['en-GB', 'es'], 'en-GB'],
  ['en', ['en-US', 'en-GB'], undefined],
  ['fr', ['en', 'es'], undefined],
])('%s among %j is %s', (wanted, among, expected) => {
  expect(findLanguage(wanted, among)).toBe(expected);
});

describe('TMX', () => {
  const tmx = (srclang: string, ...units: string[][][]) =>
    `<tmx version="1.4"><header srclang="${srclang}"/><body>${units.map((variants) => `<tu>${variants.map(([language, text]) => `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`).join('')}</tu>`).join('')}</body></tmx>`;
  const read = (text: string, options?: { source?: string; target?: string }) =>
    formats.tmx.read(text, options).documents.map(({ language, sentences }) => [language, ...sentences.map((sentence) => sentence.text)]);

  test.each<[string, string, { source?: string; target?: string } | undefined, string[][]]>([
    [
      'tags with an underscore',
      tmx('en_us', [
        ['en_us', 'One.'],
        ['es_es', 'Uno.'],
      ]),
      undefined,
      [
        ['en-US', 'One.'],
        ['es-ES', 'Uno.'],
      ],
    ],
    [
      'tags that are named in another form',
      tmx('en_us', [
        ['en_us', 'One.'],
        ['es_es', 'Uno.'],
      ]),
      { source: 'es-ES', target: 'en-US' },
      [
        ['es-ES', 'Uno.'],
        ['en-US', 'One.'],
      ],
    ],
    [
      'the base language of a tag',
      tmx('en', [
        ['es-MX', 'Uno.'],
        ['en-GB', 'One.'],
      ]),
      undefined,
      [
        ['en-GB', 'One.'],
        ['es-MX', 'Uno.'],
      ],
    ],
    [
      'base languages that are named',
      tmx('x', [
        ['en-GB', 'One.'],
        ['es', 'Uno.'],
        ['fr-CA', 'Un.'],
      ]),
      { source: 'fr', target: 'en-US' },
      [
        ['fr-CA', 'Un.'],
        ['en-GB', 'One.'],
      ],
    ],
    [
      'regions that differ by the unit',
      tmx(
        'en',
        [
          ['en-US', 'One.'],
          ['es', 'Uno.'],
        ],
        [
          ['EN_gb', 'Two.'],
          ['es', 'Dos.'],
        ],
      ),
      undefined,
      [
        ['en', 'One.', 'Two.'],
        ['es', 'Uno.', 'Dos.'],
      ],
    ],
    [
      'two scripts of one language',
      tmx('zh-CN', [
        ['zh-CN', '一国。'],
        ['zh-TW', '一國。'],
      ]),
      undefined,
      [
        ['zh-CN', '一国。'],
        ['zh-TW', '一國。'],
      ],
    ],
    [
      'a language by its name',
      tmx('English', [
        ['English', 'One.'],
        ['Spanish', 'Uno.'],
      ]),
      { source: 'Spanish', target: 'English' },
      [
        ['und', 'Uno.'],
        ['und', 'One.'],
      ],
    ],
  ])('%s', (_, text, options, expected) => {
    expect(read(text, options)).toEqual(expected);
  });

  test('regions of one language that stand side by side must be chosen', () => {
    const three = tmx('en', [
      ['en-US', 'Color.'],
      ['en-GB', 'Colour.'],
      ['es', 'Color.'],
    ]);
    expect(() => read(three)).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }) as never);
    expect(read(three, { source: 'en-GB', target: 'es' })).toEqual([
      ['en-GB', 'Colour.'],
      ['es', 'Color.'],
    ]);
  });

  test('a namespace with a prefix changes nothing', () => {
    const text = tmx('en', [
      ['en', 'One.'],
      ['es', 'Uno.'],
    ])
      .replace(/(<\/?)/g, '$1t:')
      .replace('<t:tmx', '<t:tmx xmlns:t="http://www.lisa.org/tmx14"');
    expect(read(text)).toEqual([
      ['en', 'One.'],
      ['es', 'Uno.'],
    ]);
  });
});

test('InterText and Moses put tags right, too', () => {
  const files = {
    source: '<text xml:lang="en_us"><s id="1">One.</s></text>',
    target: '<text xml:lang="ES"><s id="1">Uno.</s></text>',
    alignment: '<linkGrp><link xtargets="1;1"/></linkGrp>',
  };
  expect(formats.intertext.read(files).documents.map(({ language }) => language)).toEqual(['en-US', 'es']);
  expect(formats.moses.read({ source: 'One.\n', target: '一。\n' }, { source: 'en', target: 'zh_tw' }).documents[1]!.language).toBe(
    'zh-TW',
  );
});
