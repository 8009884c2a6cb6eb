import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createEmbedder, type EmbedderOptions } from '../../src/embed/create-embedder.ts';
import { AlignmentError } from '../../src/errors.ts';
import type { Embedder } from '../../src/types.ts';
import { encodeModel, encodeTensor, makeTinyModel, type TinyModel, writeTinyModel } from '../support/tiny-model.ts';

const folder = mkdtempSync(join(tmpdir(), 'palimpsest-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a promise rejects with. */
async function errorOf(promise: Promise<unknown>): Promise<AlignmentError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AlignmentError);
  return error as AlignmentError;
}

describe('options', () => {
  test.each<[title: string, options: unknown, code: string, words: RegExp]>([
    ['an unknown option', { modell: 'x' }, 'OPTION_UNKNOWN', /`modell`.*model, runtime, revision, cache, modelUrl/],
    ['a name that objects inherit', JSON.parse('{"__proto__": 1}'), 'OPTION_UNKNOWN', /__proto__/],
    ['a model that is no text', { model: 7 }, 'OPTION_INVALID', /`model`.*expected.*got 7/],
    ['an empty model', { model: ' ' }, 'OPTION_INVALID', /`model`/],
    ['an unknown runtime', { runtime: 'onnx' }, 'OPTION_INVALID', /`runtime`.*builtin, @xenova.*got 'onnx'/],
    ['a revision that is no text', { model: 'a/b', revision: Number.NaN }, 'OPTION_INVALID', /`revision`/],
    ['a revision of the built-in model', { revision: 'main' }, 'OPTION_INVALID', /`revision`/],
    ['a cache without set', { cache: { get: () => undefined } }, 'OPTION_INVALID', /`cache`.*`get` and `set`/],
    ['a URL that is none', { modelUrl: 'no url' }, 'OPTION_INVALID', /`modelUrl`.*'no url'/],
    ['a model and a model URL', { model: 'a', modelUrl: 'https://example.org/' }, 'OPTION_INVALID', /`modelUrl`/],
    [
      'another runtime and a model URL',
      { runtime: '@xenova/transformers', modelUrl: 'https://example.org/' },
      'OPTION_INVALID',
      /`runtime`/,
    ],
    ['a hub name for the built-in runtime', { model: 'Xenova/LaBSE', runtime: 'builtin' }, 'OPTION_INVALID', /`model`.*Xenova\/LaBSE/],
    ['no object', 'Xenova/LaBSE', 'OPTION_INVALID', /options.*object/],
    ['null', null, 'OPTION_INVALID', /options.*object/],
  ])('%s is refused', async (_, options, code, words) => {
    const error = await errorOf(createEmbedder(options as EmbedderOptions));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(words);
  });

  test('absent and undefined mean the same', async () => {
    const embedder = await createEmbedder({
      model: undefined,
      runtime: undefined,
      revision: undefined,
      cache: undefined,
      modelUrl: undefined,
    });
    expect(embedder.id).toBe('palimpsest-base');
    await embedder.dispose();
  });
});

describe('the built-in model', () => {
  test('is loaded once, shared by all that ask for it, and let go with the last of them', async () => {
    const readFile = vi.spyOn(fs.promises, 'readFile');
    const [a, b] = await Promise.all([createEmbedder(), createEmbedder()]);
    const text = ['Kucing itu tidur.'];
    expect(await a.embed(text)).toEqual(await b.embed(text));
    await a.dispose();
    const c = await createEmbedder();
    expect((await b.embed(text)).length).toBe(b.dimensions);
    expect(readFile).toHaveBeenCalledTimes(3);
    await b.dispose();
    await c.dispose();
    await (await createEmbedder()).dispose();
    expect(readFile).toHaveBeenCalledTimes(6);
    vi.restoreAllMocks();
  });

  test('that could not be read is tried again by the next call', async () => {
    vi.spyOn(fs.promises, 'readFile').mockRejectedValue(Object.assign(new Error('no'), { code: 'ENOENT' }));
    expect((await errorOf(createEmbedder())).code).toBe('MODEL_MISSING');
    vi.restoreAllMocks();
    await (await createEmbedder()).dispose();
  });

  test('says which languages it was trained on and has no doubts about itself', async () => {
    const embedder = await createEmbedder();
    expect(embedder.languages).toEqual(expect.arrayContaining(['en', 'id', 'zh']));
    expect(embedder.warnings ?? []).toEqual([]);
    await embedder.dispose();
  });
});

describe('a model folder', () => {
  const path = writeTinyModel(join(folder, 'good'));

  test.each<[string, EmbedderOptions]>([
    ['by its path', { model: path }],
    ['by its path with a slash', { model: `${path}/` }],
    ['by its path, for the built-in runtime', { model: path, runtime: 'builtin' }],
    ['by a file URL', { modelUrl: pathToFileURL(`${path}/`) }],
    ['by the text of a file URL without a slash', { modelUrl: pathToFileURL(path).href }],
  ])('in our form runs in our runtime, named %s', async (_, options) => {
    const embedder = await createEmbedder(options);
    expect([embedder.id, embedder.revision, embedder.dimensions, embedder.additive]).toEqual(['tiny', '1', 16, true]);
    await embedder.dispose();
  });

  test('that is not there is missing, and nothing is looked up on the hub', async () => {
    for (const model of [join(folder, 'nowhere'), './nowhere', '../nowhere/model', 'C:\\models\\x']) {
      for (const runtime of [undefined, 'builtin', '@xenova/transformers', '@huggingface/transformers'] as const) {
        const error = await errorOf(createEmbedder({ model, runtime }));
        expect(error.code).toBe('MODEL_MISSING');
        expect(error.message).toContain(model);
      }
    }
  });

  test.each(['config.json', 'tokenizer.json', 'onnx/model_quantized.onnx'])('without %s is missing that file', async (file) => {
    const spoiled = writeTinyModel(mkdtempSync(join(folder, 'without-')));
    rmSync(join(spoiled, file));
    for (const runtime of ['builtin', '@xenova/transformers'] as const) {
      const error = await errorOf(createEmbedder({ model: spoiled, runtime }));
      expect([error.code, error.message]).toEqual(['MODEL_MISSING', expect.stringContaining(`${spoiled}/${file}`)]);
    }
  });

  const damage: readonly [title: string, file: string, spoil: (model: TinyModel) => void, words: RegExp][] = [
    [
      'is cut off',
      'onnx/model_quantized.onnx',
      (model) => {
        model.onnx = model.onnx.slice(0, -100);
      },
      /truncated or corrupted/,
    ],
    [
      'is empty',
      'onnx/model_quantized.onnx',
      (model) => {
        model.onnx = new Uint8Array(0);
      },
      /truncated or corrupted/,
    ],
    [
      'is something else',
      'onnx/model_quantized.onnx',
      (model) => {
        model.onnx = new TextEncoder().encode('<html>not found</html>');
      },
      /corrupted/,
    ],
    ['is zeros', 'onnx/model_quantized.onnx', (model) => void model.onnx.fill(0), /corrupted/],
    [
      'has no rows',
      'onnx/model_quantized.onnx',
      (model) => {
        model.onnx = weightsOf(model, { rows: 'lines' });
      },
      /initializer `rows`/,
    ],
    [
      'has rows of another type',
      'onnx/model_quantized.onnx',
      (model) => {
        model.onnx = weightsOf(model, { type: 3 });
      },
      /`rows` to be .* type 2, got .* type 3/,
    ],
    [
      'has other dimensions',
      'onnx/model_quantized.onnx',
      (model) => {
        model.onnx = makeTinyModel({ dimensions: 24 }).onnx;
      },
      /`rows` to be \d+ × 8 .*got \d+ × 12/,
    ],
    [
      'has another number of rows',
      'onnx/model_quantized.onnx',
      (model) => {
        model.onnx = makeTinyModel({ buckets: 65 }).onnx;
      },
      /`rows` to be/,
    ],
    [
      'has fewer bytes than its shape',
      'onnx/model_quantized.onnx',
      (model) => {
        model.onnx = weightsOf(model, { bytes: 8 });
      },
      /bytes of `rows`, got 8/,
    ],
    [
      'has a scale that is no number',
      'onnx/model_quantized.onnx',
      (model) => {
        model.onnx = makeTinyModel({ scales: (row) => (row === 9 ? Number.NaN : 1) }).onnx;
      },
      /`scales`.*NaN for row 9/,
    ],
    [
      'has an infinite scale',
      'onnx/model_quantized.onnx',
      (model) => {
        model.onnx = makeTinyModel({ scales: (row) => (row === 9 ? 1e9 : 1) }).onnx;
      },
      /`scales`.*Infinity/,
    ],
    [
      'has a negative scale',
      'onnx/model_quantized.onnx',
      (model) => {
        model.onnx = makeTinyModel({ scales: (row) => (row === 9 ? -1 : 1) }).onnx;
      },
      /`scales`.*-1/,
    ],
    [
      'has a piece without a score',
      'tokenizer.json',
      ({ tokenizer }) => {
        tokenizer.model.vocab[8] = ['x'];
      },
      /piece 8/,
    ],
    [
      'has a score that is no number',
      'tokenizer.json',
      ({ tokenizer }) => {
        tokenizer.model.vocab[8][1] = null;
      },
      /piece 8.*finite/,
    ],
    [
      'has an empty piece',
      'tokenizer.json',
      ({ tokenizer }) => {
        tokenizer.model.vocab[8][0] = '';
      },
      /piece 8/,
    ],
    ['has fewer pieces', 'tokenizer.json', ({ tokenizer }) => void tokenizer.model.vocab.pop(), /pieces, as config.json says/],
    ['has no vocabulary', 'tokenizer.json', ({ tokenizer }) => void delete tokenizer.model.vocab, /Unigram/],
    [
      'is of another kind',
      'tokenizer.json',
      ({ tokenizer }) => {
        tokenizer.model.type = 'BPE';
      },
      /Unigram/,
    ],
    [
      'has no unknown piece',
      'tokenizer.json',
      ({ tokenizer }) => {
        tokenizer.model.unk_id = 99_999;
      },
      /unk_id/,
    ],
    ['normalises in another way', 'tokenizer.json', ({ tokenizer }) => void tokenizer.normalizer.normalizers.reverse(), /NFKC, Lowercase/],
    [
      'replaces more than characters',
      'tokenizer.json',
      ({ tokenizer }) => {
        tokenizer.normalizer.normalizers[2].content = 'xy';
      },
      /one character for one/,
    ],
    ['splits in another way', 'tokenizer.json', ({ tokenizer }) => void tokenizer.pre_tokenizer.pretokenizers.shift(), /WhitespaceSplit/],
    [
      'splits by a Unicode class',
      'tokenizer.json',
      ({ tokenizer }) => {
        tokenizer.pre_tokenizer.pretokenizers[1].pattern.Regex = '[\\p{P}]';
      },
      /one plain character class/,
    ],
    [
      'drops what it splits by',
      'tokenizer.json',
      ({ tokenizer }) => {
        tokenizer.pre_tokenizer.pretokenizers[1].behavior = 'Removed';
      },
      /isolate/,
    ],
    ['adds tokens', 'tokenizer.json', ({ tokenizer }) => void tokenizer.added_tokens.push({ id: 0, content: '<s>' }), /no added tokens/],
    [
      'has a template',
      'tokenizer.json',
      ({ tokenizer }) => {
        tokenizer.post_processor = { type: 'TemplateProcessing' };
      },
      /no post-processor/,
    ],
    [
      'is of a later form',
      'config.json',
      ({ config }) => {
        config.palimpsest.format = 2;
      },
      /palimpsest.format to be 1, got 2/,
    ],
    [
      'has odd dimensions',
      'config.json',
      ({ config }) => {
        config.palimpsest.dimensions = 15;
      },
      /palimpsest.dimensions/,
    ],
    ['has no dimensions', 'config.json', ({ config }) => void delete config.palimpsest.dimensions, /palimpsest.dimensions.*nothing/],
    [
      'has a wrong fold',
      'config.json',
      ({ config }) => {
        config.palimpsest.fold = { ab: 'c' };
      },
      /palimpsest.fold/,
    ],
    [
      'has wrong ranges',
      'config.json',
      ({ config }) => {
        config.palimpsest.wide = [[1]];
      },
      /palimpsest.wide/,
    ],
    [
      'names another checksum for the tokenizer',
      'tokenizer.json',
      ({ config }) => {
        config.palimpsest.sha256 = { 'tokenizer.json': '00' };
      },
      /SHA-256/,
    ],
    [
      'has another checksum',
      'onnx/model_quantized.onnx',
      ({ config }) => {
        config.palimpsest.sha256 = { 'onnx/model_quantized.onnx': '00' };
      },
      /SHA-256/,
    ],
  ];
  test.each(damage)('%s: %s, is invalid', async (_, file, spoil, words) => {
    const model = makeTinyModel();
    spoil(model);
    const spoiled = writeTinyModel(mkdtempSync(join(folder, 'spoiled-')), model);
    const error = await errorOf(createEmbedder({ model: spoiled, runtime: 'builtin' }));
    expect(error.code).toBe('MODEL_INVALID');
    expect(error.message).toContain(`${spoiled}/${file}`);
    expect(error.message).toMatch(words);
  });

  test('with a file that is no JSON is invalid', async () => {
    for (const [file, content] of [
      ['config.json', '{'],
      ['tokenizer.json', 'null'],
      ['tokenizer.json', Uint8Array.of(0xff, 0xfe)],
    ] as const) {
      const spoiled = writeTinyModel(mkdtempSync(join(folder, 'json-')), { ...makeTinyModel() });
      writeFileSync(join(spoiled, file), content);
      const error = await errorOf(createEmbedder({ model: spoiled, runtime: 'builtin' }));
      expect([error.code, error.message]).toEqual(['MODEL_INVALID', expect.stringContaining(`${spoiled}/${file}`)]);
    }
  });

  test('any byte of whose weights was changed is invalid', async () => {
    const model = makeTinyModel();
    const spoiled = writeTinyModel(mkdtempSync(join(folder, 'flipped-')), model);
    for (let at = 3; at < model.onnx.length; at += 997) {
      const onnx = model.onnx.slice();
      onnx[at]! ^= 4;
      writeFileSync(join(spoiled, 'onnx/model_quantized.onnx'), onnx);
      expect((await errorOf(createEmbedder({ model: spoiled }))).code).toBe('MODEL_INVALID');
    }
  });

  test('that was repaired loads the next time', async () => {
    const spoiled = writeTinyModel(mkdtempSync(join(folder, 'repaired-')));
    rmSync(join(spoiled, 'tokenizer.json'));
    await errorOf(createEmbedder({ model: spoiled }));
    writeTinyModel(spoiled);
    expect((await createEmbedder({ model: spoiled })).id).toBe('tiny');
  });
});

describe('a transformers.js folder', () => {
  test('that is empty is missing its first file', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const error = await errorOf(createEmbedder({ model: empty, runtime: '@huggingface/transformers' }));
    expect([error.code, error.message]).toEqual(['MODEL_MISSING', expect.stringContaining('empty/config.json')]);
  });

  test('whose weights are broken is invalid, and says what the library says', async () => {
    for (const method of ['error', 'warn', 'info', 'log'] as const) vi.spyOn(console, method).mockImplementation(() => undefined);
    const spoiled = writeTinyModel(mkdtempSync(join(folder, 'broken-')), { ...makeTinyModel(), onnx: Uint8Array.of(1, 2, 3) });
    for (const runtime of ['@xenova/transformers', '@huggingface/transformers'] as const) {
      const error = await errorOf(createEmbedder({ model: spoiled, runtime }));
      expect([error.code, error.message]).toEqual(['MODEL_INVALID', expect.stringContaining(spoiled)]);
      expect(error.cause).toBeInstanceOf(Error);
    }
    vi.restoreAllMocks();
  });

  test('that is ours may be run by either library, on pieces alone', async () => {
    const path = writeTinyModel(mkdtempSync(join(folder, 'ours-')));
    const embedders: Embedder[] = [];
    for (const runtime of ['@xenova/transformers', '@huggingface/transformers'] as const)
      embedders.push(await createEmbedder({ model: path, runtime }));
    const texts = ['the cat', '猫吃鱼', ''];
    const [first, second] = await Promise.all(embedders.map((embedder) => embedder.embed(texts)));
    // another id than in our runtime: vectors of pieces alone are others, and a cache must not mix them
    const facts = embedders.map(({ id, revision, additive, dimensions, warnings }) => ({ id, revision, additive, dimensions, warnings }));
    expect(facts).toEqual(Array(2).fill({ id: 'tiny/pieces', revision: '1', additive: false, dimensions: 16, warnings: [] }));
    for (const [i, value] of first!.entries()) expect(Math.abs(value - second![i]!)).toBeLessThan(1e-5);
  });
});

/** A model file with some of its weights made wrong. */
function weightsOf(model: TinyModel, { rows = 'rows', type = 2, bytes }: { rows?: string; type?: number; bytes?: number }): Uint8Array {
  const { dimensions, pieces, buckets } = model.config.palimpsest as { dimensions: number; pieces: number; buckets: number };
  const count = pieces + buckets;
  const raw = new Uint8Array(bytes ?? (count * dimensions) / 2);
  return encodeModel(
    encodeTensor(rows, type, [count, dimensions / 2], raw),
    encodeTensor('scales', 10, [count], new Uint8Array(2 * count)),
  );
}
