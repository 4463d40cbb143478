import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Batch } from '../../../electron/model/batch.ts';
import { atOnce } from '../../../electron/pieces.ts';
import { createBatchStore } from '../../../electron/store/batches.ts';
import { createConnectionStore } from '../../../electron/store/connections.ts';
import { createCounter } from '../../../electron/store/counts.ts';
import { openStore } from '../../../electron/store/database.ts';
import { createDraftStore } from '../../../electron/store/drafts.ts';
import { migrations } from '../../../electron/store/migrations.ts';
import { exampleConnection, exampleDraft } from '../../support/examples.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const at = '2026-01-01T12:00:00.000Z';
const later = '2026-01-01T13:00:00.000Z';

/** A store with a connection and drafts of new releases, a to e. */
function open(folder = tempFolder()) {
  const store = openStore(folder, createFakeClock());
  onTestFinished(() => {
    if (store.db.isOpen) store.close();
  });
  const connections = createConnectionStore(store);
  const drafts = createDraftStore(store);
  if (connections.list().length === 0) {
    connections.save(exampleConnection(), at);
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      drafts.insert(exampleDraft({ id, base: null, releaseId: null }));
    }
  }
  return { folder, store, connections, drafts, batches: createBatchStore(store) };
}

const batchOf = (draftIds: string[], change: Partial<Batch> = {}): Batch => ({
  id: 'batch-1',
  connectionId: 'connection-1',
  name: 'Spring release',
  draftIds,
  onFailure: 'stop',
  startAt: null,
  createdAt: at,
  updatedAt: at,
  ...change,
});

describe('batches', () => {
  test('come back as they were saved, oldest first, when the app starts again', () => {
    const { folder, batches, store } = open();
    const first = batchOf(['c', 'a', 'b'], { startAt: '2026-01-02T03:00:00.000Z' });
    const second = batchOf(['d'], { id: 'batch-2', name: 'Hotfix', onFailure: 'go-on', createdAt: later });
    batches.insert(second);
    batches.insert(first);
    store.close();
    const again = open(folder);
    expect(again.batches.list('connection-1')).toEqual([first, second]);
    expect(again.batches.get('batch-2')).toEqual(second);
    expect(again.batches.ofDraft('b')).toEqual(first);
    expect(again.batches.ofDraft('e')).toBeNull();
  });

  test('keep the order they are given, and let go whom it leaves out', () => {
    const { batches } = open();
    batches.insert(batchOf(['a', 'b', 'c']));
    batches.setDrafts('batch-1', ['c', 'd', 'a', 'd'], later);
    expect(batches.get('batch-1')).toEqual(batchOf(['c', 'd', 'a'], { updatedAt: later }));
    expect(batches.ofDraft('b')).toBeNull();
  });

  test('are renamed and given another policy and time without touching their drafts', () => {
    const { batches } = open();
    batches.insert(batchOf(['a', 'b']));
    const change = { name: 'Autumn', onFailure: 'go-on', startAt: later, updatedAt: later } as const;
    batches.update('batch-1', change);
    expect(batches.get('batch-1')).toEqual(batchOf(['a', 'b'], change));
  });

  test('share no draft: it goes to where it was put last', () => {
    const { batches } = open();
    batches.insert(batchOf(['a', 'b', 'c']));
    batches.insert(batchOf(['b'], { id: 'batch-2' }));
    expect(batches.get('batch-1')?.draftIds).toEqual(['a', 'c']);
    batches.setDrafts('batch-1', ['a', 'c', 'b'], later);
    expect(batches.get('batch-2')?.draftIds).toEqual([]);
    batches.takeOut(['a', 'b', 'e']);
    expect(batches.get('batch-1')?.draftIds).toEqual(['c']);
  });

  test('take more at their end, out of the others, and keep the place of those they have', () => {
    const { drafts, batches } = open();
    batches.insert(batchOf(['a', 'b', 'c']));
    batches.insert(batchOf(['d', 'e'], { id: 'batch-2' }));
    drafts.discard('c', later);
    batches.append('batch-1', ['e', 'b', 'd', 'e'], later);
    expect(batches.get('batch-1')).toMatchObject({ draftIds: ['a', 'b', 'e', 'd'], updatedAt: later });
    expect(batches.get('batch-2')?.draftIds).toEqual([]);
    drafts.restore('c');
    expect(batches.get('batch-1')?.draftIds).toEqual(['a', 'b', 'c', 'e', 'd']);
    expect(() => batches.append('batch-1', ['gone'], later)).toThrow('no longer there');
    expect(batches.get('batch-1')?.draftIds).toEqual(['a', 'b', 'c', 'e', 'd']);
  });

  test('lose a draft that is discarded, and have it back in its place when it is restored', () => {
    const { batches, drafts } = open();
    batches.insert(batchOf(['a', 'b', 'c']));
    drafts.discard('b', at);
    expect(batches.list('connection-1')[0]?.draftIds).toEqual(['a', 'c']);
    batches.setDrafts('batch-1', ['c', 'a'], later);
    drafts.restore('b');
    expect(batches.get('batch-1')?.draftIds).toEqual(['c', 'b', 'a']);
    drafts.remove('b');
    expect(batches.get('batch-1')?.draftIds).toEqual(['c', 'a']);
  });

  test('go with the last draft that is discarded, come back with the first, and are forgotten in the end', () => {
    const { batches, drafts, store } = open();
    const batch = batchOf(['a', 'b'], { startAt: later, onFailure: 'go-on' });
    batches.insert(batch);
    drafts.discard('a', at);
    expect(batches.discardEmptied(['a'], at)).toEqual([]);
    drafts.discard('b', later);
    expect(batches.discardEmptied(['b', 'e'], later)).toEqual(['Spring release']);
    expect([batches.list('connection-1'), batches.get('batch-1')]).toEqual([[], null]);
    expect(createCounter(store)('connection-1').batches).toBe(0);

    drafts.restore('a');
    batches.restoreOf(['a']);
    expect(batches.get('batch-1')).toEqual({ ...batch, draftIds: ['a'] });
    drafts.discard('a', at);
    batches.discardEmptied(['a'], later);
    batches.forgetDiscarded(later);
    batches.restoreOf(['a']);
    expect(batches.get('batch-1')).not.toBeNull();
    batches.discardEmptied(['a'], at);
    batches.forgetDiscarded(later);
    batches.restoreOf(['a']);
    expect(batches.get('batch-1')).toBeNull();
  });

  test('take no draft of another connection and none that is gone, and stay as they were', () => {
    const { batches, connections, drafts } = open();
    connections.save(exampleConnection({ id: 'connection-2', name: 'Other' }), at);
    drafts.insert(exampleDraft({ id: 'z', connectionId: 'connection-2', base: null, releaseId: null }));
    batches.insert(batchOf(['a', 'b']));
    for (const stranger of ['z', 'never there']) {
      expect(() => batches.setDrafts('batch-1', ['c', stranger], later)).toThrow('no longer there');
      expect(() => batches.insert(batchOf(['d', stranger], { id: 'batch-2' }))).toThrow('no longer there');
    }
    expect(batches.list('connection-1')).toEqual([batchOf(['a', 'b'])]);
  });

  test('go and leave their drafts, and go with their connection', () => {
    const { batches, connections, drafts } = open();
    batches.insert(batchOf(['a']));
    batches.remove('batch-1');
    expect(batches.list('connection-1')).toEqual([]);
    expect(atOnce(drafts.reading('connection-1'))).toHaveLength(5);
    batches.insert(batchOf(['a']));
    connections.remove('connection-1');
    expect(batches.get('batch-1')).toBeNull();
  });
});

test('a database of the version before batches keeps its drafts and takes batches', () => {
  const folder = tempFolder();
  const before = new DatabaseSync(join(folder, 'releases.db'));
  before.exec(migrations[0] ?? '');
  before.exec(`
    PRAGMA user_version = 1;
    INSERT INTO connections VALUES ('connection-1', 'Northwind', 'https://x.test', 'team', null, 1, null, 0, '${at}');
    INSERT INTO drafts VALUES ('a', 'connection-1', 'product', null, null,
      '{"version":"1.0.0","status":"DRAFT","setAsLatest":false,"branchId":null,"metadata":[],"licenseIds":[]}',
      '{"kind":"keep"}', null, '${at}', '${at}', null);`);
  before.close();
  const { batches, drafts } = open(folder);
  expect(drafts.get('a')?.fields.version).toBe('1.0.0');
  batches.insert(batchOf(['a']));
  expect(batches.get('batch-1')?.draftIds).toEqual(['a']);
});
