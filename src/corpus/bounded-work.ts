/**
 * Work on a stream of items, several at a time, without ever running far ahead of whoever takes the results.
 *
 *     source ─pull→ [ at work | done, waiting to be taken ] ─yield→ consumer
 *                     only as many as there is room for
 *
 * An item is pulled only when there is room between the ends: the source waits for the consumer, and memory holds only what is between them, however
 * long the source is. Pulling goes on while the consumer is busy, so that workers do not wait for it, but never two pulls at a time.
 *
 * Time: O(items between the ends) a result. Memory: those items and their results.
 */

/** What to do with each item, and how much at a time. */
export interface BoundedWork<Item, Result> {
  /** Called once an item, in input order. What it rejects with ends the run. */
  readonly work: (item: Item, index: number) => Promise<Result>;
  /** How much an item counts. */
  readonly weigh: (item: Item) => number;
  /** Whether one more may be pulled beside those that were pulled and not yet taken, given their number and weight. True for none of them. */
  readonly hasRoom: (count: number, weight: number) => boolean;
  /** Whether results come in input order, or as they are done. */
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
 * The source throwing rejects after the results of what came before. Leaving early, for any reason, calls `return()` of the source, and does
 * not wait for it where a pull hangs.
 *
 * @throws the reason of the signal, what the source throws, what `work` rejects with.
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

/** Tell the source that nobody wants more. What it says to that concerns nobody; a pull that hangs would keep its answer for ever. */
async function leave(iterator: Iterator<unknown> | AsyncIterator<unknown>, isPulling: boolean): Promise<void> {
  const close = async (): Promise<unknown> => iterator.return?.();
  const closing = close().catch(() => undefined);
  if (!isPulling) await closing;
}
