/**
 * A hash of every result, to show that a change to the code left results alone:
 *
 *     node bench/result-hashes.mjs dist/index.js seeds STORIES… > after.txt; diff before.txt after.txt
 *
 * `seeds` are the texts of that folder as one call; a story is JSON with `documents` of `sentences`; a pair is JSON with `source.sentences` and `target.sentences`.
 * Each line: its name, the hash of the whole result, of the same with numbers to six digits, and of the spans of beads alone; first aligned only, then traced.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [path, ...inputs] = process.argv.slice(2);
if (inputs.length === 0) {
  console.error('usage: node bench/result-hashes.mjs dist/index.js FOLDER-OR-FILE…');
  process.exit(2);
}
const library = await import(pathToFileURL(resolve(path)).href);
const embedder = await library.createEmbedder();
const hash = (value) => createHash('sha256').update(value).digest('hex').slice(0, 10);
const shorter = (_, value) => (typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value);
const spans = ({ pairs }) =>
  JSON.stringify(pairs.map(({ relation, beads }) => [relation, beads.map(({ source, target }) => [source, target])]));

async function show(name, documents) {
  for (const trace of [false, true]) {
    const alignment = await library.alignDocuments(documents, { embedder, trace });
    console.log(
      name,
      trace ? 'traced' : 'aligned',
      hash(JSON.stringify(alignment)),
      hash(JSON.stringify(alignment, shorter)),
      hash(spans(alignment)),
    );
  }
}

async function showFile(file) {
  const data = JSON.parse(readFileSync(file, 'utf8'));
  if (data.documents?.[0]?.sentences) {
    const textOf = (sentence) => (typeof sentence === 'string' ? sentence : sentence.text);
    await show(
      file,
      data.documents.map(({ id, language, sentences }) => ({ id, language, sentences: sentences.map(textOf) })),
    );
  } else if (data.source?.sentences) {
    const { relation, relationConfidence, beads } = await library.alignSentences(data.source.sentences, data.target.sentences, {
      embedder,
    });
    const alignment = { pairs: [{ relation, relationConfidence, beads }] };
    console.log(file, 'aligned', hash(JSON.stringify(alignment)), hash(JSON.stringify(alignment, shorter)), hash(spans(alignment)));
  }
}

for (const input of inputs) {
  const texts = statSync(input).isDirectory()
    ? readdirSync(input)
        .filter((name) => name.endsWith('.txt'))
        .sort()
    : [];
  if (texts.length > 1)
    await show(
      input,
      texts.map((name) => ({ id: name.slice(0, 3), text: readFileSync(join(input, name), 'utf8') })),
    );
  const files = statSync(input).isDirectory()
    ? readdirSync(input)
        .sort()
        .map((name) => join(input, name))
    : [input];
  for (const file of files) if (file.endsWith('.json')) await showFile(file);
}
