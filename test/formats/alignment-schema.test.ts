import { readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { InferOutput } from 'valibot';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { alignmentSchema } from '../../src/alignment-schema.ts';
import { formats } from '../../src/formats/formats.ts';
import type { Alignment } from '../../src/types.ts';
import { seedAlignment } from '../report/support/seed-alignment.ts';
import { schemaErrors } from './support/json-schema.ts';

const published = JSON.parse(readFileSync(new URL('../../src/formats/alignment.schema.json', import.meta.url), 'utf8'));

test('the published JSON Schema is the one that the reader checks (node scripts/update-schema.mjs)', () => {
  const { title, ...rest } = published;
  expect(title).toMatch(/^Alignment/);
  expect(rest).toEqual(JSON.parse(JSON.stringify(toJsonSchema(alignmentSchema))));
});

test('the schema has every property of the type, and no other', () => {
  expectTypeOf<Omit<InferOutput<typeof alignmentSchema>, 'format' | 'version'>>().toEqualTypeOf<Alignment>();
});

describe('by the published schema', () => {
  const written = () => JSON.parse(formats.json.write(seedAlignment()));

  test('what is written is valid', () => {
    expect(schemaErrors(published, written())).toEqual([]);
  });

  test.each<[string, (value: ReturnType<typeof written>) => unknown, string]>([
    ['another format', (value) => Object.assign(value, { format: 'x' }), 'format: expected "palimpsest-alignment"'],
    ['a later version', (value) => Object.assign(value, { version: 2 }), 'version: expected 1'],
    ['no pairs', (value) => delete value.pairs, 'expected pairs'],
    [
      'half a sentence number',
      (value) => Object.assign(value.pairs[0].beads[0], { source: [0, 0.5] }),
      'pairs.0.beads.0.source.1: expected integer',
    ],
    ['a span of three', (value) => value.pairs[0].beads[0].source.push(3), 'pairs.0.beads.0.source: expected at most 2 items'],
    [
      'too high a confidence',
      (value) => Object.assign(value.pairs[0].beads[0], { confidence: 2 }),
      'pairs.0.beads.0.confidence: expected at most 1',
    ],
    [
      'an unknown relation',
      (value) => Object.assign(value.pairs[0], { relation: 'similar' }),
      'pairs.0.relation: expected one of parallel, comparable, related, unrelated',
    ],
  ])('%s is not', (_, change, error) => {
    const value = written();
    change(value);
    expect(schemaErrors(published, value)).toEqual([error]);
  });
});
