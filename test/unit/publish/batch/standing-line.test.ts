import { describe, expect, it } from 'vitest';
import { standingLine } from '../../../../electron/publish/batch/standing-line.ts';
import type { JobRecord, Phase } from '../../../../electron/publish/job-record.ts';
import { artifact, now, queuedJob } from '../../../support/jobs.ts';

const at = (id: string, phase: Phase, change: Partial<JobRecord> = {}): JobRecord => ({
  ...queuedJob(),
  id,
  phase,
  ...change,
});
const queued: Phase = { at: 'queued', reason: 'turn', until: null, because: null };
const never = () => null;

describe('the line as it stands', () => {
  it('has what waits for a turn, and from when on what rests', () => {
    const resting: Phase = { at: 'resting', reason: 'backoff', until: now + 1000, because: null };
    const { line, underWay } = standingLine([at('a', queued), at('b', resting)], never);
    expect(line.map(({ id, notBefore, bytes }) => [id, notBefore, bytes])).toEqual([
      ['a', null, artifact.size],
      ['b', now + 1000, artifact.size],
    ]);
    expect(underWay).toEqual([]);
  });

  it('counts what is left to be sent', () => {
    const sending: Phase = { at: 'sending', sentBytes: 30, totalBytes: 100, bytesPerSecond: null };
    const { underWay } = standingLine([at('a', { at: 'reading' }), at('b', sending)], never);
    expect(underWay.map(({ id, bytesLeft }) => [id, bytesLeft])).toEqual([
      ['a', artifact.size],
      ['b', 70],
    ]);
  });

  it('knows until when what came of a request is not looked up', () => {
    const inDoubt: Phase = { at: 'finding-out', until: now + 9000, settling: false, because: null };
    const { underWay } = standingLine([at('a', inDoubt), at('b', { ...inDoubt, until: null })], never);
    expect(underWay.map(({ id, looksAt }) => [id, looksAt])).toEqual([
      ['a', now + 9000],
      ['b', null],
    ]);
  });

  it('knows no time for what is paused, but for the time at which its batch begins', () => {
    const records = [at('a', { at: 'paused' }), at('b', { at: 'paused' })];
    const { line } = standingLine(records, ({ id }) => (id === 'b' ? now + 5000 : null));
    expect(line.map(({ id, notBefore }) => [id, notBefore])).toEqual([['b', now + 5000]]);
  });

  it('knows none either for what stands behind a job of its product that waits for the network', () => {
    const offline: Phase = { at: 'resting', reason: 'network', until: null, because: null };
    const records = [
      at('ahead', queued),
      at('offline', offline),
      at('behind', queued),
      at('elsewhere', queued, { productId: 'another' }),
    ];
    expect(standingLine(records, never).line.map(({ id }) => id)).toEqual(['ahead', 'elsewhere']);
  });

  it('leaves out what is over', () => {
    expect(standingLine([at('a', { at: 'cancelled' })], never)).toEqual({ line: [], underWay: [] });
  });
});
