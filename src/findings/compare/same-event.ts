/** How probable it is that two documents report one event, by all that translates them: what holds of a text holds of its translations. */
import type { DocumentPair } from '../../types.ts';

/** The probability for each pair: the mean over the pairs of their translations. */
export function sameEvents(pairs: readonly DocumentPair[]): number[] {
  const parents = new Map<string, string>();
  const textOf = (id: string): string => {
    let at = id;
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
    return at;
  };
  for (const { source, target, relation } of pairs) {
    const [one, other] = [textOf(source), textOf(target)];
    if (relation === 'parallel' && one !== other) parents.set(other, one);
  }
  const keyOf = ({ source, target }: DocumentPair): string => JSON.stringify([textOf(source), textOf(target)].sort());
  const asked = new Map<string, number[]>();
  for (const pair of pairs) {
    const { sameEvent = pair.relation === 'parallel' || pair.relation === 'comparable' ? 1 : 0 }: { readonly sameEvent?: number } = pair;
    const key = keyOf(pair);
    const known = asked.get(key);
    if (known) known.push(sameEvent);
    else asked.set(key, [sameEvent]);
  }
  return pairs.map((pair) => {
    const all = asked.get(keyOf(pair))!;
    return all.reduce((sum, one) => sum + one, 0) / all.length;
  });
}
