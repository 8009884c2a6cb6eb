import type { CorpusPairInput } from './corpus-pair.ts';

/** Approximate length of the texts of a pair. A malformed pair is reported later. */
export function countCharacters(pair: CorpusPairInput): number {
  const { source, target } = (typeof pair === 'object' && pair !== null ? pair : {}) as { source?: unknown; target?: unknown };
  const sides: readonly unknown[] = Array.isArray(pair) ? pair : [source, target];
  let count = 0;
  for (const side of sides) {
    if (typeof side === 'string') count += side.length;
    else if (typeof side === 'object' && side !== null) {
      const { text, sentences } = side as { text?: unknown; sentences?: unknown };
      if (typeof text === 'string') count += text.length;
      if (Array.isArray(sentences)) for (const sentence of sentences) count += typeof sentence === 'string' ? sentence.length : 0;
    }
  }
  return count;
}
