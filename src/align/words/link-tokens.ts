/**
 * Which words of two texts translate each other: links between tokens that are each other's nearest, numbers and names first.
 *
 *     source   Trump  menulis  di   media  sosial
 *                |       |            |      |        mutual best by cosine; a pair that stands far off its place pays for it
 *     target   Trump    wrote   on  social  media
 *
 * Time: tokens of one side × tokens of the other × dimensions; memory: one row of the table. A greedy cousin of SimAlign's argmax method
 * (Jalili Sabet et al. 2020, https://aclanthology.org/2020.findings-emnlp.147), with static vectors and fixed points.
 */
import type { TextPieces } from '../../types.ts';

/** A run of texts among pieces, as one text: sentences `first` to `last` (half-open), and where each begins in it. */
export interface TokenRange {
  readonly pieces: TextPieces;
  readonly first: number;
  readonly last: number;
  /** Start of each text of the run in the joined text, UTF-16 units. */
  readonly starts: readonly number[];
}

/** A token and its position in the joined text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Row of `pieces.vectors`. */
  readonly id: number;
  /** Length of its raw vector: function words are short. */
  readonly weight: number;
}

/** Two tokens that translate each other, by position in the token lists. */
export interface TokenLink {
  readonly source: number;
  readonly target: number;
  /** Cosine, -1 to 1; 1 for a fixed link. */
  readonly similarity: number;
}

/** Two stretches known to be counterparts: a number, a name. */
export interface FixedLink {
  readonly source: { readonly start: number; readonly end: number };
  readonly target: { readonly start: number; readonly end: number };
}

/** Tokens, links, and how near the nearest token of the other side is to each. */
export interface TokenLinks {
  readonly source: readonly Token[];
  readonly target: readonly Token[];
  readonly links: readonly TokenLink[];
  /** Per token: cosine of the nearest token of the other side, wherever it stands; 1 inside a fixed link. */
  readonly sourceBest: Float32Array;
  readonly targetBest: Float32Array;
}

/** What a pair loses for standing at opposite ends of its texts. */
const DISTANCE_COST = 0.15;
/** Less similar tokens are never linked. */
const MIN_SIMILARITY = 0.3;

/** The tokens of a run, in order. */
export function tokensOf({ pieces, first, last, starts }: TokenRange): Token[] {
  const tokens: Token[] = [];
  for (let text = first; text < last; text++) {
    const offset = starts[text - first]!;
    for (let at = pieces.offsets[text]!; at < pieces.offsets[text + 1]!; at++) {
      tokens.push({ start: offset + pieces.starts[at]!, end: offset + pieces.ends[at]!, id: pieces.ids[at]!, weight: pieces.weights[at]! });
    }
  }
  return tokens;
}

/** Links the tokens of two runs. Both must come from one embedder. */
export function linkTokens(source: TokenRange, target: TokenRange, fixed: readonly FixedLink[] = []): TokenLinks {
  const ours = tokensOf(source);
  const theirs = tokensOf(target);
  const links: TokenLink[] = [];
  const sourceBest = new Float32Array(ours.length).fill(-1);
  const targetBest = new Float32Array(theirs.length).fill(-1);
  const sourceFixed = new Uint8Array(ours.length);
  const targetFixed = new Uint8Array(theirs.length);
  for (const link of fixed) {
    const left = within(ours, link.source);
    const right = within(theirs, link.target);
    for (const i of left) sourceFixed[i] = 1;
    for (const j of right) targetFixed[j] = 1;
    for (let k = 0; k < Math.min(left.length, right.length); k++) links.push({ source: left[k]!, target: right[k]!, similarity: 1 });
  }
  if (ours.length > 0 && theirs.length > 0)
    linkNearest(source.pieces, ours, target.pieces, theirs, { sourceBest, targetBest, sourceFixed, targetFixed }, links);
  for (let i = 0; i < ours.length; i++) if (sourceFixed[i]) sourceBest[i] = 1;
  for (let j = 0; j < theirs.length; j++) if (targetFixed[j]) targetBest[j] = 1;
  links.sort((one, other) => one.source - other.source || one.target - other.target);
  return { source: ours, target: theirs, links, sourceBest, targetBest };
}

interface Marks {
  readonly sourceBest: Float32Array;
  readonly targetBest: Float32Array;
  readonly sourceFixed: Uint8Array;
  readonly targetFixed: Uint8Array;
}

function linkNearest(
  left: TextPieces,
  ours: readonly Token[],
  right: TextPieces,
  theirs: readonly Token[],
  marks: Marks,
  links: TokenLink[],
): void {
  const dimensions = rowLength(left);
  const forward = new Int32Array(ours.length).fill(-1);
  const backward = new Int32Array(theirs.length).fill(-1);
  const backwardScore = new Float32Array(theirs.length).fill(-2);
  const similarities = new Float32Array(theirs.length);
  const forwardSimilarity = new Float32Array(ours.length);
  const lengths = [Math.max(1, ours[ours.length - 1]!.end), Math.max(1, theirs[theirs.length - 1]!.end)] as const;
  for (let i = 0; i < ours.length; i++) {
    const from = ours[i]!.id * dimensions;
    let best = -2;
    for (let j = 0; j < theirs.length; j++) {
      const to = theirs[j]!.id * dimensions;
      let cosine = 0;
      for (let k = 0; k < dimensions; k++) cosine += left.vectors[from + k]! * right.vectors[to + k]!;
      similarities[j] = cosine;
      if (cosine > marks.sourceBest[i]!) marks.sourceBest[i] = cosine;
      if (cosine > marks.targetBest[j]!) marks.targetBest[j] = cosine;
      if (marks.sourceFixed[i] || marks.targetFixed[j]) continue;
      const score = cosine - DISTANCE_COST * Math.abs(ours[i]!.start / lengths[0] - theirs[j]!.start / lengths[1]);
      if (score > best) {
        best = score;
        forward[i] = j;
        forwardSimilarity[i] = cosine;
      }
      if (score > backwardScore[j]!) {
        backwardScore[j] = score;
        backward[j] = i;
      }
    }
  }
  for (let i = 0; i < ours.length; i++) {
    const j = forward[i]!;
    if (j >= 0 && backward[j] === i && forwardSimilarity[i]! >= MIN_SIMILARITY)
      links.push({ source: i, target: j, similarity: forwardSimilarity[i]! });
  }
}

/** Length of a row of `vectors`: stated, or counted. */
export function rowLength({ dimensions, vectors, ids }: TextPieces): number {
  if (dimensions !== undefined) return dimensions;
  let rows = 0;
  for (const id of ids) if (id >= rows) rows = id + 1;
  return vectors.length / Math.max(1, rows);
}

function within(tokens: readonly Token[], stretch: { readonly start: number; readonly end: number }): number[] {
  const found: number[] = [];
  tokens.forEach((token, at) => {
    if (token.start < stretch.end && token.end > stretch.start) found.push(at);
  });
  return found;
}
