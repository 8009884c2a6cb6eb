/** The code in the documentation: fences of Markdown files, and examples of doc comments. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './scratch-project.ts';

/** A fenced block. */
export interface Block {
  language: string;
  code: string;
  /** The text block right behind it: what the code prints. */
  prints?: string;
}

/** A page of documentation, or one doc comment. */
export interface Page {
  name: string;
  blocks: Block[];
}

/** All fenced blocks of a Markdown text, in order. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let end = 0;
  for (const match of markdown.matchAll(/^ *```(\w+)[^\n]*\n([\s\S]*?)^ *```$/gm)) {
    const between = markdown.slice(end, match.index);
    const [language, code] = [match[1]!, match[2]!];
    const before = blocks.at(-1);
    if (language === 'text' && before?.language === 'ts' && between.replace(/<!--[\s\S]*?-->/g, '').trim() === '') before.prints = code;
    blocks.push({ language, code });
    end = match.index + match[0].length;
  }
  return blocks;
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The README and the guide. */
export function guidePages(): Page[] {
  const guide = readdirSync(join(root, 'docs-src/guide')).map((name) => `docs-src/guide/${name}`);
  return ['README.md', ...guide.sort()].map((name) => ({ name, blocks: blocksOf(read(name)) }));
}

/** Every doc comment under src/ that has an example. */
export function commentPages(): Page[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.sort().flatMap((file) => {
    const comments = read(join('src', file)).matchAll(/\/\*\*[\s\S]*?\*\//g);
    return [...comments].flatMap(([comment], i) => {
      if (!comment.includes('@example')) return [];
      const text = comment.slice(comment.indexOf('@example')).replace(/^\s*\*(?: |\/|$)/gm, '');
      return [{ name: `src/${file}#${i + 1}`, blocks: blocksOf(text) }];
    });
  });
}

/** What a block says it prints: the text block behind it, or its comments `// → …`; undefined when it says nothing. */
export function printed(block: Block): string[] | undefined {
  if (block.prints !== undefined)
    return block.prints
      .trimEnd()
      .split('\n')
      .map((line) => line.trimEnd());
  const arrows = [...block.code.matchAll(/\/\/ → (.*)$/gm)].map((match) => match[1]!.trimEnd());
  return arrows.length > 0 ? arrows : undefined;
}
