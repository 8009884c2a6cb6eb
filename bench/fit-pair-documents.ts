/**
 * Fits what tells documents that belong together from strangers, on piles from one half of the FLORES articles and of invented ones, and
 * writes `src/corpus/pair-weights.ts`:
 *
 *     node bench/run.mjs bench/fit-pair-documents.ts
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { finishSteps } from '../src/align/run-steps.ts';
import { readPile } from '../src/corpus/document-pile.ts';
import { centreByLanguage } from '../src/corpus/document-vectors.ts';
import { ItemCache } from '../src/corpus/item-cache.ts';
import { findNearestDocuments } from '../src/corpus/nearest-documents.ts';
import { chooseCandidates } from '../src/corpus/pair-candidates.ts';
import {
  addBeads,
  alignItems,
  evidenceOfVectors,
  type PairEvidence,
  type PairFeature,
  pairFeatures,
  weigh,
} from '../src/corpus/pair-evidence.ts';
import { compareSegments } from '../src/corpus/sentence-evidence.ts';
import { createEmbedder } from '../src/embed/create-embedder.ts';
import { climb } from './align-crf.ts';
import { readFlores } from './align-dev-sets.ts';
import { type DevPile, learningPiles } from './pair-dev-piles.ts';

interface Example {
  readonly evidence: PairEvidence;
  readonly together: boolean;
  /** Whether the one translates the other; undefined where it is neither one nor the other. */
  readonly parallel: boolean | undefined;
  readonly calledUnrelated: boolean;
  readonly weight: number;
}

const perDocument = 8;
const penalty = 0.1;
const pileWeight = 1000;

const documentFeatures: PairFeature[] = ['constant', 'sameLanguage', 'cosine', 'margin', 'marginLow'];
const sentenceFeatures = pairFeatures.slice(0, pairFeatures.indexOf('linkLow'));
const alignedFeatures = pairFeatures;
const parallelFeatures: PairFeature[] = ['constant', 'sentenceLow', 'linkLow', 'linkHigh', 'unrelated'];

const embedder = await createEmbedder();
// piles of one name weigh as much together as any other
const byName = new Map<string, Omit<Example, 'weight'>[]>();
for (const pile of learningPiles(readFlores())) byName.set(pile.name, [...(byName.get(pile.name) ?? []), ...(await listExamples(pile))]);
const examples: Example[] = [...byName].flatMap(([name, own]) => {
  console.log(name, own.length, own.filter(({ together }) => together).length);
  return own.map((example) => ({ ...example, weight: pileWeight / own.length }));
});

const documents = fit(examples, documentFeatures, ({ together }) => together);
const sentences = fit(examples, sentenceFeatures, ({ together }) => together);
const aligned = fit(examples, alignedFeatures, ({ together }) => together);
const unnamed = examples.filter(({ together, parallel, evidence }) => together && parallel !== undefined && evidence.unrelated > 0.2);
const parallel = fit(
  unnamed.map((example) => ({ ...example, weight: 1 })),
  parallelFeatures,
  (example) => example.parallel === true,
);
const right = examples.filter(({ evidence, together }) => weigh(evidence, aligned) > 0 === together).length;
const rightlyNamed = unnamed.filter((example) => weigh(example.evidence, parallel) > 0 === example.parallel).length;
console.log(`${examples.length} pairs, right ${right / examples.length}; named ${unnamed.length}, right ${rightlyNamed / unnamed.length}`);

const file = 'src/corpus/pair-weights.ts';
writeFileSync(
  file,
  `/** Weights of what speaks for a pair of documents. Written by \`node bench/run.mjs bench/fit-pair-documents.ts\`; do not edit. */
import type { PairWeights } from './pair-evidence.ts';

/** By the vectors of the documents alone. */
export const documentWeights = ${JSON.stringify(documents)} as const;

/** Before aligning. */
export const sentenceWeights: PairWeights = ${JSON.stringify(sentences)};

/** After aligning. */
export const alignedWeights: PairWeights = ${JSON.stringify(aligned)};

/** Whether a pair that belongs together, and in which the aligner sees no relation, is parallel. */
export const parallelWeights: PairWeights = ${JSON.stringify(parallel)};
`,
);
execFileSync('npx', ['biome', 'check', '--write', file]);

async function listExamples({ documents: pile, pairs, doubtful }: DevPile): Promise<Omit<Example, 'weight'>[]> {
  const { items, markCounts } = finishSteps(readPile(pile, { splitLanguages: true, maxCharacters: 1e7 }));
  const cache = new ItemCache(items, embedder, undefined);
  const { dimensions } = embedder;
  const rows = new Float32Array(items.length * dimensions);
  for (const index of items.keys()) {
    rows.set((await cache.get(index)).vector, index * dimensions);
  }
  const names = [...new Set(items.map(({ language }) => language))];
  const languages = Int32Array.from(items, ({ language }) => names.indexOf(language));
  finishSteps(centreByLanguage({ rows, dimensions }, languages));
  const searched = { rows, dimensions, languages, languageCount: names.length };
  const nearest = finishSteps(findNearestDocuments(searched, 16));
  const choice = { most: perDocument, sameLanguage: true, leastScore: Number.NEGATIVE_INFINITY };
  const candidates = finishSteps(chooseCandidates(items, searched, nearest, choice));
  const relations = new Map(pairs.map(([source, target, relation]) => [`${source} ${target}`, relation]));
  const left = new Set(doubtful.map((pair) => pair.join(' ')));
  const examples: Omit<Example, 'weight'>[] = [];
  for (const candidate of candidates) {
    const source = await cache.get(candidate.source);
    const target = await cache.get(candidate.target);
    const key = `${pile[source.item.document]!.id} ${pile[target.item.document]!.id}`;
    if (left.has(key)) continue;
    const counts = { items: items.length, markCounts };
    const before = evidenceOfVectors(candidate, source, target, compareSegments(source.segments, target.segments), counts);
    const found = finishSteps(alignItems(source, target));
    const relation = relations.get(key);
    examples.push({
      evidence: addBeads(before, found, source, target),
      together: relation !== undefined,
      parallel: relation === 'parallel' ? true : relation === 'comparable' ? false : undefined,
      calledUnrelated: found.relation === 'unrelated',
    });
  }
  return examples;
}

/** Logistic regression. */
function fit<Given extends { evidence: PairEvidence; weight: number }>(
  given: readonly Given[],
  features: readonly PairFeature[],
  isTrue: (example: Given) => boolean,
): Record<string, number> {
  const vectors = given.map(({ evidence }) => features.map((name) => evidence[name]));
  const x = climb(
    (point) => {
      const gradient = Float64Array.from(point, (value) => penalty * value);
      let loss = point.reduce((sum, value) => sum + (penalty / 2) * value * value, 0);
      for (const [k, vector] of vectors.entries()) {
        const score = vector.reduce((sum, value, f) => sum + value * point[f]!, 0);
        const probability = 1 / (1 + Math.exp(-score));
        const truth = isTrue(given[k]!);
        loss -= given[k]!.weight * Math.log(Math.max(truth ? probability : 1 - probability, 1e-12));
        const slope = given[k]!.weight * (probability - (truth ? 1 : 0));
        vector.forEach((value, f) => {
          gradient[f]! += slope * value;
        });
      }
      return { loss, gradient };
    },
    new Float64Array(features.length),
    400,
  );
  return Object.fromEntries(features.map((name, f) => [name, Math.round(x[f]! * 1000) / 1000]));
}
