import { createHash } from 'node:crypto';
import type { ReleaseStatus } from '../model/release.ts';
import { sampleCustomers } from './sample-customers.ts';
import type { SampleRelease } from './sample-product.ts';
import { archive, sampleProducts } from './sample-products.ts';
import {
  addBranch,
  addCustomer,
  addLicense,
  addProduct,
  addRelease,
  addTeam,
  createState,
  type DemoProduct,
  type DemoRelease,
  type DemoState,
  type DemoTeam,
} from './state.ts';

const day = 24 * 60 * 60 * 1000;

/** For "Explore the demo team". It opens nothing but an embedded server. */
const sampleTeamId = sampleId('team');
const sampleApiKey = 'demo-key-of-northwind-forge';
/** Where it is found if that is free, so that a plan written for it fits wherever it was started. */
export const samplePort = 8417;

/**
 * A believable team: five products, branches, about 60 releases with and without files, 30 licenses. The same
 * ids every time; dates counted back from `now` (ms since 1970).
 * `releases`: so many more, in a product of their own, for measuring long lists.
 */
export function sampleTeam(options: { readonly now?: number; readonly releases?: number } = {}): DemoState {
  const { now = Date.now(), releases = 0 } = options;
  const state = createState();
  const daysAgo = (days: number) => new Date(now - days * day).toISOString();
  const team = addTeam(state, {
    id: sampleTeamId,
    name: 'Northwind Forge',
    apiKey: sampleApiKey,
    ownerId: sampleId('owner'),
  });

  const products = sampleProducts.map(({ name, slug }) =>
    addProduct(team, {
      id: sampleId(`product ${slug}`),
      name,
      url: `https://northwind-forge.example/${slug}`,
      createdAt: daysAgo(900),
    }),
  );
  const licenseIds = addLicenses(team, products, daysAgo);
  for (const [index, { slug, branches, releases: rows }] of sampleProducts.entries()) {
    const product = products[index];
    if (!product) continue;
    for (const name of branches)
      addBranch(team, { id: branchIdOf(slug, name), productId: product.id, name, createdAt: daysAgo(600) });
    for (const row of rows) addSampleRelease(state, team, { product, slug, row, licenseIds, daysAgo });
  }
  if (releases > 0) addArchive(state, team, releases, daysAgo);
  return state;
}

const branchIdOf = (slug: string, name: string) => sampleId(`branch ${slug} ${name}`);

function addLicenses(
  team: DemoTeam,
  products: readonly DemoProduct[],
  daysAgo: (days: number) => string,
): string[] {
  return sampleCustomers.map(([fullName, username], index) => {
    const customer = addCustomer(team, {
      id: sampleId(`customer ${index}`),
      fullName,
      username,
      email: username === null ? null : `${username}@mail.example`,
      createdAt: daysAgo(700 - index * 20),
    });
    const own = products.filter((_, place) => place === index % 5 || (index % 7 === 0 && place === 1));
    const expires = index % 6 === 5;
    return addLicense(team, {
      id: sampleId(`license ${index}`),
      productIds: own.map(({ id }) => id),
      // Some licenses are not made out to anybody yet.
      customerIds: index % 10 === 9 ? [] : [customer.id],
      ipLimit: index % 3 === 0 ? 3 : null,
      hwidLimit: index % 4 === 0 ? 2 : null,
      suspended: index === 13,
      expirationType: expires ? 'DATE' : 'NEVER',
      expirationDate: expires ? daysAgo(index === 5 ? 30 : -200 + index) : null,
      createdAt: daysAgo(690 - index * 20),
      lastActiveAt: daysAgo(index % 9),
    }).id;
  });
}

interface Place {
  readonly product: DemoProduct;
  readonly slug: string;
  readonly row: SampleRelease;
  readonly licenseIds: readonly string[];
  readonly daysAgo: (days: number) => string;
}

function addSampleRelease(
  state: DemoState,
  team: DemoTeam,
  { product, slug, row, licenseIds, daysAgo }: Place,
): void {
  const [version, status, age, { branch, latest, file, kb, main, metadata, licenses = 0 }] = row;
  const name = `${slug} ${branch ?? ''} ${version}`;
  addRelease(state, team, {
    id: sampleId(`release ${name}`),
    productId: product.id,
    branchId: branch === undefined ? null : branchIdOf(slug, branch),
    version,
    status,
    latest: latest ?? false,
    licenseIds: licenseIds.slice(0, licenses),
    metadata: Object.entries(metadata ?? {}).map(([key, value], index) => ({
      id: sampleId(`metadata ${name} ${key}`),
      key,
      value,
      locked: index === 0 && key === 'channel',
    })),
    createdAt: daysAgo(age),
    updatedAt: daysAgo(age / 3),
    lastSeenAt: status === 'PUBLISHED' ? daysAgo(age / 50) : null,
    file:
      file === undefined
        ? null
        : { name: file, bytes: contentOf(name, kb ?? 64), mainClassName: main ?? null },
  });
}

function addArchive(
  state: DemoState,
  team: DemoTeam,
  count: number,
  daysAgo: (days: number) => string,
): void {
  const product = addProduct(team, {
    id: sampleId(`product ${archive.slug}`),
    name: archive.name,
    createdAt: daysAgo(3000),
  });
  // Products are found through licenses.
  const [license] = team.licenses.values();
  license?.productIds.push(product.id);
  const statuses: readonly ReleaseStatus[] = ['PUBLISHED', 'PUBLISHED', 'DEPRECATED', 'ARCHIVED', 'DRAFT'];
  let latest: DemoRelease | null = null;
  for (let index = 0; index < count; index += 1) {
    const version = `${Math.floor(index / 400)}.${Math.floor(index / 20) % 20}.${index % 20}`;
    const name = `${archive.slug} ${version}`;
    const release = addRelease(state, team, {
      id: sampleId(`release ${name}`),
      productId: product.id,
      version,
      status: statuses[index % statuses.length] ?? 'PUBLISHED',
      createdAt: daysAgo((count - index) / 8),
      file: index % 2 === 0 ? { name: `archive-${version}.zip`, bytes: contentOf(name, 1) } : null,
    });
    if (release.status === 'PUBLISHED') latest = release;
  }
  if (latest) latest.latest = true;
}

/** Always the same id for one name, in the form of a random UUID. */
function sampleId(name: string): string {
  const hex = createHash('sha256').update(`sample ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What fills the sample's files: made once, and each file a window on it, so that they cost no memory. */
const filling = Buffer.alloc(1024 * 1024);
for (let at = 0, seed = 1; at < filling.length; at += 4) {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  filling.writeUInt32LE(seed, at);
}

function contentOf(name: string, kb: number): Buffer {
  const start = createHash('sha256').update(name).digest().readUInt32LE(0) % (filling.length - kb * 1024);
  return filling.subarray(start, start + kb * 1024);
}
