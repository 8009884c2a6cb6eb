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
