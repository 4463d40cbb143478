import { z } from 'zod';
import {
  addBranch,
  addCustomer,
  addLicense,
  addProduct,
  addRelease,
  addTeam,
  createState,
  type DemoPlan,
  type DemoState,
  type DemoTeam,
  putObject,
} from '../../electron/demo/state.ts';
import { releaseStatusSchema } from '../../electron/model/release.ts';
import type { Recording } from './recordings.ts';

/**
 * The state the recorded server was in before the first exchange, as far as it can be told: products, branches
 * and keys from the recording's `team`; releases from the first lists; licenses and customers from the lists of
 * licenses and, where no list shows them, from the releases they may use and from the request that names 31 of
 * them. What no answer ever shows is made up.
 */
export function recordedState(recording: Recording): DemoState {
  const state = createState();
  const { team } = recording;
  const releases = [
    ...answerTo(recording, 'list product 1, page size 100', releasesSchema).releases,
    ...answerTo(recording, 'list product 2, all', releasesSchema).releases,
  ];
  const main = addTeam(state, {
    id: team.teamId,
    apiKey: team.apiKey,
    ownerId: releases[0]?.createdByUserId ?? '',
  });
  for (const product of team.products)
    addProduct(main, { ...product, ...releases.find(({ productId }) => productId === product.id)?.product });
  for (const branch of team.branches)
    addBranch(main, { ...branch, ...releases.find(({ branchId }) => branchId === branch.id)?.branch });
  addLicenses(
    main,
    recording,
    releases.flatMap(({ allowedLicenses }) => allowedLicenses),
  );
  for (const { product: _product, branch: _branch, allowedLicenses, file, ...fields } of releases) {
    const licenseIds = allowedLicenses.map(({ id }) => id);
    addRelease(state, main, { ...fields, licenseIds }).file = file;
    // What the files held is not recorded, only their MD5.
    if (file) putObject(state, file.key, Buffer.alloc(file.size));
  }

  const { freeNoUploads, tinyStorage1MB } = team.otherTeams;
  addOtherTeam(state, freeNoUploads, { uploads: false, storageMb: 0, releasesPerProduct: 100 });
  addOtherTeam(state, tinyStorage1MB, { uploads: true, storageMb: 1, releasesPerProduct: 100 });
  return state;
}

function addLicenses(team: DemoTeam, recording: Recording, allowed: readonly PlainLicense[]): void {
  const listed = [
    ...answerTo(recording, 'licenses, first 10', licensesSchema).licenses,
    ...answerTo(recording, 'licenses of product 1', licensesSchema).licenses,
  ];
  for (const { products, customers, ...fields } of listed) {
    for (const customer of customers) addCustomer(team, customer);
    addLicense(team, {
      ...fields,
      productIds: products.map(({ id }) => id),
      customerIds: customers.map(({ id }) => id),
    });
  }
  // Licenses that the list of product 1 leaves out are product 2's.
  const productIds = recording.team.products.slice(1).map(({ id }) => id);
  const named = z
    .object({ licenseIds: z.array(z.string()) })
    .parse(recording.exchanges.find(({ name }) => name === '31 licenses')?.request.data);
  for (const license of [...allowed, ...named.licenseIds.map((id) => ({ id }))])
    if (!team.licenses.has(license.id)) addLicense(team, { ...license, productIds });
}

function addOtherTeam(
  state: DemoState,
  { teamId, apiKey, productId, releaseId }: Recording['team']['otherTeams']['freeNoUploads'],
  plan: DemoPlan,
): void {
  const team = addTeam(state, { id: teamId, apiKey, plan });
  addProduct(team, { id: productId, name: 'Product' });
  addRelease(state, team, { id: releaseId, productId, version: '1.0.0' });
}

function answerTo<T extends z.ZodType>(recording: Recording, name: string, data: T): z.infer<T> {
  const exchange = recording.exchanges.find((candidate) => candidate.name === name);
  return data.parse(z.object({ data: z.unknown() }).parse(exchange?.response.body).data);
}

const row = z.object({ id: z.string(), createdAt: z.string(), updatedAt: z.string() });
const named = row.extend({ name: z.string() });
const metadata = z.array(row.extend({ key: z.string(), value: z.string(), locked: z.boolean() }));
const plainLicense = row.extend({
  licenseKey: z.string(),
  ipLimit: z.number().nullable(),
  hwidLimit: z.number().nullable(),
  expirationType: z.enum(['NEVER', 'DATE', 'DURATION']),
  expirationStart: z.enum(['CREATION', 'ACTIVATION']),
  expirationDate: z.string().nullable(),
  expirationDays: z.number().nullable(),
  suspended: z.boolean(),
  lastActiveAt: z.string(),
});
type PlainLicense = z.infer<typeof plainLicense>;

const releasesSchema = z.object({
  releases: z.array(
    row.extend({
      productId: z.string(),
      branchId: z.string().nullable(),
      version: z.string(),
      status: releaseStatusSchema,
      latest: z.boolean(),
      createdByUserId: z.string(),
      lastSeenAt: z.string().nullable(),
      product: named.extend({ url: z.string() }),
      branch: named.extend({ productId: z.string() }).nullable(),
      file: z
        .object({
          id: z.string(),
          key: z.string(),
          name: z.string(),
          size: z.number(),
          checksum: z.string(),
          mainClassName: z.string().nullable(),
          createdAt: z.string(),
        })
        .nullable(),
      allowedLicenses: z.array(plainLicense),
      metadata,
    }),
  ),
});

const licensesSchema = z.object({
  licenses: z.array(
    plainLicense.extend({
      products: z.array(named),
      customers: z.array(
        row.extend({
          username: z.string().nullable(),
          email: z.string().nullable(),
          fullName: z.string().nullable(),
        }),
      ),
      metadata,
    }),
  ),
});
