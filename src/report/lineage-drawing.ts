/**
 * Who comes from whom, drawn: one row a document, an arrow from each source down to what was made from it.
 *
 *     agency  ─┬──────────────┐
 *              ▼              ▼
 *          translation      rewrite
 *
 * Texts that share a source are below a box without a name. A document is one column right of its source.
 */
import type { Lineage } from '../types.ts';
import { html, type SafeHtml } from './html.ts';

const step = { x: 150, y: 34 } as const;
const box = { width: 130, height: 22 } as const;

interface Node {
  readonly label: string;
  readonly parent: Node | undefined;
  readonly depth: number;
  readonly row: number;
  readonly isAbsent: boolean;
}

/** Empty where no document has a source, a common one or a language passed through. */
export function lineageDrawing(lineage: readonly Lineage[]): SafeHtml {
  const nodes = placeNodes(lineage);
  if (nodes.length < 2) return html``;
  const width = (Math.max(...nodes.map(({ depth }) => depth)) + 1) * step.x;
  const height = nodes.length * step.y;
  const arrow = ({ parent, depth, row }: Node): SafeHtml | false => {
    if (parent === undefined) return false;
    const [x, y] = [parent.depth * step.x + 18, parent.row * step.y + box.height + 4];
    const bend = row * step.y + 4 + box.height / 2;
    return html`<path d="M${x} ${y}V${bend}H${depth * step.x}"/>`;
  };
  const label = ({ label, depth, row, isAbsent }: Node): SafeHtml =>
    html`<g transform="translate(${depth * step.x} ${row * step.y + 4})"${isAbsent && html` class="absent"`}><rect width="${box.width}" height="${box.height}" rx="3"/><text x="8" y="15">${shorten(label)}<title>${label}</title></text></g>`;
  return html`<svg class="descent" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Who comes from whom; the list below says it in words">${nodes.map(arrow)}${nodes.map(label)}</svg>`;
}

/** Sources before what was made from them, each group below its source. */
function placeNodes(lineage: readonly Lineage[]): Node[] {
  const nodes: Node[] = [];
  const placed = new Set<string>();
  const put = (label: string, parent: Node | undefined, isAbsent = false): Node => {
    const node = { label, parent, depth: parent === undefined ? 0 : parent.depth + 1, row: nodes.length, isAbsent };
    nodes.push(node);
    return node;
  };
  const descend = (id: string, parent: Node | undefined): void => {
    if (placed.has(id)) return;
    placed.add(id);
    const node = put(id, parent);
    for (const entry of lineage) if (entry.source === id) descend(entry.document, node);
  };
  const derived = new Set(lineage.filter(({ source }) => source !== undefined).map(({ document }) => document));
  for (const { source } of lineage)
    if (source !== undefined && !derived.has(source) && !isShared(source, lineage)) descend(source, undefined);
  for (const entry of lineage) {
    if (placed.has(entry.document) || entry.source !== undefined) continue;
    const absent = put('a text that is not here', undefined, true);
    for (const id of [entry.document, ...(entry.with ?? [])]) descend(id, absent);
  }
  return nodes;
}

function isShared(id: string, lineage: readonly Lineage[]): boolean {
  return lineage.some(({ document, source }) => document === id && source === undefined);
}

function shorten(label: string): string {
  const letters = [...label];
  return letters.length > 18 ? `${letters.slice(0, 17).join('')}…` : label;
}
