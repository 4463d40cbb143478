import { onTestFinished } from 'vitest';
import type { EventName } from '../../electron/contract.ts';
import { type DemoServer, startDemoServer } from '../../electron/demo/server.ts';
import { type Log, silentLog } from '../../electron/diagnostics/log.ts';
import type { KeyStore } from '../../electron/keys/key-store.ts';
import { createSessionKeyStore } from '../../electron/keys/session-key-store.ts';
import type { Connection, RateLimit } from '../../electron/model/connection.ts';
import type { Draft, DraftChange, DraftReview } from '../../electron/model/draft.ts';
import type { Job, JobState } from '../../electron/model/job.ts';
import type { Release } from '../../electron/model/release.ts';
import type { SavePlaces } from '../../electron/services/exports.ts';
import { noRim } from '../../electron/services/service-options.ts';
import { createServices, type Services } from '../../electron/services.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { tempFolder } from './temp-folder.ts';

/** The app's inside on a real server, a real database and real files, with the time in the test's hand. */
export interface RunningApp {
  services: Services;
  demo: DemoServer;
  clock: FakeClock;
  folder: string;
  connection: Connection;
  releases: Release[];
  /** The release of this version in the product whose list was read. */
  release(version: string): Release;
  edit(release: Release | null, change: DraftChange): Promise<DraftReview>;
  /** Resolves as soon as the job is in one of these states. */
  until(jobId: string, ...states: JobState['at'][]): Promise<Job>;
  /** Resolves as soon as this is true of the job. */
  untilJob(jobId: string, is: (job: Job) => boolean): Promise<Job>;
  /** As `until`, and moves the clock on whenever every job waits for time. */
  drive(jobId: string, ...states: JobState['at'][]): Promise<Job>;
  /** Resolves with the first notice that says this. */
  notice(words: string): Promise<string>;
  /** Sentences of `notice` events so far. */
  notices: string[];
  /** Ends this process's work as a crash would, and starts anew on the same folder. */
  restart(): Promise<RunningApp>;
}

interface Options {
  demo?: DemoServer;
  keyring?: KeyStore;
  /** What the connection is told of the server's limit. */
  rateLimit?: RateLimit | null;
  clock?: FakeClock;
  folder?: string;
  /** This computer's addresses on its networks. */
  addresses?: () => readonly string[];
  /** Takes what has to be ended when the app is no longer wanted: at the end of the test, where there is one. */
  atEnd?: (end: () => Promise<void>) => void;
  log?: Log;
  /** Where files are saved; nowhere otherwise. */
  places?: SavePlaces;
}

/** Starts a demo server and the services, connects, and reads the first product's releases. */
export async function runApp({
  clock = createFakeClock(),
  folder = tempFolder(),
  keyring = createSessionKeyStore(),
  atEnd = onTestFinished,
  log = silentLog,
  rateLimit = { count: 5, windowSeconds: 300 },
  ...given
}: Options = {}): Promise<RunningApp> {
  const demo = given.demo ?? (await startDemo(clock, atEnd));
  const services = await createServices({
    dataFolder: folder,
    keyring,
    keyringProblem: null,
    app: { version: '0.0.0', platform: 'test', runtime: 'node' },
    clock,
    log,
    settleMs,
    ...(given.addresses && { addresses: given.addresses }),
    ...(given.places && { rim: { ...noRim, places: given.places } }),
  });
  atEnd(() => services.close());
  return watch({ services, demo, clock, folder, keyring, rateLimit, atEnd });
}

async function startDemo(clock: FakeClock, atEnd: NonNullable<Options['atEnd']>): Promise<DemoServer> {
  const demo = await startDemoServer({ clock });
  atEnd(() => demo.close());
  return demo;
}

/** How long a request whose client went away is given to settle, in ms. */
const settleMs = 1000;

/** A product with releases enough for every test. */
const productName = 'Claims Guard';

async function watch({
  services,
  demo,
  clock,
  folder,
  keyring,
  rateLimit,
  atEnd,
}: Pick<RunningApp, 'services' | 'demo' | 'clock' | 'folder'> &
  Required<Pick<Options, 'keyring' | 'rateLimit' | 'atEnd'>>): Promise<RunningApp> {
  const { handlers } = services;
  const notices: string[] = [];
  const waiting = new Set<() => void>();
  services.events.listen((name: EventName, payload: unknown) => {
    if (name === 'notice' && typeof payload === 'object' && payload !== null && 'message' in payload) {
      notices.push(String(payload.message));
    }
    for (const look of waiting) look();
  });

  const existing = (await handlers['connections.list']({}, []))[0];
  const form = {
    name: 'Test team',
    serverUrl: demo.origin,
    teamId: demo.teamId,
    apiKey: demo.apiKey,
    maxFileBytes: 10 * 1024 * 1024,
    rateLimit,
  };
  const connection = existing ?? (await handlers['connections.add'](form, [])).connection;
  const connectionId = connection.id;
  await handlers['products.refresh']({ connectionId }, []);
  const productId = [...(demo.state.teams.get(demo.teamId)?.products.values() ?? [])].find(
    (product) => product.name === productName,
  )?.id;
  if (productId === undefined) throw new Error(`the demo team has no product ${productName}`);
  // A second start shows what the first has read, as offline.
  const read = handlers[existing ? 'releases.list' : 'releases.refresh'];
  const { items: releases } = await read({ connectionId, productId }, []);

  const jobOf = async (id: string): Promise<Job | undefined> =>
    (await handlers['jobs.list']({ connectionId }, [])).find((job) => job.id === id);
  /** What `look` finds, as soon as an event makes it find something. */
  const when = <T>(look: () => Promise<T | undefined>): Promise<T> =>
    new Promise((resolve) => {
      const again = async (): Promise<void> => {
        const found = await look();
        if (found === undefined) return;
        waiting.delete(again);
        resolve(found);
      };
      waiting.add(again);
      void again();
    });

  /** Lets requests go on, or moves the clock to the next moment for which some job waits. */
  const turn = async (jobs: readonly Job[]): Promise<void> => {
    const moments = jobs.flatMap(({ state }) =>
      'until' in state && state.until !== null ? [Date.parse(state.until)] : [],
    );
    const at = (states: readonly JobState['at'][]) =>
      jobs.some(({ state }) => states.includes(state.at) && !('until' in state && state.until !== null));
    if (at(['reading', 'merging', 'sending', 'answering', 'verifying'])) {
      await new Promise((resolve) => setImmediate(resolve));
    } else if (at(['unknown']) && moments.length === 0) {
      await clock.advance(settleMs);
    } else {
      await clock.advance(moments.length === 0 ? 0 : Math.max(0, Math.min(...moments) - clock.now()));
    }
  };

  const app: RunningApp = {
    services,
    demo,
    clock,
    folder,
    connection,
    releases,
    notices,
    release: (version) => {
      const found = releases.find((release) => release.version === version);
      if (!found)
        throw new Error(
          `no release ${version} among ${releases.map((release) => release.version).join(', ')}`,
        );
      return found;
    },
    edit: async (release, change) => {
      const open = await handlers['drafts.open'](
        { connectionId, productId, releaseId: release?.id ?? null },
        [],
      );
      return handlers['drafts.change']({ draftId: open.draft.id, change }, []);
    },
    until: (jobId, ...states) => app.untilJob(jobId, ({ state }) => states.includes(state.at)),
    untilJob: (jobId, is) =>
      when(async () => {
        const job = await jobOf(jobId);
        return job && is(job) ? job : undefined;
      }),
    drive: async (jobId, ...states) => {
      for (;;) {
        const job = await jobOf(jobId);
        if (job && states.includes(job.state.at)) return job;
        await turn(await handlers['jobs.list']({ connectionId }, []));
      }
    },
    notice: (words) => when(async () => notices.find((notice) => notice.includes(words))),
    restart: async () => {
      await services.close();
      return runApp({ demo, clock, folder, keyring, atEnd });
    },
  };
  return app;
}

/** Publishes a draft and gives its job as soon as it is verified. */
export async function publish(app: RunningApp, { id }: Pick<Draft, 'id'>): Promise<Job> {
  const job = await app.services.handlers['jobs.publish']({ draftId: id }, []);
  return app.until(job.id, 'verified');
}
