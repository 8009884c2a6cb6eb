import type { NumberMention } from './number-mention.ts';

/** Matched numbers, and those of each side without a counterpart. */
export interface NumberMatch {
  /** Pairs that agree, as mentions of both sides. */
  readonly agreed: readonly (readonly [source: NumberMention, target: NumberMention])[];
  readonly source: readonly NumberMention[];
  readonly target: readonly NumberMention[];
}

/**
 * Matches each number of one side with a number of the other that shares a reading, each used once. The rest disagrees or is on one side only.
 *
 * First by first reading, digits before words, then by any reading, then a number that can be several (`20.46`, `3/4`) against its parts, last a number
 * against one already used: to repeat a number is no disagreement. Time is linear in the mentions for each pass, by a table of readings.
 */
export function matchNumbers(source: readonly NumberMention[], target: readonly NumberMention[]): NumberMatch {
  const agreed: [NumberMention, NumberMention][] = [];
  let left = [...source];
  let right = [...target];
  const pass = (keysOf: (mention: NumberMention) => readonly string[], theirKeys = keysOf): void => {
    const table = new Map<string, number[]>();
    right.forEach((mention, index) => {
      for (const key of theirKeys(mention)) table.set(key, [...(table.get(key) ?? []).slice(-64), index]);
    });
    const used = new Set<number>();
    left = left.filter((mention) => {
      for (const key of keysOf(mention)) {
        const index = table.get(key)?.find((candidate) => !used.has(candidate));
        if (index === undefined) continue;
        used.add(index);
        agreed.push([mention, right[index]!]);
        return false;
      }
      return true;
    });
    right = right.filter((_, index) => !used.has(index));
  };
  pass((mention) => mention.readings.slice(0, 1).map((key) => (mention.strength === 'loose' ? `~${key}` : key)));
  pass((mention) => mention.readings.slice(0, 1));
  // The denominator of a fraction agrees with a number (one in five), not with that of another fraction (one third, two thirds).
  const all = (mention: NumberMention): readonly string[] => mention.readings;
  const whole = (mention: NumberMention): readonly string[] =>
    mention.sort === 'fraction' ? mention.readings.slice(0, 1) : mention.readings;
  pass(whole, all);
  pass(all, whole);
  [left, right] = matchParts(left, right, agreed);
  [right, left] = matchParts(right, left, agreed, true);
  return { agreed, source: left, target: right };
}

/** Sorts whose mentions have no single value. */
const SEVERAL: ReadonlySet<NumberMention['sort']> = new Set(['clock', 'date']);

/**
 * Numbers of `left` that are several of `right` (`20.46` against `8` and `46`, `3/4` against `3` and `4`). All parts must be found; of a clock time or a date,
 * which has no single value, the parts without a counterpart remain.
 */
function matchParts(
  left: readonly NumberMention[],
  right: readonly NumberMention[],
  agreed: [NumberMention, NumberMention][],
  swapped = false,
): [NumberMention[], NumberMention[]] {
  let rest = [...right];
  const remain: NumberMention[] = [];
  for (const mention of left) {
    if (!mention.parts) {
      remain.push(mention);
      continue;
    }
    let pool = rest;
    const pairs: [NumberMention, NumberMention][] = [];
    const open: NumberMention[] = [];
    const isSeveral = SEVERAL.has(mention.sort);
    // A decimal is not split to match another decimal.
    const partsOf = (candidate: NumberMention): readonly NumberMention[] =>
      candidate.parts && (isSeveral || SEVERAL.has(candidate.sort)) ? candidate.parts : [candidate];
    for (const [position, part] of mention.parts.entries()) {
      // Prefer the same part of a clock time: hours with hours, minutes with minutes.
      const twin = pool.findIndex((candidate) => partsOf(candidate)[position]?.readings.some((key) => part.readings.includes(key)));
      const index =
        twin >= 0
          ? twin
          : pool.findIndex((candidate) => partsOf(candidate).some((one) => one.readings.some((key) => part.readings.includes(key))));
      if (index < 0) {
        if (Number(part.readings[0]) !== 0) open.push(part);
        continue;
      }
      const other = pool[index]!;
      const used = twin >= 0 ? position : partsOf(other).findIndex((one) => one.readings.some((key) => part.readings.includes(key)));
      pairs.push(swapped ? [other, part] : [part, other]);
      const rest = partsOf(other).filter((one, at) => at !== used && Number(one.readings[0]) !== 0);
      pool = [...pool.slice(0, index), ...rest, ...pool.slice(index + 1)];
    }
    if (open.length > 0 && !isSeveral) remain.push(mention);
    else {
      remain.push(...open);
      agreed.push(...pairs);
      rest = pool;
    }
  }
  return [remain, rest];
}
