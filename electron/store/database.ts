import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { type Clock, isoNow } from '../clock.ts';
import { AppError, failureFrom, failureOf } from '../errors.ts';
import { migrations } from './migrations.ts';

/** The open store: one SQLite file in the data folder, and sentences about what had to be mended on opening it. */
export interface Store {
  readonly db: DatabaseSync;
  readonly notices: readonly string[];
  /** Whether what it holds may be older than what was done since: a damaged file was set aside. */
  readonly isOlder: boolean;
  /** Runs `work` in one transaction: all of it is on disk when this returns, or none of it. */
  transaction<T>(work: () => T): T;
  /** Copies the database beside itself, in steps that leave the process free, and keeps the newest three copies. */
  backup(): Promise<void>;
  close(): void;
}

const fileName = 'releases.db';
const backupsKept = 3;

/**
 * Opens the store in `folder`, which is made (0700) if it is not there. A file that fails SQLite's check is set
 * aside, never deleted, and the newest backup that passes takes its place; the notices say so.
 * Throws an `AppError`: `store-damaged` for a database written by a newer version of the app,
 * `disk-full` or `file-unreadable` where the folder cannot be written.
 */
export function openStore(folder: string, clock: Clock): Store {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    const notices: string[] = [];
    const db = openSound(folder, clock, notices);
    migrate(db);
    return {
      db,
      notices,
      isOlder: notices.length > 0,
      transaction: (work) => inTransaction(db, work),
      backup: () => rotateBackup(db, folder, clock),
      close: () => db.close(),
    };
  } catch (error) {
    throw new AppError(failureFrom(error));
  }
}

function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function openSound(folder: string, clock: Clock, notices: string[]): DatabaseSync {
  const path = join(folder, fileName);
  const db = tryOpen(path);
  if (db) return db;
  const aside = `damaged-${isoNow(clock).replaceAll(':', '-')}-${fileName}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, join(folder, aside + suffix));
  }
  for (const candidate of backupNames(folder)) {
    copyFileSync(join(folder, candidate), path);
    const restored = tryOpen(path);
    if (restored) {
      const from = candidate.slice('backup-'.length, -`-${fileName}`.length);
      notices.push(
        `The app’s database was damaged. It was set aside as ${aside}, and the backup of ${from} is used instead: ` +
          'drafts changed since then may be missing. Releases on the server are not affected.',
      );
      return restored;
    }
    rmSync(path, { force: true });
  }
  const fresh = tryOpen(path);
  if (!fresh) throw new AppError(failureOf('store-damaged'));
  notices.push(
    `The app’s database was damaged and no backup could be read. It was set aside as ${aside}, and an empty one was ` +
      'started: connections and drafts have to be made again. Releases on the server are not affected.',
  );
  return fresh;
}

/** The opened database, or null when SQLite finds it damaged. Other errors (rights, disk) are thrown. */
function tryOpen(path: string): DatabaseSync | null {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 2000 });
    chmodSync(path, 0o600);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    const check = db.prepare('PRAGMA quick_check(1)').get();
    if (check?.quick_check === 'ok') return db;
  } catch (error) {
    if (!isDamage(error)) {
      db?.close();
      throw error;
    }
  }
  db?.close();
  return null;
}

// SQLITE_CORRUPT and SQLITE_NOTADB: https://www.sqlite.org/rescode.html
const damageCodes = new Set([11, 26]);

function isDamage(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  return damageCodes.has(error.errcode & 0xff);
}

function migrate(db: DatabaseSync): void {
  const row = db.prepare('PRAGMA user_version').get();
  const version = typeof row?.user_version === 'number' ? row.user_version : 0;
  if (version > migrations.length) {
    throw new AppError(
      failureOf('store-damaged', {
        message: 'The app’s database was written by a newer version of this app.',
        remedy: 'Install the newest version, or start this one with another data folder.',
      }),
    );
  }
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue;
    inTransaction(db, () => {
      db.exec(step);
      db.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}

/** Backups, newest first. */
function backupNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('backup-') && name.endsWith(`-${fileName}`))
    .sort()
    .reverse();
}

async function rotateBackup(db: DatabaseSync, folder: string, clock: Clock): Promise<void> {
  const name = `backup-${isoNow(clock).replaceAll(':', '-')}-${fileName}`;
  const partial = join(folder, `${name}.partial`);
  try {
    await backup(db, partial);
    chmodSync(partial, 0o600);
    renameSync(partial, join(folder, name));
  } catch (error) {
    rmSync(partial, { force: true });
    throw new AppError(failureFrom(error));
  }
  for (const old of backupNames(folder).slice(backupsKept)) rmSync(join(folder, old), { force: true });
}
