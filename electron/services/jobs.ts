import { appError } from '../errors.ts';
import type { DraftReview } from '../model/draft.ts';
import type { ConflictChoice, Job } from '../model/job.ts';
import type { JobEvent, JobRecord } from '../publish/job-record.ts';
import { isOver, jobOf } from '../publish/job-view.ts';
import type { Queue } from '../publish/queue.ts';
import type { ReleaseStore } from '../store/releases.ts';
import type { DraftService } from './drafts.ts';

/** Publishing as the page asks for it: drafts become jobs of the queue. */
export interface JobService {
  list(connectionId: string): Job[];
  /** Queues a draft. Throws `invalid-input` with what preflight blocks, `busy` when it is on its way already. */
  publish(draftId: string): Promise<Job>;
  cancel(jobId: string): Job;
  retry(jobId: string): Job;
  resolve(jobId: string, choices: Readonly<Record<string, ConflictChoice>>): Job;
  restoreFile(jobId: string): Promise<DraftReview>;
  dismiss(jobId: string): void;
}

interface Dependencies {
  queue: Queue;
  drafts: DraftService;
  releases: ReleaseStore;
  newId: () => string;
}

export function createJobService({ queue, drafts, releases, newId }: Dependencies): JobService {
  const get = (id: string): JobRecord => {
    const record = queue.get(id);
    if (!record) throw appError('not-known', { message: 'This job is no longer in the queue.' });
    return record;
  };

  const tell = (id: string, event: JobEvent): Job => {
    get(id);
    queue.tell(id, event);
    return jobOf(get(id));
  };

  /** The jobs of a draft that came to nothing make way for the next. */
  const clearOver = (draftId: string): void => {
    for (const record of queue.list()) {
      if (record.draftId !== draftId) continue;
      if (!isOver(record)) {
        throw appError('busy', {
          message: 'This draft is in the queue already.',
          remedy: 'Wait for it, or cancel it there first.',
        });
      }
      queue.dismiss(record.id);
    }
  };

  return {
    list: (connectionId) =>
      queue
        .list()
        .filter((record) => record.connectionId === connectionId)
        .map(jobOf),
    publish: async (draftId) => {
      const { draft, findings, changesAnything } = await drafts.review(draftId);
      const blocking = findings.filter((finding) => finding.severity === 'blocks');
      if (blocking.length > 0) {
        throw appError('invalid-input', {
          message: 'This draft cannot be published yet.',
          remedy: 'Correct what is marked in the editor.',
          fields: blocking.map(({ part, message }) => ({ path: part, message })),
        });
      }
      if (!changesAnything) {
        throw appError('invalid-input', {
          message: 'This draft changes nothing.',
          remedy: 'Change a field or drop a file first: an update that changes nothing would cost a slot.',
        });
      }
      const { connectionId, productId, releaseId, base, fields, file } = drafts.get(draft.id);
      clearOver(draftId);
      const record = queue.start({
        id: newId(),
        draftId,
        connectionId,
        productId,
        releaseId,
        base,
        meant: { fields, file },
      });
      return jobOf(record);
    },
    cancel: (id) => tell(id, { on: 'cancel' }),
    retry: (id) => tell(id, { on: 'retry' }),
    resolve: (id, choices) => tell(id, { on: 'resolve', choices }),
    restoreFile: async (id) => {
      const { connectionId, releaseId, base, lostFile } = get(id);
      const release = releaseId === null ? null : releases.get(connectionId, releaseId);
      if (lostFile === null || release === null || !base?.file?.checksum) {
        throw appError('artifact-missing', {
          message: 'This job has not cost the release a file that could be put back.',
        });
      }
      return drafts.putBack(connectionId, release, base.file.checksum);
    },
    dismiss: (id) => {
      if (!isOver(get(id))) {
        throw appError('busy', { message: 'This job is still on its way.', remedy: 'Cancel it first.' });
      }
      queue.dismiss(id);
    },
  };
}
