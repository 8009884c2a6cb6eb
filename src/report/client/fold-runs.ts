/** A list in which runs of items that need no look are folded into one. */

/** The items that are kept as they are, and in their places the runs that are folded. */
export function foldRuns<T extends object>(items: readonly T[], isKept: (item: T) => boolean): (T | { folded: T[] })[] {
  const parts: (T | { folded: T[] })[] = [];
  let run: T[] = [];
  for (const item of items) {
    if (!isKept(item)) {
      if (run.length === 0) parts.push({ folded: run });
      run.push(item);
      continue;
    }
    parts.push(item);
    run = [];
  }
  return parts;
}
