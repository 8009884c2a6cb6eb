/** Measures the statements of all pairs of the sets, for fitting and judging. */
import { measureStatements, type StatementPairs } from '../src/align/free/measure-statements.ts';
import { createDotKernel } from '../src/align/kernel/build-kernel.ts';
import { type PreparedDocument, prepareDocument } from '../src/align/prepare-document.ts';
import { readFacts } from '../src/align/read-facts.ts';
import { finishSteps } from '../src/align/run-steps.ts';
import { readDocument } from '../src/text/read-document.ts';
import type { Embedder } from '../src/types.ts';
import { linkKey, type NewsPair, type NewsSet } from './news-sets.ts';

export interface MeasuredPair {
  readonly set: NewsSet;
  readonly fold: number;
  readonly pair: NewsPair;
  readonly languages: string;
  readonly pairs: StatementPairs;
  /** By pair of sentences: 1 linked, 0 not, 2 counts neither way. */
  readonly labels: Uint8Array;
}

export const foldCount = 6;

export const isTranslation = ({ kind }: NewsPair) => kind === 'translation' || kind === 'mt';

/** Two documents of different sets. */
export interface Strangers {
  readonly folds: readonly [number, number];
  readonly pairs: StatementPairs;
}

export interface Measured {
  readonly measured: MeasuredPair[];
  readonly strangers: Strangers[];
}

/** Measure the statements of all pairs, and of each document with those of other sets that are most like it. Sets are dealt out to folds in turn, stories and real ones alike. */
export async function measureAll(sets: readonly NewsSet[], embedder: Embedder): Promise<Measured> {
  const measured: MeasuredPair[] = [];
  const all: { fold: number; set: number; document: PreparedDocument }[] = [];
  for (const [k, set] of sets.entries()) {
    const prepared: PreparedDocument[] = [];
    for (const { id, language, sentences } of set.documents) {
      const { parts } = readDocument({ id, language, sentences }, id, { splitLanguages: false, maxCharacters: 1e7 });
      const furniture = parts[0]!.sentences.map((sentence) => sentence.furniture === true);
      prepared.push(
        await prepareDocument(sentences, embedder, {
          readFacts: (texts, barred) => readFacts(texts, barred, language),
          furniture,
          maxBeadSize: 3,
        }),
      );
    }
    all.push(...prepared.map((document) => ({ fold: k % foldCount, set: k, document })));
    for (const pair of set.pairs) {
      const [source, target] = [prepared[pair.source]!, prepared[pair.target]!];
      const kernel = createDotKernel(source, target);
      const pairs = finishSteps(measureStatements(kernel, source, target));
      const labels = Uint8Array.from(pairs.sources, (s, at) => {
        const key = linkKey(s, pairs.targets[at]!);
        return pair.sure.has(key) ? 1 : pair.possible.has(key) ? 2 : 0;
      });
      const languages = [pair.source, pair.target].map((at) => set.documents[at]!.language.split('-')[0]!).sort();
      measured.push({ set, fold: k % foldCount, pair, languages: languages.join('–'), pairs, labels });
    }
  }
  const wholes = wholeVectors(all.map(({ document }) => document));
  const strangers = new Map<string, Strangers>();
  for (const [k, own] of all.entries()) {
    const near = [...all.keys()]
      .filter((other) => all[other]!.set !== own.set)
      .sort((x, y) => dot(wholes[k]!, wholes[y]!) - dot(wholes[k]!, wholes[x]!));
    for (const other of near.slice(0, strangersOfEach)) {
      const [source, target] = [all[Math.min(k, other)]!, all[Math.max(k, other)]!];
      const kernel = createDotKernel(source.document, target.document);
      const pairs = finishSteps(measureStatements(kernel, source.document, target.document));
      strangers.set([k, other].sort().join(), { folds: [source.fold, target.fold], pairs });
    }
  }
  return { measured, strangers: [...strangers.values()] };
}

const strangersOfEach = 2;

/** Unit vectors of documents, less what all have in common. */
function wholeVectors(documents: readonly PreparedDocument[]): Float64Array[] {
  const unit = (vector: Float64Array) => {
    const length = Math.sqrt(dot(vector, vector)) || 1;
    return vector.map((value) => value / length);
  };
  const wholes = documents.map(({ texts, sums, norms, longestRun, dimensions }) => {
    const whole = new Float64Array(dimensions);
    for (let s = 0; s < texts.length; s++)
      for (let d = 0; d < dimensions; d++) whole[d]! += sums[s * dimensions + d]! / (norms[s * longestRun]! || 1);
    return unit(whole);
  });
  const mean = wholes[0]!.map((_, d) => wholes.reduce((sum, whole) => sum + whole[d]!, 0) / wholes.length);
  return wholes.map((whole) => unit(whole.map((value, d) => value - mean[d]!)));
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < x.length; d++) sum += x[d]! * y[d]!;
  return sum;
}
