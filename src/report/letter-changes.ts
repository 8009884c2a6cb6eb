/**
 * Which letters differ between two spellings of a name, for highlighting.
 *
 * A longest common subsequence over letters, case aside: what both spellings keep in order is unchanged, the rest changed.
 * O(n · m) time and memory; names are short.
 */

/** A stretch of a spelling that was kept or changed as one. */
export interface LetterRun {
  text: string;
  changed: boolean;
}

/** Both spellings cut into kept and changed runs; joined again they are `from` and `to`. */
export function letterChanges(from: string, to: string): { from: LetterRun[]; to: LetterRun[] } {
  const a = [...from];
  const b = [...to];
  const width = b.length + 1;
  const same = (i: number, j: number) => a[i]!.toLowerCase() === b[j]!.toLowerCase();

  // longest[i * width + j]: letters that a from i on and b from j on have in common
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const skip = Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
      longest[i * width + j] = same(i, j) ? longest[(i + 1) * width + j + 1]! + 1 : skip;
    }
  }

  const keptA = new Set<number>();
  const keptB = new Set<number>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (same(i, j)) {
      keptA.add(i++);
      keptB.add(j++);
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i++;
    else j++;
  }
  return { from: runs(a, keptA), to: runs(b, keptB) };
}

function runs(letters: readonly string[], kept: ReadonlySet<number>): LetterRun[] {
  const out: LetterRun[] = [];
  letters.forEach((letter, i) => {
    const changed = !kept.has(i);
    const last = out.at(-1);
    if (last && last.changed === changed) last.text += letter;
    else out.push({ text: letter, changed });
  });
  return out;
}
