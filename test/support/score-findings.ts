/** Scores findings against `seeds/gold/findings.json`; what counts as right stands in that file. */
import type { Alignment, Finding, Place } from '../../src/types.ts';

/** One disagreement of the gold list. */
export interface GoldFinding {
  kinds: string[];
  source: { sentence: number; text: string };
  target: { sentence: number; text: string };
  note: string;
}

/** The disagreements of one pair of documents. */
export interface GoldFindings {
  source: string;
  target: string;
  findings: GoldFinding[];
  possible: GoldFinding[];
}

/** How findings of some rules compare with the gold entries of some kinds. */
export interface FindingScore {
  precision: number;
  recall: number;
  right: number;
  wrong: Finding[];
  missed: GoldFinding[];
}

/** Scores the findings of one pair; `kinds` limits the rules, and the gold entries by their first kind. */
export function scoreFindings(
  alignment: Pick<Alignment, 'documents' | 'pairs'>,
  findings: readonly Finding[],
  gold: GoldFindings,
  kinds: readonly string[],
): FindingScore {
  const wanted = gold.findings.filter((entry) => kinds.includes(entry.kinds[0]!));
  const here = findings.filter(({ witnesses }) =>
    [gold.source, gold.target].every((id) => witnesses.some(({ document }) => document === id)),
  );
  const asked = here.filter((finding) => kinds.includes(finding.rule));
  const met = new Set<GoldFinding>();
  const wrong: Finding[] = [];
  let right = 0;
  for (const finding of asked) {
    const hits = gold.findings.filter((entry) => overlaps(alignment, finding, entry, gold));
    if (hits.length > 0) {
      right++;
      for (const hit of hits) met.add(hit);
    } else if (!gold.possible.some((entry) => overlaps(alignment, finding, entry, gold))) wrong.push(finding);
  }
  // Found by a rule of another kind is found.
  const missed = wanted.filter((entry) => !met.has(entry) && !here.some((finding) => overlaps(alignment, finding, entry, gold)));
  return {
    precision: right + wrong.length === 0 ? 1 : right / (right + wrong.length),
    recall: wanted.length === 0 ? 1 : (wanted.length - missed.length) / wanted.length,
    right,
    wrong,
    missed,
  };
}

function overlaps(alignment: Pick<Alignment, 'documents'>, { witnesses }: Finding, entry: GoldFinding, gold: GoldFindings): boolean {
  const touched = (id: string, words: GoldFinding['source']): boolean =>
    witnesses.some(
      (witness) =>
        witness.document === id &&
        (witness.start === witness.end ? witness.sentence === words.sentence : touches(alignment, witness, words, id)),
    );
  return touched(gold.source, entry.source) && touched(gold.target, entry.target);
}

function touches(alignment: Pick<Alignment, 'documents'>, place: Place, words: { sentence: number; text: string }, id: string): boolean {
  const document = alignment.documents.find((one) => one.id === id)!;
  const sentence = document.sentences[words.sentence]!;
  const start = document.text.indexOf(words.text, sentence.start);
  return start >= 0 && place.start < start + words.text.length && place.end > start;
}
