import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../../electron/model/attempt.ts';
import { assumedPace, paceOf } from '../../../../electron/publish/batch/pace.ts';
import { exampleArtifact, exampleDraft } from '../../../support/examples.ts';

const startedAt = '2026-01-01T12:00:00.000Z';
const { fields } = exampleDraft();

function attempt(ms: number, bytes: number, change: Partial<Attempt> = {}): Attempt {
  return {
    id: 'job.1',
    jobId: 'job',
    connectionId: 'connection-1',
    releaseId: null,
    productId: 'product',
    version: '1.0.0',
    startedAt,
    finishedAt: new Date(Date.parse(startedAt) + ms).toISOString(),
    before: null,
    sent: {
      fields,
      keepExistingFile: false,
      artifact: bytes === 0 ? null : exampleArtifact({ size: bytes }),
    },
    after: null,
    outcome: 'verified',
    failure: null,
    answer: null,
    ...change,
  };
}

describe('the pace of a server', () => {
  it('is assumed until something was published', () => {
    expect(paceOf([])).toEqual(assumedPace);
  });

  it('is what is usual: the slow one and the fast one do not count', () => {
    const attempts = [800, 400, 30_000].map((ms) => attempt(ms, 0));
    const uploads = [2800, 10_800, 1300].map((ms) => attempt(ms, 10_000_000));
    expect(paceOf([...attempts, ...uploads])).toEqual({
      bytesPerSecond: 5_000_000,
      readMs: 200,
      answerMs: 600,
    });
  });

  it('does not believe times that only a clock that was set can make', () => {
    const attempts = [
      attempt(86_400_800, 0),
      attempt(-86_400_000, 10_000_000),
      attempt(86_400_000, 10_000_000),
    ];
    expect(paceOf(attempts)).toEqual(assumedPace);
  });

  it('is not told by what failed, is still under way, or is too small to measure a line by', () => {
    const attempts = [
      attempt(5, 0, { outcome: 'refused' }),
      attempt(5, 0, { finishedAt: null }),
      attempt(2000, 100),
      attempt(0, 0),
    ];
    expect(paceOf(attempts)).toEqual(assumedPace);
  });
});
