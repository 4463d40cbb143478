import { beforeEach, expect, it } from 'vitest';
import type { JobState } from '../../../electron/model/job.ts';
import { adoptJob, useJobs } from '../../../renderer/store/jobs.ts';
import { notify, useNotices } from '../../../renderer/store/notices.ts';
import { exampleJob } from '../../support/examples.ts';

const job = (state: JobState) => exampleJob({ id: '2', state, batch: { id: 'spring', name: 'Spring' } });
const messages = () => useNotices.getState().notices.map(({ message }) => message);

beforeEach(() => {
  const paused = job({ at: 'paused' });
  useJobs.setState({ connectionId: paused.connectionId, jobs: [paused] });
  useNotices.setState({ notices: [] });
  notify({ tone: 'warning', message: '“Spring” is stopped.', about: 'spring' });
  notify({ tone: 'warning', message: '“Autumn” is stopped.', about: 'autumn' });
});

it('what is said of a stopped batch goes when the batch goes on, and what is said of another stays', () => {
  adoptJob(job({ at: 'waiting', reason: 'slot', until: null, because: null }));
  expect(messages()).toEqual(['“Autumn” is stopped.']);
});

it('what is said of a stopped batch stays while its jobs are paused', () => {
  adoptJob(job({ at: 'paused' }));
  expect(messages()).toEqual(['“Spring” is stopped.', '“Autumn” is stopped.']);
});
