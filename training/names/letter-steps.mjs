/**
 * How one spelling becomes another, in steps that turn a group of letters into a group of letters: expectation-maximisation
 * over all ways of cutting (the many-to-many aligner of Jiampojamarn, Kondrak and Sherif, 2007,
 * https://aclanthology.org/N07-1047/). Deterministic.
 */

const levels = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'; // natural log of the step's probability, in steps of -0.4
const rounds = 8;

/** Steps of every cutting, weighted: forward and backward sums over the grid of boundaries. */
function expectSteps(left, right, moves, probability, counts) {
  const [n, m] = [left.length, right.length];
  const width = m + 1;
  const forward = new Float64Array((n + 1) * width);
  const backward = new Float64Array((n + 1) * width);
  const steps = [];
  forward[0] = 1;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const before = forward[i * width + j];
      if (before === 0) continue;
      for (const [a, b] of moves) {
        if (i + a > n || j + b > m) continue;
        const key = `${left.slice(i, i + a).join('')} ${right.slice(j, j + b)}`;
        const p = probability(key, a, b);
        if (p === 0) continue;
        forward[(i + a) * width + j + b] += before * p;
        steps.push([i * width + j, (i + a) * width + j + b, key, p]);
      }
    }
  }
  const total = forward[n * width + m];
  if (!(total > 0)) return;
  backward[n * width + m] = 1;
  for (let s = steps.length - 1; s >= 0; s--) {
    const [from, to, key, p] = steps[s];
    if (backward[to] === 0) continue;
    backward[from] += p * backward[to];
    const share = (forward[from] * p * backward[to]) / total;
    if (share > 1e-5) counts.set(key, (counts.get(key) ?? 0) + share);
  }
}

/** Steps `[left, right, log probability]` of pairs of a cut word and a spelling; those counted less than `keep` are dropped at the end. */
export function learnSteps(pairs, moves, first, keep) {
  let probabilities;
  let counts = new Map();
  for (let round = 0; round < rounds; round++) {
    counts = new Map();
    const probability = probabilities === undefined ? first : (key) => probabilities.get(key) ?? 0;
    for (const [left, right] of pairs) expectSteps(left, right, moves, probability, counts);
    let total = 0;
    for (const count of counts.values()) total += count;
    probabilities = new Map();
    for (const [key, count] of counts) if (count > 0.02) probabilities.set(key, count / total);
  }
  const kept = [...counts].filter(([, count]) => count >= keep);
  const total = kept.reduce((sum, [, count]) => sum + count, 0);
  return kept.map(([key, count]) => [...key.split(' '), Math.log(count / total)]);
}

/** `unit:group level group level … ` with levels as one character each; units separated by spaces. */
export function encodeSteps(steps) {
  const byUnit = new Map();
  for (const [unit, group, logarithm] of steps) {
    const level = levels[Math.min(levels.length - 1, Math.max(0, Math.round(-logarithm / 0.4)))];
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), [group, level]]);
  }
  return [...byUnit]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([unit, groups]) =>
        `${unit}:${groups
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map((entry) => entry.join(''))
          .join('')}`,
    )
    .join(' ');
}
