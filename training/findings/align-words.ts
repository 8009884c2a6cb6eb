/**
 * Which words of parallel sentences stand for each other: IBM model 1 with a preference for the diagonal (Dyer et al. 2013, https://aclanthology.org/N13-1073),
 * trained both ways by expectation–maximisation, over integer ids.
 *
 * Time: passes × (source tokens × target tokens of every sentence); memory: four bytes for each of those, and 16 for each distinct pair of words.
 */

/** Sentences as ids: sentence s has tokens `offsets[s]` to `offsets[s + 1]`. */
export interface Tokens {
  readonly ids: Int32Array;
  readonly offsets: Int32Array;
  readonly words: number;
}

/** How often two words were joined: both ways count one, one way a third. */
export type Joined = (visit: (source: number, target: number, count: number) => void) => void;

const PASSES = 5;
const DIAGONAL = 4;
const NULL_SHARE = 0.08;

export function alignWords(source: Tokens, target: Tokens): Joined {
  const sentences = source.offsets.length - 1;
  let cells = 0;
  for (let s = 0; s < sentences; s++)
    cells += (source.offsets[s + 1]! - source.offsets[s]!) * (target.offsets[s + 1]! - target.offsets[s]!);
  const pairOf = new Int32Array(cells);
  const { sources, targets } = numberPairs(source, target, pairOf);
  const pairs = sources.length;
  const forward = new Float32Array(pairs).fill(1 / target.words);
  const backward = new Float32Array(pairs).fill(1 / source.words);
  const counts = new Float32Array(pairs);
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [way, table] of [forward, backward].entries()) {
      counts.fill(0);
      expect(source, target, pairOf, table, way === 1, counts);
      const given = way === 0 ? sources : targets;
      const totals = new Float64Array(way === 0 ? source.words : target.words);
      for (let p = 0; p < pairs; p++) totals[given[p]!]! += counts[p]!;
      for (let p = 0; p < pairs; p++) table[p] = counts[p]! / (totals[given[p]!]! + 0.5);
    }
  }
  counts.fill(0);
  joinBest(source, target, pairOf, forward, backward, counts);
  return (visit) => {
    for (let p = 0; p < pairs; p++) if (counts[p]! > 0) visit(sources[p]!, targets[p]!, counts[p]!);
  };
}

/** A number for every pair of words that stand in one sentence. */
function numberPairs(source: Tokens, target: Tokens, pairOf: Int32Array): { sources: Int32Array; targets: Int32Array } {
  let bits = 22;
  let slots = new Int32Array(1 << bits).fill(-1);
  let sources = new Int32Array(1 << 20);
  let targets = new Int32Array(1 << 20);
  let count = 0;
  const hash = (f: number, e: number): number => (Math.imul(f, 0x9e3779b1) ^ Math.imul(e + 0x7f4a7c15, 0x85ebca6b)) >>> (32 - bits);
  const find = (f: number, e: number): number => {
    let at = hash(f, e);
    for (; slots[at]! >= 0; at = (at + 1) & (slots.length - 1)) {
      const pair = slots[at]!;
      if (sources[pair] === f && targets[pair] === e) return pair;
    }
    if (count === sources.length) {
      sources = grown(sources);
      targets = grown(targets);
    }
    sources[count] = f;
    targets[count] = e;
    slots[at] = count;
    if (++count > slots.length * 0.5) {
      bits++;
      slots = new Int32Array(1 << bits).fill(-1);
      for (let pair = 0; pair < count; pair++) {
        let free = hash(sources[pair]!, targets[pair]!);
        while (slots[free]! >= 0) free = (free + 1) & (slots.length - 1);
        slots[free] = pair;
      }
    }
    return count - 1;
  };
  let cell = 0;
  for (let s = 0; s < source.offsets.length - 1; s++) {
    for (let i = source.offsets[s]!; i < source.offsets[s + 1]!; i++) {
      for (let j = target.offsets[s]!; j < target.offsets[s + 1]!; j++) pairOf[cell++] = find(source.ids[i]!, target.ids[j]!);
    }
  }
  return { sources: sources.slice(0, count), targets: targets.slice(0, count) };
}

function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(list.length * 2);
  more.set(list);
  return more;
}

/** Adds the expected counts of one pass; `reversed`: each source word chooses among the target words. */
function expect(source: Tokens, target: Tokens, pairOf: Int32Array, table: Float32Array, reversed: boolean, counts: Float32Array): void {
  const floor = NULL_SHARE / (reversed ? source.words : target.words);
  const shares = new Float64Array(512);
  let cell = 0;
  for (let s = 0; s < source.offsets.length - 1; s++) {
    const n = source.offsets[s + 1]! - source.offsets[s]!;
    const m = target.offsets[s + 1]! - target.offsets[s]!;
    const [choosing, chosen] = reversed ? [n, m] : [m, n];
    for (let i = 0; i < choosing; i++) {
      let sum = floor * 20;
      for (let j = 0; j < chosen; j++) {
        const at = reversed ? cell + i * m + j : cell + j * m + i;
        shares[j] = (table[pairOf[at]!]! * Math.exp(-DIAGONAL * Math.abs((i + 0.5) / choosing - (j + 0.5) / chosen))) / chosen;
        sum += shares[j]!;
      }
      for (let j = 0; j < chosen; j++) counts[pairOf[reversed ? cell + i * m + j : cell + j * m + i]!]! += shares[j]! / sum;
    }
    cell += n * m;
  }
}

function joinBest(
  source: Tokens,
  target: Tokens,
  pairOf: Int32Array,
  forward: Float32Array,
  backward: Float32Array,
  counts: Float32Array,
): void {
  let cell = 0;
  for (let s = 0; s < source.offsets.length - 1; s++) {
    const n = source.offsets[s + 1]! - source.offsets[s]!;
    const m = target.offsets[s + 1]! - target.offsets[s]!;
    const near = (i: number, j: number): number => Math.exp(-DIAGONAL * Math.abs((i + 0.5) / n - (j + 0.5) / m));
    const ours = new Int32Array(n).fill(-1);
    for (let i = 0; i < n; i++) {
      let best = 1e-4;
      for (let j = 0; j < m; j++) {
        const score = backward[pairOf[cell + i * m + j]!]! * near(i, j);
        if (score > best) [best, ours[i]] = [score, j];
      }
    }
    for (let j = 0; j < m; j++) {
      let best = 1e-4;
      let chosen = -1;
      for (let i = 0; i < n; i++) {
        const score = forward[pairOf[cell + i * m + j]!]! * near(i, j);
        if (score > best) [best, chosen] = [score, i];
      }
      if (chosen < 0) continue;
      counts[pairOf[cell + chosen * m + j]!]! += ours[chosen] === j ? 1 : 1 / 3;
    }
    for (let i = 0; i < n; i++) if (ours[i]! >= 0) counts[pairOf[cell + i * m + ours[i]!]!]! += 1 / 3;
    cell += n * m;
  }
}
