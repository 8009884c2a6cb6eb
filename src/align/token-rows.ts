/** Tokens of a document as the aligner looks at them. */
import { log } from '../exact-math.ts';
import type { TextPieces } from '../types.ts';

/** Tokens of a sentence that are looked at; what follows is left out, so that a sentence of a million words stays affordable. */
const longestSentence = 300;

/** Tokens of a document, cut to what is looked at. */
export interface TokenRows {
  /** Tokens of sentence s are `offsets[s]` to `offsets[s + 1]`. */
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  readonly vectors: Float32Array;
  /** Total weight of the tokens of the sentences before s. */
  readonly mass: Float64Array;
  /** How much a token tells one sentence of its document from another: logarithm of sentences over sentences that have it, by id. */
  readonly rarity: Float32Array;
  /** Most tokens of a sentence. */
  readonly most: number;
}

const tokensPerStep = 200_000;

/** Leave out what is not looked at, and add up the weights. Yields every few milliseconds of work. */
export function* cutTokens({ offsets, ids, weights, vectors }: TextPieces): Generator<void, TokenRows> {
  const count = offsets.length - 1;
  const cut = new Int32Array(count + 1);
  let most = 0;
  for (let s = 0; s < count; s++) {
    const tokens = Math.min(offsets[s + 1]! - offsets[s]!, longestSentence);
    cut[s + 1] = cut[s]! + tokens;
    most = Math.max(most, tokens);
  }
  const cutIds = new Int32Array(cut[count]!);
  const cutWeights = new Float32Array(cut[count]!);
  const mass = new Float64Array(count + 1);
  let pause = tokensPerStep;
  for (let s = 0; s < count; s++) {
    let sum = 0;
    for (let from = offsets[s]!, to = cut[s]!; to < cut[s + 1]!; from++, to++) {
      cutIds[to] = ids[from]!;
      cutWeights[to] = weights[from]!;
      sum += weights[from]!;
    }
    mass[s + 1] = mass[s]! + sum;
    if (cut[s + 1]! > pause) {
      pause += tokensPerStep;
      yield;
    }
  }
  return { offsets: cut, ids: cutIds, weights: cutWeights, vectors, mass, rarity: yield* measureRarity(cut, cutIds), most };
}

function* measureRarity(offsets: Int32Array, ids: Int32Array): Generator<void, Float32Array> {
  const count = offsets.length - 1;
  let types = 0;
  for (let k = 0; k < ids.length; k++) if (ids[k]! >= types) types = ids[k]! + 1;
  const sentences = new Int32Array(types);
  const lastSeen = new Int32Array(types).fill(-1);
  let pause = tokensPerStep;
  for (let s = 0; s < count; s++) {
    for (let k = offsets[s]!; k < offsets[s + 1]!; k++) {
      const id = ids[k]!;
      if (lastSeen[id] === s) continue;
      lastSeen[id] = s;
      sentences[id] = sentences[id]! + 1;
    }
    if (offsets[s + 1]! > pause) {
      pause += tokensPerStep;
      yield;
    }
  }
  return Float32Array.from(sentences, (having) => log((count + 1) / (having + 0.5)));
}
