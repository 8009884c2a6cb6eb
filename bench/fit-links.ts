/**
 * Fits what decides between statements of reports, and whether two report one event, to the stories and to real news, and writes `src/align/learned/link-weights.ts`:
 *
 *     node bench/run.mjs bench/fit-links.ts [--check | --study]      --check: measure only; --study: what each kind of evidence is worth
 *
 * All figures are cross-validated by set: what judges a story or a set of articles has seen nothing of it. The second score is fitted to first scores that were made the
 * same way. Figures go to `bench/record/links.json`.
 */
import { writeFileSync } from 'node:fs';
import type { LinkModel } from '../src/align/free/link-model.ts';
import { createEmbedder } from '../src/embed/create-embedder.ts';
import type { Embedder } from '../src/types.ts';
import { reliability } from './align-calibration.ts';
import { writeLinkWeights } from './link-weights-file.ts';
import { type Active, crossValidate, withWords, wordlessOnly } from './links-cross-validate.ts';
import { choose, countGroups, judgeEvents, stated } from './links-judge.ts';
import { isTranslation, type Measured, measureAll } from './links-measure.ts';
import { study } from './links-study.ts';
import { readNewsSets } from './news-sets.ts';

/** Fit all of it with an embedder, and say what it is worth. */
export async function fitLinks(measured: Measured, active: Active): Promise<{ model: LinkModel; report: Record<string, unknown> }> {
  const { outcomes, weights } = crossValidate(measured, active);
  const chosen = choose(outcomes);
  const ofSets = (isReal: boolean) => outcomes.filter(({ own }) => own.set.isReal === isReal && !isTranslation(own.pair));
  const check = (isReal: boolean) => reliability(stated(ofSets(isReal), chosen), chosen.calibration);
  const report = {
    ...chosen,
    crossValidated: countGroups(outcomes, chosen),
    events: judgeEvents(outcomes),
    reliability: { stories: check(false), real: check(true) },
  };
  return { model: { ...weights(), ...chosen }, report };
}

if (process.argv.includes('--study')) {
  const measured = await measureAll(readNewsSets(), await createEmbedder());
  const result = study(measured);
  console.table(result.baseline);
  console.table(result.without);
  console.table(result.curve);
  console.table(result.byLanguages);
  writeFileSync('bench/record/links-study.json', `${JSON.stringify(result, null, 1)}\n`);
} else {
  const embedder = await createEmbedder();
  const measured = await measureAll(readNewsSets(), embedder);
  const { model, report } = await fitLinks(measured, withWords);
  // the same vectors without sums and tokens: what other models give
  const plain: Embedder = { ...embedder, id: 'wordless', additive: false, embed: (texts, options) => embedder.embed(texts, options) };
  const wordless = await fitLinks(await measureAll(readNewsSets(), plain), wordlessOnly);
  show(report);
  show(wordless.report);
  if (!process.argv.includes('--check')) {
    writeLinkWeights({ links: model, wordlessLinks: wordless.model });
    const sets = [...new Set(measured.measured.map(({ set }) => set.id))];
    writeFileSync('bench/record/links.json', `${JSON.stringify({ sets, words: report, wordless: wordless.report }, null, 1)}\n`);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a report of several shapes
function show({ crossValidated, events, threshold, sureThreshold, calibration, reliability: { stories, real } }: any): void {
  console.log({ threshold, sureThreshold, calibration, error: { stories: stories.error, real: real.error } });
  console.table(crossValidated);
  console.table(events);
}
