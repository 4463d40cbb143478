import type { Clock } from '../clock.ts';

/** So many requests of one kind from one address in a window of `windowMs`, which the first of them starts. */
export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
}

export interface Bucket {
  readonly count: number;
  /** ms since 1970 */
  readonly endsAt: number;
}

/** Five in 300 s (docs/lukittu.md, "The rate limit"). */
export const lukittuLimit: RateLimit = { requests: 5, windowMs: 300_000 };

/**
 * What one more request makes of a bucket, and whether it is refused (429): docs/lukittu.md, "The rate limit".
 *
 * The trap is in `endsAt`: every request, also a refused one, writes the time left anew, rounded down to whole
 * seconds; in the last half second nothing seems left, and the whole window starts again with the old count.
 * The real server's counter can be passed by parallel requests; this one cannot, so that a client that relies
 * on luck is found out.
 */
export function countRequest(
  bucket: Bucket | undefined,
  limit: RateLimit,
  now: number,
): { readonly bucket: Bucket; readonly refused: boolean } {
  if (!bucket || now >= bucket.endsAt)
    return { bucket: { count: 1, endsAt: now + limit.windowMs }, refused: limit.requests < 1 };
  return {
    bucket: { count: bucket.count + 1, endsAt: now + rewritten(bucket.endsAt - now, limit.windowMs) },
    refused: bucket.count >= limit.requests,
  };
}

const rewritten = (leftMs: number, windowMs: number): number =>
  leftMs < 500 ? windowMs : Math.max(1000, Math.floor(leftMs / 1000) * 1000);

export interface RateLimiter {
  /** Counts a request of this kind from this address; true when it must be refused. */
  refuses(kind: 'create' | 'update', address: string): boolean;
}

/** One bucket for each address and kind of request, in memory. */
export function createRateLimiter(limit: RateLimit | 'none', clock: Clock): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    refuses: (kind, address) => {
      if (limit === 'none') return false;
      const name = `${kind}:${address}`;
      const { bucket, refused } = countRequest(buckets.get(name), limit, clock.now());
      buckets.set(name, bucket);
      return refused;
    },
  };
}
