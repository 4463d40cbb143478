import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

interface Row {
  readonly pid: number;
  readonly parent: number;
  readonly cpuMs: number;
}

/** Processor time a process and its descendants have taken so far, in ms, to 10 ms; null where nobody tells. */
export function cpuOfTree(root: number): number | null {
  if (process.platform === 'win32') return null;
  const rows = process.platform === 'linux' ? fromProc() : fromPs();
  const family = new Set([root]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const { pid, parent } of rows) if (family.has(parent)) family.add(pid);
  }
  return rows.filter(({ pid }) => family.has(pid)).reduce((total, { cpuMs }) => total + cpuMs, 0);
}

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
