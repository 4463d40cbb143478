import { answered, nextSlot, type RateWindow, spend } from '../../lukittu/rate-window.ts';
import type { RateLimit } from '../../model/connection.ts';
import { atOnce, type Pieces } from '../../pieces.ts';
import { atOnceWithoutLimit, type ReleaseCall } from '../turns.ts';
import type { Pace } from './pace.ts';

/** A job in line. */
export interface InLine {
  readonly id: string;
  readonly call: ReleaseCall;
  readonly productId: string;
  /** Of the file that is sent; 0 for none. */
  readonly bytes: number;
  /** It stands in line only from then on, in ms since 1970; null: already. */
  readonly notBefore: number | null;
}

/** A job at work. */
export interface UnderWay {
  readonly id: string;
  readonly call: ReleaseCall;
  readonly productId: string;
  readonly bytesLeft: number;
  /** When its request left, and spent its slot, in ms since 1970; null while it still reads. */
  readonly sentAt: number | null;
  /** When what came of it is read, in ms since 1970; null: as soon as it is answered. */
  readonly looksAt: number | null;
}

export interface Timing {
  readonly underWay?: readonly UnderWay[];
  /** What the ledger knows of the server's windows. */
  readonly windows: Readonly<Record<ReleaseCall, RateWindow>>;
  readonly limit: RateLimit | null;
  readonly pace: Pace;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** When a job's turn comes and when it is verified, in ms since 1970. */
export interface Times {
  readonly goesAt: number;
  readonly doneAt: number;
}

export interface Schedule {
  /** By job. */
  readonly times: ReadonlyMap<string, Times>;
  /** When the last is verified; `now` without jobs. */
  readonly finishesAt: number;
  /** How often nothing is at work because the server's limit is used up. */
  readonly waits: number;
}

/**
 * When each job of one server address will be done, if nothing fails and nobody else uses the address: turns as
 * `turns.ts` gives them, slots as the ledger counts them, bytes at the pace that was measured. A pure play of the
 * queue; the line is in the order in which the jobs stand.
 */
export function schedule(line: readonly InLine[], timing: Timing): Schedule {
  return atOnce(scheduling(line, timing));
}

/** As `schedule`, in pieces of a few milliseconds. */
export function* scheduling(
  line: readonly InLine[],
  { underWay = [], limit, pace, ...timing }: Timing,
): Pieces<Schedule> {
  const windows = { ...timing.windows };
  const times = new Map<string, Times>();
  let atWork: { readonly productId: string; readonly doneAt: number }[] = [];
  const waiting = createLine(line);
  let { now } = timing;
  let waits = 0;

  /** Settles everything a job does from here on: with a limit, nobody else looks at the windows meanwhile. */
  const begin = (
    job: Pick<InLine, 'id' | 'call' | 'productId' | 'bytes'>,
    sent: number | null,
    looksAt: number | null,
  ): void => {
    const sentAt = sent ?? now + pace.readMs;
    const answeredAt = Math.max(now, sentAt) + (job.bytes / pace.bytesPerSecond) * 1000 + pace.answerMs;
    const window = windows[job.call];
    const spent = sent === null ? spend(window, sentAt, limit) : window;
    windows[job.call] = answered(spent, { sentAt, answeredAt }, 'counted', limit);
    const doneAt = Math.max(answeredAt, looksAt ?? answeredAt) + pace.readMs;
    times.set(job.id, { goesAt: sent === null ? now : sentAt, doneAt });
    atWork.push({ productId: job.productId, doneAt });
  };

  for (const { bytesLeft, sentAt, looksAt, ...job } of underWay)
    begin({ ...job, bytes: bytesLeft }, sentAt, looksAt);
  const places = limit === null ? atOnceWithoutLimit : 1;
  for (let step = 1; waiting.size() > 0; step += 1) {
    if (step % stepsAtOnce === 0) yield;
    atWork = atWork.filter(({ doneAt }) => doneAt > now);
    const busy = new Set(atWork.map(({ productId }) => productId));
    const slots = {
      update: slotsAt(windows.update, now, limit),
      create: slotsAt(windows.create, now, limit),
    };
    const next = atWork.length < places ? waiting.takeNext(now, slots, busy) : null;
    if (next) {
      begin(next, null, null);
      continue;
    }
    const slotComes = waiting.calls().flatMap((call) => slots[call].comesAt ?? []);
    const soonest = Math.min(
      ...atWork.map(({ doneAt }) => doneAt),
      ...slotComes.filter((at) => at > now),
      ...waiting.nextArrival(now),
    );
    if (atWork.length === 0 && slotComes.includes(soonest)) waits += 1;
    now = soonest;
  }
  let finishesAt = timing.now;
  for (const { doneAt } of times.values()) finishesAt = Math.max(finishesAt, doneAt);
  return { times, finishesAt, waits };
}

const stepsAtOnce = 1000;

interface SlotsAt {
  readonly free: number;
  /** When the next come, where there are none now. */
  readonly comesAt: number | null;
}

function slotsAt(window: RateWindow, now: number, limit: RateLimit | null): SlotsAt {
  const next = nextSlot(window, now, limit);
  return 'at' in next ? { free: 0, comesAt: next.at } : { free: next.free, comesAt: null };
}

interface Line {
  size(): number;
  /** Takes out the first that may go, by the rules of `takeTurns` for a server with a free place; null for none. */
  takeNext(
    now: number,
    slots: Readonly<Record<ReleaseCall, SlotsAt>>,
    busy: ReadonlySet<string>,
  ): InLine | null;
  /** The calls that are still to be made. */
  calls(): ReleaseCall[];
  /** When the next one comes into the line; empty when all are there. */
  nextArrival(now: number): number[];
}

function createLine(jobs: readonly InLine[]): Line {
  const line = [...jobs];
  const calls = createCounts<ReleaseCall>(jobs.map(({ call }) => call));
  const products = createCounts(jobs.map(({ productId }) => productId));
  const arrivals = jobs.flatMap(({ notBefore }) => notBefore ?? []).sort((a, b) => b - a);
  return {
    size: () => line.length,
    takeNext: (now, slots, busy) => {
      const callsNow = [...calls.keys()];
      if (callsNow.every((call) => slots[call].free === 0)) return null;
      const held = { update: 0, create: 0 };
      const heldProducts = new Set([...busy].filter((productId) => products.has(productId)));
      for (const [at, job] of line.entries()) {
        // Every product is spoken for: nobody further back may go.
        if (heldProducts.size === products.size()) return null;
        if (job.notBefore !== null && job.notBefore > now) continue;
        const { call, productId } = job;
        if (slots[call].free > held[call] && !heldProducts.has(productId)) {
          line.splice(at, 1);
          calls.remove(call);
          products.remove(productId);
          return job;
        }
        held[call] += 1;
        heldProducts.add(productId);
      }
      return null;
    },
    calls: () => [...calls.keys()],
    nextArrival: (now) => {
      while ((arrivals.at(-1) ?? Number.POSITIVE_INFINITY) <= now) arrivals.pop();
      return arrivals.slice(-1);
    },
  };
}

function createCounts<K>(items: readonly K[]) {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return {
    keys: () => counts.keys(),
    has: (item: K): boolean => counts.has(item),
    size: (): number => counts.size,
    remove: (item: K): void => {
      const left = (counts.get(item) ?? 0) - 1;
      if (left > 0) counts.set(item, left);
      else counts.delete(item);
    },
  };
}
