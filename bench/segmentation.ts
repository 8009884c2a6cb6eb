/**
 * How well sentence boundaries are found: our cutter against Intl.Segmenter and sentencex-wasm, each of those bare and with our repairs on top.
 *
 * Gold sentences are joined back into running text, then cut again. A boundary is the count of visible units before it, so blanks do not matter;
 * the end of the text is no boundary. Precision, recall and F1 over all boundaries of a set.
 *
 * Run: `node bench/run.mjs bench/segmentation.ts` for all sets, with part of a set's name after it for its errors
 * (development data from PALIMPSEST_EVAL, default `../shared/eval-dev`; results in `bench/record/segmentation.json`).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, segment } from 'sentencex-wasm';
import { splitSentences } from '../src/text/split-sentences.ts';

type Cut = (text: string, language: string) => string[];

interface Sample {
  readonly language: string;
  readonly text: string;
  readonly sentences: readonly string[];
}

const folder = process.env.PALIMPSEST_EVAL ?? '../shared/eval-dev';
const require = createRequire(`${process.cwd()}/package.json`);
initSync({ module: readFileSync(require.resolve('sentencex-wasm/sentencex_wasm_bg.wasm')) });

const cutIntl: Cut = (text, language) =>
  [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].map((piece) => piece.segment);
const cutSentencex: Cut = (text, language) => segment(language.split('-')[0]!, text);
const cutOurs: Cut = (text, language) => splitSentences(text, { language }).map((sentence) => sentence.text);

const cutters: Readonly<Record<string, Cut>> = {
  ours: cutOurs,
  intl: cutIntl,
  'intl + repairs': (text, language) => repair(cutIntl(text, language), text, language),
  sentencex: cutSentencex,
  'sentencex + repairs': (text, language) => repair(cutSentencex(text, language), text, language),
};

/** Our repairs over another cutter: its boundaries, less those our rules refuse at an abbreviation or inside a quote, plus those ours finds at glued sentences and line ends. */
function repair(pieces: readonly string[], text: string, language: string): string[] {
  const own = boundaries(cutOurs(text, language));
  const theirs = boundaries(pieces);
  const visible = text.replace(/\s+/gu, '');
  const kept = [...theirs].filter((at) => own.has(at) || !/[.:;…]["'”’»)]?$/u.test(visible.slice(0, at)));
  const added = [...own].filter((at) => /[\p{Ll}"'”’)][.!?]["”’]?$/u.test(visible.slice(Math.max(0, at - 4), at)));
  const cuts = [...new Set([...kept, ...added])].sort((first, second) => first - second);
  let from = 0;
  return [...cuts, visible.length].map((at) => {
    const piece = visible.slice(from, at);
    from = at;
    return piece;
  });
}

function boundaries(sentences: readonly string[]): Set<number> {
  const found = new Set<number>();
  let seen = 0;
  for (const sentence of sentences) {
    seen += sentence.replace(/\s+/gu, '').length;
    found.add(seen);
  }
  found.delete(seen);
  found.delete(0);
  return found;
}

function joinWith(language: string): string {
  return /^(zh|ja)/.test(language) ? '' : ' ';
}

function sample(language: string, sentences: readonly string[], joiner = joinWith(language)): Sample {
  const clean = sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
  return { language, text: clean.join(joiner), sentences: clean };
}

function readSets(): Map<string, Sample[]> {
  const sets = new Map<string, Sample[]>();
  for (const name of ['mac-dev', 'textberg-dev']) {
    const samples = readdirSync(`${folder}/${name}`).flatMap((file) => {
      const gold = JSON.parse(readFileSync(`${folder}/${name}/${file}`, 'utf8'));
      return [gold.source, gold.target].map((side: { language: string; sentences: string[] }) => sample(side.language, side.sentences));
    });
    for (const item of samples) sets.set(`${name} ${item.language}`, [...(sets.get(`${name} ${item.language}`) ?? []), item]);
  }
  const articles = readFileSync(`${folder}/flores-devtest/documents.tsv`, 'utf8').trim().split('\n');
  for (const file of readdirSync(`${folder}/flores-devtest`).filter((name) => name.endsWith('.txt'))) {
    const language = file.slice(0, -4);
    const lines = readFileSync(`${folder}/flores-devtest/${file}`, 'utf8').split('\n').map(unquote);
    const byArticle = new Map<string, string[]>();
    articles.forEach((article, index) => {
      byArticle.set(article, [...(byArticle.get(article) ?? []), lines[index] ?? '']);
    });
    sets.set(
      `flores ${language}`,
      [...byArticle.values()].map((sentences) => sample(language, sentences)),
    );
  }
  for (const [name, samples] of readSeeds()) sets.set(name, samples);
  return sets;
}

/** Some lines of the set are quoted as in CSV. */
function unquote(line: string): string {
  return /^".*"$/.test(line) && line.includes('""') ? line.slice(1, -1).replaceAll('""', '"') : line;
}

/** The seeds with their own line breaks, and the gold sentences that stand in them. */
function readSeeds(): Map<string, Sample[]> {
  const seeds = new Map<string, Sample[]>();
  const golds = ['000-001', '000-003', '002.zh-002.en'].map((name) => JSON.parse(readFileSync(`seeds/gold/${name}.json`, 'utf8')));
  const sides = [golds[0].source, golds[0].target, golds[1].target, golds[2].source, golds[2].target];
  ['id', 'en', 'en', 'zh', 'en'].forEach((language, index) => {
    const side = sides[index];
    const file = readdirSync('seeds').find((name) => name.startsWith(side.document.slice(0, 3)))!;
    const whole = readFileSync(`seeds/${file}`, 'utf8');
    const cut = whole.indexOf('\nTrump says');
    const text = side.document === '002:zh' ? whole.slice(0, cut) : side.document === '002:en' ? whole.slice(cut) : whole;
    seeds.set(`seed ${side.document}`, [{ language, text, sentences: side.sentences }]);
  });
  return seeds;
}

function score(samples: readonly Sample[], cut: Cut) {
  let right = 0;
  let predicted = 0;
  let gold = 0;
  for (const { language, text, sentences } of samples) {
    const expected = boundaries(sentences);
    const actual = boundaries(cut(text, language));
    gold += expected.size;
    predicted += actual.size;
    for (const at of actual) if (expected.has(at)) right++;
  }
  const precision = predicted ? right / predicted : 0;
  const recall = gold ? right / gold : 0;
  return { precision: round(precision), recall: round(recall), f1: round((2 * right) / (predicted + gold || 1)), count: gold };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function showErrors(samples: readonly Sample[]) {
  for (const { language, text, sentences } of samples) {
    const expected = boundaries(sentences);
    const actual = boundaries(cutOurs(text, language));
    const visible = text.replace(/\s+/gu, '');
    const around = (at: number) => `${visible.slice(Math.max(0, at - 40), at)} ‖ ${visible.slice(at, at + 40)}`;
    const others = [boundaries(cutIntl(text, language)), boundaries(cutSentencex(text, language))];
    for (const at of actual) {
      if (!expected.has(at)) console.log(`  extra${others.some((other) => other.has(at)) ? ' (another has it too)' : ''}   ${around(at)}`);
    }
    for (const at of expected) if (!actual.has(at)) console.log(`  missing ${around(at)}`);
  }
}

const sets = readSets();
const wanted = process.argv[2];
if (wanted) {
  for (const [name, samples] of sets) {
    if (!name.includes(wanted)) continue;
    console.log(name, JSON.stringify(score(samples, cutOurs)));
    showErrors(samples);
  }
} else {
  const record: Record<string, Record<string, ReturnType<typeof score>>> = {};
  for (const [name, samples] of sets) {
    record[name] = Object.fromEntries(Object.entries(cutters).map(([cutter, cut]) => [cutter, score(samples, cut)]));
    console.log(name.padEnd(20), ...Object.entries(record[name]).map(([cutter, { f1 }]) => `${cutter} ${f1.toFixed(3)}  `));
  }
  if (!existsSync('bench/record')) mkdirSync('bench/record', { recursive: true });
  writeFileSync('bench/record/segmentation.json', `${JSON.stringify({ node: process.version, sets: record }, null, 2)}\n`);
}
