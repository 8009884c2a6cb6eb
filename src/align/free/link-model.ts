/** What is learned about statements of reports that are not translations. */
import type { Calibration } from '../learned/calibration.ts';
import type { EventFeature } from './event-features.ts';
import type { LinkFeature } from './link-features.ts';
import type { StatementFeature } from './statement-features.ts';

/** Weights in the order of `statementFeatures`, `eventFeatures` and `linkFeatures`. */
export interface LinkModel {
  /** At first sight: log-odds that two statements say the same. */
  readonly statement: Float64Array;
  /** Log-odds that two documents report the same event. */
  readonly event: Float64Array;
  /** With what neighbours, rivals and the whole pair say. */
  readonly link: Float64Array;
  readonly calibration: Calibration;
  /** Links less likely are left out. */
  readonly threshold: number;
  /** The same between reports of different events. */
  readonly sureThreshold: number;
}

/** The same by name; what is not named is 0. */
export interface NamedLinkModel extends Omit<LinkModel, 'statement' | 'event' | 'link'> {
  readonly statement: Readonly<Partial<Record<StatementFeature, number>>>;
  readonly event: Readonly<Partial<Record<EventFeature, number>>>;
  readonly link: Readonly<Partial<Record<LinkFeature, number>>>;
}

/** Log-odds under weights, of features that start at a place in an array. */
export function weigh(features: Float64Array, start: number, weights: Float64Array): number {
  let score = 0;
  for (let k = 0; k < weights.length; k++) score += features[start + k]! * weights[k]!;
  return score;
}
