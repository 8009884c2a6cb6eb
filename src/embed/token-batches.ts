/** Turns token ids into the input tensors of a transformers.js model, and its output into one vector per text. */
import { AlignmentError } from '../errors.ts';
import type { KnownModel } from './known-models.ts';

/** Makes a tensor of either generation of transformers.js. */
export type TensorConstructor = new (type: 'int64', data: BigInt64Array, dims: number[]) => unknown;

/** The part of an output tensor that is read. */
export interface OutputTensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** At most `limit` tokens; the closing special token stays the last one. */
export function cutTokens(ids: number[], limit: number): number[] {
  return ids.length <= limit ? ids : [...ids.slice(0, limit - 1), ids.at(-1)!];
}

/** Ids and mask of a batch, padded to its longest text. */
export function toInputs(Tensor: TensorConstructor, batch: readonly (readonly number[])[], pad: number): Record<string, unknown> {
  const length = Math.max(...batch.map((ids) => ids.length));
  const dims = [batch.length, length];
  const inputIds = new BigInt64Array(batch.length * length).fill(BigInt(pad));
  const mask = new BigInt64Array(batch.length * length);
  for (const [b, ids] of batch.entries()) {
    for (const [i, id] of ids.entries()) inputIds[b * length + i] = BigInt(id);
    mask.fill(1n, b * length, b * length + ids.length);
  }
  return { input_ids: new Tensor('int64', inputIds, dims), attention_mask: new Tensor('int64', mask, dims) };
}

/**
 * One vector per text, not normalised: the sentence vector of the model where it outputs one, else its pooled token vectors.
 * A model pooled by its first token was trained with a layer on top of it, which some exports output as `pooler_output`.
 *
 * @throws AlignmentError `EMBEDDING_INVALID` where the output has another shape.
 */
export function poolTokens(
  output: Readonly<Record<string, OutputTensor>>,
  batch: readonly (readonly number[])[],
  dimensions: number,
  known: KnownModel | undefined,
  id: string,
): Float64Array[] {
  const isFirst = known?.pooling === 'cls';
  const whole = output.sentence_embedding ?? (isFirst ? output.pooler_output : undefined);
  const tokens = output.last_hidden_state ?? output.token_embeddings;
  const tensor = whole ?? tokens;
  const shape = whole ? [batch.length, dimensions] : [batch.length, Math.max(...batch.map((ids) => ids.length)), dimensions];
  if (tensor?.dims.join() !== shape.join()) {
    const got = tensor ? `${tensor.dims.join(' × ')}` : `outputs ${Object.keys(output).join(', ')}`;
    throw new AlignmentError('EMBEDDING_INVALID', `${id}: expected ${shape.join(' × ')} numbers, got ${got}`);
  }
  const length = shape.length === 3 ? shape[1]! : 1;
  return batch.map((ids, b) => {
    const sum = new Float64Array(dimensions);
    for (let t = 0; t < (whole || isFirst ? 1 : ids.length); t++) {
      const at = (b * length + t) * dimensions;
      for (let k = 0; k < dimensions; k++) sum[k]! += tensor.data[at + k]!;
    }
    return sum;
  });
}
