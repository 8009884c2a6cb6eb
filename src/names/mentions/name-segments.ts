/**
 * Cuts runs of capitalised words into names: a semi-Markov model (Sarawagi and Cohen, 2004, https://papers.nips.cc/paper/2648) whose
 * weights are fitted on the written stories (bench/fit-name-segments.ts). Words that no name takes drop out.
 *
 *     Duta Besar | Presiden | AS | Donald Trump | Steve Witcaf      the best sum over all ways of cutting the run
 *
 * Time for each run: words × longest name.
 */
import { lookUpName } from '../tables/gazetteer.ts';
import { joining, type Piece, particles } from './found-name.ts';
import type { ClassedRun, NameRuns } from './name-runs.ts';
import { evidenceInside, evidenceOutside, isPossible, type SegmentFeature, surface } from './segment-evidence.ts';
import { segmentWeights } from './segment-weights.ts';

/** Words of the longest name. */
export const longestName = 9;

/** The names of a run, in order. */
export function splitRun(run: ClassedRun, runs: NameRuns, weights: Readonly<Record<string, number>> = segmentWeights): Piece[] {
  const n = run.words.length;
  const best = new Float64Array(n + 1);
  const cameFrom = new Int32Array(n + 1);
  const isName = new Uint8Array(n + 1);
  let sum = 0;
  const note = (feature: SegmentFeature, value: number) => {
    sum += value * (weights[feature] ?? 0);
  };
  for (let end = 1; end <= n; end++) {
    sum = 0;
    evidenceOutside(run, end - 1, note);
    best[end] = best[end - 1]! + sum;
    cameFrom[end] = end - 1;
    for (let start = Math.max(0, end - longestName); start < end; start++) {
      if (!isPossible(run, start, end, runs)) continue;
      sum = best[start]!;
      evidenceInside(run, start, end, runs, note);
      if (sum <= best[end]!) continue;
      best[end] = sum;
      cameFrom[end] = start;
      isName[end] = 1;
    }
  }
  const pieces: Piece[] = [];
  for (let end = n; end > 0; end = cameFrom[end]!) if (isName[end] === 1) pieces.unshift(pieceOf(run, cameFrom[end]!, end, runs));
  return pieces;
}

function pieceOf(run: ClassedRun, start: number, end: number, runs: NameRuns): Piece {
  const { document, classes } = run;
  const words = run.words.slice(start, end);
  const own = classes.slice(start, end).filter((_, at) => words[at]!.shape !== 'lower');
  const names = own.filter((kind) => kind === 'name' || kind === 'place').length;
  const piece = { words, document, known: false, certain: false };
  if (own.length === 1) return { ...piece, kind: 'name', known: own[0] === 'place' };
  if (lookUpName(surface(words, 0, words.length), document.language).length > 0) return { ...piece, kind: 'phrase', known: true };
  const isSmall = ({ shape, key }: (typeof words)[number]) => shape === 'lower' && (!particles.has(key) || joining.has(key));
  if (names === own.length && !words.some(isSmall)) return { ...piece, kind: 'name' };
  const key = runs.key(words, 0, words.length);
  const german = document.language === 'de';
  const certain =
    runs.count(key) > (runs.isWhole(run, start, end) ? 1 : 0) ||
    runs.shared(key) > 1 ||
    (!run.headline &&
      (own.includes('noun')
        ? names > 0 && (!german || words.some(({ follows }) => follows === '-'))
        : words.every(({ shape }) => shape === 'capital')));
  return { ...piece, kind: 'phrase', certain };
}
