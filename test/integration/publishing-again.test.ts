import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { DraftChange } from '../../electron/model/draft.ts';
import type { Release } from '../../electron/model/release.ts';
import { publish, type RunningApp, runApp } from '../support/running-app.ts';

/** What a person does to a draft whose job came to nothing, and what the job makes of it when it is tried again. */

const onServer = ({ demo }: RunningApp, { id }: Pick<Release, 'id'>) =>
  [...demo.state.teams.values()].flatMap((team) => team.releases.get(id) ?? [])[0];
const note = (value: string) => ({ metadata: [{ key: 'note', value, locked: false }] });
const puts = ({ demo }: RunningApp) => demo.requests.filter(({ method }) => method === 'PUT');
const draftsOf = ({ services, connection }: RunningApp) =>
  services.handlers['drafts.list']({ connectionId: connection.id }, []);

/** A draft whose one request was refused for good. */
async function failed(app: RunningApp) {
  const { handlers } = app.services;
  const release = app.release('2.2.0');
  const { draft } = await app.edit(release, { fields: note('first') });
  app.demo.faults.add({
    method: 'PUT',
    at: 'received',
    effect: { kind: 'answer', status: 403, details: 'Not now' },
  });
  const { id } = await handlers['jobs.publish']({ draftId: draft.id }, []);
  await app.until(id, 'failed');
  return { handlers, release, draftId: draft.id, jobId: id };
}

describe('a job that failed, tried again', () => {
  test('sends what the draft says now, when it was edited meanwhile', async () => {
    const app = await runApp();
    const { handlers, release, draftId, jobId } = await failed(app);
    await handlers['drafts.change']({ draftId, change: { fields: note('second') } }, []);
    await handlers['jobs.retry']({ jobId }, []);
    await app.until(jobId, 'verified');
    expect(onServer(app, release)?.metadata).toMatchObject([{ key: 'note', value: 'second' }]);
    expect(await draftsOf(app)).toEqual([]);
  });

  test('sends what it was to send, when the draft was discarded meanwhile', async () => {
    const app = await runApp();
    const { handlers, release, draftId, jobId } = await failed(app);
    await handlers['drafts.discard']({ draftId }, []);
    await handlers['jobs.retry']({ jobId }, []);
    await app.until(jobId, 'verified');
    expect(onServer(app, release)?.metadata).toMatchObject([{ key: 'note', value: 'first' }]);
  });

  test('that was blocked takes up the correction', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const release = app.release('2.2.0');
    const { draft } = await app.edit(release, { fields: { version: '7.0.0' } });
    const other = onServer(app, app.release('2.1.0'));
    if (other) other.version = '7.0.0';
    const { id } = await handlers['jobs.publish']({ draftId: draft.id }, []);
    await app.until(id, 'blocked');
    await handlers['drafts.change']({ draftId: draft.id, change: { fields: { version: '7.0.1' } } }, []);
    await handlers['jobs.retry']({ jobId: id }, []);
    await app.until(id, 'verified');
    expect(onServer(app, release)?.version).toBe('7.0.1');
  });
});

describe('a job that was cancelled, tried again', () => {
  /** A draft whose job was cancelled before anything had left. */
  async function cancelled(app: RunningApp) {
    const { handlers } = app.services;
    const release = app.release('2.2.0');
    const { draft } = await app.edit(release, { fields: note('first') });
    await app.demo.stop();
    const { id } = await handlers['jobs.publish']({ draftId: draft.id }, []);
    await app.until(id, 'waiting');
    await handlers['jobs.cancel']({ jobId: id }, []);
    await app.until(id, 'cancelled');
    await app.demo.start();
    await handlers['app.online']({}, []);
    return { handlers, release, draftId: draft.id, jobId: id };
  }

  test('sends what its draft says now, once', async () => {
    const app = await runApp();
    const { handlers, release, draftId, jobId } = await cancelled(app);
    await handlers['drafts.change']({ draftId, change: { fields: note('second') } }, []);
    await handlers['jobs.retry']({ jobId }, []);
    await app.drive(jobId, 'verified');
    expect(onServer(app, release)?.metadata).toMatchObject([{ key: 'note', value: 'second' }]);
    expect(puts(app)).toHaveLength(1);
    expect(await draftsOf(app)).toEqual([]);
  });

  test('goes on after a restart, and no batch is said to have missed its time for it', async () => {
    const app = await runApp();
    const { handlers, draftId } = await cancelled(app);
    const { id: connectionId } = app.connection;
    const batch = await handlers['batches.create']({ connectionId, name: 'Spring', draftIds: [draftId] }, []);
    const startAt = new Date(app.clock.now() + 2000).toISOString();
    await handlers['batches.change']({ batchId: batch.id, change: { startAt } }, []);
    await handlers['batches.publish']({ batchId: batch.id }, []);
    const [job] = await handlers['batches.cancel']({ batchId: batch.id }, []);
    const looks = app.demo.faults.add({
      method: 'GET',
      path: '/releases?',
      times: 'always',
      at: 'arrival',
      effect: { kind: 'html', status: 502 },
    });
    await handlers['jobs.retry']({ jobId: job?.id ?? '' }, []);
    await looks.reached;
    await app.clock.advance(3000);

    const again = await app.restart();
    const { notices } = await again.services.handlers['app.info']({}, []);
    expect(notices.filter((notice) => JSON.stringify(notice).includes('Spring'))).toEqual([]);
    looks.remove();
    await again.services.handlers['app.online']({}, []);
    await again.drive(job?.id ?? '', 'verified');
  });
});

test('a draft that was published, and not put away before the app ended, is put away at its next start', async () => {
  const app = await runApp();
  const { draft } = await app.edit(app.release('2.2.0'), { fields: note('first') });
  const path = join(app.folder, 'releases.db');
  const before = new DatabaseSync(path);
  const row = before.prepare('SELECT * FROM drafts WHERE id = ?').get(draft.id) ?? {};
  before.close();
  await publish(app, draft);
  await app.services.close();

  const after = new DatabaseSync(path);
  const columns = Object.keys(row);
  after
    .prepare(`INSERT INTO drafts (${columns}) VALUES (${columns.map(() => '?')})`)
    .run(...Object.values(row));
  after.close();
  expect(await draftsOf(await app.restart())).toEqual([]);
});

describe('a request nobody knows the outcome of', () => {
  /** A draft whose answer got lost, and whose job was cancelled while no look at the release was possible. */
  async function inDoubt(app: RunningApp, release: Release | null, fields: DraftChange['fields']) {
    const { handlers } = app.services;
    const { draft } = await app.edit(release, { fields });
    app.demo.faults.add({ method: release ? 'PUT' : 'POST', at: 'answer', effect: { kind: 'drop' } });
    const looks = app.demo.faults.add({
      method: 'GET',
      path: '/releases?',
      // Before it is sent a release is read, and of a new one it is asked once more whether its version is free.
      nth: release ? 2 : 3,
      times: 'always',
      at: 'arrival',
      effect: { kind: 'html', status: 502 },
    });
    const { id } = await handlers['jobs.publish']({ draftId: draft.id }, []);
    await looks.reached;
    await app.until(id, 'unknown');
    await handlers['jobs.cancel']({ jobId: id }, []);
    await app.until(id, 'failed');
    return { handlers, draftId: draft.id, jobId: id, looks };
  }

  /** The same, edited since, and then found to have been done. */
  async function doneAndEditedSince(app: RunningApp, release: Release) {
    const { handlers, draftId, jobId, looks } = await inDoubt(app, release, note('first'));
    await handlers['drafts.change']({ draftId, change: { fields: note('second') } }, []);
    looks.remove();
    await handlers['jobs.retry']({ jobId }, []);
    await app.until(jobId, 'verified');
    return { handlers, draftId };
  }

  test('keeps its draft from being sent in another job, until it is found out', async () => {
    const app = await runApp();
    const { handlers, draftId, jobId, looks } = await inDoubt(app, app.release('2.2.0'), note('first'));
    looks.remove();
    await handlers['drafts.change']({ draftId, change: { fields: note('second') } }, []);
    await expect(handlers['jobs.publish']({ draftId }, [])).rejects.toMatchObject({
      failure: { kind: 'busy' },
    });
    expect(
      (await handlers['jobs.list']({ connectionId: app.connection.id }, [])).map(({ id }) => id),
    ).toEqual([jobId]);
    expect(puts(app)).toHaveLength(1);
  });

  test('loses nothing that was edited since, when it turns out to have been done', async () => {
    const app = await runApp();
    const release = app.release('2.2.0');
    const { handlers, draftId } = await doneAndEditedSince(app, release);
    expect(onServer(app, release)?.metadata).toMatchObject([{ value: 'first' }]);
    expect(puts(app)).toHaveLength(1);
    const goesOn = await draftsOf(app);
    expect(goesOn).toMatchObject([{ id: draftId, fields: note('second') }]);

    // Once: what has happened to it since is not taken back by a start of the app.
    await app.clock.advance(60_000);
    await handlers['drafts.change']({ draftId, change: { fields: note('third') } }, []);
    const before = await draftsOf(app);
    expect(await draftsOf(await app.restart())).toEqual(before);
  });

  test('is not asked about again by the one who edited it since', async () => {
    const app = await runApp();
    const release = app.release('2.2.0');
    const { handlers, draftId } = await doneAndEditedSince(app, release);
    // It goes on from what was published, so that nobody is asked about his own change.
    const { id } = await handlers['jobs.publish']({ draftId }, []);
    await app.until(id, 'verified');
    expect(onServer(app, release)?.metadata).toMatchObject([{ value: 'second' }]);
    expect(await draftsOf(app)).toEqual([]);
  });

  test('of a new release that was edited since leaves alone what somebody has made of it meanwhile', async () => {
    const app = await runApp();
    const { handlers, draftId, jobId, looks } = await inDoubt(app, null, {
      version: '9.0.0',
      status: 'DRAFT',
    });
    await handlers['drafts.change']({ draftId, change: { fields: { status: 'PUBLISHED' } } }, []);
    looks.remove();
    const { productId } = app.release('2.2.0');
    const { items } = await handlers['releases.refresh']({ connectionId: app.connection.id, productId }, []);
    const other = await app.edit(items.find(({ version }) => version === '9.0.0') ?? null, {
      fields: note('other'),
    });
    await handlers['jobs.retry']({ jobId }, []);
    await app.until(jobId, 'verified');
    const ids = (await draftsOf(app)).map(({ id }) => id);
    expect(ids.toSorted()).toEqual([draftId, other.draft.id].toSorted());
  });

  test('of a new release that was edited since goes on as a draft of the release it made', async () => {
    const app = await runApp();
    const { handlers, draftId, jobId, looks } = await inDoubt(app, null, {
      version: '9.0.0',
      status: 'DRAFT',
    });
    await handlers['drafts.change']({ draftId, change: { fields: { status: 'PUBLISHED' } } }, []);
    looks.remove();
    await handlers['jobs.retry']({ jobId }, []);
    const { releaseId } = await app.until(jobId, 'verified');
    expect(await draftsOf(app)).toMatchObject([{ releaseId, fields: { status: 'PUBLISHED' } }]);
    const again = await handlers['jobs.publish']({ draftId }, []);
    await app.until(again.id, 'verified');
    expect(onServer(app, { id: releaseId ?? '' })).toMatchObject({ version: '9.0.0', status: 'PUBLISHED' });
  });
});
