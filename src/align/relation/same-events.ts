/**
 * What third documents say of two: who reports one event with a third reports one with whatever reports it too.
 *
 *     one ─── other        log-odds of one and other: their own, and what is known of one and third where third and other surely report one event,
 *        \   /             and the other way round
 *        third
 *
 * Time: documents × pairs.
 */
import { log } from '../../exact-math.ts';
import { logistic } from '../free/event-features.ts';

/** Two documents, by place, and the probability that both report the same event. */
export interface EventPair {
  readonly source: number;
  readonly target: number;
  readonly sameEvent: number;
}

/** No pair is surer than that. */
const surest = 0.982;
const pairsPerStep = 500;

/** Log-odds that both documents of each pair report the same event, where third documents say something of it. */
export function* hearThirds(pairs: readonly EventPair[]): Generator<void, (number | undefined)[]> {
  const known = new Map<number, Map<number, number>>();
  for (const { source, target, sameEvent } of pairs) {
    const bounded = Math.min(Math.max(sameEvent, 1 - surest), surest);
    const own = log(bounded / (1 - bounded));
    if (!known.has(source)) known.set(source, new Map());
    if (!known.has(target)) known.set(target, new Map());
    known.get(source)!.set(target, own);
    known.get(target)!.set(source, own);
  }
  const heard: (number | undefined)[] = [];
  for (const [k, { source, target }] of pairs.entries()) {
    if (k % pairsPerStep === pairsPerStep - 1) yield;
    const [own, other] = [known.get(source)!, known.get(target)!];
    let sum = own.get(target)!;
    let weights = 1;
    for (const [third, odds] of own) {
      const rest = other.get(third);
      if (rest === undefined) continue;
      const [here, there] = [trust(odds), trust(rest)];
      sum += here * rest + there * odds;
      weights += here + there;
    }
    heard.push(weights > 1 ? sum / Math.sqrt(weights) : undefined);
  }
  return heard;
}

/** How much a third document counts that reports one event with one of them: only one that surely does counts fully. */
function trust(odds: number): number {
  const square = logistic(odds) * logistic(odds);
  return square * square;
}
