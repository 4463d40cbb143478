import type { RateLimit } from './connection.ts';

/** What the hosted server allows. */
export const defaultRateLimit: RateLimit = { count: 5, windowSeconds: 300 };
/** Bytes; the documented limit of the hosted server. Self-hosted ones may allow more. */
export const defaultMaxFileBytes = 10 * 1024 * 1024;
