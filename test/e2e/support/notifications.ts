import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The desktop's notifications, as far as the app shows them through `notify-send`. */
export interface Notifications {
  /** For the app's environment. */
  readonly env: { readonly PATH?: string };
  /** What was shown so far, title and body on a line each. */
  shown(): string;
  /** Clicks the one that was shown last, or is shown next. */
  click(): Promise<void>;
}

/**
 * Stands in for `notify-send`: writes down what is shown, and waits for the click. Only Linux has one; elsewhere nothing
 * is seen of what is shown.
 */
export function watchNotifications(folder: string): Notifications {
  if (process.platform !== 'linux') return { env: {}, shown: () => '', click: async () => undefined };
  mkdirSync(folder, { recursive: true });
  const [seen, clicks, sender] = ['seen', 'clicks', 'notify-send'].map((name) => join(folder, name));
  execFileSync('mkfifo', [`${clicks}`]);
  const script = [
    '#!/bin/sh',
    'while [ "$1" != "--" ]; do shift; done',
    `printf '%s\\n%s\\n' "$2" "$3" >> '${seen}'`,
    `exec cat '${clicks}'`,
  ];
  writeFileSync(`${sender}`, `${script.join('\n')}\n`);
  chmodSync(`${sender}`, 0o755);
  return {
    env: { PATH: [folder, process.env.PATH].join(delimiter) },
    shown: () => (existsSync(`${seen}`) ? readFileSync(`${seen}`, 'utf8') : ''),
    click: () => writeFile(`${clicks}`, 'default\n'),
  };
}
