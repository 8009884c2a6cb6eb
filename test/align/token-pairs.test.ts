import { describe, expect, it } from 'vitest';
import { createDotKernel } from '../../src/align/kernel/build-kernel.ts';
import { buildPlainKernel } from '../../src/align/kernel/plain-kernel.ts';
import { finishSteps } from '../../src/align/run-steps.ts';
import { createTokenPairs, placeInPage, type TokenPairs } from '../../src/align/token-pairs.ts';
import { plantPair, prepare } from './support.ts';

describe('best cosines of two sentences', () => {
  it.each(['lanes', 'plain'] as const)('are the same from the tables of all tokens as from the pair alone (%s)', async (kind) => {
    const { source, target } = plantPair(31, 12);
    const [left, right] = [await prepare([...source, '', source[0]!]), await prepare([target[1]!, ...target])];
    const open = () => createTokenPairs(kind === 'lanes' ? createDotKernel(left, right) : finishSteps(buildPlainKernel(left, right)))!;
    const [alone, together] = [open(), open()];
    finishSteps(alone.expect(1));
    finishSteps(together.expect(left.texts.length * right.texts.length * 100));
    expect(alone.similarities).toBeUndefined();
    expect(together.similarities).toBeDefined();
    for (let s = 0; s < left.texts.length; s++) {
      for (let t = 0; t < right.texts.length; t++) expect(read(together, s, t)).toEqual(read(alone, s, t));
    }
  });
});

function read(pairs: TokenPairs, s: number, t: number): number[] {
  const { sourceTokens, targetTokens } = pairs;
  const length = sourceTokens.offsets[s + 1]! - sourceTokens.offsets[s]! + targetTokens.offsets[t + 1]! - targetTokens.offsets[t]!;
  const place = pairs.measure(s, t);
  return Array.from(pairs.page(place).subarray(placeInPage(place), placeInPage(place) + length));
}
