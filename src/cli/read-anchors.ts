/** `--anchors`: passages that a person has put right, as the report saves them. */
import { type AlignedDocument, AlignmentError, type AlignOptions } from '../index.ts';
import { decodeText } from './decode-text.ts';
import type { CliIo } from './io.ts';
import { readFileOf } from './read-inputs.ts';

/** What such a file holds. */
export interface AnchorFile {
  readonly anchors: NonNullable<AlignOptions['anchors']>;
  /** @throws `FORMAT_INVALID` where the texts now have other sentences than those that the file is about. */
  check(documents: readonly AlignedDocument[]): void;
}

/** Read corrections. What stands in `anchors` is checked by {@link alignDocuments}. */
export async function readAnchors(path: string, io: CliIo): Promise<AnchorFile> {
  const text = decodeText(await readFileOf(path, io), path);
  let value: { anchors?: unknown; documents?: { id: string; sentences: number }[] };
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AlignmentError('FORMAT_INVALID', `${path}: ${(cause as Error).message}`, { cause });
  }
  if (!Array.isArray(value?.anchors))
    throw new AlignmentError('FORMAT_INVALID', `${path}: expected corrections, as the report saves them: { "anchors": [ … ] }`);
  const { anchors, documents = [] } = value;
  const corrected = new Set(anchors.flatMap((anchor: { source?: unknown; target?: unknown } | null) => [anchor?.source, anchor?.target]));
  return {
    anchors,
    check(now) {
      for (const { id, sentences } of documents) {
        const count = now.find((document) => document.id === id)?.sentences.length;
        if (corrected.has(id) && count !== sentences)
          throw new AlignmentError('FORMAT_INVALID', `${path} is about ${sentences} sentences of ${id}, which has ${count ?? 'none'} now`);
      }
    },
  };
}
