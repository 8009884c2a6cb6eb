/** Why a file could not be written, in words. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the quota is used up',
  EACCES: 'it is not allowed',
  EPERM: 'it is not allowed',
  EROFS: 'the file system is read-only',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
};

/** The error for a file that could not be written. */
export function writeFailure(path: string, cause: NodeJS.ErrnoException): Error {
  return new Error(`cannot write ${path}: ${reasons[cause.code ?? ''] ?? cause.message}`, { cause });
}
