/**
 * The six inner loops as a WebAssembly module, assembled here so that it can be read: 128-bit lanes take four products at a time, which no engine does for plain JavaScript.
 *
 *     dots(left, right, groups, bytes, out)
 *         out[k] = row at left · row k from right, for 4 × groups rows
 *     products(left, right, groups, bytes, out)
 *         the same with rows of 16-bit integers, as in `best`
 *     best(leftIds, m, rightIds, groups, leftRows, rightRows, bytes, rowOut, columnOut)
 *         rowOut[x] = max over y of left row x · right row y, columnOut[y] likewise over x; both at least 0.
 *         These rows are unit vectors in 16-bit integers, `integerScale` for 1: half the size, and eight products at a time
 *
 *     gather(ids, weights, count, rows, bytes, out)
 *         out += sum over k of weights[k] · row ids[k], rows as above, out in floats and so twice as long as a row; count at least 1
 *
 *     round(from, out, groups)
 *         8 × groups floats from −1 to 1 as 16-bit integers, `integerScale` for 1; groups at least 1
 *
 *     raise(lists, count, shift, from, bytes, groups)
 *         for k below count: each row in list k, moved by `shift`, becomes the larger of itself and row k from `from`, 4 × groups floats.
 *         `lists` are count + 1 addresses: list k goes from one to the next, and holds addresses of rows
 *
 * All arguments are byte addresses in the imported memory or counts; `bytes` is the length of a row, a multiple of 64. Rows on the right come in groups of four.
 */

const i32 = 0x7f;
const v128 = 0x7b;

/** Unsigned LEB128, the number format of the binary. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return bytes;
}

const get = (local: number) => [0x20, ...unsigned(local)];
const set = (local: number) => [0x21, ...unsigned(local)];
const constant = (value: number) => [0x41, ...(value < 64 ? [value] : [(value & 0x7f) | 0x80, value >> 7])]; // signed LEB128 of values below 8192
const add = [0x6a];
const multiply = [0x6c];
const loadInt = (offset: number) => [0x28, 2, ...unsigned(offset)];
const zero = [0xfd, 12, ...new Array<number>(16).fill(0)];
const loadLanes = (offset = 0) => [0xfd, 0, 2, ...unsigned(offset)];
const storeLanesAt = (offset: number) => [0xfd, 11, 2, ...unsigned(offset)];
const storeLanes = storeLanesAt(0);
const storeFloat = [0x38, 2, 0];
const addLanes = [0xfd, ...unsigned(228)];
const multiplyLanes = [0xfd, ...unsigned(230)];
const maxLanes = [0xfd, ...unsigned(233)];
const maxFloat = [0x97];
const lane = (k: number) => [0xfd, 31, k];
const splat = [0xfd, 19];
const replaceLane = (k: number) => [0xfd, 32, k];
const addFloat = [0x92];
const integerLane = (k: number) => [0xfd, 27, k];
const integerSplat = [0xfd, 17];
const integerReplaceLane = (k: number) => [0xfd, 28, k];
const addIntegerLanes = [0xfd, ...unsigned(174)];
const multiplyPairs = [0xfd, ...unsigned(186)]; // 16-bit products, neighbours added, as 32-bit lanes
const widenLow = [0xfd, ...unsigned(167)]; // the lower four of eight 16-bit lanes, as 32-bit lanes
const widenHigh = [0xfd, ...unsigned(168)];
const nearestLanes = [0xfd, 106];
const toIntegerLanes = [0xfd, ...unsigned(248)];
const narrow = [0xfd, ...unsigned(133)]; // two times four 32-bit lanes as eight of 16 bits
const loadFloat = [0x2a, 2, 0];
const toFloatLanes = [0xfd, ...unsigned(250)];
const floatConstant = (value: number) => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)];

/** What 1 is in rows of 16-bit integers. The product of two unit rows stays below 2 ** 29. */
export const integerScale = 16_384;

/** Repeat while the counter, lowered by one each time, is not zero. The body runs at least once. */
const countDown = (counter: number, body: number[]) => [
  0x03,
  0x40,
  ...body,
  ...get(counter),
  ...constant(1),
  0x6b,
  0x22,
  ...unsigned(counter),
  0x0d,
  0,
  0x0b,
];
/** Repeat while one value is below another, perhaps never. */
const whileBelow = (value: number[], end: number[], body: number[]) => [
  ...[0x02, 0x40, 0x03, 0x40],
  ...value,
  ...end,
  ...[0x4f, 0x0d, 1],
  ...body,
  ...[0x0c, 0, 0x0b, 0x0b],
];
const increase = (local: number, by: number[]) => [...get(local), ...by, ...add, ...set(local)];

/** How numbers are multiplied and summed: as floats, or as 16-bit integers. */
interface Arithmetic {
  /** From two loaded values and the sum so far, on the stack in that order after the sum, to the new sum. */
  readonly multiplyAdd: number[];
  readonly sumLanes: (local: number) => number[];
  /** From the sum of the first row to a vector of it, and on to the others. */
  readonly splat: number[];
  readonly replaceLane: (k: number) => number[];
  readonly finish: number[];
}

/** Sum the lanes of a local. */
const sumLanes = (local: number) => [
  ...get(local),
  ...lane(0),
  ...get(local),
  ...lane(1),
  ...addFloat,
  ...get(local),
  ...lane(2),
  ...addFloat,
  ...get(local),
  ...lane(3),
  ...addFloat,
]; // prettier-ignore

const sumIntegerLanes = (local: number) => [
  ...get(local),
  ...integerLane(0),
  ...get(local),
  ...integerLane(1),
  ...add,
  ...get(local),
  ...integerLane(2),
  ...add,
  ...get(local),
  ...integerLane(3),
  ...add,
]; // prettier-ignore

const floats: Arithmetic = { multiplyAdd: [...multiplyLanes, ...addLanes], sumLanes, splat, replaceLane, finish: [] };
const integers: Arithmetic = {
  multiplyAdd: [...multiplyPairs, ...addIntegerLanes],
  sumLanes: sumIntegerLanes,
  splat: integerSplat,
  replaceLane: integerReplaceLane,
  finish: [...toFloatLanes, ...floatConstant(1 / (integerScale * integerScale)), ...splat, ...multiplyLanes],
};

/** Multiply the row at `left` with the four rows at `rows`, leaving the four products as lanes on the stack. Moves all five pointers by a row. */
function fourProducts(
  left: number,
  rows: readonly number[],
  sums: readonly number[],
  value: number,
  counter: number,
  bytes: number,
  arithmetic: Arithmetic,
): number[] {
  const step = [
    ...[0, 16, 32, 48].flatMap((offset) => [
      ...get(left),
      ...loadLanes(offset),
      ...set(value),
      ...rows.flatMap((row, k) => [
        ...get(sums[k]!),
        ...get(value),
        ...get(row),
        ...loadLanes(offset),
        ...arithmetic.multiplyAdd,
        ...set(sums[k]!),
      ]),
    ]),
    ...[left, ...rows].flatMap((pointer) => increase(pointer, constant(64))),
  ]; // prettier-ignore
  return [
    ...sums.flatMap((sum) => [...zero, ...set(sum)]),
    ...get(bytes),
    ...constant(6),
    0x76,
    ...set(counter),
    ...countDown(counter, step),
    ...arithmetic.sumLanes(sums[0]!),
    ...arithmetic.splat,
    ...sums.slice(1).flatMap((sum, k) => [...arithmetic.sumLanes(sum), ...arithmetic.replaceLane(k + 1)]),
    ...arithmetic.finish,
  ]; // prettier-ignore
}

function dotsBody(arithmetic: Arithmetic): number[] {
  const [left, right, groups, bytes, out, pointer, r1, r2, r3, counter, value, s0, s1, s2, s3] = Array.from(
    { length: 15 },
    (_, k) => k,
  ) as number[];
  const rows = [right!, r1!, r2!, r3!];
  return [
    ...countDown(groups!, [
      ...get(left!),
      ...set(pointer!),
      ...rows.slice(1).flatMap((row, k) => [...get(rows[k]!), ...get(bytes!), ...add, ...set(row)]),
      ...get(out!),
      ...fourProducts(pointer!, rows, [s0!, s1!, s2!, s3!], value!, counter!, bytes!, arithmetic),
      ...storeLanes,
      ...increase(out!, constant(16)),
      // the pointer to the first row is one row further by now: three more to go
      ...get(r3!),
      ...set(right!),
    ]),
  ]; // prettier-ignore
}

function bestBody(): number[] {
  const names = Array.from({ length: 24 }, (_, k) => k) as number[];
  const [
    leftIds,
    m,
    rightIds,
    groups,
    leftRows,
    rightRows,
    bytes,
    rowOut,
    columnOut,
    pointer,
    r0,
    r1,
    r2,
    r3,
    counter,
    group,
    ids,
    columns,
    value,
    s0,
    s1,
    s2,
    s3,
    best,
  ] = names;
  const rows = [r0!, r1!, r2!, r3!];
  const inner = [
    ...get(leftIds!),
    ...loadInt(0),
    ...get(bytes!),
    ...multiply,
    ...get(leftRows!),
    ...add,
    ...set(pointer!),
    ...rows.flatMap((row, k) => [...get(ids!), ...loadInt(4 * k), ...get(bytes!), ...multiply, ...get(rightRows!), ...add, ...set(row)]),
    ...fourProducts(pointer!, rows, [s0!, s1!, s2!, s3!], value!, counter!, bytes!, integers),
    ...set(value!),
    ...get(best!),
    ...get(value!),
    ...maxLanes,
    ...set(best!),
    ...get(columns!),
    ...get(columns!),
    ...loadLanes(),
    ...get(value!),
    ...maxLanes,
    ...storeLanes,
    ...increase(columns!, constant(16)),
    ...increase(ids!, constant(16)),
  ]; // prettier-ignore
  const maxOfLanes = [
    ...get(best!),
    ...lane(0),
    ...get(best!),
    ...lane(1),
    ...maxFloat,
    ...get(best!),
    ...lane(2),
    ...maxFloat,
    ...get(best!),
    ...lane(3),
    ...maxFloat,
  ]; // prettier-ignore
  return countDown(m!, [
    ...zero,
    ...set(best!),
    ...get(rightIds!),
    ...set(ids!),
    ...get(columnOut!),
    ...set(columns!),
    ...get(groups!),
    ...set(group!),
    ...countDown(group!, inner),
    ...get(rowOut!),
    ...maxOfLanes,
    ...storeFloat,
    ...increase(rowOut!, constant(4)),
    ...increase(leftIds!, constant(4)),
  ]); // prettier-ignore
}

/** Goes over the rows in stripes of 64 bytes, whose 32 sums stay in eight locals. */
function gatherBody(): number[] {
  const [ids, weights, count, rows, bytes, out, stripe, id, weight, left, pointer, value, scale] = Array.from({ length: 13 }, (_, k) => k);
  const sums = Array.from({ length: 8 }, (_, k) => 13 + k);
  const addRow = [
    ...get(id!),
    ...loadInt(0),
    ...get(bytes!),
    ...multiply,
    ...get(rows!),
    ...add,
    ...set(pointer!),
    ...get(weight!),
    ...loadFloat,
    ...splat,
    ...set(scale!),
    ...[0, 1, 2, 3].flatMap((k) => [
      ...get(pointer!),
      ...loadLanes(16 * k),
      ...set(value!),
      ...[widenLow, widenHigh].flatMap((widen, half) => [
        ...get(sums[2 * k + half]!),
        ...get(scale!),
        ...get(value!),
        ...widen,
        ...toFloatLanes,
        ...multiplyLanes,
        ...addLanes,
        ...set(sums[2 * k + half]!),
      ]),
    ]),
    ...increase(id!, constant(4)),
    ...increase(weight!, constant(4)),
  ]; // prettier-ignore
  return [
    ...get(bytes!),
    ...constant(6),
    0x76,
    ...set(stripe!),
    ...countDown(stripe!, [
      ...sums.flatMap((sum, k) => [...get(out!), ...loadLanes(16 * k), ...set(sum)]),
      ...get(ids!),
      ...set(id!),
      ...get(weights!),
      ...set(weight!),
      ...get(count!),
      ...set(left!),
      ...countDown(left!, addRow),
      ...sums.flatMap((sum, k) => [...get(out!), ...get(sum), ...storeLanesAt(16 * k)]),
      ...increase(out!, constant(128)),
      ...increase(rows!, constant(64)),
    ]),
  ]; // prettier-ignore
}

function roundBody(): number[] {
  const [from, out, groups] = [0, 1, 2];
  const half = (offset: number) => [
    ...get(from),
    ...loadLanes(offset),
    ...floatConstant(integerScale),
    ...splat,
    ...multiplyLanes,
    ...nearestLanes,
    ...toIntegerLanes,
  ];
  const step = [
    ...get(out),
    ...half(0),
    ...half(16),
    ...narrow,
    ...storeLanes,
    ...increase(from, constant(32)),
    ...increase(out, constant(16)),
  ]; // prettier-ignore
  return countDown(groups, step);
}

function raiseBody(): number[] {
  const [lists, count, shift, from, bytes, groups, item, to, by, left] = Array.from({ length: 10 }, (_, k) => k) as number[];
  const raiseRow = [
    ...get(item!),
    ...loadInt(0),
    ...get(shift!),
    ...add,
    ...set(to!),
    ...get(from!),
    ...set(by!),
    ...get(groups!),
    ...set(left!),
    ...countDown(left!, [
      ...get(to!),
      ...get(to!),
      ...loadLanes(),
      ...get(by!),
      ...loadLanes(),
      ...maxLanes,
      ...storeLanes,
      ...increase(to!, constant(16)),
      ...increase(by!, constant(16)),
    ]),
    ...increase(item!, constant(4)),
  ]; // prettier-ignore
  return countDown(count!, [
    ...get(lists!),
    ...loadInt(0),
    ...set(item!),
    ...whileBelow(get(item!), [...get(lists!), ...loadInt(4)], raiseRow),
    ...increase(lists!, constant(4)),
    ...increase(from!, get(bytes!)),
  ]); // prettier-ignore
}

const sized = (content: number[]) => [...unsigned(content.length), ...content];
const list = (items: readonly number[][]) => [...unsigned(items.length), ...items.flat()];
const section = (id: number, content: number[]) => [id, ...sized(content)];
const text = (value: string) => sized([...value].map((character) => character.charCodeAt(0)));
const code = (locals: readonly (readonly [number, number])[], body: number[]) =>
  sized([...list(locals.map(([count, type]) => [...unsigned(count), type])), ...body, 0x0b]);
const type = (parameters: number) => [0x60, ...list(new Array<number[]>(parameters).fill([i32])), 0];

/** The module, 2,000 bytes or so. */
export function assembleModule(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list([type(5), type(9), type(6), type(3)])),
    ...section(2, list([[...text('env'), ...text('memory'), 2, 0, 1]])),
    ...section(3, list([[0], [1], [2], [3], [0], [2]])),
    ...section(
      7,
      list([
        [...text('dots'), 0, 0],
        [...text('best'), 0, 1],
        [...text('gather'), 0, 2],
        [...text('round'), 0, 3],
        [...text('products'), 0, 4],
        [...text('raise'), 0, 5],
      ]),
    ),
    ...section(
      10,
      list([
        code(
          [
            [5, i32],
            [5, v128],
          ],
          dotsBody(floats),
        ),
        code(
          [
            [9, i32],
            [6, v128],
          ],
          bestBody(),
        ),
        code(
          [
            [5, i32],
            [10, v128],
          ],
          gatherBody(),
        ),
        code([], roundBody()),
        code(
          [
            [5, i32],
            [5, v128],
          ],
          dotsBody(integers),
        ),
        code([[4, i32]], raiseBody()),
      ]),
    ),
  ]); // prettier-ignore
}
