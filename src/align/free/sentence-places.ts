/** Where sentences stand among those that count. */
import type { PreparedDocument } from '../prepare-document.ts';

/** Ranks by sentence. */
export interface Places {
  /** Of a sentence that does not count: that of the next one that does. */
  readonly ranks: Int32Array;
  readonly barred: Uint8Array;
  /** Number of sentences that count. */
  readonly count: number;
}

export function placeSentences({ barred }: PreparedDocument): Places {
  let count = 0;
  const ranks = Int32Array.from(barred, (flag) => (flag ? count : count++));
  return { ranks, barred, count };
}
