/**
 * A tiny random model in the form of models/FORMAT.md, made of nothing: a seeded generator and a hand-written protobuf. The graph unpacks the
 * weights with operators that ONNX Runtime 1.14 has, so transformers.js can run it too.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of a model folder, each of which a test may spoil before it is written. */
export interface TinyModel {
  config: Record<string, unknown> & { palimpsest: Record<string, unknown> };
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into every corner of it
  tokenizer: any;
  tokenizerConfig: Record<string, unknown>;
  onnx: Uint8Array;
}

/** Sizes and contents of a tiny model. */
export interface TinyModelOptions {
  dimensions?: number;
  buckets?: number;
  seed?: number;
  /** Pieces besides the special ones, `▁` and single letters. */
  words?: readonly string[];
  scales?: (row: number) => number;
}

const SPECIAL = ['<s>', '</s>', '<pad>', '<unk>', '<mask>'];
const LETTERS = [
  ...'abcdefghijklmnopqrstuvwxyz0123456789.,!?()"абвгдежзиклмнопрстуфхцчшыьэюяαβγδεζηθικλμνξοπρστυφχψωкучинг的一是不人国中在有猫吃鱼กขคงจฉชซญดตถทนบปผพภมยรลวสหอาเแโใไ',
];
const WORDS = [
  '▁the',
  '▁cat',
  '▁kucing',
  '▁makan',
  'an',
  'er',
  '中国',
  '▁中国',
  '▁猫',
  '猫吃',
  '▁при',
  'вет',
  '▁و',
  'ال',
  'ที่',
  '▁kat',
  'ing',
  '▁1',
  '▁.',
  '▁,',
];

/** A tiny model, in memory. */
export function makeTinyModel(options: TinyModelOptions = {}): TinyModel {
  const { dimensions = 16, buckets = 64, seed = 1, words = WORDS } = options;
  const pieces = [...new Set([...SPECIAL, '▁', ...LETTERS, ...words])];
  const random = seeded(seed);
  const rows = pieces.length + buckets;
  const packed = new Uint8Array((rows * dimensions) / 2).map(
    () => (1 + Math.floor(random() * 15)) | ((1 + Math.floor(random() * 15)) << 4),
  );
  const scales = Array.from({ length: rows }, (_, row) => (row < SPECIAL.length ? 0 : 0.05 + random()));
  const scaleOf = options.scales ?? ((row: number): number => scales[row]!);
  const onnx = encodeOnnx(
    packed,
    Uint16Array.from(scales, (_, row) => toHalf(scaleOf(row))),
    rows,
    dimensions,
  );
  return {
    config: {
      model_type: 'xlm-roberta',
      architectures: ['XLMRobertaModel'],
      hidden_size: dimensions,
      vocab_size: rows,
      palimpsest: {
        format: 1,
        id: 'tiny',
        revision: '1',
        dimensions,
        bits: 4,
        pieces: pieces.length,
        buckets,
        fold: { á: 'a', é: 'e', к: 'k', у: 'u', ч: 'ch', и: 'i', н: 'n', г: 'g', α: 'a', '\u0301': '', ﻉ: 'ع' },
        wide: [
          [0x3005, 0x3007],
          [0x3040, 0x30ff],
          [0x4e00, 0x9fff],
          [0xac00, 0xd7af],
        ],
        languages: ['en', 'id'],
      },
    },
    tokenizer: {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: [],
      normalizer: {
        type: 'Sequence',
        normalizers: [
          { type: 'NFKC' },
          { type: 'Lowercase' },
          ...Object.entries({ ς: 'σ', '\u2581': ' ', 國: '国', 貓: '猫', 魚: '鱼' }).map(([from, to]) => ({
            type: 'Replace',
            pattern: { String: from },
            content: to,
          })),
        ],
      },
      pre_tokenizer: {
        type: 'Sequence',
        pretokenizers: [
          { type: 'WhitespaceSplit' },
          {
            type: 'Split',
            pattern: {
              Regex: '[!-\\/:-@\\[-`{-~\u00a1-\u00a9\u2010-\u2027\u2030-\u205e\u3001-\u3004\u3008-\u3020\ufe00-\ufe6f\u{1f000}-\u{1faff}]',
            },
            behavior: 'Isolated',
            invert: false,
          },
          { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always', split: false },
        ],
      },
      post_processor: null,
      decoder: { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
      model: {
        type: 'Unigram',
        unk_id: 3,
        byte_fallback: false,
        vocab: pieces.map((piece, id) => [piece, id < SPECIAL.length ? 0 : -(3 + Math.round(random() * 8000) / 1000) + piece.length]),
      },
    },
    tokenizerConfig: {
      tokenizer_class: 'XLMRobertaTokenizer',
      model_max_length: 100_000,
      clean_up_tokenization_spaces: false,
      bos_token: '<s>',
      eos_token: '</s>',
      pad_token: '<pad>',
      unk_token: '<unk>',
      mask_token: '<mask>',
    },
    onnx,
  };
}

/** Write a model folder. Checksums are added to `config.json` unless it has some. */
export function writeTinyModel(folder: string, model: TinyModel = makeTinyModel()): string {
  const tokenizer = JSON.stringify(model.tokenizer);
  const sha256 = { 'onnx/model_quantized.onnx': digest(model.onnx), 'tokenizer.json': digest(tokenizer) };
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...model.config, palimpsest: { sha256, ...model.config.palimpsest } }));
  writeFileSync(join(folder, 'tokenizer.json'), tokenizer);
  writeFileSync(join(folder, 'tokenizer_config.json'), JSON.stringify(model.tokenizerConfig));
  writeFileSync(join(folder, 'onnx', 'model_quantized.onnx'), model.onnx);
  return folder;
}

function digest(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number as IEEE 754 half precision, fraction cut off. */
export function toHalf(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  if (Math.abs(value) > 65504) return value < 0 ? 0xfc00 : 0x7c00;
  if (Math.abs(value) < 2 ** -24) return 0;
  const exponent = Math.max(-14, Math.floor(Math.log2(Math.abs(value))));
  const fraction = Math.floor((Math.abs(value) / 2 ** exponent) * 1024);
  return (value < 0 ? 0x8000 : 0) | (fraction < 1024 ? fraction : ((exponent + 15) << 10) | (fraction - 1024));
}

// ── ONNX, as protobuf ───────────────────────────────────────────────────────

type Bytes = readonly number[] | Uint8Array;
const FLOAT = 1;
const UINT8 = 2;
const INT64 = 7;
const FLOAT16 = 10;

const varint = (value: number): number[] => {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
};
const join2 = (parts: readonly Bytes[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
const int = (field: number, value: number): Uint8Array => join2([varint(field * 8), varint(value)]);
const bytes = (field: number, value: Bytes): Uint8Array => join2([varint(field * 8 + 2), varint(value.length), value]);
const text = (field: number, value: string): Uint8Array => bytes(field, new TextEncoder().encode(value));
const message = (field: number, ...parts: Bytes[]): Uint8Array => bytes(field, join2(parts));
const node = (operator: string, inputs: string[], output: string, attributes: Record<string, number> = {}): Uint8Array =>
  message(
    1,
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(3, output),
    text(4, operator),
    ...Object.entries(attributes).map(([name, value]) => message(5, text(1, name), int(3, value), int(20, 2))),
  );

/** A weight tensor as it stands in a graph. */
export function encodeTensor(name: string, type: number, dims: readonly number[], raw: Uint8Array): Uint8Array {
  return message(5, ...dims.map((size) => int(1, size)), int(2, type), text(8, name), bytes(9, raw));
}
const tensorValue = (field: number, name: string, type: number, dims: readonly (string | number)[]): Uint8Array =>
  message(
    field,
    text(1, name),
    message(
      2,
      message(1, int(1, type), message(2, ...dims.map((size) => message(1, typeof size === 'string' ? text(2, size) : int(1, size))))),
    ),
  );

/** A whole model around any weight tensors. */
export function encodeModel(...graph: Uint8Array[]): Uint8Array {
  return join2([int(1, 8), text(2, 'palimpsest-tests'), message(7, ...graph), message(8, text(1, ''), int(2, 13))]);
}

function encodeOnnx(rows: Uint8Array, scales: Uint16Array, count: number, dimensions: number): Uint8Array {
  const raw = (array: ArrayBufferView): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  return encodeModel(
    node('Gather', ['rows', 'input_ids'], 'packed', { axis: 0 }),
    node('Cast', ['packed'], 'bytes', { to: FLOAT }),
    node('Div', ['bytes', 'sixteen'], 'sixteenth'),
    node('Floor', ['sixteenth'], 'high'),
    node('Mul', ['high', 'sixteen'], 'highPart'),
    node('Sub', ['bytes', 'highPart'], 'low'),
    node('Concat', ['low', 'high'], 'stored', { axis: 2 }),
    node('Sub', ['stored', 'eight'], 'values'),
    node('Gather', ['scales', 'input_ids'], 'halfScales', { axis: 0 }),
    node('Cast', ['halfScales'], 'flatScales', { to: FLOAT }),
    node('Unsqueeze', ['flatScales', 'last'], 'scale'),
    node('Mul', ['values', 'scale'], 'scaled'),
    node('Cast', ['attention_mask'], 'flatMask', { to: FLOAT }),
    node('Unsqueeze', ['flatMask', 'last'], 'mask'),
    node('Mul', ['scaled', 'mask'], 'last_hidden_state'),
    text(2, 'palimpsest'),
    encodeTensor('rows', UINT8, [count, dimensions / 2], rows),
    encodeTensor('scales', FLOAT16, [count], raw(scales)),
    encodeTensor('sixteen', FLOAT, [], raw(Float32Array.of(16))),
    encodeTensor('eight', FLOAT, [], raw(Float32Array.of(8))),
    encodeTensor('last', INT64, [1], raw(BigInt64Array.of(2n))),
    tensorValue(11, 'input_ids', INT64, ['batch', 'length']),
    tensorValue(11, 'attention_mask', INT64, ['batch', 'length']),
    tensorValue(12, 'last_hidden_state', FLOAT, ['batch', 'length', dimensions]),
  );
}
