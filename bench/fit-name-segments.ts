/**
 * Fits the weights by which runs of capitalised words are cut into names, on the written stories, and writes
 * src/names/mentions/segment-weights.ts.
 *
 *   node bench/run.mjs bench/fit-name-segments.ts [--keep alignments.json] [--dry]
 *
 * A semi-Markov conditional random field. The gold has a part of the names only, so that a run is explained by all ways of cutting
 * it that have the gold's names as they are: -log(their share of all ways) is the loss. Where a run has no name of the gold, a
 * single word that is no name by its class (a title, a noun) is none. Held-out stories are left out; what the fit is worth is said
 * by cross-validation over stories: the share of the gold's names that are cut as they are.
 */
import { writeFileSync } from 'node:fs';
import { finishSteps } from '../src/align/run-steps.ts';
import { classedRuns } from '../src/names/mentions/find-capitalised.ts';
import { type ClassedRun, NameRuns } from '../src/names/mentions/name-runs.ts';
import { longestName, splitRun } from '../src/names/mentions/name-segments.ts';
import { uncasedScript } from '../src/names/mentions/script-traits.ts';
import {
  evidenceInside,
  evidenceOutside,
  isPossible,
  type SegmentFeature,
  segmentFeatures,
} from '../src/names/mentions/segment-evidence.ts';
import { segmentWeights } from '../src/names/mentions/segment-weights.ts';
import { climb } from './align-crf.ts';
import { alignedStories } from './stories.ts';

const folds = 5;
const penalty = Number(process.argv[process.argv.indexOf('--penalty') + 1]) || 1;
const file = 'src/names/mentions/segment-weights.ts';
const index = new Map(segmentFeatures.map((feature, at) => [feature, at]));

/** An edge from `start` to `end`: a name, or a word left out; features by number and value. */
interface Edge {
  readonly start: number;
  readonly end: number;
  readonly features: readonly (readonly [number, number])[];
  /** Whether the gold allows it. */
  readonly isAllowed: boolean;
}
interface Lattice {
  readonly story: number;
  readonly length: number;
  readonly edges: readonly Edge[];
}

const lattices: Lattice[] = [];
const all: {
  story: number;
  runs: readonly ClassedRun[];
  known: NameRuns;
  gold: ReadonlyMap<ClassedRun, readonly (readonly [number, number])[]>;
}[] = [];
for (const [story, { story: gold, alignment }] of (await alignedStories()).entries()) {
  const documents = alignment.documents.map((document) =>
    uncasedScript(document) === undefined ? document : { ...document, language: 'und' },
  );
  const { runs } = finishSteps(classedRuns(documents));
  const known = new NameRuns(runs);
  const spans = new Map<ClassedRun, (readonly [number, number])[]>();
  const places = new Map(
    documents.map(({ id, text }) => {
      const forms = gold.names.flatMap(({ forms }) => Object.keys(forms[id] ?? {})).sort((a, b) => b.length - a.length);
      const taken = new Uint8Array(text.length);
      const found: (readonly [number, number])[] = [];
      for (const form of new Set(forms))
        for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
          if (
            taken.subarray(at, at + form.length).includes(1) ||
            /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') ||
            /[\p{L}]/u.test(text[at + form.length] ?? '')
          )
            continue;
          taken.fill(1, at, at + form.length);
          found.push([at, at + form.length]);
        }
      return [id, found] as const;
    }),
  );
  for (const run of runs) {
    const { words, classes, document } = run;
    const own: (readonly [number, number])[] = [];
    let isBroken = false;
    for (const [from, to] of places.get(document.id)!) {
      if (to <= words[0]!.start || from >= words.at(-1)!.end) continue;
      const inside = words.map(({ start, end }, at) => ({ at, start, end })).filter(({ start, end }) => start < to && end > from && true);
      const capitals = inside.filter(({ at }) => words[at]!.shape !== 'lower');
      if (capitals.length === 0) continue;
      const [first, last] = [capitals[0]!.at, capitals.at(-1)!.at];
      if (words[first]!.start < from || words[last]!.end > to) isBroken = true;
      else own.push([first, last + 1]);
    }
    if (isBroken) continue;
    spans.set(run, own);
    const edges: Edge[] = [];
    for (let end = 1; end <= words.length; end++) {
      for (let start = Math.max(0, end - longestName); start < end; start++) {
        const isClear = own.every(([from, to]) => to <= start || from >= end);
        const isGold = own.some(([from, to]) => from === start && to === end);
        const features: [number, number][] = [];
        const note = (feature: SegmentFeature, value: number) => features.push([index.get(feature)!, value]);
        if (start === end - 1) {
          evidenceOutside(run, start, note);
          edges.push({ start, end, features: features.splice(0), isAllowed: isClear });
        }
        if (!isPossible(run, start, end, known)) continue;
        evidenceInside(run, start, end, known, note);
        const isNone =
          !classes.slice(start, end).some((kind) => kind === 'name' || kind === 'place') && (end - start === 1 || run.headline);
        edges.push({ start, end, features, isAllowed: isGold || (isClear && !isNone) });
      }
    }
    lattices.push({ story, length: words.length, edges });
  }
  all.push({ story, runs, known, gold: spans });
}
console.log(`${lattices.length} runs, ${all.reduce((sum, { gold }) => sum + [...gold.values()].flat().length, 0)} names`);

const add = (a: number, b: number) => (a === -Infinity ? b : b === -Infinity ? a : Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b))));

/** Log of the sum over all ways, and the share of each edge in it. */
function shares({ length, edges }: Lattice, scores: Float64Array, allowed: boolean): { total: number; share: Float64Array } {
  const [left, right] = [new Float64Array(length + 1).fill(-Infinity), new Float64Array(length + 1).fill(-Infinity)];
  left[0] = 0;
  right[length] = 0;
  const used = (edge: Edge) => !allowed || edge.isAllowed;
  for (const [k, edge] of edges.entries()) if (used(edge)) left[edge.end] = add(left[edge.end]!, left[edge.start]! + scores[k]!);
  for (let k = edges.length - 1; k >= 0; k--) {
    const edge = edges[k]!;
    if (used(edge)) right[edge.start] = add(right[edge.start]!, right[edge.end]! + scores[k]!);
  }
  const total = left[length]!;
  return {
    total,
    share: Float64Array.from(edges, (edge, k) => (used(edge) ? Math.exp(left[edge.start]! + scores[k]! + right[edge.end]! - total) : 0)),
  };
}

function fit(set: readonly Lattice[], start: Float64Array): Float64Array {
  return climb(
    (point) => {
      const gradient = Float64Array.from(point, (value) => penalty * value);
      let loss = point.reduce((sum, value) => sum + (penalty / 2) * value * value, 0);
      for (const lattice of set) {
        const scores = Float64Array.from(lattice.edges, ({ features }) =>
          features.reduce((sum, [at, value]) => sum + value * point[at]!, 0),
        );
        const [free, bound] = [shares(lattice, scores, false), shares(lattice, scores, true)];
        if (bound.total === -Infinity) continue;
        loss += free.total - bound.total;
        for (const [k, { features }] of lattice.edges.entries()) {
          const slope = free.share[k]! - bound.share[k]!;
          if (slope !== 0) for (const [at, value] of features) gradient[at]! += slope * value;
        }
      }
      return { loss, gradient };
    },
    start,
    150,
  );
}

const weightsOf = (point: Float64Array) =>
  Object.fromEntries(
    segmentFeatures.map((feature, at) => [feature, Math.round(point[at]! * 1000) / 1000] as const).filter(([, value]) => value !== 0),
  );

/** Names of the gold that are cut as they are. */
function judge(weights: Readonly<Record<string, number>>, isOwn: (story: number) => boolean): [hit: number, all: number] {
  let [hit, count] = [0, 0];
  for (const { story, runs, known, gold } of all) {
    if (!isOwn(story)) continue;
    for (const run of runs) {
      const spans = gold.get(run);
      if (spans === undefined || spans.length === 0) continue;
      const cut = new Set(splitRun(run, known, weights).map(({ words }) => `${words[0]!.start} ${words.at(-1)!.end}`));
      count += spans.length;
      for (const [start, end] of spans) if (cut.has(`${run.words[start]!.start} ${run.words[end - 1]!.end}`)) hit++;
    }
  }
  return [hit, count];
}

const sums = [0, 0];
for (let fold = 0; fold < folds; fold++) {
  const point = fit(
    lattices.filter(({ story }) => story % folds !== fold),
    new Float64Array(segmentFeatures.length),
  );
  const [hit, count] = judge(weightsOf(point), (story) => story % folds === fold);
  sums[0]! += hit;
  sums[1]! += count;
}
console.log(
  `cross-validated: ${sums[0]} of ${sums[1]} cut right (${(sums[0]! / sums[1]!).toFixed(4)}); weights in the file: ${judge(segmentWeights, () => true).join(' of ')}`,
);
const weights = weightsOf(fit(lattices, new Float64Array(segmentFeatures.length)));
console.log(`fitted on all: ${judge(weights, () => true).join(' of ')}`);
if (!process.argv.includes('--dry')) {
  const lines = Object.entries(weights).map(([name, value]) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${value},`);
  writeFileSync(
    file,
    `/** Weights of what speaks for a stretch of words being one name, written by \`node bench/run.mjs bench/fit-name-segments.ts\`: refit them, do not edit them. */\n\nexport const segmentWeights: Readonly<Record<string, number>> = {\n${lines.join('\n')}\n};\n`,
  );
}
