/** Every example in the README, the guide and the doc comments compiles against the packed package, runs, and prints what it says. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commentPages, guidePages, type Page, printed } from './support/documentation.ts';
import { root, type ScratchProject, scratchProject } from './support/scratch-project.ts';

const pages = [...guidePages(), ...commentPages()].filter((page) => page.blocks.some(({ language }) => language === 'ts'));
const exported = [...readFileSync(join(root, 'src/index.ts'), 'utf8').matchAll(/\b[A-Za-z]\w+\b/g)].map(([name]) => name);

/** Texts that the README takes for given. */
const given = `import { readFileSync as readSeed } from 'node:fs';
const [indonesian, english, chineseThenEnglish] = ['000_cff37631ae16b27f', '001_a8d46ff2df23af88', '002_ffe5ed33785743ed'].map((name) => readSeed(\`seeds/\${name}.txt\`, 'utf8'));
`;

/** A page as one module, which says where each block begins. Names of the package that it does not import are imported for it. */
function moduleOf({ name, blocks }: Page): string {
  const code = blocks
    .filter(({ language }) => language === 'ts')
    .map((block, i) => `console.log(${JSON.stringify(`\0${i}`)});\n${block.code}`)
    .join('\n');
  const known = new Set(
    [...code.matchAll(/import \{([^}]*)\}|(?:const|function|class) (\w+)/g)].flatMap((match) => (match[1] ?? match[2]!).split(/[\s,]+/)),
  );
  const used = [...new Set(exported)].filter((word) => new RegExp(`\\b${word}\\b`).test(code) && !known.has(word) && values.has(word));
  return `${used.length > 0 ? `import { ${used.join(', ')} } from 'palimpsest';\n` : ''}${name === 'README.md' ? given : ''}${code}\nexport {};\n`;
}

let project: ScratchProject;
let values: Set<string>;
let output: Record<string, { lines: string[][]; error?: string }>;
const fileOf = (i: number) => `page-${i}`;

beforeAll(async () => {
  project = scratchProject();
  project.link('@types/node', 'undici-types', '@huggingface/transformers');
  const list = project.run(process.execPath, ['-e', "import('palimpsest').then((all) => console.log(Object.keys(all).join(' ')))"]);
  values = new Set(list.trim().split(' '));
  pages.forEach((page, i) => {
    const code = moduleOf(page);
    writeFileSync(join(project.folder, `${fileOf(i)}.ts`), code);
    const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
    writeFileSync(join(project.folder, `${fileOf(i)}.js`), ts.transpileModule(code, { compilerOptions: options }).outputText);
  });
  writeFileSync(
    join(project.folder, 'run.js'),
    `import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
const output = {};
for (let i = 0; i < ${pages.length}; i++) {
  const lines = [];
  console.log = (...values) => {
    const text = format(...values);
    if (text.startsWith('\\0')) lines.push([]);
    else lines.at(-1).push(...text.split('\\n').map((line) => line.trimEnd()));
  };
  output[i] = { lines };
  try {
    await import('./page-' + i + '.js');
  } catch (error) {
    output[i].error = String(error.stack ?? error);
  }
}
writeFileSync('output.json', JSON.stringify(output));
process.exit(0);
`,
  );
  project.run(process.execPath, ['run.js']);
  output = JSON.parse(readFileSync(join(project.folder, 'output.json'), 'utf8'));
}, 300_000);
afterAll(() => project?.remove());

test('the examples compile', () => {
  const compilerOptions = {
    target: 'ES2022',
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
  };
  writeFileSync(join(project.folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: pages.map((_, i) => `${fileOf(i)}.ts`) }));
  let errors = '';
  try {
    project.run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.']);
  } catch (error) {
    errors = String((error as { stdout?: string }).stdout).replace(/page-(\d+)/g, (_, i: string) => pages[Number(i)]!.name);
  }
  expect(errors).toBe('');
}, 180_000);

describe.each(pages.map((page, i) => [page.name, page, i] as const))('%s', (_, page, i) => {
  test('runs, and prints what it says', () => {
    const { lines, error } = output[i]!;
    expect(error).toBeUndefined();
    const blocks = page.blocks.filter(({ language }) => language === 'ts');
    expect(lines).toHaveLength(blocks.length);
    blocks.forEach((block, k) => {
      const expected = printed(block);
      if (expected !== undefined) expect(lines[k]!.join('\n').trimEnd().split('\n')).toEqual(expected);
    });
  });
});
