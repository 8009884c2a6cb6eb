/** How far a document's spellings are to be trusted: one that is garbled in its marks is garbled in its names. */
import type { AlignedDocument } from '../types.ts';

/** Marks that no writer leaves often: stray blanks, lost blanks, quotes that do not close. */
const glitches = [
  /\p{L}\s[,.;:](?:\s|$)/gu,
  /\p{L}\s[-‑]\p{L}|\p{L}[-‑]\s\p{L}/gu,
  /\p{Ll}[.,;]\p{Lu}\p{Ll}/gu,
  /\p{Ll}{3}\p{Lu}\p{Ll}{2}/gu,
  /\p{Script=Han} \p{Script=Han}/gu,
  /\s”|“\s|\(\s|\s\)/gu,
];
/** Odds that a sentence with a glitch takes off: a judgement, since nothing but the order of documents depends on it. */
const price = 6;

/** Trust from 0 to 1; 1 for clean text. */
export function documentTrust({ sentences }: AlignedDocument): number {
  let count = 0;
  for (const { text } of sentences) for (const glitch of glitches) count += text.match(glitch)?.length ?? 0;
  return 1 / (1 + (price * count) / Math.max(1, sentences.length));
}
