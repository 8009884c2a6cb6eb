import { describe, expect, test, vi } from 'vitest';
import { AlignmentError } from '../../src/errors.ts';
import { findDivergences } from '../../src/findings/find-divergences.ts';
import { contentRule } from '../../src/findings/rules/content-rule.ts';
import { beadOf } from '../support/bead-of.ts';

const model = vi.hoisted(() => ({ code: 'MODEL_MISSING' }));
vi.mock('../../src/embed/builtin-model.ts', () => ({
  builtinModelNow: () => {
    throw new AlignmentError(model.code as AlignmentError['code'], 'models/x');
  },
}));

describe('findings where the built-in model', () => {
  const alignment = beadOf(['id', `Tiga jam: ${contentRule.fires.source[1]}`], ['en', `Four hours: ${contentRule.fires.target[1]}`]);

  test('is missing, as in a bundle without it: numbers are compared all the same', () => {
    model.code = 'MODEL_MISSING';
    expect(findDivergences(alignment, { rules: ['number', 'content'] })).toMatchObject([{ rule: 'number' }]);
  });

  test('is broken: an error says so', () => {
    model.code = 'MODEL_INVALID';
    expect(() => findDivergences(alignment, { rules: ['content'] })).toThrow(expect.objectContaining({ code: 'MODEL_INVALID' }));
    expect(findDivergences(alignment, { rules: ['number'] })).toHaveLength(1);
  });
});
