/**
 * Reads model files from disk: the one file of this library, besides the command line, that touches the file system.
 *
 * Nothing of Node is imported: `process.getBuiltinModule` (Node 20.16) hands out the modules at run time, so bundlers for browsers find nothing
 * to resolve, and in a browser {@link fileSystem} is simply absent.
 */
import { AlignmentError } from '../errors.ts';
import type { ReadModelFile } from './model-folder.ts';

type FileSystem = typeof import('node:fs');

/** Node's file system; `undefined` where there is none. */
export function fileSystem(): FileSystem | undefined {
  return nodeModule<FileSystem>('node:fs');
}

/** A module of Node's own, or `undefined` outside Node. */
export function nodeModule<Module>(name: string): Module | undefined {
  const host = (globalThis as { process?: { versions?: { node?: string }; getBuiltinModule?: (name: string) => unknown } }).process;
  return host?.versions?.node === undefined ? undefined : (host.getBuiltinModule?.(name) as Module | undefined);
}

/** Whether there is a folder at this path. `false` where there is no file system. */
export function isFolder(path: string): boolean {
  return fileSystem()?.statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Reads files of a folder on disk. */
export function readFromFolder(folder: string): ReadModelFile {
  return async (name) => {
    const fs = fileSystem();
    const path = `${folder.replace(/[\\/]$/, '')}/${name}`;
    if (!fs) throw new AlignmentError('MODEL_MISSING', `${path}: there is no file system here; name a \`modelUrl\``);
    try {
      const buffer = await fs.promises.readFile(path);
      return new Uint8Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.byteLength);
    } catch (cause) {
      const isMissing = (cause as { code?: string }).code === 'ENOENT' || (cause as { code?: string }).code === 'ENOTDIR';
      throw new AlignmentError('MODEL_MISSING', `${path}: ${isMissing ? 'the file is missing' : 'the file cannot be read'}`, { cause });
    }
  };
}
