import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../../electron/clock.ts';
import type { DemoTeam } from '../../../electron/demo/state.ts';
import type { KeyStore } from '../../../electron/keys/key-store.ts';
import { createSessionKeyStore } from '../../../electron/keys/session-key-store.ts';
import type { Attempt } from '../../../electron/model/attempt.ts';
import type { RateLimit } from '../../../electron/model/connection.ts';
import type { DraftChange } from '../../../electron/model/draft.ts';
import type { Job } from '../../../electron/model/job.ts';
import type { JobRecord } from '../../../electron/publish/job-record.ts';
import { isAtWork } from '../../../electron/publish/queue.ts';
import { createServices, type Services } from '../../../electron/services.ts';
import type { Chance } from '../chance.ts';
import type { FakeClock } from '../fake-clock.ts';

/** The app's inside, which can die and be started again, on a clock that can be set. */

export interface ClientSide {
  readonly services: Services;
  readonly notices: string[];
  connect(server: string, team: DemoTeam, rateLimit: RateLimit | null): Promise<string>;
  /** Drafts a change and queues it; gives the job. */
  queue(
    connectionId: string,
    change: {
      productId: string;
      releaseId: string | null;
      fields: DraftChange['fields'];
      file: Buffer<ArrayBuffer> | null;
    },
  ): Promise<string>;
  jobs(): Job[];
  someJob(chance: Chance): Job | undefined;
  /** The jobs that wait for an answer, and for nothing else. */
  atWork(): JobRecord[];
  /** The process dies, and the app is started again. */
  dieAndStart(): Promise<void>;
  /** Sets the clock forward or back, by ms. */
  setClock(ms: number): void;
  attempts(connectionId: string): Promise<Attempt[]>;
  draftCount(connectionId: string): Promise<number>;
  close(): Promise<void>;
}

export async function startClientSide(clock: FakeClock, random: () => number): Promise<ClientSide> {
  const folder = mkdtempSync(join(tmpdir(), 'lukittu-chaos-'));
  const keyring: KeyStore = createSessionKeyStore();
  let skewMs = 0;
  const own: Clock = { now: () => clock.now() + skewMs, after: clock.after };
  const notices: string[] = [];
  const start = async (): Promise<Services> => {
    const started = await createServices({
      dataFolder: folder,
      keyring,
      keyringProblem: null,
      app: { version: '0.0.0', platform: 'test', runtime: 'node' },
      clock: own,
      random,
    });
    started.events.listen((name, payload) => {
      if (name === 'notice') notices.push(payload.message);
    });
    return started;
  };
  let services = await start();

  return {
    get services() {
      return services;
    },
    notices,
    connect: async (serverUrl, { id: teamId, apiKey, products }, rateLimit) => {
      const { handlers } = services;
      const form = { name: randomUUID(), serverUrl, teamId, apiKey, maxFileBytes: 1_000_000, rateLimit };
      const { connection } = await handlers['connections.add'](form, []);
      for (const productId of products.keys()) {
        await handlers['releases.refresh']({ connectionId: connection.id, productId }, []);
      }
      return connection.id;
    },
    queue: async (connectionId, { productId, releaseId, fields, file }) => {
      const { handlers } = services;
      const { draft } = await handlers['drafts.open']({ connectionId, productId, releaseId }, []);
      const draftId = draft.id;
      await handlers['drafts.change']({ draftId, change: { fields } }, []);
      if (file) await handlers['drafts.attach']({ draftId }, [{ name: 'new.zip', bytes: file }]);
      return (await handlers['jobs.publish']({ draftId }, [])).id;
    },
    jobs: () => services.jobs(),
    someJob: (chance) => {
      const jobs = services.jobs();
      return jobs[chance.below(jobs.length)];
    },
    atWork: () =>
      services.jobs().flatMap(({ id }) => {
        const record = services.record(id);
        if (!record || !isAtWork(record)) return [];
        return record.phase.at === 'finding-out' && record.phase.until !== null ? [] : [record];
      }),
    dieAndStart: async () => {
      await services.close();
      services = await start();
    },
    setClock: (ms) => {
      skewMs += ms;
    },
    attempts: async (connectionId) =>
      services.handlers['history.list']({ connectionId, text: '', limit: 1000 }, []),
    draftCount: async (connectionId) => (await services.handlers['drafts.list']({ connectionId }, [])).length,
    close: async () => {
      await services.close();
      // A backup that was being made may still be there.
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
