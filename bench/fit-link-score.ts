/**
 * Fits what is learned about links and relations alone, and keeps the weights of beads in order: `node bench/run.mjs bench/fit-link-score.ts`.
 *
 * A part of `fit-bead-score` that takes a third of its time. Writes the same files. With `--keep` the weights of links and relations stay too, and only
 * threshold and calibration of links are chosen anew; with `--relation` only relations are fitted.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { alignmentModel, linkModel, relationWeights, wordlessLinkModel } from '../src/align/learned/learned-model.ts';
import { createEmbedder } from '../src/embed/create-embedder.ts';
import { devFolder, readFlores, readGoldFolder } from './align-dev-sets.ts';
import { writeWeights } from './align-weights-file.ts';
import { fitLinks } from './fit-links.ts';
import { fitRelation } from './fit-relation.ts';

const record = 'bench/record/fit-bead-score.json';
const embedder = await createEmbedder();
const flores = readFlores();
const aligned = [...readGoldFolder(`${devFolder}/mac-dev`, 'mac'), ...readGoldFolder(`${devFolder}/textberg-dev`, 'textberg')];
const known = JSON.parse(readFileSync(record, 'utf8'));
const shipped = { model: linkModel, wordless: wordlessLinkModel };
const keep = process.argv.includes('--keep');
const links = process.argv.includes('--relation')
  ? { ...shipped, report: known.links }
  : await fitLinks(flores, embedder, keep ? shipped : undefined);
console.log(JSON.stringify(links.report, null, 1));
const relation = keep ? undefined : await fitRelation(flores, embedder, alignmentModel, links.model, aligned);
if (relation) console.log(JSON.stringify(relation.report, null, 1));
writeWeights('src/align/learned/bead-weights.ts', {
  ...alignmentModel,
  links: links.model,
  wordlessLinks: links.wordless,
  relation: relation?.weights ?? relationWeights,
});
const report = { ...known, links: links.report, ...(relation ? { relation: relation.report } : {}) };
writeFileSync(record, `${JSON.stringify(report, null, 1)}\n`);
