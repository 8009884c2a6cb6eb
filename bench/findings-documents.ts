/**
 * Measures what is found in whole documents, by way of the aligner: reports of which one is garbled in names and words (`garbled-reports.ts`).
 *
 * `node bench/run.mjs bench/findings-documents.ts [--only id,zh] [--half check] [--show content]`. Articles are drawn from the second half of FLORES, which
 * served for tuning, or with `--half check` from the first. A finding is right when it touches an exchanged word; a word can be found when the other report
 * has the sentence.
 */
import { alignDocuments } from '../src/align-documents.ts';
import { readFlores } from './align-dev-sets.ts';
import { chosen, Reliability, shown } from './flores.ts';
import { garbledPlace, garbledReports, reportLanguages, touches } from './garbled-reports.ts';

const RULES = new Set(['content', 'quotation']);

const isCheck = process.argv.includes('--half') && process.argv[process.argv.indexOf('--half') + 1] === 'check';
const flores = readFlores();
const reliability = new Reliability();
for (const language of chosen(reportLanguages)) {
  const tally = { right: 0, wrong: 0, found: 0, wanted: 0 };
  for (const { documents, exchanged } of garbledReports(flores, language, isCheck ? 'check' : 'tuning')) {
    const alignment = await alignDocuments(documents);
    const findings = alignment.findings.filter((finding) => RULES.has(finding.rule));
    for (const finding of findings) {
      const isRight = exchanged.some((span) => touches(garbledPlace(finding), span));
      reliability.add(finding.confidence, isRight);
      if (isRight) tally.right++;
      else tally.wrong++;
      if (finding.rule === shown) console.log(`${isRight ? 'right' : 'WRONG'} ${finding.confidence} ${finding.message}`);
    }
    tally.wanted += exchanged.length;
    tally.found += exchanged.filter((span) => findings.some((finding) => touches(garbledPlace(finding), span))).length;
    if (process.argv.includes('--relations'))
      console.log(alignment.pairs.map(({ relation, beads }) => `${relation} ${beads.length}`).join());
  }
  const { right, wrong, found, wanted } = tally;
  console.log(
    `${language}: recall ${found}/${wanted} = ${(found / wanted).toFixed(3)}, precision ${right}/${right + wrong} = ${(right / Math.max(1, right + wrong)).toFixed(3)}`,
  );
}
console.log(`confidence:\n    ${reliability}`);
