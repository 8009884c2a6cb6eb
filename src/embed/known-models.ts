/**
 * What each known model needs for correct vectors: its pooling, the prefix of every text, and the length at which text is truncated.
 *
 * A model that is not listed is used with mean pooling and without a prefix. No revision is listed: the caller pins one, since we have not
 * verified any hash.
 */

/** How token vectors become the vector of a text: their mean, or the first of them. */
export type Pooling = 'mean' | 'cls';

/** Properties of a model. */
export interface KnownModel {
  /** Name without its owner, lower case: `labse` for `Xenova/LaBSE` and `sentence-transformers/LaBSE`. */
  readonly name: string;
  readonly pooling: Pooling;
  /** Put before every text. */
  readonly prefix: string;
  /** The model truncates longer texts. */
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
