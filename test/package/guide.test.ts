/** What the guide lists is what there is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULE_NAMES } from '../../src/findings/rule-names.ts';
import { formats } from '../../src/formats/formats.ts';
import { root } from './support/scratch-project.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const limits = read('docs-src/guide/limits-and-errors.md');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

test('every error code is explained', () => {
  const codes = [...read('src/errors.ts').matchAll(/^ {2}\| '(\w+)'/gm)].map((match) => match[1]!);
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes) expect(limits, code).toContain(`\`${code}\``);
});

test('every warning is explained', () => {
  const codes = new Set(sources.flatMap((name) => [...read(`src/${name}`).matchAll(/\bcode: '([A-Z_]+)'/g)].map((match) => match[1]!)));
  expect(codes.size).toBeGreaterThan(5);
  const pages = limits + read('docs-src/guide/corpora.md');
  for (const code of codes) expect(pages, code).toContain(`\`${code}\``);
});

test('every format and every column of the tables of names and findings is explained', () => {
  const page = read('docs-src/guide/formats.md');
  for (const format of Object.keys(formats)) expect(page).toContain(`| \`${format}\` |`);
  const commands = read('src/cli/trace-commands.ts');
  const headers = [...commands.matchAll(/const header = \[([^\]]*)\]/g)].map((match) => match[1]!);
  expect(headers.length).toBeGreaterThan(1);
  for (const column of headers.slice(0, 2).flatMap((header) => header.match(/\w+/g)!)) expect(page, column).toContain(`\`${column}\``);
});

describe('the site', () => {
  const listed = JSON.parse(read('typedoc.json')).projectDocuments as string[];

  test('holds every page of the guide', () => {
    for (const name of readdirSync(join(root, 'docs-src/guide'))) expect(listed).toContain(`docs-src/guide/${name}`);
  });

  test('holds a page for every rule', () => {
    expect(listed).toContain('docs-src/rules/*.md');
    const pages = readdirSync(join(root, 'docs-src/rules')).map((name) => name.replace('.md', ''));
    expect(pages.sort()).toEqual([...RULE_NAMES].sort());
  });
});

test.each(['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md'])('every file that %s names is there', (page) => {
  const paths = [...read(page).matchAll(/`((?:src|test|docs-src|bench|scripts|models|training|examples|seeds|\.github)\/[\w./-]*)`/g)].map(
    (match) => match[1]!,
  );
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
