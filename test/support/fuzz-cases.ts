/** What is thrown at the library, and what must hold of every answer: a sound result, or an `AlignmentError` with a code of the list. */

import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { expect } from 'vitest';
import { checkAlignment } from '../../src/alignment-shape.ts';
import { textOfFile } from '../../src/cli/read-inputs.ts';
import {
  type Alignment,
  AlignmentError,
  alignDocuments,
  alignSentences,
  bitextAlignment,
  detectLanguage,
  type Embedder,
  type ErrorCode,
  findDivergences,
  formats,
  nameSimilarity,
  renderHtml,
  restoreNames,
  scoreAlignment,
  splitByLanguage,
  splitSentences,
  traceLineage,
  traceNames,
} from '../../src/index.ts';
import { hostileAlignment } from './fuzz-alignments.ts';
import { brokenJson, hostileName, hostileText, hostileValue, mutatedBytes } from './fuzz-texts.ts';

/** A way into the library: inputs, and the call with the checks of its result. */
export interface FuzzCase {
  readonly name: string;
  /** Its share of all cases. */
  readonly weight: number;
  readonly input: fc.Arbitrary<unknown>;
  readonly run: (input: never) => unknown;
}

const codes: Record<ErrorCode, true> = {
  OPTION_INVALID: true,
  OPTION_UNKNOWN: true,
  NO_DOCUMENTS: true,
  DUPLICATE_ID: true,
  EMPTY_DOCUMENT: true,
  NOT_TEXT: true,
  TOO_LARGE: true,
  MODEL_MISSING: true,
  MODEL_INVALID: true,
  RUNTIME_MISSING: true,
  EMBEDDING_INVALID: true,
  FORMAT_INVALID: true,
  ONE_LANGUAGE: true,
  QUEUE_UNREACHABLE: true,
};

/** Whether an error is one that the library raises on purpose. */
export function isMeant(error: unknown): boolean {
  return error instanceof AlignmentError && Object.hasOwn(codes, error.code) && error.message.length > 0 && error.message.length < 5000;
}

const define = <Input>(name: string, weight: number, input: fc.Arbitrary<Input>, run: (input: Input) => unknown): FuzzCase => ({
  name,
  weight,
  input,
  run,
});
const allParts = ['pairs', 'names', 'findings', 'groups', 'lineage', 'warnings', 'model'] as const;

/** An alignment that came out must hang together, be JSON, and give its texts back. */
function expectSound(alignment: Alignment): void {
  checkAlignment(alignment, allParts);
  for (const { text, sentences } of alignment.documents) {
    let from = 0;
    for (const { start, end, text: words } of sentences) {
      expect(text.slice(start, end)).toBe(words);
      expect(start).toBeGreaterThanOrEqual(from);
      from = end;
    }
  }
  expect(JSON.parse(JSON.stringify(alignment))).toEqual({ ...alignment });
}

function expectSpans(text: string, spans: readonly { start: number; end: number; text?: string }[]): void {
  let from = 0;
  for (const { start, end, text: words } of spans) {
    expect(start).toBeGreaterThanOrEqual(from);
    expect(end).toBeGreaterThan(start);
    if (words !== undefined) expect(text.slice(start, end)).toBe(words);
    from = end;
  }
  expect(from).toBeLessThanOrEqual(text.length);
}

/** Elements that a report is made of. */
const harmless = new Set(
  'html head meta title style body a header h1 h2 h3 h4 p nav ul li ol small button span main section div form label select option fieldset legend input output aside article bdi ruby rt rp mark b i em strong svg rect line path g circle polyline polygon text table thead tbody tr th td caption code kbd dl dt dd details summary time abbr del ins s q sub sup hr br colgroup col template'.split(
    ' ',
  ),
);

/** A page in which nothing that came in became markup, a script or an address that runs. */
function expectHarmless(page: string): void {
  let scripts = 0;
  let styles = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'script') scripts++;
      else if (name === 'style') styles++;
      else expect(harmless.has(name), `<${name}>`).toBe(true);
      for (const [key, value] of Object.entries(attributes)) {
        expect(key, `<${name} ${key}>`).not.toMatch(/^on|^style$|^srcdoc$|^formaction$/);
        if (/^(?:href|src|action|data|xlink:href|poster)$/.test(key)) expect(value, `${key} of <${name}>`).toMatch(/^(?:#|https?:\/\/)/);
        if (name === 'meta' && key === 'http-equiv') expect(value).toBe('Content-Security-Policy');
      }
    },
  });
  parser.end(page);
  expect([scripts, styles]).toEqual([2, 2]);
  expect(page).not.toMatch(/[\0\ud800-\udbff](?![\udc00-\udfff])/);
}

// ── files of every format ───────────────────────────────────────────────────

const lines = {
  en: ['The envoy met the president in Moscow on Friday.', 'He said "no" to 3.5 million people & more.', 'Talks go on.'],
  id: [
    'Utusan itu bertemu presiden di Moskow pada hari Jumat.',
    'Ia berkata "tidak" kepada 3,5 juta orang & lebih.',
    'Pembicaraan berlanjut.',
  ],
};
const sample = bitextAlignment({ id: 'a', language: 'en', sentences: lines.en }, { id: 'b', language: 'id', sentences: lines.id }, [
  { source: [0], target: [0], confidence: 0.9, similarity: 0.8 },
  { source: [1, 2], target: [1], confidence: 0.7, similarity: 0.6 },
  { source: [], target: [2] },
]);
const page = `<!doctype html><html><head><title>x</title><style>p{}</style></head><body><nav><a href="/">Home</a></nav><article><h1>News</h1>${lines.en.map((line) => `<p class="x">${line} <b>bold</b> &amp; <a href=y>more</a></p>`).join('')}<blockquote>quoted words of some length</blockquote><p><a href=x>linked words</a> <a href=y>in a sentence.</a><sup><a href=#n>[note 1]</a></sup></p><pre>a\nb</pre></article><script>var x = "</p>";</script><footer>end</footer></body></html>`;
const markdown = `---\ntitle: x\n---\n# News\n\n${lines.en.join('\n\n')}\n\n* a\n  * b\n\n> quoted\n\n\`\`\`js\ncode\n\`\`\`\n\n| a | b |\n|---|---|\n| [x](http://y "t") | ![z](q) |\n\n<b>raw</b> **bold** _it_ ~~no~~[^n]^[note]\n\n[^n]: words\n`;
const subRip = `1\n00:00:01,000 --> 00:00:04,000\n{\\an8}<i>${lines.en[0]}</i>\n\n2\n00:00:05,000 --> 00:00:07,500\n- Yes.\n- No.\n`;
const webVtt = `WEBVTT\n\nSTYLE\n::cue { color: red }\n\nname\n00:01.000 --> 00:04.000 line:0\n<v Mary>${lines.id[0]} <00:00:02.000>&amp; <ruby>a<rt>b</rt></ruby>\n\nNOTE x\n`;
const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
const docx = zipSync({
  '[Content_Types].xml': xml('<Types/>'),
  'word/document.xml': xml(
    `<w:document xmlns:w="w"><w:body>${lines.en.map((line) => `<w:p><w:r><w:t xml:space="preserve">${line.replace(/&/g, '&amp;')}</w:t><w:tab/><w:delText>gone</w:delText></w:r></w:p>`).join('')}</w:body></w:document>`,
  ),
});
const epub = zipSync({
  mimetype: [strToU8('application/epub+zip'), { level: 0 }],
  'META-INF/container.xml': xml('<container><rootfiles><rootfile full-path="o/book.opf"/></rootfiles></container>'),
  'o/book.opf': xml(
    '<package><manifest><item id="one" href="a%20b.xhtml"/><item id="two" href="c.xhtml" properties="x"/></manifest><spine><itemref idref="one"/><itemref idref="two" linear="yes"/></spine></package>',
  ),
  'o/a b.xhtml': xml(`<html xmlns="h"><body><p>${lines.en[0]}</p></body></html>`),
  'o/c.xhtml': xml(`<html xmlns="h"><body><p>${lines.en[2]}</p></body></html>`),
});
const stored = zipSync(
  { 'word/document.xml': xml('<w:document><w:body><w:p><w:t>Hello there.</w:t></w:p></w:body></w:document>') },
  { level: 0 },
);

const written = {
  json: formats.json.write(sample),
  tsv: formats.tsv.write(sample),
  tmx: formats.tmx.write(sample),
  xliff: formats.xliff.write(sample),
  xliff12: formats.xliff.write(sample, { version: '1.2' }),
  ladder: formats.ladder.write(sample),
  vecalign: formats.vecalign.write(sample),
};
/** Segments that a tool marked inside a unit, codes, and a prefix for every element. */
const marked =
  '<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><x:file original="a" source-language="en_us" target-language="id" datatype="html"><x:body><x:trans-unit id="1"><x:source>One. Two.</x:source><x:seg-source><x:mrk mtype="seg" mid="1">One<x:x id="a" ctype="lb"/>.</x:mrk> <x:g id="2"><x:mrk mtype="seg" mid="2">Two.</x:mrk></x:g></x:seg-source><x:target><x:mrk mtype="seg" mid="1">Satu.</x:mrk> <x:mrk mtype="seg" mid="2">Dua<x:bpt id="1">&lt;b&gt;</x:bpt>.</x:mrk></x:target></x:trans-unit></x:body></x:file></x:xliff>';
const interText = formats.intertext.write(sample);
const moses = formats.moses.write(sample);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const texts = (...files: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 3, arbitrary: mutatedBytes(files.map((file) => strToU8(file))).map(decode) }, { weight: 1, arbitrary: hostileText });

const readers: FuzzCase[] = [
  ...(['json', 'tsv', 'tmx', 'xliff'] as const).map((name) =>
    define(`${name}, bytes changed`, 3, texts(written[name]), (text) => expectSound(formats[name].read(text))),
  ),
  define('xliff 1.2, bytes changed', 3, texts(written.xliff12, marked), (text) => expectSound(formats.xliff.read(text))),
  ...(['ladder', 'vecalign'] as const).map((name) =>
    define(`${name}, bytes changed`, 2, texts(written[name]), (text) =>
      expect(JSON.stringify(formats[name].read(text)).length).toBeGreaterThan(1),
    ),
  ),
  define(
    'intertext, bytes changed',
    3,
    fc.tuple(texts(interText.source), texts(interText.alignment), fc.boolean()),
    ([source, alignment, both]) =>
      expectSound(
        formats.intertext.read({ source, target: both ? interText.target : source, alignment: both ? interText.alignment : alignment }),
      ),
  ),
  define('moses, bytes changed', 1, fc.tuple(texts(moses.source), texts(moses.target)), ([source, target]) =>
    expectSound(formats.moses.read({ source, target })),
  ),
  define('json, one value wrong', 3, brokenJson(fc.constant(JSON.parse(written.json) as object)), (value) => {
    let text: string;
    try {
      text = JSON.stringify(value);
    } catch {
      return; // no JSON, so no file
    }
    expectSound(formats.json.read(text));
  }),
  define(
    'readers given no text',
    1,
    fc.tuple(fc.constantFrom(...(Object.keys(formats) as (keyof typeof formats)[])), hostileValue),
    ([name, value]) => {
      if (typeof value !== 'string') (formats[name].read as (value: unknown) => unknown)(value);
    },
  ),
  define('html, bytes changed', 3, texts(page), async (text) => expect(await textOfFile(strToU8(text), 'a.html')).toBeTypeOf('string')),
  define('md, bytes changed', 3, texts(markdown), async (text) => expect(await textOfFile(strToU8(text), 'a.md')).toBeTypeOf('string')),
  define('md with notes, bytes changed', 1, texts('One[^1] two^[inline].\n\n[^1]: Note\n  more\n\n  and more\n\n[^b]: x\n'), async (text) =>
    expect(await textOfFile(strToU8(text), 'a.md')).toBeTypeOf('string'),
  ),
  define('subtitles, bytes changed', 3, fc.tuple(texts(subRip, webVtt), fc.constantFrom('a.srt', 'a.vtt')), async ([text, name]) =>
    expect(await textOfFile(strToU8(text), name)).toBeTypeOf('string'),
  ),
  define(
    'declarations of encodings',
    3,
    fc.tuple(hostileName, hostileText, fc.constantFrom('a.html', 'a.xhtml', 'a.tmx')),
    async ([label, text, name]) =>
      expect(
        await textOfFile(strToU8(`<?xml version="1.0" encoding="${label}"?><meta charset="${label}"><p>${text}</p>`), name),
      ).toBeTypeOf('string'),
  ),
  define('docx, bytes changed', 4, mutatedBytes([docx, stored]), async (bytes) =>
    expect((await textOfFile(bytes, 'a.docx', { maxBytes: 1e6 })).length).toBeLessThan(1e6),
  ),
  define('epub, bytes changed', 4, mutatedBytes([epub, docx]), async (bytes) =>
    expect((await textOfFile(bytes, 'a.epub', { maxBytes: 1e6 })).length).toBeLessThan(1e6),
  ),
  define('epub, hostile parts', 3, fc.tuple(hostileName, hostileName, hostileText), async ([href, id, body]) => {
    const quote = (text: string): string => text.replace(/[<&"]/g, (c) => `&#${c.charCodeAt(0)};`);
    const bytes = zipSync({
      'META-INF/container.xml': xml(`<container><rootfile full-path="${quote(id)}"/></container>`),
      ...(id === '' || id === '__proto__' || id.endsWith('/')
        ? {}
        : { [id.slice(0, 100)]: xml(`<package><item id="${quote(id)}" href="${quote(href)}"/><itemref idref="${quote(id)}"/></package>`) }),
      ...(href === '' || href === '__proto__' || href.endsWith('/') ? {} : { [`x${href.slice(0, 100)}`]: strToU8(body) }),
    });
    expect(await textOfFile(bytes, 'a.epub', { maxBytes: 1e6 })).toBeTypeOf('string');
  }),
  define('docx, hostile text', 2, hostileText, async (text) => {
    const bytes = zipSync({ 'word/document.xml': strToU8(`<w:document><w:p><w:t>${text}</w:t></w:p></w:document>`) });
    expect(await textOfFile(bytes, 'a.docx', { maxBytes: 1e6 })).toBeTypeOf('string');
  }),
];

// ── alignments, and the texts in them ───────────────────────────────────────

const writers = ['json', 'tsv', 'tmx', 'xliff', 'moses', 'vecalign', 'intertext', 'ladder'] as const;
const write = (name: (typeof writers)[number], alignment: Alignment): string => {
  const file: unknown = formats[name].write(alignment, name === 'json' ? {} : ({ pair: 0 } as object));
  return typeof file === 'string' ? file : JSON.stringify(file);
};
const broken = brokenJson(hostileAlignment);

const alignments: FuzzCase[] = [
  define('what is written can be read', 4, fc.tuple(hostileAlignment, fc.constantFrom(...writers)), ([alignment, name]) => {
    const file = formats[name].write(alignment, name === 'json' ? {} : ({ pair: 0 } as object));
    if (name === 'ladder' || name === 'vecalign') formats[name].read(file as string);
    else expectSound((formats[name].read as (file: unknown) => Alignment)(file));
  }),
  define('written though broken', 2, fc.tuple(broken, fc.constantFrom(...writers)), ([alignment, name]) => write(name, alignment)),
  define('report', 5, fc.tuple(hostileAlignment, hostileName), ([alignment, title]) => expectHarmless(renderHtml(alignment, { title }))),
  define('report of what is broken', 2, broken, (alignment) => expectHarmless(renderHtml(alignment))),
  define('names', 4, hostileAlignment, (alignment) => expectSound({ ...alignment, names: traceNames(alignment), findings: [] })),
  define('names of what is broken', 1, broken, (alignment) => traceNames(alignment)),
  define('findings', 4, hostileAlignment, (alignment) => expectSound({ ...alignment, findings: findDivergences(alignment) })),
  define('findings of what is broken', 1, broken, (alignment) => findDivergences(alignment)),
  define('lineage', 1, fc.oneof(hostileAlignment, broken), (alignment) =>
    expect(JSON.stringify(traceLineage(alignment))).toBeTypeOf('string'),
  ),
  define('restored', 2, fc.tuple(fc.oneof(hostileAlignment, broken), hostileName), ([alignment, id]) => {
    const first = Array.isArray(alignment.documents) ? alignment.documents[0]?.id : undefined;
    const { text, changes } = restoreNames(alignment, first ?? id);
    expect(text).toBeTypeOf('string');
    expect(changes.every(({ start, end }) => start <= end)).toBe(true);
  }),
];

const indices = fc.array(fc.oneof(fc.nat({ max: 9 }), fc.constantFrom(-1, 1.5, 1e9, Number.NaN, '__proto__', null)), { maxLength: 5 });
const span = fc.oneof(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), indices);

function stages(embedder: Embedder): FuzzCase[] {
  const options = fc.dictionary(
    fc.constantFrom(
      'pivot',
      'relation',
      'maxBeadSize',
      'skipCost',
      'minConfidence',
      'anchors',
      'splitLanguages',
      'trace',
      'knownNames',
      'maxCharacters',
      'maxSentences',
      'maxDocuments',
      'maxMemory',
      'embedder',
      'signal',
      'onProgress',
      '__proto__',
      'constructor',
      'x',
    ),
    hostileValue,
    { maxKeys: 2 },
  );
  const input = fc.oneof(
    hostileText,
    fc.record(
      { text: hostileText, id: hostileName, url: hostileName, language: fc.constantFrom('en', 'zh', 'th', 'constructor') },
      { requiredKeys: ['text'] },
    ),
    fc.record({ sentences: fc.array(hostileText, { maxLength: 6 }) }),
  );
  return [
    define('splitSentences', 4, fc.tuple(hostileText, hostileName), ([text, language]) =>
      expectSpans(text, splitSentences(text, { language })),
    ),
    define('splitByLanguage', 2, hostileText, (text) => expectSpans(text, splitByLanguage(text))),
    define('detectLanguage', 2, hostileText, (text) => {
      const { language, confidence } = detectLanguage(text);
      expect(language).toMatch(/^[a-zA-Z-]{2,8}$/);
      expect(confidence >= 0 && confidence <= 1).toBe(true);
    }),
    define('nameSimilarity', 4, fc.tuple(hostileText, hostileText), ([one, other]) => {
      const similarity = nameSimilarity(one, other);
      expect(similarity >= 0 && similarity <= 1).toBe(true);
      expect(nameSimilarity(other, one)).toBe(similarity);
    }),
    define(
      'stages given no text',
      1,
      fc.tuple(
        fc.constantFrom(
          splitSentences,
          splitByLanguage,
          detectLanguage,
          nameSimilarity,
          scoreAlignment,
          renderHtml,
          traceNames,
          restoreNames,
        ),
        hostileValue,
        hostileValue,
      ),
      ([stage, ...values]) => (stage as (...values: unknown[]) => unknown)(...values),
    ),
    define(
      'scoreAlignment',
      2,
      fc.tuple(
        fc.array(fc.record({ source: indices, target: indices }), { maxLength: 6 }),
        fc.array(fc.record({ source: span, target: span }), { maxLength: 6 }),
      ),
      ([gold, predicted]) => {
        const { strict } = scoreAlignment(gold as never, predicted as never);
        expect(strict.f1 >= 0 && strict.f1 <= 1).toBe(true);
      },
    ),
    define(
      'bitextAlignment',
      2,
      fc.tuple(fc.array(hostileText, { maxLength: 5 }), fc.array(fc.record({ source: indices, target: indices }), { maxLength: 5 })),
      ([sentences, beads]) => expectSound(bitextAlignment({ sentences }, { sentences }, beads as never)),
    ),
    define(
      'alignSentences',
      5,
      fc.tuple(fc.array(hostileText, { maxLength: 8 }), fc.array(hostileText, { maxLength: 8 })),
      async ([source, target]) => {
        const { beads } = await alignSentences(source, target, { embedder });
        for (const { source: from, target: to, confidence } of beads) {
          expect(from[0] <= from[1] && from[1] <= source.length && to[0] <= to[1] && to[1] <= target.length).toBe(true);
          expect(confidence >= 0 && confidence <= 1).toBe(true);
        }
      },
    ),
    define('alignDocuments', 8, fc.array(input, { minLength: 1, maxLength: 3 }), async (documents) =>
      expectSound(await alignDocuments(documents as never, { embedder })),
    ),
    define('alignDocuments, hostile options', 2, fc.tuple(input, input, options), async ([one, other, given]) => {
      await alignDocuments([one, other] as never, { embedder, ...given } as never);
    }),
    define(
      'alignDocuments given no documents',
      1,
      fc.oneof(
        hostileValue,
        fc.array(hostileValue, { maxLength: 3 }),
        fc.array(fc.dictionary(hostileName, hostileValue, { maxKeys: 3 }), { maxLength: 2 }),
      ),
      async (documents) => {
        await alignDocuments(documents as never, { embedder });
      },
    ),
  ];
}

/** All of them. */
export function fuzzCases(embedder: Embedder): FuzzCase[] {
  return [...readers, ...alignments, ...stages(embedder)];
}
