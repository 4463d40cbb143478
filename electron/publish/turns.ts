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

/** A job that gets in line again by itself. Until then none of its product behind it may pass: their order was checked. */
export interface Resting {
  readonly jobId: string;
  readonly ticket: null;
  readonly origin: string;
  readonly call: ReleaseCall;
  readonly productId: string;
}

/**
 * A job that is at work: with a slot it has not used yet, or after that. In doubt: a request of it has left, and it
 * waits before it looks what came of it. Then it takes no place at the server; but whatever goes to the product
 * next depends on the outcome.
 */
export interface AtWork {
  readonly jobId: string;
  readonly origin: string;
  readonly call: ReleaseCall;
  readonly productId: string;
  readonly slot: 'reserved' | 'spent' | 'in-doubt';
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
 * after the other; one without gets up to four at a time, of different products. The jobs of a product go in the
 * order of the line, so that the order that was checked is the order that happens; a slot they cannot use yet is
 * free for other products. `slots` answers for the moment of the call, `eta` for the n-th (0-based) slot from then.
 */
export function takeTurns(
  line: readonly (Waiting | Resting)[],
  atWork: readonly AtWork[],
  slots: (waiting: Waiting) => Slots,
  eta: (waiting: Waiting, ahead: number) => number | null,
): Turn[] {
  const places = createCounts();
  const products = createCounts();
  /** Slots that are spoken for: by those who go, and by all who are ahead in the line. */
  const reserved = createCounts();
  const ahead = createCounts();
  for (const job of atWork) {
    products.add(productOf(job));
    if (job.slot !== 'in-doubt') places.add(job.origin);
    if (job.slot !== 'reserved') continue;
    reserved.add(callOf(job));
    ahead.add(callOf(job));
  }

  return line.flatMap((job): Turn[] => {
    const [product, call] = [productOf(job), callOf(job)];
    const mayPass = products.of(product) === 0;
    const before = ahead.of(call);
    products.add(product);
    ahead.add(call);
    if (job.ticket === null) return [];
    const { jobId, ticket, origin, limit } = job;
    const next = slots(job);
    const free = 'at' in next ? 0 : next.free;
    const hasPlace = places.of(origin) < (limit === null ? atOnceWithoutLimit : 1);
    if (mayPass && hasPlace && free > reserved.of(call)) {
      places.add(origin);
      reserved.add(call);
      return [{ jobId, ticket, may: 'go' }];
    }
    if (free > before) return [{ jobId, ticket, may: 'hold', reason: 'turn', until: null }];
    return [{ jobId, ticket, may: 'hold', reason: 'slot', until: eta(job, before) }];
  });
}

const productOf = ({ origin, productId }: { origin: string; productId: string }): string =>
  `${origin} ${productId}`;
const callOf = ({ origin, call }: { origin: string; call: ReleaseCall }): string => `${origin} ${call}`;

function createCounts() {
  const counts = new Map<string, number>();
  return {
    of: (name: string): number => counts.get(name) ?? 0,
    add: (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1),
  };
}
