import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../electron/errors.ts';
import type { Job, JobState } from '../../../electron/model/job.ts';
import { newsOf, stripSubject } from '../../../renderer/store/strip-subject.ts';
import { endWords } from '../../../renderer/views/batches/batch-words.ts';
import { exampleJob } from '../../support/examples.ts';
import { paused, waiting } from '../../support/job-states.ts';

const now = Date.parse('2026-01-01T12:00:10.000Z');
const verified: JobState = { at: 'verified', finishedAt: '2026-01-01T12:00:00.000Z' };
const longVerified: JobState = { at: 'verified', finishedAt: '2026-01-01T11:00:00.000Z' };
const conflict: JobState = { at: 'conflict', conflicts: [] };
const failed: JobState = { at: 'failed', failure: failureOf('version-taken') };

const spring = { id: 'spring', name: 'Spring' };
const job = (id: string, state: JobState, batch: Job['batch'] = spring): Job =>
  exampleJob({ id, version: `1.0.${id}`, state, batch });

/** What the strip is about, in a word or two. */
function about(jobs: readonly Job[], seen: readonly string[] = []): string | null {
  const subject = stripSubject(jobs, new Set(seen), now);
  if (subject === null) return null;
  const more = subject.more > 0 ? ` and ${subject.more}` : '';
  return `${subject.is === 'job' ? subject.job.id : `batch: ${endWords(subject.jobs)}`}${more}`;
}

describe('the strip', () => {
  it('is about the job that moves, then one that waits, then one that needs a person', () => {
    expect(about([job('1', verified), job('2', waiting)])).toBe('2');
    expect(about([job('1', failed), job('2', waiting)])).toBe('2');
    expect(about([job('1', failed), job('2', paused)])).toBe('1');
    expect(about([job('1', failed, null), job('2', paused, null)])).toBe('1 and 1');
    expect(about([job('1', verified, null), job('2', waiting, null), job('3', verified, null)])).toBe('2');
  });

  it('is about what was verified last, wherever it stands in the line', () => {
    const later: JobState = { at: 'verified', finishedAt: '2026-01-01T12:00:05.000Z' };
    expect(about([job('1', verified, null), job('2', later, null), job('3', verified, null)])).toBe('2');
    expect(about([job('1', later, null), job('2', verified, null)])).toBe('1');
  });

  it('is about the batch and no job of it once nothing of it is on its way', () => {
    expect(about([job('1', verified), job('2', verified)])).toBe('batch: Published: all 2 are verified');
    expect(about([job('1', longVerified), job('2', failed), job('3', verified)])).toBe(
      'batch: 2 verified, 1 failed',
    );
    expect(about([job('1', failed), job('2', conflict), job('3', { at: 'cancelled' })])).toBe(
      'batch: 1 failed, 1 needs you, 1 cancelled',
    );
  });

  it('is about the job where it is the only one of its batch, or what else is on its way', () => {
    expect(about([job('1', verified)])).toBe('1');
    expect(about([job('1', verified), job('2', verified), job('3', waiting, null)])).toBe('3');
  });

  it('counts what is not of the batch besides', () => {
    expect(about([job('1', verified), job('2', failed), job('3', failed, null)])).toBe(
      'batch: 1 verified, 1 failed and 1',
    );
  });

  it('keeps bad news until it is dismissed, and good news for a moment', () => {
    expect(about([job('1', longVerified), job('2', longVerified)])).toBeNull();
    const ended = [job('1', longVerified), job('2', failed)];
    expect(about(ended)).toBe('batch: 1 verified, 1 failed');
    const seen = ended.map(newsOf);
    expect(about(ended, seen)).toBeNull();
    const [first, second] = ended;
    if (!first || !second) throw new Error('no jobs');
    expect(about([first, { ...second, attempts: second.attempts + 1 }], seen)).toBe(
      'batch: 1 verified, 1 failed',
    );
  });
});
