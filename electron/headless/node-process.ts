import { systemClock } from '../clock.ts';
import { openKeyStore } from '../keys/keytar-key-store.ts';
import type { HeadlessProcess } from './run.ts';

/** The process this runs in. Whoever reads its output may go away: that is no reason to stop publishing. */
export function nodeProcess(): HeadlessProcess {
  const { stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  return {
    env: process.env,
    clock: systemClock,
    openKeyring: () => openKeyStore(),
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
