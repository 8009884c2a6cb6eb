// Aligns the five seed articles, prints what was found and writes report.html.
// Run `npm start`, or `node examples/seeds.mjs` after `npm run build`.
import { readFileSync, writeFileSync } from 'node:fs';
import { alignDocuments, renderHtml } from '../dist/index.js';

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

console.log('\nPairs\n');
printTable(
  ['pair', 'relation', 'sure', 'beads', '1-1', 'n-m', 'skips'],
  alignment.pairs.map(({ source, target, relation, relationConfidence, beads }) => {
    const shapes = beads.map((bead) => [bead.source[1] - bead.source[0], bead.target[1] - bead.target[0]]);
    const skips = shapes.filter(([a, b]) => a === 0 || b === 0).length;
    const single = shapes.filter(([a, b]) => a === 1 && b === 1).length;
    return [
      `${source} – ${target}`,
      relation,
      relationConfidence.toFixed(2),
      beads.length - skips,
      single,
      beads.length - skips - single,
      skips,
    ];
  }),
);

console.log('\nNames, with every spelling (~ variant, → transliterated, ! garbled)\n');
const marks = { exact: '', variant: '~', transliterated: '→', garbled: '!' };
printTable(
  ['canonical', ...alignment.documents.map((document) => document.id)],
  alignment.names
    .filter((name) => new Set(name.mentions.map((mention) => mention.text)).size > 1)
    .map((name) => [
      name.canonical,
      ...alignment.documents.map(({ id }) => {
        const spellings = name.mentions.filter((mention) => mention.document === id && mention.text !== name.canonical);
        return [...new Set(spellings.map((mention) => marks[mention.kind] + mention.text))].join(', ');
      }),
    ]),
);

if (alignment.findings.length > 0) {
  console.log('\nWhat does not agree\n');
  for (const finding of alignment.findings) {
    const { source, target } = alignment.pairs[finding.pair];
    console.log(`  ${source} – ${target}  ${finding.message} (${finding.confidence.toFixed(2)})`);
  }
}
for (const { document, source, through, confidence, evidence } of alignment.lineage) {
  const claims = [source && `likely behind it: ${source}`, through && `passed through: ${through}`].filter(Boolean).join(', ');
  console.log(`\n${document}: ${claims} (${confidence.toFixed(2)})${evidence.map((line) => `\n    ${line}`).join('')}`);
}
for (const warning of alignment.warnings) console.log(`\nWarning ${warning.code}: ${warning.message}`);

writeFileSync('report.html', renderHtml(alignment, { title: 'Five articles on one event' }));
console.log(`\nAligned and traced in ${Math.round(took)} ms, model loading included. The report is in report.html.`);

/** Columns as wide as their widest cell; Chinese characters are two columns wide. */
function printTable(head, rows) {
  const width = (cell) =>
    [...String(cell)].reduce((sum, character) => sum + (/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(character) ? 2 : 1), 0);
  const widths = head.map((title, column) => Math.max(width(title), ...rows.map((row) => width(row[column]))));
  for (const row of [head, widths.map((count) => '─'.repeat(count)), ...rows]) {
    console.log(`  ${row.map((cell, column) => String(cell) + ' '.repeat(widths[column] - width(cell))).join('  ')}`.trimEnd());
  }
}
