import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** A process beside that of the test. */
export interface OtherProcess {
  /** What it printed first. */
  readonly said: string;
  /** Ends it at once, as a crash would, and resolves when it has ended. */
  kill(): Promise<void>;
}

/** Runs the text of a module in a process of its own until the test ends; resolves as soon as that has printed something. */
export async function otherProcess(script: string): Promise<OtherProcess> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = await once(child.stdout, 'data');
  return {
    said: String(said),
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
