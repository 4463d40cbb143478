import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../electron/model/draft.ts';
import type { Job, JobState } from '../../../electron/model/job.ts';
import { isUnderWay } from '../../../electron/model/job-standing.ts';
import { milestoneOf, sameMilestone } from '../../../renderer/store/job-announcement.ts';
import { canCancel, canRetry, needsPerson } from '../../../renderer/store/job-progress.ts';
import { foremost, jobOf, madeGoodBy, openJobCount } from '../../../renderer/store/which-job.ts';
import { exampleJob } from '../../support/examples.ts';
import { failed, sending, verified, waiting } from '../../support/job-states.ts';

const job = (state: JobState, more: Partial<Job> = {}): Job =>
  exampleJob({ id: 'job', draftId: 'draft', releaseId: 'release', state, ...more });

describe('the progress of a job', () => {
  it('can be stopped until the whole body is out', () => {
    expect(canCancel(waiting)).toBe(true);
    expect(canCancel(sending(999))).toBe(true);
    expect(canCancel({ at: 'answering' })).toBe(false);
    expect(canCancel(verified)).toBe(false);
  });

  it('can go again when it came to nothing, and one that was cancelled as long as its draft is there', () => {
    expect(canRetry({ at: 'cancelled' }, true)).toBe(true);
    expect(canRetry({ at: 'cancelled' }, false)).toBe(false);
    expect(canRetry({ at: 'blocked', findings: [] }, false)).toBe(true);
    expect([waiting, sending(1), verified, { at: 'paused' } as const].some((at) => canRetry(at, true))).toBe(
      false,
    );
  });

  it('is either under way, waiting for a person, or over', () => {
    expect([waiting, sending(1)].every(isUnderWay)).toBe(true);
    expect([failed, { at: 'paused' } as const].every(needsPerson)).toBe(true);
    expect(
      [verified, { at: 'cancelled' } as const].some((state) => isUnderWay(state) || needsPerson(state)),
    ).toBe(false);
  });
});

describe('what is said of a job', () => {
  it('is its start, each quarter and its end, not every tick', () => {
    const states = [0, 100, 240, 260, 400, 510, 700, 760, 999].map(sending);
    const said = states.filter((state, index) => {
      const before = states[index - 1];
      return !sameMilestone(before === undefined ? null : milestoneOf(before), milestoneOf(state));
    });
    expect(said.map((state) => milestoneOf(state))).toEqual([
      { name: 'started' },
      { name: 'quarter', quarter: 1 },
      { name: 'quarter', quarter: 2 },
      { name: 'quarter', quarter: 3 },
    ]);
    expect(milestoneOf(verified)).toEqual({ name: 'verified' });
  });
});

describe('which job is shown', () => {
  it('is what moves before what waits, and that before what needs a person', () => {
    const jobs = [job(verified), job(failed), job(waiting), job(sending(1))];
    expect(foremost(jobs)?.state).toEqual(sending(1));
    expect(foremost(jobs.slice(0, 3))?.state).toEqual(waiting);
    expect(foremost(jobs.slice(0, 2))?.state).toEqual(failed);
    expect(foremost([])).toBeNull();
  });

  it('counts what is open, not what is over', () => {
    expect(openJobCount([job(verified), job(failed), job(waiting), job({ at: 'cancelled' })])).toBe(2);
  });

  it('is that of the open draft, or one that puts a lost file back, never what an earlier draft came to', () => {
    const subject = { connectionId: 'connection', productId: 'product', releaseId: 'release', draftId: null };
    const draft: Draft = {
      id: 'draft',
      connectionId: 'connection',
      productId: 'product',
      releaseId: 'release',
      base: null,
      fields: {
        version: '',
        status: 'DRAFT',
        setAsLatest: false,
        branchId: null,
        metadata: [],
        licenseIds: [],
      },
      file: { kind: 'keep' },
      createdAt: '2026-01-01T12:00:00Z',
      updatedAt: '2026-01-01T12:00:00Z',
    };
    const earlier = job(verified, { id: 'earlier', draftId: 'another draft' });
    const underWay = { ...earlier, id: 'under way', state: sending(1) };
    const putBack = { ...earlier, id: 'put back', createdAt: '2026-01-01T13:00:00Z' };

    expect(jobOf([earlier], subject, null)?.id).toBe('earlier');
    expect(jobOf([earlier], subject, draft)).toBeNull();
    expect(jobOf([underWay, job(failed)], subject, draft)?.id).toBe('under way');
    expect(jobOf([putBack, job(failed)], subject, draft)?.id).toBe('put back');
    expect(jobOf([earlier, job(failed)], subject, draft)?.id).toBe('job');
  });

  it('no longer says that a file is lost once another job has put it back', () => {
    const lost = job(failed, { id: 'lost', lostFile: { name: 'app.jar', inVault: true } });
    const putBack = job(verified, { id: 'put back', fileName: 'app.jar', createdAt: '2026-01-02T00:00:00Z' });

    expect(madeGoodBy([lost, job(failed)], putBack)).toEqual([lost]);
    expect(madeGoodBy([lost], { ...putBack, state: sending(1) })).toEqual([]);
    expect(madeGoodBy([lost], { ...putBack, fileName: null })).toEqual([]);
    expect(madeGoodBy([lost], { ...putBack, releaseId: 'another' })).toEqual([]);
  });
});
