import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { AppError, appError } from '../errors.ts';
import { words } from '../texts/words.ts';
import type { ArtifactSource } from './drafts.ts';
import { asSourceError } from './vault-errors.ts';

/** Reads a regular file (a link may lead to one), and makes sure that it stayed the same from beginning to end. */
export async function readSource(
  path: string,
  take: (chunk: Uint8Array, totalBytes: number) => Promise<void>,
  options: { maxBytes: number; signal?: AbortSignal },
): Promise<ArtifactSource> {
  const file = await openSource(path);
  try {
    const before = await file.stat();
    if (!before.isFile()) throw notAFile();
    refuseLarge(before.size, options);
    let read = 0;
    await readThrough(
      file,
      async (chunk) => {
        read += chunk.byteLength;
        if (read > before.size) throw changedWhileRead();
        await take(chunk, before.size);
      },
      options.signal,
    );
    const after = await file.stat();
    if (read !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
      throw changedWhileRead();
    }
    return { path, size: before.size, modifiedAt: before.mtimeMs };
  } finally {
    await file.close();
  }
}

/** Looks before it opens, since opening a device or a pipe can do something; and again afterwards, to be sure. */
async function openSource(path: string): Promise<FileHandle> {
  try {
    if (!(await stat(path)).isFile()) throw notAFile();
    return await open(path, readOnly);
  } catch (error) {
    throw error instanceof AppError ? error : asSourceError(error);
  }
}

function notAFile(): AppError {
  return appError('file-rejected', words().refusals.files.notAFile);
}

function changedWhileRead(): AppError {
  return appError('file-rejected', { ...words().refusals.files.changedInCopying, retry: 'now' });
}

/** How the file an artifact was copied from looks now. One that cannot be looked at is as good as missing. */
export async function sourceState(
  source: ArtifactSource | null,
): Promise<'unchanged' | 'changed' | 'missing' | 'none'> {
  if (source === null) return 'none';
  const found = await stat(source.path).catch(() => null);
  if (!found?.isFile()) return 'missing';
  return found.size === source.size && found.mtimeMs === source.modifiedAt ? 'unchanged' : 'changed';
}

export function refuseLarge(size: number, { maxBytes }: { maxBytes: number }): void {
  if (size <= maxBytes) return;
  throw appError('file-rejected', words().refusals.files.tooLarge(Math.floor(maxBytes / 1024 / 1024)));
}

/** Hands the file over in pieces, each to be done with before the next is read; the piece is then used again. */
export async function readThrough(
  file: FileHandle,
  take: (chunk: Uint8Array) => unknown,
  signal?: AbortSignal,
): Promise<void> {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (;;) {
    if (signal?.aborted) throw appError('cancelled', { applied: 'no', oldFile: 'safe' });
    const { bytesRead } = await file.read(buffer, 0, buffer.length, null).catch((error: unknown) => {
      throw asSourceError(error);
    });
    if (bytesRead === 0) return;
    await take(buffer.subarray(0, bytesRead));
  }
}

const chunkBytes = 256 * 1024;

/** Opening without waiting keeps a named pipe from hanging the app; on Windows there is neither. */
const readOnly = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK);
