import type { Finding } from '../types.ts';

/** Findings as people should meet them, the surest first, each with its place in the list given; findings that are equally sure stay in reading order. */
export function surestFirst(findings: readonly Finding[]): { readonly finding: Finding; readonly index: number }[] {
  return findings
    .map((finding, index) => ({ finding, index }))
    .sort((one, other) => other.finding.confidence - one.finding.confidence || one.index - other.index);
}
