import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TourFolder } from './built-files.ts';

const databaseIn = ({ userData }: TourFolder): string => join(userData, 'releases.db');

/** Leaves of the app's database what a failing disk does: a file that is none. The app must not be running. */
export function damageDatabase(folder: TourFolder): void {
  mkdirSync(folder.userData, { recursive: true });
  for (const beside of ['-wal', '-shm']) rmSync(databaseIn(folder) + beside, { force: true });
  writeFileSync(databaseIn(folder), 'no database '.repeat(1000));
}

/** Keeps the running app from reading its teams until the function that is returned is called. */
export function hideTeams(folder: TourFolder): () => void {
  const rename = (from: string, to: string): void => {
    const db = new DatabaseSync(databaseIn(folder), { timeout: 5000 });
    db.exec(`ALTER TABLE ${from} RENAME TO ${to}`);
    db.close();
  };
  rename('connections', 'hidden');
  return () => rename('hidden', 'connections');
}
