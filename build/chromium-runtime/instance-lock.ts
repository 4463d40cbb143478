import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface OtherInstance {
  argv: string[];
  workingDirectory: string;
  additionalData: unknown;
}

/**
 * One instance for each data folder: a lock that the system holds on a file for as long as its owner lives, however
 * that ends, and a folder in which later instances leave their greetings.
 */
export class InstanceLock {
  readonly #file: string;
  readonly #greetings: string;
  readonly #onOther: (other: OtherInstance) => void;
  #lock: DatabaseSync | null = null;
  #stop: () => void = () => undefined;

  constructor(folder: string, onOther: (other: OtherInstance) => void) {
    this.#file = join(folder, 'instance.lock');
    this.#greetings = join(folder, 'instance.greetings');
    this.#onOther = onOther;
  }

  get held(): boolean {
    return this.#lock !== null;
  }

  /** Takes the lock, or, when another instance has it, greets that one and answers false. */
  take(greeting: OtherInstance): boolean {
    if (this.#lock) return true;
    mkdirSync(this.#greetings, { recursive: true, mode: 0o700 });
    this.#lock = lockFile(this.#file);
    if (!this.#lock) {
      const name = join(this.#greetings, String(process.pid));
      writeFileSync(`${name}.part`, JSON.stringify(greeting), { mode: 0o600 });
      renameSync(`${name}.part`, `${name}.json`);
      return false;
    }
    const watcher = watch(this.#greetings, () => this.#hear());
    watcher.unref();
    this.#stop = () => watcher.close();
    this.#hear();
    return true;
  }

  release(): void {
    this.#stop();
    this.#lock?.close();
    this.#lock = null;
  }

  #hear(): void {
    for (const name of this.#waiting()) {
      const path = join(this.#greetings, name);
      const other: OtherInstance = JSON.parse(readFileSync(path, 'utf8'));
      rmSync(path);
      this.#onOther(other);
    }
  }

  /** Files of greetings; none when the folder is being taken away. */
  #waiting(): string[] {
    try {
      return readdirSync(this.#greetings).filter((one) => one.endsWith('.json'));
    } catch {
      return [];
    }
  }
}

/** SQLite's lock on a file, or null while another process has it. A file that is no database is made anew. */
function lockFile(path: string): DatabaseSync | null {
  try {
    return exclusive(path);
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
    if (code === busy) return null;
    if (code !== noDatabase) throw error;
    rmSync(path);
    return exclusive(path);
  }
}

const busy = 5;
const noDatabase = 26;

function exclusive(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: 0 });
  try {
    db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; PRAGMA user_version');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
