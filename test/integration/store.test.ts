import { readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../electron/pieces.ts';
import { createCatalogueStore } from '../../electron/store/catalogue.ts';
import { createConnectionStore } from '../../electron/store/connections.ts';
import { openStore } from '../../electron/store/database.ts';
import { createDraftStore } from '../../electron/store/drafts.ts';
import { createReleaseStore } from '../../electron/store/releases.ts';
import { createSettingStore } from '../../electron/store/settings.ts';
import { exampleArtifact, exampleConnection, exampleDraft, exampleRelease } from '../support/examples.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { tempFolder } from '../support/temp-folder.ts';

const at = '2026-01-01T12:00:00.000Z';

function open(folder = tempFolder()) {
  const store = openStore(folder, createFakeClock());
  createConnectionStore(store).save(exampleConnection(), at);
  return { folder, store };
}

describe('the store on disk', () => {
  test.skipIf(process.platform === 'win32')('is private to the user', () => {
    const { folder, store } = open();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'releases.db')).mode & 0o777).toBe(0o600);
    store.close();
  });

  test('is synced with the disk at every write, so that no power cut takes back what a call has written', () => {
    const { store } = open();
    expect(store.db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(store.db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    store.close();
  });

  test('keeps what was written when it is opened again', () => {
    const { folder, store } = open();
    createSettingStore(store).set('split', '0.4');
    store.close();
    const again = openStore(folder, createFakeClock());
    expect(createSettingStore(again).get('split')).toBe('0.4');
    expect(again.notices).toEqual([]);
    again.close();
  });

  test('sets a damaged file aside and goes on with the newest backup, and says so', async () => {
    const { folder, store } = open();
    createSettingStore(store).set('kept', 'yes');
    await store.backup();
    store.close();
    writeFileSync(join(folder, 'releases.db'), Buffer.alloc(8192, 'not a database'));
    const again = openStore(folder, createFakeClock());
    expect(createSettingStore(again).get('kept')).toBe('yes');
    expect(again.notices).toEqual([expect.stringContaining('set aside')]);
    expect(readdirSync(folder).some((name) => name.startsWith('damaged-'))).toBe(true);
    again.close();
  });

  test('passes over a backup that is damaged too, and starts empty when none is left', async () => {
    const { folder, store } = open();
    await store.backup();
    store.close();
    for (const name of readdirSync(folder).filter((file) => file.endsWith('releases.db'))) {
      truncateSync(join(folder, name), 5000);
      writeFileSync(join(folder, name), Buffer.alloc(8192, 'x'));
    }
    const again = openStore(folder, createFakeClock());
    expect(createConnectionStore(again).list()).toEqual([]);
    expect(again.notices).toEqual([expect.stringContaining('an empty one was started')]);
    again.close();
  });

  test('refuses a database of a newer version and leaves it as it is', () => {
    const { folder, store } = open();
    store.db.exec('PRAGMA user_version = 999');
    store.close();
    expect(() => openStore(folder, createFakeClock())).toThrow(/newer version/);
    expect(readdirSync(folder).filter((name) => name.startsWith('damaged-'))).toEqual([]);
  });

  test('keeps the newest three backups', async () => {
    const folder = tempFolder();
    const clock = createFakeClock();
    const store = openStore(folder, clock);
    for (let hour = 0; hour < 5; hour += 1) {
      await store.backup();
      await clock.advance(3_600_000);
    }
    const kept = readdirSync(folder).filter((name) => name.startsWith('backup-'));
    expect(kept.map((name) => name.slice(0, 'backup-000003-2026-01-01T14'.length))).toEqual([
      'backup-000003-2026-01-01T14',
      'backup-000004-2026-01-01T15',
      'backup-000005-2026-01-01T16',
    ]);
    store.close();
  });

  test('writes all of a transaction or nothing of it', () => {
    const { store } = open();
    const settings = createSettingStore(store);
    expect(() =>
      store.transaction(() => {
        settings.set('a', '1');
        throw new Error('the process dies here');
      }),
    ).toThrow('dies here');
    expect(settings.get('a')).toBeNull();
    store.close();
  });
});

describe('drafts', () => {
  test('come back as they were saved, with their artifact and where it came from', () => {
    const { store } = open();
    const drafts = createDraftStore(store);
    const draft = exampleDraft({
      file: { kind: 'replace', artifact: exampleArtifact() },
      source: { path: '/builds/app-1.4.1.zip', size: 4096, modifiedAt: 1_767_268_800_000 },
    });
    drafts.insert(draft);
    expect(drafts.get(draft.id)).toEqual(draft);
    expect(drafts.artifacts()).toEqual([exampleArtifact()]);
    store.close();
  });

  test('are one for each release, and any number for new ones', () => {
    const { store } = open();
    const drafts = createDraftStore(store);
    drafts.insert(exampleDraft());
    expect(() => drafts.insert(exampleDraft({ id: 'draft-2' }))).toThrow(/UNIQUE/);
    drafts.insert(exampleDraft({ id: 'draft-3', base: null, releaseId: null }));
    drafts.insert(exampleDraft({ id: 'draft-4', base: null, releaseId: null }));
    expect(atOnce(drafts.reading('connection-1'))).toHaveLength(3);
    store.close();
  });

  test('that were discarded can be had back until they are forgotten', () => {
    const { store } = open();
    const drafts = createDraftStore(store);
    drafts.insert(exampleDraft());
    drafts.discard('draft-1', at);
    expect(atOnce(drafts.reading('connection-1'))).toEqual([]);
    drafts.restore('draft-1');
    expect(atOnce(drafts.reading('connection-1'))).toHaveLength(1);
    drafts.discard('draft-1', at);
    drafts.forgetDiscarded('2026-01-02T00:00:00.000Z');
    expect(drafts.get('draft-1')).toBeNull();
    store.close();
  });

  test('go with their connection', () => {
    const { store } = open();
    createDraftStore(store).insert(exampleDraft());
    createConnectionStore(store).remove('connection-1');
    expect(createDraftStore(store).get('draft-1')).toBeNull();
    store.close();
  });
});

describe('what was last seen', () => {
  test('carries the time of its reading, and a release read by itself is taken in', () => {
    const { store } = open();
    const releases = createReleaseStore(store);
    const release = exampleRelease();
    expect(releases.list('connection-1', release.productId)).toEqual({ items: [], readAt: null });
    atOnce(releases.replacing('connection-1', release.productId, [release], at));
    releases.put('connection-1', { ...release, status: 'ARCHIVED' });
    expect(releases.list('connection-1', release.productId)).toEqual({
      items: [{ ...release, status: 'ARCHIVED' }],
      readAt: at,
    });
    store.close();
  });

  test('keeps a product that one source leaves out', () => {
    const { store } = open();
    const catalogue = createCatalogueStore(store);
    catalogue.addProducts('connection-1', [{ id: 'p1', name: 'Plugin' }], at);
    catalogue.addProducts('connection-1', [{ id: 'p2', name: 'Addon' }], at);
    expect(catalogue.products('connection-1').items.map((product) => product.name)).toEqual([
      'Addon',
      'Plugin',
    ]);
    store.close();
  });
});
