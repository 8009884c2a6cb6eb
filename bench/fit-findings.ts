/**
 * Fits the weights of the findings on the written stories, by rule, and writes `src/findings/weights.ts`.
 *
 * `node bench/run.mjs bench/fit-findings.ts 500 1012 [--stories FOLDER] [--dry]`. Stories that `held-out.txt` lists are not read. A candidate is true when gold has its two
 * sentences and words. Precision and recall are those of a cross-validation over stories; the least confidence shown is the lowest from which
 * four of five entries were right. To these come lines 501 to 1012 of FLORES, untouched and
 * with errors put in: translations in twenty languages.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtinPieces } from '../src/align/builtin-pieces.ts';
import { alignDocuments } from '../src/align-documents.ts';
import { comparePair } from '../src/findings/compare/compare-pair.ts';
import { type Candidate, type Claim, viewPair } from '../src/findings/compare/pair-view.ts';
import { sameEvents } from '../src/findings/compare/same-event.ts';
import { DocumentFacts } from '../src/findings/facts/document-facts.ts';
import { type Edge, gatherClaims } from '../src/findings/gather-claims.ts';
import { shareEvidence } from '../src/findings/share-evidence.ts';
import type { Alignment } from '../src/types.ts';
import { fitLogistic } from './fit-logistic.ts';
import { lineByLine, linesOf, updateRecord } from './flores.ts';
import { ENGLISH, LANGUAGES } from './injected-errors.ts';

interface Gold {
  readonly rule: string;
  readonly documents: readonly [string, string];
  readonly sentences: readonly [number, number];
  readonly actual?: string;
  readonly expected?: string;
}

interface Story {
  readonly id: string;
  readonly documents: readonly {
    readonly id: string;
    readonly role: string;
    readonly language: string;
    readonly sentences: readonly { readonly text: string }[];
  }[];
  readonly findings: readonly Gold[];
}

interface Judged {
  readonly story: number;
  readonly candidate: Candidate;
  readonly rule: string;
  readonly model: string;
  /** Whether gold says that both report one event, and how probable that is; weights are fitted on those that do. */
  readonly isOneEvent: boolean;
  readonly sameEvent: number;
  readonly reported: string;
  readonly isTrue: boolean;
  readonly beads: readonly [number, number] | undefined;
  probability: number;
}

const folds = 6;
const penalty = 1;
/** Of FLORES, every so manieth line, and what an example of it counts beside one of the stories: enough to keep what is never true silent. */
const everyLine = 4;
const untouched = { polarity: 0.5, other: 1 };
const injected = { polarity: 0.02, other: 0.3 };
const wanted = 0.8;
/** What is shown is at least as often right as wrong, whatever the stories say; of numbers, a little less sure ones were right four times in five together. */
const leastShown = (rule: string): number => (rule === 'number' ? 0.4 : 0.5);
const args = process.argv.slice(2);
const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const folder = option('--stories') ?? 'stories';
const more = option('--translations');
/** Of these there are many times as many lines. */
const everyOther = 4;
const otherShare = 0.4;

const familyOf = (rule: string): string => (['number', 'count-noun', 'date'].includes(rule) ? 'number' : rule);

function readStories(): Story[] {
  const list = join(folder, 'held-out.txt');
  const held = new Set(
    existsSync(list)
      ? readFileSync(list, 'utf8')
          .split(/\s+/)
          .map((name) => name.replace(/\.json$/, ''))
      : [],
  );
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !held.has(name.slice(0, -5)))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Story);
}

async function align(story: Story): Promise<Alignment> {
  const documents = story.documents.map(({ id, language, sentences }) => ({ id, language, sentences: sentences.map(({ text }) => text) }));
  return alignDocuments(documents, { trace: { names: false, findings: false, lineage: false } });
}

function keyOf(documents: readonly string[], sentences: readonly number[]): string {
  return documents
    .map((document, k) => `${document} ${sentences[k]}`)
    .sort()
    .join('|');
}

/** How many of the two sides of what gold says have the words of a candidate: 2, 1 or 0. */
function shareSaid({ actual = '', expected = '' }: Gold, source: Claim, target: Claim): number {
  const has = (text: string, { sentence, start, end }: Claim): number => {
    const words = sentence.text.slice(start, end).toLowerCase();
    const at = text.toLowerCase().indexOf(words);
    if (words === '' || at < 0) return 0;
    return /^\d/.test(words) && /[\d.,]$/.test(text.slice(Math.max(0, at - 1), at).trim()) ? 0 : 1;
  };
  return Math.max(has(actual, source) + has(expected, target), has(actual, target) + has(expected, source));
}

/** The candidates of a story with what gold says of them, and its agreements. */
function judge(
  story: Story,
  index: number,
  { documents, pairs }: Pick<Alignment, 'documents' | 'pairs'>,
): { judged: Judged[]; agreements: Edge[] } {
  const pieces = builtinPieces(documents);
  const facts = new Map(documents.map((document) => [document.id, new DocumentFacts(document, pieces)]));
  const gold = new Map<string, Gold[]>();
  for (const one of story.findings) {
    const key = `${familyOf(one.rule)} ${keyOf(one.documents, one.sentences)}`;
    gold.set(key, [...(gold.get(key) ?? []), one]);
  }
  const judged: Judged[] = [];
  const agreements: Edge[] = [];
  const events = sameEvents(pairs);
  pairs.forEach((pair, at) => {
    const view = viewPair(pair, at, facts.get(pair.source)!, facts.get(pair.target)!, events[at]!);
    if (!view) return;
    const compared = comparePair(view);
    agreements.push(...compared.agreements);
    const about = compared.candidates.map(({ source, target, rule }) => {
      const ones = gold.get(`${familyOf(rule)} ${keyOf([pair.source, pair.target], [source.sentence.index, target.sentence.index])}`) ?? [];
      return ones.map((one) => ({ one, share: rule === 'polarity' ? 2 : shareSaid(one, source, target) }));
    });
    const whole = new Set(about.flatMap((ones) => ones.flatMap(({ one, share }) => (share === 2 ? [one] : []))));
    for (const [k, candidate] of compared.candidates.entries()) {
      const { rule, model } = candidate;
      // Where no candidate has the words of both sides, one that has those of one side will do.
      const isTrue = about[k]!.some(({ one, share }) => share === 2 || (share === 1 && !whole.has(one)));
      const beads = candidate.link && ([at, candidate.link.bead] as const);
      const isOneEvent = !story.documents.some(({ id, role }) => role === 'related' && (id === pair.source || id === pair.target));
      judged.push({
        isOneEvent,
        sameEvent: view.sameEvent,
        model,
        story: index,
        candidate,
        rule,
        reported: candidate.reportedAs ?? rule,
        isTrue,
        beads,
        probability: 0,
      });
    }
  });
  return { judged, agreements };
}

const stories = readStories();
const judged: Judged[] = [];
const agreements: Edge[][] = [];
for (const [index, story] of stories.entries()) {
  const cache = process.env.FINDINGS_CACHE && join(process.env.FINDINGS_CACHE, `${story.id}.json`);
  const alignment = cache && existsSync(cache) ? (JSON.parse(readFileSync(cache, 'utf8')) as Alignment) : await align(story);
  if (cache && !existsSync(cache)) writeFileSync(cache, JSON.stringify(alignment));
  const one = judge(story, index, alignment);
  judged.push(...one.judged);
  agreements.push(one.agreements);
}

interface Example {
  readonly rule: string;
  readonly evidence: Candidate['evidence'];
  readonly isTrue: boolean;
  /** What it counts beside one of FLORES. */
  readonly share: number;
}

/** Lines of FLORES as candidates: untouched ones are false, what an error put into the English side makes is true. */
function translatedExamples(): Example[] {
  const english = linesOf('en');
  const examples: Example[] = [];
  const compare = (language: string, source: string, target: string) => {
    const { documents, pairs } = lineByLine(language, [source], [target]);
    const pieces = builtinPieces(documents);
    const [ours, theirs] = documents.map((document) => new DocumentFacts(document, pieces));
    return comparePair(viewPair(pairs[0]!, 0, ours!, theirs!, 1)!).candidates;
  };
  for (const language of LANGUAGES)
    linesOf(language).forEach((source, at) => {
      if (at % everyLine !== 0) return;
      const target = english[at]!;
      for (const { rule, evidence } of compare(language, source, target)) examples.push({ rule, evidence, isTrue: false, share: 1 });
      for (const change of Object.values(ENGLISH)) {
        const changed = change(target);
        if (changed === undefined) continue;
        let same = 0;
        while (changed[same] === target[same]) same++;
        for (const { rule, evidence, target: claim } of compare(language, source, changed))
          if (rule === 'polarity' || (claim.start <= same + 1 && same <= claim.end))
            examples.push({ rule, evidence, isTrue: true, share: 1 });
      }
    });
  if (more !== undefined)
    for (const file of readdirSync(more).sort()) {
      const lines = readFileSync(join(more, file), 'utf8').trimEnd().split('\n');
      for (const [at, line] of lines.entries()) {
        if (at % everyOther !== 0) continue;
        const [source = '', target = ''] = line.split('\t');
        for (const { rule, evidence } of compare(file.slice(0, 2), source, target))
          if (rule === 'polarity') examples.push({ rule, evidence, isTrue: false, share: otherShare });
      }
    }
  return examples;
}

const flores = translatedExamples();
console.log(`FLORES: ${flores.filter(({ isTrue }) => !isTrue).length} false, ${flores.filter(({ isTrue }) => isTrue).length} true`);
const weights: Record<string, Record<string, number>> = {};
const models = [...new Set(judged.map(({ model }) => model))].sort();
// What two events tell apart, the probability that they are one says already.
const examplesOf = (some: readonly Judged[]) =>
  some.filter(({ isOneEvent }) => isOneEvent).map(({ candidate, isTrue }) => ({ evidence: candidate.evidence, isTrue, weight: 1 }));
// Of numbers and dates there are enough in either setting to be weighed apart.
for (const group of [
  ...models.filter((model) => /^(?:number|date)/.test(model)).map((model) => [model]),
  ...['count-noun', 'polarity'].map((rule) => models.filter((model) => model.startsWith(rule))),
]) {
  const own = judged.filter(({ model }) => group.includes(model));
  const [{ rule }] = own as [Judged];
  const names = Object.keys(own[0]!.candidate.evidence);
  const kind = rule === 'polarity' ? 'polarity' : 'other';
  const others = group.some((model) => model.endsWith('translations'))
    ? flores.filter((one) => one.rule === rule).map((one) => ({ ...one, weight: (one.isTrue ? injected : untouched)[kind] * one.share }))
    : [];
  for (let fold = 0; fold < folds; fold++) {
    const fitted = fitLogistic([...examplesOf(own.filter(({ story }) => story % folds !== fold)), ...others], names, penalty);
    for (const one of own) {
      if (one.story % folds !== fold) continue;
      const score = names.reduce((sum, name) => sum + fitted[name]! * one.candidate.evidence[name]!, 0);
      one.probability = one.sameEvent / (1 + Math.exp(-score));
    }
  }
  const fitted = fitLogistic([...examplesOf(own), ...others], names, penalty);
  for (const model of group) weights[model] = fitted;
}

interface Said {
  readonly rule: string;
  readonly model: string;
  readonly confidence: number;
  readonly isRight: boolean;
  readonly found: readonly Gold[];
}

const said: Said[] = stories.flatMap((story, index) => {
  const own = judged.filter((one) => one.story === index);
  const edges = own.map(
    ({ candidate, model, reported, probability, beads }): Edge => ({
      ...candidate,
      rule: reported,
      confidence: probability,
      model,
      ...(beads && { bead: beads }),
    }),
  );
  return gatherClaims(shareEvidence(edges, agreements[index]!), agreements[index]!).map((entry): Said => {
    const places = new Set(entry.claims.map(({ sentence }) => `${sentence.document.id} ${sentence.index}`));
    const found = story.findings.filter(
      (gold) =>
        familyOf(gold.rule) === familyOf(entry.rule) &&
        gold.documents.every((document, k) => places.has(`${document} ${gold.sentences[k]}`)),
    );
    if (process.argv.includes('--list') && entry.confidence > 0.25)
      console.log(
        `${found.length > 0 ? 'right' : 'WRONG'} ${entry.confidence.toFixed(2)} ${story.id} ${entry.rule} ${entry.claims.map(({ sentence, start, end }) => `${sentence.document.id}[${sentence.index}] “${sentence.text.slice(start, end)}” …${sentence.text.slice(Math.max(0, start - 40), end + 30)}…`).join('\n      ')}`,
      );
    return { rule: entry.rule, model: entry.model, confidence: entry.confidence, isRight: found.length > 0, found };
  });
});

const shownFrom: Record<string, number> = {};
const goldOf = (family: string): number =>
  stories.reduce((sum, { findings }) => sum + findings.filter(({ rule }) => familyOf(rule) === family).length, 0);
const figures = (some: readonly Said[], family: string): string => {
  const right = some.filter(({ isRight }) => isRight).length;
  const found = new Set(some.flatMap((one) => one.found));
  return `said ${some.length} precision ${(right / Math.max(1, some.length)).toFixed(3)} recall ${(found.size / goldOf(family)).toFixed(3)}`;
};
for (const rule of [...new Set(said.map((one) => one.rule))].sort()) {
  const own = said.filter((one) => one.rule === rule).sort((one, other) => other.confidence - one.confidence);
  let right = 0;
  let least = 1;
  own.forEach(({ isRight, confidence }, k) => {
    if (isRight) right++;
    if (right / (k + 1) >= wanted) least = confidence;
  });
  shownFrom[rule] = Math.max(leastShown(rule), Math.ceil(least * 100 - 1e-9) / 100);
  for (const setting of ['translations', 'reports'])
    for (const from of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, shownFrom[rule]!]) {
      const some = own.filter(({ model, confidence }) => model.endsWith(setting) && confidence >= from);
      console.log(`${rule}, ${setting} from ${from}: ${figures(some, familyOf(rule))}`);
    }
}
const shown = said.filter((one) => one.confidence >= shownFrom[one.rule]!);
for (const family of [...new Set(said.map(({ rule }) => familyOf(rule)))])
  console.log(
    `${family}, as shown: ${figures(
      shown.filter(({ rule }) => familyOf(rule) === family),
      family,
    )}`,
  );
const total = stories.reduce((sum, { findings }) => sum + findings.length, 0);
console.log(
  `all, as shown: said ${shown.length} precision ${(shown.filter(({ isRight }) => isRight).length / shown.length).toFixed(3)} recall ${(new Set(shown.flatMap(({ found }) => found)).size / total).toFixed(3)} of ${total}`,
);

const figuresByRule = Object.fromEntries(
  [...new Set(said.map(({ rule }) => rule))].map((rule) => {
    const own = shown.filter((one) => one.rule === rule);
    const gold = goldOf(familyOf(rule));
    const right = own.filter(({ isRight }) => isRight).length;
    return [
      rule,
      {
        said: own.length,
        precision: right / Math.max(1, own.length),
        recall: new Set(own.flatMap(({ found }) => found)).size / gold,
        gold,
      },
    ];
  }),
);
if (!args.includes('--dry')) {
  updateRecord({ stories: figuresByRule });
  const text = `/** Written by \`bench/fit-findings.ts\`; do not edit. */\n\n/** Weights of the evidence, by rule and setting. */\nexport const WEIGHTS = ${JSON.stringify(weights, null, 2)} as const;\n\n/** The least confidence from which four of five entries of a rule were right on stories that the weights had not seen. */\nexport const SHOWN_FROM: Readonly<Record<string, number>> = ${JSON.stringify(shownFrom, null, 2)};\n`;
  writeFileSync('src/findings/weights.ts', text);
  execFileSync('npx', ['biome', 'check', '--write', 'src/findings/weights.ts', 'bench/record/findings.json']);
}
