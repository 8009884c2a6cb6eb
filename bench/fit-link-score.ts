/**
 * Fits what is learned about links and relations alone, and keeps the weights of beads in order: `node bench/run.mjs bench/fit-link-score.ts`.
 *
 * A part of `fit-bead-score` that takes a third of its time. Writes the same files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { alignmentModel } from '../src/align/learned-model.ts';
import { createEmbedder } from '../src/embed/create-embedder.ts';
import { devFolder, readFlores, readGoldFolder } from './align-dev-sets.ts';
import { writeWeights } from './align-weights-file.ts';
import { fitLinks } from './fit-links.ts';
import { fitRelation } from './fit-relation.ts';

const record = 'bench/record/fit-bead-score.json';
const embedder = await createEmbedder();
const flores = readFlores();
const aligned = [...readGoldFolder(`${devFolder}/mac-dev`, 'mac'), ...readGoldFolder(`${devFolder}/textberg-dev`, 'textberg')];
const links = await fitLinks(flores, embedder);
console.log(JSON.stringify(links.report, null, 1));
const relation = await fitRelation(flores, embedder, alignmentModel, links.model, aligned);
console.log(JSON.stringify(relation.report, null, 1));
writeWeights('src/align/bead-weights.ts', {
  ...alignmentModel,
  links: links.model,
  wordlessLinks: links.wordless,
  relation: relation.weights,
});
const report = { ...JSON.parse(readFileSync(record, 'utf8')), links: links.report, relation: relation.report };
writeFileSync(record, `${JSON.stringify(report, null, 1)}\n`);
