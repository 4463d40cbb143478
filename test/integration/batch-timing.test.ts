import { describe, expect, onTestFinished, test } from 'vitest';
import { publishBatchOf23, refusalsAWindow, updates, waitMs } from '../support/batch-of-23.ts';
import { tempFolder } from '../support/temp-folder.ts';

const publish = (stranger: boolean) =>
  publishBatchOf23({ folder: tempFolder(), stranger, atEnd: onTestFinished });

describe('a batch of 23 updates', () => {
  test('takes four waits of 305 s, to the second, and no request is refused', {
    timeout: 60_000,
  }, async () => {
    const { tookMs, refusals, sent } = await publish(false);
    expect(tookMs).toBeGreaterThanOrEqual(4 * waitMs);
    expect(tookMs).toBeLessThanOrEqual(4 * waitMs + 1000);
    expect(refusals).toEqual([]);
    expect(sent).toBe(updates);
  });

  test('ends with at most one refusal a window while somebody else takes two slots of each', {
    timeout: 60_000,
  }, async () => {
    const batch = await publish(true);
    expect(batch.refusals).not.toEqual([]);
    expect(refusalsAWindow(batch)).toBe(1);
    expect(batch.notices.join(' ')).toContain('others at this network address');
  });
});
