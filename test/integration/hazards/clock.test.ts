import { randomBytes } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startDemoServer } from '../../../electron/demo/server.ts';
import type { Job } from '../../../electron/model/job.ts';
import { eventually } from '../../support/eventually.ts';
import { addressOf, deprecating, run, startTeam, writePlan } from '../../support/headless.ts';
import { publish, type RunningApp, runApp } from '../../support/running-app.ts';
import { createSetClock, type SetClock } from '../../support/set-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const windowMs = 305_000;

/** The app on a clock that can be set; the server's is right. */
async function onSetClock(): Promise<{ app: RunningApp; clock: SetClock }> {
  const clock = createSetClock();
  const demo = await startDemoServer({ clock: clock.world });
  onTestFinished(() => demo.close());
  return { app: await runApp({ clock, demo }), clock };
}

/** Queues a change of so many releases; the ids of their jobs, in the order of the line. */
async function queueSome(app: RunningApp, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (const release of app.releases.filter(({ latest }) => !latest).slice(0, count)) {
    const { draft } = await app.edit(release, {
      fields: { metadata: [{ key: 'queued', value: '1', locked: false }] },
    });
    ids.push((await app.services.handlers['jobs.publish']({ draftId: draft.id }, [])).id);
  }
  return ids;
}

const isWaitingForSlot = ({ state }: Job): boolean => state.at === 'waiting' && state.reason === 'slot';

/** Six updates, of which five are sent and the sixth waits for the next slots. */
async function sixthWaits(app: RunningApp): Promise<string> {
  const ids = await queueSome(app, 6);
  for (const id of ids.slice(0, 5)) await app.until(id, 'verified');
  const sixth = ids[5] ?? '';
  await app.untilJob(sixth, isWaitingForSlot);
  return sixth;
}

const answers = ({ demo }: RunningApp) =>
  demo.requests.filter(({ method }) => method === 'PUT').map(({ status }) => status);

async function waitsUntil(app: RunningApp, id: string): Promise<number> {
  const { state } = await app.untilJob(id, isWaitingForSlot);
  return state.at === 'waiting' ? Date.parse(state.until ?? '') : 0;
}

describe('the clock jumps', () => {
  test('back a day while a slot is waited for: nobody waits longer than a window, and that is what the queue says', async () => {
    const { app, clock } = await onSetClock();
    const sixth = await sixthWaits(app);
    clock.jump(-dayMs);
    await clock.advance(30_000);
    expect((await waitsUntil(app, sixth)) - clock.now()).toBeLessThanOrEqual(windowMs);
    await clock.advance(windowMs);
    await app.until(sixth, 'verified');
    expect(answers(app)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  test('forward a day while a slot is waited for: at most one request is refused, and then the app is silent', async () => {
    const { app, clock } = await onSetClock();
    const sixth = await sixthWaits(app);
    clock.jump(dayMs);
    await clock.advance(30_000);
    await app.untilJob(sixth, (job) => isWaitingForSlot(job) && job.attempts === 1);
    expect((await waitsUntil(app, sixth)) - clock.now()).toBeLessThanOrEqual(windowMs);
    await clock.advance(windowMs);
    await app.until(sixth, 'verified');
    expect(answers(app)).toEqual([200, 200, 200, 200, 200, 429, 200]);
  });

  test.each([
    ['back', -dayMs, [200, 200, 200, 200, 200, 200]],
    ['forward', dayMs, [200, 200, 200, 200, 200, 429, 200]],
  ])(
    '%s a day while the app is closed: the start waits for slots no longer than a window',
    async (_, ms, expected) => {
      const { app, clock } = await onSetClock();
      const sixth = await sixthWaits(app);
      await app.services.close();
      clock.jump(ms);
      const again = await app.restart();
      for (let minute = 0; minute < 11; minute += 1) await clock.advance(60_000);
      await again.until(sixth, 'verified');
      expect(answers(again)).toEqual(expected);
    },
  );

  test.each([
    ['back', -dayMs],
    ['forward', dayMs],
  ])('%s a day while the server is away: it is tried again after the same time', async (_, ms) => {
    const { app, clock } = await onSetClock();
    await app.demo.stop();
    const [id = ''] = await queueSome(app, 1);
    await app.untilJob(id, ({ state }) => state.at === 'waiting' && state.reason === 'backoff');
    clock.jump(ms);
    await app.demo.start();
    await clock.advance(120_000);
    await app.until(id, 'verified');
  });

  test.each([
    ['back', -dayMs],
    ['forward', dayMs],
  ])(
    '%s a day while the outcome of a request is not known: it is found out, and nothing is sent twice',
    async (_, ms) => {
      const { app, clock } = await onSetClock();
      const lost = app.demo.faults.add({ method: 'PUT', at: 'answer', effect: { kind: 'pause' } });
      const [id = ''] = await queueSome(app, 1);
      await lost.reached;
      await app.services.close();
      clock.jump(ms);
      lost.resume();
      const again = await app.restart();
      await again.drive(id, 'verified');
      expect(again.demo.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    },
  );

  test.each([
    ['back', -dayMs],
    ['forward', dayMs],
  ])('%s a day while bytes move: no speed is told that cannot be', async (_, ms) => {
    const { app, clock } = await onSetClock();
    const speeds: number[] = [];
    app.services.events.listen((name, payload) => {
      if (name !== 'jobs.changed') return;
      const { state } = payload.job;
      if (state.at === 'sending' && state.bytesPerSecond !== null) speeds.push(state.bytesPerSecond);
    });
    const path = join(tempFolder(), 'app.zip');
    writeFileSync(path, randomBytes(8_000_000));
    const { draft } = await app.edit(app.release('2.2.0'), {});
    await app.services.handlers['drafts.attach']({ draftId: draft.id }, [{ path }]);
    const half = app.demo.faults.add({
      method: 'PUT',
      at: 'body',
      bytes: 1_000_000,
      effect: { kind: 'pause' },
    });
    const { id } = await app.services.handlers['jobs.publish']({ draftId: draft.id }, []);
    await half.reached;
    clock.jump(ms);
    half.resume();
    await app.until(id, 'verified');
    expect(speeds.filter((speed) => speed < 0 || speed > 1e12 || speed < 1000)).toEqual([]);
  });

  test('forward beyond the time at which a batch begins: it begins within half a minute', async () => {
    const { app, clock } = await onSetClock();
    const id = await batchInAnHour(app);
    clock.jump(dayMs);
    await clock.advance(30_000);
    await app.until(id, 'verified');
  });

  test('back a day before a batch begins: it begins when the clock says so, and not before', async () => {
    const { app, clock } = await onSetClock();
    const id = await batchInAnHour(app);
    clock.jump(-dayMs);
    for (let hour = 0; hour < 24; hour += 1) await clock.advance(hourMs);
    await app.until(id, 'paused');
    await clock.advance(hourMs);
    await app.until(id, 'verified');
  });

  test('forward beyond the time at which a batch begins, while the app is closed: a person says when', async () => {
    const { app, clock } = await onSetClock();
    const id = await batchInAnHour(app);
    await app.services.close();
    clock.jump(dayMs);
    const again = await app.restart();
    expect((await again.services.handlers['app.info']({}, [])).notices).toEqual([
      expect.stringContaining('was to begin while the app was closed'),
    ]);
    await clock.advance(hourMs);
    await again.until(id, 'paused');
  });

  test('back and forward while drafts are saved and files dropped: every one stays', async () => {
    const { app, clock } = await onSetClock();
    const { handlers } = app.services;
    const path = join(tempFolder(), 'app.zip');
    writeFileSync(path, 'an artifact');
    for (const [version, ms] of [
      ['2.2.1', dayMs],
      ['2.2.0', -2 * dayMs],
      ['2.1.0', 2 * dayMs],
    ] as const) {
      const { draft } = await app.edit(app.release(version), { fields: { status: 'ARCHIVED' } });
      await handlers['drafts.attach']({ draftId: draft.id }, [{ path }]);
      clock.jump(ms);
      await clock.advance(hourMs);
      await eventually(() => clock.due().length > 0);
    }
    const again = await app.restart();
    const drafts = await again.services.handlers['drafts.list']({ connectionId: app.connection.id }, []);
    expect(drafts.map(({ fields }) => fields.version).toSorted()).toEqual(['2.1.0', '2.2.0', '2.2.1']);
    for (const { id } of drafts) {
      const { findings } = await again.services.handlers['drafts.review']({ draftId: id }, []);
      expect(findings.filter(({ part, severity }) => part === 'file' && severity === 'blocks')).toEqual([]);
    }
  });

  test('back a day between two publishings: the history and the kept files are in the order in which it happened', async () => {
    const { app, clock } = await onSetClock();
    const { handlers } = app.services;
    for (const version of ['2.2.1', '2.2.0']) {
      await publish(app, (await app.edit(app.release(version), { fields: { status: 'ARCHIVED' } })).draft);
      clock.jump(-dayMs);
    }
    const list = await handlers['history.list']({ connectionId: app.connection.id, text: '', limit: 10 }, []);
    expect(list.map(({ version }) => version)).toEqual(['2.2.0', '2.2.1']);
  });

  test('back a day between two backups: the one made last is the newest', async () => {
    const { app, clock } = await onSetClock();
    const backups = () => readdirSync(app.folder).filter((name) => name.startsWith('backup-')).length;
    const roundIsOver = () => eventually(() => clock.due().includes(clock.now() + hourMs));
    await clock.advance(10_000);
    await roundIsOver();
    for (let hour = 0; hour < 3; hour += 1) {
      await clock.advance(hourMs);
      await roundIsOver();
    }
    clock.jump(-dayMs);
    await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } });
    await clock.advance(hourMs);
    await roundIsOver();
    expect(backups()).toBe(3);
    await app.services.close();
    writeFileSync(join(app.folder, 'releases.db'), Buffer.alloc(8192, 'x'));
    const again = await app.restart();
    const drafts = await again.services.handlers['drafts.list']({ connectionId: app.connection.id }, []);
    expect(drafts).toHaveLength(1);
  });

  test('without a window, forward beyond the time of the plan: it begins within a minute', async () => {
    const clock = createSetClock();
    const team = await startTeam(['7.0.0'], { clock: clock.world });
    const startAt = new Date(clock.now() + 12 * hourMs).toISOString();
    const plan = writePlan(team, team.releases.map(deprecating), { batch: { startAt } });
    const waits = Promise.withResolvers<void>();
    const running = run(team, [plan, '--json', ...addressOf(team)], {
      clock,
      onLine: ({ event }) => {
        if (event === 'wait') waits.resolve();
      },
    });
    await waits.promise;
    clock.jump(dayMs);
    await clock.advance(60_000);
    expect((await running).code).toBe(0);
  });
});

/** A batch of one release that is to begin in an hour; the id of its job. */
async function batchInAnHour(app: RunningApp): Promise<string> {
  const { handlers } = app.services;
  const { draft } = await app.edit(app.release('2.2.0'), { fields: { status: 'DEPRECATED' } });
  const batch = await handlers['batches.create'](
    { connectionId: app.connection.id, name: 'Winter', draftIds: [draft.id] },
    [],
  );
  const startAt = new Date(app.clock.now() + hourMs).toISOString();
  await handlers['batches.change']({ batchId: batch.id, change: { startAt } }, []);
  const [job] = await handlers['batches.publish']({ batchId: batch.id }, []);
  return job?.id ?? '';
}
