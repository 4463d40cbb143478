import { failureOf } from '../../electron/errors.ts';
import type { Failure } from '../../electron/model/failure.ts';
import type { Release } from '../../electron/model/release.ts';
import { type JobSeed, startJob, step } from '../../electron/publish/job.ts';
import type { Effect, JobEvent, JobRecord, Step, World } from '../../electron/publish/job-record.ts';
import type { Meant } from '../../electron/publish/request.ts';
import { expectedOf } from '../../electron/publish/verify.ts';
import { exampleArtifact, exampleRelease } from './examples.ts';

/** A job of an update that renames a release and replaces its file, and the releases it may meet on its way. */

export const now = Date.parse('2026-01-01T12:00:00.000Z');
export const world: World = { now, random: 0.5, settleMs: 40_000 };

const storedFile = {
  name: 'app-1.4.0.zip',
  size: 4096,
  checksum: 'c'.repeat(32),
  key: 'releases/team/app-1.4.0.zip',
  mainClassName: null,
};
export const base = exampleRelease({ file: storedFile });
export const artifact = exampleArtifact();
export const meant: Meant = {
  fields: {
    version: '1.4.1',
    status: base.status,
    setAsLatest: base.latest,
    branchId: base.branchId,
    metadata: base.metadata,
    licenseIds: base.licenseIds,
  },
  file: { kind: 'replace', artifact },
};

export const updateSeed: JobSeed = {
  id: 'job-1',
  draftId: 'draft-1',
  connectionId: 'connection-1',
  productId: base.productId,
  releaseId: base.id,
  batch: null,
  base,
  meant,
  lostFile: null,
};
export const createSeed: JobSeed = { ...updateSeed, releaseId: null, base: null };

/** The release once the server has done what was asked. */
export function afterwards(before: Release | null, wanted: Meant): Release {
  const { file, metadata, licenseIds, ...fields } = expectedOf(before, wanted);
  return {
    ...(before ?? exampleRelease({ id: '0dc00822-fd50-4672-a7ec-bf0fa3602247' })),
    ...fields,
    metadata: [...metadata],
    licenseIds: [...licenseIds],
    file: file && { ...storedFile, ...file },
  };
}

export const done = afterwards(base, meant);
/** What a request leaves behind that was refused, or died, after step 14. */
export const robbed: Release = { ...base, file: null };

export const lostConnection = failureOf('connection-lost');
export const serverError = failureOf('server-error', { status: 500 });

/** An event of a job, once it is known which ticket it answers. */
export type Happening = (ticket: number) => JobEvent;

export const go: Happening = (ticket) => ({ on: 'go', ticket });
export const timer: Happening = (ticket) => ({ on: 'timer', ticket });
export const fits: Happening = (ticket) => ({ on: 'checked', ticket, findings: [] });
export const bodySent: Happening = (ticket) => ({ on: 'body-sent', ticket });
export const answeredYes: Happening = (ticket) => ({
  on: 'answered',
  ticket,
  releaseId: done.id,
  answer: { status: 200, details: 'Release updated' },
});
export const pause: Happening = () => ({ on: 'pause' });
export const resume: Happening = () => ({ on: 'resume' });
export const cancel: Happening = () => ({ on: 'cancel' });
export const retry: Happening = () => ({ on: 'retry' });
export const online: Happening = () => ({ on: 'online' });
export const key: Happening = () => ({ on: 'key' });
export const read =
  (release: Release | null, fileInVault = false): Happening =>
  (ticket) => ({ on: 'read', ticket, release, fileInVault, branches: [] });
export const readFailed =
  (failure: Failure): Happening =>
  (ticket) => ({ on: 'read-failed', ticket, failure });
export const checkFailed =
  (failure: Failure): Happening =>
  (ticket) => ({ on: 'check-failed', ticket, failure });
export const sendFailed =
  (failure: Failure): Happening =>
  (ticket) => ({ on: 'send-failed', ticket, failure });
export const keyChecked =
  (verdict: 'accepted' | 'refused' | 'unclear'): Happening =>
  (ticket) => ({ on: 'key-checked', ticket, verdict });
export const persistFailed: Happening = () => ({ on: 'persist-failed', failure: failureOf('disk-full') });

/** What comes of one event. */
export function tell(record: JobRecord, happening: Happening, at: Partial<World> = {}): Step {
  return step(record, happening(record.ticket), { ...world, ...at });
}

/** A job after these events, one after the other. */
export function told(record: JobRecord, ...happenings: readonly Happening[]): JobRecord {
  return happenings.reduce((current, happening) => tell(current, happening).record, record);
}

export const queuedJob = (seed = updateSeed): JobRecord => startJob(seed, world).record;
export const sendingJob = (seed = updateSeed): JobRecord => told(queuedJob(seed), go, read(seed.base), fits);

export const doing = (effects: readonly Effect[]): string[] => effects.map((effect) => effect.do);
