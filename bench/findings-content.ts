/**
 * Measures the `content` and `quotation` rules on FLORES: words exchanged for others, clauses cut out, quotations changed, and what is reported on untouched
 * translations.
 *
 * `node bench/run.mjs bench/findings-content.ts [first line] [last line] [--show content]`. Words are exchanged on the English side, for a word of the same
 * ending somewhere else in the text; only words that the lexicon joins to one of the other side, since others are no loss. A tenth of the sentences is changed
 * at a time, so that the rest is as it is in a text with a few errors.
 */
import { createEmbedder } from '../src/embed/create-embedder.ts';
import { BeadSide } from '../src/findings/bead-side.ts';
import { findDivergences } from '../src/findings/find-divergences.ts';
import { findQuotes } from '../src/findings/find-quotes.ts';
import { joinWords } from '../src/findings/lexicon/join-words.ts';
import type { AdditiveEmbedder, Finding } from '../src/types.ts';
import { chosen, documentOf, from, lineByLine, linesOf, pick, Reliability, random, shown, wording } from './flores.ts';

const embedder = (await createEmbedder()) as AdditiveEmbedder;
const english = linesOf('en');
const reliability = new Reliability();

const endingOf = (word: string): string => /(?:ing|ed|tion|s|ly|er|al|ive)$/.exec(word)?.[0] ?? '';
const WORD = /(?<=[a-z,] )[a-z]{4,}/g;
const byEnding = new Map<string, string[]>();
for (const word of english.flatMap((text) => text.match(WORD) ?? []))
  byEnding.set(endingOf(word), [...(byEnding.get(endingOf(word)) ?? []), word]);

async function find(language: string, source: readonly string[], target: readonly string[]): Promise<Finding[]> {
  const pieces = new Map([
    ['source', await embedder.pieces(source)],
    ['target', await embedder.pieces(target)],
  ]);
  return findDivergences({ ...lineByLine(language, source, target), names: [] }, { rules: ['content', 'quotation'], pieces });
}

/** A sentence with one content word exchanged for another, where it has one that the lexicon joins to the other side. */
function exchangeWord(language: string, source: string, target: string): string | undefined {
  const links = joinWords(new BeadSide(documentOf('s', language, [source]), [0, 1]), new BeadSide(documentOf('t', 'en', [target]), [0, 1]));
  const words = [...target.matchAll(WORD)].filter((match) => {
    const at = links.target.findIndex((word) => word.start === match.index);
    return at >= 0 && links.targetLink[at]! >= 0 && links.target[at]!.reliance > 0;
  });
  const word = pick(words);
  const other = word && pick(byEnding.get(endingOf(word[0]))!);
  return word && other !== word[0] ? target.slice(0, word.index) + other + target.slice(word.index + word[0].length) : undefined;
}

/** A sentence without one of its clauses of six words or more, where it has one beside others. */
function cutClause(text: string): string | undefined {
  const clauses = text.split(/(?<=,) /);
  const long = clauses.filter((clause) => clause.split(' ').length >= 6);
  const cut = clauses.length > 1 ? pick(long) : undefined;
  return (
    cut &&
    clauses
      .filter((clause) => clause !== cut)
      .join(' ')
      .replace(/,\s*$/, '.')
  );
}

/** A sentence without the marks of its quotation of five words or more. */
function cutMarks(text: string): string | undefined {
  const [quote] = findQuotes(text).filter(({ start, end }) => text.slice(start, end).split(' ').length >= 5);
  return quote && text.replace(/["“”„]/g, '');
}

const ERRORS: Record<string, (language: string, source: string, target: string) => string | undefined> = {
  'word exchanged': exchangeWord,
  'clause lost': (_, __, target) => (random() < 0.25 ? cutClause(target) : undefined),
  'quotation marks lost': (_, __, target) => cutMarks(target),
};

for (const language of chosen(['id', 'zh', 'es', 'de', 'fr', 'ru', 'el', 'pt'])) {
  const foreign = linesOf(language);
  const clean = await find(language, foreign, english);
  const known = new Set(clean.map((finding) => `${finding.bead} ${wording(finding)}`));
  for (const finding of clean) {
    reliability.add(finding.confidence, false);
    if (finding.rule === shown)
      console.log(`${language} ${from + finding.bead + 1}: ${finding.message}\n  ${foreign[finding.bead]}\n  ${english[finding.bead]}`);
  }
  const count = (rule: string): number => clean.filter((finding) => finding.rule === rule).length;
  const results = [`untouched: content ${count('content')}, quotation ${count('quotation')}, of ${english.length}`];
  for (const [name, change] of Object.entries(ERRORS)) {
    let hits = 0;
    let all = 0;
    for (let round = 0; round < 10; round++) {
      const changed = english.map((text, at) => (at % 10 === round ? change(language, foreign[at]!, text) : undefined));
      const added = (
        await find(
          language,
          foreign,
          changed.map((text, at) => text ?? english[at]!),
        )
      ).filter((finding) => !known.has(`${finding.bead} ${wording(finding)}`));
      for (const finding of added) if (changed[finding.bead] !== undefined) reliability.add(finding.confidence, true);
      changed.forEach((text, at) => {
        if (text === undefined) return;
        all++;
        if (added.some((finding) => finding.bead === at)) hits++;
      });
    }
    results.push(`${name} ${hits}/${all} = ${(hits / Math.max(1, all)).toFixed(3)}`);
  }
  console.log(`${language}: ${results.join('\n    ')}`);
}
console.log(`confidence of findings, untouched pairs and all injected errors together:\n    ${reliability}`);
