/**
 * The language that a text passed through on its way, read off its garbled names: Bira that went through Greek comes back as
 * Mpira, Singapore through Chinese as Xinjiapo.
 *
 * For each language there are steps that turn letters of a name into letters of its reading, counted on name lists
 * (`training/names/learn-readings.mjs`). The probability of a spelling under a language is summed over all ways of cutting
 * it into such steps. A spelling speaks for a language when that is clearly the best of all languages. One language must
 * explain several spellings, and more than any other.
 */
import { exp, log } from '../exact-math.ts';
import { languageName } from '../languages/languages.ts';
import { lazy } from '../lazy.ts';
import { scriptClass } from '../names/name-kind.ts';
import type { AlignedDocument, Alignment } from '../types.ts';
import { passedLanguageWeights } from './lineage-weights.ts';
import { foldLatin } from './read-back.ts';
import { readingTables } from './reading-tables.ts';

/** A spelling and the word that it garbles, both in a-z. */
type Garble = readonly [right: string, written: string];

/** How many spellings only one language explains. */
export interface Explained {
  readonly language: string;
  readonly garbles: readonly Garble[];
  /** How many more than the next language. */
  readonly lead: number;
}

/**
 * A language must make a spelling so much likelier than any other does, in nats. On the 38 stories anything from 1 to 3 finds
 * the same four documents and no other, with three spellings or more.
 */
const clearly = 1.5;
/** Share of steps that no table knows. */
const unseen = 0.03;
/** One spelling may be chance and two a coincidence. With two, at 1 nat, four documents are right and five wrong. */
const leastGarbles = 3;
const levels = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** For each document that passed through a language which is neither its own nor that of its sources or of any other document. */
export function passedLanguages(
  alignment: Pick<Alignment, 'documents' | 'names'>,
): Map<string, { language: string; confidence: number; evidence: string[] }> {
  const passed = new Map<string, { language: string; confidence: number; evidence: string[] }>();
  for (const document of alignment.documents) {
    const explained = explainGarbles(document, alignment);
    if (explained === undefined || explained.garbles.length < leastGarbles) continue;
    const [bias, lead] = passedLanguageWeights;
    const confidence = 1 / (1 + exp(-(bias! + lead! * explained.lead)));
    if (confidence < 0.5) continue;
    const shown = explained.garbles.slice(0, 4).map(([right, written]) => `${capital(written)} for ${capital(right)}`);
    passed.set(document.id, {
      language: explained.language,
      confidence,
      evidence: [`its spellings are what ${languageName(explained.language)} makes of the names: ${shown.join(', ')}`],
    });
  }
  return passed;
}

/** The language that alone explains most of a document's garbled names. */
export function explainGarbles(
  document: AlignedDocument,
  { documents, names }: Pick<Alignment, 'documents' | 'names'>,
): Explained | undefined {
  const here = new Set(documents.map(({ language }) => language.split('-')[0]!));
  const byLanguage = new Map<string, Garble[]>();
  for (const garble of garblesOf(document, names)) {
    const language = onlyExplanation(garble);
    if (language === undefined || here.has(language)) continue;
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), garble]);
  }
  const [first, second] = [...byLanguage].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  if (first === undefined) return undefined;
  return { language: first[0], garbles: first[1], lead: first[1].length - (second?.[1].length ?? 0) };
}

/** Words of garbled mentions beside the likeliest word of the canonical form, each pair once. */
function garblesOf(document: AlignedDocument, names: Alignment['names']): Garble[] {
  const garbles = new Map<string, Garble>();
  for (const { canonical, mentions } of names) {
    if (scriptClass(canonical) !== 'Latin') continue;
    const rights = canonical
      .split(/[\s\p{P}]+/u)
      .map(foldLatin)
      .filter((word) => word.length > 2);
    for (const { document: id, kind, text } of mentions) {
      if (id !== document.id || kind !== 'garbled' || scriptClass(text) !== 'Latin') continue;
      for (const written of text.split(/[\s\p{P}]+/u).map(foldLatin)) {
        if (written.length < 3 || rights.length === 0 || rights.includes(written)) continue;
        const [right] = rights.map((word) => [word, meanLikelihood(word, written)] as const).sort((a, b) => b[1] - a[1])[0]!;
        garbles.set(`${right} ${written}`, [right, written]);
      }
    }
  }
  return [...garbles.values()];
}

/** The language that explains a spelling clearly better than each other and than all together; undefined where none does. */
export function onlyExplanation([right, written]: Garble): string | undefined {
  const { languages } = tables();
  const likelihoods = sumOverCuts(right, written, 0, languages.length + 1);
  const together = likelihoods[languages.length]!;
  const ranked = languages
    .map((language, column) => ({ language, likelihood: likelihoods[column]! }))
    .sort((a, b) => b.likelihood - a.likelihood);
  const [best, next] = ranked;
  const rival = Math.max(next!.likelihood, together);
  return best!.likelihood - rival < clearly ? undefined : best!.language;
}

/** Log probability of a spelling under the mean of all languages. */
function meanLikelihood(right: string, written: string): number {
  const { languages } = tables();
  return sumOverCuts(right, written, languages.length, languages.length + 1)[0]!;
}

/** What steps the languages make: for each step its probability in each language, and the mean of all behind them. One look-up serves all languages. */
interface StepTables {
  readonly languages: readonly string[];
  readonly steps: ReadonlyMap<string, Float64Array>;
}

const tables = lazy((): StepTables => {
  const languages = Object.keys(readingTables);
  const steps = new Map<string, Float64Array>();
  for (const [column, language] of languages.entries()) {
    for (const [step, probability] of readTable(readingTables[language]!)) {
      const row = steps.get(step) ?? new Float64Array(languages.length + 1);
      row[column] = probability;
      row[languages.length]! += probability / languages.length;
      steps.set(step, row);
    }
  }
  return { languages, steps };
});

/** Forward sums over the grid of letters, groups of up to two becoming up to three: the logarithm of each column of the tables from `first` up to, not including, `end`. */
function sumOverCuts(right: string, written: string, first: number, end: number): Float64Array {
  const { languages, steps } = tables();
  const [left, reading] = [`{${right}}`, `{${written}}`];
  const columns = end - first;
  const width = (reading.length + 1) * columns;
  const sums = new Float64Array((left.length + 1) * width);
  sums.fill(1, 0, columns);
  const none = new Float64Array(languages.length + 1);
  for (let i = 0; i <= left.length; i++) {
    for (let j = 0; j <= reading.length; j++) {
      const here = i * width + j * columns;
      for (let a = 0; a <= 2 && i + a <= left.length; a++) {
        for (let b = a === 1 ? 0 : 1; b <= (a === 0 ? 1 : 3) && j + b <= reading.length; b++) {
          const [from, to] = [left.slice(i, i + a), reading.slice(j, j + b)];
          const row = steps.get(`${from} ${to}`) ?? none;
          const pooled = unseen * row[languages.length]!;
          const anyway = a + b <= 2 && a <= 1 ? (from === to ? 5e-5 : 1e-6) : 0;
          const there = here + a * width + b * columns;
          for (let column = 0; column < columns; column++)
            sums[there + column]! += sums[here + column]! * ((1 - unseen) * row[first + column]! + pooled + anyway);
        }
      }
    }
  }
  return sums.subarray(sums.length - columns).map(log);
}

function readTable(table: string): Map<string, number> {
  const steps = new Map<string, number>();
  for (const entry of table.split(' ')) {
    const colon = entry.indexOf(':');
    for (const [, reading, level] of entry.slice(colon + 1).matchAll(/([a-z{}]*)([0-9A-Z])/g))
      steps.set(`${entry.slice(0, colon)} ${reading}`, exp(-0.4 * levels.indexOf(level!)));
  }
  return steps;
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
