import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { appError, failureFrom } from '../errors.ts';
import { words } from '../texts/words.ts';
import { makePrivateFolder } from './private-folder.ts';

/**
 * What the processes of the app of one user tell each other: that something is being published, and that a new version
 * is being put in place, whose installer may end them all. Both are locks that the system holds on an SQLite file, so
 * none is left behind by a process that was killed.
 */
export interface PublishingMark {
  /**
   * Says that this process publishes, beside others that do. Throws `busy` while a new version is being put in place.
   * What cannot be said, as where nothing may be written, keeps nobody from publishing.
   */
  hold(): Held;
  /** Whether any process publishes, this one included. */
  isHeld(): boolean;
  /** Has none begin to publish from now on; null where one does already. */
  takeAlone(): Held | null;
}

/** Until it is released or the process ends, however it ends. */
export interface Held {
  release(): void;
}

const fileName = 'publishing.db';
/** Whoever looks has the file for less than a millisecond. */
const patienceMs = 40;

/** What is held, so that no lock is given up because nobody looks at it any more. */
const open = new Set<DatabaseSync>();

/**
 * @param folder the app's own folder, the same for every process of this user, wherever it keeps its data. It is made by
 * whoever is updated: where it is not there, nothing has to be told, and publishing leaves nothing behind.
 */
export function createPublishingMark(folder: string): PublishingMark {
  const path = join(folder, fileName);

  const take = (begin: (db: DatabaseSync) => void, timeout: number): Held => {
    const db = new DatabaseSync(path, { timeout });
    try {
      chmodSync(path, 0o600);
      begin(db);
    } catch (error) {
      db.close();
      throw error;
    }
    open.add(db);
    return {
      release: () => {
        if (open.delete(db)) db.close();
      },
    };
  };
  const takeAlone = (timeout: number): Held | null => {
    try {
      if (!existsSync(folder)) makePrivateFolder(folder);
      return take(alone, timeout);
    } catch (error) {
      return failureFrom(error).kind === 'busy' ? null : nothing;
    }
  };

  return {
    hold: () => {
      if (!existsSync(folder)) return nothing;
      try {
        return take(besideOthers, patienceMs);
      } catch (error) {
        if (failureFrom(error).kind !== 'busy') return nothing;
        throw appError('busy', words().refusals.updates.putInPlace);
      }
    },
    isHeld: () => {
      const taken = takeAlone(0);
      taken?.release();
      return taken === null;
    },
    takeAlone: () => takeAlone(patienceMs),
  };
}

/** A read transaction: any number of processes can have one. */
function besideOthers(db: DatabaseSync): void {
  db.exec('BEGIN');
  db.prepare('SELECT count(*) FROM sqlite_schema').get();
}

function alone(db: DatabaseSync): void {
  db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
}

const nothing: Held = { release: () => undefined };
