/**
 * What lineage says of every choice of two to five from texts whose history is known:
 * `node bench/run.mjs bench/lineage-subsets.ts <original> <other files> --copies <files made from the original>`.
 *
 * A claim is right where it names the original of a copy; where the original is left out, a claim to another copy is counted as
 * a sibling, and everything else as wrong. The whole set is aligned once.
 */
import { readFileSync } from 'node:fs';
import { alignDocuments } from '../src/align-documents.ts';
import { readInputs } from '../src/cli/read-inputs.ts';
import { describeLineage } from '../src/lineage/describe-lineage.ts';
import { traceLineage } from '../src/lineage/trace-lineage.ts';

const flag = process.argv.indexOf('--copies');
const [original, ...others] = process.argv.slice(2, flag);
const copies = process.argv.slice(flag + 1);
if (flag < 0 || original === undefined || copies.length === 0) {
  console.error('usage: node bench/run.mjs bench/lineage-subsets.ts <original> <other files> --copies <files>');
  process.exit(2);
}
const io = { readFile: async (path: string) => readFileSync(path) } as unknown as Parameters<typeof readInputs>[2];
const files = [original, ...copies, ...others];
const documents = await readInputs(files, {}, io);
const whole = await alignDocuments(documents, { trace: { names: true, findings: false, lineage: true } });
for (const entry of whole.lineage)
  console.log(describeLineage(entry), '\n  for:', entry.evidence.join('; '), '\n  against:', entry.against.join('; '));

const ids = documents.map(({ id }) => id!);
const source = ids[0]!;
const isCopy = new Set(ids.slice(1, 1 + copies.length));
const tally = { right: 0, of: 0, silent: 0, sibling: 0, wrong: 0 };
const said = new Map<string, number>();
for (let mask = 1; mask < 1 << ids.length; mask++) {
  const own = new Set(ids.filter((_, k) => mask & (1 << k)));
  if (own.size < 2 || own.size > 5) continue;
  const lineage = traceLineage({
    documents: whole.documents.filter(({ id }) => own.has(id)),
    pairs: whole.pairs.filter((pair) => own.has(pair.source) && own.has(pair.target)),
    names: whole.names
      .map((name) => ({
        ...name,
        mentions: name.mentions.filter(({ document }) => own.has(document)).map((mention) => ({ ...mention, beads: [] })),
      }))
      .filter(({ mentions }) => mentions.length > 0),
  });
  for (const id of own) {
    const entry = lineage.find(({ document }) => document === id);
    const parents = entry?.source === undefined ? [] : [entry.source, ...(entry.alternatives ?? [])];
    const hasSource = isCopy.has(id) && own.has(source);
    if (hasSource) tally.of++;
    const isRight =
      entry?.kind === 'common-source'
        ? isCopy.has(id) && !hasSource && entry.with!.every((other) => isCopy.has(other))
        : hasSource && parents.includes(source);
    const isSibling = !isRight && parents.length > 0 && isCopy.has(id) && !own.has(source) && parents.every((parent) => isCopy.has(parent));
    if (entry === undefined) tally.silent++;
    else if (isRight) tally.right++;
    else {
      tally[isSibling ? 'sibling' : 'wrong']++;
      const claim = `${isSibling ? 'sibling' : 'wrong'}: ${id} < ${parents.join(' or ') || entry.with?.join(', ')}`;
      said.set(claim, (said.get(claim) ?? 0) + 1);
    }
  }
}
console.log(
  tally,
  [...said].sort(([, a], [, b]) => b - a),
);
