/**
 * The tables of `token-similarities.ts` in lanes of WebAssembly.
 *
 *                target tokens y                    source tokens of the block
 *     block of  ┌───────────────┐        turned    ┌──┐ y
 *     source    │   products    │   ──────────→    │  │
 *     tokens x  └───────────────┘                  └──┘
 *
 * A row of products raises the rows of `byTarget` of all sentences that hold x. The block is turned, and a row of that raises the rows of `bySource`
 * of all sentences that hold y. So both tables are raised row by row, four values at a time.
 */
import type { TokenRows } from '../token-rows.ts';
import { countTypes, findPlaces, type TokenPlaces, type TokenSimilarities } from '../token-similarities.ts';

/** What this needs of the kernel. Places are counted in floats. */
export interface TableRoom {
  /** Write the products of a source token with all target tokens, and up to three more, to a place. */
  multiply(id: number, place: number): void;
  /** Raise rows to others: see `simd-module.ts`. */
  raise(lists: number, count: number, shift: number, from: number, bytes: number, groups: number): void;
  /** An offset with room for this many floats, and the memory, which is not replaced until the tables are done. */
  open(floats: number): { readonly place: number; readonly floats: Float32Array; readonly integers: Int32Array };
}

const blockRows = 64;
const productsPerStep = 200_000;

/** Measure all tokens of a pair of documents. Yields every few milliseconds of work. */
export function* measureInLanes(room: TableRoom, source: TokenRows, target: TokenRows): Generator<void, TokenSimilarities> {
  const [sourceTypes, targetTypes] = [countTypes(source), countTypes(target)];
  const [sourceWidth, targetWidth] = [toGroups(sourceTypes), toGroups(targetTypes)];
  const [having, others] = [yield* findPlaces(source), yield* findPlaces(target)];
  const sizes = {
    block: blockRows * targetWidth,
    turned: targetTypes * blockRows,
    bySource: (target.offsets.length - 1) * sourceWidth,
    byTarget: (source.offsets.length - 1) * targetWidth,
    having: toGroups(having.starts.length + having.sentences.length),
    others: toGroups(others.starts.length + others.sentences.length),
  };
  const { place, floats, integers } = room.open(Object.values(sizes).reduce((sum, size) => sum + size));
  const block = place;
  const turned = block + sizes.block;
  const bySource = turned + sizes.turned;
  const byTarget = bySource + sizes.bySource;
  const sourceList = byTarget + sizes.byTarget;
  const targetList = sourceList + sizes.having;
  floats.fill(0, bySource, sourceList);
  writeList(integers, sourceList, having, byTarget, targetWidth);
  writeList(integers, targetList, others, bySource, sourceWidth);
  let work = 0;
  for (let first = 0; first < sourceTypes; first += blockRows) {
    const rows = Math.min(blockRows, sourceTypes - first);
    for (let x = 0; x < rows; x++) room.multiply(first + x, block + x * targetWidth);
    room.raise((sourceList + first) * 4, rows, 0, block * 4, targetWidth * 4, targetWidth / 4);
    for (let x = 0, from = block; x < rows; x++, from += targetWidth)
      for (let y = 0, to = turned + x; y < targetTypes; y++, to += blockRows) floats[to] = floats[from + y]!;
    room.raise(targetList * 4, targetTypes, first * 4, turned * 4, blockRows * 4, toGroups(rows) / 4);
    work += rows * targetTypes;
    if (work > productsPerStep) {
      work = 0;
      yield;
    }
  }
  return {
    bySource: floats.slice(bySource, byTarget),
    sourceWidth,
    byTarget: floats.slice(byTarget, sourceList),
    targetWidth,
  };
}

/** Byte addresses: for each token where its list begins, and the end of the last; then the lists, the rows of its sentences in a table. */
function writeList(integers: Int32Array, place: number, { starts, sentences }: TokenPlaces, table: number, width: number): void {
  const lists = place + starts.length;
  for (let x = 0; x < starts.length; x++) integers[place + x] = (lists + starts[x]!) * 4;
  for (let k = 0; k < sentences.length; k++) integers[lists + k] = (table + sentences[k]! * width) * 4;
}

/** The next multiple of four. */
function toGroups(count: number): number {
  return (count + 3) & ~3;
}
