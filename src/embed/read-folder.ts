/**
 * Reads model files from disk: the only file of this library, besides the command line, that accesses the file system.
 *
 * Nothing of Node is imported: `process.getBuiltinModule` (Node 20.16) returns the modules at run time, so bundlers for browsers find nothing
 * to resolve, and in a browser {@link fileSystem} returns `undefined`.
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
    const path = pathOf(folder, name);
    if (!fs) throw new AlignmentError('MODEL_MISSING', `${path}: there is no file system here; name a \`modelUrl\``);
    try {
      return bytesOf(await fs.promises.readFile(path));
    } catch (cause) {
      throw unreadable(path, cause);
    }
  };
}

/** Reads a file of a folder on disk at once. Only where there is a file system. */
export function readNow(folder: string, name: string): Uint8Array {
  const path = pathOf(folder, name);
  try {
    return bytesOf(fileSystem()!.readFileSync(path));
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function pathOf(folder: string, name: string): string {
  return `${folder.replace(/[\\/]$/, '')}/${name}`;
}

function bytesOf(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.byteLength);
}

function unreadable(path: string, cause: unknown): AlignmentError {
  const isMissing = (cause as { code?: string }).code === 'ENOENT' || (cause as { code?: string }).code === 'ENOTDIR';
  return new AlignmentError('MODEL_MISSING', `${path}: ${isMissing ? 'the file is missing' : 'the file cannot be read'}`, { cause });
}
