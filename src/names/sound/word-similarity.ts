/**
 * How likely two words are one name word, across scripts, 0 to 1.
 *
 * The worth of the best cutting (nats) is set against what there is to explain in both words; that share is bent onto
 * 0 to 1 so that 0.5 is what the best of a thousand strangers reaches about half the time, and 0.9 what the middle one
 * of true pairs reaches (measured on eval-dev, all five scripts within .1). Strictly rising, so that ranks never tie.
 */
import { exp } from '../../exact-math.ts';
import { latinSurprise, latinWorth } from './latin-score.ts';
import { type PreparedWord, surpriseIn } from './prepared-name.ts';
import { type LatinLetters, soundWorth } from './sound-score.ts';
import { soundTable } from './sound-table.ts';
import type { SoundScript } from './sound-units.ts';

const bends: readonly (readonly [share: number, similarity: number])[] = [
  [-0.6, 0.02],
  [0, 0.35],
  [0.2, 0.5],
  [0.4, 0.65],
  [0.6, 0.8],
  [0.8, 0.92],
  [1, 0.98],
  [1.3, 0.995],
];

/** Similarity of two words, symmetric; 1 only for equal words. Where it is below `least`, 0.5 or more, it may come back as 0. */
export function wordSimilarity(one: PreparedWord, other: PreparedWord, least = 0): number {
  if (one.key === other.key) return 1;
  // one order whatever the order of the arguments: sums of floats must not differ
  const [source, target] = one.key < other.key ? [one, other] : [other, one];
  if (source.script === 'digits' || target.script === 'digits') return 0;
  if (source.script === 'latin' && target.script === 'latin') {
    const plain = latinSimilarity(source, target, least);
    return Math.max(plain, spelledOutSimilarity(source, target, least), spelledOutSimilarity(target, source, least));
  }
  if (source.script === target.script) return sameScript(source, target);
  if (target.script === 'latin') return bend(shareThrough(source, target));
  if (source.script === 'latin') return bend(shareThrough(target, source));
  return bend(Math.max(shareThrough(source, target), shareThrough(target, source)));
}

/** `Müller` read as Mueller; not quite as good as the same letters. */
function spelledOutSimilarity({ spelledOut }: PreparedWord, other: PreparedWord, least: number): number {
  if (spelledOut === undefined) return 0;
  return spelledOut.key === other.key ? 0.99 : latinSimilarity(spelledOut, other, least);
}

function latinSimilarity(source: PreparedWord, target: PreparedWord, least = 0): number {
  const share = latinShare(
    source.latin,
    target.latin,
    source.latinSurprise,
    target.latinSurprise,
    least >= 0.6 ? 0.33 : least >= 0.5 ? 0.2 : Number.NEGATIVE_INFINITY,
  );
  return share === Number.NEGATIVE_INFINITY ? 0 : bend(share);
}

/** Two words of one script other than Latin: by their units where these are equal, else by their Latin readings. */
function sameScript(source: PreparedWord, target: PreparedWord): number {
  if (source.units.length === target.units.length && source.units.every((unit, index) => unit === target.units[index])) return 0.99;
  return latinSimilarity(source, target);
}

/** Share explained when `word` (not Latin) is read through its table into the Latin letters of `other`. */
function shareThrough(word: PreparedWord, other: PreparedWord): number {
  const script = word.script as SoundScript;
  const total = word.unitSurprise + surpriseIn(other, script);
  let share = total === 0 ? -1 : soundWorth(soundTable(script), word.units, other.latin) / (total / 2);
  if (word.pinyin !== undefined && other.script === 'latin' && word.pinyin.letters[0] === other.latin.letters[0]) {
    share = Math.max(share, latinShare(word.pinyin, other.latin, latinSurprise(word.pinyin), other.latinSurprise));
  }
  return share;
}

function latinShare(
  source: LatinLetters,
  target: LatinLetters,
  sourceSurprise: number,
  targetSurprise: number,
  least = Number.NEGATIVE_INFINITY,
): number {
  if (source.codes.length === 0 || target.codes.length === 0) return -1;
  const mean = (sourceSurprise + targetSurprise) / 2;
  return latinWorth(source, target, least * mean) / mean;
}

/** Bend a share explained onto 0 to 1. */
export function bend(share: number): number {
  const [firstShare, firstSimilarity] = bends[0]!;
  if (share <= firstShare) return firstSimilarity * exp(share - firstShare);
  for (let b = 1; b < bends.length; b++) {
    const [high, similarity] = bends[b]!;
    const [low, below] = bends[b - 1]!;
    if (share <= high) return below + ((similarity - below) * (share - low)) / (high - low);
  }
  return 0.999 - 0.004 * exp(1.3 - share);
}
