/**
 * Fits when a garbled name is put right, on written stories: `node bench/run.mjs bench/fit-restore.ts [--held-out]`.
 *
 * A change is right where the story says that the spelling is garbled and the form put in is one of the name's; in a text that
 * garbles names, an accepted spelling made another accepted one is counted apart, and not learned from. Logistic
 * regression, cross-validated by story; the threshold is the lowest at which at most 2 of 100 texts without garbling were touched.
 * `--held-out` measures the shipped weights on the stories of `stories/held-out.txt` and writes nothing.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { alignDocuments } from '../src/align-documents.ts';
import { draftChanges, restoreFeatureNames, restoreNames } from '../src/names/restore-names.ts';
import { type Example, fitLogistic } from './fit-logistic.ts';

interface Story {
  readonly documents: readonly {
    readonly id: string;
    readonly language: string;
    readonly role: string;
    readonly sentences: readonly { readonly text: string }[];
  }[];
  readonly names: readonly {
    readonly canonical: string;
    readonly type: string;
    readonly forms: Readonly<Record<string, Readonly<Record<string, string>>>>;
  }[];
}

const folds = 8;
const penalty = 0.3;
const mostTouched = 0.02;
const heldOut = new Set(readFileSync('stories/held-out.txt', 'utf8').split('\n').filter(Boolean));
const onHeldOut = process.argv.includes('--held-out');
const stories = readdirSync('stories')
  .filter((file) => file.endsWith('.json') && heldOut.has(file.slice(0, -'.json'.length)) === onHeldOut)
  .sort()
  .map((file) => JSON.parse(readFileSync(`stories/${file}`, 'utf8')) as Story);

/** The form of a story's gold that a change puts right; words around it may stay. Of another kind than garbled: one accepted form for another. */
function putRight(story: Story, document: string, from: string, to: string, kind = 'garbled'): string | undefined {
  const [own, made] = [wordsOf(from), wordsOf(to)];
  for (const { canonical, forms } of story.names) {
    const good = [
      canonical,
      ...Object.values(forms).flatMap((other) => Object.entries(other).flatMap(([form, kind]) => (kind === 'garbled' ? [] : [form]))),
    ].map(wordsOf);
    for (const [form, stated] of Object.entries(forms[document] ?? {})) {
      const garbled = wordsOf(form);
      if (stated !== kind || !garbled.every((word) => own.includes(word))) continue;
      const around = own.filter((word) => !garbled.includes(word));
      if (good.some((known) => made.every((word) => known.includes(word) || around.includes(word)))) return form;
    }
  }
  return undefined;
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/\s+/);
}

const examples: {
  story: number;
  features: readonly number[];
  isTrue: boolean;
  isUnified: boolean;
  garbledPerson: string | undefined;
  isGood: boolean;
}[] = [];
const garbledPersons = stories.map(({ names }) =>
  names
    .filter(({ type }) => type === 'person')
    .flatMap(({ forms }) =>
      Object.entries(forms).flatMap(([id, own]) =>
        Object.entries(own)
          .filter(([, kind]) => kind === 'garbled')
          .map(([form]) => `${id}|${form}`),
      ),
    ),
);
const shipped = { right: 0, wrong: 0, inGood: 0 };
for (const [number, story] of stories.entries()) {
  const alignment = await alignDocuments(
    story.documents.map(({ id, language, sentences }) => ({ id, language, sentences: sentences.map(({ text }) => text) })),
    { trace: { names: true, findings: false, lineage: false } },
  );
  for (const document of alignment.documents) {
    const isGood = story.documents.find(({ id }) => id === document.id)!.role !== 'mt';
    for (const { from, to, features } of draftChanges(alignment, document)) {
      const form = putRight(story, document.id, from, to);
      const key = `${document.id}|${form}`;
      const isUnified = !isGood && form === undefined && putRight(story, document.id, from, to, 'variant') !== undefined;
      examples.push({
        story: number,
        features,
        isTrue: form !== undefined,
        isUnified,
        garbledPerson: garbledPersons[number]!.includes(key) ? key : undefined,
        isGood,
      });
    }
    for (const { from, to } of restoreNames(alignment, document.id).changes) {
      if (isGood) shipped.inGood++;
      else if (putRight(story, document.id, from, to) !== undefined) shipped.right++;
      else shipped.wrong++;
    }
  }
}

function fit(list: typeof examples): number[] {
  const named: Example<Record<string, number>>[] = list
    .filter(({ isUnified }) => !isUnified)
    .map(({ features, isTrue }) => ({
      evidence: Object.fromEntries(restoreFeatureNames.map((name, f) => [name, features[f]!])),
      isTrue,
      weight: 1,
    }));
  const weights = fitLogistic(named, restoreFeatureNames as unknown as string[], penalty);
  return restoreFeatureNames.map((name) => weights[name]!);
}

const chance = (weights: readonly number[], features: readonly number[]): number =>
  1 / (1 + Math.exp(-features.reduce((sum, value, f) => sum + value * weights[f]!, 0)));

if (onHeldOut) console.log('held out, as shipped: changes', shipped);
else {
  const scored = Array.from({ length: folds }, (_, fold) => {
    const weights = fit(examples.filter(({ story }) => story % folds !== fold));
    return examples
      .filter(({ story }) => story % folds === fold)
      .map((example) => ({ ...example, probability: chance(weights, example.features) }));
  }).flat();
  const goodTexts = stories.flatMap(({ documents }) => documents).filter(({ role }) => role !== 'mt').length;
  const count = (least: number) => {
    const made = scored.filter(({ probability }) => probability >= least);
    return {
      least,
      made: made.length,
      wrong: made.filter(({ isTrue, isUnified }) => !isTrue && !isUnified).length,
      unified: made.filter(({ isUnified }) => isUnified).length,
      inGoodTexts: made.filter(({ isGood }) => isGood).length,
      personsPutRight: new Set(
        made.filter(({ isTrue, garbledPerson }) => isTrue && garbledPerson).map(({ story, garbledPerson }) => `${story} ${garbledPerson}`),
      ).size,
    };
  };
  const steps = Array.from({ length: 46 }, (_, k) => count((50 + k) / 100));
  const { least } = steps.find(({ inGoodTexts }) => inGoodTexts <= mostTouched * goodTexts) ?? steps.at(-1)!;
  const record = {
    stories: stories.length,
    documentsWithoutGarbling: goodTexts,
    garbledPersons: garbledPersons.flat().length,
    drafts: examples.length,
    thresholds: [0.5, 0.6, 0.7, 0.8, 0.9].map(count),
    chosen: count(least),
  };
  const weights = fit(examples);
  console.log(JSON.stringify(record, undefined, 1), Object.fromEntries(restoreFeatureNames.map((name, f) => [name, weights[f]])));
  writeFileSync('bench/record/restore.json', `${JSON.stringify({ ...record, weights }, undefined, 1)}\n`);
  writeFileSync(
    'src/names/restore-weights.ts',
    `/** Generated by bench/fit-restore.ts, fitted on ${stories.length} written stories: do not edit. Order: restore-names.ts. */
export const restoreWeights: { readonly weights: readonly number[]; readonly least: number } = {
  weights: [${weights.join(', ')}],
  least: ${least},
};
`,
  );
}
