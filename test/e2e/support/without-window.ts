import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appCommand } from '../../../build/app-command.ts';
import type { DemoServer } from '../../../electron/demo/server.ts';
import type { DemoRelease } from '../../../electron/demo/state.ts';

/** The built app, told to do something without a window. */
export interface Published {
  readonly child: ChildProcess;
  /** What it has printed so far: its output, and what else it had to say. */
  readonly told: { output: string; errors: string };
  readonly ended: Promise<number | null>;
  /** Settles when it has printed this. */
  saying(words: string): Promise<void>;
}

/** Starts it as on a machine without a display, and without a browser. */
export function start(args: readonly string[], env: Record<string, string | undefined> = {}): Published {
  const app = appCommand();
  const child = spawn(app.command, [...app.args, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DISPLAY: undefined,
      WAYLAND_DISPLAY: undefined,
      CHROMIUM: '/there/is/none',
      LUKITTU_DATA_FOLDER: undefined,
      ...env,
    },
  });
  const told = { output: '', errors: '' };
  const hearers = new Set<() => void>();
  child.stdout.on('data', (text) => {
    told.output += String(text);
    for (const hear of hearers) hear();
  });
  child.stderr.on('data', (text) => {
    told.errors += String(text);
  });
  const ended = once(child, 'close').then(([code]) => Number(code));
  return {
    child,
    told,
    ended,
    saying: (words) =>
      new Promise((resolve, reject) => {
        const hear = (): void => {
          if (told.output.includes(words)) resolve();
        };
        hearers.add(hear);
        hear();
        void ended.then(() => reject(new Error(`it ended with: ${told.output}${told.errors}`)));
      }),
  };
}

/** A plan that deprecates releases and gives them another file, beside which its artifact lies. */
export function writePlan(
  folder: string,
  { origin, teamId }: DemoServer,
  releases: readonly DemoRelease[],
): string {
  mkdirSync(folder, { recursive: true });
  const bytes = Buffer.alloc(200_000, 'new');
  writeFileSync(join(folder, 'new.jar.zip'), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const artifact = { name: 'new.zip', sha256, size: bytes.length, path: 'new.jar.zip' };
  const path = join(folder, 'plan.json');
  const entries = releases.map(({ id, productId }) => ({
    productId,
    releaseId: id,
    base: null,
    fields: { status: 'DEPRECATED' },
    file: { kind: 'replace', artifact },
  }));
  const batch = { name: 'Winter', onFailure: 'stop', startAt: null };
  writeFileSync(
    path,
    JSON.stringify({ schemaVersion: 1, connection: { serverUrl: origin, teamId }, batch, entries }),
  );
  return path;
}

/** Where that is published to. */
export const addressOf = ({ origin, teamId }: DemoServer): string[] => [
  `--server=${origin}`,
  `--team=${teamId}`,
  '--rate-limit=none',
];
