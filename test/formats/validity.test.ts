/** What is written is valid: TMX against its document type, XLIFF against a grammar of its core, JSON against our published schema. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/formats/formats.ts';
import { seedAlignment } from '../report/support/seed-alignment.ts';
import { bitext } from './support/arbitrary-alignment.ts';
import { tmxErrors, xliffErrors } from './support/validate-xml.ts';

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
