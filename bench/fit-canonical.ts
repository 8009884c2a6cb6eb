/**
 * Fits the weights by which the canonical spelling of a name is chosen, on the written stories, and writes src/names/canonical-weights.ts.
 *
 *   node bench/run.mjs bench/fit-canonical.ts [--keep alignments.json] [--dry]
 *
 * Each name that was linked is an example: of its spellings, the gold's canonical one is right (conditional logit). Accents do not
 * count. The held-out stories are left out; what the fit is worth is said by cross-validation over stories, five parts.
 */
import { writeFileSync } from 'node:fs';
import { builtinPieces } from '../src/align/builtin-pieces.ts';
import { finishSteps } from '../src/align/run-steps.ts';
import { type CanonicalEvidence, canonicalCandidates, canonicalEvidence, canonicalFeatures } from '../src/names/canonical-form.ts';
import { canonicalWeights } from '../src/names/canonical-weights.ts';
import { documentTrust } from '../src/names/document-trust.ts';
import { checkKnownNames } from '../src/names/known-names.ts';
import { nameType } from '../src/names/name-type.ts';
import { clustersOf } from '../src/names/trace-names.ts';
import { climb } from './align-crf.ts';
import { alignedStories } from './stories.ts';

const folds = 5;
const penalty = 1;
interface Choice {
  readonly story: number;
  readonly evidence: readonly CanonicalEvidence[];
  readonly right: readonly boolean[];
}
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i').toLowerCase();
const choices: Choice[] = [];
for (const [story, { story: gold, alignment }] of (await alignedStories()).entries()) {
  const { documents } = alignment;
  const clusters = finishSteps(clustersOf(alignment, checkKnownNames(undefined), builtinPieces(documents)));
  const trust = new Map(documents.map((document) => [document.id, documentTrust(document)]));
  for (const cluster of clusters) {
    const { candidates, pool } = canonicalCandidates(cluster);
    const votes = new Map<string, number>();
    for (const { found } of cluster.mentions)
      for (const { canonical, forms } of gold.names)
        if (forms[found.document]?.[found.text] !== undefined) votes.set(canonical, (votes.get(canonical) ?? 0) + 1);
    const name = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
    if (name === undefined || candidates.length < 2) continue;
    const right = candidates.map(({ text }) => bare(text) === bare(name));
    if (!right.includes(true)) continue;
    const type = nameType(cluster, documents);
    choices.push({ story, evidence: candidates.map((form) => canonicalEvidence(form, pool, type, trust)), right });
  }
}

const odds = (evidence: CanonicalEvidence, weights: CanonicalEvidence) =>
  canonicalFeatures.reduce((sum, name) => sum + evidence[name] * weights[name], 0);
function fit(set: readonly Choice[]): CanonicalEvidence {
  const point = climb(
    (x) => {
      const gradient = Float64Array.from(x, (value) => penalty * value);
      let loss = x.reduce((sum, value) => sum + (penalty / 2) * value * value, 0);
      const weights = Object.fromEntries(canonicalFeatures.map((name, at) => [name, x[at]!])) as Record<keyof CanonicalEvidence, number>;
      for (const { evidence, right } of set) {
        const scores = evidence.map((one) => odds(one, weights));
        const top = Math.max(...scores);
        const shares = scores.map((score) => Math.exp(score - top));
        const all = shares.reduce((sum, share) => sum + share, 0);
        const good = shares.reduce((sum, share, k) => sum + (right[k] ? share : 0), 0);
        loss -= Math.log(good / all);
        for (const [k, one] of evidence.entries()) {
          const slope = shares[k]! / all - (right[k] ? shares[k]! / good : 0);
          canonicalFeatures.forEach((name, at) => {
            gradient[at]! += slope * one[name];
          });
        }
      }
      return { loss, gradient };
    },
    new Float64Array(canonicalFeatures.length),
    300,
  );
  return Object.fromEntries(
    canonicalFeatures.map((name, at) => [name, Math.round(point[at]! * 1000) / 1000]),
  ) as unknown as CanonicalEvidence;
}
const rightOf = (set: readonly Choice[], weights: CanonicalEvidence) =>
  set.filter(({ evidence, right }) => {
    const scores = evidence.map((one) => odds(one, weights));
    return right[scores.indexOf(Math.max(...scores))];
  }).length;
let hit = 0;
for (let fold = 0; fold < folds; fold++)
  hit += rightOf(
    choices.filter(({ story }) => story % folds === fold),
    fit(choices.filter(({ story }) => story % folds !== fold)),
  );
const weights = fit(choices);
console.log(
  `${choices.length} names; cross-validated ${hit} right; weights in the file ${rightOf(choices, canonicalWeights)}; fitted on all ${rightOf(choices, weights)}`,
);
console.log(weights);
if (!process.argv.includes('--dry'))
  writeFileSync(
    'src/names/canonical-weights.ts',
    `/** Weights of what speaks for a spelling being the canonical one, written by \`node bench/run.mjs bench/fit-canonical.ts\`: refit them, do not edit them. */\n\nexport const canonicalWeights = {\n${Object.entries(
      weights,
    )
      .map(([name, value]) => `  ${name}: ${value},\n`)
      .join('')}};\n`,
  );
