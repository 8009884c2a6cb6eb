/**
 * How much each word of a document tells when its sentences are compared with those of another.
 *
 * A word that few sentences of its own document have is rare. A word that few sentences of the other document cover is specific: names and topics that the whole
 * story is about are neither, in whatever language.
 */
import { log, log1p } from '../../exact-math.ts';
import type { TokenRows } from '../token-rows.ts';

/** Weights of the tokens of a document, token by token, and their sums for each sentence. */
export interface WordWeights {
  readonly rows: TokenRows;
  /** By sentence: total weight of plain, rare, squared rare and squared specific words. */
  readonly plain: Float64Array;
  readonly rare: Float64Array;
  readonly rarest: Float64Array;
  readonly specific: Float64Array;
  /** By sentence: log1p of `plain`. */
  readonly logPlain: Float64Array;
  /** What the cosine of each token is multiplied with: `factorCount` numbers a token. */
  readonly factors: Float64Array;
}

/** Weight × rarity, × rarity², × specificity², × rarity × specificity where that is above 0. */
const factorCount = 4;
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
  const factors = new Float64Array(factorCount * rows.ids.length);
  for (let s = 0; s < count; s++) {
    for (let k = rows.offsets[s]!; k < rows.offsets[s + 1]!; k++) {
      const weight = rows.weights[k]!;
      const rarity = rows.rarity[rows.ids[k]!]!;
      const specific = specificity[rows.ids[k]!]!;
      const place = factorCount * k;
      factors[place] = weight * rarity;
      factors[place + 1] = weight * rarity * rarity;
      factors[place + 2] = weight * specific * specific;
      factors[place + 3] = specific > 0 ? weight * rarity * specific : 0;
      sums.plain[s]! += weight;
      sums.rare[s]! += factors[place]!;
      sums.rarest[s]! += factors[place + 1]!;
      sums.specific[s]! += factors[place + 2]!;
    }
  }
  return { rows, ...sums, logPlain: sums.plain.map(log1p), factors };
}

/** How far the words of a sentence find counterparts in a sentence of the other document: places of the numbers that {@link measureCover} writes. */
export const coverIndex = {
  /** Shares, 0 to 1. */
  covered: 0,
  rare: 1,
  sharp: 2,
  specific: 3,
  /** Weights. */
  rareMass: 4,
  matchedMass: 5,
  missingMass: 6,
} as const;

const nothing = 1e-6;

/**
 * Measure the cover of sentence s: token k has its best cosine in the other sentence at `cosines[from + k]`.
 *
 * @param best - Raised to these cosines, by id.
 * @param out - Gets the numbers: an object for each of a million pairs would be as much work again.
 */
export function measureCover(
  words: WordWeights,
  s: number,
  cosines: Float32Array,
  from: number,
  best: Float32Array,
  out: Float64Array,
): void {
  const { rows, factors } = words;
  const { offsets, ids, weights } = rows;
  let covered = 0;
  let rarest = 0;
  let sharp = 0;
  let specific = 0;
  let rareMass = 0;
  let matchedMass = 0;
  let missingMass = 0;
  for (let k = offsets[s]!; k < offsets[s + 1]!; k++) {
    const cosine = cosines[from + k]!;
    if (cosine > best[ids[k]!]!) best[ids[k]!] = cosine;
    const place = factorCount * k;
    const rare = factors[place]!;
    covered += weights[k]! * cosine;
    rarest += factors[place + 1]! * cosine;
    sharp += rare * cosine * cosine;
    specific += factors[place + 2]! * cosine;
    missingMass += rare * (1 - cosine);
    if (cosine <= 0.4) continue;
    matchedMass += factors[place + 3]! * Math.min((cosine - 0.4) / 0.4, 1);
    if (cosine > 0.5) rareMass += rare * Math.min(2 * cosine - 1, 1);
  }
  out[coverIndex.covered] = covered / (words.plain[s]! + nothing);
  out[coverIndex.rare] = rarest / (words.rarest[s]! + nothing);
  out[coverIndex.sharp] = sharp / (words.rare[s]! + nothing);
  out[coverIndex.specific] = specific / (words.specific[s]! + nothing);
  out[coverIndex.rareMass] = rareMass;
  out[coverIndex.matchedMass] = matchedMass;
  out[coverIndex.missingMass] = missingMass;
}
