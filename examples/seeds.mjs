// Aligns the five seed articles, prints what was found and writes report.html.
// Run `npm start`, or `node examples/seeds.mjs` after `npm run build`.
import { readFileSync, writeFileSync } from 'node:fs';
import { alignDocuments, describeLineage, linkWords, renderHtml } from 'palimpsest';

const folder = new URL('../seeds/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'));
const documents = manifest.documents.map(({ id, file }) => ({ id, text: readFileSync(new URL(file, folder), 'utf8') }));

const started = performance.now();
const alignment = await alignDocuments(documents);
const took = performance.now() - started;

console.log(`\nDocuments (model ${alignment.model.id}, revision ${alignment.model.revision})\n`);
printTable(
  ['document', 'language', 'sentences'],
  alignment.documents.map((document) => [document.id, document.language, document.sentences.length]),
);

console.log('\nPairs that have something in common\n');
const joins = ({ source, target }) => source[0] < source[1] && target[0] < target[1];
printTable(
  ['pair', 'relation', 'sure', 'beads', '1-1', 'n-m', 'skips'],
  alignment.pairs
    .filter(({ beads }) => beads.some(joins))
    .map(({ source, target, relation, relationConfidence, beads }) => {
      const joined = beads.filter(joins);
      const single = joined.filter((bead) => bead.source[1] - bead.source[0] === 1 && bead.target[1] - bead.target[0] === 1).length;
      const skips = beads.length - joined.length;
      return [`${source} – ${target}`, relation, relationConfidence.toFixed(2), joined.length, single, joined.length - single, skips];
    }),
);

console.log('\nNames, with every spelling (✓ as in front, ~ variant, → transliterated, ! garbled)\n');
const marks = { exact: '', variant: '~', transliterated: '→', garbled: '!' };
const has = (name, kind) => name.mentions.some((mention) => mention.kind === kind);
const shown = alignment.names.filter((name) => has(name, 'garbled') || has(name, 'variant'));
printTable(
  ['canonical', ...alignment.documents.map((document) => document.id)],
  shown
    .sort((one, other) => Number(has(other, 'garbled')) - Number(has(one, 'garbled')))
    .map((name) => [
      name.canonical,
      ...alignment.documents.map(({ id }) => {
        const spellings = name.mentions.filter((mention) => mention.document === id);
        const isWhole = spellings.some(({ text }) => text === name.canonical);
        const others = spellings.filter(({ kind, text }) => text !== name.canonical && !(isWhole && kind === 'exact'));
        return [...new Set([...(isWhole ? ['✓'] : []), ...others.map(({ kind, text }) => marks[kind] + text)])].join(', ');
      }),
    ]),
);
console.log(`  … and ${alignment.names.length - shown.length} more, written as their languages write them`);

if (alignment.findings.length > 0) {
  console.log('\nWhat does not agree: reasons to look, not verdicts\n');
  for (const finding of alignment.findings) {
    console.log(`  ${finding.confidence.toFixed(2)}  ${finding.message}`);
    for (const { document, sentence } of finding.witnesses) {
      const text = alignment.documents.find(({ id }) => id === document)?.sentences[sentence]?.text;
      console.log(`        ${document} §${sentence + 1}: ${text?.replace(/\s+/g, ' ')}`);
    }
  }
}

console.log('\nWhere each text likely comes from\n');
for (const entry of alignment.lineage) {
  console.log(`  ${describeLineage(entry)}`);
  for (const line of entry.evidence) console.log(`      for: ${line}`);
  for (const line of entry.against) console.log(`      against: ${line}`);
}
for (const warning of alignment.warnings) console.log(`\nWarning ${warning.code}: ${warning.message}`);

const words = await linkWords(alignment); // which words stand for each other, for the report
writeFileSync('report.html', renderHtml(alignment, { title: 'Five articles on one event', words }));
console.log(`\nAligned and traced in ${Math.round(took)} ms, model loading included. Open report.html in a browser.`);

/** Columns as wide as their widest cell; Chinese characters are two columns wide. */
function printTable(head, rows) {
  const width = (cell) =>
    [...String(cell)].reduce((sum, character) => sum + (/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(character) ? 2 : 1), 0);
  const widths = head.map((title, column) => Math.max(width(title), ...rows.map((row) => width(row[column]))));
  for (const row of [head, widths.map((count) => '─'.repeat(count)), ...rows]) {
    console.log(`  ${row.map((cell, column) => String(cell) + ' '.repeat(widths[column] - width(cell))).join('  ')}`.trimEnd());
  }
}
