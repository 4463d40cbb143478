import { describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/server.ts';
import { type DemoRelease, putObject } from '../../../electron/demo/state.ts';
import { askLukittu, startSmallTeam, unchanged, update } from '../../support/demo-requests.ts';

const zip = (content: string, name = 'new.zip') => new File([content], name);

describe('the stored file', () => {
  it('is what was sent, byte by byte', async () => {
    const { demo, release } = await startSmallTeam();
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256));
    await update(demo, release, unchanged(release), new File([bytes], 'päivitys ☃.zip'));
    expect(release.file).toMatchObject({ name: 'päivitys ☃.zip', size: 70_000 });
    expect(demo.object(release.file?.key ?? '')).toEqual(bytes);
    expect(demo.requests.at(-1)?.file?.md5).toBe(release.file?.checksum);
  });

  it('is kept, replaced or removed as asked', async () => {
    const { demo, release } = await startSmallTeam();
    const key = release.file?.key ?? '';
    await update(demo, release, unchanged(release));
    expect(demo.object(key)?.toString()).toBe('the old file');
    await update(demo, release, { ...unchanged(release), keepExistingFile: true }, zip('new'));
    expect(demo.object(key)?.toString()).toBe('new');
    await update(demo, release, { ...unchanged(release), keepExistingFile: false });
    expect([release.file, demo.object(key)]).toEqual([null, undefined]);
  });

  it('is shared by releases of the same product, version and extension on two branches', async () => {
    const { demo, release, other, branchId } = await startSmallTeam();
    await update(demo, other, { ...unchanged(other), version: '1.0.0', branchId }, zip('of the branch'));
    expect(other.file?.key).toBe(release.file?.key);
    expect(demo.object(release.file?.key ?? '')?.toString()).toBe('of the branch');
    // Each release still speaks of the file it was given.
    expect(release.file?.checksum).not.toBe(other.file?.checksum);

    await update(demo, other, { ...unchanged(other), keepExistingFile: false });
    expect(release.file?.name).toBe('old.zip');
    expect(demo.object(release.file?.key ?? '')).toBeUndefined();
  });

  it('keeps its key when the version is renamed, and is lost when another release takes the old version', async () => {
    const { demo, release, other } = await startSmallTeam();
    const key = release.file?.key;
    await update(demo, release, { ...unchanged(release), version: '1.0.1' });
    expect(release.file?.key).toBe(key);
    await update(demo, other, { ...unchanged(other), version: '1.0.0' }, zip('another'));
    expect(demo.object(key ?? '')?.toString()).toBe('another');
  });
});

describe('a form', () => {
  const parts = async (demo: DemoServer, release: DemoRelease, ...headers: string[]) => {
    const data = JSON.stringify(unchanged(release));
    const body = headers.map(
      (header) => `--x\r\nContent-Disposition: form-data; ${header}\r\n\r\n${data}\r\n`,
    );
    const response = await fetch(`${demo.origin}/api/v1/dev/teams/${demo.teamId}/releases/${release.id}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${demo.apiKey}`,
        'content-type': 'multipart/form-data; boundary=x',
      },
      body: `${body.join('')}--x--\r\n`,
    });
    return response.status;
  };

  it('may give its data a content type, and parts nobody asked for', async () => {
    const { demo, release } = await startSmallTeam();
    const json = 'name="data"\r\nContent-Type: application/json';
    expect(await parts(demo, release, json)).toBe(200);
    expect(await parts(demo, release, 'name="other"; filename="x.zip"', json, 'name="more"')).toBe(200);
  });

  it('counts with the first part of each name', async () => {
    const { demo, release } = await startSmallTeam();
    expect(await parts(demo, release, 'name="data"', 'name="data"; filename="x.json"')).toBe(200);
    expect(await parts(demo, release, 'name="data"; filename="x.json"', 'name="data"')).toBe(400);
  });

  it('stores a file name as it was sent', async () => {
    const { demo, release } = await startSmallTeam();
    expect(await parts(demo, release, 'name="data"', 'name="file"; filename="../up.zip"')).toBe(200);
    expect(release.file?.name).toBe('../up.zip');
  });
});

describe('latest', () => {
  it('is taken from every other release of the product and branch, and moves their updatedAt', async () => {
    const { demo, release, other } = await startSmallTeam();
    const before = release.updatedAt;
    await update(demo, other, { ...unchanged(other), setAsLatest: true });
    expect([release.latest, other.latest]).toEqual([false, true]);
    expect(release.updatedAt).not.toBe(before);
  });

  it('is lost by not asking for it, and not given to what is not published', async () => {
    const { demo, release } = await startSmallTeam();
    await update(demo, release, { ...unchanged(release), setAsLatest: true, status: 'DRAFT' });
    expect(release.latest).toBe(false);
    await update(demo, release, { ...unchanged(release), setAsLatest: true, status: 'PUBLISHED' });
    expect(release.latest).toBe(true);
    await update(demo, release, { ...unchanged(release), setAsLatest: false });
    expect(release.latest).toBe(false);
  });

  it('stands against licenses even when it is not asked for, unless the release is unpublished', async () => {
    const { demo, release, licenseId } = await startSmallTeam();
    const restricted = { ...unchanged(release), setAsLatest: false, licenseIds: [licenseId] };
    expect((await update(demo, release, restricted)).status).toBe(400);
    expect((await update(demo, release, { ...restricted, status: 'DEPRECATED' })).status).toBe(200);
  });
});

describe('the state', () => {
  it('can be changed behind the product’s back', async () => {
    const { demo, release } = await startSmallTeam();
    release.version = '1.0.0-renamed';
    putObject(demo.state, release.file?.key ?? '', Buffer.from('swapped'));
    const { data } = await askLukittu(demo, {
      path: `/releases?productId=${release.productId}&search=RENAMED`,
    });
    expect(data).toMatchObject({ totalResults: 1, releases: [{ id: release.id }] });
  });
});
