/**
 * Works on a stream of items, several at a time, without running far ahead of the consumer of the results.
 *
 *     source ─pull→ [ at work | done, waiting to be taken ] ─yield→ consumer
 *                     only as many as there is room for
 *
 * An item is pulled only when there is room: the source waits for the consumer, and memory holds only the items in progress, however
 * long the source is. Pulling continues while the consumer is busy, so that workers do not wait for it, but never two pulls at a time.
 *
 * Time: O(items in progress) per result. Memory: those items and their results.
 */

/** The work on each item, and its bounds. */
export interface BoundedWork<Item, Result> {
  /** Called once per item, in input order. A rejection ends the run. */
  readonly work: (item: Item, index: number) => Promise<Result>;
  /** Weight of an item. */
  readonly weigh: (item: Item) => number;
  /** Whether a further item may be pulled, given the number and weight of those in progress. Must be true for none. */
  readonly hasRoom: (count: number, weight: number) => boolean;
  /** Whether results come in input order, or as they finish. */
  readonly ordered: boolean;
  /** Ends the run with its reason. */
  readonly signal?: AbortSignal | undefined;
}

interface Slot<Result> {
  readonly weight: number;
  /** Set when done. */
  result?: { readonly value: Result };
}

/**
 * The results of the work on every item.
 *
 * An error of the source rejects after the results of the items before it. Leaving early, for any reason, calls `return()` of the source, and
 * does not wait for it while a pull hangs.
 *
 * @throws the reason of the signal, an error of the source, a rejection of `work`.
 */
export async function* runBounded<Item, Result>(
  source: Iterable<Item> | AsyncIterable<Item>,
  { work, weigh, hasRoom, ordered, signal }: BoundedWork<Item, Result>,
): AsyncGenerator<Result, void, undefined> {
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const slots: Slot<Result>[] = [];
  let count = 0;
  let weight = 0;
  let isPulling = false;
  let isLeaving = false;
  let ended: { readonly error?: unknown } | undefined;
  let fault: { readonly error: unknown } | undefined;
  let wake = (): void => undefined;

  const fail = (error: unknown): void => {
    fault ??= { error };
    wake();
  };
  const abort = (): void => fail(signal!.reason);
  const start = (item: Item): void => {
    const slot: Slot<Result> = { weight: weigh(item) };
    slots.push(slot);
    weight += slot.weight;
    work(item, count++).then((value) => {
      slot.result = { value };
      wake();
    }, fail);
  };
  const pull = async (): Promise<void> => {
    while (!isPulling && !isLeaving && !ended && !fault && hasRoom(slots.length, weight)) {
      isPulling = true;
      try {
        const next = await iterator.next();
        if (next.done) ended = {};
        else if (!isLeaving && !fault) start(next.value);
      } catch (error) {
        ended = { error };
      }
      isPulling = false;
      wake();
    }
  };

  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  try {
    for (;;) {
      void pull();
      if (fault) throw fault.error;
      const ready = ordered ? (slots[0]?.result ? 0 : -1) : slots.findIndex(({ result }) => result !== undefined);
      if (ready >= 0) {
        const [slot] = slots.splice(ready, 1);
        weight -= slot!.weight;
        void pull();
        yield slot!.result!.value;
      } else if (ended && slots.length === 0) {
        if ('error' in ended) throw ended.error;
        return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    isLeaving = true;
    signal?.removeEventListener('abort', abort);
    if (!ended) await leave(iterator, isPulling);
  }
}

/** Close the source. Its answer is ignored, and not awaited while a pull hangs, since it might never come. */
async function leave(iterator: Iterator<unknown> | AsyncIterator<unknown>, isPulling: boolean): Promise<void> {
  const close = async (): Promise<unknown> => iterator.return?.();
  const closing = close().catch(() => undefined);
  if (!isPulling) await closing;
}
