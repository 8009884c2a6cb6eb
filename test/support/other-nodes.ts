/** Other versions of Node, from the registry that packages come from, kept under node_modules/.cache. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const cache = resolve('node_modules/.cache/palimpsest-nodes');

/** The path of a Node of this version, or why it cannot be had. */
export function findNode(version: string): { path: string } | { missing: string } {
  const packageName = `node-${process.platform}-${process.arch}`;
  const path = join(cache, version, 'node_modules', packageName, 'bin/node');
  if (!existsSync(path)) {
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, 'new-'));
    try {
      writeFileSync(join(folder, 'package.json'), '{"private":true}');
      const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--fetch-retries=1'];
      execFileSync('npm', ['install', ...flags, `${packageName}@${version}`], { cwd: folder, stdio: 'pipe', timeout: 60_000 });
      if (!existsSync(join(cache, version))) renameSync(folder, join(cache, version));
    } catch (error) {
      return { missing: `npm cannot install ${packageName}@${version} (${(error as Error).message.split('\n')[0]})` };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  try {
    execFileSync(path, ['--version'], { stdio: 'pipe' });
    return { path };
  } catch (error) {
    return { missing: `Node ${version} does not run here (${(error as Error).message.split('\n')[0]})` };
  }
}
