/**
 * Does a third document help to link two? Whether F1 over the links of comparable (or damaged parallel) documents A and C rises when what A
 * and B, and B and C, have in common counts as evidence:
 *
 *     node bench/run.mjs bench/third-document.ts
 *
 * Three documents are told from the same FLORES articles, each in its own language and its own way. A candidate bead of A and C gets two more
 * features: its support (for each of its sentence pairs, the likeliest way over a sentence of B), and its contradiction (how likely both its
 * sentences are linked with B, though not over one sentence). Their weights are fitted to triples from one half of the articles, by the
 * likelihood of the right choice for each sentence, and measured on triples from the other half, in languages that are not among the learned.
 */
import { writeFileSync } from 'node:fs';
import { findLinkBeads, findLinkPairs, scoreOf, takeFirstLook } from '../src/align/free/comparable-alignment.ts';
import type { LinkGauge } from '../src/align/free/link-features.ts';
import type { LinkCandidate } from '../src/align/free/link-model.ts';
import { pickBeads } from '../src/align/free/pick-beads.ts';
import { createDotKernel } from '../src/align/kernel/build-kernel.ts';
import { linkModel } from '../src/align/learned/learned-model.ts';
import { type PreparedDocument, prepareDocument } from '../src/align/prepare-document.ts';
import { finishSteps } from '../src/align/run-steps.ts';
import { createEmbedder } from '../src/embed/create-embedder.ts';
import { scoreLinks } from '../src/evaluate/score-links.ts';
import type { Bead, GoldBead } from '../src/types.ts';
import { climb } from './align-crf.ts';
import { cutText, type Flores, type Retelling, readFlores, retellings, thinText } from './align-dev-sets.ts';
import { createRandom, type Random } from './align-random.ts';

interface Piece {
  text: string;
  lines: number[];
}

interface Triple {
  readonly kind: string;
  readonly prepared: readonly PreparedDocument[];
  readonly sides: readonly Side[];
}

/** Two documents of a triple. */
interface Side {
  readonly documents: readonly [first: number, second: number];
  readonly gold: readonly GoldBead[];
  readonly gauge: LinkGauge;
  readonly candidates: readonly LinkCandidate[];
  readonly scores: readonly number[];
  /** Probability of each sentence pair under the scores alone. */
  readonly links: Float64Array;
  /** What the third document says of each candidate. */
  support: Float64Array[];
}

const translated: Retelling = { keep: [0.9, 1], foreign: 0, order: 'same', thinning: 0, turning: 0, padding: 0, cut: 0.12 };
const kinds: Readonly<Record<string, Retelling>> = { ...retellings, translated };
const spaceless = new Set(['zh', 'zh-Hant', 'ja', 'th']);
const pairsOfThree = [
  [0, 1],
  [1, 2],
  [0, 2],
] as const;

const flores = readFlores();
const embedder = await createEmbedder();
const learned = ['id', 'en', 'zh', 'ru', 'de', 'ja', 'ar', 'vi'];
const others = ['id', 'en', 'zh', 'ko', 'hi', 'es', 'tr', 'it', 'fr', 'uk'];
const perKind = Number(process.argv[2] ?? 24);
const seed = Number(process.argv[3] ?? 1);

const train = await makeTriples([0, 141], learned, perKind, 2 * seed);
const test = await makeTriples([141, 281], others, perKind, 2 * seed + 1);
const report: Record<string, unknown>[] = [];
const variants: Record<string, readonly number[]> = { support: [0], 'support and contradiction': [0, 1] };
const weightsOf: Record<string, readonly number[]> = { alone: [] };
for (const [name, features] of Object.entries(variants)) weightsOf[name] = fitWeights(train, features);
for (const kind of Object.keys(kinds)) {
  const own = test.filter((triple) => triple.kind === kind);
  report.push({ kind, ...Object.fromEntries(Object.entries(weightsOf).map(([name, weights]) => [name, f1(own, weights)])) });
}
const comparable = test.filter(({ kind }) => kind !== 'translated');
report.push({
  kind: 'all comparable',
  ...Object.fromEntries(Object.entries(weightsOf).map(([name, weights]) => [name, f1(comparable, weights)])),
});
console.table(report);
console.log(weightsOf);
writeFileSync('bench/record/third-document.json', `${JSON.stringify({ triples: test.length, weights: weightsOf, f1: report }, null, 1)}\n`);

/** F1 over all links of the triples, with weights of support and contradiction. */
function f1(triples: readonly Triple[], weights: readonly number[]): number {
  let right = 0;
  let predicted = 0;
  let gold = 0;
  for (const { sides } of triples) {
    for (const side of sides) {
      const scores = side.scores.map((score, k) => weights.reduce((sum, weight, f) => sum + weight * side.support[k]![f]!, score));
      const beads = finishSteps(pickBeads(side.gauge, side.candidates, scores, linkModel));
      const { precision, recall, count } = scoreLinks(side.gold, beads);
      const hits = recall * count;
      right += hits;
      gold += count;
      predicted += precision > 0 ? hits / precision : countLinks(beads);
    }
  }
  return Math.round((2000 * right) / (predicted + gold)) / 1000;
}

function countLinks(beads: readonly Bead[]): number {
  return beads.reduce((sum, { source, target }) => sum + (source[1] - source[0]) * (target[1] - target[0]), 0);
}

/** Weights of the given features, by the likelihood of the right choice of each sentence; none of them is a choice too. */
function fitWeights(triples: readonly Triple[], features: readonly number[]): number[] {
  const groups = triples.flatMap(({ sides }) => sides.flatMap(listGroups));
  const x = climb(
    (point) => {
      const gradient = Float64Array.from(point, (value) => 0.1 * value);
      let loss = point.reduce((sum, value) => sum + 0.05 * value * value, 0);
      for (const { side, members, right } of groups) {
        const scores = members.map((k) => features.reduce((sum, f, at) => sum + point[at]! * side.support[k]![f]!, side.scores[k]!));
        const largest = Math.max(0, ...scores);
        const terms = scores.map((score) => Math.exp(score - largest));
        const total = terms.reduce((sum, term) => sum + term, Math.exp(-largest));
        const own = right < 0 ? 0 : scores[right]!;
        loss += largest + Math.log(total) - own;
        features.forEach((f, at) => {
          members.forEach((k, m) => {
            gradient[at]! += (terms[m]! / total - (m === right ? 1 : 0)) * side.support[k]![f]!;
          });
        });
      }
      return { loss, gradient };
    },
    new Float64Array(features.length),
    100,
  );
  return [...x].map((value) => Math.round(value * 1000) / 1000);
}

/** For each sentence of the first document, the candidates that hold it and which is right; sentences whose right bead is none of them are left out. */
function listGroups(side: Side): { side: Side; members: number[]; right: number }[] {
  const key = (source: readonly number[], target: readonly number[]) => `${source.join()}:${target.join()}`;
  const golden = new Map(side.gold.flatMap((bead) => bead.source.map((s) => [s, key(bead.source, bead.target)] as const)));
  return Array.from({ length: side.gauge.source.texts.length }, (_, s) => {
    const members = side.candidates.flatMap(({ source }, k) => (source[0] <= s && s < source[1] ? [k] : []));
    const wanted = golden.get(s);
    const right = members.findIndex((k) => wanted === key(span(side.candidates[k]!.source), span(side.candidates[k]!.target)));
    return { side, members, right, isKnown: wanted === undefined || right >= 0 };
  }).filter(({ members, isKnown }) => members.length > 0 && isKnown);
}

function span([start, end]: readonly [number, number]): number[] {
  return Array.from({ length: end - start }, (_, k) => start + k);
}

async function makeTriples(range: readonly [number, number], languages: readonly string[], count: number, seed: number): Promise<Triple[]> {
  const triples: Triple[] = [];
  const random = createRandom(seed);
  for (const [kind, retelling] of Object.entries(kinds)) {
    for (let k = 0; k < count; k++) {
      const articles = random.shuffle(Array.from({ length: range[1] - range[0] }, (_, a) => range[0] + a));
      const size = 2 + random.below(8);
      const lines = articles.slice(0, size).flatMap((article) => flores.articles[article]!);
      const foreign = articles.slice(size, size + 20).flatMap((article) => flores.articles[article]!);
      const [x, y, z] = random.shuffle(languages);
      const told = [x!, y!, z!].map((language, d) => tell(flores, lines, foreign.slice(d * 20, d * 20 + 20), language, retelling, random));
      if (told.some((pieces) => pieces.length === 0)) continue;
      const prepared: PreparedDocument[] = [];
      for (const pieces of told)
        prepared.push(
          await prepareDocument(
            pieces.map(({ text }) => text),
            embedder,
          ),
        );
      const sides = pairsOfThree.map(([first, second]) => linkSides(prepared, told, first, second));
      for (const side of sides) side.support = measureSupport(side, sides);
      triples.push({ kind, prepared, sides });
    }
  }
  return triples;
}

function linkSides(prepared: readonly PreparedDocument[], told: readonly Piece[][], first: number, second: number): Side {
  const source = prepared[first]!;
  const target = prepared[second]!;
  const { gauge, pairs } = finishSteps(findLinkPairs(createDotKernel(source, target), source, target, linkModel.background));
  finishSteps(takeFirstLook(gauge, pairs, linkModel.first));
  const candidates = finishSteps(findLinkBeads(gauge, pairs, 8));
  const scores = candidates.map(({ features }) => scoreOf(features, linkModel.second));
  const links = linkProbabilities(source.texts.length, target.texts.length, candidates, scores);
  return { documents: [first, second], gold: goldOf(told[first]!, told[second]!), gauge, candidates, scores, links, support: [] };
}

/** Probability that two sentences are in one bead: the mean of what both sides' choices say. */
function linkProbabilities(n: number, m: number, candidates: readonly LinkCandidate[], scores: readonly number[]): Float64Array {
  const sourceSums = new Float64Array(n).fill(1);
  const targetSums = new Float64Array(m).fill(1);
  const terms = scores.map((score) => Math.exp(Math.min(score, 500)));
  candidates.forEach(({ source, target }, k) => {
    for (let s = source[0]; s < source[1]; s++) sourceSums[s]! += terms[k]!;
    for (let t = target[0]; t < target[1]; t++) targetSums[t]! += terms[k]!;
  });
  const links = new Float64Array(n * m);
  candidates.forEach(({ source, target }, k) => {
    for (let s = source[0]; s < source[1]; s++) {
      for (let t = target[0]; t < target[1]; t++) links[s * m + t]! += (terms[k]! / sourceSums[s]! + terms[k]! / targetSums[t]!) / 2;
    }
  });
  return links.map((value) => Math.min(value, 1));
}

/** What the third document says of each candidate: support, and contradiction. */
function measureSupport(side: Side, sides: readonly Side[]): Float64Array[] {
  const [first, second] = side.documents;
  const third = 3 - first - second;
  const between = (from: number, to: number) => {
    const other = sides.find(({ documents }) => documents.includes(from) && documents.includes(to))!;
    const width = other.gauge.target.texts.length;
    return other.documents[0] === from
      ? (s: number, t: number) => other.links[s * width + t]!
      : (s: number, t: number) => other.links[t * width + s]!;
  };
  const left = between(first, third);
  const right = between(third, second);
  const width = sides.find(({ documents }) => documents.includes(third))!;
  const count = width.documents[0] === third ? width.gauge.source.texts.length : width.gauge.target.texts.length;
  return side.candidates.map(({ source, target }) => {
    let support = 0;
    let contradiction = 0;
    let pairs = 0;
    for (let s = source[0]; s < source[1]; s++) {
      for (let u = target[0]; u < target[1]; u++, pairs++) {
        let best = 0;
        let here = 0;
        let there = 0;
        for (let t = 0; t < count; t++) {
          best = Math.max(best, left(s, t) * right(t, u));
          here = Math.max(here, left(s, t));
          there = Math.max(there, right(t, u));
        }
        support += best;
        contradiction += here * there - best;
      }
    }
    return Float64Array.of(support / pairs, contradiction / pairs);
  });
}

function tell(
  from: Flores,
  lines: readonly number[],
  foreign: readonly number[],
  language: string,
  retelling: Retelling,
  random: Random,
): Piece[] {
  const texts = from.lines(language);
  const share = retelling.keep[0] + random.next() * (retelling.keep[1] - retelling.keep[0]);
  let kept = lines.filter(() => random.next() < share);
  if (retelling.order === 'shuffled') kept = random.shuffle(kept);
  if (retelling.order === 'blocks') {
    const blocks: number[][] = [];
    for (let k = 0; k < kept.length; k += 4) blocks.push(kept.slice(k, k + 4));
    kept = random.shuffle(blocks).flat();
  }
  const [thinning, turning, padding] = [retelling.thinning, retelling.turning, retelling.padding].map((most) => random.next() * most);
  const joint = spaceless.has(language) ? '' : ' ';
  const pieces: Piece[] = [];
  for (const line of kept) {
    let text = thinText(texts[line]!, random.next() * 2 * thinning!, random);
    const halves = cutText(text);
    if (halves.length > 1 && random.next() < turning!) text = `${halves[1]}${joint}${halves[0]}`;
    if (random.next() < padding! && foreign.length > 0) text += joint + cutText(texts[foreign[random.below(foreign.length)]!]!).at(-1);
    if (halves.length > 1 && random.next() < retelling.cut) pieces.push(...halves.map((half) => ({ text: half, lines: [line] })));
    else pieces.push({ text, lines: [line] });
  }
  const strangers = Math.round(kept.length * retelling.foreign * random.next() * 2);
  for (const line of foreign.slice(0, strangers)) pieces.splice(random.below(pieces.length + 1), 0, { text: texts[line]!, lines: [] });
  return pieces;
}

/** Beads: the pieces of both sides that render a line. */
function goldOf(source: readonly Piece[], target: readonly Piece[]): GoldBead[] {
  const lines = new Set(source.flatMap((piece) => piece.lines));
  const holding = (pieces: readonly Piece[], line: number) => pieces.flatMap((piece, k) => (piece.lines.includes(line) ? [k] : []));
  return [...lines]
    .map((line) => ({ source: holding(source, line), target: holding(target, line) }))
    .filter((bead) => bead.target.length > 0);
}
