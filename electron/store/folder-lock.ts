import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError, appError, failureFrom } from '../errors.ts';
import { words } from '../texts/words.ts';
import { makePrivateFolder } from './private-folder.ts';

/** The sole use of a data folder, until it is released or the process ends, however it ends. */
export interface FolderLock {
  release(): void;
}

const fileName = 'in-use.db';

/** What is held, so that no lock is given up because nobody looks at it any more. */
const held = new Set<DatabaseSync>();

/**
 * Takes a data folder, made (0700) if it is not there, for this process alone: two that publish from one queue would
 * send the same release twice. The lock is one the system holds on an SQLite file, so none is left behind by a crash.
 * Throws `busy` when another process has it.
 */
export function lockFolder(folder: string): FolderLock {
  let db: DatabaseSync | null = null;
  try {
    makePrivateFolder(folder);
    const path = join(folder, fileName);
    db = new DatabaseSync(path, { timeout: 0 });
    chmodSync(path, 0o600);
    db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    const taken = db;
    held.add(taken);
    return {
      release: () => {
        if (held.delete(taken)) taken.close();
      },
    };
  } catch (error) {
    db?.close();
    const failure = failureFrom(error);
    if (failure.kind !== 'busy') throw new AppError(failure, { cause: error });
    throw appError('busy', words().refusals.folderInUse);
  }
}
