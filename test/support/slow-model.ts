/**
 * The slow, obvious twin of the built-in runtime: models/FORMAT.md followed to the letter with strings, regular expressions and big integers. It
 * reads the JSON files itself and shares no code with `src/embed` but the reader of the ONNX container.
 */
import { readFileSync } from 'node:fs';
import { readInitializers } from '../../src/embed/onnx-weights.ts';
import { withoutInvisible } from '../../src/text/invisible.ts';
import { settleText } from '../../src/text/settled-characters.ts';

interface Folder {
  readonly config: {
    palimpsest: { dimensions: number; pieces: number; buckets: number; fold: Record<string, string>; wide: [number, number][] };
  };
  readonly tokenizer: {
    normalizer: { normalizers: { type: string; pattern?: { String: string }; content?: string }[] };
    pre_tokenizer: { pretokenizers: { pattern?: { Regex: string } }[] };
    model: { unk_id: number; vocab: [string, number][] };
  };
}

/** A text taken apart: the rows of its chunks. */
export interface SlowChunk {
  readonly text: string;
  readonly pieces: readonly number[];
  readonly grams: readonly number[];
}

/** The twin over a model folder. */
export class SlowModel {
  readonly #folder: Folder;
  readonly #vocabulary: Map<string, number>;
  readonly #split: RegExp;
  readonly #rows: Uint8Array;
  readonly #scales: DataView;

  constructor(path: string) {
    const json = (name: string): unknown => JSON.parse(readFileSync(`${path}/${name}`, 'utf8'));
    this.#folder = { config: json('config.json'), tokenizer: json('tokenizer.json') } as Folder;
    this.#vocabulary = new Map(this.#folder.tokenizer.model.vocab.map(([piece], id) => [piece, id]));
    this.#split = new RegExp(`(${this.#folder.tokenizer.pre_tokenizer.pretokenizers[1]!.pattern!.Regex})`, 'u');
    const weights = readInitializers(readFileSync(`${path}/onnx/model_quantized.onnx`), path);
    this.#rows = weights.get('rows')!.bytes;
    const { buffer, byteOffset, byteLength } = weights.get('scales')!.bytes;
    this.#scales = new DataView(buffer, byteOffset, byteLength);
  }

  /** The chunks of a text. */
  read(text: string): SlowChunk[] {
    return this.chunks(text).map((chunk) => ({
      text: chunk,
      pieces: this.pieces(chunk),
      grams: this.#isPunctuation(chunk) ? [] : this.grams(chunk),
    }));
  }

  chunks(text: string): string[] {
    let normalized = withoutInvisible(settleText(text));
    for (const { type, pattern, content } of this.#folder.tokenizer.normalizer.normalizers) {
      if (type === 'NFKC') normalized = normalized.normalize('NFKC');
      else if (type === 'Lowercase') normalized = normalized.toLowerCase();
      else normalized = normalized.replaceAll(pattern!.String, content!);
    }
    return normalized.split(/\s+/).flatMap((word) => word.split(this.#split).filter(Boolean));
  }

  #isPunctuation(chunk: string): boolean {
    return chunk.split(this.#split).filter(Boolean).length === 1 && this.#split.test(chunk);
  }

  /** Piece ids: of all ways to cut `▁chunk`, by dynamic programming over its characters, the likeliest. */
  pieces(chunk: string): number[] {
    const { vocab, unk_id } = this.#folder.tokenizer.model;
    const characters = [...`▁${chunk}`];
    const unknownScore = Math.min(...this.#folder.tokenizer.model.vocab.map(([, score]) => score)) - 10;
    const best: { score: number; ids: number[] }[] = [{ score: 0, ids: [] }];
    for (let end = 1; end <= characters.length; end++) {
      const candidates: { score: number; ids: number[] }[] = [];
      for (let start = 0; start < end; start++) {
        const id = this.#vocabulary.get(characters.slice(start, end).join(''));
        const before = best[start]!;
        if (id !== undefined) candidates.push({ score: before.score + vocab[id]![1], ids: [...before.ids, id] });
        else if (end - start === 1) candidates.push({ score: before.score + unknownScore, ids: [...before.ids, unk_id] });
      }
      best.push(candidates.reduce((most, candidate) => (candidate.score > most.score ? candidate : most)));
    }
    return best.at(-1)!.ids.filter((id, i, ids) => id !== unk_id || ids[i - 1] !== unk_id);
  }

  /** Rows of the n-grams of a chunk. */
  grams(chunk: string): number[] {
    const { fold, wide } = this.#folder.config.palimpsest;
    const folded = Array.from({ length: chunk.length }, (_, i) => chunk[i]!)
      .map((unit) => (Object.hasOwn(fold, unit) ? fold[unit]! : unit))
      .join('');
    const isWide = (unit: string): boolean => wide.some(([first, last]) => first <= unit.charCodeAt(0) && unit.charCodeAt(0) <= last);
    const runs: string[] = [];
    for (let i = 0; i < folded.length; i++) {
      if (i > 0 && isWide(folded[i]!) === isWide(folded[i - 1]!)) runs[runs.length - 1] += folded[i]!;
      else runs.push(folded[i]!);
    }
    return runs.flatMap((run) => {
      const [text, sizes] = isWide(run[0]!) ? [run, [1, 2]] : [`#${run}#`, [3, 4]];
      return sizes.flatMap((size) =>
        Array.from({ length: Math.max(0, text.length - size + 1) }, (_, i) => this.#bucket(size, text.slice(i, i + size))),
      );
    });
  }

  #bucket(kind: number, gram: string): number {
    const mask = 0xffffffffn;
    let hash = 2166136261n;
    for (const unit of [kind, ...Array.from({ length: gram.length }, (_, i) => gram.charCodeAt(i))])
      hash = ((hash ^ BigInt(unit)) * 16777619n) & mask;
    hash ^= hash >> 15n;
    hash = (hash * 0x2c1b3c6dn) & mask;
    hash ^= hash >> 12n;
    return this.#folder.config.palimpsest.pieces + Number(hash % BigInt(this.#folder.config.palimpsest.buckets));
  }

  /** One row of the embedding matrix. */
  row(id: number): number[] {
    const { dimensions } = this.#folder.config.palimpsest;
    const half = dimensions / 2;
    const scale = halfToNumber(this.#scales.getUint16(2 * id, true));
    const bytes = Array.from(this.#rows.subarray(id * half, (id + 1) * half));
    return [...bytes.map((byte) => byte % 16), ...bytes.map((byte) => Math.floor(byte / 16))].map((value) => (value - 8) * scale);
  }

  /** The raw sum of a text. */
  sum(text: string): number[] {
    const sum = new Array<number>(this.#folder.config.palimpsest.dimensions).fill(0);
    for (const { pieces, grams } of this.read(text)) {
      for (const id of [...pieces, ...grams]) for (const [k, value] of this.row(id).entries()) sum[k]! += value;
    }
    return sum;
  }
}

function halfToNumber(bits: number): number {
  const sign = bits >> 15 === 1 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = (bits & 1023) / 1024;
  return exponent === 0 ? sign * fraction * 2 ** -14 : sign * (1 + fraction) * 2 ** (exponent - 15);
}
