/**
 * Scores aligners on the written stories: links, names, findings, lineage.
 *
 *   npm run bench:stories                              this build, on the stories that nothing was fitted on, and its rivals
 *   npm run bench:stories -- --stories all             … on all stories
 *   npm run bench:stories -- --output [NAME=]FILE.json what another aligner made of them
 *   npm run bench:stories -- --record                  writes bench/record/stories.json
 *
 * FILE.json: `{ "<story id>": { pairs, names?, findings?, lineage? } }`, shapes as in the API; sentences are counted from 0 as
 * they stand in the story's `sentences`, and an aligner without relations leaves `relation` out. Scoring: stories/score.mjs.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readStories, scoreStory, summarize } from '../stories/score.mjs';
import { cosineNeighbours, galeChurch } from './story-baselines.mjs';

const { values } = parseArgs({
  options: { stories: { type: 'string', default: 'held-out' }, output: { type: 'string', multiple: true }, record: { type: 'boolean' } },
});
const heldOut = new Set(readFileSync('stories/held-out.txt', 'utf8').split('\n').filter(Boolean));
const stories = readStories(['stories']).filter(
  ({ id }) => values.stories === 'all' || heldOut.has(id) === (values.stories === 'held-out'),
);
const rivals = values.output
  ? values.output.map((named) => [named.split('=')[0], fromFile(named.slice(named.indexOf('=') + 1))])
  : await builtin();

async function builtin() {
  if (!existsSync('dist/index.js')) {
    console.error('There is no build: run `npm run build` first.');
    process.exit(1);
  }
  const library = await import(new URL('../dist/index.js', import.meta.url).href);
  return [
    ['this build', library],
    ['cosine, mutual nearest neighbours', cosineNeighbours(library)],
    ['Gale–Church (lengths)', galeChurch()],
  ];
}

const before = 'bench/record/stories.json';
const rows = {};
for (const [name, lib] of rivals) {
  const results = [];
  for (const story of stories) results.push(await scoreStory(withStory(lib, story), story));
  rows[name] = figures(summarize(results));
}
print(rows);
if (values.record) {
  const kept = existsSync(before) ? JSON.parse(readFileSync(before, 'utf8')) : {};
  writeFileSync(before, `${JSON.stringify({ ...kept, [values.stories]: { ...kept[values.stories], ...rows } }, undefined, 1)}\n`);
}

/** An aligner whose answers lie in a file. */
function fromFile(file) {
  const answers = JSON.parse(readFileSync(file, 'utf8'));
  return {
    alignDocuments: async (_documents, _options, story) => {
      const answer = answers[story.id];
      if (answer === undefined) throw new Error(`${file} has no answer for the story ${story.id}`);
      const documents = story.documents.map(({ id }) => ({ id, sentences: [] }));
      return { documents, names: [], findings: [], lineage: [], ...answer };
    },
  };
}

function withStory(lib, story) {
  return { alignDocuments: (documents, options) => lib.alignDocuments(documents, options, story) };
}

function figures({ kinds, event, ece, names, findings, lineage }) {
  const share = (part, whole) => (whole > 0 ? part / whole : null);
  return {
    'links, all: F1': kinds.all?.F,
    'links between reports not made from one another: F1': kinds.far?.F,
    '… precision': kinds.far?.P,
    '… recall': kinds.far?.R,
    'links, rewritten: F1': kinds.rewrite?.F,
    'links, machine translated: F1': kinds.mt?.F,
    'links, translated: F1': kinds.translation?.F,
    'wrong links a pair about another event': kinds.related?.wrongPerPair,
    'pairs about another event recognised': share(event.otherEventRight, event.otherEvent),
    'calibration error of links': ece,
    'spellings linked with their name': share(names.linked, names.total),
    'garbled ones': share(names.garbledLinked, names.garbled),
    'linked with a wrong name': share(names.wrong, names.total),
    'kind right': share(names.kinds, names.linked),
    'findings: precision': findings.all?.said ? findings.all.precision : null,
    'findings: recall': findings.all?.recall,
    'lineage right': lineage.right,
    'lineage wrong': lineage.wrong,
    'lineage, documents with a source': lineage.gold,
    'language passed through right': lineage.throughRight,
    'language passed through wrong': lineage.throughWrong,
    'documents that passed through one': lineage.through,
  };
}

function print(table) {
  const names = Object.keys(table);
  console.log(`${stories.length} stories`);
  for (const figure of Object.keys(table[names[0]])) {
    const cells = names.map((name) => {
      const value = table[name][figure];
      return value === null || value === undefined
        ? '–'
        : Number.isInteger(value) && !/F1|precision|recall/.test(figure)
          ? String(value)
          : value.toFixed(3);
    });
    console.log(`${figure.padEnd(54)} ${cells.map((cell) => cell.padStart(8)).join('')}`);
  }
  names.forEach((name, k) => {
    console.log(`column ${k + 1}: ${name}`);
  });
}
