/**
 * Fits what tells documents that belong together from strangers, on piles from one half of the FLORES articles and of invented ones, and
 * writes `src/pairing/pair-weights.ts`:
 *
 *     node bench/run.mjs bench/fit-pair-documents.ts
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { finishSteps } from '../src/align/run-steps.ts';
import { createEmbedder } from '../src/embed/create-embedder.ts';
import { readPile } from '../src/pairing/document-pile.ts';
import { centreByLanguage } from '../src/pairing/document-vectors.ts';
import { ItemCache } from '../src/pairing/item-cache.ts';
import { findNearestDocuments } from '../src/pairing/nearest-documents.ts';
import { chooseCandidates } from '../src/pairing/pair-candidates.ts';
import { addBeads, alignItems, evidenceOfVectors, weigh } from '../src/pairing/pair-evidence.ts';
import { type PairEvidence, type PairFeature, pairFeatures } from '../src/pairing/pair-features.ts';
import { findThirds } from '../src/pairing/pair-support.ts';
import { compareSegments } from '../src/pairing/sentence-evidence.ts';
import { readFlores } from './align-dev-sets.ts';
import { fitLogistic } from './fit-logistic.ts';
import { type DevPile, learningPiles } from './pair-dev-piles.ts';

interface Example {
  readonly pile: string;
  /** Positions of the documents in their pile. */
  readonly source: number;
  readonly target: number;
  readonly evidence: PairEvidence;
  readonly together: boolean;
  readonly weight: number;
}

const perDocument = 5;
const penalty = 0.1;
const pileWeight = 1000;
const leastTrust = 0.75;
/** Few articles after one pattern are rare, and look much like few reports of one event. */
const weightOf: Readonly<Record<string, number>> = { 'invented, few': 0.3 };

const documentFeatures: PairFeature[] = ['constant', 'sameLanguage', 'cosine', 'margin', 'marginLow'];
const sentenceFeatures = pairFeatures.slice(0, pairFeatures.indexOf('linkLow'));
const alignedFeatures = pairFeatures;

const embedder = await createEmbedder();
// piles of one name weigh as much together as any other
const byName = new Map<string, Omit<Example, 'weight'>[]>();
let number = 0;
for (const pile of learningPiles(readFlores())) {
  const own = await listExamples(pile, String(number++));
  byName.set(pile.name, [...(byName.get(pile.name) ?? []), ...own]);
}
const examples: Example[] = [...byName].flatMap(([name, own]) => {
  console.log(name, own.length, own.filter(({ together }) => together).length);
  return own.map((example) => ({ ...example, weight: (weightOf[name] ?? 1) * (pileWeight / own.length) }));
});

// small piles are not sorted by the vectors of documents alone
const large = examples.filter(({ evidence }) => evidence.pile > leastTrust);
const judge = ({ evidence, together, weight }: Example) => ({ evidence, isTrue: together, weight });
const documentWeights = fitLogistic(large.map(judge), documentFeatures, penalty);
const sentences = fitLogistic(examples.map(judge), sentenceFeatures, penalty);
const aligned = fitLogistic(examples.map(judge), alignedFeatures, penalty);
// what third documents say, by the first judgements of each pile
const piles = new Map<string, Example[]>();
for (const example of examples) piles.set(example.pile, [...(piles.get(example.pile) ?? []), example]);
const judged = [...piles.values()].flatMap((own) => {
  const scores = own.map(({ evidence }) => weigh(evidence, aligned));
  const thirds = findThirds(
    own.map(({ source, target }, k) => ({ source, target, confidence: 1 / (1 + Math.exp(-scores[k]!)) })),
    (one, other) => one !== other,
  );
  return own.map((example, k) => ({
    isTrue: example.together,
    weight: example.weight,
    evidence: {
      constant: 1,
      odds: Math.min(Math.max(scores[k]!, -20), 20),
      support: thirds[k]!.support,
      contradiction: thirds[k]!.contradiction,
    },
  }));
});
const support = fitLogistic(judged, ['constant', 'odds', 'support', 'contradiction'], penalty);
const right = examples.filter(({ evidence, together }) => weigh(evidence, aligned) > 0 === together).length;
console.log(`${examples.length} pairs, right ${right / examples.length}`);

const file = 'src/pairing/pair-weights.ts';
writeFileSync(
  file,
  `/** Weights of what speaks for a pair of documents. Written by \`node bench/run.mjs bench/fit-pair-documents.ts\`; do not edit. */
import type { PairWeights } from './pair-features.ts';

/** By the vectors of the documents alone. */
export const documentWeights = ${JSON.stringify(documentWeights)} as const;

/** Before aligning. */
export const sentenceWeights: PairWeights = ${JSON.stringify(sentences)};

/** After aligning. */
export const alignedWeights: PairWeights = ${JSON.stringify(aligned)};

/** With what third documents say. */
export const supportWeights = ${JSON.stringify(support)} as const;
`,
);
execFileSync('npx', ['biome', 'check', '--write', file]);

async function listExamples({ documents, pairs, doubtful }: DevPile, pile: string): Promise<Omit<Example, 'weight'>[]> {
  const { items, markCounts } = finishSteps(readPile(documents, { splitLanguages: true, maxCharacters: 1e7 }));
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
    const key = `${documents[source.item.document]!.id} ${documents[target.item.document]!.id}`;
    if (left.has(key)) continue;
    const counts = { items: items.length, markCounts };
    const before = evidenceOfVectors(candidate, source, target, compareSegments(source.segments, target.segments), counts);
    const found = finishSteps(alignItems(source, target));
    const relation = relations.get(key);
    examples.push({
      pile,
      source: source.item.document,
      target: target.item.document,
      evidence: addBeads(before, found, source, target),
      together: relation !== undefined,
    });
  }
  return examples;
}
