/** The small parts of the runtime, one by one, where the whole would not show a fault clearly. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCharacterClass } from '../../src/embed/character-class.ts';
import { ChunkCache } from '../../src/embed/chunk-cache.ts';
import { createEmbedder } from '../../src/embed/create-embedder.ts';
import { decodeHalfFloats } from '../../src/embed/half-floats.ts';
import { findKnownModel } from '../../src/embed/known-models.ts';
import { readInitializers } from '../../src/embed/onnx-weights.ts';
import { PieceTrie } from '../../src/embed/piece-trie.ts';
import { PackedRows } from '../../src/embed/row-sums.ts';
import { UnigramLattice } from '../../src/embed/unigram.ts';
import { encodeModel, encodeTensor, makeTinyModel, seeded } from '../support/tiny-model.ts';

describe('half-precision numbers', () => {
  test.each([
    [0x0000, 0],
    [0x3c00, 1],
    [0xc000, -2],
    [0x7bff, 65504],
    [0x0001, 2 ** -24],
    [0x0400, 2 ** -14],
    [0x3555, 0.333251953125],
    [0x7c00, Number.POSITIVE_INFINITY],
    [0xfc00, Number.NEGATIVE_INFINITY],
    [0x7e00, Number.NaN],
  ])('%i are %d', (bits, value) => {
    expect(decodeHalfFloats(Uint8Array.of(bits & 255, bits >> 8))).toEqual(Float32Array.of(value));
  });
});

describe('character classes', () => {
  const asRegex = (source: string, point: number): boolean => new RegExp(source, 'u').test(String.fromCodePoint(point));

  test.each(['[!-\\/:-@\\[-`{-~]', '[a]', '[\\]\\\\\\^x-]', '[a-c-]', '[\u3001-\u3004\u{1f000}-\u{1faff}!]'])(
    '%s means what it means to RegExp',
    (source) => {
      const ranges = parseCharacterClass(source)!;
      for (const point of [...Array(0x180).keys(), 0x3000, 0x3001, 0x3004, 0x3005, 0x1efff, 0x1f000, 0x1faff, 0x1fb00]) {
        expect(ranges.some(([first, last]) => first <= point && point <= last)).toBe(asRegex(source, point));
      }
    },
  );

  test.each(['a', '[^a]', '[\\s]', '[\\p{P}]', '[\\u0041]', '[b-a]', '[a[b]]', '[a', 'a]'])('%s is not plain', (source) => {
    expect(parseCharacterClass(source)).toBeUndefined();
  });
});

describe('the ONNX reader', () => {
  test('hands out weights as views, whatever stands beside them', () => {
    const raw = Uint8Array.of(1, 2, 3, 4);
    const file = encodeModel(encodeTensor('a', 2, [2, 2], raw), encodeTensor('b', 10, [300], new Uint8Array(600)));
    const weights = readInitializers(file, 'x.onnx');
    expect([...weights.keys()]).toEqual(['a', 'b']);
    expect(weights.get('a')).toEqual({ dims: [2, 2], type: 2, bytes: raw });
    expect(weights.get('a')!.bytes.buffer).toBe(file.buffer);
    expect(weights.get('b')).toMatchObject({ dims: [300], type: 10 });
  });

  test('reads no file that was cut off anywhere, and never reads past its end', () => {
    const { onnx } = makeTinyModel();
    const { size } = readInitializers(onnx, 'x.onnx');
    for (let length = 0; length < onnx.length - 4; length += 7) {
      const cutOff = (): number => readInitializers(onnx.slice(0, length), 'x.onnx').size;
      expect(() => cutOff() === size || expect.fail('fewer weights')).toThrow(/x\.onnx/);
    }
  });

  test('ends on any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          readInitializers(bytes, 'x.onnx');
        } catch (error) {
          expect(error).toMatchObject({ code: 'MODEL_INVALID' });
        }
      }),
      { seed: 11, numRuns: 3000 },
    );
  });
});

describe('packed rows', () => {
  test.each([0, 1, 2, 3])('that lie %i bytes off a multiple of 4 add up like numbers', (shift) => {
    const random = seeded(shift + 1);
    const [count, dimensions] = [50, 24];
    const buffer = new Uint8Array(count * 12 + 8).map(() => random() * 256);
    const rows = buffer.subarray(shift, shift + count * 12);
    const scales = new Float32Array(count).map((_, row) => (row === 0 ? 0 : random()));
    const packed = new PackedRows(rows, scales, dimensions);
    for (const size of [0, 1, 3, 4, 5, 63, 64, 65, 200]) {
      const ids = new Int32Array(size).map(() => random() * count);
      const into = new Float64Array(30);
      packed.add(ids, size, into, 5);
      for (let k = 0; k < dimensions; k++) {
        const byteOf = (id: number): number => rows[id * 12 + (k % 12)]!;
        const expected = ids.reduce((sum, id) => sum + scales[id]! * ((k < 12 ? byteOf(id) & 15 : byteOf(id) >> 4) - 8), 0);
        expect(Math.abs(into[5 + k]! * packed.unit - expected)).toBeLessThanOrEqual(8 * packed.unit * size);
        expect(Number.isInteger(into[5 + k])).toBe(true);
      }
      expect([...into.slice(0, 5), into[29]]).toEqual([0, 0, 0, 0, 0, 0]);
    }
  });

  test('of nothing but zeros add up to zero', () => {
    const packed = new PackedRows(new Uint8Array(8), new Float32Array(2), 8);
    const into = new Float64Array(8);
    packed.add(Int32Array.of(0, 1), 2, into, 0);
    expect(into).toEqual(new Float64Array(8));
  });
});

describe('the Unigram lattice', () => {
  const pieces = ['?', 'a', 'b', 'ab', 'ba', 'aba', '\u{1d50a}'];
  const scores = Float64Array.of(0, -3, -3, -4, -4, -5, -2);
  const cut = (word: string): string[] => {
    const lattice = new UnigramLattice(new PieceTrie(pieces), scores, 0);
    const units = Uint16Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
    lattice.segment(units, units.length);
    return Array.from({ length: lattice.count }, (_, p) => word.slice(p === 0 ? 0 : lattice.ends[p - 1], lattice.ends[p]));
  };

  test.each<[word: string, parts: string[]]>([
    ['', []],
    ['ab', ['ab']],
    ['abab', ['ab', 'ab']],
    ['ababa', ['ab', 'aba']],
    ['axxb', ['a', 'xx', 'b']],
    ['xax', ['x', 'a', 'x']],
    ['a\u{1d50a}', ['a', '\u{1d50a}']],
    ['\u{1d50b}\u{1d50b}a', ['\u{1d50b}\u{1d50b}', 'a']],
    ['\ud835a', ['\ud835', 'a']],
  ])('cuts %j into %j', (word, parts) => {
    expect(cut(word)).toEqual(parts);
  });
});

describe('the chunk cache', () => {
  test('finds what it holds by text and not by hash, and lets go of what was used longer ago', () => {
    const cache = new ChunkCache(2, 4);
    const units = (text: string): Uint16Array => Uint16Array.from(text, (character) => character.charCodeAt(0));
    const find = (text: string): number => cache.find(units(text), 0, text.length, 7);
    const claim = (text: string): number => cache.claim(units(text), 0, text.length, 7);
    const a = claim('a');
    const b = claim('b');
    expect([find('a'), find('b'), find('ab')]).toEqual([a, b, -1]);
    find('a');
    cache.vectors.fill(1);
    expect(claim('c')).toBe(b);
    expect([find('a'), find('b'), find('c')]).toEqual([a, -1, b]);
    expect(claim('de')).toBe(a);
    expect([find('d'), find('de'), find('def')]).toEqual([-1, a, -1]);
    expect(Array.from(cache.vectors.slice(4 * b, 4 * b + 4))).toEqual([0, 0, 0, 0]);
  });
});

test.each([
  ['Xenova/LaBSE', 'labse'],
  ['sentence-transformers/LaBSE', 'labse'],
  ['/models/LaBSE/', 'labse'],
  ['C:\\models\\multilingual-e5-small', 'multilingual-e5-small'],
  ['intfloat/multilingual-e5-large', undefined],
  ['', undefined],
])('the model %j is known as %s', (model, name) => {
  expect(findKnownModel(model)?.name).toBe(name);
});

describe('a model URL', () => {
  test('is fetched from, and a file that is not there is named', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url!);
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const modelUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/model`;
    await expect(createEmbedder({ modelUrl })).rejects.toMatchObject({
      code: 'MODEL_MISSING',
      message: expect.stringContaining(`${modelUrl}/`),
    });
    server.close();
    expect(new Set(asked)).toEqual(
      new Set(['/some/model/config.json', '/some/model/tokenizer.json', '/some/model/onnx/model_quantized.onnx']),
    );
  });
});
