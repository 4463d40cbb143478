import type {
  DemoBranch,
  DemoCustomer,
  DemoFile,
  DemoLicense,
  DemoMetadata,
  DemoProduct,
  DemoRelease,
  DemoTeam,
} from './state.ts';

/** A release as a list gives it: with the licenses it is restricted to, and their keys. */
export function listedRelease(team: DemoTeam, release: DemoRelease) {
  const { id, version, status, latest, branchId, createdByUserId, createdAt, updatedAt, lastSeenAt } =
    release;
  return {
    id,
    version,
    status,
    latest,
    branchId,
    teamId: team.id,
    createdByUserId,
    createdAt,
    updatedAt,
    lastSeenAt,
    productId: release.productId,
    product: wireProduct(team, team.products.get(release.productId)),
    file: wireFile(release.id, release.file),
    allowedLicenses: rowsOf(team.licenses, release.licenseIds).map((license) => wireLicense(team, license)),
    metadata: wireMetadata(team, release.metadata, { releaseId: release.id }),
    branch: wireBranch(branchId === null ? undefined : team.branches.get(branchId)),
  };
}

/** A release as an update or a creation answers it: without licenses. */
export function answeredRelease(team: DemoTeam, release: DemoRelease) {
  const { id, version, status, latest, productId, branchId, createdAt, updatedAt } = release;
  const { metadata, product, branch, file } = listedRelease(team, release);
  return {
    id,
    version,
    status,
    latest,
    productId,
    branchId,
    teamId: team.id,
    createdAt,
    updatedAt,
    metadata,
    product,
    branch,
    file,
  };
}

/** A license as its list gives it: with its key, products and customers. */
export function listedLicense(team: DemoTeam, license: DemoLicense) {
  return {
    ...wireLicense(team, license),
    products: rowsOf(team.products, license.productIds).map((product) => wireProduct(team, product)),
    customers: rowsOf(team.customers, license.customerIds).map((customer) => wireCustomer(team, customer)),
    metadata: wireMetadata(team, license.metadata, { licenseId: license.id }),
  };
}

const rowsOf = <T>(rows: ReadonlyMap<string, T>, ids: readonly string[]): T[] =>
  ids.flatMap((id) => rows.get(id) ?? []);

function wireProduct(team: DemoTeam, product: DemoProduct | undefined) {
  if (!product) return null;
  const { id, name, url, createdAt, updatedAt } = product;
  return { id, name, url, teamId: team.id, createdByUserId: team.ownerId, createdAt, updatedAt };
}

function wireBranch(branch: DemoBranch | undefined) {
  if (!branch) return null;
  const { id, name, productId, createdAt, updatedAt } = branch;
  return { id, name, productId, createdAt, updatedAt };
}

function wireCustomer(team: DemoTeam, customer: DemoCustomer) {
  const { id, username, email, fullName, createdAt, updatedAt } = customer;
  return { id, username, email, fullName, teamId: team.id, createdByUserId: null, createdAt, updatedAt };
}

function wireLicense(team: DemoTeam, license: DemoLicense) {
  return {
    id: license.id,
    licenseKey: license.licenseKey,
    ipLimit: license.ipLimit,
    hwidLimit: license.hwidLimit,
    expirationType: license.expirationType,
    expirationStart: license.expirationStart,
    expirationDate: license.expirationDate,
    expirationDays: license.expirationDays,
    suspended: license.suspended,
    teamId: team.id,
    createdByUserId: team.ownerId,
    createdAt: license.createdAt,
    updatedAt: license.updatedAt,
    lastActiveAt: license.lastActiveAt,
  };
}

function wireFile(releaseId: string, file: DemoFile | null) {
  if (!file) return null;
  const { id, key, size, name, checksum, mainClassName, createdAt } = file;
  return { id, releaseId, key, size, name, checksum, mainClassName, createdAt };
}

function wireMetadata(
  team: DemoTeam,
  metadata: readonly DemoMetadata[],
  owner: { readonly releaseId?: string; readonly licenseId?: string },
) {
  return metadata.map(({ id, key, value, locked, createdAt, updatedAt }) => ({
    id,
    key,
    value,
    locked,
    teamId: team.id,
    createdAt,
    updatedAt,
    customerId: null,
    licenseId: owner.licenseId ?? null,
    productId: null,
    releaseId: owner.releaseId ?? null,
    blacklistId: null,
  }));
}
