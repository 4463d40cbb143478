import { z } from 'zod';
import type { RateLimit } from '../model/connection.ts';
import type { Failure } from '../model/failure.ts';
import { defaultRateLimit } from '../model/server-limits.ts';

/**
 * What is known of the server's window for one origin and one call (create or update): docs/lukittu.md, "The rate
 * limit". A plain value, to be persisted after every change. Times are ms since 1970.
 *
 * When exactly the server counted the first request is not known, only that it was between `from` and `by`:
 * a proxy may hold an upload back until it has all of it. The window ends as long after.
 */
export const rateWindowSchema = z.object({
  open: z
    .object({
      /** When the first request of the window left. */
      from: z.number(),
      /** When the first answer of the window came; until then as `from`. */
      by: z.number(),
      answered: z.boolean(),
      /** Requests that were, or may have been, counted. */
      used: z.number().int().min(0),
    })
    .nullable(),
  /** No request before this: the server said 429 where the ledger expected none, or may be ending a window. */
  silentUntil: z.number().nullable(),
});
export type RateWindow = z.infer<typeof rateWindowSchema>;

export const emptyRateWindow: RateWindow = { open: null, silentUntil: null };

/** What an answer, or the lack of one, means for the window. */
export type SlotOutcome = 'counted' | 'not-counted' | 'refused';

/** How long after the window's end, and after a 429, it is safe to send again: 305 s for a window of 300 s. */
const marginMs = 5_000;

/**
 * Whether requests may be sent now and how many (`Infinity` without a limit), or when the next may be. A server that
 * is said to have no limit, and says 429 all the same, is left in silence like any other. Close to the window's end none
 * may be, though slots are free: the server would start the window anew with the old count. Never says more than one
 * window and its margin ahead, however the clock jumped.
 */
export function nextSlot(
  window: RateWindow,
  now: number,
  limit: RateLimit | null,
): { free: number } | { at: number } {
  const current = inStep(window, now, limit);
  if (limit === null) {
    const time = Math.max(now, current.silentUntil ?? now);
    return time > now ? { at: time } : { free: Number.POSITIVE_INFINITY };
  }
  const { time, free } = earliest(current, now, limit);
  return time > now ? { at: time } : { free };
}

/**
 * When the waiting job at this position (0 for the next one) can be sent, if no one else uses the address:
 * now for as many as there are free slots, then `count` of them for each further window.
 */
export function slotTime(window: RateWindow, now: number, limit: RateLimit | null, position: number): number {
  const current = inStep(window, now, limit);
  if (limit === null) return Math.max(now, current.silentUntil ?? now);
  const { time, free } = earliest(current, now, limit);
  if (position < free) return time;
  const spacing = windowMs(limit) + marginMs;
  const { open } = current;
  const next = open !== null && time < endOf(open, limit) ? endOf(open, limit) : time + spacing;
  return next + Math.floor((position - free) / limit.count) * spacing;
}

/** Takes a slot for the request that leaves at `sentAt`. To be persisted before the request leaves. */
export function spend(window: RateWindow, sentAt: number, limit: RateLimit | null): RateWindow {
  if (limit === null) return window;
  const { open, silentUntil } = inStep(window, sentAt, limit);
  const silence = silentUntil !== null && sentAt < silentUntil ? silentUntil : null;
  if (open === null || sentAt >= endOf(open, limit)) {
    return { open: { from: sentAt, by: sentAt, answered: false, used: 1 }, silentUntil: silence };
  }
  return { open: { ...open, used: open.used + 1 }, silentUntil: silence };
}

/** Writes down what became of a request for which a slot was spent. */
export function answered(
  window: RateWindow,
  times: { readonly sentAt: number; readonly answeredAt: number },
  outcome: SlotOutcome,
  limit: RateLimit | null,
): RateWindow {
  if (outcome === 'refused') {
    return { open: null, silentUntil: times.answeredAt + windowMs(limit ?? defaultRateLimit) + marginMs };
  }
  if (limit === null) return window;
  const { open } = window;
  // An answer to a request of a window that is over says nothing of this one.
  if (open === null || times.sentAt < open.from) return window;
  if (outcome === 'not-counted') {
    return { ...window, open: open.used > 1 ? { ...open, used: open.used - 1 } : null };
  }
  if (open.answered && times.answeredAt >= lastCallOf(open, limit)) {
    // Counted so late that it may have been in the window's last half second: then the server has started the full
    // time again and kept the count. Or it has not: then the next request opens a window. Both are allowed for.
    const end = endOf(open, limit);
    return {
      open: { from: times.sentAt, by: times.answeredAt, answered: false, used: open.used },
      silentUntil: times.answeredAt < end ? Math.max(end, window.silentUntil ?? 0) : window.silentUntil,
    };
  }
  const by = open.answered ? open.by : Math.max(open.by, times.answeredAt);
  return { ...window, open: { ...open, by, answered: true } };
}

/**
 * Whether a request used a slot: refusals up to step 2 (a malformed id, a wrong key) do not, everything the server
 * saw after it does, a 429 means that others use the address too. `failure` is null for a success; `started` says
 * whether the request had left: then, in doubt, it counted.
 */
export function slotOutcome(failure: Failure | null, started: boolean): SlotOutcome {
  if (failure === null) return 'counted';
  switch (failure.kind) {
    case 'rate-limited':
      return 'refused';
    case 'invalid-key':
    case 'invalid-team':
    case 'invalid-release-id':
      return 'not-counted';
    default:
      return started ? 'counted' : 'not-counted';
  }
}

/**
 * The window on a clock that may have been set back: what now lies in the future is taken to have happened just
 * now, so that no wait is ever longer than a window and its margin. Persist what it gives when it differs: else
 * the wait would begin again at every look. (A clock set forward cannot be told from time gone by; the worst it
 * does is one 429, and the silence after it.)
 */
export function inStep(window: RateWindow, now: number, limit: RateLimit | null): RateWindow {
  const latest = now + windowMs(limit ?? defaultRateLimit) + marginMs;
  const { open, silentUntil } = window;
  const openIsAhead = limit !== null && open !== null && open.by > now;
  const silenceIsAhead = silentUntil !== null && silentUntil > latest;
  if (!openIsAhead && !silenceIsAhead) return window;
  return {
    open: openIsAhead ? { ...open, from: Math.min(open.from, now), by: now } : open,
    silentUntil: silenceIsAhead ? latest : silentUntil,
  };
}

type OpenWindow = NonNullable<RateWindow['open']>;

/** When the next request may be sent, and how many then. */
function earliest(
  { open, silentUntil }: RateWindow,
  now: number,
  limit: RateLimit,
): { time: number; free: number } {
  const time = Math.max(now, silentUntil ?? now);
  if (open === null || time >= endOf(open, limit)) return { time, free: limit.count };
  const free = limit.count - open.used;
  const mayUseThem = free > 0 && time < lastCallOf(open, limit);
  return mayUseThem ? { time, free } : { time: endOf(open, limit), free: limit.count };
}

const windowMs = (limit: RateLimit): number => limit.windowSeconds * 1000;

/** From here on the window is certainly over. */
const endOf = (open: OpenWindow, limit: RateLimit): number => open.by + windowMs(limit) + marginMs;

/** From here on a request might arrive in the window's last half second. */
const lastCallOf = (open: OpenWindow, limit: RateLimit): number =>
  open.from + windowMs(limit) - Math.min(marginMs, windowMs(limit) / 4);
