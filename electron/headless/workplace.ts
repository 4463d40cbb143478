import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Clock } from '../clock.ts';
import { openLog } from '../diagnostics/log-file.ts';
import { AppError, appError, failureFrom } from '../errors.ts';
import { cleanApiKey } from '../keys/api-key.ts';
import { accountOf, type KeyStore } from '../keys/key-store.ts';
import type { OpenedKeyStore } from '../keys/keytar-key-store.ts';
import { createSessionKeyStore } from '../keys/session-key-store.ts';
import type { ConnectionForm } from '../model/connection.ts';
import type { Plan } from '../model/plan.ts';
import { createServices, type Services } from '../services.ts';
import { createConnectionStore, type StoredConnection } from '../store/connections.ts';
import { openStore } from '../store/database.ts';
import { createDraftStore } from '../store/drafts.ts';
import { type FolderLock, lockFolder } from '../store/folder-lock.ts';
import { createJobStore } from '../store/jobs.ts';
import type { HeadlessOptions, Target } from './args.ts';
import { inTheWay, isOfPlan, isPutBackFor, type Unfinished } from './unfinished.ts';

/** The app's inside, open on a data folder, and the connection a plan is published with. */
export interface Workplace {
  readonly services: Services;
  readonly connectionId: string;
  /** Whether its folder is still there after the run. */
  readonly isKept: boolean;
  /** The jobs in which an earlier run was putting files back when it was cut off. */
  readonly begunPutBacks: readonly string[];
  /** What had to be mended in the data folder, as sentences. */
  readonly notices: readonly string[];
  close(): Promise<void>;
  /** Removes what must not stay, at once: the process is about to end. */
  abandon(): void;
}

type PlaceOptions = Pick<HeadlessOptions, 'target' | 'dataFolder' | 'dryRun' | 'putBack'>;

export interface Surroundings {
  /** The app's own folder: its data, unless it was told to keep them elsewhere, and the mark of who publishes. */
  readonly appFolder: string;
  /** Where paths that were typed are seen from. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly openKeyring: () => Promise<OpenedKeyStore>;
  /** How long a request whose client went away may still be worked on, in ms. */
  readonly settleMs?: number;
}

/**
 * Opens the app's data folder, finds the connection the plan is to be published with and takes up what an earlier run
 * of the same plan left unfinished, and nothing else; it is held there. Of a plan that is only checked nothing is taken
 * up. Throws an `AppError` saying what is missing.
 */
export async function openWorkplace(
  plan: Plan,
  { target, dataFolder: given, dryRun, putBack }: PlaceOptions,
  around: Surroundings,
): Promise<Workplace> {
  const apiKey = keyIn(around.env);
  const folder = folderFor(target, given, apiKey !== null, around);
  let lock: FolderLock | null = null;
  try {
    lock = lockNamed(folder);
    const { connections, jobs, notices } = lookInto(folder.path, around.clock);
    const stored = choose(target, plan, connections);
    const unfinished = jobs.filter(({ record }) => record.connectionId === stored?.id);
    const putBacks = putBack ? unfinished.filter((job) => isPutBackFor(job, plan)) : [];
    const ofPlan = unfinished.filter((job) => isOfPlan(job, plan));
    const own = new Set([...ofPlan, ...putBacks].map(({ record }) => record.id));
    const blocking = inTheWay(
      unfinished.filter((job) => !putBacks.includes(job)),
      plan,
    );
    if (blocking) throw blocking;
    const keys = await keysFor(stored, apiKey, around);
    const services = await createServices({
      dataFolder: folder.path,
      keyring: keys,
      keyringProblem: null,
      app: { version: '', platform: process.platform, runtime: `Node ${process.versions.node}` },
      clock: around.clock,
      log: openLog(folder.path, around.clock),
      lock,
      takesUp: ({ id }) => !dryRun && own.has(id),
      // Nothing goes on before the whole plan has passed the checks.
      atStart: 'hold',
      stopsAtFailure: plan.batch.onFailure === 'stop',
      ...(around.settleMs === undefined ? {} : { settleMs: around.settleMs }),
    });
    lock = null;
    const close = async (): Promise<void> => {
      await services.close();
      folder.discard();
    };
    try {
      const connectionId = stored?.id ?? (await connect(services, target, apiKey));
      return {
        services,
        connectionId,
        isKept: folder.isKept,
        begunPutBacks: putBacks.map(({ record }) => record.id),
        notices,
        close,
        abandon: folder.discard,
      };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    lock?.release();
    folder.discard();
    throw error;
  }
}

interface Folder {
  readonly path: string;
  /** As somebody has named it; null where nobody did. */
  readonly named: string | null;
  readonly isKept: boolean;
  /** Removes it, if it is not to outlive this run. */
  discard(): void;
}

/** A key that comes with the call, for a server that comes with it, needs nothing that was there before. */
function folderFor(target: Target, given: string | null, hasKey: boolean, around: Surroundings): Folder {
  if (given !== null) return kept(resolve(around.folder, given), `--data-folder=${given}`);
  const ofEnv = around.env.LUKITTU_DATA_FOLDER || null;
  if (ofEnv !== null) return kept(resolve(around.folder, ofEnv), `LUKITTU_DATA_FOLDER=${ofEnv}`);
  if (target.by === 'address' && hasKey) {
    const path = mkdtempSync(join(tmpdir(), 'lukittu-publish-'));
    return {
      path,
      named: null,
      isKept: false,
      discard: () => rmSync(path, { recursive: true, force: true }),
    };
  }
  if (!existsSync(around.appFolder)) throw noConnection(target, []);
  return kept(around.appFolder, null);
}

const kept = (path: string, named: string | null): Folder => ({
  path,
  named,
  isKept: true,
  discard: () => {},
});

/** Takes the folder, and names one that cannot be taken as it was given. */
function lockNamed({ path, named }: Folder): FolderLock {
  try {
    return lockFolder(path);
  } catch (error) {
    if (named === null) throw error;
    const failure = failureFrom(error);
    throw new AppError({ ...failure, message: `${named}: ${failure.message}` }, { cause: error });
  }
}

interface Found {
  readonly connections: StoredConnection[];
  readonly jobs: Unfinished[];
  readonly notices: readonly string[];
}

/** A look into the store before anything in it is set going. */
function lookInto(folder: string, clock: Clock): Found {
  const store = openStore(folder, clock);
  try {
    const drafts = createDraftStore(store);
    const jobs = createJobStore(store)
      .list()
      .map((record) => {
        const draft = drafts.get(record.draftId);
        return { record, begun: draft ?? record.meant, hasDraft: draft !== null };
      });
    return { connections: createConnectionStore(store).list(), jobs, notices: store.notices };
  } finally {
    store.close();
  }
}

/** The stored connection; null where the target is one that is not stored. */
function choose(target: Target, plan: Plan, stored: readonly StoredConnection[]): StoredConnection | null {
  if (target.by === 'name') {
    const named = stored.filter(({ name }) => name === target.name);
    const [only, ...more] = named;
    if (only === undefined) throw noConnection(target, stored);
    if (more.length === 0) return only;
    throw appError('invalid-input', {
      message: `There are ${named.length} connections named “${target.name}”.`,
      remedy: 'Give --server and --team in place of the name.',
    });
  }
  const { serverUrl, teamId } = target.by === 'plan' ? plan.connection : target;
  const found = stored.find((other) => other.serverUrl === serverUrl && other.teamId === teamId);
  if (!found && target.by === 'plan') throw noConnection(target, stored);
  return found ?? null;
}

function noConnection(target: Target, stored: readonly StoredConnection[]) {
  const names = stored.map(({ name }) => `“${name}”`).join(', ');
  if (target.by === 'name') {
    return appError('not-known', {
      message: `There is no connection named “${target.name}”${names === '' ? '.' : `, only ${names}.`}`,
      remedy: 'Correct the name, or give --server and --team with the key in LUKITTU_API_KEY.',
    });
  }
  if (target.by === 'address') return noKey();
  return appError('not-known', {
    message: 'The app has no connection to the server and team of the plan.',
    remedy: 'Connect to it in the app, or give --server and --team with the key in LUKITTU_API_KEY.',
  });
}

const noKey = () =>
  appError('no-key', {
    message: 'There is no API key for this server and team.',
    remedy: 'Put it into the environment variable LUKITTU_API_KEY, or connect to the team in the app.',
  });

function keyIn(env: Surroundings['env']): string | null {
  const text = env.LUKITTU_API_KEY ?? '';
  if (text.trim() === '') return null;
  const cleaned = cleanApiKey(text);
  if (cleaned.ok) return cleaned.value.key;
  throw appError('invalid-input', {
    message: `LUKITTU_API_KEY: ${cleaned.failure.message}`,
    remedy: cleaned.failure.remedy,
  });
}

/** A key from the environment is for the chosen connection alone, and is written nowhere. */
async function keysFor(
  stored: StoredConnection | null,
  apiKey: string | null,
  { openKeyring }: Surroundings,
): Promise<KeyStore> {
  if (apiKey === null) {
    const { store, problem } = stored === null ? { store: null, problem: null } : await openKeyring();
    if (store) return store;
    throw problem === null
      ? noKey()
      : appError('no-key', {
          message: problem,
          remedy: 'Put the key into the environment variable LUKITTU_API_KEY.',
        });
  }
  return createSessionKeyStore(stored === null ? [] : [[accountOf(stored), apiKey]]);
}

async function connect(services: Services, target: Target, apiKey: string | null): Promise<string> {
  if (target.by !== 'address' || apiKey === null) throw noKey();
  const { serverUrl, teamId, rateLimit, maxFileBytes } = target;
  const form: ConnectionForm = { name: '', serverUrl, teamId, apiKey, rateLimit, maxFileBytes };
  const { connection } = await services.handlers['connections.add'](form, []);
  return connection.id;
}
