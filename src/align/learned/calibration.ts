/** Turns the probability that a model states into the share of cases in which it is right (Platt 1999): two numbers, fitted on held-out documents. */
import { exp, log } from '../../exact-math.ts';

/** Log-odds of the calibrated probability are `slope × log-odds stated + shift`. */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
}

const least = 1e-6;

/** Calibrated probability, 0 to 1. Rises with the stated one. */
export function calibrate(stated: number, { slope, shift }: Calibration): number {
  const bounded = Math.min(Math.max(stated, least), 1 - least);
  return 1 / (1 + exp(-(slope * log(bounded / (1 - bounded)) + shift)));
}
