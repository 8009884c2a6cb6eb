import { describe, expect, test, vi } from 'vitest';
import { AlignmentError } from '../../src/errors.ts';
import { findDivergences } from '../../src/findings/find-divergences.ts';
import { beadOf } from '../support/bead-of.ts';

const model = vi.hoisted(() => ({ code: 'MODEL_MISSING' }));
vi.mock('../../src/embed/builtin-model.ts', () => ({
  builtinModelNow: () => {
    throw new AlignmentError(model.code as AlignmentError['code'], 'models/x');
  },
}));

describe('findings where the built-in model', () => {
  const alignment = beadOf(['id', 'Mereka bertemu pada hari Kamis selama tiga jam.'], ['en', 'They met on Friday for three hours.']);

  test('is missing, as in a bundle without it: days are compared all the same', () => {
    model.code = 'MODEL_MISSING';
    expect(findDivergences(alignment)).toMatchObject([{ rule: 'date' }]);
  });

  test('is broken: an error says so', () => {
    model.code = 'MODEL_INVALID';
    expect(() => findDivergences(alignment)).toThrow(expect.objectContaining({ code: 'MODEL_INVALID' }));
  });
});
