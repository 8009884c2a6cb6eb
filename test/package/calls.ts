// Type-checked against the packed tarball: right calls compile, and each expected error is one.
import { type Alignment, AlignmentError, alignDocuments, alignSentences, createEmbedder, nameSimilarity, scoreAlignment } from 'palimpsest';

const alignment: Alignment = await alignDocuments(['Satu.', { id: 'b', sentences: ['One.'], language: 'en' }], {
  maxBeadSize: 6,
  trace: { names: false },
});
const start: number = alignment.pairs[0]!.beads[0]!.source[0];
const score: number =
  scoreAlignment([{ source: [0], target: [0, 2] }], alignment.pairs[0]!.beads).strict.f1 + nameSimilarity('a', 'b') + start;
const embedder = await createEmbedder({ model: './folder', runtime: 'builtin' });
const { beads, relation } = await alignSentences(['a'], ['b'], { embedder, skipCost: 'auto' });
export const done: [number, number, 'parallel' | 'comparable' | 'unrelated'] = [score, beads.length, relation];
export const isOurs = (error: unknown): boolean => error instanceof AlignmentError && error.code === 'NO_DOCUMENTS';

// @ts-expect-error a document is a string or an object
await alignDocuments([42]);
// @ts-expect-error no such option
await alignDocuments(['a', 'b'], { maxBeads: 6 });
// @ts-expect-error a number or 'auto'
await alignDocuments(['a', 'b'], { skipCost: 'low' });
// @ts-expect-error no such relation
await alignSentences(['a'], ['b'], { relation: 'similar' });
// @ts-expect-error no such runtime
await createEmbedder({ runtime: 'onnx' });
// @ts-expect-error no such code
export const wrong = (error: AlignmentError): boolean => error.code === 'BAD';
