/**
 * How much each word of a document tells when its sentences are compared with those of another.
 *
 * A word that few sentences of its own document have is rare. A word that few sentences of the other document cover is specific: names and topics that the whole
 * story is about are neither, in whatever language.
 */
import { log } from '../../exact-math.ts';
import type { TokenRows } from '../token-rows.ts';

/** Weights of the tokens of a document, token by token, and their sums for each sentence. */
export interface WordWeights {
  readonly rows: TokenRows;
  /** By id: how specific a word is for sentences of the other document. */
  readonly specificity: Float32Array;
  /** By sentence: total weight of plain, rare, squared rare and squared specific words. */
  readonly plain: Float64Array;
  readonly rare: Float64Array;
  readonly rarest: Float64Array;
  readonly specific: Float64Array;
}

const leastCover = 0.3;
const fullCover = 0.7;

/** Specificity by id, from best cosines with the sentences of the other document at `sentence × width + id`. */
export function measureSpecificity(types: number, sentences: number, cosines: Float32Array, width: number): Float32Array {
  const covering = new Float64Array(types);
  for (let s = 0; s < sentences; s++) {
    for (let id = 0, place = s * width; id < types; id++, place++)
      covering[id]! += Math.min(Math.max((cosines[place]! - leastCover) / (fullCover - leastCover), 0), 1);
  }
  return Float32Array.from(covering, (sum) => log((sentences + 1) / (sum + 0.5)));
}

/** Add up the weights of each sentence. */
export function weighWords(rows: TokenRows, specificity: Float32Array): WordWeights {
  const count = rows.offsets.length - 1;
  const sums = {
    plain: new Float64Array(count),
    rare: new Float64Array(count),
    rarest: new Float64Array(count),
    specific: new Float64Array(count),
  };
  for (let s = 0; s < count; s++) {
    for (let k = rows.offsets[s]!; k < rows.offsets[s + 1]!; k++) {
      const weight = rows.weights[k]!;
      const rarity = rows.rarity[rows.ids[k]!]!;
      const specific = specificity[rows.ids[k]!]!;
      sums.plain[s]! += weight;
      sums.rare[s]! += weight * rarity;
      sums.rarest[s]! += weight * rarity * rarity;
      sums.specific[s]! += weight * specific * specific;
    }
  }
  return { rows, specificity, ...sums };
}

/** How far the words of a sentence find counterparts in a sentence of the other document. */
export interface Cover {
  /** Shares, 0 to 1. */
  covered: number;
  rare: number;
  sharp: number;
  specific: number;
  /** Weights. */
  rareMass: number;
  matchedMass: number;
  missingMass: number;
}

const nothing = 1e-6;

/** Measure the cover of sentence s, given the best cosine of each of its tokens, by place in the sentence. */
export function measureCover(words: WordWeights, s: number, best: (k: number) => number): Cover {
  const { rows, specificity } = words;
  const cover = { covered: 0, rare: 0, sharp: 0, specific: 0, rareMass: 0, matchedMass: 0, missingMass: 0 };
  for (let k = rows.offsets[s]!; k < rows.offsets[s + 1]!; k++) {
    const id = rows.ids[k]!;
    const cosine = best(k);
    const weight = rows.weights[k]!;
    const rare = weight * rows.rarity[id]!;
    const specific = specificity[id]!;
    cover.covered += weight * cosine;
    cover.rare += rare * rows.rarity[id]! * cosine;
    cover.sharp += rare * cosine * cosine;
    cover.specific += weight * specific * specific * cosine;
    cover.missingMass += rare * (1 - cosine);
    if (cosine > 0.5) cover.rareMass += rare * Math.min(2 * cosine - 1, 1);
    if (cosine > 0.4 && specific > 0) cover.matchedMass += rare * specific * Math.min((cosine - 0.4) / 0.4, 1);
  }
  cover.covered /= words.plain[s]! + nothing;
  cover.rare /= words.rarest[s]! + nothing;
  cover.sharp /= words.rare[s]! + nothing;
  cover.specific /= words.specific[s]! + nothing;
  return cover;
}
