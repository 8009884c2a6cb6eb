/**
 * Fits what tells words that drifted from words that a translator rendered freely, and writes `src/findings/lexicon/drift-weights.ts`:
 *
 *     node bench/run.mjs bench/fit-drifts.ts
 *
 * Translations: the second half of FLORES, untouched, and with a word exchanged in each line, on either side; untouched lines weigh as if one in six to one in
 * ten were changed. Free reports: garbled ones made from articles of that half (`garbled-reports.ts`). Printed are the shares found at a given number of untouched
 * lines accused, and how the first look divides.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { finishSteps } from '../src/align/run-steps.ts';
import { alignDocuments } from '../src/align-documents.ts';
import { BeadSide } from '../src/findings/bead-side.ts';
import { beadViews } from '../src/findings/bead-views.ts';
import { builtinPieces } from '../src/findings/builtin-pieces.ts';
import { type DriftEvidence, type DriftWeights, type PlaceEvidence, weighDrift } from '../src/findings/lexicon/drift-evidence.ts';
import { driftCandidates } from '../src/findings/lexicon/find-drifts.ts';
import { joinWords } from '../src/findings/lexicon/join-words.ts';
import type { Stretch } from '../src/findings/stretch.ts';
import { readFlores } from './align-dev-sets.ts';
import { createRandom } from './align-random.ts';
import { fitLogistic } from './fit-logistic.ts';
import { documentOf, lineByLine } from './flores.ts';
import { exchangeWord, GARBLED_ID, garbledReports, type Half, reportLanguages, touches, wordsByClass } from './garbled-reports.ts';

const languages = ['id', 'zh', 'es', 'fr', 'de', 'ru', 'el', 'pt'];
/** Only what these languages show is printed apart. */
const shownLanguages = ['id', 'zh', 'es', 'ru'];
const untouchedWeight = 9;
const penalty = 1;
const places: (keyof PlaceEvidence)[] = ['constant', 'relianceLow', 'relianceHigh', 'context', 'distance', 'agreement', 'loose', 'bead'];
const all: (keyof DriftEvidence)[] = [...places, 'cosine', 'elsewhereLow', 'elsewhereHigh', 'paraphrase'];

/** The candidates of a bead; those that touch an exchanged word are right. */
interface Judged {
  readonly language: string;
  readonly isChanged: boolean;
  readonly weight: number;
  readonly candidates: readonly { readonly evidence: DriftEvidence; readonly isRight: boolean }[];
}

const flores = readFlores();

/** Lines of FLORES against English: untouched, and with a word exchanged on one side. */
async function judgeLines(language: string, half: Half): Promise<Judged[]> {
  const [from, to] = half === 'check' ? [0, 500] : [500, 1012];
  const lines = { source: flores.lines(language).slice(from, to), target: flores.lines('en').slice(from, to) };
  const judged: Judged[] = [];
  const judge = async (
    texts: typeof lines,
    changed: 'source' | 'target' | undefined,
    spans: readonly (Stretch | undefined)[],
  ): Promise<void> => {
    const alignment = { ...lineByLine(language, texts.source, texts.target), names: [] };
    const views = finishSteps(beadViews(alignment, builtinPieces(alignment.documents)))[0]!;
    for (const [at, view] of views.entries()) {
      const span = spans[at];
      if (changed && !span) continue;
      const candidates = driftCandidates(view, Number.NEGATIVE_INFINITY).map((one) => ({
        evidence: one.evidence,
        isRight: changed !== undefined && span !== undefined && touches(one[changed], [span.start, span.end]),
      }));
      judged.push({ language, isChanged: changed !== undefined, weight: changed ? 1 : untouchedWeight, candidates });
    }
  };
  await judge(lines, undefined, []);
  for (const side of language === 'zh' ? (['target'] as const) : (['target', 'source'] as const)) {
    const own = side === 'source' ? language : 'en';
    const others = wordsByClass(flores.lines(own), own);
    const random = createRandom(3);
    const spans: (Stretch | undefined)[] = [];
    const changed = lines[side].map((text, at) => {
      const links = joinWords(sideOf(language, lines.source[at]!), sideOf('en', lines.target[at]!));
      const joined = new Set(
        links[side].flatMap((word, k) => (links[side === 'source' ? 'sourceLink' : 'targetLink'][k]! >= 0 ? [word.start] : [])),
      );
      const made = exchangeWord(text, own, others, random, (start) => joined.has(start));
      spans.push(made && { start: made.span[0], end: made.span[1] });
      return made?.text ?? text;
    });
    await judge({ ...lines, [side]: changed }, side, spans);
  }
  return judged;
}

function sideOf(language: string, text: string): BeadSide {
  return new BeadSide(documentOf('x', language, [text]), [0, 1]);
}

/** Beads of garbled reports, as the aligner makes them. */
async function judgeReports(language: string, half: Half): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const { documents, exchanged } of garbledReports(flores, language, half)) {
    const alignment = await alignDocuments(documents, { trace: { findings: false } });
    const views = finishSteps(beadViews(alignment, builtinPieces(alignment.documents))).flat();
    for (const view of views) {
      if (view.parallel) continue;
      const side = view.source.document.id === GARBLED_ID ? 'source' : 'target';
      const candidates = driftCandidates(view, Number.NEGATIVE_INFINITY).map((one) => ({
        evidence: one.evidence,
        isRight: exchanged.some((span) => touches(view[side].place(one[side]), span)),
      }));
      judged.push({ language, isChanged: true, weight: 1, candidates });
    }
  }
  return judged;
}

function learn(judged: readonly Judged[]): DriftWeights {
  const examples = judged.flatMap(({ weight, candidates }) =>
    candidates.map(({ evidence, isRight }) => ({ evidence, isTrue: isRight, weight })),
  );
  console.log(`${examples.length} pairs of words, right ${examples.filter(({ isTrue }) => isTrue).length}`);
  return {
    first: fitLogistic(examples, places, penalty) as unknown as PlaceEvidence,
    second: fitLogistic(examples, all, penalty) as unknown as DriftEvidence,
  };
}

/** How many changed lines are found where so many untouched ones are accused, with and without a first look. */
function showLines(name: string, judged: readonly Judged[], weights: DriftWeights): void {
  for (const language of shownLanguages) {
    const own = judged.filter((one) => one.language === language);
    for (const least of [Number.NEGATIVE_INFINITY, -3]) {
      const best = ({ candidates }: Judged, right: boolean): number =>
        Math.max(
          -99,
          ...candidates
            .filter(({ evidence, isRight }) => (!right || isRight) && weighDrift(evidence as PlaceEvidence, weights.first) >= least)
            .map(({ evidence }) => weighDrift(evidence, weights.second)),
        );
      const clean = own
        .filter(({ isChanged }) => !isChanged)
        .map((one) => best(one, false))
        .sort((x, y) => y - x);
      const found = own.filter(({ isChanged }) => isChanged).map((one) => best(one, true));
      const passed = clean.filter((score) => score > -99).length / clean.length;
      const shares = [0.006, 0.01, 0.02].map((share) => {
        const bound = clean[Math.floor(share * clean.length)]!;
        return `${(found.filter((score) => score > bound).length / found.length).toFixed(3)} (${bound.toFixed(2)})`;
      });
      console.log(`${name} ${language} first look ${least}: ${passed.toFixed(2)} of untouched lines pass; found ${shares.join(' ')}`);
    }
  }
}

function showReports(name: string, judged: readonly Judged[], weights: DriftWeights): void {
  for (const language of reportLanguages) {
    const scored = judged
      .filter((one) => one.language === language)
      .flatMap(({ candidates }) => candidates.map(({ evidence, isRight }) => ({ score: weighDrift(evidence, weights.second), isRight })))
      .sort((one, other) => other.score - one.score);
    const rows = [0.3, 0.4, 0.5, 0.6].map((least) => {
      const over = scored.filter(({ score }) => 1 / (1 + Math.exp(-score)) >= least);
      return `≥${least}: ${over.filter(({ isRight }) => isRight).length}/${over.length}`;
    });
    console.log(`${name} ${language}: of ${scored.filter(({ isRight }) => isRight).length} right; ${rows.join(', ')}`);
  }
}

const data: Record<Half, { lines: Judged[]; reports: Judged[] }> = {
  tuning: { lines: [], reports: [] },
  check: { lines: [], reports: [] },
};
for (const half of ['tuning', 'check'] as const) {
  for (const language of half === 'check' ? shownLanguages : languages) data[half].lines.push(...(await judgeLines(language, half)));
  for (const language of reportLanguages) data[half].reports.push(...(await judgeReports(language, half)));
}
const parallel = learn(data.tuning.lines);
const comparable = learn(data.tuning.reports);
for (const half of ['tuning', 'check'] as const) {
  showLines(half, data[half].lines, parallel);
  showReports(half, data[half].reports, comparable);
}
const file = 'src/findings/lexicon/drift-weights.ts';
writeFileSync(
  file,
  `/** Weights of what speaks for a drift. Written by \`node bench/run.mjs bench/fit-drifts.ts\`; do not edit. */
import type { DriftWeights } from './drift-evidence.ts';

/** Of translations, and of reports that tell the same freely. */
export const driftWeights: { readonly parallel: DriftWeights; readonly comparable: DriftWeights } = ${JSON.stringify({ parallel, comparable })};
`,
);
execFileSync('npx', ['biome', 'check', '--write', file]);
