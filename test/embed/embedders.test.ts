/** One suite over every embedder. */

import { builtinModelFolder } from '../../src/embed/builtin-model.ts';
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import { testAdditiveEmbedder, testEmbedder } from '../support/embedder-contract.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';

const own = { model: builtinModelFolder() };

testEmbedder('the built-in embedder', () => createEmbedder());
testAdditiveEmbedder('the built-in embedder', () => createEmbedder());
testEmbedder('the hashing embedder', async () => createHashingEmbedder());
testAdditiveEmbedder('the hashing embedder', async () => createHashingEmbedder());
testEmbedder('@xenova/transformers', () => createEmbedder({ ...own, runtime: '@xenova/transformers' }), { tolerance: 1e-5 });
testEmbedder('@huggingface/transformers', () => createEmbedder({ ...own, runtime: '@huggingface/transformers' }), { tolerance: 1e-5 });
