/** Why a mention is linked, in plain words. */
import type { MentionKind } from '../../types.ts';
import type { FoundName } from '../mentions/found-name.ts';
import { romanize } from '../romanize.ts';
import type { NameCluster } from './attach-singles.ts';

/** Short statements for readers: the beads shared with the name, its reading, the letters that changed, the entry of the table. */
export function nameEvidence(found: FoundName, canonical: string, kind: MentionKind, beads: number, cluster: NameCluster): string[] {
  if (kind === 'exact') return beads > 0 ? [`aligned with the name in ${count(beads, 'bead')}`] : [];
  const evidence: string[] = [];
  if (beads > 0) evidence.push(`aligned with the name in ${count(beads, 'bead')}`);
  const reading = romanize(found.text);
  if (reading !== found.text) evidence.push(`reads "${reading}"`);
  const concept = cluster.forms.find((form) => form.found.some((other) => other.text === found.text))?.concepts[0];
  if (concept !== undefined) evidence.push(`conventional name of ${concept.name}`);
  if (kind === 'garbled' || kind === 'variant') {
    const changes = letterChanges(canonical, found.text);
    if (changes !== '') evidence.push(`letters changed: ${changes}`);
  }
  return evidence;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The letters that differ, as `right → written`, from the word of the canonical form that is nearest. */
export function letterChanges(canonical: string, written: string): string {
  const rights = canonical.split(/[\s·]+/);
  const changes: string[] = [];
  for (const word of written.split(/[\s·]+/)) {
    const nearest = rights
      .map((right) => ({ right, steps: differences(right.toLowerCase(), word.toLowerCase()) }))
      .sort((a, b) => cost(a.steps) - cost(b.steps))[0];
    if (nearest === undefined || cost(nearest.steps) === 0 || cost(nearest.steps) > 0.8 * Math.max(nearest.right.length, word.length))
      continue;
    changes.push(...nearest.steps.map(([right, wrong]) => `${right || '∅'} → ${wrong || '∅'}`));
  }
  return changes.join(', ');
}

function cost(steps: readonly (readonly [string, string])[]): number {
  return steps.reduce((sum, [right, wrong]) => sum + Math.max(right.length, wrong.length), 0);
}

/** Stretches that differ, by the usual edit distance. */
function differences(right: string, wrong: string): [string, string][] {
  const [n, m] = [right.length, wrong.length];
  const table = Array.from({ length: n + 1 }, (_, i) => Array.from({ length: m + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  for (let i = 1; i <= n; i++) {
    for (let j = 1; j <= m; j++) {
      table[i]![j] = Math.min(
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
        table[i - 1]![j - 1]! + (right[i - 1] === wrong[j - 1] ? 0 : 1),
      );
    }
  }
  const steps: [string, string][] = [];
  let open = false;
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const here = table[i]![j]!;
    if (i > 0 && j > 0 && right[i - 1] === wrong[j - 1] && here === table[i - 1]![j - 1]!) {
      open = false;
      i--;
      j--;
      continue;
    }
    if (!open) steps.unshift(['', '']);
    open = true;
    const step = steps[0]!;
    if (i > 0 && j > 0 && here === table[i - 1]![j - 1]! + 1) {
      step[0] = right[--i]! + step[0];
      step[1] = wrong[--j]! + step[1];
    } else if (i > 0 && here === table[i - 1]![j]! + 1) step[0] = right[--i]! + step[0];
    else step[1] = wrong[--j]! + step[1];
  }
  return steps;
}
