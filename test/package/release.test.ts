/** What is checked, pinned and said before a version is published. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, '.github/workflows');
const workflows = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string; engines: { node: string } };
const workflow = (name: string) => workflows.find(([file]) => file === name)![1];

describe.each(workflows)('%s', (_, text) => {
  test('pins every action of others to a full commit, with its version beside it', () => {
    const uses = [...text.matchAll(/\buses:\s*(.+)$/gm)].map((match) => match[1]!);
    for (const use of uses) expect(use).toMatch(/^\.\/|^[\w-]+\/[\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
    expect(uses.length).toBeGreaterThan(0);
  });

  test('may write nothing unless a job asks for it, and names no host', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
    expect(text).not.toMatch(/https?:|registry|secrets\./);
  });
});

test('the oldest Node that the package promises is among those tested', () => {
  const oldest = /\d+\.\d+/.exec(manifest.engines.node)![0];
  expect(workflow('ci.yml')).toContain(`node: ['${oldest}', '22', '24']`);
});

test('a release is tested first, checked against its tag, and published with provenance', () => {
  const release = workflow('release.yml');
  expect(release).toMatch(/test:\n {4}uses: \.\/\.github\/workflows\/ci\.yml/);
  expect(release).toMatch(/needs: test/);
  expect(release).toMatch(/id-token: write/);
  expect(release.indexOf('check-release.mjs')).toBeLessThan(release.indexOf('npm publish --provenance --access public'));
  expect(workflow('ci.yml')).toContain('- run: npm audit\n');
});

describe('check-release', () => {
  const check = (...tag: string[]) =>
    execFileSync(process.execPath, [join(root, 'scripts/check-release.mjs'), ...tag], { stdio: 'pipe', encoding: 'utf8' });

  test('package.json, CHANGELOG.md and CITATION.cff name one semantic version', () => {
    expect(check()).toBe('');
  });

  test('refuses the tag of another version', () => {
    expect(() => check('v99.0.0')).toThrow(/tag v99\.0\.0 does not belong to version/);
  });
});

test('CITATION.cff has what its format requires', () => {
  const citation = readFileSync(join(root, 'CITATION.cff'), 'utf8');
  for (const key of ['cff-version: 1.2.0', 'title: ', 'message: ', 'type: software', 'authors:\n  - name: ', 'license'])
    expect(citation).toContain(key);
  expect(citation).not.toMatch(/\t/);
});
