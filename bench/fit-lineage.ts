/**
 * Fits what lineage weighs, on written stories: `node bench/run.mjs bench/fit-lineage.ts [--held-out] [--check]`.
 *
 * Each story gives all its subsets of two documents and more: where a source is left out, its own source or none is right, and
 * two documents that were made from a text left out share a source. A subset weighs so much that those of a story weigh as
 * much as the story itself. Weights of edges maximise the probability of the true forests (matrix-tree theorem), the two
 * others are logistic regressions. Figures are cross-validated by story; the final weights see all stories but those of
 * `stories/held-out.txt`. `--held-out` measures the shipped weights on those and writes nothing.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { alignDocuments } from '../src/align-documents.ts';
import { claimSources, translatesIn } from '../src/lineage/claim-sources.ts';
import type { CopyEvidence } from '../src/lineage/copy-evidence.ts';
import { commonSourceFeatureNames, commonSourceFeatures, copyFeatureNames, copyFeatures } from '../src/lineage/copy-score.ts';
import { explainGarbles } from '../src/lineage/passed-language.ts';
import { sourceForest } from '../src/lineage/source-forest.ts';
import { evidenceOfPairs, traceLineage } from '../src/lineage/trace-lineage.ts';
import type { Alignment } from '../src/types.ts';
import { climb } from './align-crf.ts';
import { type Example, fitLogistic } from './fit-logistic.ts';

interface StoryDocument {
  readonly id: string;
  readonly language: string;
  readonly source: string | null;
  readonly through: string | null;
  readonly sentences: readonly { readonly text: string }[];
}

interface Story {
  readonly id: string;
  readonly documents: readonly StoryDocument[];
}

/** Some documents of a story, and what is true of them. */
interface Case {
  readonly story: number;
  readonly weight: number;
  readonly isWhole: boolean;
  readonly alignment: Alignment;
  readonly evidence: readonly (CopyEvidence | undefined)[];
  /** Place of each document's source, -1 where it has none here. */
  readonly parents: readonly number[];
  /** For each document the first text that it goes back to, here or not. */
  readonly origins: readonly string[];
}

const folds = 8;
const penalty = 0.2;
const heldOut = new Set(readFileSync('stories/held-out.txt', 'utf8').split('\n').filter(Boolean));
const onHeldOut = process.argv.includes('--held-out');
const stories = readdirSync('stories')
  .filter((file) => file.endsWith('.json') && heldOut.has(file.slice(0, -'.json'.length)) === onHeldOut)
  .sort()
  .map((file) => JSON.parse(readFileSync(`stories/${file}`, 'utf8')) as Story);

const cases: Case[] = [];
const marks: { story: number; lead: number; count: number; found: string; truth: string | null }[] = [];
for (const [number, story] of stories.entries()) {
  const alignment = await alignDocuments(
    story.documents.map(({ id, language, sentences }) => ({ id, language, sentences: sentences.map(({ text }) => text) })),
    { trace: { names: true, findings: false, lineage: false } },
  );
  cases.push(...casesOf(story, number, alignment));
  for (const document of alignment.documents) {
    const explained = explainGarbles(document, alignment);
    if (explained === undefined) continue;
    const truth = story.documents.find(({ id }) => id === document.id)!.through;
    marks.push({ story: number, lead: explained.lead, count: explained.garbles.length, found: explained.language, truth });
  }
}

function casesOf(story: Story, number: number, whole: Alignment): Case[] {
  const made: Case[] = [];
  const count = story.documents.length;
  for (let mask = 1; mask < 1 << count; mask++) {
    const documents = story.documents.filter((_, k) => mask & (1 << k));
    if (documents.length < 2) continue;
    const ids = new Set(documents.map(({ id }) => id));
    const sourceOf = (id: string): string | null => story.documents.find((document) => document.id === id)?.source ?? null;
    const parent = (id: string): number => {
      let source = sourceOf(id);
      while (source !== null && !ids.has(source)) source = sourceOf(source);
      return documents.findIndex((document) => document.id === source);
    };
    const origin = (id: string): string => {
      const source = sourceOf(id);
      return source === null ? id : origin(source);
    };
    const alignment: Alignment = {
      ...whole,
      documents: whole.documents.filter(({ id }) => ids.has(id)),
      pairs: whole.pairs.filter(({ source, target }) => ids.has(source) && ids.has(target)),
      names: whole.names
        // beads are counted by pairs of the whole story
        .map((name) => ({
          ...name,
          mentions: name.mentions.filter(({ document }) => ids.has(document)).map((mention) => ({ ...mention, beads: [] })),
        }))
        .filter(({ mentions }) => mentions.length > 0),
    };
    const isWhole = documents.length === count;
    made.push({
      story: number,
      weight: isWhole ? 1 : 1 / (2 ** count - count - 2),
      isWhole,
      alignment,
      evidence: evidenceOfPairs(alignment),
      parents: documents.map(({ id }) => parent(id)),
      origins: documents.map(({ id }) => origin(id)),
    });
  }
  return made;
}

function scoresOf({ evidence }: Case, weights: readonly number[]): Float64Array {
  return Float64Array.from(evidence, (shown) =>
    shown === undefined ? Number.NEGATIVE_INFINITY : copyFeatures(shown).reduce((sum, value, f) => sum + value * weights[f]!, 0),
  );
}

function fitCopies(examples: readonly Case[]): number[] {
  const x = climb(
    (point) => {
      const gradient = Float64Array.from(point, (value) => penalty * value);
      let loss = point.reduce((sum, value) => sum + (penalty / 2) * value * value, 0);
      for (const example of examples) {
        const { evidence, parents, weight } = example;
        const size = parents.length;
        const scores = scoresOf(example, [...point]);
        const { edges, logTotal } = sourceForest(scores, size);
        loss += weight * logTotal;
        evidence.forEach((shown, place) => {
          if (shown === undefined) return;
          const isTrue = parents[place % size] === Math.floor(place / size);
          if (isTrue) loss -= weight * scores[place]!;
          copyFeatures(shown).forEach((value, f) => {
            gradient[f]! += weight * (edges[place]! - (isTrue ? 1 : 0)) * value;
          });
        });
      }
      return { loss, gradient };
    },
    new Float64Array(copyFeatureNames.length),
    200,
  );
  return [...x].map(rounded);
}

function fitCommonSource(examples: readonly Case[]): number[] {
  const list: Example<Record<string, number>>[] = [];
  for (const { evidence, parents, origins, weight } of examples) {
    const size = parents.length;
    evidence.forEach((shown, place) => {
      const [one, other] = [Math.floor(place / size), place % size];
      if (shown === undefined || one > other || parents[one] === other || parents[other] === one) return;
      const features = commonSourceFeatures(shown);
      list.push({
        evidence: Object.fromEntries(commonSourceFeatureNames.map((name, f) => [name, features[f]!])),
        isTrue: origins[one] === origins[other],
        weight,
      });
    });
  }
  const weights = fitLogistic(list, commonSourceFeatureNames as unknown as string[], penalty);
  return commonSourceFeatureNames.map((name) => weights[name]!);
}

function fitPassed(examples: typeof marks): number[] {
  const list = examples.map(({ lead, found, truth }) => ({ evidence: { bias: 1, lead }, isTrue: found === truth, weight: 1 }));
  const weights = fitLogistic(list, ['bias', 'lead'], penalty);
  return [weights.bias!, weights.lead!];
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

// ── figures ─────────────────────────────────────────────────────────────────

interface Tally {
  right: number;
  wrong: number;
  of: number;
}

const tally = (): Tally => ({ right: 0, wrong: 0, of: 0 });

/** Counts what `choose` says of each document: the places it may have come from, or nothing. */
function count(into: Tally, parents: readonly number[], choose: (child: number) => readonly number[]): void {
  parents.forEach((parent, child) => {
    const said = choose(child);
    if (parent >= 0) into.of++;
    if (said.length === 0) return;
    if (said.includes(parent)) into.right++;
    else into.wrong++;
  });
}

/** The document that has most of it, if that is half: what one threshold on one feature brings. */
function baseline({ evidence, parents }: Case, child: number): number[] {
  const size = parents.length;
  const shares = parents.map((_, parent) => evidence[parent * size + child]?.childInParent ?? 0);
  const best = shares.indexOf(Math.max(...shares));
  return shares[best]! >= 0.5 && evidence[best * size + child]!.parentInChild <= shares[best]! ? [best] : [];
}

function shown(example: Case): (child: number) => number[] {
  const { documents } = example.alignment;
  const lineage = traceLineage(example.alignment);
  return (child) => {
    const entry = lineage.find(({ document }) => document === documents[child]!.id);
    const ids = entry?.source === undefined ? [] : [entry.source, ...(entry.alternatives ?? [])];
    return ids.map((id) => documents.findIndex((document) => document.id === id));
  };
}

if (onHeldOut) {
  const [whole, parts] = [tally(), tally()];
  for (const example of cases) count(example.isWhole ? whole : parts, example.parents, shown(example));
  console.log('held out: whole stories', whole, 'their parts', parts);
} else {
  const record = {
    stories: stories.length,
    whole: tally(),
    parts: tally(),
    baseline: tally(),
    reliability: [] as object[],
    passed: tally(),
  };
  const stated: [number, boolean][] = [];
  const passedStated: [number, boolean][] = [];
  for (let fold = 0; fold < folds; fold++) {
    const weights = fitCopies(cases.filter(({ story }) => story % folds !== fold));
    for (const example of cases.filter(({ story }) => story % folds === fold)) {
      const size = example.parents.length;
      const { edges } = sourceForest(scoresOf(example, weights), size);
      const claims = claimSources(edges, size, translatesIn(example.alignment));
      count(example.isWhole ? record.whole : record.parts, example.parents, (child) => {
        const claim = claims.get(child);
        if (claim !== undefined && example.isWhole) stated.push([claim.confidence, claim.parents.includes(example.parents[child]!)]);
        return claim?.parents ?? [];
      });
      if (example.isWhole) count(record.baseline, example.parents, (child) => baseline(example, child));
    }
    const passing = fitPassed(marks.filter(({ story }) => story % folds !== fold));
    for (const { lead, found, truth, count: number } of marks.filter(({ story }) => story % folds === fold)) {
      const chance = 1 / (1 + Math.exp(-(passing[0]! + passing[1]! * lead)));
      if (chance >= 0.5 && number >= 3) passedStated.push([chance, found === truth]);
    }
  }
  record.passed.right = passedStated.filter(([, right]) => right).length;
  record.passed.wrong = passedStated.length - record.passed.right;
  record.passed.of = stories.flatMap(({ documents }) => documents).filter(({ through }) => through !== null).length;
  for (const from of [0.5, 0.6, 0.7, 0.8, 0.9]) {
    const own = stated.filter(([chance]) => chance >= from && chance < from + 0.1 + (from === 0.9 ? 1 : 0));
    const mean = own.reduce((sum, [chance]) => sum + chance, 0) / own.length;
    record.reliability.push({
      from,
      claims: own.length,
      stated: rounded(mean),
      right: rounded(own.filter(([, right]) => right).length / own.length),
    });
  }
  const [copies, common, passed] = [fitCopies(cases), fitCommonSource(cases), fitPassed(marks)];
  console.log('cross-validated', JSON.stringify(record, undefined, 1));
  console.log('weights', Object.fromEntries(copyFeatureNames.map((name, f) => [name, copies[f]])), common, passed);
  writeFileSync(
    'bench/record/lineage.json',
    `${JSON.stringify({ folds, ...record, weights: { copies, common, passed } }, undefined, 1)}\n`,
  );
  writeFileSync(
    'src/lineage/lineage-weights.ts',
    `/** Generated by bench/fit-lineage.ts, fitted on ${stories.length} written stories: do not edit. Orders: copy-score.ts, passed-language.ts. */
export const copyWeights: readonly number[] = [${copies.join(', ')}];
export const commonSourceWeights: readonly number[] = [${common.join(', ')}];
/** Bias, and weight of each spelling by which a language leads. */
export const passedLanguageWeights: readonly number[] = [${passed.join(', ')}];
`,
  );
}
