import { beforeEach, describe, expect, test, vi } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { Batch } from '../../../electron/model/batch.ts';
import type { Draft } from '../../../electron/model/draft.ts';
import type { Result } from '../../../electron/model/failure.ts';
import type { Job } from '../../../electron/model/job.ts';
import { openBatches, useBatches } from '../../../renderer/store/batches.ts';
import { openDrafts, useDrafts } from '../../../renderer/store/drafts.ts';
import { adoptJob, openJobs, useJobs } from '../../../renderer/store/jobs.ts';
import { exampleJob, exampleOpenDraft } from '../../support/examples.ts';

const connectionId = 'connection-1';
const job = exampleJob({ id: 'job-1' });
const draft = exampleOpenDraft({ id: 'draft-1' });
const batch: Batch = {
  id: 'batch-1',
  connectionId,
  name: 'Batch 1',
  draftIds: ['draft-1'],
  onFailure: 'stop',
  startAt: null,
  createdAt: '2026-01-01T12:00:00.000Z',
  updatedAt: '2026-01-01T12:00:00.000Z',
};

/** What the main process answers to each question for a list, in their order: when a test says so. */
let answers: PromiseWithResolvers<Result<readonly unknown[]>>[];

beforeEach(() => {
  answers = [];
  const list = () => {
    const answer = Promise.withResolvers<Result<readonly unknown[]>>();
    answers.push(answer);
    return answer.promise;
  };
  vi.stubGlobal('window', {
    lukittu: { 'drafts.list': list, 'jobs.list': list, 'batches.list': list, 'batches.review': list },
  });
  for (const open of [openDrafts, openJobs, openBatches]) void open(null);
});

const lists = [
  {
    list: 'drafts',
    open: openDrafts,
    is: () => useDrafts.getState(),
    shown: () => useDrafts.getState().drafts.map(({ id }) => id),
    first: [draft] satisfies readonly Draft[],
    later: [draft, { ...draft, id: 'draft-2' }] satisfies readonly Draft[],
    ids: ['draft-1', 'draft-2'],
  },
  {
    list: 'queue',
    open: openJobs,
    is: () => useJobs.getState(),
    shown: () => useJobs.getState().jobs.map(({ id }) => id),
    first: [job] satisfies readonly Job[],
    later: [job, { ...job, id: 'job-2' }] satisfies readonly Job[],
    ids: ['job-1', 'job-2'],
  },
  {
    list: 'batches',
    open: openBatches,
    is: () => useBatches.getState(),
    shown: () => useBatches.getState().batches.map(({ id }) => id),
    first: [batch] satisfies readonly Batch[],
    later: [batch, { ...batch, id: 'batch-2', draftIds: [] }] satisfies readonly Batch[],
    ids: ['batch-1', 'batch-2'],
  },
] as const;

async function answered(value: Result<readonly unknown[]>, asked: Promise<void>): Promise<void> {
  answers.at(-1)?.resolve(value);
  await asked;
}

describe.each(lists)('the $list', ({ open, is, shown, first, later, ids }) => {
  test('that are read again stay until the answer is there', async () => {
    await answered({ ok: true, value: first }, open(connectionId));
    const reading = open(connectionId);
    expect(shown()).toEqual(ids.slice(0, 1));
    await answered({ ok: true, value: later }, reading);
    expect(shown()).toEqual(ids);
  });

  test('of another team take the place of those of the one before at once', async () => {
    await answered({ ok: true, value: first }, open(connectionId));
    void open('connection-2');
    expect(shown()).toEqual([]);
    expect(is().connectionId).toBe('connection-2');
  });

  test('that cannot be read say why, keep what is shown, and are well again with the next answer', async () => {
    const failure = failureOf('disk-full');
    await answered({ ok: true, value: first }, open(connectionId));
    await answered({ ok: false, failure }, open(connectionId));
    expect(is().failure).toEqual(failure);
    expect(shown()).toEqual(ids.slice(0, 1));
    await answered({ ok: true, value: later }, open(connectionId));
    expect(is().failure).toBeNull();
    expect(shown()).toEqual(ids);
  });

  test('that could not be read are no trouble of the team that is chosen next', async () => {
    const failure = failureOf('disk-full');
    await answered({ ok: false, failure }, open(connectionId));
    const reading = open(connectionId);
    void open('connection-2');
    expect(is().failure).toBeNull();
    answers[1]?.resolve({ ok: false, failure });
    await reading;
    expect(is().failure).toBeNull();
  });
});

describe.each(lists.filter(({ list }) => list !== 'batches'))('the $list', ({ open, is, first }) => {
  test('of a team are known when they were read, and stay so', async () => {
    const failure = failureOf('disk-full');
    const reading = open(connectionId);
    expect(is()).toMatchObject({ known: false });
    await answered({ ok: false, failure }, reading);
    expect(is()).toMatchObject({ known: false });
    await answered({ ok: true, value: first }, open(connectionId));
    expect(is()).toMatchObject({ known: true });
    await answered({ ok: false, failure }, open(connectionId));
    expect(is()).toMatchObject({ known: true });
    void open('connection-2');
    expect(is()).toMatchObject({ known: false });
  });
});

test('a job that stands elsewhere meanwhile is shown so while the queue is read again', async () => {
  await answered({ ok: true, value: [job] }, openJobs(connectionId));
  const reading = openJobs(connectionId);
  adoptJob({ ...job, state: { at: 'reading' } });
  expect(useJobs.getState().jobs).toMatchObject([{ id: 'job-1', state: { at: 'reading' } }]);
  await answered({ ok: true, value: [{ ...job, state: { at: 'reading' } }] }, reading);
  expect(useJobs.getState().jobs).toHaveLength(1);
});
