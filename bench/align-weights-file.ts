/** Writes `src/align/learned/bead-weights.ts`. */
import { writeFileSync } from 'node:fs';
import { linkFeatures } from '../src/align/free/link-features.ts';
import type { LinkModel } from '../src/align/free/link-model.ts';
import { beadFeatures } from '../src/align/ordered/bead-features.ts';
import type { AlignmentModel } from '../src/align/ordered/parallel-alignment.ts';
import { relationFeatures, relations } from '../src/align/relation/decide-relation.ts';

/** Everything learned. */
export interface Learned extends AlignmentModel {
  readonly links: LinkModel;
  readonly wordlessLinks: LinkModel;
  readonly relation: readonly Float64Array[];
}

export function writeWeights(file: string, { plain, full, wordless, calibration, links, wordlessLinks, relation }: Learned): void {
  const relationRows = relations.map((name, r) => `  ${name}: ${literal(relationFeatures, relation[r]!, '    ')},`).join('\n');
  writeFileSync(
    file,
    `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: weights are what they are
/** Everything the aligner has learned, written by \`node bench/run.mjs bench/fit-bead-score.ts\`: refit it, do not edit it. */

import type { LinkFeature } from '../free/link-features.ts';
import type { BeadFeature } from '../ordered/bead-features.ts';
import type { RelationFeature } from '../relation/decide-relation.ts';
import type { Calibration } from './calibration.ts';

/** Score of the second pass. */
export const plainWeights: Partial<Record<BeadFeature, number>> = ${literal(beadFeatures, plain)};

/** Score of the third pass. */
export const fullWeights: Partial<Record<BeadFeature, number>> = ${literal(beadFeatures, full)};

/** Score of the third pass for embedders without tokens. */
export const wordlessWeights: Partial<Record<BeadFeature, number>> = ${literal(beadFeatures, wordless)};

/** From the stated probability of a bead in order to the share that is right. */
export const orderedCalibration: Calibration = { slope: ${calibration.slope}, shift: ${calibration.shift} };

/** First look at sentence pairs, where order is no guide. */
export const firstLinkWeights: Partial<Record<LinkFeature, number>> = ${literal(linkFeatures, links.first)};

/** Second look, at beads. */
export const secondLinkWeights: Partial<Record<LinkFeature, number>> = ${literal(linkFeatures, links.second)};

/** From the stated probability of a link to the share that is right, and the least confidence of a link. */
export const linkCalibration: Calibration = { slope: ${links.calibration.slope}, shift: ${links.calibration.shift} };
export const linkThreshold = ${links.threshold};

/** The same for embedders without tokens. */
export const firstWordlessLinkWeights: Partial<Record<LinkFeature, number>> = ${literal(linkFeatures, wordlessLinks.first)};
export const secondWordlessLinkWeights: Partial<Record<LinkFeature, number>> = ${literal(linkFeatures, wordlessLinks.second)};
export const wordlessLinkCalibration: Calibration = { slope: ${wordlessLinks.calibration.slope}, shift: ${wordlessLinks.calibration.shift} };
export const wordlessLinkThreshold = ${wordlessLinks.threshold};

/** What speaks for each relation. */
export const relationWeights: Record<'parallel' | 'comparable' | 'unrelated', Partial<Record<RelationFeature, number>>> = {
${relationRows}
};
`,
  );
}

function literal(names: readonly string[], weights: Float64Array, indent = '  '): string {
  const rows = names.map((name, k) => [name, Math.round(weights[k]! * 1000) / 1000] as const).filter(([, weight]) => weight !== 0);
  return `{\n${rows.map(([name, weight]) => `${indent}${name}: ${weight},`).join('\n')}\n${indent.slice(2)}}`;
}
