/** Writes `src/align/learned/bead-weights.ts`. */
import { writeFileSync } from 'node:fs';
import { beadFeatures } from '../src/align/ordered/bead-features.ts';
import type { AlignmentModel } from '../src/align/ordered/parallel-alignment.ts';

export function writeWeights(file: string, { plain, full, wordless, calibration }: AlignmentModel): void {
  writeFileSync(
    file,
    `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: weights are what they are
/** What the aligner has learned about translations, written by \`node bench/run.mjs bench/fit-bead-score.ts\`: refit it, do not edit it. */
import type { BeadFeature } from '../ordered/bead-features.ts';
import type { Calibration } from './calibration.ts';

/** Score of the second pass. */
export const plainWeights: Partial<Record<BeadFeature, number>> = ${literal(beadFeatures, plain)};

/** Score of the third pass. */
export const fullWeights: Partial<Record<BeadFeature, number>> = ${literal(beadFeatures, full)};

/** Score of the third pass for embedders without tokens. */
export const wordlessWeights: Partial<Record<BeadFeature, number>> = ${literal(beadFeatures, wordless)};

/** From the stated probability of a bead in order to the share that is right. */
export const orderedCalibration: Calibration = { slope: ${calibration.slope}, shift: ${calibration.shift} };
`,
  );
}

function literal(names: readonly string[], weights: Float64Array, indent = '  '): string {
  const rows = names.map((name, k) => [name, Math.round(weights[k]! * 1000) / 1000] as const).filter(([, weight]) => weight !== 0);
  return `{\n${rows.map(([name, weight]) => `${indent}${name}: ${weight},`).join('\n')}\n${indent.slice(2)}}`;
}
