/** Logistic regression, for whatever is weighed by name. */
import { climb } from './align-crf.ts';

/** An example: what is known of it, whether it is true, and how much it counts. */
export interface Example<Evidence> {
  readonly evidence: Evidence;
  readonly isTrue: boolean;
  readonly weight: number;
}

const steps = 400;

/** Weights by name, to three places, drawn towards 0 by `penalty`. */
export function fitLogistic<Evidence extends { [Name in keyof Evidence]: number }>(
  examples: readonly Example<Evidence>[],
  names: readonly (keyof Evidence & string)[],
  penalty: number,
): Record<string, number> {
  const vectors = examples.map(({ evidence }) => names.map((name) => evidence[name]));
  const x = climb(
    (point) => {
      const gradient = Float64Array.from(point, (value) => penalty * value);
      let loss = point.reduce((sum, value) => sum + (penalty / 2) * value * value, 0);
      for (const [k, vector] of vectors.entries()) {
        const { isTrue, weight } = examples[k]!;
        const score = vector.reduce((sum, value, f) => sum + value * point[f]!, 0);
        const probability = 1 / (1 + Math.exp(-score));
        loss -= weight * Math.log(Math.max(isTrue ? probability : 1 - probability, 1e-12));
        const slope = weight * (probability - (isTrue ? 1 : 0));
        vector.forEach((value, f) => {
          gradient[f]! += slope * value;
        });
      }
      return { loss, gradient };
    },
    new Float64Array(names.length),
    steps,
  );
  return Object.fromEntries(names.map((name, f) => [name, Math.round(x[f]! * 1000) / 1000]));
}

/**
 * Weights of a logistic regression over rows of `width` features, the first of which is constant: Newton's method, features brought to one spread.
 *
 * @param penalty - Draws the weights of features at that spread towards 0.
 */
export function fitRows(
  rows: Float64Array,
  width: number,
  labels: Uint8Array,
  weights: Float64Array,
  penalty: number,
  active: (feature: number) => boolean = () => true,
): Float64Array {
  const count = labels.length;
  const used = Array.from({ length: width }, (_, k) => k).filter((k) => k === 0 || active(k));
  const mean = new Float64Array(width);
  const spread = new Float64Array(width);
  for (let n = 0; n < count; n++) for (const k of used) mean[k]! += rows[n * width + k]! / count;
  for (let n = 0; n < count; n++) for (const k of used) spread[k]! += (rows[n * width + k]! - mean[k]!) ** 2 / count;
  const shown = used.filter((k) => k === 0 || spread[k]! > 1e-12);
  const size = shown.length;
  const scaled = new Float64Array(count * size);
  for (let n = 0; n < count; n++) {
    scaled[n * size] = 1;
    for (let f = 1; f < size; f++) scaled[n * size + f] = (rows[n * width + shown[f]!]! - mean[shown[f]!]!) / Math.sqrt(spread[shown[f]!]!);
  }
  const point = new Float64Array(size);
  for (let step = 0; step < newtonSteps; step++) {
    const gradient = Float64Array.from(point, (value, f) => (f > 0 ? penalty * value : 0));
    const curvature = new Float64Array(size * size);
    for (let f = 1; f < size; f++) curvature[f * size + f] = penalty;
    for (let n = 0; n < count; n++) {
      const row = n * size;
      let score = 0;
      for (let f = 0; f < size; f++) score += scaled[row + f]! * point[f]!;
      const probability = 1 / (1 + Math.exp(-score));
      const slope = weights[n]! * (probability - labels[n]!);
      const bend = weights[n]! * Math.max(probability * (1 - probability), 1e-6);
      for (let f = 0; f < size; f++) {
        gradient[f]! += slope * scaled[row + f]!;
        const part = bend * scaled[row + f]!;
        for (let g = 0; g <= f; g++) curvature[f * size + g]! += part * scaled[row + g]!;
      }
    }
    const move = solve(curvature, gradient, size);
    const longest = move.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    for (let f = 0; f < size; f++) point[f]! -= move[f]! * Math.min(1, 2 / longest);
    if (longest < 1e-4) break;
  }
  const result = new Float64Array(width);
  result[0] = point[0]!;
  for (let f = 1; f < size; f++) {
    const k = shown[f]!;
    result[k] = point[f]! / Math.sqrt(spread[k]!);
    result[0]! -= result[k]! * mean[k]!;
  }
  return result;
}

const newtonSteps = 25;

/** Solve a symmetric system given by its lower triangle (Cholesky). */
function solve(lower: Float64Array, right: Float64Array, size: number): Float64Array {
  const factor = Float64Array.from(lower);
  const x = Float64Array.from(right);
  for (let f = 0; f < size; f++) {
    for (let g = 0; g <= f; g++) {
      let sum = factor[f * size + g]!;
      for (let k = 0; k < g; k++) sum -= factor[f * size + k]! * factor[g * size + k]!;
      factor[f * size + g] = f === g ? Math.sqrt(Math.max(sum, 1e-12)) : sum / factor[g * size + g]!;
    }
  }
  for (let f = 0; f < size; f++) {
    for (let g = 0; g < f; g++) x[f]! -= factor[f * size + g]! * x[g]!;
    x[f]! /= factor[f * size + f]!;
  }
  for (let f = size - 1; f >= 0; f--) {
    for (let g = f + 1; g < size; g++) x[f]! -= factor[g * size + f]! * x[g]!;
    x[f]! /= factor[f * size + f]!;
  }
  return x;
}
