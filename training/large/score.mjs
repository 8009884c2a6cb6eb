// A model folder for transformers.js beside the built-in model: are its vectors those of training, and what are they worth for links?
//   node score.mjs DIST/node.js MODEL-FOLDER [STORY-OR-FOLDER…]
// Average precision of the cosine over reports that are not translations, then links as the library says them (its weights are fitted to the built-in model).
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { goldOfPair, readStories, scoreStory, summarize } from '../../stories/score.mjs';

const [entry, folder, ...paths] = process.argv.slice(2);
const lib = await import(pathToFileURL(resolve(entry)).href);
const dot = (a, i, b, j, d) => {
  let sum = 0;
  for (let k = 0; k < d; k++) sum += a[i * d + k] * b[j * d + k];
  return sum;
};

async function compare() {
  const { AutoModel, Tensor } = await import('@huggingface/transformers');
  const model = await AutoModel.from_pretrained(resolve(folder), { dtype: 'q8', local_files_only: true });
  let lowest = 1;
  for (const { ids, vector } of JSON.parse(readFileSync(`${folder}/check.json`, 'utf8'))) {
    const tensor = (values) => new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
    const { last_hidden_state: hidden } = await model({ input_ids: tensor(ids), attention_mask: tensor(ids.map(() => 1)) });
    const sum = vector.map((_, k) => ids.reduce((total, _id, t) => total + hidden.data[t * vector.length + k], 0));
    lowest = Math.min(lowest, dot(sum, 0, vector, 0, vector.length) / Math.hypot(...sum) / Math.hypot(...vector));
  }
  console.log('lowest cosine with the vectors of training', lowest.toFixed(5));
}

async function averagePrecision(embedder, stories) {
  const cells = [];
  for (const story of stories) {
    const vectors = [];
    for (const { sentences } of story.documents) vectors.push(await embedder.embed(sentences.map((s) => s.text ?? s)));
    for (const [x, a] of story.documents.entries())
      for (const [y, b] of story.documents.entries()) {
        const gold = x < y && goldOfPair(story, a, b);
        if (!gold || ['rewrite', 'mt', 'translation'].includes(gold.kind)) continue;
        for (const i of a.sentences.keys())
          for (const j of b.sentences.keys()) {
            const link = `${i},${j}`;
            if (!gold.possible.has(link)) cells.push([dot(vectors[x], i, vectors[y], j, embedder.dimensions), gold.sure.has(link)]);
          }
      }
  }
  let found = 0;
  let sum = 0;
  for (const [rank, [, right]] of cells.sort((a, b) => b[0] - a[0]).entries()) if (right) sum += ++found / (rank + 1);
  return sum / found;
}

await compare();
const stories = readStories(paths);
if (stories.length > 0)
  for (const [name, options] of [
    ['built in', {}],
    [folder, { model: folder, runtime: '@huggingface/transformers' }],
  ]) {
    const embedder = await lib.createEmbedder(options);
    const aligner = { alignDocuments: (documents) => lib.alignDocuments(documents, { embedder }) };
    const precision = await averagePrecision(embedder, stories);
    const results = [];
    for (const story of stories) results.push(await scoreStory(aligner, story));
    const links = Object.entries(summarize(results).kinds).map(([kind, { F }]) => `${kind} ${F.toFixed(3)}`);
    console.log(name, `average precision ${precision.toFixed(3)}; links`, links.join(', '));
  }
