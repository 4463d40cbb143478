import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Job, JobState } from '../../../electron/model/job.ts';
import { useConnections } from '../../../renderer/store/connections.ts';
import { adoptJob, useJobs } from '../../../renderer/store/jobs.ts';
import { followTeamsElsewhere } from '../../../renderer/store/jobs-elsewhere.ts';
import { useNavigation } from '../../../renderer/store/navigation.ts';
import { useNotices } from '../../../renderer/store/notices.ts';
import { exampleConnection, exampleJob } from '../../support/examples.ts';
import { failed, sending, waiting } from '../../support/job-states.ts';

const { rateLimit, ...connection } = exampleConnection();
const northwind = { ...connection, rateLimit, keyHeld: 'keyring' as const };
const contoso = { ...northwind, id: 'connection-2', name: 'Contoso' };
const conflict: JobState = { at: 'conflict', conflicts: [] };
const blocked: JobState = { at: 'blocked', findings: [] };
const job = (id: string, state: JobState): Job =>
  exampleJob({ id, draftId: `draft-${id}`, connectionId: northwind.id, version: `2.${id}.0`, state });

let stop: () => void;

beforeEach(() => {
  vi.stubGlobal('window', { lukittu: { 'app.remember': async () => ({ ok: true, value: null }) } });
  useNotices.setState({ notices: [] });
  useConnections.setState({ connections: [northwind, contoso], currentId: contoso.id });
  useJobs.setState({ connectionId: contoso.id, jobs: [] });
  stop = followTeamsElsewhere();
});

afterEach(() => {
  useConnections.setState({ connections: [], currentId: null });
  stop();
});

const told = (): string[] => useNotices.getState().notices.map(({ message }) => message);

describe('a job of a team that is not shown', () => {
  test.each([
    ['conflict', conflict, 'Northwind: 2.1.0 needs your choice.', 'warning'],
    ['check', blocked, 'Northwind: 2.1.0 was stopped by a check.', 'warning'],
    ['failure', failed, /^Northwind: 2\.1\.0 was not published\. \S/, 'danger'],
  ])('is told of when it stops at a %s, until somebody has read it', (_, state, message, tone) => {
    adoptJob(job('1', sending(500)));
    expect(told()).toEqual([]);
    adoptJob(job('1', state));
    expect(useNotices.getState().notices).toMatchObject([
      { message: expect.stringMatching(message), tone, lasts: 'until-dismissed' },
    ]);
    expect(useJobs.getState().jobs).toEqual([]);
  });

  test('is told of once, and again only when it has gone on meanwhile', () => {
    adoptJob(job('1', conflict));
    useNotices.setState({ notices: [] });
    adoptJob({ ...job('1', conflict), updatedAt: '2026-02-01T00:00:00.000Z' });
    expect(told()).toEqual([]);
    adoptJob(job('1', waiting));
    adoptJob(job('1', conflict));
    expect(told()).toEqual(['Northwind: 2.1.0 needs your choice.']);
  });

  test('is spoken of no more when it goes on', () => {
    adoptJob(job('1', conflict));
    adoptJob(job('1', waiting));
    expect(told()).toEqual([]);
  });

  test('shares one notice with the others of its team, which says how many are left', () => {
    adoptJob(job('1', conflict));
    adoptJob(job('2', failed));
    expect(told()).toEqual(['Northwind: 2 releases need you.']);
    adoptJob(job('2', waiting));
    expect(told()).toEqual(['Northwind: 2.1.0 needs your choice.']);
    useNotices.setState({ notices: [] });
    adoptJob(job('1', waiting));
    expect(told()).toEqual([]);
  });

  test('is shown by the notice, in its own team', () => {
    adoptJob(job('1', conflict));
    const { releaseId, productId } = job('1', conflict);
    useNotices.getState().notices[0]?.actions[0]?.run();
    expect(useConnections.getState().currentId).toBe(northwind.id);
    const { place, subjects } = useNavigation.getState();
    expect(place).toBe('queue');
    expect(subjects.queue).toEqual({ connectionId: northwind.id, productId, releaseId, draftId: null });
    expect(told()).toEqual([]);
  });

  test('is told of no more once its team is shown by hand, or gone', () => {
    adoptJob(job('1', conflict));
    useConnections.setState({ currentId: northwind.id });
    expect(told()).toEqual([]);

    useConnections.setState({ currentId: contoso.id });
    adoptJob(job('2', conflict));
    useConnections.setState({ connections: [contoso] });
    expect(told()).toEqual([]);
  });

  test('is not told of before any team is shown', () => {
    useJobs.setState({ connectionId: null });
    adoptJob(job('1', conflict));
    expect(told()).toEqual([]);
  });
});
