import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { publish, type RunningApp, runApp } from '../support/running-app.ts';

/** Queues a change of so many releases, and gives their jobs' ids in the order of the line. */
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

const orderSent = ({ demo }: RunningApp): string[] =>
  demo.requests
    .filter(({ method }) => method === 'PUT')
    .map(({ path }) => path.slice(path.lastIndexOf('/') + 1));

describe('the queue', () => {
  test('pauses as a whole, keeps that over a restart, and goes on as a whole', async () => {
    const app = await runApp();
    const { connection } = app;
    const fault = app.demo.faults.add({ method: 'GET', at: 'arrival', effect: { kind: 'pause' } });
    const ids = await queueSome(app, 3);
    await fault.reached;
    await app.services.handlers['jobs.pauseAll']({ connectionId: connection.id }, []);
    fault.resume();
    for (const id of ids) await app.until(id, 'paused');
    expect(orderSent(app)).toEqual([]);

    const again = await app.restart();
    for (const id of ids) await again.until(id, 'paused');
    await again.services.handlers['jobs.resumeAll']({ connectionId: connection.id }, []);
    for (const id of ids) await again.until(id, 'verified');
    expect(orderSent(again)).toHaveLength(3);
  });

  test('sends in the order a person has put it, also after a restart', async () => {
    const app = await runApp();
    const { connection } = app;
    const fault = app.demo.faults.add({ method: 'GET', at: 'arrival', effect: { kind: 'pause' } });
    const ids = await queueSome(app, 3);
    await fault.reached;
    await app.services.handlers['jobs.pauseAll']({ connectionId: connection.id }, []);
    fault.resume();
    await app.services.handlers['jobs.move']({ jobId: ids[2] ?? '', to: 'earlier' }, []);
    await app.services.handlers['jobs.move']({ jobId: ids[2] ?? '', to: 'earlier' }, []);

    const again = await app.restart();
    const jobs = await again.services.handlers['jobs.resumeAll']({ connectionId: connection.id }, []);
    expect(jobs.map(({ id }) => id)).toEqual([ids[2], ids[0], ids[1]]);
    for (const id of ids) await again.until(id, 'verified');
    expect(orderSent(again)).toEqual(jobs.map(({ releaseId }) => releaseId));
  });
});

describe('a job', () => {
  test('whose slot is gone when it is read and checked waits for the next, and nothing is sent', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    await publish(app, (await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } })).draft);
    await app.clock.advance(290_000);
    const reading = app.demo.faults.add({ method: 'GET', at: 'arrival', effect: { kind: 'pause' } });
    const { draft } = await app.edit(app.release('2.1.0'), { fields: { status: 'ARCHIVED' } });
    const { id } = await handlers['jobs.publish']({ draftId: draft.id }, []);
    await reading.reached;
    await app.clock.advance(6_000);
    app.demo.forgetRequests();
    reading.resume();
    const { state } = await app.untilJob(
      id,
      (job) => job.state.at === 'waiting' && job.state.reason === 'slot',
    );
    expect(state).toMatchObject({ until: new Date(app.clock.now() + 9_000).toISOString() });
    expect(orderSent(app)).toEqual([]);
    await app.drive(id, 'verified');
    expect(app.demo.requests.filter(({ status }) => status === 429)).toEqual([]);
  });

  test('keeps the others of its product back while it is in doubt', async () => {
    const app = await runApp({ rateLimit: null });
    app.demo.faults.add({ method: 'PUT', at: 'answer', effect: { kind: 'drop' } });
    app.demo.faults.add({
      path: '/releases?',
      method: 'GET',
      nth: 2,
      at: 'answer',
      effect: { kind: 'drop' },
    });
    const [first = '', second = ''] = await queueSome(app, 2);
    await app.untilJob(first, ({ state }) => state.at === 'unknown' && state.until !== null);
    await app.clock.advance(0);
    expect(orderSent(app)).toHaveLength(1);
    expect((await app.untilJob(second, () => true)).state).toMatchObject({ at: 'waiting', reason: 'turn' });
    await app.drive(second, 'verified');
    expect(orderSent(app)).toHaveLength(2);
  });

  test('that is under way when the app ends says nothing more, and is found as it was written down', async () => {
    const app = await runApp();
    const sending = app.demo.faults.add({ method: 'PUT', at: 'received', effect: { kind: 'pause' } });
    const [id = ''] = await queueSome(app, 1);
    await sending.reached;
    const changes: unknown[] = [];
    app.services.events.listen((...told) => changes.push(told));
    await app.services.close();
    await app.clock.advance(0);
    expect(changes).toEqual([]);
    sending.resume();
    const again = await app.restart();
    await again.drive(id, 'verified');
    expect(orderSent(again)).toHaveLength(1);
  });
});

describe('the history', () => {
  test('holds what was there before, and a draft puts it back', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const connectionId = app.connection.id;
    const release = app.release('2.2.0');
    await publish(app, (await app.edit(release, { fields: { status: 'ARCHIVED' } })).draft);

    const [attempt, ...older] = await handlers['history.list'](
      { connectionId, text: '2.2.0', limit: 10 },
      [],
    );
    expect(older).toEqual([]);
    expect(attempt).toMatchObject({
      outcome: 'verified',
      before: { status: 'PUBLISHED' },
      after: { status: 'ARCHIVED' },
    });
    const { review, notes } = await handlers['history.restore']({ attemptId: attempt?.id ?? '' }, []);
    expect(notes).toEqual([]);
    await publish(app, review.draft);
    const [newest] = await handlers['history.list']({ connectionId, text: '', limit: 10 }, []);
    expect(newest?.after?.status).toBe('PUBLISHED');
  });

  test('finds attempts by what a person remembers of them', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const connectionId = app.connection.id;
    await publish(app, (await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } })).draft);
    await publish(app, (await app.edit(app.release('2.1.0'), { fields: { status: 'DEPRECATED' } })).draft);
    await publish(
      app,
      (
        await app.edit(app.release('2.0.2'), {
          fields: { metadata: [{ key: 'channel', value: 'nightly', locked: false }] },
        })
      ).draft,
    );
    app.demo.faults.add({
      method: 'PUT',
      at: 'received',
      effect: { kind: 'answer', status: 404, details: 'Branch not found' },
    });
    const refused = await app.edit(app.release('2.2.1'), { fields: { status: 'ARCHIVED' } });
    const { id } = await handlers['jobs.publish']({ draftId: refused.draft.id }, []);
    await app.until(id, 'failed');

    const find = async (text: string) =>
      (await handlers['history.list']({ connectionId, text, limit: 10 }, [])).map(({ version }) => version);
    expect(await find('deprec')).toEqual(['2.1.0']);
    expect(await find('Nightly')).toEqual(['2.0.2']);
    expect(await find('branch not found')).toEqual(['2.2.1']);
    expect(await find('404')).toEqual(['2.2.1']);
    expect(await find('release updated')).toEqual(['2.0.2', '2.1.0', '2.2.0']);
    expect(await find(app.release('2.1.0').file?.checksum ?? 'none')).toEqual(['2.1.0']);
  });

  test('keeps what the server answered, also when it said yes', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    await publish(app, (await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } })).draft);
    const [attempt] = await handlers['history.list'](
      { connectionId: app.connection.id, text: '', limit: 10 },
      [],
    );
    expect(attempt?.answer).toEqual({ status: 200, details: 'Release updated' });
  });

  test('is looked through to its end, however long it is', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const connectionId = app.connection.id;
    await publish(app, (await app.edit(app.release('2.2.0'), { fields: { status: 'ARCHIVED' } })).draft);
    const [attempt] = await handlers['history.list']({ connectionId, text: '', limit: 10 }, []);
    const again = await app.restart();
    const db = new DatabaseSync(join(app.folder, 'releases.db'));
    const insert = db.prepare(
      'INSERT INTO attempts (id, connection_id, job_id, started_at, data) VALUES (?, ?, ?, ?, ?)',
    );
    for (let at = 0; at < 450; at += 1) {
      const startedAt = new Date(again.clock.now() + Math.floor(at / 7) * 1000).toISOString();
      const copy = { ...attempt, id: `copy-${at}`, version: `9.0.${at}`, startedAt };
      insert.run(copy.id, connectionId, 'job', startedAt, JSON.stringify(copy));
    }
    db.close();
    const find = (text: string) =>
      again.services.handlers['history.list']({ connectionId, text, limit: 1000 }, []);
    expect(await find('2.2.0')).toHaveLength(451);
    expect((await find('9.0.3')).map(({ version }) => version)).toContain('9.0.3');
    const { text } = await again.services.handlers['history.export']({ connectionId, format: 'json' }, []);
    expect(JSON.parse(text)).toHaveLength(451);
    const csv = await again.services.handlers['history.export']({ connectionId, format: 'csv' }, []);
    expect(csv.text.trim().split('\n')).toHaveLength(452);
  });

  test('is exported as JSON and CSV, without a formula a spreadsheet would run', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const connectionId = app.connection.id;
    await publish(app, (await app.edit(null, { fields: { version: '=1+1', status: 'DRAFT' } })).draft);
    const json = await handlers['history.export']({ connectionId, format: 'json' }, []);
    expect(JSON.parse(json.text)).toMatchObject([{ version: '=1+1', outcome: 'verified' }]);
    const csv = await handlers['history.export']({ connectionId, format: 'csv' }, []);
    expect(csv.name).toBe('release-history-2026-01-01.csv');
    expect(csv.text).toContain("'=1+1");
    expect(csv.text).not.toMatch(/[,\n]=1/);
  });
});
