import { readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { expect, test } from 'vitest';
import { alignmentSchema } from '../../src/formats/alignment-schema.ts';

test('the published JSON Schema is the one that the reader checks', () => {
  const published: unknown = JSON.parse(readFileSync(new URL('../../src/formats/alignment.schema.json', import.meta.url), 'utf8'));
  expect(published).toEqual(JSON.parse(JSON.stringify(toJsonSchema(alignmentSchema))));
});
