import { appendFileSync, chmodSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Clock, systemClock } from '../clock.ts';
import { createLog, type Log, type LogSink } from './log.ts';
import { createRedactor } from './redact.ts';

/** The log's folder in the data folder, and its newest file. */
const logFolder = (dataFolder: string): string => join(dataFolder, 'logs');
export const newestLog = (dataFolder: string): string => join(logFolder(dataFolder), nameOf(0));

/** The app's log in its data folder: at most five files of 1 MiB, readable by the user alone. */
export function openLog(dataFolder: string, clock: Clock = systemClock): Log {
  return createLog(createLogFile(logFolder(dataFolder)), createRedactor([homedir()]), clock);
}

/**
 * Appends lines to a file in `folder`, which is made (0700) if it is not there. A full file becomes the second newest;
 * the oldest makes room. Every line is with the system when it has been written, so that none is lost when the app
 * is killed. A disk that takes none is no reason to fail: lines are dropped until it does.
 */
export function createLogFile(
  folder: string,
  { maxBytes = 1024 * 1024, files = 5 }: { maxBytes?: number; files?: number } = {},
): LogSink {
  const pathOf = (age: number): string => join(folder, nameOf(age));

  const rotate = (): void => {
    for (let age = files - 2; age >= 0; age -= 1) {
      if (sizeOf(pathOf(age)) !== null) renameSync(pathOf(age), pathOf(age + 1));
    }
  };

  return {
    write: (line) => {
      try {
        const text = `${line}\n`;
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const size = sizeOf(pathOf(0));
        if (size !== null && size + Buffer.byteLength(text) > maxBytes) rotate();
        appendFileSync(pathOf(0), text, { mode: 0o600 });
        if (size === null) {
          chmodSync(folder, 0o700);
          chmodSync(pathOf(0), 0o600);
        }
      } catch {
        // There is nobody to tell: this is where it would be told.
      }
    },
    // All at once: between two of them the files could move on.
    kept: () => Promise.all(Array.from({ length: files }, (_, age) => textOf(pathOf(age)))),
  };
}

const nameOf = (age: number): string => (age === 0 ? 'app.log' : `app.${age}.log`);

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

const textOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
