/**
 * What the two sides of aligned beads say differently: the rules run over every bead that can be trusted.
 *
 * Each rule is a module of its own and reads one bead at a time; numbers and words are read once per bead. Time is linear in the text; nothing is random.
 */
import { finishSteps } from '../align/run-steps.ts';
import { checkAlignment } from '../alignment-shape.ts';
import { checkOptions } from '../check-options.ts';
import { AlignmentError } from '../errors.ts';
import { traceNames } from '../names/trace-names.ts';
import { settleValue } from '../text/settled-characters.ts';
import type { Alignment, Finding, TextPieces } from '../types.ts';
import { beadViews } from './bead-views.ts';
import { builtinPieces } from './builtin-pieces.ts';
import { type BeadView, type Draft, doubt, type Rule } from './rule.ts';
import { RULE_NAMES } from './rule-names.ts';
import { RULES } from './rules.ts';

/** Options of {@link findDivergences}. */
export interface DivergenceOptions {
  /**
   * Names of the rules to run.
   *
   * @defaultValue all of them
   */
  readonly rules?: readonly string[];
  /**
   * Tokens of the sentences of each document, by document id, as an additive embedder returns them. The `content` and `quotation` rules compare words by them.
   *
   * @defaultValue those of the built-in model, which is read when they are first asked for (some 150 ms; in a browser, where there is no disk, an
   * embedder must have been made before, which `alignDocuments` does). Where there is no model these two rules find less.
   */
  readonly pieces?: ReadonlyMap<string, TextPieces>;
}

/** From how many beads on, and in what share of them, a rule that fires says less. */
const MANY_BEADS = 40;
const COMMON = 0.08;

/**
 * Where aligned sentences disagree: numbers, dates, what is counted, negation, quotations, content.
 *
 * `expected` is what the source of the pair says, `actual` what the target says; which of the two is wrong nobody can tell from two texts alone.
 * Findings are in reading order of their pair. Several rules rest on the traced names; where `names` is empty, they are traced here.
 *
 * @throws `OPTION_INVALID` when a rule is not known, `OPTION_UNKNOWN` when an option is not; `MODEL_INVALID`, naming the file, when the built-in model is broken.
 */
export function findDivergences(alignment: Pick<Alignment, 'documents' | 'pairs' | 'names'>, options: DivergenceOptions = {}): Finding[] {
  return finishSteps(divergenceSteps(alignment, options, true));
}

/** {@link findDivergences} in steps of a few milliseconds. Yields the share done, 0 to 1. `traces`: an empty list of names means that nobody has traced them. */
export function* divergenceSteps(
  alignment: Pick<Alignment, 'documents' | 'pairs' | 'names'>,
  options: DivergenceOptions,
  traces = false,
): Generator<number, Finding[]> {
  checkOptions(options, {
    rules: ['a list of rule names', Array.isArray],
    pieces: ['a Map of tokens by document id', (value) => value instanceof Map],
  });
  checkAlignment(alignment, ['pairs', 'names']);
  const rules = chooseRules(options.rules);
  const { pieces } = options;
  const { documents, pairs } = alignment;
  const names = traces && alignment.names.length === 0 ? traceNames(alignment) : alignment.names;
  const { settled, restore } = settleValue({ documents, pairs, names }, { documents, names });
  return restore(yield* findSettled(settled, rules, pieces ? (id) => pieces.get(id) : builtinPieces(documents)));
}

function* findSettled(
  alignment: Pick<Alignment, 'documents' | 'pairs' | 'names'>,
  rules: readonly Rule[],
  piecesOf: BeadView['piecesOf'],
): Generator<number, Finding[]> {
  const total = Math.max(
    1,
    alignment.pairs.reduce((sum, { beads }) => sum + beads.length, 0),
  );
  let done = 0;
  const findings: Finding[] = [];
  // All views first: what one pair leaves open, another may answer.
  const viewsByPair = yield* beadViews(alignment, piecesOf);
  for (const views of viewsByPair) {
    const seen = new Set<string>();
    const here: Finding[] = [];
    for (const [at, view] of views.entries()) {
      yield done++ / total;
      for (const rule of rules) {
        for (const draft of rule.check(views, at)) {
          const finding = toFinding(rule, view, draft);
          // Two beads can meet the same disagreement from both sides.
          const key = `${rule.name} ${finding.source?.start} ${finding.target?.start}`;
          if (seen.has(key)) continue;
          seen.add(key);
          here.push(finding);
        }
      }
    }
    for (const finding of temper(withoutHabits(here), views.length)) findings.push(finding);
  }
  return findings;
}

function chooseRules(names: readonly string[] | undefined): readonly Rule[] {
  if (names === undefined) return RULES;
  for (const name of names) {
    if (!RULE_NAMES.includes(name))
      throw new AlignmentError('OPTION_INVALID', `rules: expected names out of ${RULE_NAMES.join(', ')}, got ${JSON.stringify(name)}`);
  }
  return RULES.filter((rule) => names.includes(rule.name));
}

/** Words exchanged for the same words again and again are a habit of the translator, or a gap of the lexicon. */
function withoutHabits(findings: readonly Finding[]): readonly Finding[] {
  const exchanged = (finding: Finding): string | undefined =>
    finding.rule === 'content' && finding.expected && finding.actual ? `${finding.expected} ${finding.actual}`.toLowerCase() : undefined;
  const counts = new Map<string | undefined, number>();
  for (const finding of findings) counts.set(exchanged(finding), (counts.get(exchanged(finding)) ?? 0) + 1);
  return findings.filter((finding) => exchanged(finding) === undefined || counts.get(exchanged(finding)) === 1);
}

/**
 * Findings of a rule that disagrees all over are worth half: a free translation negates, a newspaper quotes as it likes.
 */
function temper(findings: readonly Finding[], beads: number): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const isCommon = (rule: string): boolean => beads >= MANY_BEADS && counts.get(rule)! > COMMON * beads;
  return findings.map((finding) =>
    isCommon(finding.rule) ? { ...finding, confidence: Math.round(finding.confidence * 500) / 1000 } : finding,
  );
}

function toFinding(rule: Rule, view: BeadView, draft: Draft): Finding {
  const source = draft.source && (draft.sourceSide ?? view.source).place(draft.source);
  const target = draft.target && (draft.targetSide ?? view.target).place(draft.target);
  return {
    rule: rule.name,
    pair: view.pair,
    bead: view.bead,
    ...(source ? { source } : {}),
    ...(target ? { target } : {}),
    actual: draft.actual,
    expected: draft.expected,
    message: draft.message.replace(/\s+/g, ' '),
    confidence: Math.round(doubt(draft.confidence, view) * 1000) / 1000,
  };
}
