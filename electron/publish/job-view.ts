import type { Failure } from '../model/failure.ts';
import type { Job, JobState } from '../model/job.ts';
import type { JobRecord } from './job-record.ts';

/** A job as it is shown. */
export function jobOf(record: JobRecord): Job {
  const { file, fields } = record.flight?.intent.meant ?? record.meant;
  return {
    id: record.id,
    draftId: record.draftId,
    connectionId: record.connectionId,
    productId: record.productId,
    releaseId: record.releaseId,
    batch: record.batch,
    version: fields.version,
    fileName: file.kind === 'replace' ? file.artifact.name : null,
    state: jobStateOf(record),
    attempts: record.attempts,
    lostFile: record.lostFile,
    merged: record.mergedFromTheirs,
    createdAt: iso(record.createdAt),
    updatedAt: iso(record.updatedAt),
  };
}

export function jobStateOf({ phase, flight }: JobRecord): JobState {
  switch (phase.at) {
    case 'queued':
    case 'resting':
      return { at: 'waiting', reason: phase.reason, until: isoOrNull(phase.until), because: phase.because };
    case 'checking-key':
      return { at: 'waiting', reason: 'key', until: null, because: phase.because };
    case 'checking':
      return { at: 'merging' };
    case 'finding-out':
      return findingOut(phase, flight?.failure ?? null);
    case 'verified':
      return { at: 'verified', finishedAt: iso(phase.finishedAt) };
    case 'conflict':
      return { at: 'conflict', conflicts: phase.conflicts };
    case 'reading':
    case 'answering':
    case 'paused':
    case 'cancelled':
      return { at: phase.at };
    case 'sending':
    case 'blocked':
    case 'failed':
      return phase;
  }
}

function findingOut(
  { until, because }: Extract<JobRecord['phase'], { at: 'finding-out' }>,
  failure: Failure | null,
): JobState {
  const look = { until: isoOrNull(until), because };
  return failure === null ? { at: 'verifying', ...look } : { at: 'unknown', failure, ...look };
}

/** Whether nothing more happens to it unless a person does something. */
export function isOver({ phase }: JobRecord): boolean {
  switch (phase.at) {
    case 'verified':
    case 'cancelled':
    case 'failed':
    case 'blocked':
    case 'conflict':
      return true;
    default:
      return false;
  }
}

/** Whether it waits for nothing but a time, and would rather try at once if the network were back. */
export function waitsForNetwork({ phase }: JobRecord): boolean {
  if (phase.at === 'resting') return phase.reason !== 'key';
  return phase.at === 'finding-out' && phase.until !== null && !phase.settling;
}

/** Whether only another key, or the same one accepted, can make it go on. */
export function waitsForKey({ phase }: JobRecord): boolean {
  return phase.at === 'resting' && phase.reason === 'key';
}

/** Whether a request has been sent whose outcome has not been read yet. */
export function isInDoubt({ flight }: JobRecord): boolean {
  return flight !== null;
}

const iso = (ms: number): string => new Date(ms).toISOString();
const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));
