import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { runBounded } from '../../src/corpus/bounded-work.ts';

const seed = 20_260;

/** A source that counts how often it was pulled and whether it was closed. */
function countingSource<Item>(items: readonly Item[], failAt = Infinity) {
  const state = { pulled: 0, closed: 0, pulling: 0, mostPulling: 0 };
  const iterable: AsyncIterable<Item> = {
    [Symbol.asyncIterator]: () => ({
      async next() {
        state.mostPulling = Math.max(state.mostPulling, ++state.pulling);
        await Promise.resolve();
        state.pulling--;
        if (state.pulled === failAt) throw new Error('the source broke');
        if (state.pulled === items.length) return { done: true, value: undefined };
        return { done: false, value: items[state.pulled++]! };
      },
      async return() {
        state.closed++;
        return { done: true, value: undefined };
      },
    }),
  };
  return { iterable, state };
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
};
const one = () => 1;
const room = (most: number) => (count: number) => count < most;

describe('runBounded', () => {
  test(`gives what a plain loop gives, in its order or as it is done (seed ${seed})`, async () => {
    const task = fc.record({ delay: fc.nat(6), weight: fc.integer({ min: 1, max: 5 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(task, { maxLength: 20 }), fc.boolean(), fc.integer({ min: 1, max: 5 }), async (tasks, ordered, most) => {
        const { iterable, state } = countingSource(tasks);
        let taken = 0;
        let ahead = 0;
        const order: number[] = [];
        const results = runBounded(iterable, {
          work: async ({ delay }, index) => {
            ahead = Math.max(ahead, state.pulled - taken);
            await turns(delay);
            order.push(index);
            return index;
          },
          weigh: ({ weight }) => weight,
          hasRoom: (count, weight) => count < 1 || (count < most && weight < 8),
          ordered,
        });
        const got: number[] = [];
        for await (const result of results) {
          taken++;
          got.push(result);
        }
        expect(ordered ? got : [...got].sort((a, b) => a - b)).toEqual(tasks.map((_, index) => index));
        if (!ordered && most === 1) expect(got).toEqual(order);
        expect(ahead).toBeLessThanOrEqual(most + 1);
        expect(state).toMatchObject({ pulled: tasks.length, closed: 0, mostPulling: 1 });
      }),
      { seed, numRuns: 150 },
    );
  });

  test('pulls no further than there is room while nobody takes results', async () => {
    const { iterable, state } = countingSource(Array.from({ length: 100 }, (_, k) => k));
    const results = runBounded(iterable, { work: async (item) => item, weigh: one, hasRoom: room(4), ordered: true });
    expect((await results.next()).value).toBe(0);
    await turns(50);
    expect(state.pulled).toBe(5); // the one taken and four more
    expect((await results.next()).value).toBe(1);
    await turns(50);
    expect(state.pulled).toBe(6);
    await results.return();
    expect(state.closed).toBe(1);
  });

  test('goes on pulling while the consumer is busy', async () => {
    const { iterable } = countingSource([1, 2, 3]);
    const started: number[] = [];
    const work = async (item: number) => {
      started.push(item);
      return item;
    };
    const results = runBounded(iterable, { work, weigh: one, hasRoom: room(2), ordered: true });
    await results.next();
    await turns(10);
    expect(started).toEqual([1, 2, 3]);
    await results.return();
  });

  test('gives what is done first, when order does not matter', async () => {
    const results = runBounded([30, 1], {
      work: async (delay) => turns(delay).then(() => delay),
      weigh: one,
      hasRoom: room(2),
      ordered: false,
    });
    expect((await results.next()).value).toBe(1);
    expect((await results.next()).value).toBe(30);
  });

  test('gives all results of what came before a source that breaks, then its error, and does not close it', async () => {
    const { iterable, state } = countingSource([0, 1, 2, 3], 3);
    const got: number[] = [];
    const run = async () => {
      for await (const result of runBounded(iterable, { work: async (item) => item, weigh: one, hasRoom: room(9), ordered: true }))
        got.push(result);
    };
    await expect(run()).rejects.toThrow('the source broke');
    expect(got).toEqual([0, 1, 2]);
    expect(state.closed).toBe(0);
  });

  test('ends with what the work rejects with, and closes the source', async () => {
    const { iterable, state } = countingSource([0, 1, 2, 3]);
    const work = async (item: number) => {
      if (item === 1) throw new Error('no way on');
      return item;
    };
    const run = async () => {
      for await (const _ of runBounded(iterable, { work, weigh: one, hasRoom: room(1), ordered: true }));
    };
    await expect(run()).rejects.toThrow('no way on');
    expect(state).toMatchObject({ pulled: 2, closed: 1 });
  });

  test('closes the source when the consumer leaves', async () => {
    const closed = vi.fn();
    function* source() {
      try {
        for (let k = 0; ; k++) yield k;
      } finally {
        closed();
      }
    }
    for await (const result of runBounded(source(), { work: async (item) => item, weigh: one, hasRoom: room(3), ordered: true }))
      if (result === 5) break;
    expect(closed).toHaveBeenCalledOnce();
  });

  test('does not wait for a source that hangs when the consumer leaves or aborts', async () => {
    const hanging: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => {
        let k = 0;
        return { next: () => (k++ === 0 ? Promise.resolve({ done: false, value: 1 }) : new Promise(() => undefined)) };
      },
    };
    const work = async (item: number) => item;
    for await (const _ of runBounded(hanging, { work, weigh: one, hasRoom: room(2), ordered: true })) break;

    const controller = new AbortController();
    const results = runBounded(hanging, { work, weigh: one, hasRoom: room(2), ordered: true, signal: controller.signal });
    await results.next();
    const next = results.next();
    controller.abort(new Error('enough'));
    await expect(next).rejects.toThrow('enough');
  });

  test('asks nothing of the source when the signal is aborted already', async () => {
    const { iterable, state } = countingSource([1]);
    const results = runBounded(iterable, {
      work: async () => 1,
      weigh: one,
      hasRoom: room(1),
      ordered: true,
      signal: AbortSignal.abort('why'),
    });
    await expect(results.next()).rejects.toBe('why');
    expect(state.pulled).toBe(0);
  });

  test('leaves nothing on the signal', async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    for await (const _ of runBounded([1, 2], { work: async () => 1, weigh: one, hasRoom: room(1), ordered: true, signal }));
    expect([added.mock.calls.length, removed.mock.calls.length]).toEqual([1, 1]);
  });
});
