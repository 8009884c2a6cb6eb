// Type-checked against the packed tarball: right calls compile, and each expected error is one.
import {
  type Alignment,
  AlignmentError,
  alignCorpus,
  alignDocuments,
  alignSentences,
  createEmbedder,
  nameSimilarity,
  scoreAlignment,
} from 'palimpsest';
import { collectResults, enqueuePairs, AlignmentError as QueueError, runWorker } from 'palimpsest/queue';

const alignment: Alignment = await alignDocuments(['Satu.', { id: 'b', sentences: ['One.'], language: 'en' }], {
  maxBeadSize: 6,
  trace: { names: false },
});
const start: number = alignment.pairs[0]!.beads[0]!.source[0];
const score: number =
  scoreAlignment([{ source: [0], target: [0, 2] }], alignment.pairs[0]!.beads).strict.f1 + nameSimilarity('a', 'b') + start;
const embedder = await createEmbedder({ model: './folder', runtime: 'builtin' });
const { beads, relation } = await alignSentences(['a'], ['b'], { embedder, skipCost: 'auto' });
export const done: [number, number, 'parallel' | 'comparable' | 'related' | 'unrelated'] = [score, beads.length, relation];
for await (const result of alignCorpus([['a', 'b'] as const, { id: 'x', source: 'a', target: { text: 'b' } }], {
  workers: 'auto',
  trace: { names: true },
})) {
  const told: string = result.status === 'failed' ? result.error.code : result.alignment.model.id;
  console.log(result.index, told);
}
const target = { connection: { host: '127.0.0.1', tls: true }, queue: 'a' };
const { added } = await enqueuePairs([{ source: 'a', target: { text: 'b' } }], {
  ...target,
  options: { maxBeadSize: 6 },
  filter: { skips: false },
});
const { completed } = await runWorker({
  connection: 'redis://127.0.0.1',
  queue: 'a',
  embedder,
  onResult: ({ index, line }) => index + line.length,
});
for await (const { line } of collectResults({ ...target, from: added, wait: false })) console.log(line, completed);
export const sameClass: typeof AlignmentError = QueueError;
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
// @ts-expect-error a pair has two sides
alignCorpus([['a']]);
// @ts-expect-error pairs are two documents, so none is a pivot
alignCorpus([['a', 'b']], { pivot: 'a' });
// @ts-expect-error a worker needs a queue
await runWorker({ connection: 'redis://127.0.0.1' });
// @ts-expect-error no such part of an address
await enqueuePairs([], { queue: 'a', connection: { hostname: 'a' } });
// @ts-expect-error no such code
export const wrong = (error: AlignmentError): boolean => error.code === 'BAD';
// @ts-expect-error Moses is two files
formats.moses.read('one text');
// @ts-expect-error no such format
formats.docx.write(alignment);
// @ts-expect-error an alignment, not its documents
renderHtml(alignment.documents);
// @ts-expect-error a number of a pair, not its name
formats.tmx.write(alignment, { pair: 'a,b' });
// @ts-expect-error cost or similarity
formats.vecalign.read('', { number: 'score' });
// @ts-expect-error results are not options
await alignDocuments(['a', 'b'], { anchors: alignment.pairs[0]!.beads });
