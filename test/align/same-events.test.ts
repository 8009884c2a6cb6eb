import { expect, test } from 'vitest';
import { hearThirds } from '../../src/align/relation/same-events.ts';
import { finishSteps } from '../../src/align/run-steps.ts';

const hear = (...pairs: [number, number, number][]) =>
  finishSteps(hearThirds(pairs.map(([source, target, sameEvent]) => ({ source, target, sameEvent }))));

test('a translation of a document says of the event what the document says', () => {
  const [, doubtful, clear] = hear([0, 1, 1], [0, 2, 0.6], [1, 2, 0.05]);
  expect(doubtful).toBeLessThan(0);
  expect(clear).toBeLessThan(-1);
});

test('documents that both report the event of a third report one event', () => {
  expect(hear([0, 1, 0.4], [0, 2, 0.97], [1, 2, 0.97])[0]).toBeGreaterThan(1);
});

test('a third document that reports something else than both says next to nothing', () => {
  const [odds] = hear([0, 1, 0.7], [0, 2, 0.02], [1, 2, 0.02]);
  expect(odds).toBeCloseTo(Math.log(0.7 / 0.3), 2);
});

test('without third documents there is nothing to hear', () => {
  expect(hear([0, 1, 0.7], [1, 2, 0.2])).toEqual([undefined, undefined]);
});
