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
    const found = await handlers['history.list']({ connectionId, text: 'deprec', limit: 10 }, []);
    expect(found.map(({ version }) => version)).toEqual(['2.1.0']);
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
