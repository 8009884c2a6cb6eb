/**
 * Reads the initializers of an ONNX file: the weights, without the graph and without copying.
 *
 * An ONNX file is one protobuf message. A message is a row of fields, each a key (field number × 8 + wire type) and a value; we walk down
 * `ModelProto.graph` (7) → `GraphProto.initializer` (5) → `TensorProto` { dims 1, data_type 2, name 8, raw_data 9 } and skip the rest.
 * Raw data are returned as views into the file.
 *
 * Source: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto, https://protobuf.dev/programming-guides/encoding
 */
import { AlignmentError } from '../errors.ts';

/** One weight tensor of an ONNX file. */
export interface Initializer {
  readonly dims: readonly number[];
  /** `TensorProto.DataType`: 1 float, 2 uint8, 10 float16, … */
  readonly type: number;
  /** Little-endian values, a view into the file. */
  readonly bytes: Uint8Array;
}

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH = 2;
const FIXED_32 = 5;

/** One field of a message: a number, or a range of bytes. */
interface Field {
  readonly number: number;
  readonly wire: number;
  /** The value of a varint, else 0. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The initializers of an ONNX model by name.
 *
 * @param file - Name of the file for messages.
 * @throws AlignmentError `MODEL_INVALID` where the bytes are not a whole ONNX file.
 */
export function readInitializers(bytes: Uint8Array, file: string): Map<string, Initializer> {
  const initializers = new Map<string, Initializer>();
  for (const graph of readFields(bytes, 0, bytes.length, file)) {
    if (graph.number !== 7 || graph.wire !== LENGTH) continue;
    for (const tensor of readFields(bytes, graph.start, graph.end, file)) {
      if (tensor.number === 5 && tensor.wire === LENGTH) readTensor(bytes, tensor, file, initializers);
    }
  }
  if (initializers.size === 0) throw broken(file, 'no weights in it');
  return initializers;
}

function readTensor(bytes: Uint8Array, tensor: Field, file: string, into: Map<string, Initializer>): void {
  const dims: number[] = [];
  let type = 0;
  let name = '';
  let raw = bytes.subarray(0, 0);
  for (const field of readFields(bytes, tensor.start, tensor.end, file)) {
    if (field.number === 1 && field.wire === VARINT) dims.push(field.value);
    else if (field.number === 1 && field.wire === LENGTH) {
      for (let at = field.start; at < field.end; ) {
        const [value, next] = readVarint(bytes, at, field.end, file);
        dims.push(value);
        at = next;
      }
    } else if (field.number === 2) type = field.value;
    else if (field.number === 8) name = new TextDecoder().decode(bytes.subarray(field.start, field.end));
    else if (field.number === 9) raw = bytes.subarray(field.start, field.end);
  }
  into.set(name, { dims, type, bytes: raw });
}

function* readFields(bytes: Uint8Array, start: number, end: number, file: string): Generator<Field> {
  for (let at = start; at < end; ) {
    const [key, after] = readVarint(bytes, at, end, file);
    const number = Math.floor(key / 8);
    const wire = key % 8;
    if (wire === VARINT) {
      const [value, next] = readVarint(bytes, after, end, file);
      yield { number, wire, value, start: after, end: next };
      at = next;
      continue;
    }
    let from = after;
    let size = wire === FIXED_64 ? 8 : 4;
    if (wire === LENGTH) [size, from] = readVarint(bytes, after, end, file);
    else if (wire !== FIXED_64 && wire !== FIXED_32) throw broken(file, `byte ${at} starts no field`);
    if (from + size > end) throw broken(file, `a field at byte ${at} runs ${from + size - end} bytes past its end`);
    yield { number, wire, value: 0, start: from, end: from + size };
    at = from + size;
  }
}

function readVarint(bytes: Uint8Array, start: number, end: number, file: string): [value: number, next: number] {
  let value = 0;
  let factor = 1;
  for (let at = start; at < end && at < start + 10; at++) {
    const byte = bytes[at]!;
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at + 1];
    factor *= 128;
  }
  throw broken(file, `it ends, or is no number, at byte ${start}`);
}

function broken(file: string, what: string): AlignmentError {
  return new AlignmentError('MODEL_INVALID', `${file}: expected a whole ONNX file, got a truncated or corrupted one (${what})`);
}
