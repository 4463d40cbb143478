import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sampleTeam } from '../../../electron/demo/sample-team.ts';
import { type DemoServer, startDemoServer } from '../../../electron/demo/server.ts';
import { askLukittu, sendTo } from '../../support/demo-requests.ts';

const state = sampleTeam({ now: Date.parse('2026-01-01T12:00:00.000Z'), releases: 230 });
const [team] = state.teams.values();
const products = [...(team?.products.values() ?? [])];
const archiveId = products.find(({ name }) => name === 'Archive')?.id ?? '';

let demo: DemoServer;
beforeAll(async () => {
  demo = await startDemoServer({ state });
});
afterAll(() => demo.close());

const pageSchema = z.object({
  releases: z.array(
    z.object({
      id: z.string(),
      version: z.string(),
      latest: z.boolean(),
      status: z.string(),
      createdAt: z.string(),
    }),
  ),
  hasNextPage: z.boolean(),
  totalResults: z.number(),
});

async function releases(query: string): Promise<z.infer<typeof pageSchema>> {
  const { data } = await askLukittu(demo, { path: `/releases?productId=${archiveId}&${query}` });
  return pageSchema.parse(data);
}

describe('a list of releases', () => {
  it('is given in pages of 10, 25, 50 or 100, newest first, without gaps or repetitions', async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => releases(`pageSize=100&page=${page}`)));
    expect(pages.map((page) => [page.releases.length, page.hasNextPage])).toEqual([
      [100, true],
      [100, true],
      [30, false],
      [0, false],
    ]);
    const all = pages.flatMap((page) => page.releases);
    expect(new Set(all.map(({ id }) => id)).size).toBe(230);
    const dates = all.map(({ createdAt }) => createdAt);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  it('has no next page after a last one that is full', async () => {
    expect(await releases('pageSize=10&page=22')).toMatchObject({ hasNextPage: true });
    expect((await releases('pageSize=10&page=23')).releases).toHaveLength(10);
    expect(await releases('pageSize=10&page=23')).toMatchObject({ hasNextPage: false });
  });

  it.each([
    ['pageSize=10', 10],
    ['pageSize=50', 50],
    ['pageSize=7', 25],
    ['pageSize=1000', 25],
    ['pageSize=many', 25],
    ['page=0', 25],
    ['page=-3', 25],
    ['', 25],
  ])('asked for with "%s" has %i rows', async (query, rows) => {
    expect((await releases(query)).releases).toHaveLength(rows);
  });

  it('sorts versions as text', async () => {
    const page = await releases('sortColumn=version&sortDirection=asc&pageSize=100&search=0.1.');
    const versions = page.releases.map(({ version }) => version);
    expect(versions.indexOf('0.1.10')).toBeLessThan(versions.indexOf('0.1.2'));
  });

  it('sorts by what is latest, and ignores columns it does not know', async () => {
    expect((await releases('sortColumn=latest')).releases[0]?.latest).toBe(true);
    expect(await releases('sortColumn=constructor')).toEqual(await releases(''));
  });

  it('filters by status, unless it does not know the status', async () => {
    const drafts = await releases('status=DRAFT&pageSize=100');
    expect(new Set(drafts.releases.map(({ status }) => status))).toEqual(new Set(['DRAFT']));
    expect((await releases('status=LIVE')).totalResults).toBe(230);
  });
});

describe('licenses', () => {
  it('are found by a whole key only, and filtered by productIds only', async () => {
    const [license] = team?.licenses.values() ?? [];
    const key = license?.licenseKey ?? '';
    const total = async (query: string) => (await askLukittu(demo, { path: `/licenses?${query}` })).data;
    expect(await total(`search=${key}`)).toMatchObject({
      totalResults: 1,
      licenses: [{ id: license?.id, licenseKey: key }],
    });
    expect(await total(`search=${key.slice(0, 11)}`)).toMatchObject({ totalResults: 30 });
    expect(await total(`search=${key.toLowerCase()}`)).toMatchObject({ totalResults: 30 });
    expect(await total(`productIds=${archiveId}`)).toMatchObject({ totalResults: 1 });
    expect(await total(`productId=${archiveId}`)).toMatchObject({ totalResults: 30 });
  });
});

describe('ids and keys', () => {
  it('are compared as written', async () => {
    const upper = archiveId.toUpperCase();
    expect(await askLukittu(demo, { path: `/releases?productId=${upper}` })).toMatchObject({
      status: 404,
      details: 'Product not found',
    });
  });

  it.each([
    ['bearer', 200],
    ['BEARER', 200],
    ['Bearer ', 401],
    ['Basic', 401],
  ])('"%s" before the key gives %i', async (scheme, status) => {
    const headers = { authorization: `${scheme} ${demo.apiKey}` };
    expect((await sendTo(demo, { path: '/statistics', headers })).status).toBe(status);
  });
});

describe('a strange path', () => {
  it.each([
    ['/', 307],
    ['//', 308],
    ['/api/v1/dev/teams', 307],
    ['/__demo/state', 307],
    ['/%', 307],
    ['/api/v1/dev/teams/x/releases/constructor', 405],
  ])('%s is answered with %i', async (path, status) => {
    expect((await fetch(demo.origin + path, { redirect: 'manual' })).status).toBe(status);
  });
});

describe('the sample team', () => {
  it('has several products, branches, about 60 releases with and without files, and 30 licenses', () => {
    const rows = [...(team?.releases.values() ?? [])].filter(({ productId }) => productId !== archiveId);
    expect(products).toHaveLength(6);
    expect(rows).toHaveLength(60);
    expect(team?.licenses.size).toBe(30);
    const withFile = rows.filter(({ file }) => file !== null);
    expect(withFile.length).toBeGreaterThan(40);
    expect(withFile.length).toBeLessThan(60);
    expect(rows.some(({ branchId }) => branchId !== null)).toBe(true);
    expect(rows.some(({ licenseIds }) => licenseIds.length > 0)).toBe(true);
  });

  it('keeps the server’s own rules: one latest and one of each version for a product and branch', () => {
    const places = Map.groupBy(
      team?.releases.values() ?? [],
      ({ productId, branchId }) => `${productId} ${branchId}`,
    );
    for (const rows of places.values()) {
      expect(rows.filter(({ latest }) => latest).length).toBeLessThanOrEqual(1);
      expect(new Set(rows.map(({ version }) => version)).size).toBe(rows.length);
      expect(rows.every((row) => !row.latest || row.status === 'PUBLISHED')).toBe(true);
    }
  });

  it('is the same every time', () => {
    const options = { now: 0 };
    const strip = (made: typeof state) =>
      [...made.teams.values()].flatMap(({ releases: rows }) =>
        [...rows.values()].map(({ id, version, file }) => [id, version, file?.checksum]),
      );
    expect(strip(sampleTeam(options))).toEqual(strip(sampleTeam(options)));
  });
});
