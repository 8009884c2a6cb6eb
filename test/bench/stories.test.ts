import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

interface Story {
  id: string;
  documents: { id: string; source: string | null; sentences: { main?: string[] }[] }[];
}

const folder = mkdtempSync(join(tmpdir(), 'stories-'));
afterAll(() => rmSync(folder, { recursive: true }));

const heldOut = readFileSync('stories/held-out.txt', 'utf8').split('\n').filter(Boolean);
const stories = heldOut.map((id) => JSON.parse(readFileSync(`stories/${id}.json`, 'utf8')) as Story);

/** What the bench says of answers that an aligner could have given: figures by their names. */
function score(answers: Record<string, object>): Map<string, number> {
  const file = join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify(answers));
  const printed = execFileSync(process.execPath, ['bench/stories.mjs', '--output', `ours=${file}`], { encoding: 'utf8' });
  return new Map(
    printed.split('\n').flatMap((line) => (/^(.+?)\s{2,}([\d.]+)$/.exec(line) ? [[RegExp.$1, Number(RegExp.$2)] as const] : [])),
  );
}

/** The links and sources that the stories themselves state. */
function goldAnswer({ documents }: Story): object {
  const pairs = documents.flatMap((a, k) =>
    documents.slice(k + 1).map((b) => ({
      source: a.id,
      target: b.id,
      relation: 'comparable',
      beads: a.sentences.flatMap((x, i) =>
        b.sentences.flatMap((y, j) =>
          (x.main ?? []).some((fact) => (y.main ?? []).includes(fact)) ? [{ source: [i, i + 1], target: [j, j + 1], confidence: 1 }] : [],
        ),
      ),
    })),
  );
  const lineage = documents.flatMap(({ id, source }) =>
    source === null ? [] : [{ document: id, kind: 'derived', source, confidence: 1 }],
  );
  return { pairs, lineage };
}

describe('the benchmark on written stories', () => {
  test('gives the full score to its own gold', () => {
    const figures = score(Object.fromEntries(stories.map((story) => [story.id, goldAnswer(story)])));
    expect(figures.get('links, all: F1')).toBe(1);
    expect(figures.get('lineage right')).toBe(figures.get('lineage, documents with a source'));
    expect(figures.get('lineage wrong')).toBe(0);
  });

  test('gives nothing to an aligner that says nothing', () => {
    const figures = score(Object.fromEntries(stories.map(({ id }) => [id, { pairs: [] }])));
    expect(figures.get('lineage right')).toBe(0);
    expect(figures.has('links, all: F1')).toBe(false);
  });
});
