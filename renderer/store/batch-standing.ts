import type { Job, JobForecast } from '../../electron/model/job.ts';
import { isActive, isStuck } from '../../electron/model/job-standing.ts';
import { standingOf } from './queue-standing.ts';

/** When jobs go and are done, by their ids. */
export type Forecasts = ReadonlyMap<string, JobForecast>;

/** How a batch stands that was queued. Times are ISO 8601. */
export type BatchStanding = {
  readonly all: number;
  readonly verified: number;
  readonly needPerson: number;
  readonly cancelled: number;
  /** Between 0 and 1; its end is reached only when everything is verified. */
  readonly share: number;
  /** Whether something of it is being read, sent or read back. */
  readonly isAtWork: boolean;
  readonly phase:
    | { readonly at: 'running' }
    /** Nothing more is sent until a person resumes it. */
    | { readonly at: 'paused' }
    /** The same, because one could not be published. */
    | { readonly at: 'stopped'; readonly version: string }
    | { readonly at: 'scheduled'; readonly startAt: string }
    /** Nothing of it is on its way any more. */
    | { readonly at: 'over' };
  /** When the last of it will be verified; null while nobody can say. */
  readonly doneAt: string | null;
};

/** `jobs` are those of the batch; `startAt` is when it begins by itself, null for at once or when it is gone. */
export function batchStanding(
  jobs: readonly Job[],
  startAt: string | null,
  forecasts: Forecasts,
): BatchStanding {
  const { all, published, needPerson, cancelled, share, atWork } = standingOf(jobs);
  const active = jobs.filter(isActive);
  const times = active.flatMap(({ id }) => forecasts.get(id)?.doneAt ?? []);
  return {
    all,
    verified: published,
    needPerson,
    cancelled,
    share,
    isAtWork: atWork > 0,
    phase: phaseOf(jobs, active, startAt),
    doneAt: times.length === active.length ? (times.toSorted().at(-1) ?? null) : null,
  };
}

function phaseOf(
  jobs: readonly Job[],
  active: readonly Job[],
  startAt: string | null,
): BatchStanding['phase'] {
  if (active.length === 0) return { at: 'over' };
  if (active.some(({ state }) => state.at !== 'paused')) return { at: 'running' };
  const stuck = jobs.find(isStuck);
  if (stuck !== undefined) return { at: 'stopped', version: stuck.version };
  return startAt === null ? { at: 'paused' } : { at: 'scheduled', startAt };
}

/** Jobs that were queued together stand together, wherever in the line they do; the others each by themselves. */
export type QueueEntry =
  | { readonly kind: 'batch'; readonly id: string; readonly batchId: string; readonly name: string }
  | { readonly kind: 'job'; readonly id: string; readonly job: Job };

/** The line with the name of a batch before the first of its jobs, and again where another job came in between. */
export function entriesOf(line: readonly Job[]): readonly QueueEntry[] {
  const seen = new Map<string, number>();
  return line.flatMap((job, at): QueueEntry[] => {
    const entry: QueueEntry = { kind: 'job', id: job.id, job };
    const { batch } = job;
    if (batch === null || line[at - 1]?.batch?.id === batch.id) return [entry];
    const nth = seen.get(batch.id) ?? 0;
    seen.set(batch.id, nth + 1);
    const id = nth === 0 ? `batch ${batch.id}` : `batch ${batch.id} ${nth}`;
    return [{ kind: 'batch', id, batchId: batch.id, name: batch.name }, entry];
  });
}
