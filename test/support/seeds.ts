/** The five seed articles and their gold, read from the repository. */
import { readFileSync } from 'node:fs';
import type { DocumentDescription, GoldBead } from '../../src/types.ts';

const folder = new URL('../../seeds/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** What `manifest.json` says of each article. */
export const manifest = JSON.parse(read('manifest.json')) as {
  documents: { id: string; file: string; languages: string[]; kind: string }[];
};

/** The articles as a caller would hand them in. */
export const seedDocuments: DocumentDescription[] = manifest.documents.map(({ id, file }) => ({ id, text: read(file) }));

/** Gold beads of a pair of articles, with the sentences they count. */
export interface GoldPair {
  readonly source: { readonly document: string; readonly sentences: readonly string[] };
  readonly target: { readonly document: string; readonly sentences: readonly string[] };
  readonly kind: 'parallel' | 'comparable';
  readonly beads: readonly GoldBead[];
  readonly possible?: readonly GoldBead[];
}

/** Gold of `000-001`, `000-003` or `002.zh-002.en`. */
export const readGoldPair = (name: string): GoldPair => JSON.parse(read(`gold/${name}.json`)) as GoldPair;
