import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type Clock, isoNow } from '../clock.ts';
import { AppError, failureFrom, failureOf } from '../errors.ts';
import type { Failure } from '../model/failure.ts';
import { regionalLocales, words } from '../texts/words.ts';
import { migrations } from './migrations.ts';
import { makePrivateFolder } from './private-folder.ts';

/** The open store: one SQLite file in the data folder, and sentences about what had to be mended on opening it. */
export interface Store {
  readonly db: DatabaseSync;
  readonly notices: readonly string[];
  /**
   * Whether what it holds may be older than what was done since, because a damaged file was set aside. It stays so,
   * also over a start, until `acknowledge`.
   */
  readonly isOlder: boolean;
  /** Everything that was on its way is held back by now. */
  acknowledge(): void;
  /** Runs `work` in one transaction: all of it is on disk when this returns, or none of it. */
  transaction<T>(work: () => T): T;
  /** Differs from what it was before as soon as a row has been written since, by this process or another. */
  stamp(): string;
  /** Copies the database beside itself, in steps that leave the process free, and keeps the newest three copies. */
  backup(): Promise<void>;
  close(): void;
}

const fileName = 'releases.db';
const backupsKept = 3;

/**
 * Opens the store in `folder`, which is made (0700) if it is not there. A file that fails SQLite's check is set
 * aside, never deleted, and the newest backup that passes takes its place, as it does where the file has disappeared
 * or is empty; the notices say so.
 * Throws an `AppError`: `store-damaged` for a database written by a newer version of the app,
 * `disk-full` or `no-access` where the folder cannot be written.
 */
export function openStore(folder: string, clock: Clock): Store {
  try {
    makePrivateFolder(folder);
    const mended: string[] = [];
    const db = openSound(folder, clock, mended);
    migrate(db);
    const marks = marksIn(db);
    if (mended.length > 0) marks.write([...marks.read(), ...mended]);
    const notices = marks.read();
    return {
      db,
      notices,
      isOlder: notices.length > 0,
      acknowledge: () => marks.write([]),
      transaction: (work) => inTransaction(db, work),
      stamp: stampOf(db),
      backup: () => rotateBackup(db, folder, clock),
      close: () => db.close(),
    };
  } catch (error) {
    throw new AppError(openFailure(error, folder), { cause: error });
  }
}

/** SQLite does not say that a full disk is why it cannot make the file it shares memory through. */
function openFailure(error: unknown, folder: string): Failure {
  const failure = failureFrom(error);
  const isVague = failure.kind === 'no-access' || failure.kind === 'internal';
  return isVague && isFull(folder) ? failureOf('disk-full', { details: failure.details }) : failure;
}

/** Whether there is less room than the file SQLite shares memory through takes at least (32 KB). */
function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < 32 * 1024;
  } catch {
    return false;
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

/** What this connection has written, and what others have: https://www.sqlite.org/pragma.html#pragma_data_version */
function stampOf(db: DatabaseSync): () => string {
  const own = db.prepare('SELECT total_changes() AS rows');
  const others = db.prepare('PRAGMA data_version');
  return () => JSON.stringify([own.get(), others.get()]);
}

function openSound(folder: string, clock: Clock, notices: string[]): DatabaseSync {
  const path = join(folder, fileName);
  const backups = backupsIn(folder);
  const isGone = !existsSync(path) || statSync(path).size === 0;
  const db = isGone && backups.length > 0 ? null : tryOpen(path);
  if (db) return db;
  const aside = `damaged-${timeInName(clock)}-${fileName}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, join(folder, aside + suffix));
  }
  const said = words().notices.database;
  const happened = isGone ? said.disappeared : said.damaged(aside);
  for (const { name, madeAt } of backups) {
    copyWhole(join(folder, name), path);
    const restored = tryOpen(path);
    if (restored) {
      notices.push(said.fromBackup(happened, inWords(madeAt)));
      return restored;
    }
    rmSync(path, { force: true });
  }
  const fresh = tryOpen(path);
  if (!fresh) throw new AppError(failureOf('store-damaged'));
  notices.push(said.empty(happened));
  return fresh;
}

/** A copy that is there whole, or not at all. */
function copyWhole(from: string, to: string): void {
  const partial = `${to}.partial`;
  try {
    copyFileSync(from, partial);
    renameSync(partial, to);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
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
    throw new AppError(failureOf('store-damaged', words().refusals.databaseNewer));
  }
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue;
    inTransaction(db, () => {
      db.exec(step);
      db.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}

/** What had to be mended and was not acknowledged yet, kept in the database itself. */
function marksIn(db: DatabaseSync): { read(): string[]; write(notices: readonly string[]): void } {
  const key = 'store-mended';
  return {
    read: () => {
      const row = db.prepare('SELECT value FROM settings WHERE key = ?').get(key);
      return typeof row?.value === 'string' ? marksSchema.parse(JSON.parse(row.value)) : [];
    },
    write: (notices) => {
      if (notices.length === 0) db.prepare('DELETE FROM settings WHERE key = ?').run(key);
      else {
        db.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)').run(
          key,
          JSON.stringify(notices),
        );
      }
    },
  };
}

const marksSchema = z.array(z.string());

interface Backup {
  readonly name: string;
  readonly number: number;
  /** When it was made, as its name says: the clock may have been wrong then. */
  readonly madeAt: string;
}

const backupName = new RegExp(`^backup-(\\d{6})-(.+)-${fileName.replace('.', '\\.')}$`);

/** Backups, newest first: by their number, which no clock that was set can mix up. */
function backupsIn(folder: string): Backup[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const [, number, madeAt] = backupName.exec(name) ?? [];
      return number === undefined || madeAt === undefined ? [] : [{ name, number: Number(number), madeAt }];
    })
    .sort((a, b) => b.number - a.number);
}

async function rotateBackup(db: DatabaseSync, folder: string, clock: Clock): Promise<void> {
  const number = String((backupsIn(folder)[0]?.number ?? 0) + 1).padStart(6, '0');
  const name = `backup-${number}-${timeInName(clock)}-${fileName}`;
  const partial = join(folder, `${name}.partial`);
  try {
    await backup(db, partial);
    chmodSync(partial, 0o600);
    renameSync(partial, join(folder, name));
  } catch (error) {
    rmSync(partial, { force: true });
    throw new AppError(openFailure(error, folder), { cause: error });
  }
  for (const old of backupsIn(folder).slice(backupsKept)) rmSync(join(folder, old.name), { force: true });
}

/** The clock's time in characters that every system takes in a file's name. */
const timeInName = (clock: Clock): string => isoNow(clock).replaceAll(':', '-');

/** A time of a file's name as a person says it; as it stands there where it is none. */
function inWords(time: string): string {
  const at = new Date(time.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:'));
  if (Number.isNaN(at.getTime())) return time;
  return new Intl.DateTimeFormat(regionalLocales().times, { dateStyle: 'long', timeStyle: 'short' }).format(
    at,
  );
}
