import { describe, expect, test } from 'vitest';
import {
  envelopeSchema,
  licensePageSchema,
  releasePageSchema,
  sentReleaseSchema,
  topProductsSchema,
  validationListSchema,
} from '../../../electron/lukittu/schema.ts';
import { licenseSchema, releaseSchema } from '../../../electron/model/release.ts';
import { readRecording } from '../../support/recordings.ts';

const successes = (method: string, path: RegExp) =>
  readRecording()
    .exchanges.filter((exchange) => exchange.request.method === method && path.test(exchange.request.path))
    .filter((exchange) => exchange.response.status < 300)
    .map((exchange) => ({ name: exchange.name, data: envelopeSchema.parse(exchange.response.body).data }));

const lists = successes('GET', /\/releases\?/);
const changes = [...successes('PUT', /./), ...successes('POST', /./)];
const licenses = successes('GET', /\/licenses/);

describe('answers without measure', () => {
  const [list] = lists;
  const page = () => JSON.parse(JSON.stringify(list?.data ?? null));
  const entry = { key: 'k', value: 'v', locked: false };

  test('a release may have a thousand entries of metadata, not more', () => {
    const withEntries = (count: number) => {
      const data = page();
      data.releases[0].metadata = Array.from({ length: count }, () => entry);
      return releasePageSchema.safeParse(data).success;
    };
    expect([withEntries(1000), withEntries(1001)]).toEqual([true, false]);
  });

  test('of what is wrong with a body the first hundred are told, each with a path of twenty steps at most', () => {
    const wrong = (steps: number) => ({ message: 'm', path: Array.from({ length: steps }, () => 'p') });
    const many = Array.from({ length: 200 }, () => wrong(20));
    expect(validationListSchema.parse(many)).toHaveLength(100);
    expect(validationListSchema.safeParse([wrong(21)]).success).toBe(false);
  });
});

describe('answers of a running server', () => {
  test.each(lists)('$name: every release is what the app makes of it', ({ data }) => {
    for (const { release } of releasePageSchema.parse(data).items) {
      expect(releaseSchema.strict().parse(release)).toEqual(release);
    }
  });

  test.each(changes)('$name: the answer is a release without its licenses', ({ data }) => {
    const release = sentReleaseSchema.parse(data);
    expect(releaseSchema.strict().parse({ ...release, licenseIds: [], lastSeenAt: null })).toMatchObject(
      release,
    );
  });

  test.each(licenses)('$name: every license is what the app makes of it', ({ data }) => {
    const { items } = licensePageSchema.parse(data);
    expect(items.length).toBeGreaterThan(0);
    for (const { license } of items) expect(licenseSchema.strict().parse(license)).toEqual(license);
  });

  test('statistics name the products', () => {
    const [statistics] = successes('GET', /\/statistics/);
    expect(topProductsSchema.parse(statistics?.data)).toEqual([
      { id: '1f647656-e44f-4364-af85-9479928f7669', name: 'Lab Addon' },
      { id: 'cee40412-cfa3-488e-a46f-fb2cd7056268', name: 'Lab Plugin' },
    ]);
  });

  test('no license key gets past the parser', () => {
    const raw = JSON.stringify([...lists, ...licenses]);
    const keys = [...raw.matchAll(/"licenseKey":"([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(keys).size).toBeGreaterThan(10);
    const parsed = JSON.stringify([
      ...lists.map(({ data }) => releasePageSchema.parse(data)),
      ...licenses.map(({ data }) => licensePageSchema.parse(data)),
    ]);
    expect(parsed).not.toContain('licenseKey');
    for (const key of keys) expect(parsed).not.toContain(key);
  });
});

const time = '2026-01-01T12:00:00.000Z';
const id = 'b2f21b53-baae-4021-a3ed-ff2caa7e565d';
const listed = {
  id,
  productId: 'cee40412-cfa3-488e-a46f-fb2cd7056268',
  version: '1.0.0',
  status: 'PUBLISHED',
  latest: true,
  branchId: null,
  branch: null,
  metadata: [],
  file: null,
  createdAt: time,
  updatedAt: time,
  lastSeenAt: null,
  allowedLicenses: [],
};
const page = (change: object) => ({ releases: [{ ...listed, ...change }], hasNextPage: false });
const firstOf = (change: object) => releasePageSchema.parse(page(change)).items[0]?.release;

describe('a release', () => {
  test('may carry fields nobody knows yet', () => {
    expect(firstOf({ rating: 5, file: { name: 'a.zip', size: 1, key: 'k', virus: false } })?.file).toEqual({
      name: 'a.zip',
      size: 1,
      key: 'k',
      checksum: null,
      mainClassName: null,
    });
  });

  test('keeps control characters and markup as they are, to be shown as text', () => {
    const version = '1.0\u0007<img src=x onerror=alert(1)>';
    expect(firstOf({ version })?.version).toBe(version);
  });

  test('keeps what goes back to the server whole', () => {
    const value = 'x'.repeat(10_000);
    expect(firstOf({ metadata: [{ key: 'k', value, locked: true }] })?.metadata).toEqual([
      { key: 'k', value, locked: true },
    ]);
  });

  test('has the name of its branch, cut where it is absurdly long', () => {
    const branch = { id, name: 'b'.repeat(100_000) };
    expect(firstOf({ branchId: id, branch })?.branchName).toHaveLength(1000);
  });

  test.each([
    ['an id that is none', { id: '../../admin' }],
    ['no version', { version: undefined }],
    ['a status nobody knows', { status: 'SECRET' }],
    ['a text for latest', { latest: 'yes' }],
    ['a time that is none', { createdAt: 'yesterday' }],
    ['a negative size', { file: { name: 'a', size: -1, key: 'k' } }],
    ['a version of a megabyte', { version: 'x'.repeat(1_000_000) }],
    ['a metadata value of a megabyte', { metadata: [{ key: 'k', value: 'x'.repeat(1_000_000) }] }],
    ['no licenses', { allowedLicenses: undefined }],
  ])('with %s is refused', (_, change) => {
    expect(releasePageSchema.safeParse(page(change)).success).toBe(false);
  });
});

describe('the customer of a license', () => {
  const customerOf = (customers: object[]) =>
    licensePageSchema.parse({
      licenses: [{ id, suspended: false, expirationDate: time, products: [], customers }],
      hasNextPage: false,
    }).items[0]?.license.customer;

  test.each([
    [[], null],
    [[{ fullName: null, username: null, email: null }], null],
    [[{ fullName: 'Ada Customer', username: 'ada', email: 'ada@example.com' }], 'Ada Customer'],
    [[{ fullName: ' ', username: 'ada', email: 'ada@example.com' }], 'ada'],
    [[{ email: 'ada@example.com' }], 'ada@example.com'],
    [[{ username: 'a' }, { username: 'b' }], 'a, b'],
    [
      [{ username: 'a' }, { username: 'b' }, { username: 'c' }, { username: 'd' }, { username: 'e' }],
      'a, b, c, and 2 more',
    ],
  ])('%j is called %s', (customers, expected) => {
    expect(customerOf(customers)).toBe(expected);
  });
});
