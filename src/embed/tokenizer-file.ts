/**
 * Reads `tokenizer.json` of a model folder (models/FORMAT.md) into flat tables: pieces with their log probabilities, the replacement of each
 * character, and where text is cut. The file describes in the vocabulary of transformers.js exactly what our runtime does. Anything else in it
 * is refused, since the two would then differ.
 */
import { AlignmentError } from '../errors.ts';
import { type CodeRange, parseCharacterClass } from './character-class.ts';
import { get } from './json-values.ts';

/** Class of a character for the splitter. */
export const ORDINARY = 0;
/** White space ends a chunk and belongs to none. */
export const WHITE_SPACE = 1;
/** A punctuation character or symbol is a chunk of its own. */
export const PUNCTUATION = 2;
/** The first half of a character above U+FFFF: look at the whole of it. */
export const SURROGATE = 3;

/** The tables of a tokenizer. Characters are UTF-16 units. */
export interface TokenizerTables {
  readonly pieces: readonly string[];
  /** Log probability of each piece. */
  readonly scores: Float64Array;
  /** Id of the piece that represents a run of unknown characters. */
  readonly unknown: number;
  /** 65,536 entries: the replacement of each unit, usually itself. */
  readonly replacements: Uint16Array;
  /** 65,536 entries: `ORDINARY`, `WHITE_SPACE`, `PUNCTUATION` or `SURROGATE`. */
  readonly kinds: Uint8Array;
  /** Punctuation above U+FFFF. */
  readonly astralPunctuation: readonly CodeRange[];
}

const FINAL_SIGMA = 0x3c2;
const SIGMA = 0x3c3;
/** White space as ECMAScript's `\s` has it. */
const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/**
 * The tables in a parsed `tokenizer.json`.
 *
 * @param file - Name of the file for messages.
 * @throws AlignmentError `MODEL_INVALID` where the file asks for anything but what models/FORMAT.md describes.
 */
export function readTokenizerFile(json: unknown, file: string): TokenizerTables {
  const refuse = (what: string, got: unknown): never => {
    throw new AlignmentError('MODEL_INVALID', `${file}: expected ${what}, got ${JSON.stringify(got)?.slice(0, 80)}`);
  };
  const normalizers = get(json, 'normalizer', 'normalizers');
  const splitters = get(json, 'pre_tokenizer', 'pretokenizers');
  const types = (list: unknown): string => (Array.isArray(list) ? list.map((entry) => String(get(entry, 'type'))).join(' ') : 'none');
  if (!/^NFKC Lowercase( Replace)*$/.test(types(normalizers))) refuse('the normalizers NFKC, Lowercase and Replace', types(normalizers));
  if (types(splitters) !== 'WhitespaceSplit Split Metaspace') {
    refuse('the pre-tokenizers WhitespaceSplit, Split and Metaspace', types(splitters));
  }
  const [, split, metaspace] = splitters as unknown[];
  if (get(split, 'behavior') !== 'Isolated' || get(split, 'invert') === true) refuse('Split to isolate its matches', split);
  if (get(metaspace, 'replacement') !== '▁') refuse('Metaspace to prepend ▁', metaspace);
  const addedTokens = get(json, 'added_tokens');
  if (Array.isArray(addedTokens) && addedTokens.length > 0) refuse('no added tokens', addedTokens);
  if (get(json, 'post_processor') != null) refuse('no post-processor', get(json, 'post_processor'));

  const pattern = get(split, 'pattern', 'Regex');
  const ranges = typeof pattern === 'string' ? parseCharacterClass(pattern) : undefined;
  if (!ranges) refuse('Split by one plain character class', pattern);
  const kinds = buildKinds(ranges!);
  return {
    ...readPieces(get(json, 'model'), refuse),
    replacements: buildReplacements((normalizers as unknown[]).slice(2), refuse),
    kinds,
    astralPunctuation: ranges!.filter(([, last]) => last > 0xffff),
  };
}

function readPieces(model: unknown, refuse: (what: string, got: unknown) => never): Pick<TokenizerTables, 'pieces' | 'scores' | 'unknown'> {
  const vocabulary = get(model, 'vocab');
  const unknown = get(model, 'unk_id');
  if (get(model, 'type') !== 'Unigram' || !Array.isArray(vocabulary) || vocabulary.length === 0)
    refuse('a Unigram model with its vocab', model);
  const entries = vocabulary as unknown[];
  if (typeof unknown !== 'number' || !(unknown in entries)) refuse('unk_id to be the number of a piece', unknown);
  const pieces = new Array<string>(entries.length);
  const scores = new Float64Array(entries.length);
  for (let id = 0; id < entries.length; id++) {
    const entry = entries[id];
    const piece = Array.isArray(entry) ? entry[0] : undefined;
    const score = Array.isArray(entry) ? entry[1] : undefined;
    if (typeof piece !== 'string' || piece === '' || !Number.isFinite(score)) refuse(`piece ${id} to be a text and a finite score`, entry);
    pieces[id] = piece;
    scores[id] = score;
  }
  return { pieces, scores, unknown: unknown as number };
}

/** `Replace` rules run one after another; going through them backwards, each takes over what later rules make of its result. */
function buildReplacements(rules: readonly unknown[], refuse: (what: string, got: unknown) => never): Uint16Array {
  const table = Uint16Array.from({ length: 65_536 }, (_, unit) => unit);
  for (let i = rules.length - 1; i >= 0; i--) {
    const from = get(rules[i], 'pattern', 'String');
    const to = get(rules[i], 'content');
    if (typeof from !== 'string' || typeof to !== 'string' || from.length !== 1 || to.length !== 1) {
      refuse('Replace to put one character for one', rules[i]);
    }
    table[(from as string).charCodeAt(0)] = table[(to as string).charCodeAt(0)]!;
  }
  if (table[FINAL_SIGMA] !== SIGMA) refuse('Replace to make ς a σ', String.fromCharCode(table[FINAL_SIGMA]!));
  return table;
}

function buildKinds(ranges: readonly CodeRange[]): Uint8Array {
  const kinds = new Uint8Array(65_536);
  kinds.fill(SURROGATE, 0xd800, 0xdc00);
  for (const [first, last] of ranges) kinds.fill(PUNCTUATION, first, last + 1);
  for (const space of SPACES) kinds[space.charCodeAt(0)] = WHITE_SPACE;
  return kinds;
}
