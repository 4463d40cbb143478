import { describe, expect, test } from 'vitest';
import type { EventPayload } from '../../electron/contract.ts';
import { addRelease } from '../../electron/demo/state.ts';
import type { Draft } from '../../electron/model/draft.ts';
import { sortByVersion } from '../../electron/model/version.ts';
import { publish, type RunningApp, runApp } from '../support/running-app.ts';

const versions = (releases: readonly { version: string }[]): string[] =>
  releases.map(({ version }) => version);

/** What the app tells of releases from now on. */
function told(app: RunningApp): EventPayload<'releases.changed'>[] {
  const heard: EventPayload<'releases.changed'>[] = [];
  app.services.events.listen((name, payload) => {
    if (name === 'releases.changed') heard.push(payload);
  });
  return heard;
}

const productOf = ({ connection, releases: [release] }: RunningApp) => ({
  connectionId: connection.id,
  productId: release?.productId ?? '',
});

describe('releases', () => {
  test('are listed with the newest version first, whole or part by part', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const product = productOf(app);
    const { items } = await handlers['releases.list'](product, []);
    const ascending = sortByVersion(items, ({ version }) => version);
    expect(versions(items)).toEqual(versions(ascending).reverse());

    const first = await handlers['releases.list']({ ...product, count: 5 }, []);
    expect(first.items).toEqual(items.slice(0, 5));
    const rest = await handlers['releases.list']({ ...product, count: 1000, after: items[4]?.id }, []);
    expect(rest.items).toEqual(items.slice(5));
    await expect(
      handlers['releases.list']({ ...product, count: 5, after: 'nobody' }, []),
    ).rejects.toMatchObject({ failure: { kind: 'not-known' } });
  });

  test('that are read again say whether anything was new, and only then is it told', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const heard = told(app);
    const product = productOf(app);
    expect(await handlers['releases.refresh']({ ...product, count: 1 }, [])).toMatchObject({ isNew: false });
    expect(heard).toEqual([]);

    const [team] = app.demo.state.teams.values();
    if (team) addRelease(app.demo.state, team, { productId: product.productId, version: '99.0.0' });
    const read = await handlers['releases.refresh']({ ...product, count: 1 }, []);
    expect(read.isNew).toBe(true);
    expect(versions(read.items)).toEqual(['99.0.0']);
    expect(heard).toEqual([{ ...product, releaseIds: null }]);
  });

  test('that a publish has changed are told by their ids: the one sent, and the one that is latest no more', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const latest = app.releases.find((release) => release.latest && release.branchId === null);
    const next = app.releases.find(
      ({ status, branchId, latest: isLatest, licenseIds }) =>
        status === 'PUBLISHED' && branchId === null && !isLatest && licenseIds.length === 0,
    );
    if (!latest || !next) throw new Error('The product has no two releases to choose from.');
    const { draft } = await app.edit(next, { fields: { setAsLatest: true } });
    const heard = told(app);
    await publish(app, draft);
    expect(heard.at(-1)?.releaseIds?.toSorted()).toEqual([latest.id, next.id].toSorted());
    const releaseIds = [next.id, latest.id, 'nobody'];
    const some = await handlers['releases.some']({ connectionId: app.connection.id, releaseIds }, []);
    expect(some.map(({ id, latest: isLatest }) => [id, isLatest])).toEqual([
      [next.id, true],
      [latest.id, false],
    ]);
  });
});

describe('drafts', () => {
  const ids = (drafts: readonly Draft[]): string[] => drafts.map(({ id }) => id);

  /** Drafts of the first releases, each changed a second after the one before; the last one says what its base says. */
  async function several(app: RunningApp, count: number): Promise<string[]> {
    const made: string[] = [];
    for (const release of app.releases.slice(0, count)) {
      await app.clock.advance(1000);
      const { draft } = await app.edit(release, { fields: { version: `${release.version}-next` } });
      made.push(draft.id);
    }
    const untouched = app.releases[count - 1];
    if (untouched) await app.edit(untouched, { fields: { version: untouched.version } });
    return made.slice(0, -1);
  }

  test('are listed with the newest change first, whole or part by part, without those that change nothing', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const connectionId = app.connection.id;
    const made = await several(app, 8);
    const newest = made.toReversed();
    expect(ids(await handlers['drafts.list']({ connectionId }, []))).toEqual(newest);
    const first = await handlers['drafts.list']({ connectionId, count: 3 }, []);
    expect(ids(first)).toEqual(newest.slice(0, 3));
    const rest = await handlers['drafts.list']({ connectionId, after: first[2]?.id, count: 1000 }, []);
    expect(ids(rest)).toEqual(newest.slice(3));

    await handlers['drafts.discard']({ draftId: newest[2] ?? '' }, []);
    await expect(
      handlers['drafts.list']({ connectionId, after: newest[2], count: 3 }, []),
    ).rejects.toMatchObject({ failure: { kind: 'not-known' } });
  });

  test('that changed at the same moment keep their order from one part to the next', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const connectionId = app.connection.id;
    for (const release of app.releases.slice(0, 7))
      await app.edit(release, { fields: { status: 'ARCHIVED' } });
    const all = ids(await handlers['drafts.list']({ connectionId }, []));
    const seen: string[] = [];
    for (;;) {
      const part = await handlers['drafts.list']({ connectionId, after: seen.at(-1), count: 2 }, []);
      if (part.length === 0) break;
      seen.push(...ids(part));
    }
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(all.length);
  });

  test('that are asked for by their ids come as they are, and those that are gone or change nothing do not', async () => {
    const app = await runApp();
    const { handlers } = app.services;
    const [first = '', second = '', third = ''] = await several(app, 4);
    await handlers['drafts.discard']({ draftId: second }, []);
    const some = await handlers['drafts.some']({ draftIds: [third, second, first, 'nobody'] }, []);
    expect(ids(some)).toEqual([third, first]);
  });
});
