import { appError } from '../errors.ts';
import type { ComparisonRow } from '../model/draft.ts';
import type { ConflictChoice, Job, JobBatch } from '../model/job.ts';
import { mergesByItself } from '../publish/comparison.ts';
import { contentOf } from '../publish/draft-content.ts';
import type { JobEvent, JobRecord } from '../publish/job-record.ts';
import { isInDoubt, isOver, jobOf } from '../publish/job-view.ts';
import type { Queue } from '../publish/queue.ts';
import type { CatalogueStore } from '../store/catalogue.ts';
import type { DraftStore, StoredDraft } from '../store/drafts.ts';
import { words } from '../texts/words.ts';
import type { DraftService } from './drafts.ts';
import type { LostFile, LostFiles } from './lost-files.ts';

/** Publishing as the page asks for it: drafts become jobs of the queue. */
export interface JobService {
  list(connectionId: string): Job[];
  /** Queues a draft. Throws `invalid-input` with what preflight blocks, `busy` when it is on its way already. */
  publish(draftId: string): Promise<Job>;
  /** Throws `busy` when the draft is on its way already, or in doubt: then no other job of it may begin; and `not-known`. */
  assertFree(draftId: string): void;
  /** Queues a draft that has been checked. One that is to wait for a person, or a time, begins paused. */
  start(draftId: string, how: 'at-once' | 'paused', batch: JobBatch | null): Job;
  pause(jobId: string): Job;
  resume(jobId: string): Job;
  pauseAll(connectionId: string): Job[];
  resumeAll(connectionId: string): Job[];
  move(jobId: string, to: 'earlier' | 'later'): Job[];
  cancel(jobId: string): Job;
  /** Starts it again, with what its draft says by now. What is in doubt is found out first, as it was sent. */
  retry(jobId: string): Job;
  resolve(jobId: string, choices: Readonly<Record<string, ConflictChoice>>): Job;
  /**
   * What will be merged without being asked about once these choices answer the job's conflict: each field that only one
   * side changed, or both alike, with its result. Empty where the job is in none.
   */
  merging(jobId: string, choices: Readonly<Record<string, ConflictChoice>>): ComparisonRow[];
  /** Queues a job that puts the file a refused upload has cost back on the release; drafts stay as they are. */
  restoreFile(jobId: string): Promise<Job>;
  /** The same for a job that may be gone from the queue. Throws `artifact-missing`. */
  putBack(lost: LostFile | null): Job;
  dismiss(jobId: string): void;
}

interface Dependencies {
  queue: Queue;
  drafts: DraftService;
  stored: Pick<DraftStore, 'live'>;
  lostFiles: LostFiles;
  catalogue: CatalogueStore;
  newId: () => string;
}

export function createJobService({
  queue,
  drafts,
  stored,
  lostFiles,
  catalogue,
  newId,
}: Dependencies): JobService {
  const get = (id: string): JobRecord => {
    const record = queue.get(id);
    if (!record) throw appError('not-known', words().refusals.gone.job);
    return record;
  };

  const tell = (id: string, event: JobEvent): Job => {
    get(id);
    queue.tell(id, event);
    return jobOf(get(id));
  };

  const draftOf = (draftId: string): StoredDraft => {
    const draft = stored.live(draftId);
    if (!draft) throw appError('not-known', words().refusals.gone.draft);
    return draft;
  };

  /** The jobs of a draft that came to nothing. */
  const formerJobs = (draftId: string): JobRecord[] =>
    queue.list().filter((record) => {
      if (record.draftId !== draftId) return false;
      if (!isOver(record)) {
        throw appError('busy', words().refusals.job.inQueue);
      }
      if (isInDoubt(record)) {
        throw appError('busy', words().refusals.job.inDoubt);
      }
      return true;
    });

  const start: JobService['start'] = (draftId, how, batch) => {
    const { connectionId, productId, releaseId, base, fields, file } = draftOf(draftId);
    const former = formerJobs(draftId);
    for (const { id } of former) queue.dismiss(id);
    const meant = { fields, file };
    // What one has cost the release is spoken of, and can be put back, until the release has a file again.
    const lostFile = former.findLast((record) => record.lostFile !== null)?.lostFile ?? null;
    const seed = { id: newId(), draftId, connectionId, productId, releaseId, batch, base, meant, lostFile };
    return jobOf(queue.start(seed, how));
  };

  /** The draft of a job, if it says something else than when it was taken up. */
  const edited = ({ draftId, asked }: JobRecord): StoredDraft | null => {
    const draft = stored.live(draftId);
    return draft && asked && contentOf(draft) !== contentOf(asked) ? draft : null;
  };

  const putBack: JobService['putBack'] = (lost) => jobOf(queue.start(lostFiles.seedOf(lost), 'at-once'));

  const list = (connectionId: string): Job[] =>
    queue
      .list()
      .filter((record) => record.connectionId === connectionId)
      .map(jobOf);

  return {
    list,
    pause: (id) => tell(id, { on: 'pause' }),
    resume: (id) => tell(id, { on: 'resume' }),
    pauseAll: (connectionId) => {
      // From the last to the first, so that none takes the turn the one before it gives up.
      for (const { id } of list(connectionId).reverse()) queue.tell(id, { on: 'pause' });
      return list(connectionId);
    },
    resumeAll: (connectionId) => {
      queue.tellAll({ on: 'resume' }, connectionId);
      return list(connectionId);
    },
    move: (id, to) => {
      const { connectionId } = get(id);
      queue.move(id, to);
      return list(connectionId);
    },
    publish: async (draftId) => {
      const { draft, findings, changesAnything } = await drafts.review(draftId);
      const blocking = findings.filter((finding) => finding.severity === 'blocks');
      if (blocking.length > 0) {
        throw appError('invalid-input', {
          ...words().refusals.job.blocked,
          fields: blocking.map(({ part, message }) => ({ path: part, message })),
        });
      }
      if (!changesAnything) {
        throw appError('invalid-input', words().refusals.job.nothing);
      }
      return start(draft.id, 'at-once', null);
    },
    assertFree: (draftId) => {
      formerJobs(draftOf(draftId).id);
    },
    start,
    cancel: (id) => tell(id, { on: 'cancel' }),
    retry: (id) => {
      const draft = edited(get(id));
      if (draft) {
        const { base, fields, file } = draft;
        if (queue.tell(id, { on: 'revise', base, meant: { fields, file } })) return jobOf(get(id));
      }
      return tell(id, { on: 'retry' });
    },
    resolve: (id, choices) => tell(id, { on: 'resolve', choices }),
    merging: (id, choices) => {
      const { connectionId, productId, releaseId, base, meant, phase } = get(id);
      if (phase.at !== 'conflict') return [];
      const branches = catalogue.branches(connectionId, productId);
      const licenses = catalogue.licenses(connectionId, productId).items;
      const draft = { ...meant, releaseId, base };
      return mergesByItself({ draft, server: phase.theirs, names: { branches, licenses } }, choices);
    },
    restoreFile: async (id) => {
      const { connectionId, releaseId } = get(id);
      const [lost = null] = await lostFiles.stillMissing(connectionId, releaseId === null ? [] : [releaseId]);
      return putBack(lost);
    },
    putBack,
    dismiss: (id) => {
      if (!isOver(get(id))) {
        throw appError('busy', words().refusals.job.onItsWay);
      }
      queue.dismiss(id);
    },
  };
}
