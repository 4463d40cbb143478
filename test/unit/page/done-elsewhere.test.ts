import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Job, JobState } from '../../../electron/model/job.ts';
import { useConnections } from '../../../renderer/store/connections.ts';
import { followDoneElsewhere } from '../../../renderer/store/done-elsewhere.ts';
import { adoptJob, useJobs } from '../../../renderer/store/jobs.ts';
import { useNavigation } from '../../../renderer/store/navigation.ts';
import { useNotices } from '../../../renderer/store/notices.ts';
import { exampleConnection, exampleJob } from '../../support/examples.ts';
import { failed, sending, verified, waiting } from '../../support/job-states.ts';

const { rateLimit, ...connection } = exampleConnection();
const northwind = { ...connection, rateLimit, keyHeld: 'keyring' as const };
const contoso = { ...northwind, id: 'connection-2', name: 'Contoso' };
const spring = { id: 'batch-1', name: 'Spring' };
const job = (id: string, state: JobState, batch: Job['batch'] = null): Job =>
  exampleJob({ id, draftId: `draft-${id}`, connectionId: northwind.id, version: `2.${id}.0`, state, batch });

/** The queue of Northwind, as it is answered. */
let queue: Job[];
let stop: () => void;

beforeEach(() => {
  queue = [];
  vi.stubGlobal('window', {
    lukittu: {
      'app.remember': async () => ({ ok: true, value: null }),
      'jobs.list': async () => ({ ok: true, value: queue }),
    },
  });
  useNotices.setState({ notices: [] });
  useConnections.setState({ connections: [northwind, contoso], currentId: contoso.id });
  useJobs.setState({ connectionId: contoso.id, jobs: [] });
  stop = followDoneElsewhere();
});

afterEach(() => {
  useConnections.setState({ connections: [], currentId: null });
  stop();
});

const told = (): string[] => useNotices.getState().notices.map(({ message }) => message);

/** Each of these came about, one after the other. */
async function comeAbout(...jobs: Job[]): Promise<void> {
  for (const one of jobs) {
    queue = [...queue.filter(({ id }) => id !== one.id), one];
    adoptJob(one);
    await new Promise(setImmediate);
  }
}

describe('a release of a team that is not shown', () => {
  test('is told of when it is published, and by no word before', async () => {
    await comeAbout(job('1', waiting), job('1', sending(500)));
    expect(told()).toEqual([]);
    await comeAbout(job('1', verified));
    expect(useNotices.getState().notices).toMatchObject([
      { message: 'Northwind: 2.1.0 is published.', tone: 'success' },
    ]);
  });

  test('is told of with its batch, when nothing more of that goes out', async () => {
    await comeAbout(job('1', waiting, spring), job('2', waiting, spring), job('9', waiting));
    await comeAbout(job('1', verified, spring));
    expect(told()).toEqual([]);
    await comeAbout(job('2', verified, spring));
    expect(told()).toEqual(['Northwind: “Spring”, 2 of 2 published.']);
  });

  test('counts what of its batch was not published, but for what was cancelled', async () => {
    await comeAbout(
      job('1', failed, spring),
      job('2', { at: 'cancelled' }, spring),
      job('3', verified, spring),
    );
    expect(told()).toContain('Northwind: “Spring”, 1 of 2 published.');
  });

  test('leads to the queue of its team, where it is told of no more', async () => {
    await comeAbout(job('1', verified));
    useNotices.getState().notices[0]?.actions[0]?.run();
    expect(useConnections.getState().currentId).toBe(northwind.id);
    expect(useNavigation.getState().place).toBe('queue');
    expect(told()).toEqual([]);
  });

  test('is told of no more once its team is gone', async () => {
    await comeAbout(job('1', verified));
    useConnections.setState({ connections: [contoso] });
    expect(told()).toEqual([]);
  });

  test('is not told of where its team has come to be shown, or is gone, meanwhile', async () => {
    for (const given of [
      { connections: [northwind, contoso], currentId: northwind.id },
      { connections: [contoso], currentId: contoso.id },
    ]) {
      queue = [job('1', verified, spring)];
      adoptJob(job('1', verified, spring));
      useConnections.setState(given);
      await new Promise(setImmediate);
      expect(told()).toEqual([]);
    }
  });
});
