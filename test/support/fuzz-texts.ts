/** Texts, fields and files that nobody should send and somebody will. */
import fc from 'fast-check';

/** Words that mean something to some part of the way: markup, escapes, keys of prototypes, numbers, quotes, marks. */
export const tokens: readonly string[] = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '#text', ':@', '#cdata', '@_x'],
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onload='x",
    'javascript:alert(1)',
    '</title>',
    '</script>',
    '<!--',
    '-->',
    ']]>',
  ],
  ...[
    '<![CDATA[',
    '&amp;',
    '&lol;',
    '&#0;',
    '&#x110000;',
    '&#xD800;',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '<!ENTITY % p SYSTEM "file:///etc/passwd">',
    '<?xml version="1.1"?>',
  ],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template would expand
  ...['${x}', '{{x}}', '%00', '%', '%zz', '../../etc/passwd', '..\\x', 'C:\\x', '/dev/zero', 'file:///x', '\\n', '\\'],
  ...[
    '\0',
    '\ud800',
    '\udc00',
    '\ufeff',
    '\u200b',
    '\u202e',
    '\u2066',
    '\u200d',
    '\u0301',
    '\u0301'.repeat(100),
    '\u2028',
    '\u0085',
    '\x1b[31m',
    '\u{1fffe}',
    '\u{e0001}',
    '\u{1fae9}',
    '\u0378',
  ],
  ...[
    '1e308',
    '-1',
    'NaN',
    'Infinity',
    '9'.repeat(300),
    '1,000,000.5',
    '1.000.000,5',
    '0x10',
    '٣٤٥',
    '二〇二六年',
    '三百万',
    '3.5 million',
    'half a billion',
    '1/2',
    '½',
    '12:30',
    '25 April 2025',
    '4月25日',
  ],
  ...[
    '“',
    '”',
    '«',
    '»',
    '「',
    '」',
    '"',
    "'",
    '’',
    '(',
    ')',
    '...',
    '…',
    '. . .',
    '?!',
    '。',
    '！',
    '|',
    '।',
    ';',
    ':',
    '-',
    '–',
    '·',
    '・',
  ],
  ...[
    'U.S.',
    'Dr.',
    'Mr.',
    'z.B.',
    'www.example.com',
    'https://example.org/a?b=c',
    'a@b.c',
    'not',
    'no',
    'never',
    'bukan',
    '不',
    'не',
    'لا',
  ],
  ...[
    'Steve Witkoff',
    'Witcaf',
    'Putin',
    '普京',
    '史蒂夫·威特科夫',
    'Путин',
    'بوتين',
    'ウィトコフ',
    '푸틴',
    'פוטין',
    'ปูติน',
    'Al-Assad',
    "O'Neil",
    'Jean-Luc',
    'ABC',
    'İI',
    'ß',
    'ﷺ',
    'ŉ',
    '😀',
    '🇮🇩',
    '👨‍👩‍👧',
  ],
  ...[
    'The envoy met the president in Moscow.',
    '特使在莫斯科会见了总统。',
    'Utusan itu bertemu presiden di Moskow.',
    'Посланник встретился с президентом.',
    'ผู้แทนพบประธานาธิบดี',
  ],
];

const flood = fc
  .tuple(
    fc.constantFrom(...'aA1.?! "“(中。а𝔘ก한', '\u0301', '\n', '\ud83d', '\u202e', 'Ab ', 'A.', '1,', '·'),
    fc.integer({ min: 2, max: 600 }),
  )
  .map(([unit, times]) => unit.repeat(times));

/** A hostile text of up to a few thousand units. */
export const hostileText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...tokens) },
        { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
        { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
        { weight: 1, arbitrary: flood },
      ),
      { maxLength: 16 },
    ),
    fc.constantFrom(' ', '', '\n', '. ', ' '),
  )
  .map(([parts, joint]) => parts.join(joint));

/** A hostile id, title, key or tag. */
export const hostileName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...tokens),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('a', 'b', '0', 'en', 'zh', 'id'),
);

/** A value of the wrong kind, or a right one of a wrong size. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    -1,
    0,
    1.5,
    1e9,
    2 ** 53,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    '__proto__',
    [],
    {},
    [[]],
    [null],
    { length: 5 },
    1n,
  ),
  fc.constant(Symbol('x')),
  fc.constant(() => 1),
  hostileName,
);

/** Bytes of a file, changed in a few places: flipped, cut, doubled, or with words of a format put in. */
export function mutatedBytes(files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(
    fc.constantFrom('flip', 'cut', 'double', 'word', 'zero', 'other', 'size'),
    fc.nat(),
    fc.nat(),
    fc.constantFrom(...tokens),
  );
  return fc.tuple(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 6 })).map(([file, changes]) => {
    let bytes: Uint8Array = Uint8Array.from(file);
    for (const [kind, first, second, word] of changes) {
      if (bytes.length === 0) break;
      const at = first % bytes.length;
      const to = Math.min(bytes.length, at + 1 + (second % 64));
      if (kind === 'flip') bytes[at] = bytes[at]! ^ (1 << (second % 8));
      else if (kind === 'cut') bytes = joined(bytes.subarray(0, at), bytes.subarray(to));
      else if (kind === 'double') bytes = joined(bytes.subarray(0, to), bytes.subarray(at));
      else if (kind === 'word') bytes = joined(bytes.subarray(0, at), new TextEncoder().encode(word), bytes.subarray(at));
      else if (kind === 'zero') bytes.fill(0, at, to);
      else if (kind === 'size') bytes.fill(255, at, Math.min(bytes.length, at + 4));
      else bytes = joined(bytes.subarray(0, at), files[second % files.length]!.subarray(at));
    }
    return bytes;
  });
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** A plain JSON value with one part put out of order: replaced, removed, or doubled. */
export function brokenJson<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc
    .tuple(values, fc.array(fc.nat(), { minLength: 1, maxLength: 7 }), hostileValue, fc.constantFrom('replace', 'remove', 'key'))
    .map(([value, steps, bad, how]) => {
      const copy = structuredClone(value);
      let parent: Record<string, unknown> | undefined;
      let key = '';
      let here: unknown = copy;
      for (const step of steps) {
        if (typeof here !== 'object' || here === null) break;
        const keys = Object.keys(here);
        if (keys.length === 0) break;
        parent = here as Record<string, unknown>;
        key = keys[step % keys.length]!;
        here = parent[key];
      }
      if (!parent) return copy;
      if (how === 'replace') parent[key] = bad;
      else if (how === 'remove') delete parent[key];
      else Object.defineProperty(parent, '__proto__', { value: bad, enumerable: true, configurable: true, writable: true });
      return copy;
    });
}
