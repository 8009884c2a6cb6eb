/** Documents in which no sentence may be aligned, or any with any: there is always an alignment, if only of skips. */
import { expect, test } from 'vitest';
import { alignDocuments } from '../../src/index.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';

test.each([
  ['forty lines of page furniture', 'a\tb\n'.repeat(40)],
  ['three hundred time codes', '01:26\n'.repeat(300)],
  ['three hundred equal sentences', 'He left.\n'.repeat(300)],
])('%s against as many and one more', async (_, text) => {
  const { documents, pairs } = await alignDocuments([text, `${text} x`], { embedder: createHashingEmbedder(), relation: 'parallel' });
  const [source, target] = documents.map(({ sentences }) => sentences.length);
  const covered = (side: 'source' | 'target') => pairs[0]!.beads.reduce((sum, bead) => sum + bead[side][1] - bead[side][0], 0);
  expect([covered('source'), covered('target')]).toEqual([source, target]);
});
