/**
 * Measures the `name` rule on FLORES: a name of the English side is exchanged for another of its kind, in every sixth sentence at a time.
 *
 * `node bench/run.mjs bench/findings-names.ts [first line] [last line] [--show name]`. Names are traced anew for each changed text, as a caller would have them.
 */
import { findDivergences } from '../src/findings/find-divergences.ts';
import { traceNames } from '../src/names/trace-names.ts';
import type { Finding } from '../src/types.ts';
import { chosen, from, lineByLine, linesOf, pick, shown } from './flores.ts';

const ROUNDS = 6;
const english = linesOf('en');

for (const language of chosen(['id', 'zh', 'es', 'de', 'fr', 'ru'])) {
  const foreign = linesOf(language);
  const find = (target: readonly string[]): Finding[] => {
    const alignment = lineByLine(language, foreign, target);
    return findDivergences({ ...alignment, names: traceNames(alignment) }, { rules: ['name'] });
  };
  const clean = find(english);
  if (shown === 'name')
    for (const { bead, message } of clean)
      console.log(`${language} ${from + bead + 1}: ${message}\n  ${foreign[bead]}\n  ${english[bead]}`);
  const untouched = lineByLine(language, foreign, english);
  const mentions = traceNames(untouched).flatMap((name) =>
    name.type === 'person' || name.type === 'place'
      ? name.mentions.flatMap((mention) => (mention.document === 'target' ? [{ name, mention }] : []))
      : [],
  );
  let hits = 0;
  let all = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const changed = english.map((text, at) => {
      if (at % ROUNDS !== round) return text;
      const here = mentions.filter(({ mention }) => mention.sentence === at);
      const old = pick(here);
      const other = old && pick(mentions.filter(({ name }) => name.type === old.name.type && !here.some((one) => one.name === name)));
      if (!old || !other) return text;
      const { start } = untouched.documents[1]!.sentences[at]!;
      return text.slice(0, old.mention.start - start) + other.mention.text + text.slice(old.mention.end - start);
    });
    const found = new Set(find(changed).map((finding) => finding.bead));
    changed.forEach((text, at) => {
      if (text === english[at]) return;
      all++;
      if (found.has(at)) hits++;
    });
  }
  console.log(`${language}: name exchanged ${hits}/${all} = ${(hits / all).toFixed(3)}, untouched ${clean.length} of ${english.length}`);
}
