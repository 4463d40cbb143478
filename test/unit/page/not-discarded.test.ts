import { beforeEach, describe, expect, test } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { Job } from '../../../electron/model/job.ts';
import { useJobs } from '../../../renderer/store/jobs.ts';
import { tellNotDiscarded } from '../../../renderer/store/not-discarded.ts';
import { useNotices } from '../../../renderer/store/notices.ts';
import { exampleJob } from '../../support/examples.ts';
import { verified, waiting } from '../../support/job-states.ts';

const job = (id: string): Job => exampleJob({ id, draftId: `draft-${id}`, state: waiting });
const done = (id: string): Job => ({ ...job(id), state: verified });
const busy = failureOf('busy', { message: 'This draft is being published.' });
const told = (): string[] => useNotices.getState().notices.map(({ message }) => message);

beforeEach(() => {
  useNotices.setState({ notices: [] });
  useJobs.setState({ jobs: [job('1'), job('2')] });
});

describe('that a draft was not discarded because it is being published', () => {
  test('is said as long as it is', () => {
    tellNotDiscarded(busy, ['draft-1']);
    useJobs.setState({ jobs: [job('1'), done('2')] });
    expect(told()).toEqual(['This draft is being published.']);
    useJobs.setState({ jobs: [done('1'), done('2')] });
    expect(told()).toEqual([]);
  });

  test('is said of several with their number, until none of them is', () => {
    tellNotDiscarded(busy, ['draft-1', 'draft-2', 'draft-3']);
    expect(told()).toEqual(['Nothing was discarded: 2 of them are being published.']);
    useJobs.setState({ jobs: [job('1')] });
    expect(told()).toHaveLength(1);
    useJobs.setState({ jobs: [] });
    expect(told()).toEqual([]);
  });

  test('is not taken back with an earlier one', () => {
    tellNotDiscarded(busy, ['draft-1']);
    tellNotDiscarded(busy, ['draft-2']);
    useJobs.setState({ jobs: [done('1'), job('2')] });
    expect(told()).toEqual(['This draft is being published.']);
  });
});

test('what went wrong otherwise stays until it is read', () => {
  const full = failureOf('disk-full');
  tellNotDiscarded(full, ['draft-1']);
  useJobs.setState({ jobs: [] });
  expect(told()).toEqual([full.message]);
});
