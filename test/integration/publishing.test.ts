import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lostAnswer, storageDown } from '../../electron/demo/faults.ts';
import type { DemoRelease } from '../../electron/demo/state.ts';
import type { Release } from '../../electron/model/release.ts';
import { publish, type RunningApp, runApp } from '../support/running-app.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** The release as the server holds it now. */
function onServer({ demo }: RunningApp, { id }: Pick<Release, 'id'>): DemoRelease {
  const found = [...demo.state.teams.values()].flatMap((team) => team.releases.get(id) ?? [])[0];
  if (!found) throw new Error('the server does not have this release');
  return found;
}

/** A published release with a file, not latest and on no branch. */
const plainRelease = (app: RunningApp): Release => app.release('2.2.0');

function artifactOnDisk(name = 'app.zip', bytes = randomBytes(300_000)) {
  const path = join(tempFolder(), name);
  writeFileSync(path, bytes);
  return { path, bytes, md5: createHash('md5').update(bytes).digest('hex') };
}

async function attach(app: RunningApp, release: Release, path: string) {
  const { handlers } = app.services;
  const { draft } = await app.edit(release, {});
  return handlers['drafts.attach']({ draftId: draft.id }, [{ path }]);
}

describe('publishing one release', () => {
  test('changes exactly the fields that were edited, and is verified by reading it back', async () => {
    const app = await runApp();
    const release = plainRelease(app);
    const before = structuredClone(onServer(app, release));
    const { draft } = await app.edit(release, {
      fields: { metadata: [{ key: 'changelog', value: 'New words', locked: true }] },
    });
    const job = await publish(app, draft);
    expect(job.state.at).toBe('verified');
    const after = onServer(app, release);
    expect(after.metadata).toMatchObject([{ key: 'changelog', value: 'New words', locked: true }]);
    expect({ ...after, metadata: [], updatedAt: '' }).toEqual({ ...before, metadata: [], updatedAt: '' });
    expect(await app.services.handlers['drafts.list']({ connectionId: app.connection.id }, [])).toEqual([]);
  });

  test('sends a dropped file byte by byte', async () => {
    const app = await runApp();
    const release = plainRelease(app);
    const { path, bytes, md5 } = artifactOnDisk('new app.zip');
    const { draft } = await attach(app, release, path);
    await publish(app, draft);
    const { file } = onServer(app, release);
    expect(file).toMatchObject({ name: 'new app.zip', size: bytes.length, checksum: md5 });
    expect(app.demo.object(file?.key ?? '')?.equals(bytes)).toBe(true);
  });

  test('creates a release that is new', async () => {
    const app = await runApp();
    const { draft } = await app.edit(null, {
      fields: { version: '99.0.0', status: 'PUBLISHED', setAsLatest: true },
    });
    const job = await publish(app, draft);
    const created = onServer(app, { id: job.releaseId ?? '' });
    expect(created).toMatchObject({ version: '99.0.0', status: 'PUBLISHED', latest: true });
    const { items } = await app.services.handlers['releases.list'](
      { connectionId: app.connection.id, productId: draft.productId },
      [],
    );
    expect(
      items
        .filter((release) => release.latest && release.branchId === null)
        .map((release) => release.version),
    ).toEqual(['99.0.0']);
  });

  test('takes over what others changed meanwhile when it does not clash', async () => {
    const app = await runApp();
    const release = plainRelease(app);
    const { draft } = await app.edit(release, {
      fields: { metadata: [{ key: 'mine', value: '1', locked: false }] },
    });
    onServer(app, release).status = 'DEPRECATED';
    const job = await publish(app, draft);
    expect(onServer(app, release)).toMatchObject({ status: 'DEPRECATED', metadata: [{ key: 'mine' }] });
    expect(job.merged.length).toBeGreaterThan(0);
  });

  test('asks when others changed the same field, and does as it is told', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const release = plainRelease(app);
    const { draft } = await app.edit(release, { fields: { status: 'ARCHIVED' } });
    onServer(app, release).status = 'DEPRECATED';
    const { id } = await handlers['jobs.publish']({ draftId: draft.id }, []);
    const { state } = await app.until(id, 'conflict');
    const conflicts = state.at === 'conflict' ? state.conflicts : [];
    expect(conflicts).toMatchObject([{ part: 'status' }]);
    expect(onServer(app, release).status).toBe('DEPRECATED');
    await handlers['jobs.resolve']({ jobId: id, choices: { [conflicts[0]?.label ?? '']: 'mine' } }, []);
    await app.until(id, 'verified');
    expect(onServer(app, release).status).toBe('ARCHIVED');
  });

  test('refuses a draft that preflight blocks, without a request', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { draft, findings } = await app.edit(plainRelease(app), { fields: { version: 'a b' } });
    expect(findings.some(({ severity, part }) => severity === 'blocks' && part === 'version')).toBe(true);
    app.demo.forgetRequests();
    await expect(async () => handlers['jobs.publish']({ draftId: draft.id }, [])).rejects.toMatchObject({
      failure: { kind: 'invalid-input', fields: [{ path: 'version' }] },
    });
    expect(app.demo.requests).toEqual([]);
  });
});

describe('what others did since the list was read', () => {
  test('a version they took is found before a slot is spent on it', async () => {
    const app = await runApp();
    const { draft } = await app.edit(plainRelease(app), { fields: { version: '7.0.0' } });
    onServer(app, app.release('2.1.0')).version = '7.0.0';
    const { id } = await app.services.handlers['jobs.publish']({ draftId: draft.id }, []);
    const { state } = await app.until(id, 'blocked');
    const blocking =
      state.at === 'blocked' ? state.findings.filter(({ severity }) => severity === 'blocks') : [];
    expect(blocking.map(({ rule }) => rule)).toEqual(['version-taken']);
    expect(app.demo.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  test('a version they gave up again is not held against the draft any longer', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const { draft } = await app.edit(plainRelease(app), { fields: { version: '7.0.0' } });
    const other = onServer(app, app.release('2.1.0'));
    other.version = '7.0.0';
    const { id } = await handlers['jobs.publish']({ draftId: draft.id }, []);
    await app.until(id, 'blocked');
    other.version = '7.0.0-withdrawn';
    await handlers['jobs.retry']({ jobId: id }, []);
    await app.until(id, 'verified');
    expect(onServer(app, plainRelease(app)).version).toBe('7.0.0');
  });

  test('a branch seen with another product is not sent', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const connectionId = app.connection.id;
    const { items: products } = await handlers['products.list']({ connectionId }, []);
    for (const { id } of products) await handlers['releases.refresh']({ connectionId, productId: id }, []);
    const release = plainRelease(app);
    const other = products.find(({ name }) => name === 'Tidemark Desktop');
    const [foreign] = await handlers['branches.list']({ connectionId, productId: other?.id ?? '' }, []);
    await handlers['branches.add'](
      { connectionId, productId: release.productId, id: foreign?.id ?? '', name: 'mine' },
      [],
    );
    const { findings } = await app.edit(release, { fields: { branchId: foreign?.id ?? '' } });
    expect(findings.map(({ rule }) => rule)).toContain('branch-of-other-product');
  });

  test('an id that was typed in capitals is the one the server writes small', async () => {
    const app = await runApp();
    const typed = { connectionId: app.connection.id, productId: plainRelease(app).productId, name: '' };
    const id = '00000000-0000-4000-8000-00000000abcd';
    const added = await app.services.handlers['branches.add']({ ...typed, id: ` ${id.toUpperCase()} ` }, []);
    expect(added).toMatchObject({ id, name: id });
  });

  test('an id that was typed in and never seen is warned of', async () => {
    const app = await runApp();
    const release = plainRelease(app);
    const id = '00000000-0000-4000-8000-00000000abcd';
    await app.services.handlers['branches.add'](
      { connectionId: app.connection.id, productId: release.productId, id, name: 'next' },
      [],
    );
    const { findings } = await app.edit(release, { fields: { branchId: id } });
    expect(findings.map(({ rule }) => rule)).toContain('branch-unknown');
  });
});

describe('when it goes wrong', () => {
  test('an answer that never came is looked up, and not sent again when it was applied', async () => {
    const app = await runApp();
    const release = plainRelease(app);
    app.demo.faults.add({ method: 'PUT', ...lostAnswer });
    const { draft } = await app.edit(release, { fields: { status: 'DEPRECATED' } });
    const { id } = await app.services.handlers['jobs.publish']({ draftId: draft.id }, []);
    await app.until(id, 'verified');
    expect(app.demo.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(onServer(app, release).status).toBe('DEPRECATED');
  });

  test('a file the server lost is told of, and put back from the vault', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const release = plainRelease(app);
    const first = artifactOnDisk('first.zip');
    await publish(app, (await attach(app, release, first.path)).draft);
    const current = (
      await handlers['releases.list']({ connectionId: app.connection.id, productId: release.productId }, [])
    ).items;
    const again = current.find((other) => other.id === release.id) ?? release;
    app.demo.faults.add({ method: 'PUT', times: 'always', ...storageDown });
    const second = artifactOnDisk('second.zip');
    const { draft } = await attach(app, again, second.path);
    const { id } = await handlers['jobs.publish']({ draftId: draft.id }, []);
    expect(await app.notice('first.zip')).toContain('can put it back');
    expect(onServer(app, release).file).toBeNull();
    app.demo.faults.clear();
    await handlers['jobs.cancel']({ jobId: id }, []);
    await app.until(id, 'cancelled');
    const putBack = await handlers['jobs.restoreFile']({ jobId: id }, []);
    await app.drive(putBack.id, 'verified');
    expect(onServer(app, release).file).toMatchObject({ name: 'first.zip', checksum: first.md5 });
    const drafts = await handlers['drafts.list']({ connectionId: app.connection.id }, []);
    expect(drafts).toMatchObject([{ id: draft.id, file: { artifact: { name: 'second.zip' } } }]);
  });

  test('a file the server lost is still spoken of, and put back, when its draft was published anew in vain', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const release = plainRelease(app);
    const first = artifactOnDisk('first.zip');
    await publish(app, (await attach(app, release, first.path)).draft);
    app.demo.faults.add({ method: 'PUT', times: 5, ...storageDown });
    const { draft } = await attach(app, release, artifactOnDisk('second.zip').path);
    const lost = await handlers['jobs.publish']({ draftId: draft.id }, []);
    await app.drive(lost.id, 'failed');

    const refusal = { kind: 'answer', status: 403, details: 'Not now' } as const;
    app.demo.faults.add({ method: 'PUT', at: 'received', effect: refusal });
    const { id } = await handlers['jobs.publish']({ draftId: draft.id }, []);
    expect((await app.drive(id, 'failed')).lostFile).toEqual({ name: 'first.zip', inVault: true });
    const putBack = await handlers['jobs.restoreFile']({ jobId: id }, []);
    await app.drive(putBack.id, 'verified');
    expect(onServer(app, release).file).toMatchObject({ name: 'first.zip', checksum: first.md5 });
  });

  test('a file that was lost by a refusal whose answer is damaged is told of, too', async () => {
    const app = await runApp();
    const release = plainRelease(app);
    const refusal = { kind: 'answer', status: 400, details: 'Storage limit reached' } as const;
    app.demo.faults.add({ method: 'PUT', at: 'upload', effect: refusal });
    app.demo.faults.add({ method: 'PUT', at: 'answer', effect: { kind: 'truncate' } });
    const { draft } = await attach(app, release, artifactOnDisk('new.zip').path);
    const { id } = await app.services.handlers['jobs.publish']({ draftId: draft.id }, []);
    const { lostFile } = await app.until(id, 'failed');
    expect(lostFile).toEqual({ name: release.file?.name, inVault: false });
    expect(await app.notice('has lost')).toContain(release.file?.name);
  });

  test('a cancelled upload leaves the release as it was', async () => {
    const app = await runApp();
    const release = plainRelease(app);
    const before = structuredClone(onServer(app, release));
    const fault = app.demo.faults.add({ method: 'PUT', at: 'body', bytes: 1000, effect: { kind: 'pause' } });
    const { draft } = await attach(app, release, artifactOnDisk('big.zip', randomBytes(8_000_000)).path);
    const { id } = await app.services.handlers['jobs.publish']({ draftId: draft.id }, []);
    await fault.reached;
    await app.services.handlers['jobs.cancel']({ jobId: id }, []);
    fault.resume();
    await app.until(id, 'cancelled');
    await app.demo.settled();
    expect(onServer(app, release)).toEqual(before);
  });

  test('the app that ends in the middle of an upload takes it up again and finishes it', async () => {
    const app = await runApp();
    const release = plainRelease(app);
    const artifact = artifactOnDisk('big.zip', randomBytes(8_000_000));
    const fault = app.demo.faults.add({ method: 'PUT', at: 'body', bytes: 1000, effect: { kind: 'pause' } });
    const { draft } = await attach(app, release, artifact.path);
    const { id } = await app.services.handlers['jobs.publish']({ draftId: draft.id }, []);
    await fault.reached;
    const again = await app.restart();
    fault.resume();
    await app.demo.settled();
    const job = await again.drive(id, 'verified');
    expect(job.attempts).toBeLessThanOrEqual(2);
    expect(onServer(again, release).file?.checksum).toBe(artifact.md5);
  });

  test('what a job of yesterday verified does not hide what was read since', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const release = plainRelease(app);
    const { connectionId, productId } = { connectionId: app.connection.id, productId: release.productId };
    await publish(app, (await app.edit(release, { fields: { status: 'ARCHIVED' } })).draft);
    onServer(app, release).status = 'DEPRECATED';
    await handlers['releases.refresh']({ connectionId, productId }, []);
    const again = await app.restart();
    const { items } = await again.services.handlers['releases.list']({ connectionId, productId }, []);
    expect(items.find(({ id }) => id === release.id)?.status).toBe('DEPRECATED');
  });

  test('the sixth update waits for the next slots and no request is refused', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const targets = app.releases
      .filter((release) => !release.latest && release.status !== 'ARCHIVED')
      .slice(0, 6);
    const ids: string[] = [];
    for (const release of targets) {
      const { draft } = await app.edit(release, {
        fields: { metadata: [{ key: 'batch', value: '6', locked: false }] },
      });
      ids.push((await handlers['jobs.publish']({ draftId: draft.id }, [])).id);
    }
    for (const id of ids.slice(0, 5)) await app.until(id, 'verified');
    const sixth = await app.until(ids[5] ?? '', 'waiting');
    expect(sixth.state).toMatchObject({ reason: 'slot', until: '2026-01-01T12:05:05.000Z' });
    await app.clock.advance(305_000);
    await app.until(ids[5] ?? '', 'verified');
    expect(app.demo.requests.filter(({ status }) => status === 429)).toEqual([]);
  });
});
