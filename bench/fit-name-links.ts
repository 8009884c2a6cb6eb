/**
 * Fits the weights by which two spellings are one name, on the written stories, and writes src/names/linking/link-weights.ts.
 *
 *   node bench/run.mjs bench/fit-name-links.ts [--keep alignments.json] [--dry]
 *
 * Every pair of spellings that the linking weighs is an example: true where the gold has both under one name, false where it
 * has one of them elsewhere or not at all. The held-out stories are left out; what the fit is worth is said by cross-validation
 * over stories, five parts.
 */
import { writeFileSync } from 'node:fs';
import { builtinPieces } from '../src/align/builtin-pieces.ts';
import { finishSteps } from '../src/align/run-steps.ts';
import { checkKnownNames } from '../src/names/known-names.ts';
import { candidatePairs } from '../src/names/linking/link-candidates.ts';
import { linkWeights } from '../src/names/linking/link-weights.ts';
import type { NameForm } from '../src/names/linking/name-forms.ts';
import { isWeighed } from '../src/names/linking/name-links.ts';
import { type LinkEvidence, logOdds, PairEvidence } from '../src/names/linking/pair-evidence.ts';
import { findForms } from '../src/names/trace-names.ts';
import { type Example, fitLogistic } from './fit-logistic.ts';
import { alignedStories, type Story } from './stories.ts';

const folds = 5;
const penalty = 2;
const file = 'src/names/linking/link-weights.ts';
const names = Object.keys(linkWeights) as (keyof LinkEvidence)[];

interface Sample extends Example<LinkEvidence> {
  readonly story: number;
}

function goldName(story: Story, form: NameForm): string | undefined {
  for (const { document, text } of form.found)
    for (const { canonical, forms } of story.names) if (forms[document]?.[text] !== undefined) return canonical;
  return undefined;
}

const samples: Sample[] = [];
for (const [at, { story, alignment }] of (await alignedStories()).entries()) {
  const { documents, pairs } = alignment;
  const piecesOf = builtinPieces(documents);
  const forms = finishSteps(findForms(documents, pairs, checkKnownNames(undefined), piecesOf));
  const evidence = new PairEvidence(forms, documents, pairs, piecesOf);
  const gold = forms.map((form) => goldName(story, form));
  for (const [one, other] of candidatePairs(forms, evidence)) {
    const [a, b] = [gold[one.index], gold[other.index]];
    if ((a === undefined && b === undefined) || !isWeighed(one, other, evidence)) continue;
    samples.push({ story: at, evidence: evidence.of(one, other), isTrue: a === b, weight: 1 });
  }
}
console.log(`${samples.length} pairs, ${samples.filter(({ isTrue }) => isTrue).length} true`);

const judge = (weights: Record<string, number>, set: readonly Sample[]) => {
  let [hit, said, loss] = [0, 0, 0];
  for (const { evidence, isTrue } of set) {
    const odds = logOdds(evidence, weights as never);
    if (odds > 0) said++;
    if (odds > 0 && isTrue) hit++;
    loss += Math.log(1 + Math.exp(isTrue ? -odds : odds)) / set.length;
  }
  const truth = set.filter(({ isTrue }) => isTrue).length;
  return { hit, said, truth, loss };
};
const sums = { hit: 0, said: 0, truth: 0, loss: 0 };
for (let fold = 0; fold < folds; fold++) {
  const weights = fitLogistic(
    samples.filter(({ story }) => story % folds !== fold),
    names,
    penalty,
  );
  const part = judge(
    weights,
    samples.filter(({ story }) => story % folds === fold),
  );
  for (const key of ['hit', 'said', 'truth'] as const) sums[key] += part[key];
  sums.loss += part.loss / folds;
}
console.log(
  `cross-validated: precision ${(sums.hit / sums.said).toFixed(3)}, recall ${(sums.hit / sums.truth).toFixed(3)}, loss ${sums.loss.toFixed(4)}; weights in the file: loss ${judge({ ...linkWeights }, samples).loss.toFixed(4)}`,
);
const weights = fitLogistic(samples, names, penalty);
console.log(weights);
if (!process.argv.includes('--dry')) {
  const lines = names.map((name) => `  ${name}: ${weights[name]},`).join('\n');
  writeFileSync(
    file,
    `/** The weights of what speaks for two spellings being one name, written by \`node bench/run.mjs bench/fit-name-links.ts\`: refit them, do not edit them. */\nimport type { LinkWeights } from './pair-evidence.ts';\n\nexport const linkWeights: LinkWeights = {\n${lines}\n};\n`,
  );
}
