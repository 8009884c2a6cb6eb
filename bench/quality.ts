/**
 * Scores our alignment of every gold pair in a folder, as Vecalign's scorer counts:
 *
 *     node bench/run.mjs bench/quality.ts FOLDER… [--relation parallel]
 *
 * so that anybody can rerun the figures on their own clone of a public set. What is gold is told by its content:
 *
 * - JSON with `source.sentences`, `target.sentences` and `beads`, as in `seeds/gold`;
 * - lines `[0,1]:[2]` (Vecalign, Bleualign), beside two texts of the same base name with a sentence a line, in the order of their names
 *   (`test.de`, `test.fr` for `test.defr`);
 * - InterText links, beside the two XML documents that they name.
 *
 * Pairs of kind `comparable` are scored by sentence links too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { alignPair } from '../src/align/align-pairs.ts';
import { prepareDocument } from '../src/align/prepare-document.ts';
import { runSteps } from '../src/align/run-steps.ts';
import { createEmbedder } from '../src/embed/create-embedder.ts';
import { scoreAlignment } from '../src/evaluate/score-alignment.ts';
import { scoreLinks } from '../src/evaluate/score-links.ts';
import { readVecalign } from '../src/formats/vecalign.ts';
import type { GoldBead, Relation, Score } from '../src/types.ts';

interface GoldPair {
  readonly name: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly gold: readonly GoldBead[];
  readonly possible: readonly GoldBead[];
}

const words = process.argv.slice(2);
const forced = words.includes('--relation') ? (words[words.indexOf('--relation') + 1] as Relation) : 'auto';
const folders = words.filter((word, k) => !word.startsWith('--') && words[k - 1] !== '--relation');
if (folders.length === 0) {
  console.error('usage: node bench/run.mjs bench/quality.ts FOLDER… [--relation parallel|comparable]');
  process.exit(2);
}

function readPairs(folder: string): GoldPair[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(folder, entry.name))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      if (file.endsWith('.json')) return readJson(file, text);
      if (/^\s*\[[\d, ]*\]\s*:\s*\[/.test(text)) return [readLadder(file, text)];
      if (file.endsWith('.xml') && text.includes('<linkGrp')) return [readLinks(file, text)];
      return [];
    });
}

function readJson(name: string, text: string): GoldPair[] {
  const data = JSON.parse(text);
  if (!data.beads || !data.source?.sentences) return [];
  return [{ name, source: data.source.sentences, target: data.target.sentences, gold: data.beads, possible: data.possible ?? [] }];
}

function readLadder(file: string, text: string): GoldPair {
  const base = file.replace(/\.[^./]+$/, '');
  const texts = readdirSync(dirname(file))
    .map((name) => join(dirname(file), name))
    .filter(
      (other) => other !== file && other.replace(/\.[^./]+$/, '') === base && !/^\s*\[[\d, ]*\]\s*:\s*\[/.test(readFileSync(other, 'utf8')),
    );
  if (texts.length !== 2) throw new Error(`${file}: expected two texts called ${base}.*, found ${texts.length}`);
  const order = texts.sort((x, y) => place(file, x) - place(file, y) || x.localeCompare(y));
  const [source, target] = order.map((name) => readFileSync(name, 'utf8').replace(/\n$/, '').split('\n')) as [string[], string[]];
  return { name: file, source, target, gold: readVecalign(text), possible: [] };
}

/** Where the ending of a text stands in the ending of its gold: 0 for `de` in `defr`. */
function place(gold: string, text: string): number {
  const ending = (name: string) => name.slice(name.lastIndexOf('.') + 1);
  return ending(gold).indexOf(ending(text));
}

function readLinks(file: string, text: string): GoldPair {
  const documentOf = (attribute: string) => {
    const named = new RegExp(`${attribute}="([^"]+)"`).exec(text)?.[1];
    if (!named) throw new Error(`${file}: expected linkGrp with ${attribute}`);
    const xml = readFileSync(join(dirname(file), named), 'utf8');
    const sentences = [...xml.matchAll(/<s\b[^>]*\bid="([^"]+)"[^>]*>([\s\S]*?)<\/s>/g)];
    const plain = (inner: string) =>
      inner
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
        .trim();
    return { texts: sentences.map(([, , inner]) => plain(inner!)), index: new Map(sentences.map(([, id], k) => [id!, k])) };
  };
  const source = documentOf('fromDoc');
  const target = documentOf('toDoc');
  const gold = [...text.matchAll(/xtargets="([^";]*);([^"]*)"/g)].map(([, to, from]) => ({
    source: from!
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => source.index.get(id)!),
    target: to!
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => target.index.get(id)!),
  })); // prettier-ignore
  return { name: file, source: source.texts, target: target.texts, gold, possible: [] };
}

const embedder = await createEmbedder();
const show = ({ precision, recall, f1 }: Score) => `${f1.toFixed(3)} (${precision.toFixed(3)}/${recall.toFixed(3)})`;
for (const folder of folders) {
  const total = { hits: 0, predicted: 0, found: 0, gold: 0 };
  for (const { name, source, target, gold, possible } of readPairs(folder)) {
    const sides = [await prepareDocument(source, embedder), await prepareDocument(target, embedder)] as const;
    const { relation, beads } = await runSteps(alignPair(...sides, { relation: forced }));
    const { strict, lax, skips } = scoreAlignment(gold, beads);
    const links = relation === 'comparable' ? ` links ${show(scoreLinks(gold, beads, { possible }))}` : '';
    console.log(`${name} ${relation} strict ${show(strict)} lax ${show(lax)} skips ${show(skips)}${links}`);
    total.hits += strict.precision * beads.length;
    total.predicted += beads.length;
    total.found += strict.recall * strict.count;
    total.gold += strict.count;
  }
  const precision = total.hits / Math.max(total.predicted, 1);
  const recall = total.found / Math.max(total.gold, 1);
  console.log(
    `${folder}: strict ${show({ precision, recall, f1: (2 * precision * recall) / Math.max(precision + recall, 1e-9), count: total.gold })} over ${total.gold} beads`,
  );
}
