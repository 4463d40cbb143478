import type { RateLimit } from '../model/connection.ts';

export type ReleaseCall = 'update' | 'create';

/** A job that wants to go on to its release, and what decides when it may. */
export interface Waiting {
  readonly jobId: string;
  readonly ticket: number;
  /** The server it goes to: slots and turns are shared by everything that goes there. */
  readonly origin: string;
  readonly call: ReleaseCall;
  readonly limit: RateLimit | null;
  /** Jobs of one product go one after the other, since each changes what is latest and which versions exist. */
  readonly productId: string;
}

/** A job that is at work, and whether it still holds a slot it has not used. */
export interface AtWork {
  readonly jobId: string;
  readonly origin: string;
  readonly call: ReleaseCall;
  readonly productId: string;
  readonly slot: 'reserved' | 'spent';
}

/** What the ledger says of one server and call: slots to be had now, or when the next come (ms since 1970). */
export type Slots = { readonly free: number } | { readonly at: number };

export type Turn =
  | { readonly jobId: string; readonly ticket: number; readonly may: 'go' }
  | {
      readonly jobId: string;
      readonly ticket: number;
      readonly may: 'hold';
      readonly reason: 'turn' | 'slot';
      readonly until: number | null;
    };

/** Releases that go to a server without a rate limit at the same time, at most. */
export const atOnceWithoutLimit = 4;

/**
 * Who may go now, in the order of the line, and why the others wait. A server with a rate limit is sent one release
 * after the other, so that the order that was checked is the order that happens; one without gets up to four at a
 * time, of different products. `slots` answers for the moment of the call, `etas` for the n-th (0-based) slot from then.
 */
export function takeTurns(
  line: readonly Waiting[],
  atWork: readonly AtWork[],
  slots: (waiting: Waiting) => Slots,
  eta: (waiting: Waiting, ahead: number) => number | null,
): Turn[] {
  const busy = [...atWork];
  const held: Waiting[] = [];
  return line.map((waiting) => {
    const { jobId, ticket } = waiting;
    const there = busy.filter((job) => job.origin === waiting.origin);
    const ahead =
      there.filter((job) => job.call === waiting.call && job.slot === 'reserved').length +
      held.filter((job) => job.origin === waiting.origin && job.call === waiting.call).length;
    const wait = (reason: 'turn' | 'slot', until: number | null): Turn => {
      held.push(waiting);
      return { jobId, ticket, may: 'hold', reason, until };
    };
    const next = slots(waiting);
    if ('at' in next || next.free <= ahead) return wait('slot', eta(waiting, ahead));
    const sameProduct = (job: { origin: string; productId: string }): boolean =>
      job.origin === waiting.origin && job.productId === waiting.productId;
    const places = waiting.limit === null ? atOnceWithoutLimit : 1;
    if (there.length >= places || busy.some(sameProduct) || held.some(sameProduct)) return wait('turn', null);
    busy.push({ ...waiting, slot: 'reserved' });
    return { jobId, ticket, may: 'go' };
  });
}
