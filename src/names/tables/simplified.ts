/** Traditional Han characters by their simplified ones, so that one spelling is looked up for both. */
import { lazy } from '../../lazy.ts';
import { simplifiedTable } from './simplified-table.ts';

const simplified = lazy(() => {
  const pairs = new Map<string, string>();
  for (let at = 0; at < simplifiedTable.length; at += 2) pairs.set(simplifiedTable[at]!, simplifiedTable[at + 1]!);
  return pairs;
});

/** The text in simplified characters; as long as it was. */
export function simplify(text: string): string {
  const table = simplified();
  return text.replace(/[一-鿿]/g, (character) => table.get(character) ?? character);
}
