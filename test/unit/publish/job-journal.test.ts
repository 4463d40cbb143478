import { expect, it, onTestFinished } from 'vitest';
import { appError } from '../../../electron/errors.ts';
import type { Attempt } from '../../../electron/model/attempt.ts';
import { createJobJournal } from '../../../electron/publish/job-journal.ts';
import type { JobRecord } from '../../../electron/publish/job-record.ts';
import { createConnectionStore } from '../../../electron/store/connections.ts';
import { openStore } from '../../../electron/store/database.ts';
import { createHistoryStore } from '../../../electron/store/history.ts';
import { createJobStore } from '../../../electron/store/jobs.ts';
import { exampleConnection } from '../../support/examples.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { answeredYes, cancel, done, queuedJob, read, sendingJob, tell, told } from '../../support/jobs.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** A journal on a real database whose disk is full whenever a test says so. */
function journalOnDisk() {
  const clock = createFakeClock();
  const store = openStore(tempFolder(), clock);
  onTestFinished(() => store.close());
  createConnectionStore(store).save(
    { ...exampleConnection(), id: 'connection-1' },
    '2026-01-01T12:00:00.000Z',
  );
  const jobs = createJobStore(store);
  const history = createHistoryStore(store);
  const records = new Map<string, JobRecord>();
  const disk = { full: false };
  const journal = createJobJournal({
    jobs,
    history,
    clock,
    current: (id) => records.get(id) ?? null,
    transaction: (work) => {
      if (disk.full) throw appError('disk-full');
      store.transaction(work);
    },
  });
  const write = (record: JobRecord, attempt: Attempt | null = null): void => {
    records.set(record.id, record);
    journal.write(record, attempt);
  };
  return { clock, jobs, history, records, disk, journal, write };
}

/** The attempt that a step writes down. */
function attemptOf({ effects }: ReturnType<typeof tell>): Attempt | null {
  return effects.flatMap((effect) => (effect.do === 'persist' ? effect.attempt : null))[0] ?? null;
}

it('writes down what could not be written as soon as there is room', async () => {
  const { clock, jobs, disk, write } = journalOnDisk();
  const queued = queuedJob();
  write(queued);
  disk.full = true;
  const cancelled = told(queued, cancel);
  expect(() => write(cancelled)).toThrow('disk is full');
  await clock.advance(60_000);
  expect(jobs.list()).toEqual([queued]);
  disk.full = false;
  await clock.advance(10_000);
  expect(jobs.list()).toEqual([cancelled]);
  expect(clock.due()).toEqual([]);
});

it('makes up for attempts that ended, and not for one whose request never left', async () => {
  const { clock, jobs, history, disk, write } = journalOnDisk();
  const verified = tell(told(sendingJob(), answeredYes), read(done));
  const ended = attemptOf(verified);
  disk.full = true;
  expect(() => write(sendingJob(), ended && { ...ended, outcome: 'started' })).toThrow();
  disk.full = false;
  await clock.advance(10_000);
  expect(history.ofJob('job-1')).toEqual([]);
  disk.full = true;
  expect(() => write(verified.record, ended)).toThrow();
  disk.full = false;
  await clock.advance(10_000);
  expect(history.ofJob('job-1')).toEqual([ended]);
  expect(jobs.list()).toEqual([verified.record]);
});

it('tries a last time when the app ends', () => {
  const { clock, jobs, disk, journal, write } = journalOnDisk();
  disk.full = true;
  expect(() => write(queuedJob())).toThrow();
  disk.full = false;
  journal.close();
  expect(jobs.list()).toEqual([queuedJob()]);
  expect(clock.due()).toEqual([]);
});

it('owes nothing to a job that is gone', async () => {
  const { clock, jobs, disk, journal, records, write } = journalOnDisk();
  disk.full = true;
  expect(() => write(queuedJob())).toThrow();
  records.clear();
  journal.forget('job-1');
  disk.full = false;
  await clock.advance(20_000);
  expect(jobs.list()).toEqual([]);
});
