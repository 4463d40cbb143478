import { setImmediate as immediately } from 'node:timers/promises';
import { atTime, type Clock, isoNow } from '../clock.ts';
import { appError, failureFrom } from '../errors.ts';
import type { Batch, BatchReview } from '../model/batch.ts';
import type { Job } from '../model/job.ts';
import type { JobEvent, JobRecord } from '../publish/job-record.ts';
import { isOver, jobOf } from '../publish/job-view.ts';
import type { Queue } from '../publish/queue.ts';
import type { BatchStore } from '../store/batches.ts';
import { words } from '../texts/words.ts';
import type { Events } from './events.ts';
import type { JobService } from './jobs.ts';

/** Batches on their way: queued together, begun at their time, stopped and resumed together. */
export interface BatchJobs {
  /** What was to begin while the app was closed, as sentences. */
  readonly missed: readonly string[];
  isUnderWay(batchId: string): boolean;
  /** Queues the drafts that a review found fit to be sent, in their order: now, or paused until the batch's time. */
  publish(review: BatchReview, versionOf: (draftId: string) => string): Promise<Job[]>;
  /** Stops what has not been sent; what is being sent settles first. */
  pause(batchId: string): Job[];
  /** Goes on; a batch that was to begin later begins now. */
  resume(batchId: string): Job[];
  /** Takes everything out of the queue that is not over. */
  cancel(batchId: string): Job[];
  /** Where the batch waits for its time: waits for this one. */
  reschedule(batch: Batch): void;
  /** A job came to a state: the rest of a batch that stops waits for a person, and one that is published is gone. */
  follow(record: JobRecord): void;
  /** Those that begin by themselves at their time, while the app runs. */
  scheduled(): { name: string; startAt: string }[];
  /** Stops the timers of batches that are to begin later. */
  close(): void;
}

interface Dependencies {
  batches: BatchStore;
  jobs: Pick<JobService, 'assertFree' | 'start'>;
  queue: Queue;
  events: Events;
  clock: Clock;
  connectionIds: readonly string[];
}

/** Makes the service and takes up the batches that are to begin later. */
export function createBatchJobs({
  batches,
  jobs,
  queue,
  events,
  clock,
  connectionIds,
}: Dependencies): BatchJobs {
  const timers = new Map<string, () => void>();
  const missed: string[] = [];
  /** The batches that were cancelled since they began to be queued. */
  const cancelled = new Set<string>();

  const changed = (connectionId: string): void => events.emit('batches.changed', { connectionId });
  const recordsOf = (batchId: string): JobRecord[] =>
    queue.list().filter(({ batch }) => batch?.id === batchId);
  const activeOf = (batchId: string): JobRecord[] => recordsOf(batchId).filter((record) => !isOver(record));
  const tell = (records: readonly JobRecord[], event: JobEvent): Job[] => {
    for (const { id } of records) queue.tell(id, event);
    return records.flatMap(({ id }) => queue.get(id) ?? []).map(jobOf);
  };
  /** From the last to the first, so that none takes the turn the one before it gives up. */
  const tellFromBehind = (records: readonly JobRecord[], event: JobEvent): Job[] =>
    tell(records.toReversed(), event).toReversed();

  const unschedule = (id: string): void => {
    timers.get(id)?.();
    timers.delete(id);
  };

  /** The batch's time has come: its jobs go on, and it begins at once from now on. */
  const begin = (id: string): Job[] => {
    unschedule(id);
    const begun = tell(activeOf(id), { on: 'resume' });
    try {
      startsAtOnce(id);
    } catch {
      // The disk is full, which its jobs have said. They go on without it, and a timer has nobody to throw to.
    }
    return begun;
  };

  const startsAtOnce = (id: string): void => {
    const batch = batches.get(id);
    if (batch === null || batch.startAt === null) return;
    batches.update(id, { ...batch, startAt: null, updatedAt: isoNow(clock) });
    changed(batch.connectionId);
  };

  const schedule = ({ id, startAt }: Batch): void => {
    unschedule(id);
    if (startAt === null) return;
    timers.set(
      id,
      atTime(clock, Date.parse(startAt), () => void begin(id)),
    );
  };

  for (const batch of connectionIds.flatMap((id) => batches.list(id))) {
    // What goes on by itself was told to, one by one, and waits for no time.
    const waits = activeOf(batch.id).some(({ phase }) => phase.at === 'paused');
    if (batch.startAt === null || !waits) continue;
    if (Date.parse(batch.startAt) > clock.now()) schedule(batch);
    else {
      // Nobody expects releases to change at a moment of the app's own choosing: a person says when.
      missed.push(words().notices.missedStart(batch.name));
    }
  }

  /** A batch goes with its last draft that is published; what it came to is in the queue and the history. */
  const settle = ({ batch, connectionId }: JobRecord): void => {
    if (batch && batches.get(batch.id) === null && activeOf(batch.id).length === 0) unschedule(batch.id);
    changed(connectionId);
  };

  /** Null for a draft that a person has discarded, or published by itself, while those before it were queued. */
  const startIfThere = (...given: Parameters<JobService['start']>): Job | null => {
    try {
      return jobs.start(...given);
    } catch (error) {
      const { kind } = failureFrom(error);
      if (kind === 'not-known' || kind === 'busy') return null;
      throw error;
    }
  };

  return {
    missed,
    isUnderWay: (batchId) => activeOf(batchId).length > 0,
    publish: async ({ batch, steps, findings }, versionOf) => {
      const later = batch.startAt !== null;
      if (later && Date.parse(batch.startAt ?? '') <= clock.now()) throw timeHasPassed();
      const sendable = steps.filter(({ outcome }) => outcome === 'published').map(({ draftId }) => draftId);
      const refused = steps.filter(({ outcome }) => outcome === 'refused' || outcome === 'blocked');
      if (batch.onFailure === 'stop' && refused.length > 0) {
        throw cannotBePublished(
          refused.map(({ draftId, findings: own }) => ({
            path: versionOf(draftId),
            message: [...findings.filter((finding) => finding.draftId === draftId), ...own]
              .filter(({ severity }) => severity === 'blocks')
              .map(({ message }) => message)
              .join(' '),
          })),
        );
      }
      if (sendable.length === 0) throw nothingToPublish();
      for (const draftId of sendable) jobs.assertFree(draftId);
      const started: string[] = [];
      try {
        cancelled.delete(batch.id);
        for (const draftId of sendable) {
          if (cancelled.has(batch.id)) break;
          // The first may have failed, or all been paused by a person, before the last is in line.
          const begun = started.flatMap((id) => queue.get(id) ?? []);
          const isStopped = batch.onFailure === 'stop' && begun.some(needsPerson);
          const how = later || isStopped || isHeld(begun) ? 'paused' : 'at-once';
          const job = startIfThere(draftId, how, { id: batch.id, name: batch.name });
          if (job !== null) started.push(job.id);
          await immediately();
        }
      } finally {
        // Also where only some could be queued: they wait for that time.
        if (later && started.length > 0) schedule(batch);
      }
      // As they stand now: the first may be published already.
      return started.flatMap((id) => queue.get(id) ?? []).map(jobOf);
    },
    pause: (id) => tellFromBehind(activeOf(id), { on: 'pause' }),
    resume: begin,
    cancel: (id) => {
      unschedule(id);
      cancelled.add(id);
      return tellFromBehind(recordsOf(id), { on: 'cancel' });
    },
    reschedule: (batch) => {
      if (activeOf(batch.id).length > 0) schedule(batch);
    },
    follow: (record) => {
      if (record.phase.at === 'verified') return settle(record);
      if (!needsPerson(record)) return;
      const batch = batches.ofDraft(record.draftId);
      if (batch?.onFailure !== 'stop') return;
      const rest = activeOf(batch.id).filter(({ phase }) => phase.at !== 'paused');
      if (rest.length === 0) return;
      tellFromBehind(rest, { on: 'pause' });
      events.emit('notice', {
        tone: 'warning',
        message: words().notices.batchStopped(batch.name),
        about: batch.id,
        isOnJob: false,
      });
    },
    scheduled: () =>
      [...timers.keys()].flatMap((id) => {
        const batch = batches.get(id);
        return batch?.startAt ? [{ name: batch.name, startAt: batch.startAt }] : [];
      }),
    close: () => {
      for (const stop of timers.values()) stop();
    },
  };
}

function needsPerson({ phase: { at } }: JobRecord): boolean {
  return at === 'failed' || at === 'blocked' || at === 'conflict';
}

/** Whether a person has paused all of these that go on. */
function isHeld(begun: readonly JobRecord[]): boolean {
  const active = begun.filter((record) => !isOver(record));
  return active.length > 0 && active.every(({ phase, stop }) => phase.at === 'paused' || stop === 'pause');
}

function timeHasPassed(): Error {
  const said = words().refusals.batch.timePassed;
  return appError('invalid-input', { ...said, fields: [{ path: 'startAt', message: said.message }] });
}

function cannotBePublished(fields: { path: string; message: string }[]): Error {
  return appError('invalid-input', { ...words().refusals.batch.cannotBePublished(fields.length), fields });
}

function nothingToPublish(): Error {
  return appError('invalid-input', words().refusals.batch.nothing);
}
