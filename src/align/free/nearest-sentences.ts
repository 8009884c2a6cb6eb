/**
 * For each sentence the most similar ones of the other document, and how similar the nearest are on average.
 *
 * The average is what a cosine must be measured against: a sentence of common words is near to everything
 * (Artetxe and Schwenk 2019, https://aclanthology.org/P19-1309/). Looks at every pair once: n × m × dimensions steps, but memory for the nearest only.
 */
import type { DotKernel } from '../kernel/dot-kernel.ts';
import type { PreparedDocument } from '../prepare-document.ts';

/** The nearest sentences of one document among those of another. */
export interface Nearest {
  /** The `count` nearest of sentence s at `s × count`, best first, -1 where there are no more. */
  readonly sentences: Int32Array;
  readonly cosines: Float32Array;
  /** Mean cosine of the nearest. */
  readonly means: Float32Array;
  readonly count: number;
}

const cellsPerStep = 20_000;

/**
 * Find the nearest sentences both ways.
 *
 * @param count - How many to keep for each sentence.
 * @param background - Cosine of unrelated sentences; used where a document has too few.
 */
export function* findNearest(
  kernel: DotKernel,
  source: PreparedDocument,
  target: PreparedDocument,
  count: number,
  background: number,
): Generator<void, { source: Nearest; target: Nearest }> {
  const n = source.texts.length;
  const forward = createNearest(n, count);
  const backward = createNearest(target.texts.length, count);
  const runs = freeRuns(target.barred);
  let work = 0;
  for (let s = 0; s < n; s++) {
    if (source.barred[s]) continue;
    const norm = source.norms[s * source.longestRun]!;
    for (const [first, end] of runs) {
      const row = kernel.sentenceProducts(s, first, end - first);
      for (let t = first; t < end; t++) {
        const product = norm * target.norms[t * target.longestRun]!;
        const cosine = product > 0 ? row[t - first]! / product : 0;
        insert(forward, s, t, cosine);
        insert(backward, t, s, cosine);
      }
      work += end - first;
    }
    work++;
    if (work > cellsPerStep) {
      work = 0;
      yield;
    }
  }
  average(forward, background);
  average(backward, background);
  return { source: forward, target: backward };
}

/** Runs of sentences that are not barred, half-open. */
function freeRuns(barred: Uint8Array): [first: number, end: number][] {
  const runs: [number, number][] = [];
  for (let t = 0; t < barred.length; t++) {
    if (barred[t]) continue;
    const last = runs.at(-1);
    if (last?.[1] === t) last[1] = t + 1;
    else runs.push([t, t + 1]);
  }
  return runs;
}

function createNearest(size: number, count: number): Nearest {
  return {
    sentences: new Int32Array(size * count).fill(-1),
    cosines: new Float32Array(size * count).fill(-1),
    means: new Float32Array(size),
    count,
  };
}

function insert({ sentences, cosines, count }: Nearest, own: number, other: number, cosine: number): void {
  const start = own * count;
  let place = start + count - 1;
  if (cosine <= cosines[place]!) return;
  while (place > start && cosines[place - 1]! < cosine) {
    cosines[place] = cosines[place - 1]!;
    sentences[place] = sentences[place - 1]!;
    place--;
  }
  cosines[place] = cosine;
  sentences[place] = other;
}

function average({ sentences, cosines, means, count }: Nearest, background: number): void {
  for (let own = 0; own < means.length; own++) {
    let sum = 0;
    for (let k = own * count; k < (own + 1) * count; k++) sum += sentences[k]! < 0 ? background : cosines[k]!;
    means[own] = sum / count;
  }
}
