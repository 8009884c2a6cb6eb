// Loads the model folder with both generations of transformers.js and compares ids and vectors with check.json.
// usage: node check-transformers.mjs <model folder> <check.json>
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const [folder, path] = process.argv.slice(2);
const { unknown, cases } = JSON.parse(readFileSync(path, 'utf8'));
let failures = 0;

const cosine = (a, b) => {
  let dot = 0,
    aa = 0,
    bb = 0;
  for (let k = 0; k < a.length; k++) {
    dot += a[k] * b[k];
    aa += a[k] * a[k];
    bb += b[k] * b[k];
  }
  return aa === 0 && bb === 0 ? 1 : dot / Math.sqrt(aa * bb);
};

for (const library of ['@xenova/transformers', '@huggingface/transformers']) {
  const { pipeline, env, Tensor } = await import(library);
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = `${dirname(folder)}/`;
  const options = library.startsWith('@xenova') ? { quantized: true } : { dtype: 'q8' };
  const started = performance.now();
  const extract = await pipeline('feature-extraction', basename(folder), options);
  const loaded = performance.now() - started;
  let ids = 0,
    lowest = 1,
    lowestPlain = 1;
  for (const wanted of cases) {
    const encoded = extract.tokenizer(wanted.text, { add_special_tokens: true });
    const got = Array.from(encoded.input_ids.data, Number).filter((id) => id !== unknown);
    if (got.join() !== wanted.pieces.join()) {
      failures++;
      console.error(library, 'other ids for', JSON.stringify(wanted.text), '\n  ', got.join(), '\n  ', wanted.pieces.join());
    }
    ids += got.length;
    if (!wanted.ids.length) continue;
    const plain = await extract(wanted.text, { pooling: 'mean', normalize: true });
    lowestPlain = Math.min(lowestPlain, cosine(plain.data, wanted.pieceVector));
    const tensor = (values) => new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
    const output = await extract.model({ input_ids: tensor(wanted.ids), attention_mask: tensor(wanted.ids.map(() => 1)) });
    const hidden = output.last_hidden_state;
    const sum = new Float64Array(hidden.dims[2]);
    hidden.data.forEach((number, at) => {
      sum[at % sum.length] += number;
    });
    lowest = Math.min(lowest, cosine(sum, wanted.vector));
  }
  const batch = await extract(
    cases.slice(0, 4).map((wanted) => wanted.text),
    { pooling: 'mean', normalize: true },
  );
  for (let at = 0; at < 4; at++) {
    const row = batch.data.slice(at * batch.dims[1], (at + 1) * batch.dims[1]);
    lowestPlain = Math.min(lowestPlain, cosine(row, cases[at].pieceVector));
  }
  if (lowest < 0.999 || lowestPlain < 0.999) failures++;
  console.log(
    library,
    'loaded in',
    Math.round(loaded),
    'ms;',
    cases.length,
    'texts,',
    ids,
    'ids; lowest cosine with n-grams',
    lowest.toFixed(6),
    'pieces alone',
    lowestPlain.toFixed(6),
  );
}
console.log(failures ? `${failures} failures` : 'all equal');
process.exitCode = failures ? 1 : 0;
