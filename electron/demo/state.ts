import { createHash, randomUUID } from 'node:crypto';
import type { ReleaseStatus } from '../model/release.ts';

/**
 * What the demo server holds: plain, mutable rows, so that a test can look at them or change them behind the
 * product's back. Times are ISO 8601; ids are compared as written (docs/lukittu.md, "Odds and ends").
 */
export interface DemoState {
  readonly teams: Map<string, DemoTeam>;
  /** The object storage, by `file.key`. Releases that share a key share the object. */
  readonly objects: Map<string, StoredObject>;
}

export interface StoredObject {
  readonly bytes: Buffer;
  /** Lower-case hex. */
  readonly md5: string;
}

export interface DemoTeam {
  id: string;
  name: string;
  apiKey: string;
  /** The user who made what the API did not make. */
  ownerId: string;
  plan: DemoPlan;
  readonly products: Map<string, DemoProduct>;
  readonly branches: Map<string, DemoBranch>;
  readonly customers: Map<string, DemoCustomer>;
  readonly licenses: Map<string, DemoLicense>;
  readonly releases: Map<string, DemoRelease>;
}

export interface DemoPlan {
  /** Whether the plan is a paid one: only those may send files (step 7). */
  uploads: boolean;
  /** MiB (step 15). */
  storageMb: number;
  releasesPerProduct: number;
}

interface Row {
  id: string;
  createdAt: string;
  updatedAt: string;
}

export interface DemoProduct extends Row {
  name: string;
  url: string | null;
}

export interface DemoBranch extends Row {
  productId: string;
  name: string;
}

export interface DemoCustomer extends Row {
  username: string | null;
  email: string | null;
  fullName: string | null;
}

export interface DemoLicense extends Row {
  licenseKey: string;
  productIds: string[];
  customerIds: string[];
  ipLimit: number | null;
  hwidLimit: number | null;
  expirationType: 'NEVER' | 'DATE' | 'DURATION';
  expirationStart: 'CREATION' | 'ACTIVATION';
  expirationDate: string | null;
  expirationDays: number | null;
  suspended: boolean;
  lastActiveAt: string;
  metadata: DemoMetadata[];
}

export interface DemoRelease extends Row {
  productId: string;
  branchId: string | null;
  version: string;
  status: ReleaseStatus;
  latest: boolean;
  createdByUserId: string | null;
  lastSeenAt: string | null;
  file: DemoFile | null;
  licenseIds: string[];
  metadata: DemoMetadata[];
}

export interface DemoFile {
  id: string;
  key: string;
  name: string;
  /** Bytes. */
  size: number;
  checksum: string | null;
  mainClassName: string | null;
  createdAt: string;
}

export interface DemoMetadata extends Row {
  key: string;
  value: string;
  locked: boolean;
}

export const createState = (): DemoState => ({ teams: new Map(), objects: new Map() });

type Given<T, Needed extends keyof T = never> = Partial<T> & Pick<T, Needed>;
/** Fills in what every row has; `updatedAt` follows `createdAt` unless given. */
const row = (given: Partial<Row>): Row => {
  const createdAt = given.createdAt ?? '2025-01-01T00:00:00.000Z';
  return { id: given.id ?? randomUUID(), createdAt, updatedAt: given.updatedAt ?? createdAt };
};

/** Adds a team on a paid plan with 1 GiB of storage, unless told otherwise. */
export function addTeam(state: DemoState, given: Given<DemoTeam> = {}): DemoTeam {
  const team: DemoTeam = {
    id: randomUUID(),
    name: 'Team',
    apiKey: `demo-${randomUUID()}`,
    ownerId: randomUUID(),
    plan: { uploads: true, storageMb: 1024, releasesPerProduct: 100_000 },
    products: new Map(),
    branches: new Map(),
    customers: new Map(),
    licenses: new Map(),
    releases: new Map(),
    ...given,
  };
  state.teams.set(team.id, team);
  return team;
}

export function addProduct(team: DemoTeam, given: Given<DemoProduct, 'name'>): DemoProduct {
  return put(team.products, { url: null, ...given, ...row(given) });
}

export function addBranch(team: DemoTeam, given: Given<DemoBranch, 'name' | 'productId'>): DemoBranch {
  return put(team.branches, { ...given, ...row(given) });
}

export function addCustomer(team: DemoTeam, given: Given<DemoCustomer> = {}): DemoCustomer {
  return put(team.customers, { username: null, email: null, fullName: null, ...given, ...row(given) });
}

/** Adds a license that never expires, unless told otherwise. */
export function addLicense(team: DemoTeam, given: Given<DemoLicense, 'productIds'>): DemoLicense {
  const base = row(given);
  return put(team.licenses, {
    licenseKey: licenseKeyFor(base.id),
    customerIds: [],
    ipLimit: null,
    hwidLimit: null,
    expirationType: 'NEVER',
    expirationStart: 'CREATION',
    expirationDate: null,
    expirationDays: null,
    suspended: false,
    lastActiveAt: base.createdAt,
    metadata: [],
    ...given,
    ...base,
  });
}

type GivenRelease = Given<Omit<DemoRelease, 'metadata' | 'file'>, 'productId' | 'version'> & {
  metadata?: readonly Given<DemoMetadata, 'key' | 'value'>[];
  file?: { name: string; bytes: Buffer; mainClassName?: string | null; key?: string } | null;
};

/** Adds a published release that is not latest, unless told otherwise; its file goes into the object storage. */
export function addRelease(state: DemoState, team: DemoTeam, given: GivenRelease): DemoRelease {
  const base = row(given);
  const release: DemoRelease = {
    branchId: null,
    status: 'PUBLISHED',
    latest: false,
    createdByUserId: team.ownerId,
    lastSeenAt: null,
    licenseIds: [],
    ...given,
    ...base,
    metadata: (given.metadata ?? []).map((entry) => ({
      locked: false,
      ...entry,
      ...row({ createdAt: base.createdAt, ...entry }),
    })),
    file: null,
  };
  if (given.file) {
    const { name, bytes, mainClassName = null, key = storageKey(team.id, release, name) } = given.file;
    const stored = putObject(state, key, bytes);
    release.file = {
      id: randomUUID(),
      key,
      name,
      size: bytes.length,
      checksum: stored.md5,
      mainClassName,
      createdAt: base.createdAt,
    };
  }
  return put(team.releases, release);
}

/** Puts bytes under a key, over whatever was there. */
export function putObject(state: DemoState, key: string, bytes: Buffer): StoredObject {
  const stored = { bytes, md5: createHash('md5').update(bytes).digest('hex') };
  state.objects.set(key, stored);
  return stored;
}

/** The key of a release's file: it leaves the branch out (docs/lukittu.md, "What surprises people"). */
export const storageKey = (
  teamId: string,
  release: { readonly productId: string; readonly version: string },
  fileName: string,
): string => `releases/${teamId}/${release.productId}-${release.version}.${extensionOf(fileName)}`;

/** What follows the last dot: nothing for "plugin.", the whole name for "plugin", as the server takes it. */
export const extensionOf = (fileName: string): string => fileName.slice(fileName.lastIndexOf('.') + 1);

const keyAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Five groups of five letters and digits, always the same for one id. */
function licenseKeyFor(id: string): string {
  const letters = [...createHash('sha256').update(id).digest().subarray(0, 25)].map((byte) =>
    keyAlphabet.charAt(byte % keyAlphabet.length),
  );
  return Array.from({ length: 5 }, (_, group) => letters.slice(group * 5, group * 5 + 5).join('')).join('-');
}

function put<T extends { id: string }>(rows: Map<string, T>, added: T): T {
  rows.set(added.id, added);
  return added;
}
