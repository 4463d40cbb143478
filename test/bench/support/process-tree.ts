import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

interface Row {
  readonly pid: number;
  readonly parent: number;
  readonly cpuMs: number;
}

/** What a process and its descendants have taken so far; null what this system does not tell. */
export interface Taken {
  /** Processor time in ms, to 10 ms. */
  readonly cpuMs: number | null;
  /** How often their threads went to sleep of themselves, so were woken up again. */
  readonly wakeups: number | null;
}

export function takenByTree(root: number): Taken {
  if (process.platform === 'win32') return { cpuMs: null, wakeups: null };
  const isLinux = process.platform === 'linux';
  const rows = familyOf(root, isLinux ? fromProc() : fromPs());
  return {
    cpuMs: sum(rows.map(({ cpuMs }) => cpuMs)),
    wakeups: isLinux ? sum(rows.map(({ pid }) => wakeupsOf(pid))) : null,
  };
}

function familyOf(root: number, rows: readonly Row[]): Row[] {
  const family = new Set([root]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const { pid, parent } of rows) if (family.has(parent)) family.add(pid);
  }
  return rows.filter(({ pid }) => family.has(pid));
}

/** Of all its threads, as Linux counts them: proc_pid_status(5), `voluntary_ctxt_switches`. */
function wakeupsOf(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return sum(
      threads.map((thread) => {
        const status = readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8');
        return Number(/^voluntary_ctxt_switches:\s*(\d+)/m.exec(status)?.[1] ?? 0);
      }),
    );
  } catch {
    return 0; // it has ended meanwhile
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Linux counts in ticks of 10 ms. */
const tickMs = 10;

function fromProc(): Row[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): Row[] => {
      try {
        // The name of the program stands in brackets, and may hold any character.
        const text = readFileSync(`/proc/${name}/stat`, 'utf8');
        const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
        const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
        return [{ pid: Number(name), parent: parent ?? 0, cpuMs: ((user ?? 0) + (system ?? 0)) * tickMs }];
      } catch {
        return []; // it has ended meanwhile
      }
    });
}

/** macOS tells hundredths of a second: `1:02.34`. */
function fromPs(): Row[] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,time='], { encoding: 'utf8' });
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = '', parent = '', time = ''] = line.trim().split(/\s+/);
      const seconds = time.split(':').reduce((total, part) => total * 60 + Number(part), 0);
      return { pid: Number(pid), parent: Number(parent), cpuMs: seconds * 1000 };
    });
}
