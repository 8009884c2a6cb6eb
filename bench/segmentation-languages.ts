/**
 * How often the language of a text is told: single FLORES sentences, and runs of five joined by a blank. Also how far confidence can be believed.
 *
 * Run: `node bench/run.mjs bench/segmentation-languages.ts`
 * (development data from PALIMPSEST_EVAL, default `../shared/eval-dev`; results in `bench/record/segmentation-languages.json`).
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { detectLanguage } from '../src/text/detect-language.ts';

const folder = `${process.env.PALIMPSEST_EVAL ?? '../shared/eval-dev'}/flores-devtest`;
const languages: Record<string, { sentences: Tally; fives: Tally }> = {};
const bins = Array.from({ length: 10 }, () => ({ said: 0, right: 0 }));

interface Tally {
  count: number;
  right: number;
  undecided: number;
  wrong: Record<string, number>;
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  const language = file.slice(0, -4);
  const lines = readFileSync(`${folder}/${file}`, 'utf8').trim().split('\n');
  const fives = Array.from({ length: Math.floor(lines.length / 5) }, (_, index) => lines.slice(5 * index, 5 * index + 5).join(' '));
  languages[language] = { sentences: tally(lines, language, true), fives: tally(fives, language, false) };
  const { sentences, fives: runs } = languages[language];
  console.log(
    language.padEnd(8),
    `sentences ${percent(sentences)} (undecided ${sentences.undecided})  runs of five ${percent(runs)}`,
    JSON.stringify(sentences.wrong),
  );
}

function tally(texts: readonly string[], language: string, binned: boolean): Tally {
  const result: Tally = { count: texts.length, right: 0, undecided: 0, wrong: {} };
  for (const text of texts) {
    const guess = detectLanguage(text);
    if (guess.language === language) result.right++;
    else if (guess.language === 'und') result.undecided++;
    else result.wrong[guess.language] = (result.wrong[guess.language] ?? 0) + 1;
    if (!binned || guess.language === 'und') continue;
    const bin = bins[Math.min(9, Math.floor(guess.confidence * 10))]!;
    bin.said++;
    if (guess.language === language) bin.right++;
  }
  return result;
}

function percent({ right, count }: Tally): string {
  return `${((100 * right) / count).toFixed(1)} %`;
}

console.log(
  bins
    .map(({ said, right }, index) => (said ? `${index / 10}+: ${((100 * right) / said).toFixed(1)} % of ${said}` : ''))
    .filter(Boolean)
    .join('   '),
);
mkdirSync('bench/record', { recursive: true });
writeFileSync('bench/record/segmentation-languages.json', `${JSON.stringify({ node: process.version, languages, bins }, null, 2)}\n`);
