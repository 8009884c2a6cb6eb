/** Calibration of stated probabilities, and how far they are from the truth. */
import { type Calibration, calibrate } from '../src/align/learned/calibration.ts';
import { climb } from './align-crf.ts';

/** A stated probability and whether the bead was right. */
export interface Judged {
  readonly stated: number;
  readonly right: boolean;
}

/** Slope and shift that make the outcomes likeliest. */
export function fitCalibration(judged: readonly Judged[]): Calibration {
  const x = climb(
    ([slope, shift]) => {
      let loss = 0;
      const gradient = new Float64Array(2);
      for (const { stated, right } of judged) {
        const bounded = Math.min(Math.max(stated, 1e-6), 1 - 1e-6);
        const odds = Math.log(bounded / (1 - bounded));
        const probability = calibrate(stated, { slope: slope!, shift: shift! });
        loss -= Math.log(Math.max(right ? probability : 1 - probability, 1e-12));
        const difference = probability - (right ? 1 : 0);
        gradient[0] = gradient[0]! + difference * odds;
        gradient[1] = gradient[1]! + difference;
      }
      return { loss, gradient };
    },
    Float64Array.of(1, 0),
    60,
  );
  return { slope: Math.round(x[0]! * 1000) / 1000, shift: Math.round(x[1]! * 1000) / 1000 };
}

/** Reliability table in tenths, and the expected calibration error: the mean distance of stated from true, weighted by beads. */
export function reliability(
  judged: readonly Judged[],
  calibration: Calibration,
): { error: number; table: { from: number; beads: number; stated: number; right: number }[] } {
  const bins = Array.from({ length: 10 }, () => ({ beads: 0, stated: 0, right: 0 }));
  for (const { stated, right } of judged) {
    const probability = calibrate(stated, calibration);
    const bin = bins[Math.min(Math.floor(probability * 10), 9)]!;
    bin.beads++;
    bin.stated += probability;
    bin.right += right ? 1 : 0;
  }
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const error = bins.reduce((sum, { stated, right }) => sum + Math.abs(stated - right), 0) / Math.max(judged.length, 1);
  const table = bins.map(({ beads, stated, right }, k) => ({
    from: k / 10,
    beads,
    stated: round(stated / Math.max(beads, 1)),
    right: round(right / Math.max(beads, 1)),
  }));
  return { error: round(error), table };
}
