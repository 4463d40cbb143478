import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { type Clock, systemClock } from '../../electron/clock.ts';
import { addRelease, type DemoRelease } from '../../electron/demo/state.ts';
import { runHeadless } from '../../electron/headless/run.ts';
import type { KeyStore } from '../../electron/keys/key-store.ts';
import type { Plan, PlanEntry } from '../../electron/model/plan.ts';
import { type SmallTeam, startSmallTeam } from './demo-requests.ts';
import { tempFolder } from './temp-folder.ts';

/** Publishing without a window, in this process or in one of its own, against a demo server. */

const lineSchema = z.looseObject({
  event: z.string(),
  time: z.iso.datetime(),
  entry: z.number().nullish(),
  version: z.string().nullish(),
  state: z.string().optional(),
  status: z.number().nullish(),
  until: z.string().nullish(),
});
/** One line of `--json`. */
export type Line = z.infer<typeof lineSchema>;

/** A team whose product has these versions, each with a file of its own. */
export async function startTeam(
  versions: readonly string[],
  options: Parameters<typeof startSmallTeam>[0] = {},
) {
  const small = await startSmallTeam(options);
  const { demo, productId } = small;
  const team = demo.state.teams.get(demo.teamId);
  if (!team) throw new Error('the demo server has lost its team');
  const releases = versions.map((version) =>
    addRelease(demo.state, team, {
      productId,
      version,
      file: { name: `app-${version}.zip`, bytes: Buffer.from(`what was ${version}`) },
    }),
  );
  return { ...small, team, releases };
}

/** An entry that only deprecates the release. */
export const deprecating = ({ id, productId }: DemoRelease): PlanEntry => ({
  productId,
  releaseId: id,
  base: null,
  fields: { status: 'DEPRECATED' },
  file: { kind: 'keep' },
});

/** Writes a plan into a folder of its own, with these files beside it, and answers its path. */
export function writePlan(
  { demo }: Pick<SmallTeam, 'demo'>,
  entries: readonly PlanEntry[],
  {
    batch = {},
    files = {},
  }: { batch?: Partial<Plan['batch']>; files?: Readonly<Record<string, Buffer>> } = {},
): string {
  const folder = tempFolder();
  const path = join(folder, 'plan.json');
  const plan: Plan = {
    schemaVersion: 1,
    connection: { serverUrl: demo.origin, teamId: demo.teamId },
    batch: { name: 'Winter', onFailure: 'stop', startAt: null, ...batch },
    names: {},
    entries: [...entries],
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  writeFileSync(path, JSON.stringify(plan));
  return path;
}

/** An intent that replaces a release's file by one beside the plan. */
export function replacing(name: string, content: Buffer, path = name): PlanEntry['file'] {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { kind: 'replace', artifact: { name, sha256, size: content.length, path } };
}

export const addressOf = ({ demo }: Pick<SmallTeam, 'demo'>): string[] => [
  '--server',
  demo.origin,
  '--team',
  demo.teamId,
];

export interface RunOptions {
  env?: Readonly<Record<string, string>>;
  clock?: Clock;
  keyring?: KeyStore | null;
  /** Hears each line of JSON as it comes. */
  onLine?: (line: Line) => void;
  /** Given what interrupts the run. */
  withInterrupt?: (interrupt: () => void) => void;
  columns?: number;
  /** Where paths are seen from; else they have to be whole. */
  folder?: string;
  /** What is piped in. */
  input?: string | Buffer;
}

export interface Ran {
  code: number;
  /** What was written, and with `--json` its lines. */
  text: string;
  errors: string;
  lines: Line[];
  /** The states a release (by its version) went through. */
  states(version: string): string[];
  /** How often the process was to end at once. */
  exits: number[];
}

/** Runs it in this process, with the key in the environment unless another environment is given. */
export async function run(
  { demo }: Pick<SmallTeam, 'demo'>,
  args: readonly string[],
  { env = { LUKITTU_API_KEY: demo.apiKey }, clock = systemClock, keyring = null, ...given }: RunOptions = {},
): Promise<Ran> {
  const json = args.includes('--json');
  const ran: Ran = {
    code: -1,
    text: '',
    errors: '',
    lines: [],
    exits: [],
    states: (version) => statesOf(ran.lines, version),
  };
  ran.code = await runHeadless(args, {
    version: '1.2.3',
    env,
    clock,
    folder: given.folder ?? '/nowhere',
    appFolder: join(tempFolder(), 'app'),
    input: Readable.from([Buffer.from(given.input ?? '')]),
    settleMs: 1000,
    openKeyring: async () =>
      keyring ? { store: keyring, problem: null } : { store: null, problem: 'No keyring here.' },
    output: {
      columns: given.columns ?? null,
      write: (text) => {
        ran.text += text;
        if (!json) return;
        const line = lineSchema.parse(JSON.parse(text));
        ran.lines.push(line);
        given.onLine?.(line);
      },
    },
    errors: {
      write: (text) => {
        ran.errors += text;
      },
    },
    onInterrupt: (listener) => {
      given.withInterrupt?.(listener);
      return () => undefined;
    },
    exit: (code) => void ran.exits.push(code),
  });
  return ran;
}

const statesOf = (lines: readonly Line[], version: string): string[] =>
  lines.flatMap((line) =>
    line.event === 'job' && line.version === version && line.state ? [line.state] : [],
  );

export interface Running {
  child: ChildProcess;
  lines: Line[];
  /** Resolves with the first line this is true of, past or to come. */
  line(wanted: (line: Line) => boolean): Promise<Line>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

const script = join(import.meta.dirname, '../../build/publish-plan.mjs');

/** Runs it as a process of its own, with `--json`. */
export function spawnRun({ demo }: Pick<SmallTeam, 'demo'>, args: readonly string[]): Running {
  const child = spawn(process.execPath, [script, '--json', ...args], {
    env: { ...process.env, LUKITTU_API_KEY: demo.apiKey },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: Line[] = [];
  const looks = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (text) => {
    lines.push(lineSchema.parse(JSON.parse(text)));
    for (const look of looks) look();
  });
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  return {
    child,
    lines,
    ended,
    line: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines.find(wanted);
          if (!found) return;
          looks.delete(look);
          resolve(found);
        };
        looks.add(look);
        look();
        void ended.then(() => reject(new Error(`it ended after ${JSON.stringify(lines.at(-1))}`)));
      }),
  };
}
