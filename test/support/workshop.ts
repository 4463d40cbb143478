import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../electron/clock.ts';
import type { RequestRecord } from '../../electron/demo/exchange.ts';
import type { Fault, FaultHandle } from '../../electron/demo/faults.ts';
import { startDemoServer } from '../../electron/demo/server.ts';
import { addProduct, addRelease, addTeam, createState, type DemoRelease } from '../../electron/demo/state.ts';
import { createSessionKeyStore } from '../../electron/keys/session-key-store.ts';
import { rateWindowSchema } from '../../electron/lukittu/rate-window.ts';
import type { Attempt } from '../../electron/model/attempt.ts';
import type { Job } from '../../electron/model/job.ts';
import { defaultMaxFileBytes, defaultRateLimit } from '../../electron/model/server-limits.ts';
import { createServices } from '../../electron/services.ts';
import { createFakeClock } from './fake-clock.ts';

/**
 * The app's inside and a demo server on one clock that stands still, for many publishings one after the other. The
 * time moves only when both sides wait for it, so that a fault of minutes takes milliseconds and ends the same always.
 */

export type Operation = 'update with a file' | 'update without one' | 'create';

/** One release on its way, on a product of its own. */
export interface Trial {
  readonly method: 'PUT' | 'POST';
  /** What the server holds of the release, and of its file by name and MD5. */
  onServer(): (Pick<DemoRelease, 'status' | 'version'> & { readonly file: string | null }) | null;
  /** The same, before anything was sent and as it was meant. */
  readonly before: ReturnType<Trial['onServer']>;
  readonly meant: ReturnType<Trial['onServer']>;
  strike(fault: Fault): void;
  clearFaults(): void;
  /** Queues it, and lets time go by until it is over, or `enough` says so. */
  publish(enough?: (job: Job) => boolean): Promise<Job>;
  /** What a person does when it has failed. */
  retry(enough?: (job: Job) => boolean): Promise<Job>;
  /** Goes on until it is over. */
  goOn(): Promise<Job>;
  /** The updates or creations of this trial, in order. */
  sent(): RequestRecord[];
  /** Everything asked of the server in this trial. */
  requests(): RequestRecord[];
  notices(): string[];
  attempts(): Promise<Attempt[]>;
  /** Slots the ledger counts as used by this trial. */
  slotsUsed(): number;
  /** Milliseconds since it was queued. */
  took(): number;
}

export interface Workshop {
  begin(operation: Operation): Promise<Trial>;
  close(): Promise<void>;
}

export async function openWorkshop(): Promise<Workshop> {
  const clock = createFakeClock();
  const timers = watchTimers(clock);
  const state = createState();
  const team = addTeam(state);
  const demo = await startDemoServer({ state, clock: timers.clock });
  const folder = mkdtempSync(join(tmpdir(), 'lukittu-workshop-'));
  const { handlers, events, close } = await createServices({
    dataFolder: folder,
    keyring: createSessionKeyStore(),
    keyringProblem: null,
    app: { version: '0.0.0', platform: 'test', runtime: 'node' },
    clock,
    random: () => 0.5,
  });
  const { connection } = await handlers['connections.add'](
    {
      name: 'Workshop',
      serverUrl: demo.origin,
      teamId: demo.teamId,
      apiKey: demo.apiKey,
      maxFileBytes: defaultMaxFileBytes,
      rateLimit: defaultRateLimit,
    },
    [],
  );
  const connectionId = connection.id;
  const notices: string[] = [];
  events.listen((name, payload) => {
    if (name === 'notice') notices.push(payload.message);
  });
  const ledger = new DatabaseSync(join(folder, 'releases.db'), { readOnly: true });

  const begin = async (operation: Operation): Promise<Trial> => {
    demo.faults.clear();
    for (const left of await handlers['jobs.list']({ connectionId }, [])) {
      if (!overStates.has(left.state.at))
        throw new Error(`${left.version} of the trial before is ${left.state.at}`);
    }
    await demo.settled();
    // The slots of the trial before are free again.
    await clock.advance(400_000);
    demo.forgetRequests();
    notices.length = 0;
    const product = addProduct(team, { name: `Product ${randomUUID()}` });
    const productId = product.id;
    const old = { name: 'old.zip', bytes: randomBytes(100) };
    const existing =
      operation === 'create' ? null : addRelease(state, team, { productId, version: '1.0.0', file: old });
    await handlers['releases.refresh']({ connectionId, productId }, []);
    const { draft } = await handlers['drafts.open'](
      { connectionId, productId, releaseId: existing?.id ?? null },
      [],
    );
    const draftId = draft.id;
    const fields = { version: '1.0.0', status: 'DEPRECATED' } as const;
    await handlers['drafts.change']({ draftId, change: { fields } }, []);
    const bytes = randomBytes(50_000);
    if (operation !== 'update without one') {
      await handlers['drafts.attach']({ draftId }, [{ name: 'new.zip', bytes }]);
    }
    const find = () => [...team.releases.values()].find((release) => release.productId === productId);
    const onServer: Trial['onServer'] = () => {
      const found = find();
      if (!found) return null;
      const { version, status, file } = found;
      return { version, status, file: file && `${file.name} ${file.checksum}` };
    };
    const before = onServer();
    const meant = {
      ...fields,
      file: operation === 'update without one' ? (before?.file ?? null) : `new.zip ${md5Of(bytes)}`,
    };
    const held: { handle: FaultHandle; released: number; pauses: boolean }[] = [];
    const startedAt = clock.now();
    let jobId = '';
    const call = operation === 'create' ? 'create' : 'update';
    const method = operation === 'create' ? 'POST' : 'PUT';

    const job = async (): Promise<Job> => {
      const found = (await handlers['jobs.list']({ connectionId }, [])).find(({ id }) => id === jobId);
      if (!found) throw new Error('the job is gone');
      return found;
    };

    /** Lets the side that can go on by itself do so; else moves the time to what the other waits for. */
    const turn = async ({ state: at }: Job): Promise<void> => {
      const isWaiting = 'until' in at && at.until !== null;
      const pause = held.find(({ handle, released, pauses }) => pauses && handle.fired > released);
      if (pause && (at.at === 'sending' || at.at === 'answering')) await clock.advance(30_000);
      else if (pause) {
        // The client has given up: whatever held the request back lets it go.
        pause.released = pause.handle.fired;
        pause.handle.resume();
        await demo.settled();
      } else if (timers.soonest() !== null) await clock.advance((timers.soonest() ?? 0) - clock.now());
      else if (isWaiting && at.until) await clock.advance(Math.max(0, Date.parse(at.until) - clock.now()));
      else await new Promise((resolve) => setImmediate(resolve));
    };

    const drive = async (enough: (job: Job) => boolean): Promise<Job> => {
      for (;;) {
        const now = await job();
        if (overStates.has(now.state.at) || enough(now)) return now;
        await turn(now);
      }
    };

    return {
      method,
      onServer,
      before,
      meant,
      strike: (fault) => {
        held.push({ handle: demo.faults.add(fault), released: 0, pauses: fault.effect.kind === 'pause' });
      },
      clearFaults: () => demo.faults.clear(),
      publish: async (enough = () => false) => {
        jobId = (await handlers['jobs.publish']({ draftId }, [])).id;
        return drive(enough);
      },
      retry: async (enough = () => false) => {
        await handlers['jobs.retry']({ jobId }, []);
        return drive(enough);
      },
      goOn: () => drive(() => false),
      sent: () => demo.requests.filter((request) => request.method === method),
      requests: () => [...demo.requests],
      notices: () => [...notices],
      attempts: async () => {
        const all = await handlers['history.list']({ connectionId, text: '', limit: 1000 }, []);
        return all.filter((attempt) => attempt.jobId === jobId).reverse();
      },
      slotsUsed: () => {
        const row = ledger.prepare('SELECT data FROM rate_windows WHERE call = ?').get(call);
        const { open } = rateWindowSchema.parse(JSON.parse(String(row?.data)));
        // A window that is over stays written down until the next begins.
        return open !== null && open.from >= startedAt ? open.used : 0;
      },
      took: () => clock.now() - startedAt,
    };
  };

  return {
    begin,
    close: async () => {
      ledger.close();
      await close();
      await demo.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const overStates: ReadonlySet<Job['state']['at']> = new Set([
  'verified',
  'failed',
  'blocked',
  'conflict',
  'cancelled',
  'paused',
]);

const md5Of = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');

/** The same clock, and when the first of the timers set through it is due. */
function watchTimers(clock: Clock): { clock: Clock; soonest: () => number | null } {
  const due = new Set<{ at: number }>();
  return {
    clock: {
      now: clock.now,
      after: (ms, callback) => {
        // Whole milliseconds, as the system's clock shows them.
        const whole = Math.ceil(ms);
        const timer = { at: clock.now() + whole };
        due.add(timer);
        const stop = clock.after(whole, () => {
          due.delete(timer);
          callback();
        });
        return () => {
          due.delete(timer);
          stop();
        };
      },
    },
    soonest: () => (due.size === 0 ? null : Math.min(...[...due].map(({ at }) => at))),
  };
}
