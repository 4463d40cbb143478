import { systemClock } from '../clock.ts';
import { openKeyStore } from '../keys/keytar-key-store.ts';
import { exitCodes } from './reporter.ts';
import { type HeadlessProcess, runHeadless } from './run.ts';

/**
 * Does in this process what the arguments say, without a window, and ends it with the exit code. Also when something
 * goes wrong that nobody foresaw: there may be nobody who could close a dialog.
 */
export async function runInThisProcess(
  args: readonly string[],
  around: Pick<HeadlessProcess, 'version' | 'folder' | 'appFolder'>,
): Promise<never> {
  for (const fatal of ['uncaughtException', 'unhandledRejection'] as const) process.on(fatal, giveUp);
  const code = await runHeadless(args, { ...thisProcess(), ...around });
  // What was written is out when this is called back.
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
  // A keyring that does not answer would keep the process alive.
  process.exit(code);
}

/** Whoever reads its output may go away: that is no reason to stop publishing. */
function thisProcess(): Omit<HeadlessProcess, 'version' | 'folder' | 'appFolder'> {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  return {
    env: process.env,
    clock: systemClock,
    openKeyring: () => openKeyStore(),
    // Looked at only when it is asked for: a process may have been started without one.
    get input() {
      return process.stdin;
    },
    output: {
      write: (text) => void stdout.write(text),
      get columns() {
        return stdout.isTTY ? stdout.columns : null;
      },
    },
    errors: { write: (text) => void stderr.write(text) },
    onInterrupt: (listener) => {
      for (const signal of signals) process.on(signal, listener);
      return () => {
        for (const signal of signals) process.off(signal, listener);
      };
    },
    exit: (code) => process.exit(code),
  };
}

/** Ctrl-C, a build server that cancels a job, and a terminal that is closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Names the error and the places it came through, never its text: that may hold what is nobody's business. */
function giveUp(error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const places =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const words =
    'Something the app did not foresee went wrong. Run the plan again to find out what was published.';
  process.stderr.write(`${[words, name, ...places].join('\n')}\n`);
  process.exit(exitCodes.failed);
}
