/**
 * Fits the decision between translations, reports of one subject and strangers to pairs made from FLORES, to stories and to real news, and writes
 * `src/align/learned/relation-weights.ts`:
 *
 *     node bench/run.mjs bench/fit-relation.ts
 *
 * Run it after `fit-links.ts`. Half of the FLORES articles and every other set teach, the rest tests; figures go to `bench/record/relation.json`.
 */

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { alignFreely } from '../src/align/free/comparable-alignment.ts';
import { createDotKernel } from '../src/align/kernel/build-kernel.ts';
import { alignmentModel, linkModel, wordlessLinkModel } from '../src/align/learned/learned-model.ts';
import { alignInOrder } from '../src/align/ordered/parallel-alignment.ts';
import { prepareDocument } from '../src/align/prepare-document.ts';
import { readFacts } from '../src/align/read-facts.ts';
import { isPlainlyParallel, measureRelation, relationFeatures, subjects, weighRelations } from '../src/align/relation/decide-relation.ts';
import { finishSteps } from '../src/align/run-steps.ts';
import { createEmbedder } from '../src/embed/create-embedder.ts';
import type { Embedder } from '../src/types.ts';
import { reliability } from './align-calibration.ts';
import { climb } from './align-crf.ts';
import {
  type DevPair,
  damagePair,
  devFolder,
  type Flores,
  newsDamage,
  readFlores,
  readGoldFolder,
  retellings,
  retellPair,
  runDamage,
  strangerPairs,
  tinyPairs,
  tinyRetellings,
} from './align-dev-sets.ts';
import { createRandom } from './align-random.ts';
import { type NewsDocument, type NewsSet, readNewsSets } from './news-sets.ts';

type Subject = (typeof subjects)[number];
/** Written by people; the rest is cut from FLORES, hundreds of pairs of few sentences. */
const newsWeight = 4;

type TrueCase = DevPair & {
  readonly isNews?: boolean;
  readonly truth: Subject;
  readonly languages?: { readonly source: string; readonly target: string };
};

interface Case {
  readonly evidence: Float64Array;
  readonly truth: Subject;
  readonly kind: string;
  readonly settled: boolean;
  readonly weight: number;
}

const count = relationFeatures.length;
const languages = [
  'id-en',
  'zh-en',
  'id-zh',
  'ru-en',
  'de-fr',
  'ja-en',
  'ar-es',
  'vi-th',
  'en-en',
  'zh-zh',
  'ms-id',
  'ko-fr',
  'hi-en',
  'es-pt',
];

const builtin = await createEmbedder();
/** The same vectors without sums and tokens: what other models give. */
const wordless: Embedder = { ...builtin, id: 'wordless', additive: false, embed: (texts, options) => builtin.embed(texts, options) };

async function measure(pairs: readonly TrueCase[]): Promise<Case[]> {
  const cases: Case[] = [];
  for (const [at, pair] of pairs.entries()) {
    // every fourth without words
    const embedder = at % 4 === 3 ? wordless : builtin;
    const [source, target] = await Promise.all(
      (['source', 'target'] as const).map((side) =>
        prepareDocument(pair[side], embedder, { readFacts: (texts, barred) => readFacts(texts, barred, pair.languages?.[side]) }),
      ),
    );
    const kernel = createDotKernel(source!, target!);
    const inOrder = finishSteps(alignInOrder(kernel, source!, target!, alignmentModel, { maxBeadSize: 8, anchors: [], skipCost: 'auto' }));
    const settled = isPlainlyParallel(finishSteps(measureRelation(source!, target!, inOrder, [])));
    const freely = settled
      ? inOrder
      : finishSteps(alignFreely(kernel, source!, target!, source!.tokens ? linkModel : wordlessLinkModel, { maxBeadSize: 8 })).beads;
    cases.push({
      evidence: finishSteps(measureRelation(source!, target!, inOrder, freely)),
      truth: pair.truth,
      kind: pair.set,
      settled,
      weight: pair.isNews ? newsWeight : 1,
    });
  }
  return cases;
}

/** Pairs of the sets with their kind; and of two sets next to one another a document each, which have nothing in common. */
function newsCases(sets: readonly NewsSet[]): TrueCase[] {
  return sets.flatMap(({ documents, pairs }, k) => {
    const next = sets[(k + 1) % sets.length]!.documents;
    const make = (set: string, source: NewsDocument, target: NewsDocument, truth: Subject): TrueCase => ({
      set,
      name: set,
      source: source.sentences,
      target: target.sentences,
      gold: [],
      possible: [],
      truth,
      isNews: true,
      languages: { source: source.language, target: target.language },
    });
    return [
      ...pairs.map(({ source, target, kind }) =>
        make(kind, documents[source]!, documents[target]!, kind === 'translation' || kind === 'mt' ? 'parallel' : 'reports'),
      ),
      make('other story', documents[0]!, next[0]!, 'unrelated'),
      make('other story', documents.at(-1)!, next.at(-1)!, 'unrelated'),
    ];
  });
}

const flores = readFlores();
const aligned = [...readGoldFolder(`${devFolder}/mac-dev`, 'mac'), ...readGoldFolder(`${devFolder}/textberg-dev`, 'textberg')];
const sets = readNewsSets();
const everyOther = <One>(list: readonly One[], first: number) => list.filter((_, k) => k % 2 === first);
const halves = await Promise.all(
  [0, 1].map((half) =>
    measure([
      ...(half === 0 ? makeCases(flores, [0, 141], 6, 1) : makeCases(flores, [141, 281], 4, 2)),
      ...cutChunks(everyOther(aligned, half), 3 + half),
      ...newsCases(everyOther(sets, half)),
    ]),
  ),
);
const [train, test] = halves as [Case[], Case[]];
const checked = fitSoftmax(train);
const outcomes = test.map(({ evidence, truth, kind, settled }) => {
  const probabilities = weighRelations(evidence, checked);
  const best = probabilities.indexOf(Math.max(...probabilities));
  return { kind, truth, got: subjects[best]!, stated: probabilities[best]!, right: subjects[best] === truth, settled };
});
const confusion: Record<string, Record<string, number>> = {};
for (const { kind, truth, got } of outcomes) {
  const row = `${truth} (${kind})`;
  confusion[row] ??= {};
  confusion[row][got] = (confusion[row][got] ?? 0) + 1;
}
const right = outcomes.filter((outcome) => outcome.right).length;
const report = {
  accuracy: Math.round((right / outcomes.length) * 1000) / 1000,
  cases: outcomes.length,
  confusion,
  settledWrongly: outcomes.filter(({ settled, truth }) => settled && truth !== 'parallel').length,
  reliability: reliability(outcomes, { slope: 1, shift: 0 }),
};
const strange = (subject: Subject) =>
  halves.flat().filter(({ evidence, truth }) => truth === subject && evidence[relationFeatures.indexOf('strangeness')]! > 0.1).length;
console.log('strange', Object.fromEntries(subjects.map((subject) => [subject, strange(subject)])));
console.table(confusion);
console.log(report.accuracy, report.settledWrongly, report.reliability.error);

const weights = fitSoftmax([...train, ...test]);
const rows = Object.fromEntries(
  subjects.map((subject, r) => [
    subject,
    Object.fromEntries(relationFeatures.map((name, k) => [name, Math.round(weights[r]![k]! * 1000) / 1000])),
  ]),
);
const file = 'src/align/learned/relation-weights.ts';
writeFileSync(
  file,
  `/** What speaks for each relation, written by \`node bench/run.mjs bench/fit-relation.ts\`: refit it, do not edit it. */
import type { NamedRelationWeights } from '../relation/decide-relation.ts';

export const relationWeightsByName: NamedRelationWeights = ${JSON.stringify(rows)};
`,
);
execFileSync('npx', ['biome', 'check', '--write', file]);
writeFileSync('bench/record/relation.json', `${JSON.stringify(report, null, 1)}\n`);

/** Whole documents aligned by hand, and stretches of 3 to 60 beads of them: translations far freer than those of news. */
function cutChunks(aligned: readonly DevPair[], seed: number): TrueCase[] {
  const random = createRandom(seed);
  return aligned.flatMap((pair) => {
    const whole = { ...pair, set: `${pair.set}, whole`, truth: 'parallel' as const };
    const beads = pair.gold.filter(({ source, target }) => source.length > 0 && target.length > 0);
    const chunks = Array.from({ length: 12 }, (_, k) => {
      const first = random.below(Math.max(beads.length - 60, 1));
      const last = beads[Math.min(first + [3, 8, 20, 60][k % 4]!, beads.length) - 1]!;
      const from = beads[first]!;
      return {
        ...pair,
        set: `${pair.set}, stretch`,
        source: pair.source.slice(from.source[0], last.source.at(-1)! + 1),
        target: pair.target.slice(from.target[0], last.target.at(-1)! + 1),
        gold: [],
        truth: 'parallel' as const,
      };
    });
    return [whole, ...chunks];
  });
}

/** Pairs of every relation, from documents of one article to documents of a dozen. */
function makeCases(flores: Flores, articleRange: readonly [number, number], perKind: number, seed: number): TrueCase[] {
  const cases: TrueCase[] = [];
  languages.forEach((name, k) => {
    const [source, target] = name.split('-') as [string, string];
    for (let repeat = 0; repeat < perKind; repeat++) {
      const own = seed * 100_000 + k * 1000 + repeat * 10;
      const random = createRandom(own);
      const articles = random.shuffle(Array.from({ length: articleRange[1] - articleRange[0] }, (_, a) => articleRange[0] + a));
      const size = repeat % 3 === 0 ? 1 + random.below(2) : 2 + random.below(10);
      const chosen = articles.slice(0, size);
      const foreign = articles.slice(size, size + 20);
      const sized = (kind: string) => `${kind}${size < 3 ? ', tiny' : ''}`;
      cases.push({ ...damagePair(flores, chosen, foreign, source, target, newsDamage, own, sized('news')), truth: 'parallel' });
      cases.push({
        ...damagePair(flores, chosen, foreign, source, target, { ...runDamage, runs: size > 3 ? 1 : 0 }, own + 1, sized('runs')),
        truth: 'parallel',
      });
      const kinds = Object.entries(retellings);
      const [kind, retelling] = kinds[repeat % kinds.length]!;
      if (size > 2) {
        cases.push({ ...retellPair(flores, chosen, foreign, source, target, retelling, own + 2, sized(kind)), truth: 'reports' });
        const [other, otherRetelling] = kinds[(repeat + 1) % kinds.length]!;
        cases.push({ ...retellPair(flores, chosen, foreign, source, target, otherRetelling, own + 3, sized(other)), truth: 'reports' });
      }
      // one to three sentences, the same on both sides or others
      const lines = flores.articles[articles[0]!]!;
      const others = flores.articles[articles[1]!]!;
      const few = 1 + random.below(3);
      const texts = (language: string, from: readonly number[]) => from.slice(0, few).map((line) => flores.lines(language)[line]!);
      const bare = { name: '', gold: [], possible: [], source: texts(source, lines) };
      cases.push({ ...bare, set: 'few sentences', target: texts(target, lines), truth: 'parallel' });
      cases.push({ ...bare, set: 'few sentences', target: texts(target, others), truth: 'unrelated' });
      const tiny = tinyPairs(flores, source, target, articleRange, 3, own + 7);
      cases.push(...tiny.parallel.map((pair) => ({ ...pair, truth: 'parallel' as const })));
      cases.push(...tiny.unrelated.map((pair) => ({ ...pair, truth: 'unrelated' as const })));
      for (const retelling of tinyRetellings(flores, source, target, articleRange, 3, own + 8))
        cases.push({ ...retelling, truth: 'reports' });
      // two documents that share nothing: one side of each of two pairs
      const here = damagePair(flores, chosen, foreign, source, target, newsDamage, own + 4, sized('unrelated'));
      const there = damagePair(
        flores,
        articles.slice(size + 20, size + 20 + 1 + random.below(10)),
        [],
        source,
        target,
        newsDamage,
        own + 5,
        'unrelated',
      );
      cases.push({ ...here, target: there.target, gold: [], truth: 'unrelated' });
      for (const strangers of strangerPairs(flores, source, target, articleRange, 1 + (repeat % 2), own + 6)) {
        cases.push({ ...strangers, set: 'unrelated, cut or whole', truth: 'unrelated' });
      }
    }
  });
  return cases.filter(({ source, target }) => source.length > 0 && target.length > 0);
}

function fitSoftmax(cases: readonly Case[]): Float64Array[] {
  const penalty = 0.1;
  const x = climb(
    (point) => {
      const rows = subjects.map((_, r) => point.subarray(r * count, (r + 1) * count));
      const gradient = new Float64Array(point.length);
      let loss = 0;
      for (let k = 0; k < point.length; k++) {
        loss += 0.5 * penalty * point[k]! ** 2;
        gradient[k] = penalty * point[k]!;
      }
      for (const { evidence, truth, weight } of cases) {
        const probabilities = weighRelations(evidence, rows);
        loss -= weight * Math.log(Math.max(probabilities[subjects.indexOf(truth)]!, 1e-12));
        probabilities.forEach((probability, r) => {
          const slope = weight * (probability - (subjects[r] === truth ? 1 : 0));
          for (let k = 0; k < count; k++) gradient[r * count + k] = gradient[r * count + k]! + slope * evidence[k]!;
        });
      }
      return { loss, gradient };
    },
    new Float64Array(subjects.length * count),
    200,
  );
  return subjects.map((_, r) => x.slice(r * count, (r + 1) * count));
}
