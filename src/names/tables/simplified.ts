/** Traditional Han characters by their simplified ones, so that one spelling is looked up for both. */
import { lazy } from '../../lazy.ts';
import { simplifiedTable } from './simplified-table.ts';

const simplified = lazy(() => {
  const pairs = new Map<string, string>();
  for (let at = 0; at < simplifiedTable.length; at += 2) pairs.set(simplifiedTable[at]!, simplifiedTable[at + 1]!);
  return { pairs, pattern: new RegExp(`[${[...pairs.keys()].join('')}]`, 'g') };
});

/** The text in simplified characters; as long as it was. */
export function simplify(text: string): string {
  const { pairs, pattern } = simplified();
  return text.replace(pattern, (character) => pairs.get(character)!);
}
