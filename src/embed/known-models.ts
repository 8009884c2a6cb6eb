/**
 * What a vector of a known model takes to be right: how token vectors become one, what stands before every text, where text is cut off.
 *
 * A model that is not listed is read by mean pooling, without a prefix. No revision is listed: hashes nobody here has seen do not belong in a
 * table, so the caller pins one.
 */

/** How the vectors of tokens become the vector of a text: their mean, or the first of them. */
export type Pooling = 'mean' | 'cls';

/** What to know about a model. */
export interface KnownModel {
  /** Name without its owner, lower case: `labse` for `Xenova/LaBSE` and `sentence-transformers/LaBSE`. */
  readonly name: string;
  readonly pooling: Pooling;
  /** Put before every text. */
  readonly prefix: string;
  /** Longer texts are cut off by the model. */
  readonly maxTokens: number;
  readonly dimensions: number;
  /** SPDX. */
  readonly licence: string;
  /** Megabytes of the quantised weights, roughly. */
  readonly megabytes: number;
}

const KNOWN_MODELS: readonly KnownModel[] = [
  { name: 'labse', pooling: 'cls', prefix: '', maxTokens: 256, dimensions: 768, licence: 'Apache-2.0', megabytes: 470 },
  {
    name: 'paraphrase-multilingual-minilm-l12-v2',
    pooling: 'mean',
    prefix: '',
    maxTokens: 128,
    dimensions: 384,
    licence: 'Apache-2.0',
    megabytes: 120,
  },
  { name: 'multilingual-e5-small', pooling: 'mean', prefix: 'query: ', maxTokens: 512, dimensions: 384, licence: 'MIT', megabytes: 120 },
];

/** The entry for a model name or folder, by its last part. */
export function findKnownModel(model: string): KnownModel | undefined {
  const name = model
    .replace(/[\\/]+$/, '')
    .split(/[\\/]/)
    .at(-1)!
    .toLowerCase();
  return KNOWN_MODELS.find((known) => known.name === name);
}
