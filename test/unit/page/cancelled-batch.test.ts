import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { Result } from '../../../electron/model/failure.ts';
import type { Job, JobState } from '../../../electron/model/job.ts';
import { useAnnouncement } from '../../../renderer/store/announcements.ts';
import { cancelBatch } from '../../../renderer/store/batch-actions.ts';
import { adoptJob, useJobs } from '../../../renderer/store/jobs.ts';
import { useNotices } from '../../../renderer/store/notices.ts';
import { exampleJob } from '../../support/examples.ts';
import { failed, verified, waiting } from '../../support/job-states.ts';

const cancelled: JobState = { at: 'cancelled' };
const job = (id: string, state: JobState): Job =>
  exampleJob({
    id,
    draftId: `draft-${id}`,
    version: `1.${id}.0`,
    state,
    batch: { id: 'spring', name: 'Spring' },
  });
const [done, second, third] = [job('1', verified), job('2', waiting), job('3', waiting)];

let answer: Result<Job[]>;
let heard: string[] = [];
useAnnouncement.subscribe(({ text }) => void heard.push(text));
const messages = () => useNotices.getState().notices.map(({ message }) => message);

beforeEach(() => {
  vi.stubGlobal('window', { lukittu: { 'batches.cancel': async () => answer } });
  useJobs.setState({ connectionId: done.connectionId, jobs: [third, second, done] });
  useNotices.setState({ notices: [] });
  heard = [];
});

describe('the rest of a batch that is cancelled', () => {
  it('is told of once, by the name of the batch and how many went', async () => {
    const gone = [
      { ...second, state: cancelled },
      { ...third, state: cancelled },
    ];
    answer = { ok: true, value: [done, ...gone] };
    await cancelBatch('spring');
    for (const each of gone) adoptJob(each);
    expect(messages()).toEqual(['“Spring”: 2 releases are cancelled; their drafts stay in the batch.']);
    expect(heard).toEqual([]);
  });

  it('says of what is being sent that it settles first, and of each how it settled', async () => {
    answer = { ok: true, value: [done, { ...second, state: { at: 'answering' } }] };
    useJobs.setState({ jobs: [{ ...second, state: { at: 'answering' } }, done] });
    await cancelBatch('spring');
    expect(messages()).toEqual(['“Spring” stops: what is being sent settles first.']);
    adoptJob({ ...second, state: verified });
    expect(heard).toEqual(['1.2.0 is published and verified.']);
  });

  it('has with it what a check had stopped, and not what has failed', async () => {
    const blocked = job('4', { at: 'blocked', findings: [] });
    useJobs.setState({ jobs: [blocked, { ...third, state: failed }, second, done] });
    const gone = [second, blocked].map((each) => ({ ...each, state: cancelled }));
    answer = { ok: true, value: [done, { ...third, state: failed }, ...gone] };
    await cancelBatch('spring');
    expect(messages()).toEqual(['“Spring”: 2 releases are cancelled; their drafts stay in the batch.']);
    adoptJob({ ...third, state: cancelled });
    expect(heard).toEqual(['Publishing 1.3.0 was cancelled.']);
  });

  it('is told of one by one where the batch could not be cancelled as a whole', async () => {
    answer = { ok: false, failure: failureOf('disk-full') };
    await cancelBatch('spring');
    adoptJob({ ...second, state: cancelled });
    expect(heard).toEqual(['Publishing 1.2.0 was cancelled.']);
  });

  it('makes room for the new job of its draft', () => {
    useJobs.setState({ jobs: [{ ...second, state: cancelled }, done] });
    adoptJob({ ...second, id: 'again' });
    expect(useJobs.getState().jobs.map(({ id }) => id)).toEqual(['again', '1']);
  });
});
