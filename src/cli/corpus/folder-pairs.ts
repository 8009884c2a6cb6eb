/**
 * Which files of a folder belong together. Two ways of naming are known:
 *
 *     x.en.txt  x.id.txt     the language before the extension, or as the extension (x.en, x.id), in any subfolder
 *     en/x.txt  id/x.txt     one subfolder for each language, the same names in each
 *
 * A folder that mixes the two, or has two files for one language of one name, is refused.
 */
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UsageError } from '../usage-error.ts';

/** Two files that are to be aligned. */
export interface FilePair {
  /** `x`, or `x.en-id` where there are more than two languages. */
  readonly id: string;
  readonly source: LanguageFile;
  readonly target: LanguageFile;
}

/** A file whose name tells its language. */
export interface LanguageFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly language: string;
}

/** What was found in a folder. */
export interface FolderPairs {
  readonly pairs: readonly FilePair[];
  /** Files that are left out: no language in their name, or no partner. */
  readonly alone: readonly string[];
}

const extensions = new Set(['txt', 'md', 'markdown', 'html', 'htm', 'xhtml', 'docx', 'epub', 'srt', 'vtt']);
const tag = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/**
 * Pair the files of a folder: every two languages of every name, in order of names.
 *
 * @param languages - Only these, the first being the source of the second. Left out: all, in alphabetical order.
 * @throws UsageError where it is not clear which files belong together.
 */
export async function pairFolder(folder: string, languages?: readonly string[]): Promise<FolderPairs> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort(byCode);
  return pairPaths(paths, languages);
}

/** {@link pairFolder} for paths, sorted. */
export function pairPaths(paths: readonly string[], languages?: readonly string[]): FolderPairs {
  const ways = [groupPaths(paths, nameLanguage), groupPaths(paths, folderLanguage)].filter(hasPartners);
  if (ways.length > 1) {
    const [named, inFolder] = ways.map((groups) => [...[...groups.values()].find((files) => files.size > 1)!.values()].join(' and '));
    throw new UsageError(`the folder can be read in two ways, with ${named} together or ${inFolder}: it must be one or the other`);
  }
  const groups: Groups = ways[0] ?? new Map();

  const wanted = languages?.map((language) => language.toLowerCase());
  const hasMany = new Set([...groups.values()].flatMap((files) => [...files.keys()])).size > 2;
  const pairs: FilePair[] = [];
  for (const [name, files] of [...groups].sort(([a], [b]) => byCode(a, b))) {
    const present = wanted ? wanted.filter((language) => files.has(language)) : [...files.keys()].sort(byCode);
    present.forEach((source, i) => {
      for (const target of present.slice(i + 1)) {
        const file = (language: string): LanguageFile => ({ path: files.get(language)!, language });
        pairs.push({ id: hasMany ? `${name}.${source}-${target}` : name, source: file(source), target: file(target) });
      }
    });
  }
  const used = new Set(pairs.flatMap(({ source, target }) => [source.path, target.path]));
  return { pairs, alone: paths.filter((path) => !used.has(path)) };
}

/** Files by name, then by language. */
type Groups = Map<string, Map<string, string>>;

function groupPaths(paths: readonly string[], read: (path: string) => Named | undefined): Groups {
  const groups: Groups = new Map();
  for (const path of paths) {
    const found = read(path);
    if (!found) continue;
    const files = groups.get(found.name) ?? new Map<string, string>();
    const other = files.get(found.language);
    if (other !== undefined) throw new UsageError(`two files for ${found.name} in ${found.language}: ${other} and ${path}`);
    groups.set(found.name, files.set(found.language, path));
  }
  return groups;
}

function hasPartners(groups: Groups): boolean {
  return [...groups.values()].some((files) => files.size > 1);
}

interface Named {
  readonly name: string;
  readonly language: string;
}

/** `a/x.en.txt` and `a/x.en` are `a/x` in `en`. */
function nameLanguage(path: string): Named | undefined {
  const parts = path.split('.');
  if (parts.length > 2 && extensions.has(parts.at(-1)!.toLowerCase())) parts.pop();
  const language = parts.pop()!;
  const name = parts.join('.');
  if (name === '' || name.endsWith('/') || !tag.test(language) || extensions.has(language.toLowerCase())) return undefined;
  return { name, language: language.toLowerCase() };
}

/** `en/a/x.txt` and `en/a/x.en.txt` are `a/x` in `en`. */
function folderLanguage(path: string): Named | undefined {
  const [language, ...rest] = path.split('/');
  if (rest.length === 0 || !tag.test(language!)) return undefined;
  const own = nameLanguage(rest.join('/'));
  if (own && own.language === language!.toLowerCase()) return own;
  return { name: rest.join('/').replace(/(?<=[^./])\.[^./]+$/, ''), language: language!.toLowerCase() };
}

/** By UTF-16 units, so that the order is the same everywhere. */
function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
