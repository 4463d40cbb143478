import { createHash, randomUUID } from 'node:crypto';
import { chmod, type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { appError } from '../errors.ts';
import type { IncomingFile } from '../model/incoming-file.ts';
import { words } from '../texts/words.ts';
import { readSource, readThrough, refuseLarge, sourceState } from './artifact-source.ts';
import type { ArtifactSource } from './drafts.ts';
import { asVaultError, hasCode } from './vault-errors.ts';

/** What came into the vault. Hashes in lower-case hex, size in bytes. */
export interface StoredArtifact {
  readonly sha256: string;
  readonly md5: string;
  readonly size: number;
  /** Null for a file without a place of its own, such as a pasted one. */
  readonly source: ArtifactSource | null;
}

export interface AddOptions {
  /** Bytes; a larger file is refused before it is copied. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (copiedBytes: number, totalBytes: number) => void;
}

/**
 * The app's own copies of artifacts, each stored once under its SHA-256. What is in here is what was reviewed,
 * whatever becomes of the build folder. Calls throw an `AppError`.
 */
export interface ArtifactVault {
  /**
   * Copies a regular file, hashing it on the way; it is on disk, whole, when this returns. A file that changes while
   * it is read is refused, and nothing is left behind by a copy that failed.
   */
  add(incoming: IncomingFile, options: AddOptions): Promise<StoredArtifact>;
  has(sha256: string, size: number): Promise<boolean>;
  /** The path of the copy. `artifact-missing` when it is gone, has another size, or was written to since `verify`. */
  pathOf(sha256: string, size: number): Promise<string>;
  /** Reads the copy through. `artifact-missing` when it is gone or is no longer what its name says. */
  verify(sha256: string, signal?: AbortSignal): Promise<void>;
  remove(sha256: string): Promise<void>;
  /** Every copy there is, by SHA-256, with its size in bytes. */
  list(): Promise<ReadonlyMap<string, number>>;
  /** It is about to be named by a draft or a job: for ten minutes it stays. */
  hold(sha256: string): void;
  /**
   * Removes every copy not in `needed`, and gives their SHA-256; what came in, or was held, during the last ten minutes
   * stays, it may not be named yet.
   */
  collect(needed: ReadonlySet<string>): Promise<string[]>;
  /** How the file an artifact was copied from looks now. */
  sourceState(source: ArtifactSource | null): Promise<'unchanged' | 'changed' | 'missing' | 'none'>;
}

interface Dependencies {
  readonly clock: Clock;
  /** Makes the file a copy is written to; the tests fill the disk here. */
  readonly createFile?: (path: string) => Promise<FileHandle>;
}

/** Opens the vault in this folder, making it where there is none, and clears away copies that were never finished. */
export async function openArtifactVault(folder: string, given: Dependencies): Promise<ArtifactVault> {
  const { clock, createFile = (path: string) => open(path, 'wx', 0o600) } = given;
  const fresh = new Map<string, number>();
  /** When each copy that was read through had last been written to, in nanoseconds. */
  const verified = new Map<string, bigint>();
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    await clearLeftovers(folder);
  } catch (error) {
    throw asVaultError(error);
  }

  const placeOf = (sha256: string): string => {
    if (!isHash(sha256)) throw appError('artifact-missing');
    return join(folder, sha256);
  };
  const sizeOf = async (sha256: string): Promise<number | null> => {
    const found = await statOrNull(placeOf(sha256));
    return found?.isFile() ? Number(found.size) : null;
  };

  return {
    add: async (incoming, options) => {
      const temporary = join(folder, `${process.pid}-${randomUUID()}${partial}`);
      try {
        const stored = await copyIn(incoming, temporary, createFile, options);
        // Before it is in its place: from there on it could be let go of.
        fresh.set(stored.sha256, clock.now());
        await settle(temporary, placeOf(stored.sha256), folder);
        verified.delete(stored.sha256);
        return stored;
      } catch (error) {
        await rm(temporary, { force: true });
        throw asVaultError(error);
      }
    },

    has: async (sha256, size) => (await sizeOf(sha256)) === size,

    pathOf: async (sha256, size) => {
      const found = await statOrNull(placeOf(sha256));
      if (!found?.isFile() || found.size !== BigInt(size)) throw appError('artifact-missing');
      const wasWrittenTo = (verified.get(sha256) ?? found.mtimeNs) !== found.mtimeNs;
      if (wasWrittenTo) throw altered();
      return placeOf(sha256);
    },

    verify: async (sha256, signal) => {
      if ((await sizeOf(sha256)) === null) throw appError('artifact-missing');
      const hash = createHash('sha256');
      const file = await open(placeOf(sha256), 'r').catch(fail);
      try {
        const { mtimeNs } = await file.stat({ bigint: true });
        await readThrough(file, (chunk) => hash.update(chunk), signal);
        if (hash.digest('hex') !== sha256) throw altered();
        verified.set(sha256, mtimeNs);
      } finally {
        await file.close();
      }
    },

    remove: async (sha256) => {
      fresh.delete(sha256);
      await rm(placeOf(sha256), { force: true }).catch((error: unknown) => {
        throw asVaultError(error);
      });
    },

    list: async () => {
      const sizes = new Map<string, number>();
      for (const name of await readdir(folder).catch(fail)) {
        const size = isHash(name) ? await sizeOf(name) : null;
        if (size !== null) sizes.set(name, size);
      }
      return sizes;
    },

    hold: (sha256) => void fresh.set(sha256, clock.now()),

    collect: async (needed) => {
      // What comes in from here on is not among the needed, and stays fresh however the clock jumps meanwhile.
      const now = clock.now();
      const removed: string[] = [];
      for (const name of await readdir(folder).catch(fail)) {
        const age = now - (fresh.get(name) ?? Number.NEGATIVE_INFINITY);
        if (!isHash(name) || needed.has(name) || age < stayFreshMs) continue;
        await rm(join(folder, name), { force: true }).catch(fail);
        fresh.delete(name);
        removed.push(name);
      }
      return removed;
    },

    sourceState,
  };
}

const fail = (error: unknown): never => {
  throw asVaultError(error);
};
const altered = () => appError('artifact-missing', words().refusals.files.altered);
const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);
const partial = '.partial';
const stayFreshMs = 10 * 60_000;

async function copyIn(
  incoming: IncomingFile,
  temporary: string,
  createFile: (path: string) => Promise<FileHandle>,
  options: AddOptions,
): Promise<StoredArtifact> {
  const md5 = createHash('md5');
  const sha256 = createHash('sha256');
  const target = await createFile(temporary);
  let size = 0;
  let source: ArtifactSource | null = null;
  try {
    const take = async (chunk: Uint8Array, totalBytes: number): Promise<void> => {
      md5.update(chunk);
      sha256.update(chunk);
      await writeWhole(target, chunk);
      size += chunk.byteLength;
      options.onProgress?.(size, totalBytes);
    };
    if ('path' in incoming) source = await readSource(incoming.path, take, options);
    else {
      refuseLarge(incoming.bytes.byteLength, options);
      await take(incoming.bytes, incoming.bytes.byteLength);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  return { sha256: sha256.digest('hex'), md5: md5.digest('hex'), size, source };
}

async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0;
  while (written < chunk.byteLength) {
    const { bytesWritten } = await file.write(chunk, written, chunk.byteLength - written);
    written += bytesWritten;
  }
}

/** Puts a finished copy in its place, whole or not at all, also across a power cut. */
async function settle(temporary: string, place: string, folder: string): Promise<void> {
  try {
    await rename(temporary, place);
  } catch (error) {
    // Windows does not replace a file that is being sent. It has the same content: that is its name.
    const [copy, stored] = [await stat(temporary), await statOrNull(place)];
    if (stored?.size !== BigInt(copy.size)) throw error;
    await rm(temporary, { force: true });
  }
  if (process.platform === 'win32') return;
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** Copies that a crash left unfinished; those of another running process are its own. */
async function clearLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(partial)) continue;
    const owner = Number.parseInt(name, 10);
    if (owner !== process.pid && isRunning(owner)) continue;
    await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

async function statOrNull(path: string) {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return null;
    throw asVaultError(error);
  }
}
