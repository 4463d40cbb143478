import type { Artifact, Draft } from '../../electron/model/draft.ts';
import type { Job } from '../../electron/model/job.ts';
import type { Release } from '../../electron/model/release.ts';
import type { StoredConnection } from '../../electron/store/connections.ts';
import type { StoredDraft } from '../../electron/store/drafts.ts';

/** Small true-to-life values; a test names only what it is about. */

const productId = 'cee40412-cfa3-488e-a46f-fb2cd7056268';
const at = '2026-01-01T12:00:00.000Z';

export const exampleConnection = (change: Partial<StoredConnection> = {}): StoredConnection => ({
  id: 'connection-1',
  name: 'Northwind',
  serverUrl: 'https://app.lukittu.com',
  teamId: '961d2bcb-2ecb-4b18-a63f-1f40e13b2a11',
  keyHint: 'cdef',
  maxFileBytes: 10 * 1024 * 1024,
  rateLimit: { count: 5, windowSeconds: 300 },
  demo: false,
  ...change,
});

export const exampleRelease = (change: Partial<Release> = {}): Release => ({
  id: '6d0cb053-941c-491f-a3a3-4bd7ddf67b9a',
  productId,
  version: '1.4.0',
  status: 'PUBLISHED',
  latest: false,
  branchId: null,
  branchName: null,
  metadata: [],
  licenseIds: [],
  file: null,
  createdAt: at,
  updatedAt: at,
  lastSeenAt: null,
  ...change,
});

export const exampleArtifact = (change: Partial<Artifact> = {}): Artifact => ({
  sha256: 'a'.repeat(64),
  md5: 'b'.repeat(32),
  size: 4096,
  name: 'app-1.4.1.zip',
  jar: null,
  addedAt: at,
  ...change,
});

export const exampleDraft = (change: Partial<StoredDraft> = {}): StoredDraft => {
  const base = change.base === undefined ? exampleRelease() : change.base;
  return {
    id: 'draft-1',
    connectionId: 'connection-1',
    productId,
    releaseId: base?.id ?? null,
    base,
    fields: {
      version: base?.version ?? '1.4.1',
      status: base?.status ?? 'DRAFT',
      setAsLatest: base?.latest ?? false,
      branchId: base?.branchId ?? null,
      metadata: base?.metadata ?? [],
      licenseIds: base?.licenseIds ?? [],
    },
    file: { kind: 'keep' },
    source: null,
    createdAt: at,
    updatedAt: at,
    ...change,
  };
};

/** As the page has it. */
export const exampleOpenDraft = ({ file = { kind: 'keep' }, ...change }: Partial<Draft> = {}): Draft => {
  const { source: _, ...stored } = exampleDraft(change);
  return { ...stored, file };
};

export const exampleJob = (change: Partial<Job> = {}): Job => ({
  id: 'job-1',
  draftId: 'draft-1',
  connectionId: 'connection-1',
  productId,
  releaseId: '6d0cb053-941c-491f-a3a3-4bd7ddf67b9a',
  batch: null,
  version: '1.4.1',
  fileName: null,
  state: { at: 'waiting', reason: 'turn', until: null, because: null },
  attempts: 0,
  lostFile: null,
  merged: [],
  createdAt: at,
  updatedAt: at,
  ...change,
});
