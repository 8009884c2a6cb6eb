/** The written stories with their alignments, for what is fitted or scored on them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { alignDocuments } from '../src/align-documents.ts';
import type { Alignment } from '../src/types.ts';
import { readStories } from '../stories/score.mjs';

/** A story as its file has it. */
export interface Story {
  readonly id: string;
  readonly documents: readonly {
    readonly id: string;
    readonly language: string;
    readonly role: string;
    readonly sentences: readonly { readonly text: string }[];
  }[];
  readonly names: readonly { readonly canonical: string; readonly forms: Readonly<Record<string, Readonly<Record<string, string>>>> }[];
}

/**
 * The stories that stories/held-out.txt does not list, or only those, aligned without traces. `--keep FILE` on the command line
 * writes the alignments to a file, and reads them from there the next time.
 */
export async function alignedStories(held = false): Promise<{ story: Story; alignment: Pick<Alignment, 'documents' | 'pairs'> }[]> {
  const heldOut = new Set(readFileSync('stories/held-out.txt', 'utf8').split(/\s+/));
  const stories = (readStories(['stories']) as Story[]).filter(({ id }) => heldOut.has(id) === held);
  const at = process.argv.indexOf('--keep');
  const file = at > 0 && !held ? process.argv[at + 1] : undefined;
  const kept = new Map<string, Pick<Alignment, 'documents' | 'pairs'>>(
    file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [],
  );
  for (const story of stories) {
    if (kept.has(story.id)) continue;
    const inputs = story.documents.map(({ id, language, sentences }) => ({ id, language, sentences: sentences.map(({ text }) => text) }));
    const { documents, pairs } = await alignDocuments(inputs, { trace: false });
    kept.set(story.id, { documents, pairs });
  }
  if (file !== undefined) writeFileSync(file, JSON.stringify([...kept]));
  return stories.map((story) => ({ story, alignment: kept.get(story.id)! }));
}
