/** What is written is valid: TMX against its document type, XLIFF against a grammar of its core, JSON against our published schema. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitextAlignment } from '../../src/formats/bitext-alignment.ts';
import { formats } from '../../src/formats/formats.ts';
import type { Alignment } from '../../src/types.ts';
import { seedAlignment } from '../report/support/seed-alignment.ts';
import { bitext } from './support/arbitrary-alignment.ts';
import { tmxErrors, xliff12Errors, xliffErrors } from './support/validate-xml.ts';

const nasty = fc.sample(bitext, { seed: 42, numRuns: 40 });
const seeds = seedAlignment();
const pairs = [...seeds.pairs.keys()];

describe('TMX', () => {
  test('of every pair of the seeds is valid', async () => {
    expect(await tmxErrors(...pairs.map((pair) => formats.tmx.write(seeds, { pair })))).toEqual([]);
  });

  test('of texts full of what XML cannot hold is valid', async () => {
    expect(await tmxErrors(...nasty.map((alignment) => formats.tmx.write(alignment)))).toEqual([]);
  });

  test.each([
    ['a header without its tool', /creationtool="palimpsest" /, '', /header failed to validate attributes/],
    ['a property behind the variants', /(<prop type="x-similarity">[\s\S]*?<\/prop>)([\s\S]*?)(<\/tu>)/, '$2$1$3', /tu has extra content/],
    ['a variant without its language', / xml:lang="[^"]*"/, '', /tuv failed to validate attributes/],
    ['a kind of segment that is none', /segtype="sentence"/, 'segtype="clause"', /header failed to validate attributes/],
  ])('the validator refuses %s', async (_, what, by, message) => {
    const tmx = formats.tmx.write(seeds, { pair: 0 });
    expect((await tmxErrors(tmx.replace(what, by))).join('\n')).toMatch(message);
  });
});

describe('XLIFF', () => {
  test('of every pair of the seeds is valid', async () => {
    expect(await xliffErrors(...pairs.map((pair) => formats.xliff.write(seeds, { pair })))).toEqual([]);
  });

  test('of texts full of what XML cannot hold is valid', async () => {
    expect(await xliffErrors(...nasty.map((alignment) => formats.xliff.write(alignment)))).toEqual([]);
  });

  test.each([
    ['a unit without id', / id="u1"/, '', /unit/],
    ['two units with one id', 'id="u2"', 'id="u1"', /one id/],
    ['a target before its source', /(<source>[\s\S]*?<\/source>)(<target>[\s\S]*?<\/target>)/, '$2$1', /./],
    ['no source language', / srcLang="[^"]*"/, '', /./],
    ['targets without their language', / trgLang="[^"]*"/, '', /trgLang/],
    [
      'metadata behind the segments',
      /(<mda:metadata>(?:(?!<mda:metadata>)[\s\S])*?<\/mda:metadata>)\s*(<segment[\s\S]*?<\/segment>)/,
      '$2$1',
      /./,
    ],
  ])('the validator refuses %s', async (_, what, by, message) => {
    const xliff = formats.xliff.write(seeds, { pair: 0 });
    expect((await xliffErrors(xliff.replace(what, by))).join('\n')).toMatch(message);
  });
});

describe('XLIFF 1.2', () => {
  const write = (alignment: Alignment, pair?: number) => formats.xliff.write(alignment, { pair, version: '1.2' });

  test('of every pair of the seeds is valid', async () => {
    expect(await xliff12Errors(...pairs.map((pair) => write(seeds, pair)))).toEqual([]);
  });

  test('of texts full of what XML cannot hold is valid', async () => {
    expect(await xliff12Errors(...nasty.map((alignment) => write(alignment)))).toEqual([]);
  });

  test.each([
    ['a unit without id', / id="1"/, '', /trans-unit/],
    ['two units with one id', 'id="2"', 'id="1"', /one name/],
    ['a target before its source', /(<source>[\s\S]*?<\/source>)\s*(<target [\s\S]*?<\/target>)/, '$2$1', /./],
    ['no source language', / source-language="[^"]*"/, '', /file/],
    ['a language with an underscore', /source-language="\w+"/, 'source-language="en_us"', /file/],
    ['a state that is none', 'state="translated"', 'state="done"', /./],
  ])('the validator refuses %s', async (_, what, by, message) => {
    expect((await xliff12Errors(write(seeds, 0).replace(what, by))).join('\n')).toMatch(message);
  });
});

test('languages are written as tags, whatever they were called', async () => {
  const odd = bitextAlignment({ language: 'en_us', sentences: ['x'] }, { language: 'Spanish (Spain)', sentences: ['y'] }, [
    { source: [0], target: [0] },
  ]);
  expect(odd.documents.map(({ language }) => language)).toEqual(['en-US', 'und']);
  expect(odd.warnings).toEqual([{ code: 'LANGUAGE_UNKNOWN', message: '"Spanish (Spain)" is no language tag', document: 'target' }]);
  const json = { ...odd, documents: odd.documents.map((document) => ({ ...document, language: 'zh_TW' })) };
  for (const alignment of [odd, json]) {
    expect(await tmxErrors(formats.tmx.write(alignment))).toEqual([]);
    expect(await xliffErrors(formats.xliff.write(alignment))).toEqual([]);
    expect(await xliff12Errors(formats.xliff.write(alignment, { version: '1.2' }))).toEqual([]);
  }
  expect(formats.xliff.write(json)).toContain('srcLang="zh-TW" trgLang="zh-TW"');
});
