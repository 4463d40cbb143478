import { setImmediate as immediately } from 'node:timers/promises';
import { atTime, type Clock, isoNow } from '../clock.ts';
import { appError } from '../errors.ts';
import type { Batch, BatchChange, BatchReview } from '../model/batch.ts';
import type { Connection } from '../model/connection.ts';
import type { Job } from '../model/job.ts';
import type { PlanReport } from '../model/plan.ts';
import type { JobRecord } from '../publish/job-record.ts';
import { isOver } from '../publish/job-view.ts';
import type { Queue } from '../publish/queue.ts';
import type { BatchStore } from '../store/batches.ts';
import type { DraftService } from './drafts.ts';
import type { Events } from './events.ts';
import type { JobService } from './jobs.ts';

/** Named, ordered groups of drafts, and their publishing. */
export interface BatchService {
  /** What was to begin while the app was closed, as sentences. */
  readonly missed: readonly string[];
  list(connectionId: string): Batch[];
  get(id: string): Batch;
  /** Plays the batch from first to last, and says what comes of it, what it costs and what would be better. */
  review(id: string): Promise<BatchReview>;
  /** Discards the drafts of the batch that change nothing; they can be had back. */
  compact(id: string): Promise<BatchReview>;
  create(connectionId: string, name: string, draftIds: readonly string[]): Batch;
  /** Makes the batch of a plan whose drafts have been made. */
  takeIn(connectionId: string, report: PlanReport): void;
  change(id: string, change: BatchChange): Batch;
  /** Puts drafts at the end of the batch, out of whichever they were in. */
  add(id: string, draftIds: readonly string[]): Batch;
  /** Takes drafts out of their batches. */
  takeOut(draftIds: readonly string[]): void;
  /** The drafts stay. */
  remove(id: string): void;
  /**
   * Queues the drafts in their order, now or for the batch's time. With `stop`, a batch with a draft that cannot be
   * sent is refused as a whole, before anything leaves; with `go-on` such drafts stay where they are.
   */
  publish(id: string): Promise<Job[]>;
  /** A job came to a state: where its batch says so, the rest of it waits for a person. */
  follow(record: JobRecord): void;
  /** Those that begin by themselves at their time, while the app runs. */
  scheduled(): { name: string; startAt: string }[];
  /** Stops the timers of batches that are to begin later. */
  close(): void;
}

interface Dependencies {
  batches: BatchStore;
  drafts: DraftService;
  jobs: JobService;
  queue: Queue;
  events: Events;
  clock: Clock;
  newId: () => string;
  connections: { list(): readonly Connection[]; get(id: string): Connection };
  reviewer: (batch: Batch) => Promise<BatchReview>;
}

/** Makes the service and takes up the batches that are to begin later. */
export function createBatchService(given: Dependencies): BatchService {
  const { batches, drafts, jobs, queue, connections, events, clock, newId } = given;
  const timers = new Map<string, () => void>();
  const missed: string[] = [];

  const get = (id: string): Batch => {
    const batch = batches.get(id);
    if (!batch) throw appError('not-known', { message: 'This batch is no longer there.' });
    return batch;
  };
  const changed = (connectionId: string): void => events.emit('batches.changed', { connectionId });
  const jobsOf = ({ draftIds }: Batch): JobRecord[] =>
    queue.list().filter((record) => draftIds.includes(record.draftId) && !isOver(record));

  const needsPerson = (jobId: string): boolean => {
    const at = queue.get(jobId)?.phase.at;
    return at === 'failed' || at === 'blocked' || at === 'conflict';
  };

  /** The batch's time has come: its jobs go on, and it begins at once from now on. */
  const begin = (id: string): void => {
    timers.delete(id);
    const batch = batches.get(id);
    if (!batch) return;
    batches.update(id, { ...batch, startAt: null, updatedAt: isoNow(clock) });
    for (const record of jobsOf(batch)) queue.tell(record.id, { on: 'resume' });
    changed(batch.connectionId);
  };

  const schedule = ({ id, startAt }: Batch): void => {
    timers.get(id)?.();
    timers.delete(id);
    if (startAt === null) return;
    timers.set(
      id,
      atTime(clock, Date.parse(startAt), () => begin(id)),
    );
  };

  for (const batch of connections.list().flatMap(({ id }) => batches.list(id))) {
    if (batch.startAt === null || jobsOf(batch).length === 0) continue;
    if (Date.parse(batch.startAt) > clock.now()) schedule(batch);
    else {
      // Nobody expects releases to change at a moment of the app's own choosing: a person says when.
      missed.push(`“${batch.name}” was to begin while the app was closed. Resume it in the queue.`);
    }
  }

  const insert = (batch: Omit<Batch, 'id' | 'createdAt' | 'updatedAt'>): Batch => {
    const id = newId();
    const at = isoNow(clock);
    batches.insert({ ...batch, id, createdAt: at, updatedAt: at });
    changed(batch.connectionId);
    return get(id);
  };

  return {
    missed,
    list: batches.list,
    get,
    review: (id) => given.reviewer(get(id)),
    compact: async (id) => {
      const { compaction } = await given.reviewer(get(id));
      for (const draftId of compaction?.dropped ?? []) drafts.discard(draftId);
      changed(get(id).connectionId);
      return given.reviewer(get(id));
    },
    create: (connectionId, name, draftIds) => {
      const { id } = connections.get(connectionId);
      return insert({
        connectionId: id,
        name: name.trim(),
        draftIds: [...draftIds],
        onFailure: 'stop',
        startAt: null,
      });
    },
    takeIn: (connectionId, { batch, steps }) => {
      const draftIds = steps.flatMap(({ draftId }) => draftId ?? []);
      if (batch && draftIds.length > 0) insert({ ...batch, connectionId, draftIds });
    },
    change: (id, { name, onFailure, startAt, draftIds }) => {
      const batch = get(id);
      const updatedAt = isoNow(clock);
      batches.update(id, {
        name: name?.trim() ?? batch.name,
        onFailure: onFailure ?? batch.onFailure,
        startAt: startAt === undefined ? batch.startAt : startAt,
        updatedAt,
      });
      if (draftIds !== undefined) batches.setDrafts(id, draftIds, updatedAt);
      const now = get(id);
      if (startAt !== undefined && jobsOf(now).length > 0) schedule(now);
      changed(batch.connectionId);
      return now;
    },
    add: (id, draftIds) => {
      const batch = get(id);
      batches.setDrafts(
        id,
        [...batch.draftIds, ...draftIds.filter((draft) => !batch.draftIds.includes(draft))],
        isoNow(clock),
      );
      changed(batch.connectionId);
      return get(id);
    },
    takeOut: (draftIds) => {
      const touched = new Set(draftIds.flatMap((id) => batches.ofDraft(id)?.connectionId ?? []));
      batches.takeOut(draftIds);
      for (const connectionId of touched) changed(connectionId);
    },
    remove: (id) => {
      const { connectionId } = get(id);
      timers.get(id)?.();
      timers.delete(id);
      batches.remove(id);
      changed(connectionId);
    },
    publish: async (id) => {
      const batch = get(id);
      const later = batch.startAt !== null;
      if (later && Date.parse(batch.startAt ?? '') <= clock.now()) {
        const message = 'The time at which this batch is to begin has passed.';
        throw appError('invalid-input', {
          message,
          remedy: 'Choose a later time, or publish now.',
          fields: [{ path: 'startAt', message }],
        });
      }
      const sendable = sortOut(await given.reviewer(batch), drafts);
      for (const draftId of sendable) jobs.assertFree(draftId);
      const started: Job[] = [];
      for (const draftId of sendable) {
        // The first may have failed before the last is in line.
        const isStopped = batch.onFailure === 'stop' && started.some(({ id: jobId }) => needsPerson(jobId));
        started.push(jobs.start(draftId, later || isStopped ? 'paused' : 'at-once'));
        await immediately();
      }
      if (later) schedule(batch);
      return started;
    },
    follow: ({ id, draftId }) => {
      if (!needsPerson(id)) return;
      const batch = batches.ofDraft(draftId);
      if (batch?.onFailure !== 'stop') return;
      const rest = jobsOf(batch).filter((record) => record.phase.at !== 'paused');
      if (rest.length === 0) return;
      for (const record of rest.reverse()) queue.tell(record.id, { on: 'pause' });
      events.emit('notice', {
        tone: 'warning',
        message: `“${batch.name}” is stopped, because one of its releases could not be published. Nothing more is sent until you resume it.`,
        about: batch.id,
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

/** The drafts of a batch that would be sent, each in its place behind the others. */
function sortOut({ batch, steps, findings }: BatchReview, drafts: DraftService): string[] {
  const blocked = steps
    .filter(({ outcome }) => outcome === 'blocked' || outcome === 'refused')
    .map((step) => {
      const all = [...step.findings, ...findings.filter(({ draftId }) => draftId === step.draftId)];
      const reason = all.find(({ severity }) => severity === 'blocks');
      return { path: drafts.get(step.draftId).fields.version, message: reason?.message ?? '' };
    });
  if (batch.onFailure === 'stop' && blocked.length > 0) {
    throw appError('invalid-input', {
      message: `${blocked.length === 1 ? 'A draft' : `${blocked.length} drafts`} of this batch cannot be published, so nothing was sent.`,
      remedy: 'Correct what is named, take it out of the batch, or let the batch go on without it.',
      fields: blocked,
    });
  }
  const sendable = steps.filter(({ outcome }) => outcome === 'published').map(({ draftId }) => draftId);
  if (sendable.length === 0) {
    throw appError('invalid-input', {
      message: 'There is nothing in this batch that could be published.',
      remedy: 'Add drafts that change something.',
    });
  }
  return sendable;
}
