import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface OtherInstance {
  argv: string[];
  workingDirectory: string;
  additionalData: unknown;
}

/**
 * One instance for each data folder: a lock file with the owner's process id and start, and a folder in which
 * later instances leave their greetings. A lock whose owner has died is taken over.
 */
export class InstanceLock {
  readonly #file: string;
  readonly #greetings: string;
  readonly #onOther: (other: OtherInstance) => void;
  #held = false;
  #stop: () => void = () => undefined;

  constructor(folder: string, onOther: (other: OtherInstance) => void) {
    this.#file = join(folder, 'instance.lock');
    this.#greetings = join(folder, 'instance.greetings');
    this.#onOther = onOther;
  }

  get held(): boolean {
    return this.#held;
  }

  /** Takes the lock, or, when another instance has it, greets that one and answers false. */
  take(greeting: OtherInstance): boolean {
    if (this.#held) return true;
    mkdirSync(this.#greetings, { recursive: true, mode: 0o700 });
    if (!this.#create() && this.#ownerIsAlive()) {
      const name = join(this.#greetings, String(process.pid));
      writeFileSync(`${name}.part`, JSON.stringify(greeting), { mode: 0o600 });
      renameSync(`${name}.part`, `${name}.json`);
      return false;
    }
    writeFileSync(this.#file, identity(process.pid), { mode: 0o600 });
    this.#held = true;
    const watcher = watch(this.#greetings, () => this.#hear());
    watcher.unref();
    this.#stop = () => watcher.close();
    this.#hear();
    return true;
  }

  release(): void {
    if (!this.#held) return;
    this.#held = false;
    this.#stop();
    rmSync(this.#file, { force: true });
  }

  #create(): boolean {
    try {
      writeFileSync(this.#file, identity(process.pid), { flag: 'wx', mode: 0o600 });
      return true;
    } catch {
      return false;
    }
  }

  #ownerIsAlive(): boolean {
    const owner = readFileSync(this.#file, 'utf8');
    const pid = Number.parseInt(owner, 10);
    if (!Number.isInteger(pid) || pid === process.pid) return false;
    try {
      process.kill(pid, 0);
    } catch {
      return false;
    }
    return identity(pid) === owner;
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

/** The process id and, where the system tells it, when that process began: ids are given out again. */
function identity(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return `${pid}`;
  }
}
