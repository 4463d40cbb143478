import { stat } from 'node:fs/promises';
import type { Clock } from '../../clock.ts';
import { AppError, appError, failureFrom } from '../../errors.ts';
import type { Artifact } from '../../model/draft.ts';
import type { ArtifactSource } from '../../store/drafts.ts';
import { asSourceError } from '../../store/vault-errors.ts';
import { words } from '../../texts/words.ts';
import { inspectJar, isInspected } from '../jar.ts';
import type { GatheredFile } from './gather-files.ts';
import { inLanes } from './in-lanes.ts';

/** A file as it was when it was looked at. */
export interface SeenFile extends GatheredFile {
  /** Bytes. */
  readonly size: number;
  readonly jar: Artifact['jar'];
  /** How it looked on the disk, to be known again; null for one that has no place there. */
  readonly seen: ArtifactSource | null;
}

/**
 * Looks at a file where it lies, without copying it: its size, and what the server will find in a jar. Throws
 * `file-unreadable`, and `file-rejected` for what is no file.
 */
export async function lookAtFile(file: GatheredFile, clock: Clock): Promise<SeenFile> {
  const { incoming, name } = file;
  if ('bytes' in incoming) {
    return { ...file, size: incoming.bytes.byteLength, jar: null, seen: null };
  }
  const seen = await sourceAt(incoming.path);
  const jar = isInspected(name) ? await inspectJar(incoming.path, clock) : null;
  // What was written to meanwhile may be another file altogether.
  if (!sameSource(seen, await sourceAt(incoming.path))) throw stillChanging();
  return { ...file, size: seen.size, jar, seen };
}

/**
 * Looks at several, a few at a time. Those that cannot be looked at are told by name, with why. Throws `cancelled`.
 *
 * @param onLooked is told how many have been looked at
 */
export async function lookAtFiles(
  files: readonly GatheredFile[],
  { clock, signal, onLooked }: { clock: Clock; signal?: AbortSignal; onLooked?: (count: number) => void },
): Promise<{ seen: SeenFile[]; unreadable: { name: string; message: string }[] }> {
  const looked: (SeenFile | { name: string; message: string })[] = [];
  let count = 0;
  await inLanes(files, lanes, async (file, at) => {
    if (signal?.aborted) throw appError('cancelled', { applied: 'no', oldFile: 'safe' });
    looked[at] = await lookAtFile(file, clock).catch((error: unknown) => ({
      name: file.name,
      message: failureFrom(error).message,
    }));
    count += 1;
    onLooked?.(count);
  });
  return {
    seen: looked.filter((file) => 'incoming' in file),
    unreadable: looked.filter((file) => 'message' in file),
  };
}

const lanes = 4;

/** Whether the file is as it was when it was looked at. */
export async function isUnchanged({ incoming, seen }: SeenFile): Promise<boolean> {
  return 'bytes' in incoming || seen === null || sameSource(seen, await sourceAt(incoming.path));
}

export function sameSource(a: ArtifactSource, b: ArtifactSource): boolean {
  return a.size === b.size && a.modifiedAt === b.modifiedAt;
}

async function sourceAt(path: string): Promise<ArtifactSource> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw appError('file-rejected', words().refusals.files.folder);
    return { path, size: found.size, modifiedAt: found.mtimeMs };
  } catch (error) {
    throw error instanceof AppError ? error : asSourceError(error);
  }
}

function stillChanging(): AppError {
  return appError('file-rejected', { ...words().refusals.files.stillChanging, retry: 'now' });
}
