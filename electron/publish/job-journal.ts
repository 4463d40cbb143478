import type { Clock } from '../clock.ts';
import type { Attempt } from '../model/attempt.ts';
import type { HistoryStore } from '../store/history.ts';
import type { JobStore } from '../store/jobs.ts';
import type { JobRecord } from './job-record.ts';

/** Writes down where jobs stand, and makes up for what could not be written as soon as there is room again. */
export interface JobJournal {
  /** Both on disk, or none, when this returns. Throws when they cannot be written; then it is tried again later. */
  write(record: JobRecord, attempt: Attempt | null): void;
  /** The job is gone: there is nothing to make up for. */
  forget(jobId: string): void;
  /** Tries a last time. */
  close(): void;
}

interface Dependencies {
  jobs: JobStore;
  history: HistoryStore;
  /** Runs the writes together: all on disk, or none. */
  transaction: (work: () => void) => void;
  clock: Clock;
  /** Where a job stands now: what is made up for is not what stood there when writing failed. */
  current: (jobId: string) => JobRecord | null;
}

const tryAgainMs = 10_000;

export function createJobJournal({ jobs, history, transaction, clock, current }: Dependencies): JobJournal {
  /** By job, the attempts that came to an end unwritten. One that was to begin has not: its request did not leave. */
  const owed = new Map<string, Attempt[]>();
  let stopTimer: (() => void) | null = null;

  const write = (record: JobRecord, attempt: Attempt | null): void => {
    const attempts = [...(owed.get(record.id) ?? []), ...(attempt ? [attempt] : [])];
    try {
      transaction(() => {
        jobs.save(record);
        for (const one of attempts) history.save(one);
      });
      owed.delete(record.id);
    } catch (error) {
      owed.set(
        record.id,
        attempts.filter(({ outcome }) => outcome !== 'started'),
      );
      stopTimer ??= clock.after(tryAgainMs, makeUp);
      throw error;
    }
  };

  const makeUp = (): void => {
    stopTimer = null;
    for (const id of [...owed.keys()]) {
      const record = current(id);
      try {
        if (record) write(record, null);
      } catch {
        // Still no room: whoever wrote first has said so, and the timer runs again.
      }
    }
  };

  return {
    write,
    forget: (jobId) => owed.delete(jobId),
    close: () => {
      stopTimer?.();
      makeUp();
      stopTimer?.();
    },
  };
}
