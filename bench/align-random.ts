/** A seeded generator of random numbers (mulberry32, public domain), so that every figure can be had again. */
export interface Random {
  /** 0 to 1. */
  next(): number;
  /** Integer from 0 to below `limit`. */
  below(limit: number): number;
  /** A new order of the items. */
  shuffle<Item>(items: readonly Item[]): Item[];
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    shuffle(items) {
      const order = [...items];
      for (let k = order.length - 1; k > 0; k--) {
        const other = below(k + 1);
        [order[k], order[other]] = [order[other]!, order[k]!];
      }
      return order;
    },
  };
}
