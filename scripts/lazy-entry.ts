// Writes an entry for Node that loads a module with the first call of a function out of it. Bundlers and browsers take the entry itself (`exports` of package.json).
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Write `node.js` beside a built entry. All of it goes through `require`, so that loaders which treat that in a way of their own see every module once.
 *
 * @param entry - A built module that only hands on what others export.
 */
export async function writeLazyEntry(entry: string): Promise<void> {
  const library = (await import(pathToFileURL(resolve(entry)).href)) as Record<string, unknown>;
  const lines = [
    `// Made out of ${entry}.`,
    "import { createRequire } from 'node:module';",
    'const require = createRequire(import.meta.url);',
  ];
  const statements = [...readFileSync(entry, 'utf8').matchAll(/^import \{([^}]*)\} from (".[^"]*");$/gm)];
  const written = statements.flatMap(([, names, from], index) => {
    lines.push(`let module${index};`);
    return names!.split(',').map((each) => {
      const name = each.trim();
      lines.push(`export const ${name} = ${lazily(library[name], `(module${index} ??= require(${from})).${name}`)};`);
      return name;
    });
  });
  if (written.length !== Object.keys(library).length) throw new Error(`${entry} exports more than it hands on`);
  writeFileSync(join(dirname(entry), 'node.js'), `${lines.join('\n')}\n`);
}

/**
 * An expression that is like a value: functions, those of an object too, get at it when they are called.
 *
 * @param access - Expression that gets at the value.
 */
function lazily(value: unknown, access: string): string {
  if (typeof value === 'function' && !/^class\b/.test(String(value))) return `(...given) => ${access}(...given)`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return access;
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${key}: ${lazily(part, `${access}.${key}`)}`)
    .join(', ')} }`;
}
