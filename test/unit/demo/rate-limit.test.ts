import { describe, expect, it } from 'vitest';
import {
  type Bucket,
  countRequest,
  createRateLimiter,
  lukittuLimit,
} from '../../../electron/demo/rate-limit.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const start = Date.parse('2026-01-01T12:00:00.000Z');

/** Sends a request at each of these moments (ms after the first); tells which are refused, and the bucket left. */
function requestsAt(moments: readonly number[]): { refused: boolean[]; bucket: Bucket | undefined } {
  let bucket: Bucket | undefined;
  const refused = moments.map((moment) => {
    const counted = countRequest(bucket, lukittuLimit, start + moment);
    bucket = counted.bucket;
    return counted.refused;
  });
  return { refused, bucket };
}

describe('the window', () => {
  it('lets five requests pass and refuses the sixth', () => {
    expect(requestsAt([0, 0, 0, 0, 0, 0]).refused).toEqual([false, false, false, false, false, true]);
  });

  it('ends 300 s after the first request, when nobody disturbs it', () => {
    expect(requestsAt([0, 0, 0, 0, 0, 299_000]).refused.at(-1)).toBe(true);
    expect(requestsAt([0, 0, 0, 0, 0, 300_000]).refused.at(-1)).toBe(false);
    expect(requestsAt([0, 0, 0, 0, 0, 305_000]).refused.at(-1)).toBe(false);
  });

  it('starts a new count with the first request after it', () => {
    const { refused } = requestsAt([0, 0, 0, 0, 0, 300_000, 300_000, 300_000, 300_000, 300_000, 300_000]);
    expect(refused.slice(5)).toEqual([false, false, false, false, false, true]);
  });
});

describe('the trap', () => {
  it('writes the time left anew with each request, rounded down to whole seconds', () => {
    expect(requestsAt([0, 100]).bucket?.endsAt).toBe(start + 100 + 299_000);
    expect(requestsAt([0, 1_000]).bucket?.endsAt).toBe(start + 300_000);
    expect(requestsAt([0, 299_300]).bucket?.endsAt).toBe(start + 299_300 + 1_000);
  });

  it('starts the full 300 s again, with the old count, in the last half second', () => {
    const { refused, bucket } = requestsAt([0, 0, 0, 0, 0, 299_501, 599_000]);
    expect(refused.slice(5)).toEqual([true, true]);
    expect(bucket?.count).toBe(7);
    expect(requestsAt([0, 299_501]).bucket?.endsAt).toBe(start + 299_501 + 300_000);
  });

  it('is kept alive for ever by polling every half second', () => {
    const halfSeconds = Array.from({ length: 4_000 }, (_, index) => index * 500);
    expect(requestsAt(halfSeconds).refused.slice(5)).not.toContain(false);
  });

  it('is not sprung by silence until 305 s after the first request', () => {
    for (const last of [0, 900, 4_999, 60_001, 299_400])
      expect(requestsAt([0, 1, 2, 3, last, Math.max(305_000, last + 2_000)]).refused.at(-1)).toBe(false);
  });
});

describe('the limiter', () => {
  it('has a bucket for each address and each kind of request', () => {
    const limiter = createRateLimiter({ requests: 1, windowMs: 10_000 }, createFakeClock());
    expect(limiter.refuses('update', '10.0.0.1')).toBe(false);
    expect(limiter.refuses('update', '10.0.0.1')).toBe(true);
    expect(limiter.refuses('create', '10.0.0.1')).toBe(false);
    expect(limiter.refuses('update', '10.0.0.2')).toBe(false);
  });

  it('goes by the clock it is given', async () => {
    const clock = createFakeClock();
    const limiter = createRateLimiter({ requests: 1, windowMs: 10_000 }, clock);
    limiter.refuses('update', '10.0.0.1');
    await clock.advance(10_000);
    expect(limiter.refuses('update', '10.0.0.1')).toBe(false);
  });

  it('refuses nothing where there is no limit', () => {
    const limiter = createRateLimiter('none', createFakeClock());
    expect(Array.from({ length: 100 }, () => limiter.refuses('update', '10.0.0.1'))).not.toContain(true);
  });
});
