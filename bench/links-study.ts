/** What each kind of evidence is worth, what more sets would bring, and how languages differ. */
import { eventFeatures } from '../src/align/free/event-features.ts';
import { linkFeatures } from '../src/align/free/link-features.ts';
import { type StatementFeature, statementFeatures } from '../src/align/free/statement-features.ts';
import { type Active, crossValidate, withWords } from './links-cross-validate.ts';
import { choose, count, countGroups, groups } from './links-judge.ts';
import type { Measured, MeasuredPair } from './links-measure.ts';

/** Kinds of evidence, by what each is without. */
const evidence: Readonly<Record<string, Active>> = {
  'words by rarity': { ...withWords, statement: (k) => withWords.statement(k) && !/^(rare|matched|missing)/.test(statementFeatures[k]!) },
  'words by what the other side covers': {
    ...withWords,
    statement: (k) => withWords.statement(k) && !/^(specific|matched)/.test(statementFeatures[k]!),
    link: (k) => linkFeatures[k] !== 'specificBoth',
  },
  figures: {
    statement: (k) => withWords.statement(k) && !/Figures/.test(statementFeatures[k]!),
    event: (k) => eventFeatures[k] !== 'openingFigures',
    link: (k) => !/Figures/.test(linkFeatures[k]!),
  },
  'days of the week': { ...withWords, event: (k) => eventFeatures[k] !== 'daysAgree' },
  place: {
    ...withWords,
    statement: (k) => withWords.statement(k) && !/^(offset|leads|oneLeads|early|depth)/.test(statementFeatures[k]!),
    link: (k) => !/^(offset|leads|oneLeads|early)/.test(linkFeatures[k]!),
  },
  'one event or another': { ...withWords, link: (k) => !/event|otherEvent/i.test(linkFeatures[k]!) },
  'neighbours, rivals, repetitions': { ...withWords, link: (k) => !/^(diagonal|beside|rival|echo)/.test(linkFeatures[k]!) },
};

/** One feature and one threshold, the best for either: what anything learned must beat. */
function measureBaseline(measured: readonly MeasuredPair[], name: StatementFeature): Record<string, number> {
  const at = statementFeatures.indexOf(name);
  const best = (list: readonly MeasuredPair[]) => {
    const gold = list.reduce((sum, { pair }) => sum + pair.sure.size, 0);
    const rows = list.flatMap(({ pairs, labels }) =>
      [...labels].flatMap((label, k) => (label === 2 ? [] : [[pairs.features[k * statementFeatures.length + at]!, label] as const])),
    );
    rows.sort((x, y) => y[0] - x[0]);
    let [hits, most] = [0, 0];
    for (const [k, [, label]] of rows.entries()) {
      hits += label;
      most = Math.max(most, (2 * hits) / (k + 1 + gold));
    }
    return Math.round(most * 1000) / 1000;
  };
  return { far: best(measured.filter(groups.far!)), real: best(measured.filter(groups.real!)) };
}

/** What each kind of evidence is worth, how much more sets would bring, and how languages differ. */
export function study(all: Measured) {
  const { measured } = all;
  const figuresOf = (list: readonly MeasuredPair[], active: Active) => {
    const { outcomes } = crossValidate({ ...all, measured: [...list] }, active);
    const { far, real, related } = countGroups(outcomes, choose(outcomes));
    return { far: far!.f1, real: real!.f1, wrongPerRelated: related!.wrongPerPair };
  };
  const sets = [...new Set(measured.map(({ set }) => set.id))];
  const share = (part: number) => new Set(sets.filter((_, k) => (k * 7) % 12 < part * 12));
  const without = Object.fromEntries(Object.entries(evidence).map(([name, active]) => [name, figuresOf(measured, active)]));
  const curve = [0.25, 0.5, 1].map((part) => {
    const kept = share(part);
    return {
      sets: kept.size,
      ...figuresOf(
        measured.filter(({ set }) => kept.has(set.id)),
        withWords,
      ),
    };
  });
  const { outcomes } = crossValidate(all, withWords);
  const chosen = choose(outcomes);
  const told = outcomes.filter(({ own }) => groups.far!(own) || own.set.isReal);
  const languages = [...new Set(told.map(({ own }) => own.languages))].sort();
  const byLanguages = languages.flatMap((name) => {
    const own = count(
      told.filter((outcome) => outcome.own.languages === name),
      chosen,
    );
    return own.links >= 25 ? [[name, own] as const] : [];
  });
  return {
    baseline: { cosine: measureBaseline(measured, 'cosine'), rareBoth: measureBaseline(measured, 'rareBoth') },
    without,
    curve,
    byLanguages: Object.fromEntries(byLanguages),
  };
}
