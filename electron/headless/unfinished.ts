import { type AppError, appError } from '../errors.ts';
import type { Plan, PlanEntry } from '../model/plan.ts';
import type { JobRecord } from '../publish/job-record.ts';
import { isOver } from '../publish/job-view.ts';
import type { Meant } from '../publish/request.ts';

/** A stored job, with what it was to come to when it was begun: on its way that can have been merged with more. */
export interface Unfinished {
  readonly record: JobRecord;
  readonly begun: Meant;
  /** A job that puts a file back has none. */
  readonly hasDraft: boolean;
}

/** Whether the job is an entry of this plan, begun by an earlier run of it. */
export function isOfPlan(job: Unfinished, plan: Plan): boolean {
  const entry = plan.entries.find((one) => isAbout(job.record, one));
  return entry !== undefined && meansTheSame(job.begun, entry);
}

/** Whether the job puts back the file of a release of this plan. */
export function isPutBackFor({ record, hasDraft }: Unfinished, plan: Plan): boolean {
  const { base, meant } = record;
  if (hasDraft || base === null || base.file !== null || meant.file.kind !== 'replace') return false;
  return plan.entries.some((entry) => isAbout(record, entry));
}

/** A job of a release of the plan that is on its way already, to another end; null when there is none. */
export function inTheWay(jobs: readonly Unfinished[], plan: Plan): AppError | null {
  const other = jobs.find(
    (job) =>
      !isOver(job.record) && !isOfPlan(job, plan) && plan.entries.some((entry) => isAbout(job.record, entry)),
  );
  if (!other) return null;
  const { version } = other.begun.fields;
  if (isPutBackFor(other, plan)) {
    return appError('busy', {
      message: `The app has begun to put back the file of ${version}, and has not come to an end.`,
      remedy: 'Run it with --put-back, or open the app and let that finish or cancel it there.',
    });
  }
  return appError('busy', {
    message: `The app has begun to publish ${version}, and not as the plan says.`,
    remedy: 'Open the app, and let that finish or cancel it there.',
  });
}

function isAbout({ productId, releaseId, base, meant }: JobRecord, entry: PlanEntry): boolean {
  if (productId !== entry.productId) return false;
  if (entry.releaseId !== null) return releaseId === entry.releaseId;
  const { version, branchId = null } = entry.fields;
  return base === null && meant.fields.version === version && meant.fields.branchId === branchId;
}

/** What the entry leaves out, the draft it became has filled in. */
function meansTheSame(meant: Meant, { fields, file }: PlanEntry): boolean {
  const sameFields = Object.entries(fields).every(
    ([name, value]) => JSON.stringify(Reflect.get(meant.fields, name)) === JSON.stringify(value),
  );
  if (!sameFields || meant.file.kind !== file.kind) return false;
  if (file.kind !== 'replace' || meant.file.kind !== 'replace') return true;
  const { name, sha256 } = meant.file.artifact;
  return name === file.artifact.name && sha256 === file.artifact.sha256;
}
