/** Writes `src/align/learned/link-weights.ts`. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { eventFeatures } from '../src/align/free/event-features.ts';
import { linkFeatures } from '../src/align/free/link-features.ts';
import type { LinkModel } from '../src/align/free/link-model.ts';
import { statementFeatures } from '../src/align/free/statement-features.ts';

const file = 'src/align/learned/link-weights.ts';

export function writeLinkWeights({ links, wordlessLinks }: { readonly links: LinkModel; readonly wordlessLinks: LinkModel }): void {
  writeFileSync(
    file,
    `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: weights are what they are
/** What the aligner has learned about reports, written by \`node bench/run.mjs bench/fit-links.ts\`: refit it, do not edit it. */
import type { NamedLinkModel } from '../free/link-model.ts';

/** With words. */
export const linkWeights: NamedLinkModel = ${literal(links)};

/** For embedders without tokens. */
export const wordlessLinkWeights: NamedLinkModel = ${literal(wordlessLinks)};
`,
  );
  execFileSync('npx', ['biome', 'check', '--write', file]);
}

function literal({ statement, event, link, ...rest }: LinkModel): string {
  return JSON.stringify({
    statement: byName(statementFeatures, statement),
    event: byName(eventFeatures, event),
    link: byName(linkFeatures, link),
    ...rest,
  });
}

function byName(names: readonly string[], weights: Float64Array): Record<string, number> {
  const rows = names.map((name, k) => [name, Math.round(weights[k]! * 10_000) / 10_000] as const);
  return Object.fromEntries(rows.filter(([, weight]) => weight !== 0));
}
