/** An empty project with the packed tarball in it, as a user has it after `npm install palimpsest`: nothing else is there to be imported. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The repository. */
export const root = resolve(import.meta.dirname, '../../..');

/** What `npm pack --json` tells. */
export interface PackReport {
  filename: string;
  size: number;
  unpackedSize: number;
  files: { path: string }[];
}

/** A scratch project. */
export interface ScratchProject {
  folder: string;
  packed: PackReport;
  /** Run a command in the project; throws when it fails. */
  run(command: string, args: readonly string[], cwd?: string): string;
  /** Make more of the repository's packages importable. */
  link(...names: string[]): void;
  remove(): void;
}

/** Pack, unpack beside the declared dependencies, and put the executable where npm puts it. */
export function scratchProject(): ScratchProject {
  if (!existsSync(join(root, 'dist/index.js'))) throw new Error('dist/ is missing: run `npm run build` first');
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-package-'));
  const run = (command: string, args: readonly string[], cwd = folder): string =>
    execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const link = (...names: string[]) => {
    for (const name of names) {
      const path = join(folder, 'node_modules', name);
      mkdirSync(dirname(path), { recursive: true });
      symlinkSync(join(root, 'node_modules', name), path, 'dir');
    }
  };
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root)) as [PackReport];
  const home = join(folder, 'node_modules/palimpsest');
  mkdirSync(home, { recursive: true });
  run('tar', ['-xzf', join(folder, packed.filename), '--strip-components=1', '-C', home]);
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    bin: Record<string, string>;
  };
  link(...Object.keys(manifest.dependencies));
  mkdirSync(join(folder, 'node_modules/.bin'));
  for (const [name, path] of Object.entries(manifest.bin)) {
    chmodSync(join(home, path), 0o755);
    symlinkSync(join('../palimpsest', path), join(folder, 'node_modules/.bin', name));
  }
  cpSync(join(root, 'seeds'), join(folder, 'seeds'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  return { folder, packed, run, link, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
