import { describe, expect, onTestFinished, test } from 'vitest';
import type { Release } from '../../../electron/model/release.ts';
import { atOnce } from '../../../electron/pieces.ts';
import { createConnectionStore } from '../../../electron/store/connections.ts';
import { openStore } from '../../../electron/store/database.ts';
import { createReleaseStore, type Piece } from '../../../electron/store/releases.ts';
import { releaseOf } from '../../support/batches.ts';
import { exampleConnection } from '../../support/examples.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const at = '2026-01-01T12:00:00.000Z';
const later = '2026-01-01T13:00:00.000Z';
const connectionId = 'connection-1';

function open() {
  const store = openStore(tempFolder(), createFakeClock());
  onTestFinished(() => store.close());
  createConnectionStore(store).save(exampleConnection(), at);
  return {
    store,
    releases: createReleaseStore(store),
    /** What stands on disk: what a start of the app would find. */
    onDisk: () => createReleaseStore(store).list(connectionId, productId),
  };
}

const releasesOf = (count: number): Release[] =>
  Array.from({ length: count }, (_, patch) => releaseOf(`1.0.${count - patch}`));
const productId = releaseOf('1.0.0').productId;
const versions = (releases: readonly Release[]): string[] => releases.map(({ version }) => version);

describe('a list of releases', () => {
  test('is handed out part by part, each behind the one before, in the order in which it was read', () => {
    const { releases } = open();
    const all = releasesOf(7);
    atOnce(releases.replacing(connectionId, productId, all, at));
    const some = (piece: Piece) => atOnce(releases.some(connectionId, productId, piece));
    const first = some({ count: 3 });
    expect(first).toEqual({ items: all.slice(0, 3), readAt: at });
    const rest = some({ after: first?.items.at(-1)?.id, count: 100 });
    expect(rest?.items).toEqual(all.slice(3));
    expect(some({ after: 'gone', count: 3 })).toBeNull();
    expect(some({})?.items).toEqual(all);
  });

  test.each([200, 201, 450, 600])('of which many are asked for comes in pieces, %i of 600', (count) => {
    const { releases } = open();
    const all = releasesOf(600);
    atOnce(releases.replacing(connectionId, productId, all, at));
    const reading = releases.some(connectionId, productId, { count });
    let pieces = 1;
    let step = reading.next();
    for (; step.done !== true; step = reading.next()) pieces += 1;
    expect(step.value?.items).toEqual(all.slice(0, count));
    expect(pieces).toBe(Math.ceil(count / 200));
  });

  test('tells whether reading it again brought anything new, and keeps the order of the newest reading', () => {
    const { releases, onDisk } = open();
    const all = releasesOf(4);
    expect(atOnce(releases.replacing(connectionId, productId, all, at))).toBe(true);
    expect(atOnce(releases.replacing(connectionId, productId, all, later))).toBe(false);
    expect(onDisk()).toEqual({ items: all, readAt: later });
    const changed = [releaseOf('2.0.0'), ...all.slice(1)];
    expect(atOnce(releases.replacing(connectionId, productId, changed, later))).toBe(true);
    expect(onDisk().items).toEqual(changed);
    expect(releases.list(connectionId, productId).items).toEqual(changed);
  });

  test('gives a release that came by itself the first place, and one that is known its own', () => {
    const { releases, onDisk } = open();
    const all = releasesOf(3);
    atOnce(releases.replacing(connectionId, productId, all, at));
    const archived = all.map((release) => ({ ...release, status: 'ARCHIVED' as const }));
    for (const release of [archived[1], releaseOf('2.0.0')]) if (release) releases.put(connectionId, release);
    const expected = [releaseOf('2.0.0'), all[0], archived[1], all[2]];
    expect(releases.list(connectionId, productId).items).toEqual(expected);
    expect(onDisk().items).toEqual(expected);
  });

  test('keeps what came by itself while it was replaced', () => {
    const { releases, onDisk } = open();
    const all = releasesOf(450);
    atOnce(releases.replacing(connectionId, productId, all, at));
    const replacing = releases.replacing(connectionId, productId, all, later);
    replacing.next();
    const published = { ...releaseOf('1.0.1'), status: 'ARCHIVED' as const };
    releases.put(connectionId, published);
    releases.put(connectionId, releaseOf('2.0.0'));
    while (!replacing.next().done);
    for (const { items } of [releases.list(connectionId, productId), onDisk()]) {
      expect(items).toHaveLength(451);
      expect(items.find(({ version }) => version === '1.0.1')?.status).toBe('ARCHIVED');
      expect(versions(items)).toContain('2.0.0');
    }
  });

  test('is given out part by part without a gap also where places are shared', () => {
    const { releases } = open();
    const all = releasesOf(450);
    atOnce(releases.replacing(connectionId, productId, all.slice(0, 300), at));
    const replacing = releases.replacing(connectionId, productId, all, later);
    replacing.next();
    releases.put(connectionId, releaseOf('2.0.0'));
    while (!replacing.next().done);
    const seen: Release[] = [];
    for (;;) {
      const some = atOnce(releases.some(connectionId, productId, { after: seen.at(-1)?.id, count: 10 }));
      if (some === null || some.items.length === 0) break;
      seen.push(...some.items);
    }
    expect(versions(seen).sort()).toEqual([...versions(all), '2.0.0'].sort());
  });

  test('is in memory what it is on disk, also when a transaction was undone', () => {
    const { store, releases, onDisk } = open();
    const all = releasesOf(3);
    atOnce(releases.replacing(connectionId, productId, all, at));
    releases.list(connectionId, productId);
    expect(() =>
      store.transaction(() => {
        releases.put(connectionId, { ...releaseOf('1.0.3'), status: 'ARCHIVED' });
        throw new Error('the disk is full');
      }),
    ).toThrow('the disk is full');
    expect(releases.list(connectionId, productId)).toEqual(onDisk());
    expect(onDisk().items).toEqual(all);
  });

  test('is gone with its connection, from memory too', () => {
    const { store, releases } = open();
    atOnce(releases.replacing(connectionId, productId, releasesOf(3), at));
    createConnectionStore(store).remove(connectionId);
    expect(releases.list(connectionId, productId)).toEqual({ items: [], readAt: null });
  });
});
