/** The ribbons between two columns: one filled shape for each bead, from its sentences on the left to those on the right. */

/** Top and bottom of a passage. */
export type Extent = readonly [top: number, bottom: number];

/** SVG path from `left` at x = 0 to `right` at x = `width`, with level ends. */
export function ribbonPath(left: Extent, right: Extent, width: number): string {
  const middle = width / 2;
  const [lt, lb, rt, rb] = [...left, ...right].map((value) => Math.round(value * 10) / 10);
  return `M0 ${lt}C${middle} ${lt} ${middle} ${rt} ${width} ${rt}V${rb}C${middle} ${rb} ${middle} ${lb} 0 ${lb}Z`;
}

/** What all elements together take up, measured from `origin`. */
export function extentOf(elements: readonly Element[], origin: number): Extent {
  const boxes = elements.map((element) => element.getBoundingClientRect());
  return [Math.min(...boxes.map((box) => box.top)) - origin, Math.max(...boxes.map((box) => box.bottom)) - origin];
}

/**
 * The elements of a column, from top to bottom, between two heights of the window.
 *
 * Found by bisection: of a column of thousands, only some twenty are measured.
 */
export function elementsBetween<E extends Element>(column: readonly E[], top: number, bottom: number): E[] {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]!.getBoundingClientRect().bottom < top) low = middle + 1;
    else high = middle;
  }
  const found: E[] = [];
  for (let i = low; i < column.length && column[i]!.getBoundingClientRect().top <= bottom; i++) found.push(column[i]!);
  return found;
}
